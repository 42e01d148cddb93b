"""The figures behind the charts of a target, for those who cannot see them or want them exactly."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_scripts.compute.facts import chartable
from build_scripts.compute.geography.carried import is_computed
from build_scripts.model import Fact, Indicator
from build_scripts.present.scene import Scene


@dataclass(frozen=True, slots=True)
class Row:
    """A period with the state of its figure, the figure, and a word where it was carried back."""

    when: str
    value: str
    computed: str


@dataclass(frozen=True, slots=True)
class FigureTable:
    """What one line shows, the newest first."""

    name: str
    caption: str
    unit: str
    rows: tuple[Row, ...]


def figure_tables(scene: Scene, drawn: Iterable[Indicator], area: str) -> Iterator[FigureTable]:
    """Yield a table for each indicator whose line is drawn."""
    for indicator in drawn:
        name, unit = scene.subject(indicator, area), scene.text(scene.unit(indicator.unit).name)
        facts = chartable(scene.facts[indicator.id].get(area, ()))
        yield FigureTable(
            name=name,
            caption=scene.say("table.caption", name=name, unit=unit),
            unit=unit,
            rows=tuple(_row(scene, fact, indicator) for fact in reversed(facts)),
        )


def _row(scene: Scene, fact: Fact, indicator: Indicator) -> Row:
    return Row(
        when=scene.when(fact.shown),
        value=scene.cell(fact, indicator).text,
        computed=scene.say["mark.computed-long"] if is_computed(fact) else "",
    )
