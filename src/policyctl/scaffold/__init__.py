"""Answers in, the text of a first policy out; it knows no file."""

from policyctl.scaffold.starter import starter

__all__ = ["starter"]
