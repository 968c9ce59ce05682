"""Which rules watch over which step of the method: the table that its summary reads."""

from collections.abc import Mapping

WATCHERS: Mapping[int, tuple[str, ...]] = {
    1: ("value-decorative", "virtue-without-words"),
    2: ("goal-unmeasured",),
    3: (
        "benchmark-unsourced", "benchmark-out-of-date", "benchmark-undecided", "benchmark-contradicted",
        "benchmark-against-promise",
    ),
    4: ("goal-unlinked",),
    5: ("front-line-not-asked", "staff-input-in-vain", "staff-input-too-late"),
    6: ("goal-without-procedure", "procedure-open-ended", "procedure-loop"),
    7: (
        "vague-time", "figure-unmeasured", "limit-without-clock", "business-clock-without-hours", "limit-without-start",
        "limit-half-said", "limit-upside-down", "relative-limit-unknown", "urgent-waits-longer",
        "milestones-out-of-order", "limits-disagree", "public-tighter-than-internal", "case-without-limit",
        "none-unexplained", "promise-without-support", "every-case-promised", "aim-with-payment", "remedy-half-said",
        "promise-outside-hours", "aim-outside-hours", "hours-sound-like-days", "ladder-slower-than-promise",
        "level-off-duty", "ladder-silent-about-night", "route-closed-at-night", "channel-open-when-nobody-is-there",
        "channel-uncovered", "escalation-loop", "ladder-without-beginning", "escalation-without-decider",
        "nobody-to-go-to", "role-vacant", "role-twice-on-ladder", "level-without-backup", "too-many-handoffs",
        "handoff-without-checklist", "handoff-without-words", "direct-route-missing",
    ),
    8: (
        "bands-that-do-not-meet", "band-upside-down", "approver-below-limit", "ladder-upside-down",
        "gives-more-than-may", "limit-said-twice", "never-against-limit", "refund-authority-unclear",
        "limit-without-currency", "limit-without-case", "approver-out-of-reach", "front-line-may-give-nothing",
        "exceptions-not-logged",
    ),
    9: (
        "too-few-samples", "no-sample-for-anger", "audio-guide-missing", "forbidden-words", "avoided-and-said",
        "sample-against-promise", "sample-above-band", "placeholder-broken", "trade-term-said", "unhelpful-phrase",
    ),
    10: (
        "pilot-undisclosed", "pilot-without-way-out", "pilot-without-criteria", "pilot-status-untrue",
        "pilot-undecided", "measure-misnamed",
    ),
    11: (
        "training-gap", "role-play-unscored", "quiz-answer-missing", "quiz-answer-outdated", "rollout-by-mail",
        "briefing-too-late", "rollout-unacknowledged",
    ),
    12: (
        "metric-undefined", "metric-incomplete", "metrics-too-many", "metric-unbalanced", "numbers-only",
        "target-already-met", "target-incomparable", "target-looser-than-promise",
    ),
    13: ("feedback-unread",),
    14: ("leaders-exempt", "leadership-empty", "commitment-unseen"),
    15: ("review-overdue", "review-due-soon", "review-too-rare", "review-without-trigger"),
}  # fmt: skip
"""The ids of the rules by the number of the step; what they find makes the step thin."""
