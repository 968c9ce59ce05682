"""The rules of one family: the people who are asked, told, trained and led."""

from policyctl.rules.people.asking import front_line_not_asked, staff_input_in_vain, staff_input_too_late
from policyctl.rules.people.coverage import training_gap
from policyctl.rules.people.leaders import commitment_unseen, leaders_exempt, leadership_empty
from policyctl.rules.people.pilot import pilot_undisclosed, pilot_without_criteria, pilot_without_way_out
from policyctl.rules.people.practice import quiz_answer_missing, quiz_answer_outdated, role_play_unscored
from policyctl.rules.people.rollout import briefing_too_late, rollout_by_mail, rollout_unacknowledged
from policyctl.rules.people.trial import pilot_status_untrue, pilot_undecided
from policyctl.rules.people.voices import feedback_unread
from policyctl.rules.rule import ERROR, INFO, WARNING, Rule
from policyctl.schema.sections.head import Status

RULES: tuple[Rule, ...] = (
    Rule(front_line_not_asked, WARNING, step=5),
    Rule(staff_input_in_vain, WARNING, step=5),
    Rule(staff_input_too_late, INFO, step=5),
    Rule(pilot_undisclosed, ERROR, step=10),
    Rule(pilot_without_way_out, WARNING, step=10),
    Rule(pilot_without_criteria, WARNING, step=10),
    Rule(pilot_status_untrue, WARNING, asked=(Status.PILOT,), step=10),
    Rule(pilot_undecided, WARNING, asked=(Status.PUBLISHED,), step=10),
    Rule(training_gap, INFO, step=11),
    Rule(role_play_unscored, WARNING, step=11),
    Rule(quiz_answer_missing, ERROR, step=11),
    Rule(quiz_answer_outdated, ERROR, step=11),
    Rule(rollout_by_mail, WARNING, step=11),
    Rule(briefing_too_late, WARNING, step=11),
    Rule(rollout_unacknowledged, INFO, step=11),
    Rule(leaders_exempt, WARNING, step=14),
    Rule(leadership_empty, WARNING, step=14),
    Rule(commitment_unseen, INFO, step=14),
    Rule(feedback_unread, WARNING, step=13),
)
