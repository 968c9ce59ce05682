"""The rules of one family: words that people can say and understand."""

from policyctl.findings import Severity
from policyctl.rules.rule import Rule
from policyctl.rules.words.abbreviations import unexplained_abbreviation
from policyctl.rules.words.against import sample_against_promise
from policyctl.rules.words.forbidden import forbidden_words, trade_term_said
from policyctl.rules.words.giving import sample_above_band
from policyctl.rules.words.jargon import jargon
from policyctl.rules.words.length import long_sentence, too_long_to_read
from policyctl.rules.words.passive import passive_without_actor
from policyctl.rules.words.placeholders import left_unfilled, placeholder_broken, placeholder_inconsistent
from policyctl.rules.words.reading import hard_to_read
from policyctl.rules.words.samples import audio_guide_missing, avoided_and_said, no_sample_for_anger, too_few_samples
from policyctl.rules.words.speech import shouting, unhelpful_phrase
from policyctl.rules.words.virtues import virtue_without_words
from policyctl.spec.sections.head import Status

RULES: tuple[Rule, ...] = (
    Rule("virtue-without-words", virtue_without_words, Severity.ERROR, draft=Severity.WARNING),
    Rule("forbidden-words", forbidden_words, Severity.ERROR, draft=Severity.WARNING),
    Rule("avoided-and-said", avoided_and_said, Severity.ERROR, draft=Severity.WARNING),
    Rule("sample-against-promise", sample_against_promise, Severity.WARNING, draft=Severity.INFO),
    Rule("sample-above-band", sample_above_band, Severity.WARNING, draft=Severity.INFO),
    Rule("placeholder-broken", placeholder_broken, Severity.ERROR, draft=Severity.WARNING),
    Rule("placeholder-inconsistent", placeholder_inconsistent, Severity.WARNING, draft=Severity.INFO),
    Rule("left-unfilled", left_unfilled, Severity.ERROR, draft=Severity.INFO, pilot=Severity.WARNING),
    Rule("trade-term-said", trade_term_said, Severity.WARNING, draft=Severity.INFO),
    Rule("unhelpful-phrase", unhelpful_phrase, Severity.WARNING, draft=Severity.INFO),
    Rule("shouting", shouting, Severity.INFO),
    Rule("too-few-samples", too_few_samples, Severity.WARNING, draft=Severity.INFO),
    Rule("no-sample-for-anger", no_sample_for_anger, Severity.WARNING, draft=Severity.INFO),
    Rule("audio-guide-missing", audio_guide_missing, Severity.INFO, asked=(Status.PUBLISHED,)),
    Rule("long-sentence", long_sentence, Severity.INFO),
    Rule("hard-to-read", hard_to_read, Severity.WARNING, draft=Severity.INFO),
    Rule("jargon", jargon, Severity.WARNING, draft=Severity.INFO),
    Rule("unexplained-abbreviation", unexplained_abbreviation, Severity.INFO),
    Rule("passive-without-actor", passive_without_actor, Severity.INFO),
    Rule("too-long-to-read", too_long_to_read, Severity.INFO),
)
