"""Find what customers will read and were not meant to: internal limits, and names and numbers of colleagues."""

import re
from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import alternatives, pattern
from policyctl.meaning.figures import read_figures
from policyctl.meaning.promises.rows import Row, rows
from policyctl.meaning.subjects import stems_of
from policyctl.meaning.texts import Passage, Reader
from policyctl.patterns import pattern as compiled
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.choices import Choice, Flag
from policyctl.schema.grammar.commitment import Commitment
from policyctl.schema.grammar.entry import Audience, Entry, Part
from policyctl.schema.grammar.references import Reference
from policyctl.schema.grammar.texts import Speech, Unsaid
from policyctl.schema.quantities import Allowance, Duration, Money, find_money
from policyctl.schema.sections.complaints import HowToComplain, Stage
from policyctl.schema.sections.discretion import Grant
from policyctl.schema.sections.head import Kind
from policyctl.schema.sections.people import Channel, Role

_SECTIONS = {
    Kind.CHARTER: frozenset(
        {"standards", "remedies", "complaints", "channels", "facts", "topics", "access", "conduct"}
    ),
    Kind.COMPLAINTS: frozenset({"complaints", "channels", "access"}),
    Kind.TERMS: frozenset({"terms", "remedies", "facts"}),
}
"""The sections that customers read in a policy of each kind."""

_FOR_CUSTOMERS = frozenset({Audience.CUSTOMERS, Audience.EVERYBODY})
_BESIDE = frozenset({"note", "notes"})
"""What colleagues tell each other beside an entry, in a policy that is their handbook as well."""

_AGAINST: dict[tuple[Choice | None, Choice | None], str] = {
    (Flag.YES, Audience.STAFF): "“{0}” is for staff alone and told to customers at once.",
    (Flag.YES, Audience.LEADERS): "“{0}” is for leaders alone and told to customers at once.",
}

_MOST_NAMES = 300
"""Names above which none is looked for, since each text would be searched for each of them."""


def public_and_internal(context: RuleContext) -> Iterator[Issue]:
    """Something for the inside that customers will read: an internal target, or what staff may give.

    So is an entry that is marked for staff alone and for customers at once, and the limit of a promise with
    `public: no` that a fact or a sample tells.

    Why it matters: whoever reads that advisers may give £20 asks for £20, and an internal target becomes a promise.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            kind: terms
          terms:
        -   Returns: Bring it back within 30 days. Our internal limit is 40.  # <- here
        +   Returns: Bring it back within 30 days.
    """
    for pointer, marked in _marked(context):
        against = _AGAINST.get((marked.get("public"), marked.get("audience")))
        if against:
            hint = "Keep `public`, or keep `audience`, whichever is meant."
            yield Issue((*pointer, "public"), against.format(pointer[-1]), hint)
    limits = _limits(context)
    for passage in _shown(context):
        inside = pattern("public.inside").search(passage.text)
        amount = _permission(passage.text) if limits else None
        if inside:
            hint = "Leave it out here, and write it under `metrics` or in an entry with `audience: staff`."
            message = f"Customers will read “{inside[0]}”, which is for the inside."
            yield passage.issue(inside.start(), inside[0], message, hint)
        elif amount and context.priced(amount) in limits:
            hint = "Say what customers get, and leave what staff may give to `discretion`."
            message = f"Customers will read that staff may give up to {amount}, which is a limit of your discretion."
            yield Issue(passage.pointer, message, hint, words=amount.text)
    yield from _secrets_told(context)


def _secrets_told(context: RuleContext) -> Iterator[Issue]:
    """The limits of promises that are for the inside, where a text for customers says the same figure of the same."""
    secrets = _secrets(context)
    for passage in context.texts.read if secrets and context.understood else ():
        to_customers = passage.reader is Reader.CUSTOMERS or passage.kind is Speech
        if to_customers and passage.kind is not Unsaid and passage.field not in ("name", "customer"):
            for figure in read_figures(passage.text):
                same = secrets.get(figure.value, ()) if isinstance(figure.value, Duration) else ()
                about = stems_of(figure.clause, context.language) if same else frozenset[str]()
                for row, twin, _ in [each for each in same if each[2] & about][:1]:
                    message = f"Customers are told “{figure.words}” here, and “{row.name}” is not for them."
                    hint = "Leave the figure out here, or let customers know the promise with `public: yes`."
                    yield passage.issue(figure.start, figure.words, message, hint)._replace(twin=twin)


_Secret = tuple[Row, Pointer, frozenset[str]]


def _secrets(context: RuleContext) -> dict[Duration, list[_Secret]]:
    """The limits that customers are not to know, each with what it is about; what is promised as well is known."""
    found: dict[Duration, list[_Secret]] = {}
    known: dict[Duration, set[str]] = {}
    for row in rows(context):
        stems = stems_of(row.name, context.language)
        for limit in row.limits:
            if isinstance(limit.bound, Duration) and row.public is False:
                found.setdefault(limit.bound, []).append((row, limit.pointer, stems))
            elif isinstance(limit.bound, Duration):
                known.setdefault(limit.bound, set()).update(stems)
    return {
        length: [each for each in secrets if each[2].isdisjoint(known.get(length, ()))]
        for length, secrets in found.items()
    }


