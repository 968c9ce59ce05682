"""Hold the schedule's answers about random calendars against somebody who watches the clock minute by minute.

python tools/schedules.py [--examples 3000] [--seed 1]
"""

import argparse
import sys
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from tests.schedule.generated import Question, questions  # noqa: E402 (the tests know who watches the clock)


def main() -> int:
    """Ask all the questions and say which was answered wrongly, made as small as it gets; 1 where any was."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--examples", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()

    @seed(wanted.seed)
    @settings(
        max_examples=wanted.examples,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(questions())
    def ask(question: Question) -> None:
        assert question.disagreements() == []  # noqa: S101 (it is a test, a long one)

    try:
        ask()
    except AssertionError as error:
        print("\n".join([str(error), *getattr(error, "__notes__", [])]))
        return 1
    print(f"{wanted.examples} calendars, all as the clock on the wall shows")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
