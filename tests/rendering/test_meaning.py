"""What the handbook says of an entry is what its author meant: who, what, by when, from when and up to how much.

Each concept that a policy is lowered into is held against the lines that stand under the name of its entry. A figure
counts only with the words around it that say what it bounds, so that a wait is no answer and a limit no beginning.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.printed import EXAMPLES, example, policy_of, print_policy
from tests.said import Line, Said, normal, read_page

from policyctl.findings import Pointer
from policyctl.meaning.concepts import CUSTOMER, Concept, Dated, Deed, Grant, Handover, Measure, Name, Promise
from policyctl.meaning.lowering import concepts_of
from policyctl.rendering.prose import plain
from policyctl.schema import Policy, read, walk
from policyctl.schema.grammar.references import Reference
from policyctl.schema.quantities import Allowance, Never, Quantity, Week, Words
from policyctl.schema.sections.escalation import Level
from policyctl.schema.sections.people import Hours
from policyctl.source import read as read_source

UNTIDY = {path.stem: path for path in sorted((Path(__file__).parents[1] / "cases" / "untidy").glob("*.yaml"))}
POLICIES = {
    **dict.fromkeys([*EXAMPLES, "starter"], example),
    **dict.fromkeys(UNTIDY, lambda name: policy_of(UNTIDY[name])),
}
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")

def read_page(html: str) -> Page:
    page = Page()
    page.add(page_of("html", html.encode()))
    return page


def html_of(policy: Policy) -> str:
    return print_policy(policy, "html")["html"].decode()


def complaints(policy: Policy, html: str) -> list[str]:
    """Everything in which a page does not say what the policy means."""
    page = Printed(policy, read_page(html))
    return [complaint for check in CHECKS for complaint in check(page)]


Complaints = Iterator[str]


def told(what: str, concept: Any, *wanted: object) -> str:
    return f"{'/'.join(map(str, concept.place.pointer))}: {what}: {', '.join(map(str, wanted))}"


def named(page: Printed, lines: Sequence[Line], names: Iterable[Name]) -> Iterator[Name]:
    """Those who are not named in any of the lines."""
    others = (name for name in names if name != CUSTOMER)
    yield from (name for name in others if not any(line.says(form) for line in lines for form in page.called(name)))


def promises(page: Printed) -> Complaints:
    for each in concepts_of(Promise, page.meaning):
        if not each.stated:
            continue
        lines = page.under(each.place.pointer)
        of_group = page.around(each.place.pointer)  # What a group says for all of its rows is said once.
        case = normal(str(each.place.pointer[-1])) if "within" in each.place.pointer[:-1] else ""
        for limit in each.limits:
            of_case = normal(limit.case) or (case if limit.how == "within" else "")
            if not page.says_limit((*lines, *of_group), limit, of_case):
                yield told("limit", each, of_case, limit.how, page.figure(limit.value))
        if each.start and each.limits and not page.says_after(lines, each.start):
            yield told("counted from", each, each.start)
        never = any(isinstance(limit.value, Never) for limit in each.limits)  # It is kept in no share.
        if each.share is not None and not never and not any(line.says(page.figure(each.share)) for line in lines):
            yield told("share", each, page.figure(each.share))
        yield from (told("who", each, name.text) for name in named(page, lines, (*each.who, *each.not_by)))


def grants(page: Printed) -> Complaints:
    """Who may give what, up to how much and from where on, whose leave it needs, and who decides above, how fast."""
    for each in concepts_of(Grant, page.meaning):
        lines = page.under(each.place.pointer)
        gifts = [normal(plain(gift)).removesuffix(".") for gift in each.gives]
        if each.place.pointer[-1] == "may_refund":
            gifts = []  # The field says it.
        yield from (told("gives", each, gift) for gift in gifts if not any(line.says(gift) for line in lines))
        yield from (told("who", each, name.text) for name in named(page, lines, each.who) if not page.is_reader(name))
        yield from _bounds(page, each, lines)
        asked = [page._("Ask {who} first", who=who) for name in each.ask_first for who in page.called(name)]
        if each.ask_first and not any(line.says(form) for line in lines for form in asked):
            yield told("ask first", each, *asked)
        yield from _above(page, each)


def _bounds(page: Printed, grant: Grant, lines: Sequence[Line]) -> Complaints:
    for end, pattern in ((grant.up_to, "up to {it}"), (grant.over, "over {it}")):
        if end is None:
            continue
        amount = page.figure(end)
        edged = isinstance(end, Words) or (isinstance(end, Allowance) and bool(end.edge))
        bounded = amount if edged else page._(pattern, it=amount)
        alone = amount if end is grant.up_to else ""
        below = page.treads(grant.place.pointer)[0] if end is grant.over else ""
        if below != amount and not any(line.says(bounded) or line.is_alone(alone) for line in lines):
            yield told(pattern, grant, amount)


def _above(page: Printed, grant: Grant) -> Complaints:
    """Above the limit it is those who are named there that decide, and within their time."""
    how_fast = [limit for limit in grant.limits if limit.how == "answered within"]
    if not grant.above:
        return
    names = [form for name in grant.above for form in page.called(name)]
    if not how_fast:
        wanted = [
            page._(pattern, who=who) for who in names for pattern in ("Above that: {who}", "Above that, {who} decides")
        ]
    else:
        limit = how_fast[0].value
        within = page.figure(limit) if isinstance(limit, Words) else normal(page.language.within(limit))
        patterns = ("Above that, {who} decides {within}", "Above that: {who}, {within}", "{who} decides {within}")
        wanted = [page._(pattern, who=who, within=within) for who in names for pattern in patterns]
    next_one = Line(page.treads(grant.place.pointer)[1])
    if not how_fast and any(map(next_one.says, names)):
        return
    if not any(line.says(form) for line in page.page.lines for form in wanted):
        yield told("above", grant, *wanted)


def handovers(page: Printed) -> Complaints:
    """Who takes a case from whom, and after how long; a wait is never the promise of an answer."""
    for each in concepts_of(Handover, page.meaning):
        part = dict(page.meaning.parts).get(each.place.pointer[:-1])
        lines = page.under(each.place.pointer)
        if isinstance(part, Level):
            yield from _level(page, each, lines)
            continue
        yield from (told("who", each, name.text) for name in named(page, lines, (*each.to, *each.backup, *each.told)))
        for limit in each.waits:
            if not page.says_limit(lines, limit, ""):
                yield told("limit", each, limit.how, page.figure(limit.value))


def _level(page: Printed, level: Handover, lines: Sequence[Line]) -> Complaints:
    """The lines of a level are those between the label that names it and the next label."""
    pass_on, you = page._("You pass it on"), page._("You")
    labels = [form for name in level.to for form in page.called(name)] or [page._("Next")]
    row = [*_labelled(lines, [*labels, *([pass_on] if you in labels else [])])]
    yield from (told("level", level, name.text) for name in named(page, lines, level.to) if not page.is_reader(name))
    yield from (told("away", level, name.text) for name in named(page, row, level.backup))
    for limit in level.waits:
        after = page.figure(limit.value) if isinstance(limit.value, Words) else normal(page.language.after(limit.value))
        wanted = [page._("Passed on {after}", after=after), page._("Wait: {limit}", limit=page.figure(limit.value))]
        passed = row and row[0].text.rstrip(":") == pass_on and any(line.says(after) for line in row[1:])
        if not passed and not any(line.says(form) for line in row for form in wanted):
            yield told("waits", level, *wanted)


def _labelled(lines: Sequence[Line], labels: Sequence[str]) -> Iterator[Line]:
    mine = False
    for line in lines:
        if line.within("dt") is not None and line.within("dd") is None:
            mine = any(map(line.says, labels))
        if mine:
            yield line


def deeds(page: Printed) -> Complaints:
    """Who does what, by when, with whose leave, and who is told of it: in the line of the deed itself."""
    for each in concepts_of(Deed, page.meaning):
        lines = page.under(each.place.pointer)
        does = normal(plain(each.sentence)).removesuffix(".")
        if "steps" in each.place.pointer or "choose" in each.place.pointer:
            lines = [line for line in lines if line.says(does)] if does else lines
        for name in named(page, lines, (*each.who, *each.asks, *each.tells)):
            if not page.is_reader(name):
                yield told("who", each, name.text)
        yield from (
            told("record", each, text)
            for text in each.records
            if not any(line.says(normal(plain(text)).removesuffix(".")) for line in lines)
        )
        for limit in each.limits:
            if not page.says_limit(lines, limit, normal(limit.case)):
                yield told("limit", each, limit.how, page.figure(limit.value))
        if each.start and each.limits and not page.says_after(lines, each.start):
            yield told("counted from", each, each.start)


def measures(page: Printed) -> Complaints:
    """Where a measure stands and where it should; in a comparison, which of the two sides says what."""
    for each in concepts_of(Measure, page.meaning):
        lines = page.under(each.place.pointer)
        for figures, head in ((each.now, page._("Now")), (each.target, page._("Target"))):
            for limit in figures:
                shown = page.figure(limit.value)
                in_words = (
                    page._("{who}: {it}", who=page._("we"), it=shown),
                    page._("The quiz is passed with {share}", share=shown),
                )
                if not any(
                    line.says(shown) and (line.column == head or any(map(line.says, in_words))) for line in lines
                ):
                    yield told(head, each, shown)
        yield from (
            told("theirs", each, page.figure(limit.value))
            for limit in each.others
            if not any(line.says(page.figure(limit.value)) for line in lines)
        )
        yield from (told("owner", each, name.text) for name in named(page, lines, each.owner))


def dates(page: Printed) -> Complaints:
    for each in concepts_of(Dated, page.meaning):
        if each.date is not None and not any(
            line.says(page.figure(each.date)) for line in page.under(each.place.pointer)
        ):
            yield told(each.what, each, page.figure(each.date))


def hours(page: Printed) -> Complaints:
    """When somebody is there, and when nobody is."""
    for pointer, each in page.meaning.parts_of(Hours):
        week = normal(page.language.week(each.open)) if isinstance(each.open, Week) else ""
        if week and not any(line.says(week) for line in page.under(pointer)):
            yield f"{'/'.join(map(str, pointer))}: {week}"


def figures(page: Printed) -> Complaints:
    """No number stands under the name of an entry that its author wrote neither there nor where it leads to."""
    values = [(pointer, value, {*_numbers(page, value)}) for pointer, value in walk(page.policy)]
    everything = {number for _, _, numbers in values for number in numbers}
    by_anchor = {anchor: at for at, anchor in page.anchors.items()}
    entries = {normal(str(at[-1])): at for at in page.anchors}
    known = cache(lambda entry: {*_known(page, values, entry, deep=2)})
    for line in page.page.lines:
        entry = by_anchor.get(line.anchor, ())
        if line.column in entries and entries[line.column][:-1] == entry[:-1]:
            entry = entries[line.column]  # A case of a term has a column of its own.
        allowed = known(entry) if entry and not line.is_in("stair") else everything
        text = line.text.partition(" ")[2] if line.within("h2") is not None else line.text  # A part has a number.
        if strange := {*_NUMBER.findall(text)} - allowed:
            yield f"{'/'.join(map(str, entry))}: {', '.join(sorted(strange))} in “{line.text}”"


def _known(page: Printed, values: Sequence[tuple[Pointer, Any, set[str]]], entry: Pointer, deep: int) -> Iterator[str]:
    """The numbers of an entry, of what stands around it, and of everything that it names."""
    for pointer, value, numbers in values:
        place = page.place(pointer)
        around = entry[: len(place)] == place if place else pointer[0] == entry[0]
        if pointer[: len(entry)] == entry or around:
            yield from numbers
            named = page.meaning.names.find(value) if deep and isinstance(value, Reference) else None
            if named and named.pointer != entry:
                yield from _known(page, values, named.pointer, deep - 1)


def _numbers(page: Printed, value: Any) -> Iterator[str]:
    """The numbers of a value as it is written and as it is said."""
    said = page.language
    forms = (said.words, said.within, said.by, said.at_most) if isinstance(value, Quantity) else ()
    for text in (plain(getattr(value, "text", str(value))), *(form(value) for form in forms)):
        yield from _NUMBER.findall(normal(text))


CHECKS = (promises, grants, handovers, deeds, measures, dates, hours, figures)


@pytest.mark.parametrize("name", POLICIES)
def test_the_handbook_means_what_its_author_does(name: str) -> None:
    policy = POLICIES[name](name)
    assert complaints(policy, html_of(policy)) == []


# ---- a page that means something else is told ---------------------------------------------------------------------

SHOP = """\
policyctl: 1
policy: {title: T, organisation: O, currency: GBP, effective: 1 March 2026}
roles:
  Adviser: {people: [Ana Bell, Tom Fry]}
  Lead: {people: Maria Odell, leads: yes, backup: Owner}
  Owner: {people: Ruth Calder, leads: yes}
