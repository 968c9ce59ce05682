"""The cases of the tests in, what `validate` says about each written beside it out, to be read in the diff."""

import subprocess
import sys
from pathlib import Path

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases"
JUDGED = ("mistakes/*.yaml", "rules/*/*.yaml")
DAY = "2026-11-23"


def main() -> None:
    """Write NAME.txt for each NAME.yaml, or for those whose path holds one of the words given."""
    words = sys.argv[1:] or [""]
    files = sorted(path for pattern in JUDGED for path in CASES.glob(pattern))
    for path in (each for each in files if any(word in str(each.relative_to(CASES)) for word in words)):
        command = [sys.executable, "-m", "policyctl", "validate", "--today", DAY, path.name]
        said = subprocess.run(command, cwd=path.parent, capture_output=True, check=False, encoding="utf-8")  # noqa: S603  A command of our own.
        path.with_suffix(".txt").write_text(said.stdout, encoding="utf-8")


if __name__ == "__main__":
    main()
