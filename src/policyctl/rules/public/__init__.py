"""The rules of one family: what customers will read, and how they reach whoever wrote it."""

from policyctl.rules.public.channels import channel_without_address, moved_on_to_nowhere, no_other_format, one_way_in
from policyctl.rules.public.impossible import channel_not_for_them, language_spoken_nowhere, right_to_complain_refused
from policyctl.rules.public.leaks import public_and_internal, staff_contact_public, staff_name_public
from policyctl.rules.public.promises import missed_promise_unanswered
from policyctl.rules.rule import ERROR, INFO, WARNING, Rule

RULES: tuple[Rule, ...] = (
    Rule(public_and_internal, ERROR),
    Rule(staff_contact_public, WARNING, draft=WARNING),
    Rule(staff_name_public, INFO),
    Rule(one_way_in, WARNING),
    Rule(channel_without_address, WARNING),
    Rule(moved_on_to_nowhere, WARNING),
    Rule(channel_not_for_them, ERROR, pilot=WARNING, step=7),
    Rule(language_spoken_nowhere, WARNING),
    Rule(right_to_complain_refused, ERROR, pilot=WARNING),
    Rule(no_other_format, INFO),
    Rule(missed_promise_unanswered, INFO),
)
