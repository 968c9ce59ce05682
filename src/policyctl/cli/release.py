"""`policyctl release`: raise the version of a policy, set its dates and open an entry of its change log."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policyctl.cli.options import parse_day, understood
from policyctl.cli.paths import one_policy
from policyctl.cli.streams import interactive, terminal, write_out
from policyctl.errors import PolicyctlError

if TYPE_CHECKING:
    from policyctl.scaffold.releasing import Released, Version
    from policyctl.scaffold.writing import Translate
    from policyctl.schema import Policy


def release(  # noqa: PLR0913, PLR0917  One argument for each option.
    path: Annotated[
        str | None, typer.Argument(metavar="PATH", help="The policy; policy.yaml if none.", show_default=False)
    ] = None,
    version: Annotated[
        str | None, typer.Option(metavar="VERSION", help="The new version.", show_default="one more than the last")
    ] = None,
    effective: Annotated[
        str | None, typer.Option(metavar="DATE", help="From when it holds, such as 2026-03-01.", show_default="today")
    ] = None,
    what: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="What changed, in a sentence; once for each.")
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            metavar="EARLIER", help="What it was before: a file or a revision.", show_default="the last version in git"
        ),
    ] = None,
    publish: Annotated[
        bool, typer.Option("--publish", help="A draft holds from that day: it is `status: published`.")
    ] = False,
) -> None:
    """Release a version of a policy.

    Raises `version`, sets `effective`, and opens an entry under `changelog` with all that changed since the last
    version: read it, and say it as those who work by it would. A draft stays one without --publish; on a terminal you
    are asked. Every other byte stays as it is.

    \b
    Example:
      policyctl release
      policyctl release --publish --effective 2027-01-01
      policyctl release --version 2.0 --what "Samir may refund postage."
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
    from policyctl.files import read_file
    from policyctl.library import load
    from policyctl.outputs import replace_all
    from policyctl.rendering.language import LocaleFormatter
    from policyctl.reporters import show
    from policyctl.scaffold.adding import with_words
    from policyctl.scaffold.readers import read_name, read_text
    from policyctl.scaffold.releasing import Version, news, next_version
    from policyctl.scaffold.releasing import release as release_policy
    from policyctl.schema.sections.head import Status

    file = Path(one_policy(path))
    data = read_file(file)
    policy = load(data, name=str(file))
    language = LocaleFormatter(policy.policy.language or "en-GB")
    _ = language.gettext
    before = _before(file, against)
    found = news(before, policy, _) if before else ()
    is_first = not policy.changelog
    said = [" ".join(understood(read_text, each, _).split()) for each in what or ()]
    told = [*said, *found] or [_what_changed(_, is_first=is_first)]
    raised = before is not None and before.policy.version != policy.policy.version
    new = version or (
        policy.policy.version
        if raised and policy.policy.version
        else next_version(policy.policy.version, is_first=is_first)
    )
    new = understood(read_name, new, _)
    day = parse_day(effective, "--effective")
    is_draft = policy.policy.status is Status.DRAFT
    if is_draft and not publish:
        publish = _holds(language.day(day), _)
    as_draft = Version(new, day, (*told,), language.day)
    published = _published(data, file, as_draft, _) if is_draft and publish else None
    released = published or release_policy(data, str(file), as_draft, _)
    replace_all({file: released.data})
    words = {
        "version": new, "day": language.day(day), "first": str(released.first), "last": str(released.last),
        "line": str(released.status),
    }  # fmt: skip
    _say(
        with_words(
            _("This is version {version} now, still a draft. Once it holds, write `status: published` in line {line}.")
            if is_draft and not published
            else _("This is version {version} now, in force from {day}."),
            words,
        )
    )
    lines = (
        _("What changed stands in lines {first} to {last}; say it in your own words.")
        if found
        else _("What changed stands in lines {first} to {last}.")
    )
    _say(with_words(lines, words))
    write_out(f"  policyctl validate {show(str(file))}\n  policyctl render {show(str(file))} --document briefing\n")


def _published(data: bytes, file: Path, version: "Version", _: "Translate") -> "Released | None":
    """The policy as a version that holds; None where it is not fit for it, with a word about why."""
    from policyctl.library import validate
    from policyctl.scaffold.adding import with_words
    from policyctl.scaffold.releasing import release as release_policy
    from policyctl.schema.sections.head import Status

    released = release_policy(data, str(file), version._replace(status=Status.PUBLISHED.value), _)
    errors = validate(released.data, name=str(file)).errors
    if not errors:
        return released
    reason = {"line": str(errors[0].span.start.line), "message": errors[0].message}
    _say(with_words(_("It cannot hold yet, because of line {line}: {message}"), reason))
    return None


def _say(text: str) -> None:
    from policyctl.reporters import show
    from policyctl.reporters.layout import wrapped

    write_out("".join(f"{line}\n" for line in wrapped(show(text), terminal().width, "")))


def _what_changed(_: "Translate", *, is_first: bool) -> str:
    """What changed, asked for on a terminal; a first version is enough of an answer.

    Raises PolicyctlError where nobody can be asked and it is not the first.
    """
    from policyctl.cli.asking import read_line
    from policyctl.scaffold.readers import read_name

    ready = _("First version") if is_first else ""
    if not (interactive(sys.stdin) and interactive(sys.stdout)):
        if ready:
            return ready
        said = _("Nothing is known to have changed since the last version.")
        raise PolicyctlError(said, hint=_("Say what changed with --what, or what it was before with --against."))
    _say(_("What changed, in one sentence?"))
    if ready:
        write_out(f"  [{ready}]\n")
    while (text := read_line("> ")) is not None:
        if text or ready:
            return read_name(text or ready)
    raise KeyboardInterrupt


def _holds(day: str, _: "Translate") -> bool:
    """Whether a draft holds from a day on, asked for on a terminal; elsewhere it stays a draft."""
    from policyctl.cli.asking import confirm

    if not (interactive(sys.stdin) and interactive(sys.stdout)):
        return False
    return confirm(_("It is a draft. Does it hold from {day}?").replace("{day}", day), terminal(), _)


def _before(file: Path, against: str | None) -> "Policy | None":
    """The policy as it was when its version was set last, or as it stands elsewhere."""
    from policyctl.cli.git_history import history, last_release

    earlier = against or last_release(file)
    return history(earlier, may_be_new=True)(str(file)) if earlier else None
