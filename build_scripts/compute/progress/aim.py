"""What must be reached, and how far a value is from it; decided on exact decimals, never on rounded floats."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from build_scripts.model import Goal, Target

Direction = Literal["up", "down", "band"]
_TELLING: dict[str, Direction] = {">=": "up", ">": "up", "<=": "down", "<": "down"}
_DIRECTIONS: dict[str, Direction] = {"up": "up", "down": "down", "band": "band"}
_STRICT = (">", "<")


def exact(value: float | Fraction) -> Fraction:
    """Read a number as the decimal people wrote: 0.1 is a tenth, not the float nearest to it."""
    return value if isinstance(value, Fraction) else Fraction(repr(float(value)))


@dataclass(frozen=True, slots=True)
class Aim:
    """A value, a bound or a range, and the side from which it is to be reached.

    `low` and `high` are in the target's unit, equal for a point; one of them may be `None`. A range is reached at
    its nearer end; going up or down, what lies beyond the far end is reached too; in a `band` only the inside is.
    """

    operator: str
    low: float | None
    high: float | None
    direction: Direction

    @property
    def is_strict(self) -> bool:
        """Whether the edge itself is not enough: "above", "below"."""
        return self.operator in _STRICT

    @property
    def ends(self) -> tuple[Fraction, Fraction]:
        """Both ends, the same twice for a point or a bound."""
        known = [exact(end) for end in (self.low, self.high) if end is not None]
        return min(known), max(known)

    def edge(self, value: float | Fraction) -> Fraction:
        """Find the value to reach, seen from `value`: of a range the nearer end."""
        low, high = self.ends
        if self.direction == "up":
            return low
        if self.direction == "down":
            return high
        return low if exact(value) < low else min(exact(value), high)

    def shortfall(self, value: float | Fraction) -> Fraction:
        """Measure how far `value` still is from the edge; 0 at the edge and beyond it."""
        away = self.edge(value) - exact(value)
        if self.direction == "band":
            return abs(away)
        return max(Fraction(0), away if self.direction == "up" else -away)

    def met(self, value: float | Fraction) -> bool:
        """Tell whether `value` keeps the promise; "above 75" is not kept by 75."""
        reached = self.shortfall(value) == 0
        return reached and not (self.is_strict and exact(value) == self.edge(value))

    def decided(self, low: float | None, high: float | None) -> bool | None:
        """Tell whether a value known only to lie from `low` to `high` (`None`: no end) meets; `None` if it may or may not."""
        worst, best = (high, low) if self.direction == "down" else (low, high)
        if self.direction == "band":
            if low is not None and high is not None and self.met(low) and self.met(high):
                return True
            first, last = self.ends
            outside = (high is not None and exact(high) < first) or (low is not None and exact(low) > last)
            return False if outside else None
        if worst is not None and self.met(worst):
            return True
        return False if best is not None and not self.met(best) else None


def aim_of(target: Target, goal: Goal) -> Aim | None:
    """Read the aim of a target; `None` where neither the operator nor the goal tells a direction, or there is no figure."""
    direction = _TELLING.get(target.operator, _DIRECTIONS.get(goal.direction))
    if direction is None or (target.low is None and target.high is None):
        return None
    return Aim(target.operator, target.low, target.high, direction)
