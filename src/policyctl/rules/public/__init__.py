"""The rules of one family: what customers will read, and how they reach whoever wrote it."""

from policyctl.rules.public.complaining import no_other_format, one_way_to_complain
from policyctl.rules.public.leaks import internal_limit_public, public_and_internal
from policyctl.rules.public.promising import charter_one_sided, missed_promise_unanswered
from policyctl.rules.public.staff import staff_contact_public, staff_name_public
from policyctl.rules.public.ways import (
    alternative_of_one_kind,
    channel_without_address,
    moved_on_to_nowhere,
    one_way_in,
)
from policyctl.rules.rule import ERROR, INFO, WARNING, Rule

RULES: tuple[Rule, ...] = (
    Rule(public_and_internal, ERROR),
    Rule(internal_limit_public, ERROR),
    Rule(staff_contact_public, WARNING, draft=WARNING),
    Rule(staff_name_public, INFO),
    Rule(one_way_in, WARNING),
    Rule(channel_without_address, WARNING),
    Rule(alternative_of_one_kind, WARNING),
    Rule(moved_on_to_nowhere, WARNING),
    Rule(one_way_to_complain, WARNING),
    Rule(no_other_format, INFO),
    Rule(missed_promise_unanswered, INFO),
    Rule(charter_one_sided, WARNING),
)
