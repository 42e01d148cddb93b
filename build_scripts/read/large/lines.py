"""On which line of its file each row of a long table starts."""

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(slots=True)
class Lines:
    """Rows follow each other line by line; only where they do not, something is remembered."""

    starts: list[int] = field(default_factory=list)
    shifts: list[int] = field(default_factory=list)

    def note(self, row: int, line: int) -> None:
        """Say that the row with this number, greater than all before, starts on `line`."""
        shift = line - row
        if not self.shifts or self.shifts[-1] != shift:
            self.starts.append(row)
            self.shifts.append(shift)

    def of(self, row: int) -> int:
        """The line of a row."""
        return row + self.shifts[bisect_right(self.starts, row) - 1]
