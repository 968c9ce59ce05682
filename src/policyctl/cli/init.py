"""`policyctl init`: write a first policy from a dozen answers, and its schema for editors."""

import os
import sys
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from policyctl.cli.options import choose, complete, understood
from policyctl.cli.paths import POLICY
from policyctl.cli.schema import schema_text
from policyctl.cli.streams import interactive, terminal, write_err, write_out
from policyctl.errors import PolicyctlError

if TYPE_CHECKING:
    from policyctl.cli.asking import Conversation
    from policyctl.scaffold.answers import Answers
    from policyctl.scaffold.bringing import Brought
    from policyctl.scaffold.trades import Trade
    from policyctl.scaffold.writing import Translate

SCHEMA = "policy.schema.json"
KEPT = "init.answers.yaml"
"""Where the answers of somebody who left wait for them."""

LARGEST_TEXT = 20_000_000
"""Bytes of an older text that are read at most: a Word file may hold pictures."""


def _languages() -> tuple[str, ...]:
    """The languages that a policy can begin in."""
    from policyctl.scaffold.trades import languages

    return languages()


def _trades() -> tuple[str, ...]:
    """The trades that there are, the same in each language."""
    from policyctl.scaffold.trades import trade_names

    return trade_names(_languages()[0])


def init(  # noqa: PLR0913, PLR0917  One argument for each option.
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where to begin; made if it is not there.", show_default="here")
    ] = Path(),
    language: Annotated[
        str | None,
        typer.Option(metavar="LANGUAGE", help="Of the policy: en or de.", autocompletion=complete(_languages)),
    ] = None,
    trade: Annotated[
        str | None,
        typer.Option(
            metavar="TRADE",
            help="What you do, such as shop or salon.",
            autocompletion=complete(_trades),
        ),
    ] = None,
    organisation: Annotated[str | None, typer.Option(metavar="NAME", help="The name of your business.")] = None,
    feel: Annotated[str | None, typer.Option(metavar="TEXT", help="What customers should feel.")] = None,
    way: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A way in, such as Phone; once for each.")
    ] = None,
    address: Annotated[
        list[str] | None, typer.Option(metavar="WAY: TEXT", help="Where that is, such as 'Phone: 020 7946 0112'.")
    ] = None,
    hours: Annotated[str | None, typer.Option(metavar="HOURS", help="When somebody is there: Mon-Fri 9-5.")] = None,
    within: Annotated[
        list[str] | None, typer.Option(metavar="WAY: TIME", help="How fast you answer, such as 'Phone: 6 rings'.")
    ] = None,
    decider: Annotated[str | None, typer.Option(metavar="WHO", help="Who decides what nobody else may.")] = None,
    may_give: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What may be given without asking: a refund up to 20 GBP.")
    ] = None,
    opening: Annotated[str | None, typer.Option(metavar="TEXT", help="Your first words to a customer.")] = None,
    goal: Annotated[str | None, typer.Option(metavar="TEXT", help="The goal that matters most.")] = None,
    notice: Annotated[str | None, typer.Option(metavar="TEXT", help="How you would notice that it is reached.")] = None,
    review: Annotated[
        str | None, typer.Option(metavar="WHEN", help="When it is read again: every 6 months, or a date.")
    ] = None,
    currency: Annotated[
        str | None, typer.Option(metavar="CODE", help="Of amounts that name none: GBP, EUR, USD.")
    ] = None,
    from_: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE", help="An older text (.txt, .md, .docx) to lay beside the sections."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing; take what is ready.")] = False,
    answers: Annotated[Path | None, typer.Option(metavar="FILE", help="Answers of another time, as YAML.")] = None,
    save_answers: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the answers there, for another time.")
    ] = None,
) -> None:
    """Begin a policy from a dozen plain questions.

    On a terminal it asks, one question at a time, with an answer ready for each; elsewhere, or with --yes, it takes
    what is ready. Options answer beforehand. Writes policy.yaml and, for editors, policy.schema.json. Never
    overwrites a policy.

    \b
    Example:
      policyctl init
      policyctl init salon --trade salon --organisation "Rosa's"
      policyctl init --yes --answers rosa.yaml
      policyctl init --from our-old-rules.docx
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
    from policyctl.rendering.language import LocaleFormatter

    policy = folder / POLICY
    _refuse_existing(policy)
    kept = folder / KEPT
    guided = not yes and interactive(sys.stdin) and interactive(sys.stdout)
    resumed = guided and answers is None and kept.is_file()
    if save_answers is not None and save_answers.absolute() == policy.absolute():
        raise PolicyctlError(f"The answers cannot go to {policy}, where the policy goes.", hint="Name another file.")
    given = _kept(kept) if resumed else _saved(answers)
    given = given.but(**_chosen(language, trade))
    translate = LocaleFormatter(given.language or "en").gettext
    texts = {
        "organisation": organisation, "feel": feel, "hours": hours, "decider": decider, "may_give": may_give,
        "opening": opening, "goal": goal, "notice": notice, "review": review, "currency": currency,
    }  # fmt: skip
    given = given.but(
        **{name: _read(name, text, translate) for name, text in texts.items() if text is not None},
        **_by_way(way or [], address or [], within or [], translate),
    )
    if not resumed and (given.ways or not guided):
        _refuse_unknown_way(given, translate)
    target = Target(policy, save_answers, *_older(from_))
    if guided:
        _ask(target, given, kept if resumed else None)
    else:
        _write_unasked(target, given)


class Target(NamedTuple):
    """Where the policy goes, and the answers if they are to be kept; an older text to bring in, and its name."""

    policy: Path
    answers: Path | None = None
    older: bytes = b""
    name: str = ""

    def brought(self, trade: "Trade") -> "Brought | None":
        """What the older text brings into a policy of this trade."""
        return _bring(self.older, self.name, trade.language, trade.id) if self.name else None


@cache
def _bring(older: bytes, name: str, language: str, trade: str) -> "Brought":
    from policyctl.scaffold.bringing import bring
    from policyctl.scaffold.trades import load_trade

    return bring(older, name, language, load_trade(language, trade))


def _older(path: Path | None) -> tuple[bytes, str]:
    """The older text that is to be brought in, and what it is called; nothing without one."""
    from policyctl.files import read_file

    return (read_file(path, LARGEST_TEXT), path.name) if path else (b"", "")


def _write_unasked(target: Target, given: "Answers") -> None:
    """Write the policy with what is ready where nothing was answered."""
    from policyctl.rendering.language import LocaleFormatter
    from policyctl.scaffold.answers import complete as complete_answers

    trade = _trade_of(given)
    brought = target.brought(trade)
    known = given.or_else(brought.answers) if brought else given
    whole = complete_answers(known.but(language=trade.language, trade=trade.id), trade)
    translate = LocaleFormatter(trade.language).gettext
    _write(target, whole, translate)
    if brought:
        write_out(f"\n{_what_came(brought, translate)}\n")
    write_out(f"\n{_what_next(target.policy, translate)}\n")


def _ask(target: Target, given: "Answers", kept: Path | None) -> None:
    """Ask what was not answered, write the policy, and offer to print it.

    `kept` holds the answers of a time when somebody left; once the policy is written it goes.
    """
    from policyctl.cli.asking import Conversation, Later, Shown
    from policyctl.cli.plain import card_as_text, in_short
    from policyctl.scaffold.answers import Answers

    def found(trade: "Trade") -> Answers:
        brought = target.brought(trade)
        return brought.answers if brought else Answers()

    policy = target.policy
    conversation = Conversation.begin(given, found)
    _ = conversation.translate
    if kept is not None:
        conversation.say(_("Your answers from last time are here; this goes on where you left."))
    try:
        whole = conversation.ask(
            Shown(
                lambda answers, trade: in_short(answers, trade, conversation.look),
                lambda answers, trade: card_as_text(answers, trade, conversation.look),
            )
        )
    except Later:
        _keep(conversation, kept or policy.parent / KEPT)
        return
    except PolicyctlError:
        _keep(conversation, kept or policy.parent / KEPT)
        raise
    _ = conversation.translate
    write_out("\n")
    _write(target, whole, _)
    if kept is not None:
        kept.unlink(missing_ok=True)
    if conversation.confirm(_("Make the PDFs of the card, the handbook and the charter?")):
        conversation.say(_("That takes a few seconds …"))
        conversation.say(*_print(policy, _))
    write_out(f"\n{_what_next(policy, _)}\n")


def _keep(conversation: "Conversation", place: Path) -> None:
    """Keep the answers for another time, and say how to go on."""
    from policyctl.outputs import replace_all
    from policyctl.reporters import show
    from policyctl.scaffold.answers import write_answers

    replace_all({place: write_answers(conversation.kept()).encode()})
    _ = conversation.translate
    words = _("Your answers are kept in {file}. Go on with: {command}")
    command = "policyctl init" if place.parent == Path() else f"policyctl init {_quoted(place.parent)}"
    conversation.say(words.replace("{file}", show(str(place))).replace("{command}", command))


def _print(policy: Path, _: "Translate") -> list[str]:
    """Print what a first policy is for, in all formats that this machine can make, and say where the card is."""
    import contextlib
    import io

    from policyctl.cli.render import render
    from policyctl.reporters import show

    output = policy.parent / "build"
    with contextlib.redirect_stdout(io.StringIO()):  # Nine files with their sizes are not what somebody looks for here.
        render(str(policy), "card,handbook,charter", None, output, None, None, None)
    made = {name: next(iter(sorted(output.glob(f"{name}.pdf")) or [output / f"{name}.html"])) for name in _FIRST_PAGES}
    return [
        _("Your card: {file}").replace("{file}", show(str(made["card"]))),
        _("Open it: {command}").replace(
            "{command}", f"{_OPENERS.get(sys.platform, 'xdg-open')} {_quoted(made['card'])}"
        ),
        _("Beside it: {files}").replace("{files}", ", ".join(show(made[name].name) for name in _FIRST_PAGES[1:])),
    ]


_FIRST_PAGES = ("card", "handbook", "charter")
_OPENERS = {"darwin": "open", "win32": "start"}
"""How a file is opened from the command line, by the name that Python has for the system."""


def _refuse_existing(policy: Path) -> None:
    if os.path.lexists(policy):
        hint = f"Check it with: policyctl validate {policy}. Or name another folder: policyctl init FOLDER"
        raise PolicyctlError(f"{policy} is there already, and init overwrites nothing.", hint=hint)


def _trade_of(given: "Answers") -> "Trade":
    """The trade that was answered, a shop in English as long as nothing was."""
    from policyctl.scaffold.trades import load_trade

    return load_trade(given.language or _languages()[0], given.trade or _trades()[0])


def _chosen(language: str | None, trade: str | None) -> dict[str, str]:
    """The language and the trade of the options, as far as they are there."""
    found = {}
    if language is not None:
        found["language"] = choose(language, _languages(), "--language")
    if trade is not None:
        found["trade"] = _trade_called(trade, found.get("language") or _languages()[0])
    return found


def _trade_called(said: str, language: str) -> str:
    """The trade of the option by any usual word for it, as in the conversation; how it was read is said."""
    from policyctl.rendering.language import LocaleFormatter
    from policyctl.scaffold.meant import trades_meant
    from policyctl.scaffold.trades import load_trade

    if said in _trades():
        return said
    known = {each: load_trade(language, each) for each in _trades()}
    meant = trades_meant(said, [*known.values()])
    if len(meant) != 1:
        return choose(said, _trades(), "--trade")
    (trade,) = meant
    write_err(LocaleFormatter(language).gettext("Read as: {text}").replace("{text}", known[trade].name) + "\n")
    return trade


def _refuse_unknown_way(given: "Answers", _: "Translate") -> None:
    """Raise PolicyctlError where something is said of a way in that there is not."""
    from policyctl.scaffold.answers import complete as complete_answers
    from policyctl.scaffold.answers import unknown_way

    trade = _trade_of(given)
    if name := unknown_way(given, trade):
        ways = ", ".join(complete_answers(given, trade).ways)
        message = _("“{text}” is none of the ways in.").replace("{text}", name)
        raise PolicyctlError(message, hint=_("There are: {ways}.").replace("{ways}", ways))


def _by_way(ways: list[str], addresses: list[str], within: list[str], _: "Translate") -> dict[str, object]:
    """The answers about ways in, as far as they are there."""
    found: dict[str, object] = {"ways": tuple(dict.fromkeys(_read("ways", way, _) for way in ways))} if ways else {}
    for name, pairs in (("addresses", addresses), ("within", within)):
        if pairs:
            found[name] = dict(_pair(name, pair, _) for pair in pairs)
    return found


def _pair(name: str, text: str, _: "Translate") -> tuple[str, str]:
    way, colon, said = text.partition(":")
    if not colon:
        example = _("Phone: 6 rings") if name == "within" else _("Phone: 020 7946 0112")
        message = _("“{text}” names no way in.").replace("{text}", text)
        raise PolicyctlError(message, hint=_("For example: {text}").replace("{text}", example))
    name_of_way = _read("ways", way, _)
    return name_of_way, _read(name, said, _, name_of_way)


def _read(name: str, text: str, _: "Translate", way: str = "") -> str:
    """An answer of the command line; raises PolicyctlError where it is not understood."""
    from policyctl.scaffold.readers import read_answer, read_decider, read_within_on

    if name == "within":
        return understood(partial(read_within_on, way), text, _)
    return understood(read_decider if name == "decider" else partial(read_answer, name), text, _)


def _kept(path: Path) -> "Answers":
    """The answers of somebody who left; what cannot be taken any more is asked again."""
    from policyctl.files import read_file
    from policyctl.scaffold.answers import read_answers

    found, _misread = read_answers(read_file(path), str(path))
    return found.without_strays() if found.ways else found


def _saved(path: Path | None) -> "Answers":
    """The answers of another time; all that is not understood in them is told at once."""
    from policyctl.files import read_file
    from policyctl.rendering.language import LocaleFormatter
    from policyctl.scaffold.answers import Answers, read_answers

    if path is None:
        return Answers()
    found, misread = read_answers(read_file(path), str(path))
    if misread:
        translate = LocaleFormatter(found.language or "en").gettext
        said = [
            (f"{path}:{each.line}: {each.why.said(translate)}", each.why.for_example(translate)) for each in misread
        ]
        raise PolicyctlError("\n".join(" ".join(filter(None, each)) for each in said))
    return found


def _write(target: Target, answers: "Answers", _: "Translate") -> None:
    """Put the policy, its schema and the answers in place."""
    from policyctl.outputs import replace_all
    from policyctl.reporters import show
    from policyctl.reporters.layout import wrapped
    from policyctl.scaffold.answers import write_answers

    policy, saved = target.policy, target.answers
    schema = policy.parent / SCHEMA
    files = {policy: _readable_policy(target, answers, _), schema: schema_text("7").encode()}
    if saved is not None:
        files[saved] = write_answers(answers).encode()
    replace_all(files)
    said = _("Wrote {policy}, and {schema} for your editor.")
    said = said.replace("{policy}", show(str(policy))).replace("{schema}", show(str(schema)))
    write_out("".join(f"{line}\n" for line in wrapped(said, terminal().width, "")))


def _readable_policy(target: Target, answers: "Answers", _: "Translate") -> bytes:
    """The text of the policy; raises PolicyctlError with the answer that would make it one that cannot be read."""
    from policyctl.library import load
    from policyctl.scaffold.answers import complete as complete_answers
    from policyctl.scaffold.answers import said_in_words
    from policyctl.scaffold.writing import write_policy

    trade = _trade_of(answers)

    def written(given: "Answers") -> bytes:
        text = write_policy(given, trade, _, target.brought(trade)).encode()
        load(text, name=target.policy.name)
        return text

    try:
        return written(answers)
    except PolicyctlError:
        said_so = said_in_words(answers)
        for text in dict.fromkeys(reversed(said_so.values())):
            without = {name: None for name in said_so if said_so[name] == text}
            try:
                written(complete_answers(answers.but(**without), trade))
            except PolicyctlError:
                continue
            said = _("“{text}” cannot stand in the policy like that. Please put it in other words.")
            raise PolicyctlError(said.replace("{text}", text)) from None
        raise


def _what_came(brought: "Brought", _: "Translate") -> str:
    """Where what an older text says is to be looked for."""
    from policyctl.reporters import show
    from policyctl.reporters.layout import wrapped

    said = _(
        "Each paragraph of {name} stands in it behind a #, at the section where it seems to belong. "
        "Move what holds into the policy, and delete the rest."
    )
    return "\n".join(wrapped(said.replace("{name}", show(brought.name)), terminal().width, ""))


def _what_next(policy: Path, _: "Translate") -> str:
    from policyctl.reporters.layout import wrapped

    file = _quoted(policy)
    said = wrapped(_("Read it once, change what is not yours, then:"), terminal().width, "")
    return "\n".join([*said, f"  policyctl validate {file}", f"  policyctl render {file} --document all"])


def _quoted(path: Path) -> str:
    """A path as it is typed after a command."""
    import shlex

    from policyctl.reporters import show

    return show(shlex.quote(str(path)))
