"""Problems of a long table: the first of each kind as a person is shown them, the others only counted."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from build_scripts.model import Problem
from build_scripts.read.gate.shortening import SHOWN, Kind


@dataclass(slots=True)
class Tally:
    """What was found so far; `beyond` counts, by file and code, the problems that are not among `problems`."""

    problems: list[Problem] = field(default_factory=list)
    beyond: Counter[Kind] = field(default_factory=Counter)
    _kept: Counter[Kind] = field(default_factory=Counter)

    def add(self, problems: Iterable[Problem]) -> None:
        """Add problems, told in the order of their lines."""
        for each in problems:
            kind = (each.file, each.code)
            self._kept[kind] += 1
            if self._kept[kind] <= SHOWN:
                self.problems.append(each)
            else:
                self.beyond[kind] += 1

    def count(self, file: str, code: str) -> bool:
        """Whether there are enough problems of a kind; then one more is only counted."""
        is_full = self._kept[(file, code)] >= SHOWN
        self.beyond[(file, code)] += is_full
        return is_full

    def join(self, other: "Tally") -> None:
        """Add what another one has found, of other kinds or in other files."""
        self.problems.extend(other.problems)
        self.beyond.update(other.beyond)
