"""Round axes: where a scale of values begins and ends, and where its lines stand."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from build_scripts.model import Unit

_LEAVES = (1.0, 2.0, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of values from `low` to `high`, a whole number of `step`s apart unless a natural limit cut it."""

    low: float
    high: float
    step: float

    @property
    def places(self) -> int:
        """How many decimals the labels need."""
        return max(0, -math.floor(math.log10(self.step) + 1e-9))

    @property
    def ticks(self) -> list[float]:
        """The values that get a line: round ones inside the scale."""
        first = math.ceil(self.low / self.step - 1e-9)
        last = math.floor(self.high / self.step + 1e-9)
        return [round(index * self.step, self.places) for index in range(first, last + 1)]

    def pixel(self, value: float, length: float) -> float:
        """Find how far from the low end a value lies on a scale so many pixels long."""
        return (value - self.low) / (self.high - self.low) * length

    def value(self, pixel: float, length: float) -> float:
        """Find the value so many pixels from the low end."""
        return self.low + pixel / length * (self.high - self.low)


def value_scale(values: Iterable[float], unit: Unit, *, zero: bool = False, count: int = 5) -> Scale:
    """Make a scale that holds all values; from zero when asked, or when zero is near."""
    known = list(values)
    low, high = min(known, default=0.0), max(known, default=1.0)
    near = 0 <= low < high / 3 or low / 3 < high <= 0
    if zero or near:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        room = abs(low) / 10 if low else 1.0
        low, high = low - room, high + room
    step = _step((high - low) / count)
    return Scale(
        low=_limited(math.floor(low / step + 1e-9) * step, unit.lower, low, up=True),
        high=_limited(math.ceil(high / step - 1e-9) * step, unit.upper, high, up=False),
        step=step,
    )


def _step(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    return next(leaf * power for leaf in _LEAVES if leaf * power >= rough * (1 - 1e-9))


def _limited(edge: float, limit: float | None, reached: float, *, up: bool) -> float:
    """Do not let a scale go past what the unit allows, unless a value already does."""
    places = 12
    if limit is None or (reached < limit if up else reached > limit):
        return round(edge, places)
    return round(max(edge, limit) if up else min(edge, limit), places)
