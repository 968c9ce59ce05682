"""A policy in; colleagues whose names and numbers customers will read out."""

import re
from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.patterns import pattern
from policyctl.rules.public.shown import shown
from policyctl.rules.rule import Given
from policyctl.spec.grammar.references import Reference
from policyctl.spec.sections.complaints import HowToComplain, Stage
from policyctl.spec.sections.people import Channel, Role

_NUMBER = r"\b(?:extension|ext\.?|durchwahl) ?\d{1,5}\b|\+?\d[\d ()/.-]{5,18}\d"
_MANY = 300
"""Names above which none is looked for, since each text would be searched for each of them."""


def staff_contact_public(given: Given) -> Iterator[Issue]:
    """A number for colleagues alone, in a text that customers will read.

    Why it matters: a printed extension outlives whoever sat behind it, and at night it wakes the wrong person.

    Bad:

        policy:
          title: How we look after you
          organisation: Harbour Lane Books
          kind: terms
        roles:
          Maria:
            reach: 01632 960 118
        terms:
          Late returns: Ring 01632 960 118 before you bring it.  # <- here

    Good:

        policy:
          title: How we look after you
          organisation: Harbour Lane Books
          kind: terms
        roles:
          Maria:
            reach: 01632 960 118
        terms:
          Late returns: Ask at the counter before you bring it.
    """
    numbers = _staff_numbers(given)
    for passage in shown(given) if numbers else ():
        for found in _numbers(passage.text):
            whose = numbers.get(_digits(found[0]))
            if whose:
                message = f"“{found[0]}” is how colleagues reach {whose}, and customers will read it here."
                hint = "Write the number of a channel, or list this one under `channels` if customers may use it."
                yield passage.issue(found.start(), found[0], message, hint)


def staff_name_public(given: Given) -> Iterator[Issue]:
    """The full name of somebody who neither leads nor hears complaints, in a text that customers will read.

    Why it matters: people leave and move, and not everybody wants to be looked up by a stranger.

    Bad:

        policy:
          title: How we look after you
          organisation: Harbour Lane Books
          kind: terms
        roles:
          Bookseller:
            people: [Lena Marsh, Sam Oduya]
        terms:
          Special orders: Lena Marsh takes your deposit and gives you a receipt.  # <- here

    Good:

        policy:
          title: How we look after you
          organisation: Harbour Lane Books
          kind: terms
        roles:
          Bookseller:
            people: [Lena Marsh, Sam Oduya]
        terms:
          Special orders: A bookseller takes your deposit and gives you a receipt.
    """
    names = _names(given)
    if 0 < len(names) <= _MANY:
        full_name = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
        for passage in shown(given):
            found = full_name.search(passage.text)
            if found and passage.pointer[0] != "complaints":
                message = f"Customers will read the name of {found[0]} here."
                hint = "Is that meant? If not, write the job instead of the name."
                yield passage.issue(found.start(), found[0], message, hint)


def _staff_numbers(given: Given) -> dict[str, str]:
    """The numbers of colleagues that are no channel's, each with whose it is."""
    addresses = (address for _, channel in given.each(Channel) for address in channel.address)
    public = {_digits(each[0]) for address in addresses for each in _numbers(address)}
    found = {_digits(each[0]): role.named() for _, role in given.each(Role) for each in _numbers(role.reach or "")}
    return {number: whose for number, whose in found.items() if number not in public}


def _numbers(text: str) -> Iterator[re.Match[str]]:
    return pattern(_NUMBER).finditer(text)


def _digits(number: str) -> str:
    """An extension stays apart from a number that ends in the same digits."""
    digits = re.sub(r"\D", "", number)
    return f"extension {digits}" if number[0].isalpha() else digits


def _names(given: Given) -> list[str]:
    """People with a first and a last name who neither lead, nor keep the policy, nor hear complaints."""
    known = _named_to_customers(given)
    roles = [role for _, role in given.each(Role) if not role.leads and not known.intersection(role.answers_to())]
    return [person for role in roles for person in role.people if " " in person and person not in known]


def _named_to_customers(given: Given) -> frozenset[str]:
    """Everybody to whom customers are sent anyway."""
    head = given.policy.policy
    found: list[Reference] = [each for each in (head.owner, head.approver) if each]
    for _, way in given.each(HowToComplain):
        found += way.to
    for _, stage in given.each(Stage):
        found += stage.by
    return frozenset(map(str, found))
