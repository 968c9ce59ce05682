"""Measure what a check costs beside what others pay, as ratios of runs that alternate, each with its limit."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
POLICYCTL = [sys.executable, "-m", "policyctl"]
PAIRS = 9
MANY = 1000

FLOOR = """
import typer, yaml
from pydantic import BaseModel

class Shop(BaseModel):
    title: str

def main(path: str) -> None:
    Shop(title=path)

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
app.command()(main)
app()
"""
"""The least: a command that imports the usual libraries and builds one model."""

LARGE = str(ROOT / "examples/harbour-lane-books/policy.yaml")
STARTS = {
    "small policy": (["validate", str(ROOT / "examples/corner-shop/policy.yaml")], ", at most 1.8"),
    "large policy": (["validate", LARGE], ", at most 2.2"),
    "large, with an option": (["validate", "--fail-on", "error", LARGE], ""),
    "--version": (["--version"], ""),
}
"""What is started, and the limit on what it may cost."""


@dataclass(frozen=True)
class Run:
    """One run of a program: its seconds, and the most memory that it held, in mebibytes."""

    seconds: float
    memory: float


def main() -> None:
    """Print a line for each thing measured."""
    with tempfile.TemporaryDirectory() as folder:
        # Byte code is kept, as it is for whoever has installed policyctl.
        settings = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path(folder, "bytecode"))}
        environment = {**os.environ, **settings}
        starts(Path(folder), environment)
        unchanged(Path(folder), environment)
        many(Path(folder), environment)


def starts(folder: Path, environment: dict[str, str]) -> None:
    """How long a start takes, as a multiple of the least that any such program pays."""
    floor = [sys.executable, str(folder / "floor.py"), "policy.yaml"]
    Path(floor[1]).write_text(FLOOR, encoding="utf-8")
    for name, (arguments, limit) in STARTS.items():
        command = [*POLICYCTL, *arguments]
        pairs = [(run(command, environment), run(floor, environment)) for _ in range(PAIRS + 1)][1:]
        ratio = median(ours.seconds / least.seconds for ours, least in pairs)
        print(f"{name:<22}{ratio:.2f} times the floor{limit}")


def unchanged(folder: Path, environment: dict[str, str]) -> None:
    """How long it takes to see that no document of a large policy has changed, as a multiple of its check."""
    printing = [*POLICYCTL, "render", LARGE, "--document", "all", "--output", str(folder / "printed")]
    run(printing, environment)
    checking = [*POLICYCTL, "validate", LARGE]
    pairs = [(run(printing, environment), run(checking, environment)) for _ in range(PAIRS + 1)][1:]
    ratio = median(ours.seconds / check.seconds for ours, check in pairs)
    print(f"{'nothing to print':<22}{ratio:.2f} times as long as validate, at most 2")


def many(folder: Path, environment: dict[str, str]) -> None:
    """How many files take beside a checker of JSON Schema with our own schema, and what memory they need."""
    policies = written(folder)
    schema = folder / "policy.schema.json"
    schema.write_bytes(subprocess.run([*POLICYCTL, "schema"], env=environment, check=True, capture_output=True).stdout)  # noqa: S603  A command of our own.
    ours = run([*POLICYCTL, "validate", *policies], environment)
    other = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *policies]
    theirs = run(other, environment)
    ratio = theirs.seconds / ours.seconds
    print(f"{f'{MANY} policies':<22}{ratio:.1f} times as fast as check-jsonschema, at least 4")
    few = run([*POLICYCTL, "validate", *policies[: MANY // 10]], environment)
    print(f"{'memory':<22}{ours.memory / few.memory:.2f} times as much for {MANY} policies as for {MANY // 10}")


def written(folder: Path) -> list[str]:
    """Policies as a newcomer has them, each with a name of its own."""
    subprocess.run([*POLICYCTL, "init", "--yes", str(folder / "first")], check=True, stdout=subprocess.DEVNULL)  # noqa: S603  A command of our own.
    starter = (folder / "first" / "policy.yaml").read_text(encoding="utf-8")
    paths = [folder / f"{number:04}.policy.yaml" for number in range(MANY)]
    for number, path in enumerate(paths):
        path.write_text(starter.replace("The Example Shop", f"Shop number {number}"), encoding="utf-8")
    return [str(path) for path in paths]


def run(command: Sequence[str], environment: dict[str, str]) -> Run:
    """Run a command from start to end; a failure of it is one of ours."""
    started = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:  # noqa: S603  Commands of our own.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command[:4])} ended with {process.returncode}.")
    return Run(time.perf_counter() - started, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
