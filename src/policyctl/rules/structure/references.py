"""Find names that lead nowhere: references to what is not there, and names of people with a wrong letter."""

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import alternatives, finds
from policyctl.meaning.formatting import joined, quoted
from policyctl.meaning.references import FEW, GUESSES, MANY, likely, may_be_words, surely, targets, unresolved
from policyctl.meaning.texts import Passage
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import By, Reference, RoleRef
from policyctl.schema.grammar.texts import Speech, Unsaid
from policyctl.schema.sections.people import Role

Sections = tuple[str, ...]
Found = tuple[Pointer, str]

_NOUNS = {"escalation.ladders": "ladders", "escalation.direct": "direct routes", "hours": "sets of hours"}

_CLAUSES = re.compile(r"[.,;:!?]")

_MOST_WORDS = 20_000
"""Different words above which none is compared with a name; nobody's policy is so long, and a hostile one may be."""

_MOST_PAIRS = 100_000
"""Words and names that are compared; a policy of fifty pages with forty people has a few thousand."""

_SHORT = {"en": 4, "de": 3}
"""Letters from which on a name is compared; a shorter one is too near to other words."""

_ENDINGS = ("s", "n", "e", "en", "es", "in", "er")
"""What a plural, a case or a colleague adds to a name."""


def unknown_reference(context: RuleContext) -> Iterator[Issue]:
    """A name that leads nowhere, because it is misspelt or what it names was never written.

    Why it matters: whoever looks up “Care led” in the handbook finds nobody, and the customer waits meanwhile.

    Diff:

          roles:
            Care lead: Looks after everything that went wrong
          escalation:
        -   to: Care led  # <- here
        +   to: Care lead
    """
    within = cache(context.names.within)
    found: dict[tuple[str | None, Sections], list[Found]] = {}
    for pointer, unknown, sections in _unresolved(context, within):
        found.setdefault((normalise_name(unknown) if within(sections) else None, sections), []).append(
            (pointer, unknown)
        )
    for number, ((name, sections), places) in enumerate(found.items()):
        if name is None:
            yield _nothing_there(places, sections)
            continue
        meant = likely(places[0][1], sections, context.names) if number < GUESSES else None
        for pointer, unknown in places if meant else places[:1]:
            also = f", here and in {len(places) - 1} more places" if not meant and len(places) > 2 else ""
            message = f"“{unknown}” is not one of the {_nouns(sections)}{also}."
            hint = _sentence(pointer, unknown, within(sections)) or _hint(unknown, sections[0], meant, within(sections))
            yield Issue(pointer, message, hint, instead=surely(unknown, sections, context.names) if meant else None)
    yield from _likely_colleagues(context)


def _likely_colleagues(context: RuleContext) -> Iterator[Issue]:
    """Words for somebody who may be from outside, which are a letter or two off the name of somebody inside."""
    stated = ((each.pointer, each.text) for each in context.texts.passages)
    loose = (
        (place, text) for place, text in stated if isinstance(text, RoleRef) and text.loose and context.knows_all(text)
    )
    for pointer, text in islice(loose, GUESSES):
        is_time = isinstance(text, By) and text.deadline
        known = is_time or targets(text, context.names)
        if meant := None if known else likely(text, text.to, context.names, nearness=0.8):
            message = f"“{text}” is nobody here, and is taken for somebody from outside."
            yield Issue(pointer, message, f"Did you mean “{meant}”? If not, say in more words who it is.", gently=True)


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
    if context.language not in _SHORT or len(where) > _MOST_WORDS:
        return
    names = _names_of_people(context)
    known = {word for words in names.values() for word, _ in words}
    for word, meant in islice(_near_names(where if names else (), names, known), GUESSES):
        issues = (issue for name, whole in meant for issue in _misspelt(word, name, whole, where[word]))
        yield from islice(issues, 1)


