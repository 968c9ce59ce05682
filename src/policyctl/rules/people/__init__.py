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
    Rule("front-line-not-asked", front_line_not_asked, WARNING, draft=INFO),
    Rule("staff-input-in-vain", staff_input_in_vain, WARNING, draft=INFO),
    Rule("staff-input-too-late", staff_input_too_late, INFO),
    Rule("pilot-undisclosed", pilot_undisclosed, ERROR, draft=WARNING),
    Rule("pilot-without-way-out", pilot_without_way_out, WARNING, draft=INFO),
    Rule("pilot-without-criteria", pilot_without_criteria, WARNING, draft=INFO),
    Rule("pilot-status-untrue", pilot_status_untrue, WARNING, asked=(Status.PILOT,)),
    Rule("pilot-undecided", pilot_undecided, WARNING, asked=(Status.PUBLISHED,)),
    Rule("training-gap", training_gap, INFO),
    Rule("role-play-unscored", role_play_unscored, WARNING, draft=INFO),
    Rule("quiz-answer-missing", quiz_answer_missing, ERROR, draft=WARNING),
    Rule("quiz-answer-outdated", quiz_answer_outdated, ERROR, draft=WARNING),
    Rule("rollout-by-mail", rollout_by_mail, WARNING, draft=INFO),
    Rule("briefing-too-late", briefing_too_late, WARNING, draft=INFO),
    Rule("rollout-unacknowledged", rollout_unacknowledged, INFO),
    Rule("leaders-exempt", leaders_exempt, WARNING, draft=INFO),
    Rule("leadership-empty", leadership_empty, WARNING, draft=INFO),
    Rule("commitment-unseen", commitment_unseen, INFO),
    Rule("feedback-unread", feedback_unread, WARNING, draft=INFO),
)
