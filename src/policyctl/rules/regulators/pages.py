"""The profiles in, a page for the reader for each of them out."""

from policyctl.rules.regulators.profile import Demand, Profile
from policyctl.rules.regulators.profiles import KNOWN, load
from policyctl.schema.quantities import Date


def pages() -> dict[str, str]:
    """The page of every profile in Markdown, by its id."""
    return {profile: page(load(profile)) for profile in KNOWN}


def page(profile: Profile) -> str:
    """What an instrument asks, where it says so, and how sure that is."""
    names = ", ".join(f"`{name}`" for name in (profile.id, *KNOWN[profile.id]))
    lines = [
        f"# {profile.id}",
        profile.title,
        "\n".join(
            (
                f"- Edition: {profile.edition}",
                f"- Source: {profile.source}",
                f"- Checked on: {Date(profile.checked)}",
                f"- What was read: {profile.read}",
                f"- Named in `policy: profiles` as: {names}",
            )
        ),
        _PREAMBLE[profile.binds],
        "## What it asks for",
        "\n".join(_row(demand) for demand in profile.demands),
        "## What a policy cannot show",
        "\n".join(f"- {each}" for each in profile.besides),
    ]
    return "\n\n".join(lines) + "\n"


_PREAMBLE = {
    True: (
        "In our own words, and no more than a help: a policy that supports all of it may still break the rules. "
        "What is against a limit here is an error, unless it is in doubt."
    ),
    False: (
        "In our own words, and no more than a help: a policy that supports all of it is no proof of anything. "
        "It binds nobody by itself, so nothing here is an error."
    ),
}


def _row(demand: Demand) -> str:
    doubt = f" In doubt: {demand.doubt}" if demand.doubt else ""
    return f"- {demand.asks[0].upper()}{demand.asks[1:]} ({demand.clause}), in `{demand.field}`.{doubt}"