hours: {Shop: Mon-Fri 9:00-17:00}
priorities: {Urgent: Today, Normal: {else: yes}}
standards:
  First reply: {within: {Urgent: 1 hour, Normal: 4 hours}, after: you write, met: 95%}
  A visit: {notice: 24 hours, before: we come, within: 3 weeks}
  News: {every: 2 days, until: it is found}
terms:
  Returns:
    rows:
      Unworn: {within: 30 days, after: you have it, gives: your money, proof: A receipt}
      Faulty: {within: 2 years, after: you bought it, gives: a new one, proof: The bill}
  Guarantee: {at_least: 2 years, gives: a repair}
discretion:
  may_give:
    Put it right: {who: Adviser, gives: a refund, up_to: £20 per case, above: Lead, answers_within: 30 minutes}
    More: {who: Lead, gives: a refund, over: £20 per case, up_to: £150 per case, above: Owner, answers_within: 1 day}
    A token: {who: Lead, gives: a token, over: £7, ask_first: Owner}
  ask: Lead
escalation:
  ladders:
    An unhappy customer:
      - {role: Adviser, waits: 1 hour}
      - {role: Lead, waits: 2 hours, backup: Adviser}
      - Owner
  direct:
    A letter from a court: {to: Owner, tell: Lead, reply: none, within: 1 business hour}
