"""Print the documents that are asked for: what has changed is put in place whole, and each file is told."""

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from policyctl import __version__
from policyctl.cli.streams import interactive, print_error, write_err, write_out
from policyctl.cli.unchanged import (
    Printed,
    Wanted,
    compare,
    file_name,
    find_stale,
    fingerprint_of_program,
    fingerprint_of_templates,
    left_over,
    read_record_in,
    record_with,
    versions_of_packages,
)
from policyctl.errors import PolicyctlError
from policyctl.findings import Finding
from policyctl.library import render
from policyctl.outputs import replace_all
from policyctl.rendering.record import LEFT_OVER, MISSING, RECORD, UNKNOWN, fingerprint, fingerprint_of_all
from policyctl.reporters import show
from policyctl.schema import Policy
from policyctl.validation.brand import BrandFiles

if TYPE_CHECKING:
    from concurrent.futures import Future

_CLEAR_LINE = "\r\x1b[K"


class Run(NamedTuple):
    """What is to be printed: into which folder, of which policy, which documents and formats, and what shapes them.

    `policy` is the path of the policy, and `values` are the fingerprints of what its files are made from. `dropped` are
    the documents that the policy has nothing for, where all were asked for. `asked` says whether formats were asked for
    by name, and `force` that nothing is to be believed of what is there.
    """

    output: Path
    policy: str
    wanted: tuple[Wanted, ...]
    dropped: tuple[str, ...]
    values: Mapping[str, str]
    asked: bool
    force: bool

    def place(self, name: str) -> str:
        """A file in the folder, as it is told."""
        return show(str(self.output / name))


class PdfOptions(NamedTuple):
    """How PDFs are made: by which engine, in how many seconds."""

    engine: str | None
    seconds: float


class Work(NamedTuple):
    """What documents are made from: the policy, its brand's files, what was found in it, the day, the policy before.

    And how they are made: with which templates, and how PDFs are.
    """

    policy: Policy
    brand: BrandFiles
    findings: tuple[Finding, ...]
    today: date
    before: Policy | None
    templates: Path | None
    pdf: PdfOptions


def input_fingerprints(work: Work, data: bytes, output: Path) -> dict[str, str]:
    """The fingerprint of everything that shapes a file, by the names of `rendering.record.INPUTS`.

    A word that a person can read, such as that of an option, is a fingerprint as well.
    """
    pictures = {"logo": work.brand.logo, "logo_dark": work.brand.logo_dark}
    faces = {str(number): face for number, face in enumerate((*work.brand.heading_font, *work.brand.text_font))}
    found = [(each.severity, each.span.start.line, each.message, each.hint) for each in work.findings]
    return {
        "policy": fingerprint(data, is_text=True),
        "brand": fingerprint_of_all({name: file.data for name, file in {**pictures, **faces}.items() if file}),
        "templates": fingerprint_of_templates(work.templates, output),
        "before": fingerprint(repr(work.before)),
        "findings": fingerprint(repr(found)),
        "engine": work.pdf.engine or "",
        "version": __version__,
        "program": fingerprint_of_program(),
        "packages": versions_of_packages(),
    }


def print_anew(work: Work, run: Run) -> list[Path]:
    """Print what has changed, put it in place with what is known of it, and say what became of each file."""
    record = read_record_in(run.output)
    stale = run.wanted if run.force else [*find_stale(run.output, record, run.wanted, run.values)]
    printed = {(each.document, each.form): each for each in _print_all(work, stale, asked=run.asked)}
    if printed:
        files = {run.output / file_name(each): made.data for each, made in printed.items()}
        known = record_with(run.output, record, printed, Path(run.policy).name, run.values)
        replace_all({**files, run.output / RECORD: known}, sources=[Path(run.policy)])
    there = [each for each in run.wanted if each in printed or each not in stale]
    for each in there:
        write_out(f"{run.place(file_name(each))}  {_how_made(printed.get(each))}\n")
    for name in left_over(run.output, record, run.dropped, Path(run.policy).name):
        write_out(f"{run.place(name)}  left as it was: {LEFT_OVER}\n")
    return [run.output / file_name(each) for each in there]


