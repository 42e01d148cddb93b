"""A report that a person can read to its end, however much is wrong."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from build_scripts.model import Problem
from build_scripts.read.problems import Spot, problem

SHOWN: Final = 100
"""Problems of one kind in one file that a person is shown."""
Kind = tuple[str, str]
"""File and code."""


def shortened(problems: Sequence[Problem], beyond: Mapping[Kind, int] | None = None) -> list[Problem]:
    """The problems without those that another, more telling one at the same cell makes needless, and no endless list.

    Of each kind the first hundred in a file are kept; one more says how many there are beyond them.
    `beyond` are those of each kind that were counted and not even written down.
    """
    telling = {(each.file, each.line, each.field) for each in problems if each.code in TELLING}
    kept: list[Problem] = []
    counts: Counter[tuple[str, str]] = Counter()
    for each in problems:
        if each.code in PLAIN and (each.file, each.line, each.field) in telling:
            continue
        counts[(each.file, each.code)] += 1
        if counts[(each.file, each.code)] <= SHOWN:
            kept.append(each)
    counts.update({} if beyond is None else beyond)
    for (file, code), count in counts.items():
        if count > SHOWN:
            kept.append(problem("more-problems", Spot(file, None, None, str(count - SHOWN)), of=code))
    return sorted(kept, key=lambda each: each.place)


TELLING: Final = frozenset({"number-form", "missing-mark", "cell-line-break", "character-forbidden"})
PLAIN: Final = frozenset({"type-error", "value-form", "constraint-pattern", "constraint-enum"})
