"""The rules of one family: words that people can say and understand."""

from policyctl.rules.rule import ERROR, INFO, WARNING, Rule
from policyctl.rules.words.abbreviations import unexplained_abbreviation
from policyctl.rules.words.forbidden import forbidden_words, trade_term_said
from policyctl.rules.words.jargon import jargon
from policyctl.rules.words.length import long_sentence, too_long_to_read
from policyctl.rules.words.passive import passive_without_actor
from policyctl.rules.words.placeholders import left_unfilled, placeholder_broken, placeholder_inconsistent
from policyctl.rules.words.reading import hard_to_read
from policyctl.rules.words.sample_gifts import sample_above_band
from policyctl.rules.words.sample_times import sample_against_promise
from policyctl.rules.words.samples import audio_guide_missing, avoided_and_said, no_sample_for_anger, too_few_samples
from policyctl.rules.words.speech import shouting, unhelpful_phrase
from policyctl.rules.words.virtues import virtue_without_words
from policyctl.schema.sections.head import Status

RULES: tuple[Rule, ...] = (
    Rule(virtue_without_words, ERROR, step=1),
    Rule(forbidden_words, ERROR, step=9),
    Rule(avoided_and_said, ERROR, step=9),
    Rule(sample_against_promise, WARNING, step=9),
    Rule(sample_above_band, WARNING, step=9),
    Rule(placeholder_broken, ERROR, step=9),
    Rule(placeholder_inconsistent, WARNING),
    Rule(left_unfilled, ERROR, draft=INFO, pilot=WARNING),
    Rule(trade_term_said, WARNING, step=9),
    Rule(unhelpful_phrase, WARNING, step=9),
    Rule(shouting, INFO),
    Rule(too_few_samples, WARNING, step=9),
    Rule(no_sample_for_anger, WARNING, step=9),
    Rule(audio_guide_missing, INFO, asked=(Status.PUBLISHED,), step=9),
    Rule(long_sentence, INFO),
    Rule(hard_to_read, WARNING),
    Rule(jargon, WARNING),
    Rule(unexplained_abbreviation, INFO),
    Rule(passive_without_actor, INFO),
    Rule(too_long_to_read, INFO),
)
