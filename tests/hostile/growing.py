"""Policies of any size that would take long if anything were more than linear: many of each kind, long ones of each."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from itertools import count, takewhile

from policyctl.source import read
from policyctl.source.decoding import MAX_BYTES

HEAD = "policyctl: 1\npolicy:\n  title: T\n  organisation: O\n  status: published\n  language: en-GB\n  currency: GBP\n"

Growing = Callable[[int], str]
"""Makes a policy of about so many bytes."""


LONGEST = 19_900
"""Characters of one text: more are refused before anything reads them."""


BEFORE = "Our people give you your money back within 2 days, and nobody asks you why"
AFTER = "so that you need not wait for it, whatever it is that went wrong. Call us, or write."
"""Words around many signs, since most rules look at sentences alone."""


def text(signs: str) -> Growing:
    """Long texts full of the same signs, where prose is read: a fact, a promise, a step, what is said, a refusal."""

    def make(size: int) -> str:
        length = len(quoted(signs)) - 2
        inside = signs * (min((LONGEST - 200) // len(signs), size // 5 // length) or 1)
        fits = quoted(f"{BEFORE}{inside}{AFTER}")
        rounds = range(max(size // 5 // len(fits.encode()), 1))
        sections = (
            ("facts:", "  F{n}: {text}"),
            ("standards:", "  S{n}:\n    says: {text}"),
            ("procedures:\n  P:\n    steps:", "      - do: {text}"),
            ("tone:\n  samples:", "    T{n}: {text}"),
            ("never:", "  - {text}"),
        )
        parts = (head + "\n" + "\n".join(row.replace("{n}", str(n)) for n in rounds) for head, row in sections)
        return HEAD + "\n".join(parts).replace("{text}", fits) + "\n"

    return make


def quoted(words: str) -> str:
    """A text as YAML writes it in double quotes."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def many(line: str, *, below: str, before: str = "") -> Growing:
    """Many lines in a section, each with its number where `{n}` stands, a word or a day of its own."""

    def make(size: int) -> str:
        begins = f"{HEAD}{before}{below}\n"
        left = size - len(begins)

        def fits(entry: str) -> bool:
            nonlocal left
            left -= len(entry)
            return left >= 0

        entries = (line.replace("{n}", str(n)).replace("{w}", word(n)).replace("{d}", day(n)) + "\n" for n in count())
        return begins + "".join(takewhile(fits, entries))

    return make


def largest(make: Growing, most: int) -> str:
    """The largest policy of a kind that is read at all, of at most so many bytes: one with more values is not."""
    least, size = most // 16, most
    if _is_read(text := make(size)):
        return text
    while size - least > most // 64:
        middle = (least + size) // 2
        least, size = (middle, size) if _is_read(make(middle)) else (least, middle)
    return make(least)


def _is_read(text: str) -> bool:
    data = text.encode()
    return len(data) <= MAX_BYTES and "yaml-size" not in {each.rule for each in read(data, "policy.yaml").findings}


def day(number: int) -> str:
    """A day for a number."""
    return (date(2026, 1, 1) + timedelta(number)).isoformat()


def word(number: int) -> str:
    """A word of letters for a number: names that are alike and none the same."""
    letters = ""
    for _ in range(5):
        number, letter = divmod(number, 20)
        letters = "bcdfghjklmnpqrstvwxz"[letter] + "aeiou"[letter % 5] + letters
    return letters


