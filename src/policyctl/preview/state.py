"""Keep what a preview shows: the policy as it is now, what was found in it, and the last good page of each document."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import blake2b
from threading import Lock
from time import thread_time
from typing import Any, NamedTuple

from policyctl.errors import PolicyctlError
from policyctl.findings import Finding, Pointer, Severity, Span
from policyctl.preview.places import Click, Hit, Places, seen, words_of
from policyctl.rendering.language import Language
from policyctl.rendering.view.document import anchors
from policyctl.reporters import show
from policyctl.schema import Policy
from policyctl.source import Source
from policyctl.validation import Validation

_ = str  # Marks words for the catalogue; they are translated where they are used.

AROUND = 2
"""Lines that are shown before and after the one in question."""

WIDEST = 300
"""Signs that are shown of a line."""

MOST_BESIDE = 40
"""Words around a click that are looked for where the clicked one is nobody's but policyctl's own."""

COUNTED = {
    Severity.ERROR: (_("1 error"), _("{n} errors")),
    Severity.WARNING: (_("1 warning"), _("{n} warnings")),
    Severity.INFO: (_("1 remark"), _("{n} remarks")),
}
NAMES = {
    "handbook": _("Handbook"),
    "card": _("Card"),
    "charter": _("Charter"),
    "complaints": _("Complaints"),
    "training": _("Training"),
    "pilot": _("Pilot"),
    "briefing": _("Briefing"),
    "review": _("Review"),
}
"""What the documents of policyctl are called; one of somebody else's is called as its template."""

LABELS = {Severity.ERROR: _("Error"), Severity.WARNING: _("Warning"), Severity.INFO: _("Remark")}

Read = Callable[[], Validation]
"""What reads the policy and judges it; raises PolicyctlError where there is no text to read."""


class Good(NamedTuple):
    """A policy without errors, when it was read, and which documents it has what they need for."""

    policy: Policy
    validation: Validation
    at: datetime
    documents: tuple[str, ...]


Print = Callable[[Good, str], bytes]
"""What prints a document by its name; raises PolicyctlError where a template fails."""


class Page(NamedTuple):
    """A document as it was printed, when that was, and a mark by which another page is known."""

    data: bytes
    at: datetime
    version: str


