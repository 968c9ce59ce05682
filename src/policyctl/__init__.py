"""Write, check and print the customer service policy of a business.

This is the library: `load` reads a policy, `validate` judges one and `render` prints one. See docs/library.md.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

__all__ = [
    "BrandFiles",
    "Finding",
    "Font",
    "Picture",
    "Policy",
    "PolicyctlError",
    "Position",
    "Severity",
    "Span",
    "Validation",
    "load",
    "render",
    "validate",
]

if TYPE_CHECKING:
    from policyctl.errors import PolicyctlError
    from policyctl.findings import Finding, Position, Severity, Span
    from policyctl.library import load, render, validate
    from policyctl.schema import Policy
    from policyctl.validation import Validation
    from policyctl.validation.brand import BrandFiles
    from policyctl.validation.fonts import Font
    from policyctl.validation.pictures import Picture
else:  # A type checker would take any name for one that there is.
    _MODULES = {
        "policyctl.errors": ("PolicyctlError",),
        "policyctl.findings": ("Finding", "Position", "Severity", "Span"),
        "policyctl.library": ("load", "render", "validate"),
        "policyctl.schema": ("Policy",),
        "policyctl.validation": ("Validation",),
        "policyctl.validation.brand": ("BrandFiles",),
        "policyctl.validation.fonts": ("Font",),
        "policyctl.validation.pictures": ("Picture",),
    }
    _HOMES = {name: module for module, names in _MODULES.items() for name in names}

    def __getattr__(name):
        """Import what is asked for when it is first asked for."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_HOMES[name]), name)

    def __dir__():
        return [*globals(), *_HOMES]
