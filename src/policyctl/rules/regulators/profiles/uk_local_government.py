"""The Code of the Local Government and Social Care Ombudsman, for councils in England, as demands on a policy."""

from datetime import date

from policyctl.rules.regulators.evidence import outside_body, several_ways, stated, time_to_complain, told
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

_NOT_READ = "Councils that work by it give this figure; the paragraph itself was not read."

PROFILE = Profile(
    id="uk-local-government",
    title="Complaint Handling Code of the Local Government and Social Care Ombudsman (England)",
    short="the Local Government and Social Care Ombudsman's Code",
    edition="2024; guidance, which the Ombudsman goes by in its own cases from April 2026",
    source="https://www.lgo.org.uk/information-centre/information-for-organisations-we-investigate/complaint-handling-code",
    checked=date(2026, 11, 26),
    read="Sections 1 to 3 and the first stage of section 6 in the Code itself; the rest as councils quote it.",
    binds=False,
    years=frozenset({"2024"}),
    demands=(
        Demand("what counts as a complaint", "1.4", "complaints: counts", stated("complaints.counts")),
        Demand(
            "what is a request for a service and not yet a complaint",
            "1.6",
            "complaints: does_not_count",
            stated("complaints.does_not_count"),
        ),
        Demand(
            "complaints on behalf of somebody else",
            "1.5 and 3.6",
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
            "help and adjustments for whoever needs them",
            "3.1",
            "access",
            stated("access", "complaints.help_offered", "complaints.how_to_complain.help"),
        ),
        Demand(
            "the way to the Ombudsman",
            "3.7",
            "complaints: outside",
            outside_body(r"\bcare ombudsman\b|\bgovernment ombudsman\b|\bthe ombudsman\b|\blgsco\b"),
        ),
        Demand("who is in charge of complaints", "4", "complaints: how_to_complain: to", somebody_in_charge),
        Demand("two stages", "5 and 6", "complaints: stages", number_of_stages(2)),
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
            "6.8",
            "complaints: stages: letter",
            letter_says(r"further|next|review|stage|ombudsman|outside|go on|not (?:satisfied|happy)|unhappy"),
        ),
        Demand(
            "an acknowledgement of the second stage within 5 working days",
            "6",
            "complaints: stages: steps",
            acknowledged("5 working days", stage=1),
            doubt=_NOT_READ,
        ),
        Demand("somebody else at the second stage", "6", "complaints: stages: not_by", decided_by_another),
        Demand(
            "a final answer within 20 working days of the second acknowledgement",
            "6",
            "complaints: stages: steps",
            answered("20 working days", stage=1, counted_late_by="5 working days"),
            doubt=_NOT_READ,
        ),
        Demand(
            "no more than 20 working days on top of the second stage, with a reason",
            "6",
            "complaints: stages: extension",
            extended("20 working days", stage=1),
            doubt=_NOT_READ,
        ),
        Demand("what may put it right", "7", "complaints: remedies", stated("complaints.remedies")),
        Demand("what is learnt from complaints", "9", "complaints: learning", stated("complaints.learning")),
    ),
    besides=(
        "The Ombudsman's details are given whenever an answer is put off (6.5).",
        "The policy is published, with how it is made known (3.4 and 3.5).",
        "How complaints were handled is reported once a year (8).",
    ),
)
