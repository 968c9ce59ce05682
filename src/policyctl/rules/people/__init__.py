"""The rules of one family: the people who are asked, told, trained and led."""

from policyctl.rules.people.feedback import feedback_unread
from policyctl.rules.people.leaders import leaders_exempt, leadership_empty
from policyctl.rules.people.pilot import pilot_incomplete, pilot_undecided, pilot_undisclosed
from policyctl.rules.people.staff_input import front_line_not_asked, staff_input_in_vain
from policyctl.rules.people.training import (
    quiz_answer_missing,
    role_play_unscored,
    rollout_unacknowledged,
    training_gap,
)
from policyctl.rules.rule import ERROR, INFO, WARNING, Rule
from policyctl.schema.sections.head import Status

RULES: tuple[Rule, ...] = (
    Rule(front_line_not_asked, WARNING, step=5),
    Rule(staff_input_in_vain, WARNING, step=5),
    Rule(pilot_undisclosed, ERROR, step=10),
    Rule(pilot_incomplete, WARNING, step=10),
    Rule(pilot_undecided, WARNING, asked=(Status.PILOT, Status.PUBLISHED), step=10),
    Rule(training_gap, INFO, step=11),
    Rule(role_play_unscored, WARNING, step=11),
    Rule(quiz_answer_missing, ERROR, step=11),
    Rule(rollout_unacknowledged, INFO, step=11),
    Rule(leaders_exempt, WARNING, step=14),
    Rule(leadership_empty, WARNING, step=14),
    Rule(feedback_unread, WARNING, step=13),
)
