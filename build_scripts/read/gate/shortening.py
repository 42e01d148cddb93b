"""A report that a person can read to its end, however much is wrong."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from build_scripts.model import Problem
from build_scripts.read.problems import Spot, problem

_SHOWN: Final = 100


def shortened(problems: Sequence[Problem]) -> list[Problem]:
    """The problems without those that another, more telling one at the same cell makes needless, and no endless list.

    Of each kind the first hundred in a file are kept; one more says how many there are beyond them.
    """
    telling = {(each.file, each.line, each.field) for each in problems if each.code in _TELLING}
    kept: list[Problem] = []
    counts: Counter[tuple[str, str]] = Counter()
    for each in problems:
        if each.code in _PLAIN and (each.file, each.line, each.field) in telling:
            continue
        counts[(each.file, each.code)] += 1
        if counts[(each.file, each.code)] <= _SHOWN:
            kept.append(each)
    for (file, code), count in counts.items():
        if count > _SHOWN:
            kept.append(problem("more-problems", Spot(file, None, None, str(count - _SHOWN)), of=code))
    return sorted(kept, key=lambda each: each.place)


_TELLING: Final = frozenset({"number-form", "missing-mark", "cell-line-break", "character-forbidden"})
_PLAIN: Final = frozenset({"type-error", "value-form", "constraint-pattern", "constraint-enum"})
