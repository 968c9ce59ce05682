"""A page for staff may be read as one role: what is clearly for others is then put aside."""

from collections.abc import Collection

from policyctl.meaning.concerns import concerned
from policyctl.rendering.view.document import ANYBODY, Reader, Readers
from policyctl.rendering.view.presenter import Presenter


def readers(presenter: Presenter, shown: Collection[str]) -> Readers:
    """Who may read a page with these anchors as their own; nobody where it puts nothing aside for anybody."""
    roles = presenter.policy.roles
    named = [(pointer, row) for pointer, row in roles.located(("roles",)) if row.name] if roles else []
    places = {pointer: f"as-{presenter.anchor(pointer).removeprefix('roles-')}" for pointer, _ in named}
    found = (
        (presenter.anchor(pointer), sorted(places[role] for role in whom if role in places))
        for pointer, whom in concerned(presenter.policy, presenter.names).items()
    )
    apart = {anchor: " ".join(whom) for anchor, whom in found if anchor in shown and 0 < len(whom) < len(places)}
    return Readers(tuple(Reader(places[pointer], row.named()) for pointer, row in named), apart) if apart else ANYBODY
