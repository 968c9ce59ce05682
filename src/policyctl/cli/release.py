"""`policyctl release`: raise the version of a policy, set its dates and open an entry of its change log."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policyctl.cli.options import parse_day, understood
from policyctl.cli.paths import one_policy
from policyctl.cli.streams import write_out
from policyctl.errors import PolicyctlError

if TYPE_CHECKING:
    from policyctl.schema import Policy


def release(
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
) -> None:
    """Release a version of a policy.

    Raises `version`, sets `effective`, and opens an entry under `changelog` with all that changed since the last
    version: read it, and say it as those who work by it would. Every other byte stays as it is.

    \b
    Example:
      policyctl release
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

    file = Path(one_policy(path))
    data = read_file(file)
    policy = load(data, name=str(file))
    language = LocaleFormatter(policy.policy.language or "en-GB")
    _ = language.gettext
    before = _before(file, against)
    told = [
        *(" ".join(understood(read_text, each, _).split()) for each in what or ()),
        *(news(before, policy, _) if before else ()),
    ]
    if not told:
        said = _("Nothing is known to have changed since the last version.")
        raise PolicyctlError(said, hint=_("Say what changed with --what, or what it was before with --against."))
    raised = before is not None and before.policy.version != policy.policy.version
    new = version or (
        policy.policy.version if raised and policy.policy.version else next_version(policy.policy.version)
    )
    new = understood(read_name, new, _)
    day = parse_day(effective, "--effective")
    released = release_policy(data, str(file), Version(new, day, (*told,), language.day), _)
    replace_all({file: released.data})
    words = {"version": show(new), "day": language.day(day), "first": str(released.first), "last": str(released.last)}
    write_out(
        with_words(_("This is version {version} now, in force from {day}."), words)
        + "\n"
        + with_words(_("What changed stands in lines {first} to {last}; say it in your own words."), words)
        + f"\n  policyctl validate {show(str(file))}\n  policyctl render {show(str(file))} --document briefing\n"
    )


def _before(file: Path, against: str | None) -> "Policy | None":
    """The policy as it was when its version was set last, or as it stands elsewhere."""
    from policyctl.cli.git_history import history, last_release

    earlier = against or last_release(file)
    return history(earlier, may_be_new=True)(str(file)) if earlier else None
