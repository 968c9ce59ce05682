"""A policy in; names of its people that a sentence spells another way out."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice

from policyctl.findings import Issue
from policyctl.rules.naming import MANY
from policyctl.rules.rule import RuleContext
from policyctl.rules.texts import Passage
from policyctl.schema.grammar.references import Reference
from policyctl.schema.grammar.texts import Speech, Unsaid
from policyctl.schema.sections.people import Role

_WORDS = 20_000
"""Different words above which none is compared with a name; nobody's policy is so long, and a hostile one may be."""

_SHORT = {"en": 4, "de": 3}
"""Letters from which on a name is compared; a shorter one is too near to other words."""

_ENDINGS = ("s", "n", "e", "en", "es", "in", "er")
"""What a plural, a case or a colleague adds to a name."""


def name_misspelt(context: RuleContext) -> Iterator[Issue]:
    """A sentence that names somebody who works here with one wrong letter.

    Why it matters: a name in a sentence is found by no link; somebody new looks for “Hanna” on the rota, and asks on.

    Diff:

          roles:
            Hannah: Owner
            Luis: Barista
          procedures:
            The order was wrong:
        -     - Make it again at once, and ask Hanna  # <- here
        +     - Make it again at once, and ask Hannah
    """
    where = context.texts.where
    if context.language not in _SHORT or len(where) > _WORDS:
        return
    names = _names(context)
    known = {word for words in names.values() for word, _ in words}
    for word in where if names else ():
        alike = names.get((word[0], len(word)))
        if alike and word not in known:
            meant = [(name, whole) for name, whole in alike if _is_near(word, name)]
            told = (issue for name, whole in meant for issue in _told(word, name, whole, where[word]))
            yield from islice(told, 1)


def _names(context: RuleContext) -> Mapping[tuple[str, int], list[tuple[str, str]]]:
    """Each word of a name in small letters with the whole of it, the longest first.

    It is found by its first letter and by each length that a word may have which is one letter off; German nouns are
    many, so there it is the very same length.
    """
    found: dict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
    off = (0,) if context.language == "de" else (-1, 0, 1)
    whole = {name for _, role in context.parts_of(Role) for name in role.aliases() if name and name != role.title}
    for name in sorted(whole, key=len, reverse=True)[:MANY]:
        for word in set(re.findall(r"\w+", name.lower())):
            for more in off if len(word) >= _SHORT[context.language] else ():
                found[word[0], len(word) + more].append((word, name))
    return found


def _is_near(word: str, name: str) -> bool:
    """Whether one letter is wrong, missing or too many; an ending is none of it."""
    if word[1] != name[1] and word[-1] != name[-1]:
        return False
    start = next((at for at, (mine, theirs) in enumerate(zip(word, name, strict=False)) if mine != theirs), len(name))
    mine, theirs = word[start:], name[start:]
    off_by_one = mine[1:] == theirs[1:] or mine[1:] == theirs or mine == theirs[1:]
    return off_by_one and not any(word == name + end or name == word + end for end in _ENDINGS)


def _told(word: str, name: str, whole: str, passages: list[Passage]) -> Iterator[Issue]:
    """The first sentence in which the word stands for the name: for all of it, or between the rest of its words."""
    wrong = re.sub(rf"\b{re.escape(name)}\b", word, whole, count=1, flags=re.IGNORECASE)
    for passage in passages:
        if passage.field != "name" and passage.kind not in (Speech, Unsaid) and not isinstance(passage.text, Reference):
            found = re.search(rf"(?<=[\w,;:] ){re.escape(wrong)}(?!\w)", passage.text, re.IGNORECASE)
            if found and (" " in whole or found[0][:1].isupper()):
                message = f"“{found[0]}” is nobody here."
                hint = f"Did you mean “{whole}”? If not, add “{found[0]}” under `roles`."
                yield passage.issue(found.start(), found[0], message, hint)
                return
