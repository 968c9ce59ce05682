"""What the handbook says of an entry is what its author meant: who, what, by when, from when and up to how much.

Each concept that a policy is lowered into is held against the lines that stand under the name of its entry. A figure
counts only with the words around it that say what it bounds, so that a wait is no answer and a limit no beginning.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from tests.printed import EXAMPLES, example, matter_of, policy_of, print_policy
from tests.said import Line, Said, normal, said_by, says

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
POLICIES: dict[str, Callable[[str], Policy]] = {
    **dict.fromkeys([*EXAMPLES, "starter"], example),
    **dict.fromkeys(UNTIDY, lambda name: policy_of(UNTIDY[name])),
}
Complaints = Iterator[str]
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")


def told(concept: Concept, what: str, *wanted: str) -> str:
    """Where the author wrote something that the page does not say, and how it might."""
    return f"{'/'.join(map(str, concept.place.pointer))}: {what}: {' | '.join(dict.fromkeys(wanted))}"


def unnamed(page: Said, concept: Concept, lines: Sequence[Line], what: str, names: Iterable[Name]) -> Complaints:
    """Those who are not named in any of the lines; whoever reads need not be."""
    for name in names:
        if name != CUSTOMER and not page.is_reader(name) and not says(lines, *page.called(name)):
            yield told(concept, what, *page.called(name))


def promises(page: Said) -> Complaints:
    """How soon, counted from when, in how many cases, and by whom; each case by itself."""
    for each in concepts_of(Promise, page.meaning):
        if not each.stated:
            continue
        lines, pointer = page.under(each.place.pointer), each.place.pointer
        of_group = page.around(pointer)  # What a group says for all of its rows is said once.
        case = normal(str(pointer[-1])) if "within" in pointer[:-1] else ""
        for limit in each.limits:
            of_case = normal(limit.case) or (case if limit.how == "within" else "")
            if not page.says_limit((*lines, *of_group), limit, of_case):
                yield told(each, "limit", *page.phrases(limit))
        if each.start and each.limits and not page.says_after(lines, each.start):
            yield told(each, "counted from", each.start)
        never = any(isinstance(limit.value, Never) for limit in each.limits)  # It is kept in no share.
        if each.share is not None and not never and not says(lines, page.figure(each.share)):
            yield told(each, "share", page.figure(each.share))
        yield from unnamed(page, each, lines, "who", (*each.who, *each.not_by))


def grants(page: Said) -> Complaints:
    """Who may give what, up to how much and from where on, whose leave it needs, and who decides above, how fast."""
    for each in concepts_of(Grant, page.meaning):
        lines = page.under(each.place.pointer)
        gifts = each.gives if each.place.pointer[-1] != "may_refund" else ()  # What a moment gives is its own words.
        yield from (told(each, "gives", text) for text in gifts if not says(lines, sentence(text)))
        yield from unnamed(page, each, lines, "who", each.who)
        yield from _bounds(page, each, lines)
        asked = [page._("Ask {who} first", who=who) for name in each.ask_first for who in page.called(name)]
        if asked and not says(lines, *asked):
            yield told(each, "ask first", *asked)
        yield from _above(page, each)


def sentence(text: str) -> str:
    """A text as it may stand within a longer one."""
    return normal(plain(text)).removesuffix(".")


def _bounds(page: Said, grant: Grant, lines: Sequence[Line]) -> Complaints:
    below, _ = page.treads(grant.place.pointer)
    if grant.up_to is not None:
        amount = page.figure(grant.up_to)
        bounded = _bounded(page, grant.up_to, "up to {it}")
        if not says(lines, bounded) and not any(line.is_alone(amount) for line in lines):
            yield told(grant, "up to", bounded)
    if grant.over is not None and below != page.figure(grant.over):
        bounded = _bounded(page, grant.over, "over {it}")
        if not says(lines, bounded):
            yield told(grant, "over", bounded)


def _bounded(page: Said, end: Any, pattern: str) -> str:
    """An end of what may be given; words, and an amount that names its edge, say themselves what they are."""
    edged = isinstance(end, Words) or (isinstance(end, Allowance) and bool(end.edge))
    return page.figure(end) if edged else page._(pattern, it=page.figure(end))


def _above(page: Said, grant: Grant) -> Complaints:
    """Above the limit it is those who are named there that decide, and within their time."""
    patterns: tuple[str, ...]
    names = [form for name in grant.above for form in page.called(name)]
    limits = [limit.value for limit in grant.limits if limit.how == "answered within"]
    if not names:
        return
    if limits:
        words = page.figure(limits[0])
        within = words if isinstance(limits[0], Words) else normal(page.language.within(limits[0]))
        patterns = ("Above that, {who} decides {within}", "Above that: {who}, {within}", "{who} decides {within}")
        wanted = [page._(pattern, who=who, within=within) for who in names for pattern in patterns]
    else:
        patterns = ("Above that: {who}", "Above that, {who} decides")
        wanted = [page._(pattern, who=who) for who in names for pattern in patterns]
    _, next_one = page.treads(grant.place.pointer)
    if not says(page.page.lines, *wanted) and (limits or not says([Line(next_one)], *names)):
        yield told(grant, "above", *wanted)


def handovers(page: Said) -> Complaints:
    """Who takes a case from whom, and after how long; a wait is never the promise of an answer."""
    parts = dict(page.meaning.parts)
    for each in concepts_of(Handover, page.meaning):
        lines = page.under(each.place.pointer)
        if isinstance(parts.get(each.place.pointer[:-1]), Level):
            yield from _level(page, each, lines)
            continue
        yield from unnamed(page, each, lines, "who", (*each.to, *each.backup, *each.told))
        for limit in each.waits:
            if not page.says_limit(lines, limit):
                yield told(each, "limit", *page.phrases(limit))


def _level(page: Said, level: Handover, lines: Sequence[Line]) -> Complaints:
    """The lines of a level are those between the label that names it and the next label."""
    pass_on, you = page._("You pass it on"), page._("You")
    labels = [form for name in level.to for form in page.called(name)] or [page._("Next")]
    row = [*_labelled(lines, [*labels, *([pass_on] if you in labels else [])])]
    yield from unnamed(page, level, lines, "level", level.to)
    yield from (told(level, "away", name.text) for name in level.backup if not says(row, *page.called(name)))
    for limit in level.waits:
        figure = page.figure(limit.value)
        after = figure if isinstance(limit.value, Words) else normal(page.language.after(limit.value))
        wanted = [page._("Passed on {after}", after=after), page._("Wait: {limit}", limit=figure)]
        passed = row and row[0].text.rstrip(":") == pass_on and says(row[1:], after)
        if not passed and not says(row, *wanted):
            yield told(level, "waits", *wanted)


def _labelled(lines: Sequence[Line], labels: Sequence[str]) -> Iterator[Line]:
    mine = False
    for line in lines:
        if line.within("dt") is not None and line.within("dd") is None:
            mine = says([line], *labels)
        if mine:
            yield line


def deeds(page: Said) -> Complaints:
    """Who does what, by when, with whose leave, and who is told of it: of a step, in the line of the step itself."""
    for each in concepts_of(Deed, page.meaning):
        lines, does = page.under(each.place.pointer), sentence(each.sentence)
        if does and not {"steps", "choose"}.isdisjoint(each.place.pointer):
            lines = [line for line in lines if line.says(does)]
        yield from unnamed(page, each, lines, "who", (*each.who, *each.asks, *each.tells))
        yield from (told(each, "record", text) for text in each.records if not says(lines, sentence(text)))
        for limit in each.limits:
            if not page.says_limit(lines, limit, normal(limit.case)):
                yield told(each, "limit", *page.phrases(limit))
        if each.start and each.limits and not page.says_after(lines, each.start):
            yield told(each, "counted from", each.start)


def measures(page: Said) -> Complaints:
    """Where a measure stands and where it should; in a comparison, which of the two sides says what."""
    for each in concepts_of(Measure, page.meaning):
        lines = page.under(each.place.pointer)
        for head, limit in (*(("Now", limit) for limit in each.now), *(("Target", limit) for limit in each.target)):
            figure, column = page.figure(limit.value), page._(head)
            ours = f"{page._('we')}: {figure}", page._("The quiz is passed with {share}", share=figure)
            if not any(line.column == column and line.says(figure) for line in lines) and not says(lines, *ours):
                yield told(each, head, figure)
        theirs = (page.figure(limit.value) for limit in each.others)
        for figure in theirs:
            if not any(f": {figure}" in line.text for line in lines):
                yield told(each, "theirs", figure)
        yield from unnamed(page, each, lines, "owner", each.owner)


def dates(page: Said) -> Complaints:
    """What happens on which day."""
    for each in concepts_of(Dated, page.meaning):
        if each.date is not None and not says(page.under(each.place.pointer), page.figure(each.date)):
            yield told(each, each.what, page.figure(each.date))


def hours(page: Said) -> Complaints:
    """When somebody is there, and when nobody is."""
    for pointer, each in page.meaning.parts_of(Hours):
        week = normal(page.language.week(each.open)) if isinstance(each.open, Week) else ""
        if week and not says(page.under(pointer), week):
            yield f"{'/'.join(map(str, pointer))}: {week}"


def figures(page: Said) -> Complaints:
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


def _known(page: Said, values: Sequence[tuple[Pointer, Any, set[str]]], entry: Pointer, deep: int) -> Iterator[str]:
    """The numbers of an entry, of what stands around it, and of everything that it names."""
    for pointer, value, numbers in values:
        place = page.place(pointer)
        around = entry[: len(place)] == place if place else pointer[0] == entry[0]
        if pointer[: len(entry)] == entry or around:
            yield from numbers
            named = page.meaning.names.find(value) if deep and isinstance(value, Reference) else None
            if named and named.pointer != entry:
                yield from _known(page, values, named.pointer, deep - 1)


def _numbers(page: Said, value: Any) -> Iterator[str]:
    """The numbers of a value as it is written and as it is said."""
    said = page.language
    forms = (said.words, said.within, said.by, said.at_most) if isinstance(value, Quantity) else ()
    for text in (plain(getattr(value, "text", str(value))), *(form(value) for form in forms)):
        yield from _NUMBER.findall(normal(text))


CHECKS = (promises, grants, handovers, deeds, measures, dates, hours, figures)


CHECKS = (promises, grants, handovers, deeds, measures, dates, hours, figures)


def complaints(policy: Policy, html: str) -> list[str]:
    """Everything in which a page does not say what the policy means."""
    page = said_by(policy, html)
    return [complaint for check in CHECKS for complaint in check(page)]


def html_of(policy: Policy) -> str:
    """What the handbook says, without the style sheet."""
    return print_policy(policy, "html")["html"].decode().partition("</head>")[2]


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
    ('data-col="Target"', 'data-col="Now"', "metrics/Repeat rate: Target"),
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


# ---- two meanings that were wrong once ------------------------------------------------------------------------------

WRONG_ONCE = {
    "en-GB": (
        """
        roles:
          Adviser: {people: [Ana Bell, Tom Fry]}
          Lead: {people: Maria Odell, leads: yes}
          Owner: {people: Ruth Calder, leads: yes}
        discretion:
          may_give: {Goodwill: {who: Adviser, gives: a refund, up_to: £40, above: Owner, answers_within: 1 day}}
        escalation: {ladders: {A quarrel: [{role: Adviser, waits: 1 day}, {role: Lead, waits: 2 weeks}, Owner]}}
        """,
        """
        ## What you may give

        £40

        **Goodwill.** A refund. Above that, Ruth decides within 1 day.

        ## A quarrel

        **You pass it on:** After 1 day.

        **Maria:**

        Passed on after 2 weeks.

        **Ruth**
        """,
    ),
    "de": (
        """
        roles:
          Annahme: {people: [Mehtap Kaya, Jan Ott]}
          Meisterin: {people: Katharina Vogt, leads: ja}
          Inhaber: {people: Jörg Brandt, leads: ja}
        discretion:
          may_give:
            Kulanz:
              {who: Annahme, gives: Nachlass, up_to: £40, when: Es hakte, above: Inhaber, answers_within: 1 Tag}
        escalation: {ladders: {Streit: [{role: Annahme, waits: 1 Tag}, {role: Meisterin, waits: 2 Wochen}, Inhaber]}}
        """,
        """
        ## Was wir geben dürfen

        40 £

        **Kulanz.** Nachlass. Voraussetzung: Es hakte. Was darüber hinausgeht, entscheidet Jörg innerhalb eines Tags.

        ## Streit

        **Du gibst weiter:** Nach einem Tag.

        **Katharina:**

        Weiter geht es nach 2 Wochen.

        **Jörg**
        """,
    ),
}


@pytest.mark.parametrize("language", WRONG_ONCE)
def test_a_wait_is_no_answer_and_whoever_is_above_decides(language: str) -> None:
    text, expected = WRONG_ONCE[language]
    shown = matter_of(text, f"currency: GBP, language: {language}").replace("\N{NO-BREAK SPACE}", " ")
    assert re.split("\n\n## (?:Who is who|Wer ist wer)", shown)[0] == dedent(expected).strip()
