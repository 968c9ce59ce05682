"""Whoever is handed a document for customers reads what is public in the policy, and nothing else of it."""

from typing import Any, TypeVar

from policyctl.meaning.texts import Reader, is_for_customers, reader_of
from policyctl.schema import Policy
from policyctl.schema.grammar.choices import Choice
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.commitment import Commitment
from policyctl.schema.grammar.entry import Audience, Entry, Part
from policyctl.schema.sections.head import Head

P = TypeVar("P", bound=Part)

OURS = frozenset({"people", "column", "system", "formula", "recording", "logged", "log"})
"""Fields that are not prose, and none of a customer's business."""

WHOSE = frozenset({
    "title", "organisation", "kind", "version", "status", "effective", "language", "timezone", "currency",
})  # fmt: skip
"""What every document says of itself, and in which words and units it speaks."""

TO_CUSTOMERS = frozenset({"subtitle", "intro", "notes", "scope", "copies", "schemes"})
"""What the head says to customers besides, where the whole policy is handed to them; never who keeps it."""


def public(policy: Policy) -> Policy:
    """The policy with only what customers may read; the title, the brand and the version stay.

    It is done once and before anything is laid out, so that no view can let slip what is not there.
    """
    whole = is_for_customers(policy.policy.kind)
    update: dict[str, Any] = {"policy": _head(policy.policy, for_customers=whole)}
    for name, value in policy.set_fields().items():
        if name in ("policyctl", "policy", "brand"):
            continue
        if name == "checks":
            update[name] = None
            continue
        kept = _kept(policy, name, value, for_customers=whole)
        if kept is not value:
            update[name] = kept
    return policy.model_copy(update=update)


def _head(head: Head, *, for_customers: bool) -> Head:
    """The head without its owner and whatever else is for those who keep the policy."""
    kept = WHOSE | TO_CUSTOMERS if for_customers else WHOSE
    fields = type(head).model_fields
    return head.model_copy(update={name: fields[name].default for name in head.set_fields() if name not in kept})


def _kept(part: Part, name: str, value: Any, *, for_customers: bool, closed: bool = False) -> Any:
    """What is left of a field of a part; what stands in a `closed` one is public only where it says so itself."""
    readable = not closed and reader_of(part, name, for_customers=for_customers) is not Reader.STAFF
    if isinstance(value, Collection):
        return _rows(value, opened=readable, for_customers=for_customers, closed=closed)
    if isinstance(value, Part):
        return _public_part(value, for_customers=for_customers, closed=closed)
    if isinstance(value, tuple) and value and isinstance(value[0], Part):
        left = (_public_part(each, for_customers=for_customers, closed=closed) for each in value)
        return tuple(each for each in left if each is not None)
    if isinstance(value, Choice):
        return value
    return value if readable and name not in OURS else () if isinstance(value, tuple) else None


def _public_part(part: P, *, for_customers: bool, closed: bool = False) -> P | None:
    """The part with its public fields; None where it has none but a name."""
    closed = _is_closed(part, within=closed)
    fields = part.set_fields()
    kept = {
        name: _kept(part, name, value, for_customers=for_customers, closed=closed) for name, value in fields.items()
    }
    says = [name for name, value in kept.items() if value not in (None, ()) and not isinstance(value, Choice)]
    if not says or (says == ["name"] and fields.keys() - {"name"}):
        return None
    changed = {name: value for name, value in kept.items() if value is not fields[name]}
    return part.model_copy(update=changed) if changed else part


def _is_closed(part: Part, *, within: bool) -> bool:
    """Whether the author keeps the part, and so everything in it, from customers; the innermost word counts."""
    audience = part.audience if isinstance(part, Entry) else None
    told = part.public if isinstance(part, Commitment) else None
    if audience in (Audience.STAFF, Audience.LEADERS) or (told is not None and not told):
        return True
    return within and audience is None and told is None


def _rows(rows: Collection[Any], *, opened: bool, for_customers: bool, closed: bool) -> Collection[Any] | None:
    """The public rows of a collection, and the words around them where those are public."""
    left = [(path, _public_part(row, for_customers=for_customers, closed=closed)) for path, row in rows.located(())]
    kept = [(path, row) for path, row in left if row is not None]
    if not kept:
        return None
    words = {} if opened else {"title": None, "intro": None, "stem": None, "notes": None}
    paths, entries = zip(*kept, strict=True)
    return rows.model_copy(update={"rows": entries, "paths": paths, **words})
