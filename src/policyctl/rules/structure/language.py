"""Find a policy in a language that has no words here for what is printed around it."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.lexicon import languages
from policyctl.rules.rule import RuleContext


def language_without_words(context: RuleContext) -> Iterator[Issue]:
    """A policy in a language for which there are no headings and labels, such as French.

    Why it matters: the documents say that they are in that language, and their headings are in English.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
        -   language: fr  # <- here
        +   language: en-GB
    """
    if context.policy.policy.language and not context.understood:
        known = " and ".join(f"`{language}`" for language in languages())
        yield Issue(
            ("policy", "language"),
            f"There are no headings in “{context.policy.policy.language}”: they are printed in English, and your texts "
            "are not searched for vague words.",
            f"There are headings in {known}. Write one of them, or go on and know that the headings are English.",
        )