def both(*makers: Growing) -> Growing:
    """Two kinds in one policy, each half of it; the head is that of the first."""

    def make(size: int) -> str:
        parts = [maker(size // len(makers)) for maker in makers]
        return "".join([parts[0], *(part.removeprefix(HEAD) for part in parts[1:])])

    return make


def roles(size: int) -> str:
    """Names of people, each a word of its own."""
    return many("  {w}: Clerk {n}", below="roles:")(size)


SIGNS = (
    "!", ".", "?", "…", "'", '"', "(", ")", "[", "]", "-", "–", " ", "\n", "*", "_", "`", "#", "|", "<", ">", "&",
    "~", "$", ":", ";", ",", "/", "\\", "@", "1", "9", "a", "A", "ä", "\u0301", "€", "£", "%", "\u200d",
)  # fmt: skip
"""Single signs, of which a text of thousands is made."""

PATTERNS = (
    "a ", "a. ", "A. ", "! ", "1 ", "1.", "1,", "1-", "1 - ", "1:", "1 day ", "within ", "within 1 ", "£1 ", "£1",
    "9:00-", "Mon-", "Mon ", "and ", "a, ", "a,", "or ", "if ", "the ", "we ", "not ", "up to £1 ", "at least ",
    "by ", "a@a.", "www.a.", "http://", "https://a.a/", "a/a", "[a](", "![", "**a", "**a*", "<a", "<![CDATA[", "`a",
    "\n- ", "\n1. ", "\n> ", "\n# ", "| a ", "\n| a | b |", "{a} ", "{{a}} ", "${a", "%d", "of the ", "1 of 2 ",
    "one ", "eine ", "innerhalb von ", "bis zu 1 € ", "Tage ", "twenty-", "twenty ", "hundert", "reply ",
    "call us ", "no later than ", "0207 946 ",
    "000 ",
    "stellt ",
    "if we ", "+44 ", "as soon as possible ", "please ", "unless ", "(a ", "a) ",
    "“a ", "”", "‘", "'s ", "n't ", "e.g. ", "z. B. ", "…! ", "Mr. ", "a\u00a0", "1\u00a0", "x" * 80 + " ",
    "word word word. ", "Word word. ", "Mon-Fri 9:00-17:00 ", "1 January 2026 ",
)  # fmt: skip

KINDS: Mapping[str, Growing] = {
    **{f"text of {sign!r}": text(sign) for sign in SIGNS},
    **{f"text of {words!r}": text(words) for words in PATTERNS},
    "notes": many("# policyctl: ignore[vague-time] r\na{n}: b", below=""),
    "notes together": many("# policyctl: ignore[vague-time] r", below="mission: M\n"),
    "notes behind facts": many("  F{n}: f # policyctl: ignore[vague-time] r", below="facts:"),
    "notes and checks": both(
        many("  F{n}: As soon as possible # policyctl: ignore[vague-time] r", below="facts:"),
        many("  c{n}: off because x", below="checks:"),
    ),
    "checks": many("  c{n}: off because x", below="checks:"),
    "unknown keys": many("k{n}: v", below=""),
    "unknown keys in a section": many("    k{n}: v", below="facts:\n  F:\n    says: x"),
    "roles and sentences": both(roles, many("  F{n}: We ask {w}n and {w}", below="facts:")),
    "roles and long texts": both(roles, many("  F{n}: >-\n" + "    {w} {w}n,\n" * 50, below="facts:")),
    "priorities by within": lambda size: (
        HEAD
        + "priorities:\n"
        + "".join(f"  P{n}: p\n" for n in range(size // 40))
        + "standards:\n  First reply:\n    within:\n"
        + "".join(f"      P{n}: {n + 1} minutes\n" for n in range(size // 40))
    ),
    "priorities by many withins": lambda size: (
        HEAD
        + "priorities:\n"
        + "".join(f"  P{n}: p\n" for n in range(size // 80))
        + "standards:\n"
        + "".join(
            f"  S{n}:\n    within:\n      P{n}: {n + 1} minutes\n      P{n + 1}: 9 days\n" for n in range(size // 80)
        )
    ),
    "closed days": many("    - {d}", below="hours:\n  open: Mon-Fri 9:00-17:00\n  closed:"),
    "closed days with names": many("    {d}: Day {n}", below="hours:\n  open: Mon-Fri 9:00-17:00\n  closed:"),
    "anchors": many("a{n}: &a{n} b", below=""),
    "aliases": many("a{n}: *a", below="a: &a b"),
    "anchors in a section": many("  F{n}: &a{n} b", below="facts:"),
    "duplicate keys": many("a: b", below=""),
    "names that lead nowhere": many("    - do: x\n      by: {w}", below="roles:\n  Ann: Boss\nprocedures:\n  P:"),
    "lists in lists": lambda size: HEAD + "mission: " + "[" * size + "\n",
    "references in a row": many("      - {w}", below="goals:\n  G: x\nprocedures:\n  P:\n    goals:"),
    **{
        f"many {name}": many(line, below=below, before=before)
        for name, below, line, before in (
            ("facts", "facts:", "  F{n}: Within 2 days for £{n}", ""),
            ("always", "always:", "  - Do {w}", ""),
            ("never", "never:", "  - Say {w}", ""),
            ("values", "values:", "  V{n}: {w}", ""),
            ("goals", "goals:", "  G{n}: {w}", ""),
            ("metrics", "metrics:", "  M{n}:\n    target: {n}%", ""),
            ("benchmarks", "benchmarks:", "  B{n}:\n    theirs: {n} hours", ""),
            ("roles", "roles:", "  {w}: Clerk", ""),
            ("channels", "channels:", "  C{n}:\n    kind: email", ""),
            ("customers", "customers:", "  C{n}: {w}", ""),
            ("priorities", "priorities:", "  P{n}: {w}", ""),
            ("hours", "hours:", "  H{n}: Mon-Fri 9:00-17:00", ""),
            ("standards", "standards:", "  S{n}: within {n} hours", ""),
            ("standards with a case", "standards:", "  We reply within {n} hours to {w}: yes", ""),
            ("remedies", "remedies:", "  R{n}: £{n}", ""),
            ("procedures", "procedures:", "  P{n}:\n    - Do {w}", ""),
            ("terms", "terms:", "  T{n}: within {n} days", ""),
            ("moments", "moments:", "  M{n}: {w}", ""),
            ("topics", "topics:", "  T{n}: {w}", ""),
            ("guides", "guides:", "  G{n}: {w}", ""),
            ("glossary", "glossary:", "  {w}: {w} {w}", ""),
            ("changelog", "changelog:", "  {n}.0: {w}", ""),
            ("lessons", "training:\n  modules:", "    T{n}: {w}", ""),
            ("feedback", "feedback:", "  F{n}:\n    question: {w}?", ""),
            (
                "commitments",
                "leadership:\n  commitments:",
                "    L{n}:\n      who: Ann\n      does: {w}",
                "roles:\n  Ann: Boss\n",
            ),
        )
    },
    "many samples": many("    S{n}: We reply within {n} days, {w}", below="tone:\n  samples:"),
    "many words to avoid": many("    - avoid: {w}", below="facts:\n  F: x\ntone:\n  words:"),
    "words to avoid and facts": both(
        many("    - avoid: {w}", below="tone:\n  words:"), many("  F{n}: a {w}", below="facts:")
    ),
    "many levels": many("      - {w}", below="roles:\n  Ann: Boss\nescalation:\n  ladders:\n    L:"),
    "many bands": many("    - up to £{n} Ann", below="roles:\n  Ann: Boss\ndiscretion:\n  may_give:"),
    "many bands by name": many("    B{n}: up to £{n}", below="roles:\n  Ann: Boss\ndiscretion:\n  may_give:"),
    "many stages": many("    S{n}: within {n} days", below="complaints:\n  stages:"),
    "steps of one procedure": many("    - Reply within {n} hours to {w}", below="procedures:\n  P:"),
    "facts and standards": both(
        many("  F{n}: We reply within {n} days", below="facts:"), many("  S{n}: within {n} hours", below="standards:")
    ),
    "standards and samples": both(
        many("  S{n}: within {n} hours", below="standards:"),
        many("    S{n}: We reply within {n} days", below="tone:\n  samples:"),
    ),
    "steps and discretion": both(
        many("    - Refund £{n}", below="procedures:\n  P:"),
        many("    B{n}: up to £{n}", below="discretion:\n  may_give:"),
    ),
    "channels and standards": both(
        many("  C{n}:\n    kind: email", below="channels:"),
        many("  S{n}:\n    channels: C{n}\n    within: 2 hours", below="standards:"),
    ),
    "customers and standards": both(
        many("  C{n}: x", below="customers:"), many("  S{n}:\n    for: C{n}\n    within: 2 hours", below="standards:")
    ),
    "goals and metrics": both(many("  G{n}:\n    metrics: M{n}", below="goals:"), many("  M{n}: x", below="metrics:")),
    "glossary and facts": both(many("  {w}: x", below="glossary:"), many("  F{n}: a {w}", below="facts:")),
    "questions and facts": both(
        many("    Within how many days, {w}?: {n} days", below="training:\n  quiz:"),
        many("  F{n}: We reply within {n} days", below="facts:"),
    ),
    "meetings and names": both(
        many("    M{n}:\n      on: 24 September 2026\n      about: We meet on Friday", below="rollout:\n  meetings:"),
        many("  The {w} on Friday: x", below="facts:"),
    ),
    "procedures using each other": many("  P{n}:\n    steps:\n      - use: P1{n}", below="procedures:"),
}
"""Each kind of entry, text and pair by its name."""
