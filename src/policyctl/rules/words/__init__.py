"""The rules of one family: words that people can say and understand."""

from policyctl.rules.rule import ERROR, INFO, WARNING, Rule
from policyctl.rules.words.abbreviations import unexplained_abbreviation
from policyctl.rules.words.forbidden import forbidden_words
from policyctl.rules.words.passive import passive_without_actor
from policyctl.rules.words.phrases import jargon, unhelpful_phrase
from policyctl.rules.words.placeholders import left_unfilled, placeholder_broken, placeholder_inconsistent
from policyctl.rules.words.reading import hard_to_read, long_sentence
from policyctl.rules.words.samples import sample_against_promise, too_few_samples
from policyctl.rules.words.virtues import virtue_without_words

RULES: tuple[Rule, ...] = (
    Rule(virtue_without_words, WARNING, draft=WARNING, step=1),
    Rule(forbidden_words, ERROR, step=9),
    Rule(sample_against_promise, WARNING, step=9),
    Rule(placeholder_broken, ERROR, step=9),
    Rule(placeholder_inconsistent, WARNING),
    Rule(left_unfilled, ERROR, draft=INFO, pilot=WARNING),
    Rule(unhelpful_phrase, WARNING, step=9),
    Rule(too_few_samples, WARNING, step=9),
    Rule(long_sentence, INFO),
    Rule(hard_to_read, WARNING),
    Rule(jargon, WARNING),
    Rule(unexplained_abbreviation, INFO),
    Rule(passive_without_actor, INFO),
)
