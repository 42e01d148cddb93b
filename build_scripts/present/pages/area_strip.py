"""A strip the size of a word: the members of a region on one line, the area in question as a dot."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from build_scripts.model import Fact

WIDTH = 120
HEIGHT = 16
_EDGE = 5
_MIDDLE = HEIGHT // 2


@dataclass(frozen=True, slots=True)
class Strip:
    """`path` draws the line, a short tick for each other member and a long one at the median; the dot stands `at`."""

    path: str
    at: str


def strip(peers: Mapping[str, Fact], area: str) -> Strip:
    """Place the members from the lowest value, left, to the highest, right."""
    values = {each: fact.shown.value for each, fact in peers.items() if fact.shown.value is not None}
    low, high = min(values.values()), max(values.values())
    across = (WIDTH - 2 * _EDGE) / (high - low) if high > low else 0.0

    def place(value: float) -> str:
        return f"{_EDGE + (value - low) * across:.1f}".removesuffix(".0")

    others = dict.fromkeys(place(value) for each, value in values.items() if each != area)
    ticks = "".join(f"M{x},{_MIDDLE - 3}v6" for x in others)
    centre = f"M{place(median(values.values()))},1v{HEIGHT - 2}"
    return Strip(path=f"M0,{_MIDDLE}h{WIDTH}{ticks}{centre}", at=place(values[area]))
