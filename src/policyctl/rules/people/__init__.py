"""The rules of one family: the people who are asked, told, trained and led."""

from policyctl.findings import Severity
from policyctl.rules.people.asking import front_line_not_asked, staff_input_in_vain, staff_input_too_late
from policyctl.rules.people.coverage import training_gap
from policyctl.rules.people.leaders import commitment_unseen, leaders_exempt, leadership_empty
from policyctl.rules.people.pilot import pilot_undisclosed, pilot_without_criteria, pilot_without_way_out
from policyctl.rules.people.practice import quiz_answer_missing, quiz_answer_outdated, role_play_unscored
from policyctl.rules.people.rollout import briefing_too_late, rollout_by_mail, rollout_unacknowledged
from policyctl.rules.people.trial import pilot_status_untrue, pilot_undecided
from policyctl.rules.people.voices import feedback_unread
from policyctl.rules.rule import Rule
from policyctl.spec.sections.head import Status

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

RULES: tuple[Rule, ...] = (
    Rule("front-line-not-asked", front_line_not_asked, _WARNING, draft=_INFO),
    Rule("staff-input-in-vain", staff_input_in_vain, _WARNING, draft=_INFO),
    Rule("staff-input-too-late", staff_input_too_late, _INFO),
    Rule("pilot-undisclosed", pilot_undisclosed, _ERROR, draft=_WARNING),
    Rule("pilot-without-way-out", pilot_without_way_out, _WARNING, draft=_INFO),
    Rule("pilot-without-criteria", pilot_without_criteria, _WARNING, draft=_INFO),
    Rule("pilot-status-untrue", pilot_status_untrue, _WARNING, asked=(Status.PILOT,)),
    Rule("pilot-undecided", pilot_undecided, _WARNING, asked=(Status.PUBLISHED,)),
    Rule("training-gap", training_gap, _INFO),
    Rule("role-play-unscored", role_play_unscored, _WARNING, draft=_INFO),
    Rule("quiz-answer-missing", quiz_answer_missing, _ERROR, draft=_WARNING),
    Rule("quiz-answer-outdated", quiz_answer_outdated, _ERROR, draft=_WARNING),
    Rule("rollout-by-mail", rollout_by_mail, _WARNING, draft=_INFO),
    Rule("briefing-too-late", briefing_too_late, _WARNING, draft=_INFO),
    Rule("rollout-unacknowledged", rollout_unacknowledged, _INFO),
    Rule("leaders-exempt", leaders_exempt, _WARNING, draft=_INFO),
    Rule("leadership-empty", leadership_empty, _WARNING, draft=_INFO),
    Rule("commitment-unseen", commitment_unseen, _INFO),
    Rule("feedback-unread", feedback_unread, _WARNING, draft=_INFO),
)
