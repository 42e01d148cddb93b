"""The figure that an explanation is read off."""

from dataclasses import dataclass

from build_scripts.compute.geography.standing import Move, trend_of
from build_scripts.model import Fact, Indicator, Period, Unit
from build_scripts.present.scene import Scene


@dataclass(frozen=True, slots=True)
class Case:
    """The latest figure of an indicator, in the area whose figures lead its page."""

    scene: Scene
    indicator: Indicator
    area: str
    fact: Fact

    @property
    def unit(self) -> Unit:
        """The unit of the indicator."""
        return self.scene.unit(self.indicator.unit)

    @property
    def value(self) -> float | None:
        """The figure as a number, in the indicator's unit; `None` for a bound or a range."""
        return self.fact.shown.value

    @property
    def symbol(self) -> str:
        """What stands beside the figure."""
        return self.unit.symbol[self.scene.language]

    @property
    def when(self) -> str:
        """The period of the figure as it stands in a sentence."""
        return spoken(self.scene, self.fact.period)

    @property
    def move(self) -> Move | None:
        """How far the figure is from the one before it; `None` where there is none that it can be compared with."""
        facts = self.scene.facts[self.indicator.id][self.area]
        found = trend_of(self.indicator, self.scene.catalog.breaks, facts, self.fact)
        return None if found is None else found.last


def spoken(scene: Scene, period: Period) -> str:
    """Write a period as it stands in a sentence: `năm 2024`, `2024`."""
    return scene.say(f"chart.when.{period.kind}", period=scene.writer.period(period))
