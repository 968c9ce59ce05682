"""The complaints regulations of the National Health Service in England, as demands on a policy."""

from datetime import date

from policyctl.rules.regulators.evidence import outside_body, stated, time_to_complain, told
from policyctl.rules.regulators.procedure import acknowledged, each_answered, letter_says, somebody_in_charge
from policyctl.rules.regulators.profile import Demand, Profile

_SAID_BY_OTHERS = "Providers and councils that are under it say so; the regulation itself was not read."

PROFILE = Profile(
    id="uk-nhs",
    title="Local Authority Social Services and National Health Service Complaints (England) Regulations 2009",
    short="the NHS complaints regulations",
    edition="SI 2009/309, as amended",
    source="https://www.legislation.gov.uk/uksi/2009/309",
    checked=date(2026, 11, 26),
    read="Regulations 3 and 6 and the beginning of the explanatory note; the limits as providers and councils under it "
    "give them, and the numbers of the other regulations as they are usually cited.",
    binds=True,
    years=frozenset({"2009"}),
    demands=(
        Demand(
            "help in understanding the procedure, or who gives it",
            "regulation 3",
            "complaints: help_offered",
            stated("complaints.help_offered", "complaints.how_to_complain.help", "access.help"),
        ),
        Demand("somebody at the top who answers for it", "regulation 4", "policy: owner", stated("policy.owner")),
        Demand("a complaints manager", "regulation 4", "complaints: how_to_complain: to", somebody_in_charge),
        Demand(
            "complaints on behalf of somebody else",
            "regulation 5",
            "complaints: how_to_complain: for_somebody_else",
            told(r"on (?:\w+ )?behalf|representative|advocate", "complaints.how_to_complain.for_somebody_else"),
        ),
        Demand(
            "twelve months in which to complain",
            "regulation 12",
            "complaints: how_to_complain: within",
            time_to_complain("12 months"),
        ),
        Demand(
            "an acknowledgement within 3 working days",
            "regulation 13",
            "complaints: stages: steps",
            acknowledged("3 working days"),
        ),
        Demand(
            "an offer to agree how it is handled and by when",
            "regulation 13",
            "complaints: stages: says",
            told(r"\bagree|\bdiscuss|\btalk (?:it )?(?:over|through)|\bwith you\b"),
        ),
        Demand(
            "an answer in writing within 6 months, unless a longer time is agreed",
            "regulation 14",
            "complaints: stages: steps",
            each_answered("6 months"),
        ),
        Demand(
            "an answer that says what was found and what is done about it",
            "regulation 14",
            "complaints: stages: letter",
            letter_says(r"\bfound\b|\bfind|\bconclu|\bwhy\b|\breason"),
        ),
        Demand(
            "the way to the Ombudsman",
            "regulation 14",
            "complaints: outside",
            outside_body(r"\bhealth service ombudsman\b|\bthe ombudsman\b|\bphso\b"),
        ),
        Demand(
            "what is recorded of each complaint",
            "regulation 17",
            "complaints: records",
            stated("complaints.records"),
            doubt=_SAID_BY_OTHERS,
        ),
        Demand(
            "what is learnt from complaints",
            "regulation 18",
            "complaints: learning",
            stated("complaints.learning"),
            doubt=_SAID_BY_OTHERS,
        ),
    ),
    besides=(
        "Whoever is not answered within six months is told why in writing (regulation 14).",
        "What was only said, and is put right by the end of the next working day, is no complaint here (regulation 8).",
        "A report on complaints is made once a year, for anybody who asks (regulation 18).",
        "Wales, Scotland and Northern Ireland have regulations of their own.",
    ),
)