procedures:
  A cup breaks:
    - {do: Say sorry, by: Lead, within: 5 minutes, after: the call, tell: Owner, record: the order}
    - {do: Give it back, gives: the postage, ask: Owner}
complaints:
  stages:
    Our answer: {by: Lead, not_by: Owner, steps: {You hear from us: {within: 2 days, after: received}}}
    A review: {by: Owner, ask_within: 3 months, ask_after: our answer}
metrics: {Repeat rate: {baseline: 84%, target: 90%, owner: Lead}}
"""


@cache
def shop() -> tuple[Policy, str]:
    policy = read(read_source(SHOP.encode(), "policy.yaml").data).policy
    assert policy
    return policy, html_of(policy).replace("\N{NO-BREAK SPACE}", " ")


def test_a_small_policy_is_printed_as_it_is_meant() -> None:
    assert complaints(*shop()) == []


LADDER, GRANTS = "escalation/ladders/An unhappy customer/levels", "discretion/may_give"
WRONG = (
    ("You pass it on<", "You answer<", f"{LADDER}/0/role: waits"),
    ("Passed on after 2 hours", "Answers within 2 hours", f"{LADDER}/1/role: waits"),
    ("Away: Adviser", "Away: Owner", f"{LADDER}/1/role: away"),
    ("Maria decides within 30 minutes", "Ana answers within 30 minutes", f"{GRANTS}/Put it right: above"),
    ("Ruth decides within 1 day", "Maria decides within 1 day", f"{GRANTS}/More: above"),
    ("£20</span>", "£21</span>", f"{GRANTS}/Put it right: up to"),
    ("£20</span>", "£21</span>", f"{GRANTS}/More: over"),
    (", over £7", ", up to £7", f"{GRANTS}/A token: over"),
    ("Ask Ruth first", "Ask Maria first", f"{GRANTS}/A token: ask first"),
    ('<p class="note">Maria</p>', '<p class="note">Ruth</p>', f"{GRANTS}/A token: who"),
    ("and tell Maria", "and tell Ana", "escalation/direct/A letter from a court/to: who"),
    ("within 1 business hour", "within 1 hour", "escalation/direct/A letter from a court/to: limit"),
    ("Maria, within 5 minutes", "Ruth, within 5 minutes", "procedures/A cup breaks/steps/0/do: who"),
    ("Tell Ruth", "Tell Ana", "procedures/A cup breaks/steps/0/do: who"),
    ("within 5 minutes after", "within 6 minutes after", "procedures/A cup breaks/steps/0/do: limit"),
    ("minutes after the call", "minutes before the call", "procedures/A cup breaks/steps/0/do: counted from"),
    ('data-col="Urgent"', 'data-col="Normal"', "standards/First reply/within/Urgent: limit"),
    ("Counted from when you write", "Counted from when you read", "standards/First reply/within/Urgent: counted"),
    ("95%", "90%", "standards/First reply/within/Urgent: share"),
    ("95%", "90%", "standards/First reply: 90 in"),
    ("<b>24 hours</b> before we come", "<b>24 hours</b> after we come", "standards/A visit/within: limit"),
    (">Within 30 days", ">At least 30 days", "terms/Returns/rows/Unworn/within: limit"),
    ("after you have it", "before you have it", "terms/Returns/rows/Unworn/within: counted from"),
    ("At least 2 years", "Within 2 years", "terms/Guarantee: limit"),
    ("Decided by Maria", "Decided by Ana", "complaints/stages/Our answer/by: who"),
    ("from when it is received", "from when it is acknowledged", "complaints/stages/Our answer/steps/You hear from us"),
    ("Ask for it <b>within 3 months", "Answered <b>within 3 months", "complaints/stages/A review/ask_within: limit"),
    ('data-col="Target"', 'data-col="Now"', "metrics/Repeat rate: target"),
    ("Read by Maria", "Read by Ruth", "metrics/Repeat rate: owner"),
    ("When away: Ruth", "When away: Ana", "roles/Lead/backup: who"),
    ("09:00 to 17:00", "09:00 to 17:30", "hours/Shop"),
    ("1 March 2026", "2 March 2026", "policy/effective"),
)
"""What the page says, something else that it might say, and what is to be told then."""


@pytest.mark.parametrize(("right", "wrong", "told_of"), WRONG)
def test_another_meaning_is_told(right: str, wrong: str, told_of: str) -> None:
    policy, html = shop()
    assert right in html
    assert [each for each in complaints(policy, html.replace(right, wrong)) if told_of in each] != []
