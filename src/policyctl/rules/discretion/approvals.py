"""Find approvals that are hard to get, needed for everything, unclear, or written down nowhere."""

from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import pattern
from policyctl.meaning.formatting import quoted
from policyctl.meaning.gifts import ANYTHING, REFUND, known_kinds
from policyctl.meaning.grants import Band, bands
from policyctl.meaning.people import is_one_person, leads, roles, who
from policyctl.meaning.references import inside
from policyctl.rules.rule import RuleContext
from policyctl.schema import walk
from policyctl.schema.sections.escalation import Level
from policyctl.schema.sections.head import Kind
from policyctl.schema.sections.people import Role
from policyctl.schema.sections.procedures import Procedure, Step
from policyctl.schema.sections.stand import Moment
from policyctl.schema.sections.standards import Remedy, Standard
from policyctl.schema.sections.terms import Term

_HANDFUL = 5
"""Roles up to which everybody knows where to find everybody."""

_FAST = ("how fast", "`answers_within` beside it, such as `answers_within: 1 hour`")

_STANDS_IN = ("who stands in", "`backup` at the role")


def approver_out_of_reach(context: RuleContext) -> Iterator[Issue]:
    """Somebody who decides above a limit, without saying how fast or who stands in; asked of more than a handful.

    Why it matters: leave that comes tomorrow is a no for the customer on the telephone, whatever it says.

    Diff:

          roles:
            Adviser: By telephone
            Chat adviser: On the website
            Packer: In the store
            Driver: On the road
            Care lead:
              people: Maria Odell
              backup: Director
            Director: At the top
          discretion:
            may_give:
              Refunds:
                who: Adviser
                gives: a refund
                up_to: £50
                above: Care lead  # <- here
        +       answers_within: 1 hour
    """
    seen: set[int] = set()
    timed, backed = _covered(context)
    for band in context.cached(bands) if len(context.policy.roles or ()) > _HANDFUL else ():
        asked = roles(band.grant.above, context)
        if asked and id(band.grant.above) not in seen:
            seen.add(id(band.grant.above))
            slow = not band.grant.answers_within and not asked.keys() & timed
            alone = all(is_one_person(role) and not role.backup for role in asked.values())
            lacks = [_FAST] * slow + [_STANDS_IN] * (alone and not asked.keys() & backed)
            if lacks:
                names = quoted([role.named() for role in asked.values()])
                lacking = " or ".join(what for what, _ in lacks)
                message = f"Above the limit of {band.name}, {names} decides, and nothing says {lacking}."
                hint = f"Write {', and '.join(how for _, how in lacks)}."
                yield Issue((*band.pointer, "above"), message, hint)


def _covered(context: RuleContext) -> tuple[set[Pointer], set[Pointer]]:
    """The roles of which a ladder says how long they have, and for which it says who stands in."""
    timed: set[Pointer] = set()
    backed: set[Pointer] = set()
    for _, level in context.parts_of(Level):
        asked = who(level.role, context)
        timed.update(asked if level.waits else ())
        backed.update(asked if level.backup else ())
    return timed, backed


def front_line_may_give_nothing(context: RuleContext) -> Iterator[Issue]:
    """A handbook in which nobody but those who lead may give anything without asking.

    Why it matters: a customer who has been let down hears “I'll have to ask” over a cup of coffee.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            kind: handbook
          roles:
            Adviser: By telephone
            Director: At the top
          discretion:  # <- here
            may_give:
        +     Small refunds:
        +       who: Adviser
        +       gives: a refund
        +       up_to: £10
              Refunds:
                who: Director
                gives: a refund
                up_to: £50
            logged: In the red book
    """
    discretion = context.policy.discretion
    leading = {pointer for pointer, role in context.parts_of(Role) if leads(role)}
    front = [role.named() for pointer, role in context.parts_of(Role) if pointer not in leading]
    if discretion and front and context.states(Kind.HANDBOOK, Kind.SUPPORT):
        giving = [band for band in context.cached(bands) if not band.grant.ask_first]
        if all(band.who and band.who.keys() <= leading for band in giving) and not _given_elsewhere(context):
            message = f"Only those who lead may give anything without asking, and {quoted(front[:3])} may give nothing."
            hint = "Add a small amount under `may_give` for whoever talks to customers, such as a refund up to £10."
            yield Issue(("discretion",), message, hint, at_key=True)


def _given_elsewhere(context: RuleContext) -> bool:
    """Whether a moment or a step lets somebody give who does not lead."""
    moments = (each for moment in context.policy.moments or () for each in moment.may_refund)
    steps = (step for _, step in context.parts_of(Step) if step.gives and not step.ask)
    refunds = roles(moments, context)
    return any(not leads(role) for role in refunds.values()) or any(True for _ in steps)


