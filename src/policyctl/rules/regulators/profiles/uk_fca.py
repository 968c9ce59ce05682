"""The complaints rules of the Financial Conduct Authority, for financial firms in the United Kingdom, as demands."""

from datetime import date

from policyctl.rules.regulators.evidence import (
    outside_body,
    outside_is_free,
    several_ways,
    stated,
    time_to_go_outside,
)
from policyctl.rules.regulators.procedure import acknowledged_at_all, each_answered, letter_says
from policyctl.rules.regulators.profile import Demand, Profile

_OMBUDSMAN = r"\bfinancial ombudsman\b|\bfos\b"
_NOT_READ = "Known from summaries of the chapter; the rule itself was not read."

PROFILE = Profile(
    id="uk-fca",
    title="FCA Handbook, Dispute Resolution: Complaints (DISP), chapters 1 and 2",
    short="the FCA's complaints rules",
    edition="the handbook as in force on 1 June 2026",
    source="https://handbook.fca.org.uk/handbook/disp1",
    checked=date(2026, 11, 26),
    read="DISP 1.6 as in force on 1 June 2026, and DISP 1.5, 1.9 and 2.8 as they stood between 2018 and 2024.",
    binds=True,
    demands=(
        Demand(
            "more than one way to complain",
            "DISP 1.3",
            "complaints: how_to_complain: channels",
            several_ways,
            doubt=_NOT_READ,
        ),
        Demand(
            "what is learnt from the causes of complaints",
            "DISP 1.3",
            "complaints: learning",
            stated("complaints.learning"),
            doubt=_NOT_READ,
        ),
        Demand(
            "a senior person who answers for it", "DISP 1.3", "policy: owner", stated("policy.owner"), doubt=_NOT_READ
        ),
        Demand(
            "an answer that says what was decided and why",
            "DISP 1.6.2",
            "complaints: stages: letter",
            letter_says(r"\bfound\b|\bfind|\bdecid|\bdecision|\bwhy\b|\breason"),
        ),
        Demand("a prompt acknowledgement in writing", "DISP 1.6.1", "complaints: stages: steps", acknowledged_at_all),
        Demand("a final response within 8 weeks", "DISP 1.6.2", "complaints: stages: steps", each_answered("8 weeks")),
        Demand(
            "the way to the Financial Ombudsman Service",
            "DISP 1.6.2",
            "complaints: outside",
            outside_body(_OMBUDSMAN),
        ),
        Demand(
            "the 6 months after the final response in which to go there",
            "DISP 2.8.2",
            "complaints: outside: limits",
            time_to_go_outside(_OMBUDSMAN, "6 months"),
        ),
        Demand(
            "a word that going there costs nothing",
            "DISP 1 Annex 3",
            "complaints: outside: free",
            outside_is_free(_OMBUDSMAN),
        ),
        Demand(
            "how long complaints are kept, three years at the least",
            "DISP 1.9.1",
            "complaints: records",
            stated("complaints.records"),
        ),
    ),
    besides=(
        "What is settled by the close of the third business day needs a summary in writing alone (DISP 1.5).",
        "Complaints about payments and electronic money: 15 business days, 35 in exceptional cases (DISP 1.6.2A).",
        "Records of some collective investments are kept for five years (DISP 1.9.1).",
        "Complaints are reported to the Authority (DISP 1.10).",
    ),
)
