"""A policy in; colleagues whose names and numbers customers will read out."""

import re
from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.patterns import pattern
from policyctl.rules.public.shown import shown
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.references import Reference
from policyctl.schema.sections.complaints import HowToComplain, Stage
from policyctl.schema.sections.people import Channel, Role

_NUMBER = r"\b(?:extension|ext\.?|durchwahl) ?\d{1,5}\b|\+?\d[\d ()/.-]{5,18}\d"
_MANY = 300
"""Names above which none is looked for, since each text would be searched for each of them."""


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
    for passage in shown(context) if numbers else ():
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
    if 0 < len(names) <= _MANY:
        full_name = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
        for passage in shown(context):
            found = full_name.search(passage.text)
            if found and passage.pointer[0] != "complaints":
                message = f"Customers will read the name of {found[0]} here."
                hint = "Is that meant? If not, write the job instead of the name."
                yield passage.issue(found.start(), found[0], message, hint)


def _staff_numbers(context: RuleContext) -> dict[str, str]:
    """The numbers of colleagues that are no channel's, each with whose it is."""
    addresses = (address for _, channel in context.parts_of(Channel) for address in channel.address)
    public = {_digits(each[0]) for address in addresses for each in _numbers(address)}
    found = {
        _digits(each[0]): role.named() for _, role in context.parts_of(Role) for each in _numbers(role.reach or "")
    }
    return {number: whose for number, whose in found.items() if number not in public}


def _numbers(text: str) -> Iterator[re.Match[str]]:
    return pattern(_NUMBER).finditer(text)


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
