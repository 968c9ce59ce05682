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
    Rule("public-and-internal", public_and_internal, ERROR, draft=WARNING),
    Rule("internal-limit-public", internal_limit_public, ERROR, draft=WARNING),
    Rule("staff-contact-public", staff_contact_public, WARNING),
    Rule("staff-name-public", staff_name_public, INFO),
    Rule("one-way-in", one_way_in, WARNING, draft=INFO),
    Rule("channel-without-address", channel_without_address, WARNING, draft=INFO),
    Rule("alternative-of-one-kind", alternative_of_one_kind, WARNING, draft=INFO),
    Rule("moved-on-to-nowhere", moved_on_to_nowhere, WARNING, draft=INFO),
    Rule("one-way-to-complain", one_way_to_complain, WARNING, draft=INFO),
    Rule("no-other-format", no_other_format, INFO),
    Rule("missed-promise-unanswered", missed_promise_unanswered, INFO),
    Rule("charter-one-sided", charter_one_sided, WARNING, draft=INFO),
)