def staff_contact_public(context: RuleContext) -> Iterator[Issue]:
    """A number for colleagues alone, in a text that customers will read.

    Why it matters: a printed extension outlives whoever sat behind it, and at night it wakes the wrong person.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            kind: terms
          roles:
            Maria:
              reach: 01632 960 118
          terms:
        -   Late returns: Ring 01632 960 118 before you bring it.  # <- here
        +   Late returns: Ask at the counter before you bring it.
    """
    numbers = _staff_numbers(context)
    for passage in _shown(context) if numbers else ():
        for found in _numbers(passage.text):
            whose = numbers.get(_digits(found[0]))
            if whose:
                message = f"“{found[0]}” is how colleagues reach {whose}, and customers will read it here."
                hint = "Write the number of a channel, or list this one under `channels` if customers may use it."
                yield passage.issue(found.start(), found[0], message, hint)


def staff_name_public(context: RuleContext) -> Iterator[Issue]:
    """The full name of somebody who neither leads nor hears complaints, in a text that customers will read.

    Why it matters: people leave and move, and not everybody wants to be looked up by a stranger.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            kind: terms
          roles:
            Bookseller:
              people: [Lena Marsh, Sam Oduya]
          terms:
        -   Special orders: Lena Marsh takes your deposit and gives you a receipt.  # <- here
        +   Special orders: A bookseller takes your deposit and gives you a receipt.
    """
    names = _names(context)
    if 0 < len(names) <= _MOST_NAMES:
        full_name = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
        for passage in _shown(context):
            found = full_name.search(passage.text)
            if found and passage.pointer[0] != "complaints":
                message = f"Customers will read the name of {found[0]} here."
                hint = "Is that meant? If not, write the job instead of the name."
                yield passage.issue(found.start(), found[0], message, hint)


def _shown(context: RuleContext) -> Iterator[Passage]:
    """Every text that customers will read; what staff say to them is not printed for them."""
    kinds = context.policy.policy.kind
    sections = frozenset[str]().union(*(_SECTIONS.get(kind, ()) for kind in kinds))
    beside = _BESIDE if set(kinds) - set(_SECTIONS) else frozenset()
    for passage in context.texts.read_by(Reader.CUSTOMERS):
        printed = passage.pointer[0] in sections or _is_marked_public(passage.part)
        if printed and passage.kind is not Speech and passage.field not in beside:
            yield passage


def _is_marked_public(part: Part) -> bool:
    """Whether its author says that customers are told."""
    marked = isinstance(part, Commitment) and bool(part.public)
    return marked or (isinstance(part, Entry) and part.audience in _FOR_CUSTOMERS)


def _marked(context: RuleContext) -> Iterator[tuple[Pointer, dict[str, Choice]]]:
    """The marks of each entry that has both on its own lines; a row may well be an exception from its group."""
    if any(isinstance(part, Commitment) and part.public and part.audience for _, part in context.parts):
        marks: dict[Pointer, dict[str, Choice]] = {}
        for pointer, value in context.values:
            if pointer[-1] in ("public", "audience") and isinstance(value, Choice):
                marks.setdefault(pointer[:-1], {})[str(pointer[-1])] = value
        yield from marks.items()


def _limits(context: RuleContext) -> frozenset[Money]:
    """What staff may give up to, where customers are not told."""
    granted = (grant.up_to for _, grant in context.parts_of(Grant) if not grant.public)
    amounts = (each.amount for each in granted if isinstance(each, Allowance))
    return frozenset(context.priced(amount) for amount in amounts if isinstance(amount, Money))


def _permission(text: str) -> Money | None:
    """The amount that somebody who is no customer may give."""
    found = compiled(
        rf"\b{alternatives('public.may')}\b[^.!?;]{{0,80}}?\b{alternatives('public.at_most')} (?P<most>[^!?;]{{1,40}})"
    ).search(text)
    who = text[: found.start()].split()[-1:] if found else []
    if not (found and who) or pattern("public.customers").fullmatch(who[0].strip(",.;:")):
        return None
    return find_money(found["most"])


def _staff_numbers(context: RuleContext) -> dict[str, str]:
    """The numbers of colleagues that are no channel's, each with whose it is."""
    addresses = (address for _, channel in context.parts_of(Channel) for address in channel.address)
    public = {_digits(each[0]) for address in addresses for each in _numbers(address)}
    found = {
        _digits(each[0]): role.named() for _, role in context.parts_of(Role) for each in _numbers(role.reach or "")
    }
    return {number: whose for number, whose in found.items() if number not in public}


def _numbers(text: str) -> Iterator[re.Match[str]]:
    extension = rf"\b{alternatives('public.extension')} ?\d{{1,5}}\b"
    return compiled(rf"{extension}|\+?\d[\d ()/.-]{{5,18}}\d").finditer(text)


def _digits(number: str) -> str:
    """An extension stays apart from a number that ends in the same digits."""
    digits = re.sub(r"\D", "", number)
    return f"extension {digits}" if number[0].isalpha() else digits


def _names(context: RuleContext) -> list[str]:
    """People with a first and a last name who neither lead, nor keep the policy, nor hear complaints."""
    known = _named_to_customers(context)
    roles = [role for _, role in context.parts_of(Role) if not role.leads and not known.intersection(role.aliases())]
    return [person for role in roles for person in role.people if " " in person and person not in known]


def _named_to_customers(context: RuleContext) -> frozenset[str]:
    """Everybody to whom customers are sent anyway."""
    head = context.policy.policy
    found: list[Reference] = [each for each in (head.owner, head.approver) if each]
    for _, way in context.parts_of(HowToComplain):
        found += way.to
    for _, stage in context.parts_of(Stage):
        found += stage.by
    return frozenset(map(str, found))
