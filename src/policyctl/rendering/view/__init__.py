"""A policy in, a frozen view of it out: references resolved, quantities in the reader's language."""

from policyctl.rendering.view.document import DocumentView, Logo, PartView, SectionView
from policyctl.rendering.view.policy import view

__all__ = ["DocumentView", "Logo", "PartView", "SectionView", "view"]
