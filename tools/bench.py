"""How long a start takes: policyctl beside the least that any such program pays, as medians of runs that alternate."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
PAIRS = 9

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
"""The least: a command that imports the same libraries and builds one model."""

MEASURED = {
    "small policy": ["validate", str(ROOT / "examples/corner-shop/policy.yaml")],
    "large policy": ["validate", str(ROOT / "examples/harbour-lane-books/policy.yaml")],
    "--version": ["--version"],
}


def main() -> None:
    """Print a line for each thing measured: its ratio to the floor, pair by pair, and the time of both."""
    with tempfile.TemporaryDirectory() as folder:
        floor = [sys.executable, str(Path(folder, "floor.py")), "policy.yaml"]
        Path(floor[1]).write_text(FLOOR, encoding="utf-8")
        # Byte code is kept, as it is for whoever has installed policyctl.
        settings = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path(folder, "bytecode"))}
        environment = {**os.environ, **settings}
        for name, arguments in MEASURED.items():
            command = [sys.executable, "-m", "policyctl", *arguments]
            pairs = [(seconds(command, environment), seconds(floor, environment)) for _ in range(PAIRS + 1)][1:]
            ratio = median(ours / least for ours, least in pairs)
            ours, least = (median(times) * 1000 for times in zip(*pairs, strict=True))
            print(f"{name:<14}{ratio:.2f} times the floor ({ours:.0f} ms, {least:.0f} ms)")


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """How long a command takes from start to end."""
    started = time.perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  Commands of our own.
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