@dataclass(frozen=True)
class Edition:
    """What is shown from one save to the next.

    `now` is the policy as it stands in the file, or `trouble` says why there is none; `good` is the last one that could
    be printed. `failed` has the documents that could not be printed from it.
    """

    number: int = 0
    now: Validation | None = None
    trouble: PolicyctlError | None = None
    good: Good | None = None
    pages: Mapping[str, Page] = field(default_factory=dict)
    failed: Mapping[str, PolicyctlError] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)

    @property
    def is_good(self) -> bool:
        """Whether the pages are those of the policy as it is now."""
        return self.good is not None and self.now is self.good.validation

    @property
    def time(self) -> str:
        """When the last good policy was read, as a clock says it."""
        return f"{self.good.at:%H:%M}" if self.good else ""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found in the policy as it is now, the gravest first."""
        found = self.now.findings if self.now else ()
        return tuple(sorted(found, key=lambda finding: (finding.severity.rank, finding.span.start)))


class Preview:
    """Reads a policy again whenever it is told to, and gives the pages of all its documents.

    It is told from one thread and asked from others. Documents that somebody looks at are printed at once, and others
    when they are asked for.
    """

    def __init__(
        self, read: Read, print_document: Print, available: Callable[[Policy], Sequence[str]], first: Sequence[str]
    ) -> None:
        self._read, self._print, self._available = read, print_document, available
        self._open, self._asked = tuple(first), set[str]()
        self._lock = Lock()
        self.edition = Edition()

    def refresh(self) -> Edition:
        """Read the policy, print what is looked at, and show both from now on."""
        edition = self.prepare()
        self.publish(edition)
        return edition

    def prepare(self) -> Edition:
        """What is to be shown of the policy as it is now; nobody sees it yet."""
        before, started = self.edition, thread_time()
        try:
            now, trouble = self._read(), None
        except PolicyctlError as error:
            now, trouble = None, error
        read = thread_time() - started
        if now is None or not now.valid or now.policy is None:
            return replace(before, number=before.number + 1, now=now, trouble=trouble, seconds={"validate": read})
        good = Good(now.policy, now, datetime.now().astimezone(), tuple(self._available(now.policy)))
        edition = Edition(before.number + 1, now, None, good, seconds={"validate": read})
        with self._lock:
            self._open = tuple(self._asked) or self._open
            self._asked = set()
        for name in self._open:
            if name in good.documents:
                edition = self._with_page(edition, good, name, before)
        return replace(edition, seconds={**edition.seconds, "render": thread_time() - started - read})

    def publish(self, edition: Edition) -> None:
        """Show an edition from now on."""
        with self._lock:
            self.edition = edition

    def page(self, name: str) -> Page | PolicyctlError | None:
        """The page of a document, or why there is none; nothing where no such document can be printed."""
        with self._lock:
            edition = self.edition
            if edition.good is None or name not in edition.good.documents:
                return None
            self._asked.add(name)
            if name not in edition.pages and name not in edition.failed:
                edition = self.edition = self._with_page(edition, edition.good, name, edition)
            return edition.pages.get(name) or edition.failed.get(name)

    def _with_page(self, edition: Edition, good: Good, name: str, before: Edition) -> Edition:
        try:
            data = self._print(good, name)
        except PolicyctlError as error:
            kept = {name: before.pages[name]} if name in before.pages else {}
            return replace(edition, pages={**edition.pages, **kept}, failed={**edition.failed, name: error})
        page = Page(data, good.at, blake2b(data, digest_size=8).hexdigest())
        return replace(edition, pages={**edition.pages, name: page})


# ---- what a browser is told ----------------------------------------------------------------------------------------


def language_of(edition: Edition) -> str:
    """The language in which a preview talks: German where the policy is, and English otherwise."""
    tag = (edition.good.policy.policy.language if edition.good else None) or "en-GB"
    return tag if tag.lower().split("-")[0] in ("de", "en") else "en-GB"


class Teller:
    """Says what there is to say about an edition, in the words of its language and as plain data."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._say = Language(language_of(edition)).gettext

    def state(self) -> dict[str, Any]:
        """Everything that is beside the pages: which there are, how old each is, and every finding."""
        good = self._edition.good
        places = Places(self._edition.now.source) if self._edition.now else None
        return {
            "edition": self._edition.number,
            "language": language_of(self._edition),
            "status": self.status(),
            "trouble": _in_words(self._edition.trouble),
            "documents": {name: self._document(name) for name in good.documents} if good else {},
            "findings": [self._finding(finding, places) for finding in self._edition.findings] if places else [],
        }

    def status(self) -> str:
        """How the policy is, and how old the pages are where they are not of it."""
        edition = self._edition
        found = self._counted(edition.findings)
        if edition.is_good:
            pattern = _("As saved at {time}; {found}.") if found else _("As saved at {time}; nothing was found.")
        elif edition.good is None:
            pattern = _("There is no page yet; {found}.") if found else _("There is no page yet.")
        else:
            return self._old(edition.time)
        return self._say(pattern).format(time=edition.time, found=found)

    def _old(self, time: str) -> str:
        """How old a page is, and what was found in the policy since."""
        found = "" if self._edition.is_good else self._counted(self._edition.findings)
        pattern = _("As it was at {time}; {found}.") if found else _("As it was at {time}.")
        return self._say(pattern).format(time=time, found=found)

    def line(self, click: Click) -> dict[str, Any]:
        """The places of the policy that clicked words come from, each with its lines and what was found there."""
        text, at = seen(click.text, click.at)
        click = click._replace(text=text, at=at)
        places = [Places(each.source, self._anchors()) for each in self._policies() if each.source.root]
        for each in places:
            if hits := each.find(click):
                is_earlier = self._edition.now is None or each.source is not self._edition.now.source
                return self._told(each.source, hits, _("As the file was at {time}.") if is_earlier else "")
        for each in places[:1]:
            if hits := next(filter(None, map(each.find, _beside(click))), ()):
                said = _("policyctl has put these words together. Beside them the policy says:")
                return self._told(each.source, hits, said)
        return self._told(None, (), _("No line of the policy says this: the words are policyctl’s own."))

    def _policies(self) -> tuple[Validation, ...]:
        """The policy as it is now, then as it was when it was last good."""
        edition = self._edition
        earlier = edition.good.validation if edition.good and not edition.is_good else None
        return tuple(each for each in (edition.now, earlier) if each)

    def _told(self, source: Source | None, hits: Sequence[Hit], said: str) -> dict[str, Any]:
        places = [self._place(source, hit) for hit in hits] if source else []
        return {"said": self._say(said).format(time=self._edition.time) if said else "", "places": places}

    def _place(self, source: Source, hit: Hit) -> dict[str, Any]:
        lines = range(hit.span.start.line, hit.span.end.line + 1)
        findings = [n for n, each in enumerate(self._edition.findings) if each.span.start.line in lines]
        return {**self._where(source, hit.pointer, hit.span), "findings": findings}

    def _where(self, source: Source, pointer: Pointer, span: Span) -> dict[str, Any]:
        return {
            "line": span.start.line,
            "title": self._say(_("Line {n}")).format(n=span.start.line),
            "path": show(" > ".join(str(step + 1) if isinstance(step, int) else step for step in pointer)),
            "lines": [*_lines(source, span)],
        }

    def _finding(self, finding: Finding, places: Places) -> dict[str, Any]:
        return {
            "key": finding.key,
            "severity": finding.severity.value,
            "label": self._say(LABELS[finding.severity]),
            "rule": finding.rule,
            "message": _shown(finding.message),
            "hint": _shown(finding.hint or ""),
            "words": places.words_at(finding.span),
            **self._where(places.source, finding.pointer, finding.span),
        }

    def _document(self, name: str) -> dict[str, Any]:
        page, failed = self._edition.pages.get(name), self._edition.failed.get(name)
        is_old = page is not None and (failed is not None or not self._edition.is_good)
        return {
            "title": self._say(NAMES[name]) if name in NAMES else show(name),
            "version": page.version if page else "",
            "mark": self._old(f"{page.at:%H:%M}") if page and is_old else "",
            "trouble": _in_words(failed),
        }

    def _counted(self, findings: Sequence[Finding]) -> str:
        severities = [finding.severity for finding in findings]
        counts = ((COUNTED[each], severities.count(each)) for each in Severity)
        return ", ".join(self._say(one if n == 1 else many).format(n=n) for (one, many), n in counts if n)

    def _anchors(self) -> dict[str, Pointer]:
        good = self._edition.good
        return {anchor: pointer for pointer, anchor in anchors(good.policy).items()} if good else {}


def _beside(click: Click) -> Iterator[Click]:
    """Clicks on the other words of the same text, the nearest first."""
    words = sorted(words_of(click.text), key=lambda word: max(word.start - click.at, click.at - word.end))
    yield from (click._replace(at=word.start) for word in words[1:MOST_BESIDE])


def _lines(source: Source, span: Span) -> Iterator[dict[str, Any]]:
    """The lines of a stretch and a few around it, made safe to be shown."""
    written = source.lines.written
    first = max(span.start.line - AROUND, 1)
    last = min(max(span.start.line, min(span.end.line, span.start.line + AROUND)) + AROUND, len(written))
    for number in range(first, last + 1):
        text = written[number - 1]
        cut = f"{text[:WIDEST]}…" if len(text) > WIDEST else text
        yield {"number": number, "text": show(cut), "here": span.start.line <= number <= span.end.line}


def _in_words(error: PolicyctlError | None) -> dict[str, str] | None:
    return {"message": _shown(error.message), "hint": _shown(error.hint or "")} if error else None


def _shown(text: str) -> str:
    """A text whose lines are each made safe to be shown."""
    return "\n".join(map(show, text.split("\n")))
