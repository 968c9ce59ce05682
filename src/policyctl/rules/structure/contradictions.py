"""Find what a policy says is never done, and does or says in another place."""

from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.meaning.contradictions import Clause, Contradictions, Prohibition, bans
from policyctl.meaning.formatting import joined
from policyctl.meaning.gifts import is_flat
from policyctl.rules.rule import RuleContext

MANY = 300
"""Bans that are held against everything else; nobody keeps so many in mind, and a hostile file may hold more."""


def said_and_forbidden(context: RuleContext) -> Iterator[Issue]:
    """Something that nobody may do, and that a step, a sample, a letter, a limit or another rule does all the same.

    It is read from the verb and its object, in whatever form: “Ask them to send it back” is against “Ask a customer to
    send a damaged book back”. A ban that lists cases is one for each of them, what may not be taken may not be asked
    for, and the right answer to “May we?” is held against it. A rule that `unless` lifts is told gently, and not at all
    beside words that speak of what lifts it; a rule for some customers alone is left alone.

    Why it matters: whoever follows one of the two is in the wrong, and learns to read neither.

    Diff:

          always:
        -   - Ask for the receipt first.  # <- here
        +   - Look for the order by name and postcode first.
          never:
            - Ask for the receipt
    """
    forbidden = context.cached(bans)[:MANY] if context.understood else ()
    if forbidden:
        contradictions = Contradictions(context)
        seen: set[tuple[Pointer, int]] = set()
        for ban in forbidden:
            for deed, start, end in contradictions.against(ban):
                flat = deed.implied == "give" and is_flat(ban.text)
                if not flat and (deed.passage.pointer, start) not in seen:
                    seen.add((deed.passage.pointer, start))
                    yield _contradicted(ban, deed, start, end)
            for answer in contradictions.answered(ban):
                if (answer, 0) not in seen:
                    seen.add((answer, 0))
                    message = (
                        f"This answer does not fit with what is forbidden: “{ban.text.rstrip('. ')}”{_unless(ban)}."
                    )
                    yield Issue(answer, message, "Correct the answer, or what is forbidden.", twin=ban.pointer)


def _unless(ban: Prohibition) -> str:
    return f", unless {joined([f'“{each}”' for each in ban.unless], 'or')}" if ban.unless else ""


def _contradicted(ban: Prohibition, deed: Clause, start: int, end: int) -> Issue:
    forbidden = ban.text.rstrip(". ")
    words = deed.passage.text[start:end]
    if ban.asks:
        message = f"“{words}” is asked for here, and in another place it is never asked for: “{forbidden}”."
    else:
        message = f"“{words}” stands here, and in another place it is forbidden: “{forbidden}”."
    hint = "Change one of the two, or say beside what is forbidden in which case it is not."
    if ban.unless:
        message = f"{message.removesuffix('.')}{_unless(ban)}."
        hint = "Say here in which case it is done, with `if` or in its words."
    return deed.passage.issue(start, words, message, hint)._replace(twin=ban.pointer, gently=bool(ban.unless))