def exceptions_not_logged(context: RuleContext) -> Iterator[Issue]:
    """A handbook that lets people give money away and does not say where that is written down.

    Why it matters: what is given away shows what keeps going wrong, and only to those who can look it up.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            kind: handbook
          discretion:
            may_give:  # <- here
              Refunds:
                who: Adviser
                gives: a refund
                up_to: £50
        +   logged: In the red book at the till
    """
    discretion = context.policy.discretion
    if discretion and not discretion.logged and context.states(Kind.HANDBOOK):
        rows = context.cached(bands)
        leading = {pointer for pointer, role in context.parts_of(Role) if leads(role)}
        money = any(band.up_to or band.over for band in rows if not (band.in_procedure or _is_theirs(band, leading)))
        if money and not any(band.grant.log for band in rows) and not _is_written_down(context):
            message = "Money is given away here, and nothing says where that is written down."
            hint = "Write `logged` under `discretion`, with the book, the list or the system."
            yield Issue(("discretion", "may_give"), message, hint, at_key=True)


def _is_theirs(band: Band, leading: set[Pointer]) -> bool:
    """Whether only those may give it who lead, and need no book to know what they gave."""
    return bool(band.who) and band.who.keys() <= leading


def _is_written_down(context: RuleContext) -> bool:
    """Whether a step records it, or the words around what may be given, or a ground rule, say so."""
    if any(step.record for _, step in context.parts_of(Step)):
        return True
    sections = [context.policy.discretion] if context.policy.discretion else []
    texts = (value for part in (*sections, *(context.policy.always or ())) for _, value in walk(part))
    return any(isinstance(text, str) and pattern("discretion.written_down").search(text) for text in texts)


def refund_authority_unclear(context: RuleContext) -> Iterator[Issue]:
    """A refund in a procedure, or a person who may refund in a moment, of which `may_give` says nothing.

    Why it matters: one colleague refunds on the spot and another asks the owner, and customers compare.

    Diff:

          moments:
            An upset caller:
              may_refund: Chat adviser  # <- here
          roles:
            Adviser: By telephone
            Chat adviser: On the website
          discretion:
            may_give:
              Refunds:
        -       who: Adviser
        +       who:
        +         - Adviser
        +         - Chat adviser
                gives: a refund
                up_to: £20
    """
    rows = context.cached(bands)
    refunding = [band for band in rows if band.gifts & {REFUND, ANYTHING}]
    if refunding:
        yield from _beside_the_bands(refunding, context)
    elif rows and not _settled_elsewhere(context):
        yield from _without_band(context)


def _beside_the_bands(refunding: list[Band], context: RuleContext) -> Iterator[Issue]:
    """The people who may refund in a moment, and up to no amount that anything names."""
    able = {person for band in refunding for person in band.who}
    everybody = any(not band.who for band in refunding)
    for pointer, moment in context.parts_of(Moment):
        for index, reference in enumerate(moment.may_refund):
            asked = roles([reference], context)
            if asked and not everybody and able.isdisjoint(asked) and not any(map(leads, asked.values())):
                (role, *_) = asked.values()
                message = f"“{role.named()}” may refund in “{moment.named()}”, and nothing says up to how much."
                hint = "Name the role with `who` in a row that gives refunds, or take it out here."
                yield Issue((*pointer, "may_refund", index), message, hint)


def _without_band(context: RuleContext) -> Iterator[Issue]:
    """The first step that gives money back, where nothing that may be given is money back."""
    procedures = dict(context.parts_of(Procedure))
    for pointer, step in context.parts_of(Step):
        refunds = step.do and REFUND in known_kinds(step.do)
        procedure = procedures.get(inside(pointer, procedures) or ())
        if refunds and procedure and not (step.by or step.ask):
            message = f"“{procedure.named()}” gives money back, and nothing says who may do that, and up to how much."
            hint = "Add a row for refunds under `may_give`, or say with `by` who does it."
            yield Issue((*pointer, "do"), message, hint)
            return


def _settled_elsewhere(context: RuleContext) -> bool:
    """Whether somebody is asked for everything else, may refund by name, or owes the refund in any case."""
    discretion = context.policy.discretion
    if (discretion and discretion.ask) or any(moment.may_refund for _, moment in context.parts_of(Moment)):
        return True
    owing = ((pointer, part) for pointer, part in context.parts if isinstance(part, Remedy | Standard | Term))
    return any(_owes_refund(pointer, part) for pointer, part in owing)


def _owes_refund(pointer: Pointer, part: Remedy | Standard | Term) -> bool:
    texts = (part.says or "", part.name or "", *part.gives)
    return pointer[0] != "procedures" and any(REFUND in known_kinds(text) for text in texts)
