"""The Housing Ombudsman's Complaint Handling Code, for landlords in England, as demands on a policy."""

from datetime import date

from policyctl.rules.regulators.evidence import (
    outside_body,
    several_ways,
    stated,
    time_to_complain,
    told,
)
from policyctl.rules.regulators.procedure import (
    acknowledged,
    answered,
    decided_by_another,
    extended,
    letter_says,
    number_of_stages,
    somebody_in_charge,
)
from policyctl.rules.regulators.profile import Demand, Profile

PROFILE = Profile(
    id="uk-housing",
    title="Complaint Handling Code of the Housing Ombudsman (England)",
    short="the Housing Ombudsman's Code",
    edition="2024, a statutory code since 1 April 2024",
    source="https://www.housing-ombudsman.org.uk/landlords-info/complaint-handling-code/the-code-2024/",
    checked=date(2026, 11, 26),
    read="The Code's provisions as landlords quote them, one by one, in the self-assessments that they publish.",
    binds=True,
    years=frozenset({"2024"}),
    demands=(
        Demand("what counts as a complaint", "1", "complaints: counts", stated("complaints.counts")),
        Demand(
            "what is a request for a service and not yet a complaint",
            "1.4",
            "complaints: does_not_count",
            stated("complaints.does_not_count"),
        ),
        Demand(
            "complaints on behalf of somebody else",
            "1",
            "complaints: how_to_complain: for_somebody_else",
            told(r"on (?:\w+ )?behalf|representative|advocate", "complaints.how_to_complain.for_somebody_else"),
        ),
        Demand(
            "twelve months in which to complain",
            "2.2",
            "complaints: how_to_complain: within",
            time_to_complain("12 months"),
        ),
        Demand("more than one way to complain", "3.1", "complaints: how_to_complain: channels", several_ways),
        Demand(
            "help and other formats for whoever needs them",
            "3.1",
            "access",
            stated("access", "complaints.help_offered", "complaints.how_to_complain.help"),
        ),
        Demand(
            "the way to the Ombudsman",
            "3",
            "complaints: outside",
            outside_body(r"\bhousing ombudsman\b|\bthe ombudsman\b"),
        ),
        Demand("who is in charge of complaints", "4.1", "complaints: how_to_complain: to", somebody_in_charge),
        Demand(
            "a word that nobody is treated differently for complaining",
            "5.1",
            "complaints: no_detriment",
            stated("complaints.no_detriment"),
        ),
        Demand("two stages", "5.2 and 5.3", "complaints: stages", number_of_stages(2)),
        Demand(
            "an acknowledgement within 5 working days",
            "6.2",
            "complaints: stages: steps",
            acknowledged("5 working days"),
        ),
        Demand(
            "an answer within 10 working days of the acknowledgement",
            "6.3",
            "complaints: stages: steps",
            answered("10 working days", counted_late_by="5 working days"),
        ),
        Demand(
            "no more than 10 working days on top, with a reason",
            "6.4",
            "complaints: stages: extension",
            extended("10 working days"),
        ),
        Demand(
            "an answer that says how to go on",
            "6",
            "complaints: stages: letter",
            letter_says(r"further|next|review|stage|ombudsman|outside|go on|not (?:satisfied|happy)|unhappy"),
        ),
        Demand(
            "an acknowledgement of the second stage within 5 working days",
            "6.11",
            "complaints: stages: steps",
            acknowledged("5 working days", stage=1),
        ),
        Demand("somebody else at the second stage", "6.13", "complaints: stages: not_by", decided_by_another),
        Demand(
            "a final answer within 20 working days of the second acknowledgement",
            "6.14",
            "complaints: stages: steps",
            answered("20 working days", stage=1, counted_late_by="5 working days"),
        ),
        Demand(
            "no more than 20 working days on top of the second stage, with a reason",
            "6.15",
            "complaints: stages: extension",
            extended("20 working days", stage=1),
            doubt="Landlords who publish what they keep to say 20 working days; one guide for residents says 10.",
        ),
        Demand("what may put it right", "7", "complaints: remedies", stated("complaints.remedies")),
        Demand("what is learnt from complaints", "9.1", "complaints: learning", stated("complaints.learning")),
        Demand(
            "a senior person who answers for all of it",
            "9.4",
            "policy: owner",
            stated("policy.owner"),
        ),
    ),
    besides=(
        "The Ombudsman's details are given whenever an answer is put off (6.5).",
        "Nobody has to give reasons for going on to the second stage (6.12).",
        "A self-assessment and a report on complaints are published once a year (8).",
        "One member of the governing body has complaints in their charge (9.5).",
    ),
)
