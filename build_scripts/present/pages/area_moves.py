"""How far a figure is from the middle of its region and from its own past, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from build_scripts.compute.geography.standing import Middle, Trend
from build_scripts.compute.geography.standing import Move as Step
from build_scripts.model import Indicator
from build_scripts.present.scene import Scene


@dataclass(frozen=True, slots=True)
class Move:
    """A change since an earlier figure: an arrow, and the same in words."""

    arrow: str
    words: str


def distance(scene: Scene, indicator: Indicator, middle: Middle) -> str:
    """Say how far a figure is above or below the median of its region."""
    written, way = _difference(scene, indicator, middle.distance)
    return scene.say(f"area.middle-{way}", by=written)


def moves(scene: Scene, indicator: Indicator, trend: Trend) -> Iterator[Move]:
    """Say how a figure moved since the previous comparable one, and since about five years ago."""
    for step in (trend.last, trend.long):
        if step is not None:
            yield _move(scene, indicator, step)


def _move(scene: Scene, indicator: Indicator, step: Step) -> Move:
    written, way = _difference(scene, indicator, step.change)
    when = scene.writer.period(step.before.period)
    if scene.unit(indicator.unit).kind == "rank":
        before = scene.measured(step.before.shown, indicator)
        return Move("", scene.say("area.move-was", before=before, when=when))
    return Move(_ARROWS[way], scene.say(f"area.move-{way}", by=written, when=when))


_ARROWS = {"up": "↗", "down": "↘", "same": "→"}


def _difference(scene: Scene, indicator: Indicator, exact: Decimal) -> tuple[str, str]:
    """Write a difference without its sign, and tell which way it goes; what rounds to nothing is the same.

    The unit is said where it is another than that of the figures: percentages differ in percentage points.
    """
    unit = scene.unit(indicator.unit)
    written = scene.writer.number(abs(exact), indicator.decimals)
    nothing = not any(sign in "123456789" for sign in written)
    if unit.change and unit.change != unit.id:
        written = scene.writer.with_unit(written, scene.unit(unit.change))
    if nothing:
        return written, "same"
    return written, "up" if exact > 0 else "down"
