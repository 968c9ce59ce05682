"""What is both to be done and never to be done is told, and what is lifted or holds for some alone is not."""

import pytest
from tests.rules.judging import rules


@pytest.mark.parametrize(
    ("policy", "lines"),
    [
        ("always:\n  - Ask for the receipt\nnever:\n  - Ask for the receipt.", ["2"]),
        ("always:\n  - We always ask for the receipt.\nnever:\n  - do: ask  for the Receipt", ["2"]),
        ("never:\n  - Ring twice\nprocedures:\n  Late: \n    - Ring twice.", ["5"]),
        ("procedures:\n  Late:\n    never: Ring twice\n    steps:\n      - Look.\n      - Ring twice.", ["6"]),
        ("procedures:\n  Late:\n    never: Ring twice\n    steps: Look.\n  Lost:\n    steps: Ring twice.", []),
        ("always:\n  - Ask for the receipt\nnever:\n  - do: Ask for the receipt\n    unless: It was a present", []),
        ("always:\n  - do: Ask for the receipt\n    for: Firms\nnever:\n  - Ask for the receipt", []),
        ("always:\n  - Never ask for the receipt\nnever:\n  - Ask for the receipt", []),
        ("always:\n  - Never ask for the receipt\nnever:\n  - Never ask for the receipt", []),
        ("always:\n  - Ask for the receipt\nnever:\n  - Ask for the receipt twice", []),
    ],
)  # fmt: skip
def test_what_is_both_to_be_done_and_never_to_be_done(policy: str, lines: list[str]) -> None:
    assert [line.split()[0] for line in rules(policy) if line.endswith(" said-and-forbidden")] == lines
