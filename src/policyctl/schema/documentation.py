"""Write the page on which users of the language look things up."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic.fields import FieldInfo

from policyctl.schema.grammar.choices import Choice, Flag
from policyctl.schema.grammar.collection import collects, part_in, types_in
from policyctl.schema.grammar.commitment import Commitment
from policyctl.schema.grammar.entry import Entry, OneOrMore, Part, Section
from policyctl.schema.grammar.limits import Frequencies, Limits
from policyctl.schema.grammar.references import By, Mention, Reference
from policyctl.schema.grammar.texts import Address, Colour
from policyctl.schema.policy import Policy
from policyctl.schema.quantities import (
    Allowance,
    Count,
    Date,
    Duration,
    Frequency,
    FromText,
    Money,
    Quantity,
    Relative,
    Share,
    TimeOfDay,
    Week,
)

_WORDS: dict[type, str] = {
    Flag: "`yes` or `no`",
    Limits: "a limit, or one for each case on a line of its own",
    Frequencies: "so many times or every so often, or that for each case on a line of its own",
    By: "a time, a date, or who does it",
    Colour: "six digits of a colour, or its English name",
    Address: "a number, an address or a link",
    Frequency: "a number of times, or every so often",
}

_OR_WORDS = "what is done then, or `yes` beside a `do`"


def accepted(info: FieldInfo) -> list[str]:
    """Sentences on what may be written: what a plain text would not be, and whether a list may stand there."""
    kinds = [] if part_in(info.annotation) else list(types_in(info.annotation))
    if names := [kind for kind in kinds if issubclass(kind, Reference) and kind is not By]:
        return [f"Takes {_names(names[0], several=several(info))}."]
    fixed = _OR_WORDS if _may_be_words(info) else next((_WORDS[kind] for kind in _WORDS if kind in kinds), None)
    words = fixed or next((words for kind in kinds if (words := _of_type(kind))), None) or _of_text(info)
    said = [f"Takes {words}."] if kinds and words else []
    return [*said, "Or a list."] if several(info) else said


def several(info: FieldInfo) -> bool:
    """Whether a field takes one value or a list of them."""
    return any(isinstance(each, OneOrMore) for each in info.metadata)


def _may_be_words(info: FieldInfo) -> bool:
    """Whether a field that is yes or no may say instead what it is for: its example does."""
    return Flag in types_in(info.annotation) and not {"yes", "no"} & set(info.examples or ())


def _names(kind: type[Reference], *, several: bool) -> str:
    """Where the names stand that a field takes, or the one that it takes."""
    places = "of anything in the policy" if kind is Mention else f"from {' or '.join(f'`{each}`' for each in kind.to)}"
    return f"{'names' if several else 'a name'} {places}{', or plain words' if kind.loose else ''}"


def _of_type(kind: type) -> str:
    if issubclass(kind, Choice):
        return "one of " + ", ".join(f"`{choice.value}`" for choice in kind)
    return getattr(kind, "noun", "") if issubclass(kind, Quantity) else ""


def _of_text(info: FieldInfo) -> str:
    return next((each.noun for each in _annotations(info) if isinstance(each, FromText)), "")


def _annotations(info: FieldInfo) -> Iterator[Any]:
    yield from info.metadata
    for inner in get_args(info.annotation):
        yield from getattr(inner, "__metadata__", ())


QUANTITIES: tuple[type[Quantity], ...] = (
    Duration, TimeOfDay, Date, Week, Frequency, Money, Allowance, Share, Count, Relative,
)  # fmt: skip

ENDS = (".", "!", "?")
"""What ends a sentence; nothing needs a second one."""

_LIKE: dict[type[Part], str] = {
    Commitment: "what [promises](#promises) take",
    Entry: "what [entries](#entries) take",
}

Prose = Mapping[str, str]
"""Words and worked examples by the section they belong to; `introduction` opens the page."""


def sections() -> dict[str, str]:
    """Every section, in the order of the language, with a sentence on what it is for."""
    return {name: info.description or "" for name, info in Policy.model_fields.items()}


def language(prose: Prose) -> str:
    """The whole page: how to write a policy, what every part shares, and each section with its fields."""
    contents = [f"- [`{name}`](#{name}): {_lower(said)}" for name, said in sections().items()]
    parts = [prose["introduction"].strip(), "## Sections", "\n".join(contents), *_shared(prose)]
    return "\n\n".join([*parts, *(section(name, prose) for name in sections())]) + "\n"


def section(name: str, prose: Prose) -> str:
    """One section: what it is for, its fields and those of its parts, and a worked example where it has one."""
    info = Policy.model_fields[name]
    blocks = [f"## {name}", f"**{_ended(info.title or name)}** {info.description}", _short(name, info)]
    part = part_in(info.annotation)
    if part:
        where = f"Each entry of `{name}`" if collects(info.annotation) else f"`{name}`"
        home = _home(part, name)
        blocks += [_same(where, home)] if home and home != name else _part(part, where, {part: name})
    blocks += [prose[name].strip()] if name in prose else []
    return "\n\n".join(block for block in blocks if block)


def _shared(prose: Prose) -> list[str]:
    fields = "\n".join(_field(key, Entry.model_fields[key]) for key in Entry.model_fields)
    promised = "\n".join(_field(key, info) for key, info in _own(Commitment, Entry))
    figures = "\n".join(f"- {kind.noun}: " + ", ".join(f"`{text}`" for text in kind.examples) for kind in QUANTITIES)
    return [
        "## figures", prose["figures"].strip(), figures,
        "## entries", prose["entries"].strip(), fields,
        "## promises", prose["promises"].strip(), promised,
    ]  # fmt: skip


Told = dict[type[Part], str]
"""The parts that are told already, each with its section; the part of the section itself is the first."""


def _part(part: type[Part], where: str, told: Told) -> list[str]:
    """The fields of a part, then those of the parts in it, each part once."""
    section = told.setdefault(part, next(iter(told.values())))
    base = next((each for each in (Commitment, Entry, Section) if issubclass(part, each) and part is not each), Part)
    lines = [_field(key, info) for key, info in _own(part, base)]
    more = ", and:" if lines else "."
    head = f"{where} takes {_LIKE[base]}{more}" if base in _LIKE else f"{where} takes:"
    blocks = [" ".join(filter(None, (_alone(part), head))), "\n".join(lines)]
    for key, info in _own(part, base):
        inner = part_in(info.annotation)
        if inner is None or inner in told:
            continue
        home = _home(inner, key)
        if home and home != section:
            told[inner] = home
            blocks.append(_same(_each(key, info), home))
        else:
            blocks += _part(inner, _each(key, info), told)
    return blocks


def _same(where: str, home: str) -> str:
    return f"{where} takes the same as [{home}](#{home})."


def _home(part: type[Part], key: str) -> str | None:
    """The section of which a part is an entry, or which has a field of this name for it; the first of them."""
    sections = ((name, info.annotation) for name, info in Policy.model_fields.items())
    return next((name for name, annotation in sections if _holds(annotation, part, key)), None)


def _holds(annotation: Any, part: type[Part], key: str) -> bool:
    whole = part_in(annotation)
    if collects(annotation) or whole is None:
        return whole is part
    field = whole.model_fields.get(whole.known_keys().get(key, ""))
    return field is not None and collects(field.annotation) and part_in(field.annotation) is part


def _alone(part: type[Part]) -> str:
    """What the short forms of a part stand for."""
    meant = part.from_text("text")
    text = next((key for key in part.known_keys() if key in meant), "") if isinstance(meant, dict) else ""
    if text and text == part.bare_list:
        return f"A text or a list alone is its `{text}`."
    forms = [("A text", text), ("A list", part.bare_list)]
    return " ".join(f"{form} alone is its `{key}`." for form, key in forms if key)


def _own(part: type[Part], base: type[Part]) -> Iterator[tuple[str, FieldInfo]]:
    """The fields that a part adds to its base, by the key that an author writes; `intro` and `notes` are everywhere."""
    return ((key, part.model_fields[name]) for key, name in part.known_keys().items() if name not in base.model_fields)


def _field(key: str, info: FieldInfo) -> str:
    example = (info.examples or [""])[0]
    stop = "" if example.endswith(ENDS) else "."
    return " ".join([f"- `{key}`: {_lower(info.description)} Example: `{example}`{stop}", *accepted(info)])


def _short(name: str, info: FieldInfo) -> str:
    """How little is enough: the example of the section as it stands in a file."""
    example = (info.examples or [""])[0]
    if not collects(info.annotation) and ": " not in example:
        return f"```yaml\n{name}: {example}\n```"
    lead = "- " if collects(info.annotation) and ": " not in example else ""
    return f"```yaml\n{name}:\n  {lead}{example}\n```"


def _each(key: str, info: FieldInfo) -> str:
    return f"Each of `{key}`" if collects(info.annotation) or several(info) else f"`{key}`"


def _ended(text: str) -> str:
    return text if text.endswith(ENDS) else text + "."


def _lower(text: str | None) -> str:
    """A description in the middle of a line."""
    return text[:1].lower() + text[1:] if text and not text[1:2].isdigit() else text or ""
