"""Every id that a finding may bear in, what people read about it out: a page, and the book of all pages."""

from policyctl.rulebook.book import CHAPTERS, book, every_page
from policyctl.rulebook.markdown import how_grave, markdown, page_in_markdown, profiles
from policyctl.rulebook.page import Page, Weight

__all__ = ["CHAPTERS", "Page", "Weight", "book", "every_page", "how_grave", "markdown", "page_in_markdown", "profiles"]
