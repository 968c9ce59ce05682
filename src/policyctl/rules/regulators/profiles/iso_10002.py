"""ISO 10002, the guidelines for handling complaints in organisations, as demands on a policy."""

from datetime import date

from policyctl.rules.regulators.evidence import free_of_charge, stated, told
from policyctl.rules.regulators.procedure import (
    acknowledged_at_all,
    answered_at_all,
    letter_says,
    somebody_in_charge,
    somebody_stands_back,
)
from policyctl.rules.regulators.profile import Demand, Profile

PROFILE = Profile(
    id="iso-10002",
    title="ISO 10002, Quality management, Customer satisfaction, Guidelines for complaints handling in organizations",
    short="ISO 10002",
    edition="2018, third edition",
    source="https://www.iso.org (in its catalogue as ISO 10002:2018)",
    checked=date(2026, 11, 26),
    read="Its published contents and what certifiers and users say of it; the norm itself is sold, and was not read.",
    binds=False,
    years=frozenset({"2018"}),
    demands=(
        Demand(
            "how to complain", "4, transparency", "complaints: how_to_complain", stated("complaints.how_to_complain")
        ),
        Demand(
            "help and other formats for whoever needs them",
            "4, accessibility",
            "complaints: help_offered",
            stated("complaints.help_offered", "complaints.how_to_complain.help", "access"),
        ),
        Demand("that complaining costs nothing", "4, charges", "complaints: free_of_charge", free_of_charge),
        Demand(
            "that what is said stays with those who need it",
            "4, confidentiality",
            "privacy",
            told(r"\bconfiden|\balone\b|\bvertraulich", "privacy"),
        ),
        Demand(
            "that nobody judges their own case",
            "4, objectivity",
            "complaints: stages: not_by",
            somebody_stands_back,
        ),
        Demand("who answers for it", "5", "policy: owner", stated("policy.owner")),
        Demand("who hears complaints", "5", "complaints: how_to_complain: to", somebody_in_charge),
        Demand(
            "practice for those who hear complaints",
            "4, competence",
            "training",
            stated("training.modules", "training.role_plays"),
        ),
        Demand("an acknowledgement", "7.4", "complaints: stages: steps", acknowledged_at_all),
        Demand(
            "a record of each complaint, from which it can be told where it stands",
            "7.3",
            "complaints: records",
            stated("complaints.records"),
        ),
        Demand("an answer with a limit", "7.7", "complaints: stages: steps", answered_at_all),
        Demand(
            "an answer that says what was decided and why",
            "7.8",
            "complaints: stages: letter",
            letter_says(r"\bfound\b|\bfind|\bdecid|\bdecision|\bwhy\b|\breason|\bgrund\b|\bwarum\b|\bentscheid"),
        ),
        Demand("where to go outside", "7.9", "complaints: outside", stated("complaints.outside")),
        Demand("what is learnt from complaints", "8", "complaints: learning", stated("complaints.learning")),
        Demand("what customers say of it afterwards", "8.3", "feedback", stated("feedback")),
        Demand("a review at set times", "8.6", "review: every", stated("review.every", "review.next")),
    ),
    besides=(
        "Top management stands behind it and gives it the people it needs (5).",
        "The way complaints are handled is audited (8).",
    ),
)