def report_outdated(work: Work, run: Run, again: str) -> bool:
    """Say of each file whether it is what would be printed now, how to print `again`, and whether all of them are.

    Where nobody asked for PDFs and none can be made here, one that is not known is not missed.
    """
    record = read_record_in(run.output)
    stale = find_stale(run.output, {} if run.force else record, run.wanted, run.values, of_author=True)
    unknown = [each for each, why in stale.items() if each[1] == "pdf" and why in (MISSING, UNKNOWN)]
    passed_over = set(unknown) if unknown and not run.asked and _why_no_pdf() else set()
    stale = {each: why for each, why in stale.items() if each not in passed_over}
    wrong = compare(run.output, stale, lambda doubtful: _print_all(work, doubtful, asked=True))
    for each in run.wanted:
        why = "not made on this machine" if each in passed_over else wrong.get(each, "up to date")
        write_out(f"{run.place(file_name(each))}  {why}\n")
    left = left_over(run.output, record, run.dropped, Path(run.policy).name)
    for name in left:
        write_out(f"{run.place(name)}  out of date: {LEFT_OVER}; delete it\n")
    if wrong:
        write_err(f"Print again with: {show(again)}\n")
    return not wrong and not left


def _print_all(work: Work, wanted: Sequence[Wanted], *, asked: bool) -> Iterator[Printed]:
    """Each document in its format, two PDFs at a time: they are made in processes of their own.

    Where PDF was not asked for by name and this machine cannot make it, the others are enough.
    """
    from concurrent.futures import ThreadPoolExecutor

    if not wanted:
        return
    with ThreadPoolExecutor(max_workers=2) as pool:
        made = [pool.submit(_print, work, name, form) for name, form in wanted]
        try:
            for (name, form), each in zip(wanted, made, strict=True):
                try:
                    yield each.result()
                except PolicyctlError:
                    missing = "" if asked or form != "pdf" else _why_no_pdf()
                    if not missing:
                        raise
                    print_error(PolicyctlError(f"{name}.pdf was not made. {missing}"))
        except BaseException:
            _stop(made)
            raise
        finally:
            if interactive(sys.stderr):
                write_err(_CLEAR_LINE)


def _stop(made: "Sequence[Future[Printed]]") -> None:
    """End what is being made, since nobody waits for it any more."""
    from policyctl.rendering.pdf import stop_workers

    for each in made:
        each.cancel()
    stop_workers()


def _print(work: Work, name: str, form: str) -> Printed:
    started = time.monotonic()
    data = render(
        work.policy, name, form, brand=work.brand, templates=work.templates, progress=_progress(), today=work.today,
        before=work.before, findings=work.findings, notice=_say_once, **work.pdf._asdict(),
    )  # fmt: skip
    return Printed(name, form, data, time.monotonic() - started)


def _why_no_pdf() -> str:
    """What this machine lacks to make PDFs, and how to get it; empty where it can make them."""
    from policyctl.rendering.pdf import engine

    return engine().problem


def _progress() -> Callable[[str], None] | None:
    """A line that is written over while somebody watches; nobody else needs it."""
    if not interactive(sys.stderr):
        return None
    return lambda reached: write_err(f"{_CLEAR_LINE}Laying out the PDF: {reached}")


def _how_made(printed: Printed | None) -> str:
    """What became of a file: its size and the time that it took, or that nothing had to be done."""
    return f"{_size(len(printed.data))}, {printed.seconds:.1f} s" if printed else "unchanged"


@cache
def _say_once(sentence: str) -> None:
    """Say on standard error what is the same for every document."""
    write_err(f"{sentence}\n")


def _size(count: int) -> str:
    """Bytes as people say them."""
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(round(count / 1000), 1)} kB"
