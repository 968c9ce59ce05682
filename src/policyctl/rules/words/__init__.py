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
    Rule("virtue-without-words", virtue_without_words, ERROR, draft=WARNING),
    Rule("forbidden-words", forbidden_words, ERROR, draft=WARNING),
    Rule("avoided-and-said", avoided_and_said, ERROR, draft=WARNING),
    Rule("sample-against-promise", sample_against_promise, WARNING, draft=INFO),
    Rule("sample-above-band", sample_above_band, WARNING, draft=INFO),
    Rule("placeholder-broken", placeholder_broken, ERROR, draft=WARNING),
    Rule("placeholder-inconsistent", placeholder_inconsistent, WARNING, draft=INFO),
    Rule("left-unfilled", left_unfilled, ERROR, draft=INFO, pilot=WARNING),
    Rule("trade-term-said", trade_term_said, WARNING, draft=INFO),
    Rule("unhelpful-phrase", unhelpful_phrase, WARNING, draft=INFO),
    Rule("shouting", shouting, INFO),
    Rule("too-few-samples", too_few_samples, WARNING, draft=INFO),
    Rule("no-sample-for-anger", no_sample_for_anger, WARNING, draft=INFO),
    Rule("audio-guide-missing", audio_guide_missing, INFO, asked=(Status.PUBLISHED,)),
    Rule("long-sentence", long_sentence, INFO),
    Rule("hard-to-read", hard_to_read, WARNING, draft=INFO),
    Rule("jargon", jargon, WARNING, draft=INFO),
    Rule("unexplained-abbreviation", unexplained_abbreviation, INFO),
    Rule("passive-without-actor", passive_without_actor, INFO),
    Rule("too-long-to-read", too_long_to_read, INFO),
)
