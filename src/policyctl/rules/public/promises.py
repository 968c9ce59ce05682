"""Find promises to customers that leave out what a customer asks next."""

from collections.abc import Iterable, Iterator

from policyctl.findings import Issue
from policyctl.lexicon import pattern
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.entry import Audience
from policyctl.schema.sections.head import Kind
from policyctl.schema.sections.standards import Standard

_FOR_STAFF = frozenset({Audience.STAFF, Audience.LEADERS})


def missed_promise_unanswered(context: RuleContext) -> Iterator[Issue]:
    """A charter of promises with limits, none of which says what happens when it is missed.

    Why it matters: “and if not?” is what a customer asks first, and an honest answer is worth more than a fast promise.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            kind: charter
          access:
            formats: Large print
          standards:  # <- here
            Letters: within 5 working days of receipt
        -   Emails: within 2 working days of receipt
        +   Emails:
        +     within: 2 working days
        +     after: receipt
        +     when_missed: We say why, and when the answer comes.
    """
    promises = _promises(context)
    limited = [part for part in promises if part.within and not part.rows]
    answered = context.policy.remedies or any(_says_what_then(part) for part in promises) or _is_said_around(context)
    if context.states(Kind.CHARTER) and len(limited) > 1 and not answered:
        none = "Neither of your two" if len(limited) == 2 else f"None of your {len(limited)}"
        message = f"{none} promises with a limit says what a customer gets or hears when it is missed."
        hint = "Say it once for a group with `when_missed`, even if it is only why, and when; or add `remedies`."
        yield Issue(("standards",), message, hint, at_key=True)


def _promises(context: RuleContext) -> list[Standard]:
    """The promises that customers are told of."""
    promises = (part for pointer, part in context.parts_of(Standard) if pointer[0] == "standards")
    return [part for part in promises if part.audience not in _FOR_STAFF and (part.public is None or part.public)]


def _says_what_then(part: Standard) -> bool:
    beside = (part.says, part.about, part.note, part.intro, part.notes)
    return bool(part.when_missed or part.remedy or _tells_of_missing(beside))


def _is_said_around(context: RuleContext) -> bool:
    """Whether the words around all promises say what happens then."""
    promises, head = context.policy.standards, context.policy.policy
    around = (promises.intro, promises.notes, head.intro, head.notes) if promises else ()
    return _tells_of_missing(around)


def _tells_of_missing(texts: Iterable[str | None]) -> bool:
    return any(text and pattern("public.missed").search(text) for text in texts)
