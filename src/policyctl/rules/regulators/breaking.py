"""A policy and the instruments that bind it in; what is against their demands out."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.regulators.judging import Breach, breaches, judged_profiles
from policyctl.rules.rule import RuleContext


def profile_limit_exceeded(context: RuleContext) -> Iterator[Issue]:
    """A time that is longer, or shorter, than an instrument that binds you allows.

    Why it matters: the figure that you print is the one that you are held to, and this one is against the rules.

    Diff:

          policy:
            title: When you are not satisfied
            organisation: Harbour Lane Credit Union
            owner: Maria
            profiles: uk-fca
          channels:
            Phone: 01632 960 112
            Email: care@harbourlane.example
          complaints:
            stages:
              Our answer:
                steps:
                  Acknowledgement: within 2 working days of receipt
        -         Final response: within 12 weeks of receipt  # <- here
        +         Final response: within 8 weeks of receipt
                letter: What we found, and why
            outside:
              Financial Ombudsman Service:
                decides: yes
                free: yes
                limits: within 6 months of our final response
            learning: We read all of them in May.
            records: Three years
    """
    return _binding(context, Breach.LIMIT)


def profile_contradicted(context: RuleContext) -> Iterator[Issue]:
    """Something that is done otherwise than an instrument that binds you asks, such as a third stage.

    Why it matters: a procedure that the ombudsman does not accept delays the customer and decides the case against you.

    Diff:

          policy:
            title: When you are not satisfied
            organisation: Quayside Homes
            owner: Maria
            profiles: uk-housing
          channels:
            Phone: 01632 960 112
            Email: care@quayside.example
          access:
            formats: Large print
          complaints:
            counts: Anything you are unhappy with
            does_not_count: A first request for a repair
            how_to_complain:
              to: Maria
              for_somebody_else: A line from them is enough.
            stages:  # <- here
              First answer:
                by: Maria
                steps:
                  Acknowledgement: within 5 working days of receipt
                  Answer: within 10 working days of the acknowledgement
                letter: How to go on
              Review:
                by: Jo
                steps:
                  Acknowledgement: within 5 working days of your request
                  Final answer: within 20 working days of the acknowledgement
        -     The board:
        -       by: Nell
        -       says: She reads it at her next meeting.
            outside:
              The Housing Ombudsman:
                decides: yes
                limits: within 12 months of our final answer
            no_detriment: Nothing changes for you.
            remedies: An apology
            learning: We read all of them in May.
    """
    return _binding(context, Breach.OTHERWISE)


def _binding(context: RuleContext, kind: Breach) -> Iterator[Issue]:
    for _, _, profile in judged_profiles(context):
        yield from breaches(context, profile, kind)
