"""Linear scales as d3 has them, to the last bit: where a value lies, which ticks there are, how a number is written."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts.present.numbers import MINUS

_LEAPS = ((math.sqrt(50), 10), (math.sqrt(10), 5), (math.sqrt(2), 2))


@dataclass(frozen=True, slots=True)
class Linear:
    """From a stretch of values to a stretch of pixels."""

    domain: tuple[float, float]
    range: tuple[float, float]

    def __call__(self, value: float) -> float:
        """Find the pixel of a value."""
        low, high = self.domain
        part = (value - low) / (high - low) if high != low else 0.5
        return self.range[0] * (1 - part) + self.range[1] * part

    def ticks(self, count: float, least: float | None) -> list[float]:
        """Choose round values, about `count`, at least `least` apart."""
        low, high = self.domain
        if least is not None:
            count = min(count, math.floor((high - low) / least) + 1)
        return ticks(low, high, count)


def same(value: float) -> float:
    """Take a value for the pixel it lies on."""
    return value


def ticks(low: float, high: float, count: float) -> list[float]:
    """List the multiples of a round step between two values, as d3-array does."""
    if not count > 0:
        return []
    if low == high:
        return [low]
    first, last, step = _steps(low, high, count)
    if step < 0:
        return [place / -step for place in range(first, last + 1)]
    return [place * step for place in range(first, last + 1)]


def _steps(low: float, high: float, count: float) -> tuple[int, int, float]:
    """Find the first and the last multiple and the step; a negative step is the part of one that it is."""
    rough = (high - low) / max(0, count)
    power = math.floor(math.log10(rough))
    error = rough / 10**power
    factor = next((leap for least, leap in _LEAPS if error >= least), 1)
    if power < 0:
        step = 10**-power / factor
        first, last = _rounded(low * step), _rounded(high * step)
        first += first / step < low
        last -= last / step > high
        signed = -step
    else:
        step = 10**power * factor
        first, last = _rounded(low / step), _rounded(high / step)
        first += first * step < low
        last -= last * step > high
        signed = step
    if last < first and 0.5 <= count < 2:  # noqa: PLR2004 - as d3-array does
        return _steps(low, high, count * 2)
    return first, last, signed


def _rounded(value: float) -> int:
    """Round as JavaScript does: halves upwards."""
    return math.floor(value + 0.5)


def whole(value: float) -> float:
    """Round a pixel as JavaScript does."""
    return float(_rounded(value))


def number(value: float, form: str, signs: Mapping[str, Any]) -> str:
    """Write a number in one of the forms in use: `d`, or `,.2f` with the signs of a language."""
    if form == "d":
        return f"{_rounded(value):d}".replace("-", MINUS)
    written = format(value, form)
    negative = written.startswith("-") and any(sign in "123456789" for sign in written)
    bare = (
        written.lstrip("-")
        .replace(",", "\0")
        .replace(".", signs["decimal"])
        .replace("\0", signs["thousands"])
    )
    return (MINUS if negative else "") + bare


def positions(channel: Mapping[str, Any], length: Sequence[float]) -> Linear | None:
    """Make the scale of a channel; none where its values are pixels already. `length` is the usual range."""
    asked = channel.get("scale", {})
    if asked is None:
        return None
    reach = asked.get("range", length)
    low, high = asked["domain"]
    return Linear((low, high), (reach[0], reach[1]))