def _near_names(
    words: Iterable[str], names: Mapping[tuple[str, int], list[tuple[str, str]]], known: Container[str]
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each word that is one letter off a name, with the few names that it may be."""
    pairs = 0
    for word in words:
        alike = names.get((word[0], len(word)))
        if alike and word not in known and pairs < _MOST_PAIRS:
            pairs += len(alike)
            meant = [(name, whole) for name, whole in alike if _is_near(word, name)]
            if meant:
                yield word, meant[:FEW]


def _nothing_there(places: Sequence[Found], sections: Sections) -> Issue:
    """What is named of a section that is not there at all, in one finding at the first of it."""
    names = list(dict.fromkeys(unknown for _, unknown in places))
    message = (
        f"{quoted(names)} {'are' if len(names) > 1 else 'is'} named, and this policy has no {_nouns(sections)} yet."
    )
    what = "each of them on a line" if len(names) > 1 else quoted(names)
    return Issue(places[0][0], message, f"Add {_place(sections[0])}, with {what} below it.")


def _unresolved(
    context: RuleContext, within: Callable[[Sections], tuple[str, ...]]
) -> Iterator[tuple[Pointer, str, Sections]]:
    """Every word that names nothing, with the sections in which it was looked for."""
    stated = ((each.pointer, each.text) for each in context.texts.passages if isinstance(each.text, Reference))
    for pointer, value in ((place, each) for place, each in stated if not (each.loose or context.names.find(each))):
        if context.knows_all(value) and (within(value.to) or not may_be_words(value)):
            yield from ((pointer, unknown, value.to) for unknown in unresolved(value, context.names))


def _nouns(sections: Sections) -> str:
    return joined([_NOUNS.get(section, section) for section in sections], "or")


def _place(section: str) -> str:
    return f"`{section.replace('.', ': ')}`"


def _sentence(pointer: Pointer, unknown: str, known: tuple[str, ...]) -> str | None:
    """What to write where a sentence that holds a name stands in the place of that name.

    Whoever the sentence leaves out is not meant: “never an agent; it goes to Helen”.
    """
    field = next((step for step in reversed(pointer) if isinstance(step, str)), "")
    if " " not in unknown or normalise_name(field) in (normalise_name(each) for each in known):
        return None
    found = ((name, re.search(rf"\b{re.escape(name)}\b", unknown, re.IGNORECASE)) for name in known)
    inside = [(name, unknown[: place.start()]) for name, place in found if place]
    meant = [name for name, before in inside if not finds("sayings.negations", _CLAUSES.split(before)[-1])]
    if len(meant) == 1 or (meant and len(meant) == len(inside)):
        return f"Write `{field}: {meant[0]}`, and the sentence itself at `note`, each on a line of its own."
    if not inside:
        return None
    which = f"which of them is meant, {quoted([name for name, _ in inside], 'or')}"
    return f"Write at `{field}` {which}, and the sentence itself at `note`, each on a line of its own."


def _hint(unknown: str, section: str, meant: str | None, known: tuple[str, ...]) -> str:
    place = _place(section)
    if meant:
        return f"Did you mean “{meant}”? If not, add “{unknown}” under {place}."
    if known and len(known) <= FEW:
        return f"Write one of these: {', '.join(known)}; or add “{unknown}” under {place}."
    return f"Add “{unknown}” under {place}, or write a name that stands there."


def _names_of_people(context: RuleContext) -> Mapping[tuple[str, int], list[tuple[str, str]]]:
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


def _misspelt(word: str, name: str, whole: str, passages: list[Passage]) -> Iterator[Issue]:
    """The first sentence in which the word stands for the name: for all of it, or between the rest of its words.

    A word that stands behind an article anywhere, such as `the rose bed`, is a thing.
    """
    wrong = re.sub(rf"\b{re.escape(name)}\b", word, whole, count=1, flags=re.IGNORECASE)
    for passage in passages:
        if passage.field != "name" and passage.kind not in (Speech, Unsaid) and not isinstance(passage.text, Reference):
            found = re.search(rf"(?<=[\w,;:] ){re.escape(wrong)}(?!\w)", passage.text, re.IGNORECASE)
            if found and (" " in whole or found[0][:1].isupper()):
                if any(_is_a_thing(word).search(each.text) for each in passages):
                    return
                message = f"“{found[0]}” is nobody here."
                hint = f"Did you mean “{whole}”? If not, add “{found[0]}” under `roles`."
                yield passage.issue(found.start(), found[0], message, hint)
                return


def _is_a_thing(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives('references.before_things')} {re.escape(word)}\b", re.IGNORECASE)
