"""A part of the policy and one of its fields in, who reads what stands there out."""

from collections.abc import Mapping
from enum import StrEnum

from policyctl.schema.grammar.commitment import Commitment
from policyctl.schema.grammar.entry import Audience, Entry, Part
from policyctl.schema.policy import Policy
from policyctl.schema.sections.complaints import Complaints, Complexity, Extension, HowToComplain, OutsideBody, Stage
from policyctl.schema.sections.conduct import Access, Conduct, Privacy
from policyctl.schema.sections.head import Head, Kind, Scope
from policyctl.schema.sections.people import Channel, Closure, Hours
from policyctl.schema.sections.stand import Fact, Mission, Topic
from policyctl.schema.sections.standards import Remedy, Standard
from policyctl.schema.sections.terms import Refusal, Term
from policyctl.schema.sections.training import Pilot


class Reader(StrEnum):
    """For whose eyes or ears a text is."""

    CUSTOMERS = "customers"
    STAFF = "staff"
    NOBODY = "nobody"
    """A name, an address, a law or a source: to be found again, and no prose."""


_CUSTOMERS: Mapping[type[Part], frozenset[str] | None] = {
    Standard: None, Remedy: None, Term: None, Refusal: None,
    Complaints: None, HowToComplain: None, Complexity: None, Extension: None, Stage: None, OutsideBody: None,
    Fact: None, Topic: None, Access: None, Channel: None, Hours: None, Closure: None, Mission: None, Scope: None,
    Conduct: frozenset({"intro", "notes", "we_ask", "unacceptable"}),
    Privacy: frozenset({"intro", "notes", "identity", "never_ask", "consent", "recordings"}),
    Pilot: frozenset({"opt_out", "consent"}),
    Policy: frozenset({"channels", "facts", "hours", "remedies", "standards", "terms", "topics"}),
}  # fmt: skip
"""What customers read: all of a part where None stands, or these fields of it. Everything else is for staff.

Of the policy itself it is what opens and closes these sections.
"""

_STAFF = frozenset({"signs", "letter", "because"})
"""Fields for staff in parts for customers: how to notice, what to put in a letter, and why we do it."""

_NOBODY = frozenset({
    "basis", "source", "schemes", "profiles", "version", "organisation", "people", "formula", "column", "system",
    "recording", "logo", "customer",
})  # fmt: skip
"""Fields that nobody reads as prose: laws, places, people, and what the customer says in a sample."""

_TOLD = {
    Audience.STAFF: Reader.STAFF,
    Audience.LEADERS: Reader.STAFF,
    Audience.CUSTOMERS: Reader.CUSTOMERS,
    Audience.EVERYBODY: Reader.CUSTOMERS,
}
_FOR_STAFF = {Kind.HANDBOOK, Kind.SUPPORT}


def is_for_customers(kinds: tuple[Kind, ...]) -> bool:
    """Whether the policy as a whole is handed to customers: a charter, a complaints procedure, terms."""
    return bool(kinds) and not _FOR_STAFF & set(kinds)


def reader(part: Part, field: str, *, for_customers: bool = False) -> Reader:
    """Who reads a field of a part; `for_customers` says that the whole policy is handed to them.

    What its author said comes first: `audience`, and `public: no`.
    """
    if field in _NOBODY:
        return Reader.NOBODY
    told = _TOLD.get(part.audience) if isinstance(part, Entry) and part.audience else None
    if told:
        return told
    if isinstance(part, Commitment) and part.public is not None and not part.public:
        return Reader.STAFF
    return _usual_reader(type(part), field, for_customers=for_customers)


def _usual_reader(kind: type[Part], field: str, *, for_customers: bool) -> Reader:
    """Who reads a field of such a part where its author has said nothing else."""
    if kind is Head:
        return Reader.CUSTOMERS if for_customers else Reader.STAFF
    fields = _CUSTOMERS.get(kind, frozenset())
    told = field not in _STAFF if fields is None else field in fields
    return Reader.CUSTOMERS if told else Reader.STAFF
