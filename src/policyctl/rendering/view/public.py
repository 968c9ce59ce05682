"""Whoever is handed a document for customers reads what is public in the policy, and nothing else of it."""

from typing import Any, TypeVar

from policyctl.meaning.texts import Reader, is_for_customers, reader_of
from policyctl.schema import Policy
from policyctl.schema.grammar.choices import Choice
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Part

P = TypeVar("P", bound=Part)

OURS = frozenset({"people", "column", "system", "formula", "recording", "logged", "log"})
"""Fields that are not prose, and none of a customer's business."""


def public(policy: Policy) -> Policy:
    """The policy with only what customers may read; the title, the brand and the version stay.

    It is done once and before anything is laid out, so that no view can let slip what is not there.
    """
    whole = is_for_customers(policy.policy.kind)
    update: dict[str, Any] = {}
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


def _kept(part: Part, name: str, value: Any, *, for_customers: bool) -> Any:
    """What is left of a field of a part."""
    if isinstance(value, Collection):
        opened = reader_of(part, name, for_customers=for_customers) is not Reader.STAFF
        return _rows(value, opened=opened, for_customers=for_customers)
    if isinstance(value, Part):
        return _public_part(value, for_customers=for_customers)
    if isinstance(value, tuple) and value and isinstance(value[0], Part):
        left = (_public_part(each, for_customers=for_customers) for each in value)
        return tuple(each for each in left if each is not None)
    if isinstance(value, Choice):
        return value
    readable = name not in OURS and reader_of(part, name, for_customers=for_customers) is not Reader.STAFF
    return value if readable else () if isinstance(value, tuple) else None


def _public_part(part: P, *, for_customers: bool) -> P | None:
    """The part with its public fields; None where it has none but a name."""
    fields = part.set_fields()
    kept = {name: _kept(part, name, value, for_customers=for_customers) for name, value in fields.items()}
    says = [name for name, value in kept.items() if value not in (None, ()) and not isinstance(value, Choice)]
    if not says or (says == ["name"] and fields.keys() - {"name"}):
        return None
    changed = {name: value for name, value in kept.items() if value is not fields[name]}
    return part.model_copy(update=changed) if changed else part


def _rows(rows: Collection[Any], *, opened: bool, for_customers: bool) -> Collection[Any] | None:
    """The public rows of a collection, and the words around them where those are public."""
    left = [(path, _public_part(row, for_customers=for_customers)) for path, row in rows.located(())]
    kept = [(path, row) for path, row in left if row is not None]
    if not kept:
        return None
    words = {} if opened else {"intro": None, "stem": None, "notes": None}
    paths, entries = zip(*kept, strict=True)
    return rows.model_copy(update={"rows": entries, "paths": paths, **words})
