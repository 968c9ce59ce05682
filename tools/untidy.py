"""Print how many sentences of the untidy texts have a natural home in the language, text by text."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.test_untidy import NAMES, sentences


def main() -> None:
    """Print a line for each text, and one for all of them; the tests say whether each sentence is where it is said."""
    every = [(name, sentences(name)) for name in NAMES]
    for name, said in [*every, ("all", [sentence for _, each in every for sentence in each])]:
        at_home = sum(not sentence.homeless for sentence in said)
        whole = sum(bool(sentence.placed("=")) for sentence in said)
        share = f"{at_home / len(said):.1%}"
        print(f"{name:22}{len(said):4} sentences, {at_home:4} at home ({share}), {whole} word for word")


if __name__ == "__main__":
    main()
