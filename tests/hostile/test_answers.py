"""Whatever somebody answers, names or adds is text: it is read back as it was given and is never YAML."""

import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.firsts import first_policy, written

from policyctl.errors import PolicyctlError
from policyctl.library import load
from policyctl.scaffold.adding import Wanted, add
from policyctl.scaffold.answers import Answers, read_answers, write_answers
from policyctl.scaffold.kinds import KINDS
from policyctl.scaffold.readers import Unclear, read_name, read_text
from policyctl.validation import read

PIECES = (
    "'", '"', "''", ": ", ":", " #", "#", "{{ a }}", "{% raw %}", "{# a #}", "\n", "\n\n", "\r\n", "\t", "- ", "? ",
    "&a ", "*a", "!!python/object:os.system ", "!!str ", "%YAML 1.1", "---", "...", "|", ">", "|-", "[", "]", "{", "}",
    ",", "@", "`", "~", "null", "yes", "0o17", "1e9", "=", "<<", "\\", "\\n", "\x00", "\x07", "\x1b[31m", "\x85",
    "\u2028", "\u202e", "\u200f", "\u2066", "\ufeff", "🦊", "👩‍👧", "שלום", "e\u0301", "${HOME}", "$(id)", "::error::a",
    "##vso[a]", "<script>a</script>", "javascript:a",
)  # fmt: skip
"""What YAML, Jinja, a shell, a terminal, a browser or a build service would make something of."""

ANSWERS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), min_size=1, max_size=6).map("".join)

many = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def _legible(text: str, *, name: bool = False) -> str:
    """The answer as it is taken; one in which nobody can read anything is asked for again, and is none."""
    try:
        return read_name(text) if name else read_text(text)
    except Unclear:
        return ""


@many
@example("!!python/object/apply:os.system ['id']", "&a *a")
@example("a\n- b: c", '"')
@given(ANSWERS, ANSWERS)
def test_an_answer_is_never_yaml(given_: str, other: str) -> None:
    feel, organisation = _legible(given_), " ".join(_legible(other).split())
    if not feel or not organisation:
        return
    text = written(Answers(feel=feel, organisation=organisation))
    policy = load(text.encode())
    assert policy.policy.organisation == organisation
    assert policy.moments
    assert [each.feels for each in policy.moments] == [feel]
    plain = load(written(Answers(feel="Calm", organisation="Rosa's")).encode())
    assert policy.set_fields().keys() == plain.set_fields().keys()
    assert [event for event in yaml.parse(text) if getattr(event, "anchor", None) or getattr(event, "tag", None)] == []


@many
@given(ANSWERS)
def test_a_name_is_never_yaml(given_: str) -> None:
    name = _legible(given_, name=True)
    if not name:
        return
    text = written(Answers(decider=name, ways=(name,)))
    policy = load(text.encode())
    assert policy.roles
    assert policy.channels
    assert [each.name for each in policy.channels] == [name]
    assert next(iter(policy.roles)).name == name
    assert [event for event in yaml.parse(text) if getattr(event, "anchor", None) or getattr(event, "tag", None)] == []


@many
@given(ANSWERS, ANSWERS)
def test_answers_that_are_kept_are_taken_again_as_they_were(feel: str, decider: str) -> None:
    feel, decider = _legible(feel), _legible(decider, name=True)
    if feel and decider:
        answers = Answers(feel=feel, decider=decider, ways=(decider,), addresses={decider: " ".join(feel.split())})
        assert read_answers(write_answers(answers).encode(), "answers.yaml") == (answers, ())


@many
@example("fact", "!!python/object:os.system a", "&a\n- b")
@given(st.sampled_from(sorted(KINDS)), ANSWERS, ANSWERS)
def test_what_is_added_is_never_yaml(kind: str, name: str, text: str) -> None:
    before = first_policy()
    name, text = _legible(name, name=True), _legible(text)
    if not name or not text:
        return
    try:
        added = add(before.encode(), "policy.yaml", Wanted(kind, name, text), str)
    except PolicyctlError as refused:
        assert refused.hint  # noqa: PT017  A name that is taken is refused, and says so.
        return
    after = iter(added.data.decode().splitlines())
    assert all(line in after for line in before.splitlines())  # In their order, with others between them.
    was, now = load(before.encode()), read(added.data, "policy.yaml")
    assert not [each for each in now.findings if each.rule in {"anchor-refused", "tag-refused", "broken-yaml"}]
    assert now.source.data is not None
    assert {*now.source.data} - {*was.set_fields()} <= {"policyctl", added.path[0]}
