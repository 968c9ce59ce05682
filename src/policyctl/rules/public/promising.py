"""A policy in; promises to customers that leave out what a customer asks next out."""

from collections.abc import Iterable, Iterator

from policyctl.findings import Issue, Pointer
from policyctl.rules.patterns import finds
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.entry import Audience
from policyctl.schema.sections.conduct import Conduct
from policyctl.schema.sections.head import Kind
from policyctl.schema.sections.stand import Topic
from policyctl.schema.sections.standards import Standard

_FOR_STAFF = frozenset({Audience.STAFF, Audience.LEADERS})
_MISSED = (
    r"\b(?:miss(?:ed)?|fail(?:ed)?|late|later|longer|delay\w*|cannot keep|break|broken"
    r"|verpass\w*|versäum\w*|nicht (?:einhalten|halten|schaffen)|zu spät|später|länger|verspät\w*)\b"
)


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
    told = context.policy.remedies or any(_says_what_then(part) for part in promises) or _is_said_around(context)
    if context.states(Kind.CHARTER) and len(limited) > 1 and not told:
        none = "Neither of your two" if len(limited) == 2 else f"None of your {len(limited)}"
        message = f"{none} promises with a limit says what a customer gets or hears when it is missed."
        hint = "Say it once for a group with `when_missed`, even if it is only why, and when; or add `remedies`."
        yield Issue(("standards",), message, hint, at_key=True)


def charter_one_sided(context: RuleContext) -> Iterator[Issue]:
    """A charter that asks things of customers and promises them nothing.

    Why it matters: rules for customers alone read as a warning sign, and a charter is a bargain between two.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            kind: charter
          access:
            formats: Large print
        + standards:
        +   - We tell you early when something is wrong.
          conduct:
            we_ask: Tell us early when something is wrong.  # <- here
    """
    policy = context.policy
    promised = policy.standards or policy.remedies or policy.complaints or policy.terms or policy.always
    asked = next(_asked(context), None)
    if context.states(Kind.CHARTER) and asked and not promised:
        hint = "Add `standards` with what they get in return; a sentence without a figure will do."
        yield Issue(asked, "This charter asks something of customers and promises them nothing.", hint)


def _asked(context: RuleContext) -> Iterator[Pointer]:
    yield from ((*pointer, "we_ask") for pointer, conduct in context.parts_of(Conduct) if conduct.we_ask)
    yield from ((*pointer, "customer_part") for pointer, topic in context.parts_of(Topic) if topic.customer_part)


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
    return any(text and finds(_MISSED, text) for text in texts)
