"""Texts as untidy as real ones, sentence by sentence, in; each found again in the policy that encodes it out.

Beside `NAME.yaml` stands `NAME.txt`, the text as it was before anybody thought of a language: a sentence, then where
it went. `=` is word for word (a stem may begin it); `~` is taken apart into fields, which hold its figures and most
of its words; `!` has no natural home, and says why its words only stand among the notes.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from policyctl.findings import Pointer, Severity
from policyctl.rules import RULES
from policyctl.schema import Policy, walk
from policyctl.schema.grammar.entry import Part
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.quantities.text import WORDS
from policyctl.validation import Validation, validate

CASES = Path(__file__).parent / "cases" / "untidy"
NAMES = sorted(path.stem for path in CASES.glob("*.yaml"))
TODAY = date(2026, 11, 23)
JUDGED = {rule.id for rule in RULES}

AT_HOME = 0.95
"""The share of sentences that a language worth using has a place for."""

KEPT = 0.5
"""The share of a sentence's longer words that its fields and their labels hold, beside all of its figures."""


@dataclass(frozen=True)
class Home:
    mark: str
    steps: tuple[str, ...]

    @property
    def place(self) -> tuple[str, ...]:
        return tuple(normalise_name(step) for step in self.steps)


@dataclass(frozen=True)
class Sentence:
    text: str
    homes: tuple[Home, ...]

    @property
    def homeless(self) -> bool:
        return any(home.mark == "!" for home in self.homes)

    def placed(self, mark: str) -> tuple[Home, ...]:
        return tuple(home for home in self.homes if home.mark in mark)


def sentences(name: str) -> list[Sentence]:
    found: list[Sentence] = []
    for line in (CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            mark, _, place = line.strip().partition(" ")
            home = Home(mark, tuple(place.split(" / ")))
            found[-1] = Sentence(found[-1].text, (*found[-1].homes, home))
        elif line:
            found.append(Sentence(line, ()))
    return found


def judged(name: str) -> Validation:
    return validate((CASES / f"{name}.yaml").read_bytes(), f"{name}.yaml", today=TODAY)


def policy_of(name: str) -> Policy:
    policy = judged(name).policy
    assert policy is not None
    return policy


def labels() -> dict[str, set[str]]:
    """What each key of the language is called in print, in every part that has it."""
    found: dict[str, set[str]] = {}
    waiting = [Part]
    while waiting:
        part = waiting.pop()
        waiting += part.__subclasses__()
        for name, field in part.model_fields.items():
            found.setdefault(field.alias or name, set()).add(field.title or "")
    return found


LABELS = labels()


def labels_at(policy: Policy, place: tuple[str, ...]) -> list[str]:
    """The labels of the fields that are used at or below a place."""
    keys = {key for pointer, _ in walk(policy) if is_at(pointer, place) for key in pointer if isinstance(key, str)}
    return [label for key in keys for label in LABELS.get(key, ())]


def is_at(pointer: Pointer, place: tuple[str, ...]) -> bool:
    steps = [normalise_name(step) for step in pointer if isinstance(step, str) and step not in ("rows", "items")]
    return tuple(steps[: len(place)]) == place


def texts_at(policy: Policy, place: tuple[str, ...]) -> list[str]:
    """What the author wrote at or below a place."""
    return [str(getattr(value, "text", value)) for pointer, value in walk(policy) if is_at(pointer, place)]


def words(text: str) -> list[str]:
    """The words and figures of a text; a number is the same in letters and in digits."""
    found = re.findall(r"[0-9]+(?:[.,:][0-9]+)*|[^\W\d_]+(?:['’][^\W\d_]+)*", text.casefold())
    return [str(WORDS[word]) if WORDS.get(word, 0) > 1 else word for word in found]


def holds(text: str, sentence: str) -> bool:
    """Whether one text holds the sentence word for word."""
    return f" {' '.join(words(sentence))} " in f" {' '.join(words(text))} "


def stems(policy: Policy, place: tuple[str, ...]) -> list[str]:
    return ["", *(str(v) for p, v in walk(policy) if p[-1] == "stem" and normalise_name(str(p[0])) == place[0])]


def is_verbatim(policy: Policy, sentence: Sentence, home: Home) -> bool:
    texts = texts_at(policy, home.place)
    whens = ["", *(f"if {text} " for text in texts)]
    said = [f"{when}{stem} {text}" for when in whens for stem in stems(policy, home.place) for text in texts]
    return any(holds(text, sentence.text) for text in said)


def missing(policy: Policy, sentence: Sentence) -> tuple[set[str], float]:
    """The figures of a sentence that its homes do not hold, and the share of its longer words that they do."""
    homes = sentence.placed("=~")
    names = [step for home in homes for step in home.steps]
    texts = [text for home in homes for text in texts_at(policy, home.place)]
    called = [label for home in homes for label in labels_at(policy, home.place)]
    held = {word[:5] for text in (*texts, *names, *called) for word in words(text)}
    wanted = words(sentence.text)
    figures = {word for word in wanted if word[0].isdigit() and word[:5] not in held}
    longer = {word[:5] for word in wanted if len(word) > 3}
    return figures, len(longer & held) / max(len(longer), 1)


@pytest.mark.parametrize("name", NAMES)
def test_the_policy_is_read_without_errors(name: str) -> None:
    """What the rules say about what was read is judged in `rules/test_any_policy.py`."""
    errors = [
        finding
        for finding in judged(name).findings
        if finding.severity is Severity.ERROR and finding.rule not in JUDGED
    ]
    assert [(error.rule, error.span.start.line, error.message) for error in errors] == []


@pytest.mark.parametrize("name", NAMES)
def test_nineteen_in_twenty_sentences_have_a_home(name: str) -> None:
    said = sentences(name)
    homeless = [sentence.text for sentence in said if sentence.homeless]
    assert all(sentence.homes for sentence in said)
    assert len(homeless) <= (1 - AT_HOME) * len(said), homeless


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_is_where_it_is_said_to_be(name: str) -> None:
    policy = policy_of(name)
    lost = []
    for sentence in sentences(name):
        verbatim = sentence.placed("=")
        lost += [f"{home.steps}: {sentence.text}" for home in verbatim if not is_verbatim(policy, sentence, home)]
        if sentence.placed("~"):
            figures, kept = missing(policy, sentence)
            if figures or kept < KEPT:
                lost.append(f"{kept:.0%} of the words, without {sorted(figures)}: {sentence.text}")
    assert lost == []


@pytest.mark.parametrize("name", NAMES)
def test_every_place_exists(name: str) -> None:
    policy = policy_of(name)
    homes = [home for sentence in sentences(name) for home in sentence.placed("=~")]
    assert [home.place for home in homes if not texts_at(policy, home.place)] == []
