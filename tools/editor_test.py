"""Try our JSON Schema in the YAML language server, as editors do: marks, hovers, and every completion accepted.

It is installed by npm into a folder of its own, which goes when this ends, unless one is named that keeps it.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from policyctl.resources import examples
from policyctl.schema import Problem, read
from policyctl.source import read as read_source

SERVER = "yaml-language-server@1.25.0"
HERE = Path(__file__).resolve().parent
POLICIES = sorted(examples().glob("*/policy.yaml"))


def main() -> int:
    """Print the figures, and what is wrong; 1 when anything is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--modules", type=Path, help="where the language server is or will be installed, to keep it")
    parser.add_argument("--schema", type=Path, help="another schema than the one of this checkout")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        modules = wanted.modules or Path(folder)
        schema = wanted.schema or Path(folder, "policy.schema.json")
        if not wanted.schema:
            command = [sys.executable, "-m", "policyctl", "schema", "--draft", "7"]
            schema.write_bytes(subprocess.run(command, check=True, capture_output=True).stdout)  # noqa: S603  A command of our own.
        if not (modules / "node_modules").is_dir():
            install = ["npm", "install", "--silent", "--no-save", "--prefix", str(modules), SERVER]
            subprocess.run(install, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  As above.
        first = Path(folder, "first")
        command = [sys.executable, "-m", "policyctl", "init", "--yes", str(first)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  As above.
        node = [
            "node",
            str(HERE / "editor_test.mjs"),
            str(modules),
            str(schema),
            *map(str, [*POLICIES, first / "policy.yaml"]),
        ]
        said = subprocess.run(node, check=True, capture_output=True).stdout  # noqa: S603  As above.
    return report(json.loads(said))


def report(said: dict[str, Any]) -> int:
    """The figures of what the language server said, and the first of each kind of mistake."""
    marks = [f"{path}:{mark['line']}: {mark['message']}" for path, found in said["marks"].items() for mark in found]
    untitled = [_place(each) for each in said["hovers"] if not each["text"].startswith("#### ") and _is_ours(each)]
    doubled = [f"{_place(each)}: {each['text'].splitlines()[0]}" for each in said["hovers"] if "||" in each["text"]]
    whole = [each for each in said["completions"] if not each["waits"]]
    wrong = [
        f"{_place(each)} + {each['label']}: {found[0].issue.message}" for each in whole if (found := problems(each))
    ]
    print(f"{len(marks)} marks on valid policies", *marks[:5], sep="\n  ")
    print(f"{len(doubled)} of {len(said['hovers'])} hovers say a title twice", *doubled[:5], sep="\n  ")
    print(f"{len(untitled)} hovers on words of the language without a title", *untitled[:5], sep="\n  ")
    print(
        f"{len(said['unmarked'])} of {said['misspelt']} misspelt keys are not marked", *said["unmarked"][:5], sep="\n  "
    )
    kinds = Counter(each["kind"] for each in whole)
    print(
        f"{len(wrong)} of {len(whole)} completions leave a valid policy invalid "
        f"({kinds['key']} keys, {kinds['value']} values; {len(said['completions']) - len(whole)} more wait for words)",
        *wrong[:40],
        sep="\n  ",
    )
    return int(bool(marks or doubled or said["unmarked"] or wrong))


def problems(completion: dict[str, Any]) -> tuple[Problem, ...]:
    """What the language refuses in a policy with the completion accepted."""
    return read(read_source(completion["text"].encode(), "policy.yaml").data).problems


def _is_ours(hover: dict[str, Any]) -> bool:
    return len(hover["path"]) == 1


def _place(each: dict[str, Any]) -> str:
    return f"{Path(each['file']).parent.name}: {'.'.join(map(str, each['path']))}"


if __name__ == "__main__":
    sys.exit(main())
