"""What federal agencies of the United States are asked about customer experience, as demands on a policy."""

from datetime import date

from policyctl.rules.regulators.evidence import asked_about, several_ways, stated
from policyctl.rules.regulators.profile import Demand, Profile

_SURVEY = "A-11, section 280"
_DRIVERS = "The drivers are named in several ways from year to year; read the section of the year that you report for."

PROFILE = Profile(
    id="us-federal",
    title="OMB Circular A-11, section 280, with Executive Orders 12862 and 14058",
    short="the federal guidance on customer experience",
    edition="section 280 of 2024; Executive Order 12862 of 11 September 1993",
    source="https://www.performance.gov/cx/a-11/",
    checked=date(2026, 11, 26),
    read="The text of Executive Order 12862, the contents of section 280 of 2022, and what was new in it in 2024.",
    binds=False,
    about="service",
    demands=(
        Demand("who the customers are", "EO 12862, 1(a)", "customers", stated("customers")),
        Demand("what customers are asked", "EO 12862, 1(b)", "feedback", stated("feedback")),
        Demand("standards of service", "EO 12862, 1(c)", "standards", stated("standards")),
        Demand("figures held against the standards", "EO 12862, 1(c)", "metrics", stated("metrics")),
        Demand("a comparison with the best in business", "EO 12862, 1(d)", "benchmarks", stated("benchmarks")),
        Demand("what the front line was asked", "EO 12862, 1(e)", "staff_input", stated("staff_input")),
        Demand("a choice of channels", "EO 12862, 1(f)", "channels", several_ways),
        Demand("access for whoever needs help", "EO 12862, 1(g)", "access", stated("access")),
        Demand("how complaints are dealt with", "EO 12862, 1(h)", "complaints", stated("complaints")),
        Demand("who answers for it", _SURVEY, "policy: owner", stated("policy.owner")),
        Demand("what customers live through, step by step", _SURVEY, "moments", stated("moments", "procedures")),
        Demand("a question about trust", _SURVEY, "feedback: question", asked_about(r"\btrust|\bconfiden")),
        Demand(
            "a question about whether it worked",
            _SURVEY,
            "feedback: question",
            asked_about(r"\bneed|\bsolv|\bwork(?:ed|s)?\b|\beffective|\bput right|\bget what|\bgot what|\baddress"),
            doubt=_DRIVERS,
        ),
        Demand(
            "a question about ease", _SURVEY, "feedback: question", asked_about(r"\beas[yei]|\bsimpl"), doubt=_DRIVERS
        ),
        Demand(
            "a question about time",
            _SURVEY,
            "feedback: question",
            asked_about(r"\btime\b|\bquick|\blong\b|\bfast|\bsooner|\befficien|\bwait"),
            doubt=_DRIVERS,
        ),
        Demand(
            "a question about being told what happens",
            _SURVEY,
            "feedback: question",
            asked_about(r"\bunderst|\btransparen|\bclear|\binform|\btold\b|\bknew\b|\bfair"),
            doubt=_DRIVERS,
        ),
        Demand(
            "a question about the people",
            _SURVEY,
            "feedback: question",
            asked_about(r"\bemployee|\bstaff\b|\bhelpful|\bpeople|\brespect|\btreated"),
            doubt=_DRIVERS,
        ),
    ),
    besides=(
        "Surveys of the public need leave under the Paperwork Reduction Act.",
        "High Impact Service Providers report their figures to the Office of Management and Budget.",
    ),
)
