"""Lower what a policy says into a few concepts, so that rules, pages and exports need not know thirty-nine sections."""

from policyctl.meaning.model import Meaning

__all__ = ["Meaning"]
