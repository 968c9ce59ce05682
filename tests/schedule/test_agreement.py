"""The engine agrees with somebody who watches the clock on the wall, minute by minute."""

from hypothesis import HealthCheck, given, settings
from tests.schedule.generated import Question, questions


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(questions())
def test_what_is_reckoned_is_what_the_clock_on_the_wall_shows(question: Question) -> None:
    assert question.disagreements() == []
