"""A line for a table of which only the schema tells what it holds."""

from collections.abc import Mapping
from typing import Any

from build_scripts.compute.tabular import Line, Trend, time_and_measure
from build_scripts.model import UNSTATED, Package, Resource
from build_scripts.model.asking import everything
from build_scripts.model.holding import held
from build_scripts.present.charts import Frame, Point, Series, lines
from build_scripts.present.page import Figure
from build_scripts.present.pages.dataset.wording import clean
from build_scripts.present.scene import Scene
from build_scripts.present.sharing.subject import embed_path

_PLAIN = {"decimalChar": ".", "groupChar": "", "bareNumber": True}
"""How numbers are written that can be read as they stand."""


@everything
@held(None)
def trend_of(package: Package, number: int) -> Trend | None:
    """Recognise a series over time in a table; tables of our own profiles have pages of their own, large ones none."""
    if package.profile or package.resources[number].table.large is not None:
        return None
    raw = package.descriptor["resources"][number]
    schema, null = raw["schema"], raw.get("dialect", {}).get("nullSequence")
    marks = {_mark(each) for each in schema.get("missingValues", [""])} | {
        "",
        *([] if null is None else [null]),
    }
    avoid = {each["name"] for each in schema["fields"] if _is_written_otherwise(each)}
    return time_and_measure(package.resources[number], missing=marks, avoid=avoid)


def _is_written_otherwise(field: Mapping[str, Any]) -> bool:
    return "missingValues" in field or any(field.get(key, plain) != plain for key, plain in _PLAIN.items())


def _mark(value: Any) -> str:
    return str(value["value"] if isinstance(value, dict) else value)


def figure(scene: Scene, package: Package, resource: Resource, trend: Trend) -> Figure | None:
    """Draw a trend; `None` when two lines would bear one name."""
    measure = clean(scene.text(trend.measure.title))
    names = [_name(scene, trend, line) for line in trend.lines]
    if len({" ".join(name.split()) for name in names}) < len(names):
        return None
    series = tuple(
        Series(name=name, points=_points(line), emphasis=number == 0)
        for number, (name, line) in enumerate(zip(names, trend.lines, strict=True))
    )
    title = scene.say("dataset.chart", measure=measure, table=clean(scene.text(resource.title)))
    chart = lines(Frame(title=title, unit=UNSTATED, decimals=trend.places), series, writer=scene.writer)
    place = embed_path(scene.language, f"datasets/{package.name}/", resource.name)
    return Figure(chart, _note(scene, trend), embed=place, credit=clean(scene.text(package.title)))


def _name(scene: Scene, trend: Trend, line: Line) -> str:
    """What stands at the end of a line: its category, or the measure itself."""
    name = clean(scene.text(trend.measure.title) if trend.category is None else line.label).strip()
    return name if name else scene.say["dataset.unnamed"]


def _points(line: Line) -> tuple[Point, ...]:
    return tuple(
        Point(period=period, value=float(text), low=None, high=None, status="final", operator="=")
        for period, text in line.points
    )


def _note(scene: Scene, trend: Trend) -> str:
    """Say how the chart was chosen, and what it leaves out."""
    columns = {"time": clean(trend.time.name), "measure": clean(trend.measure.name)}
    said = [scene.say("dataset.chart-columns", **columns)]
    if trend.thinned:
        said.append(scene.say[f"dataset.chart-last-{trend.thinned}"])
    if trend.category is not None and trend.categories > len(trend.lines):
        said.append(
            scene.say(
                "dataset.chart-some",
                shown=str(len(trend.lines)),
                total=scene.writer.number(trend.categories),
                column=clean(trend.category.name),
            )
        )
    return " ".join(said)


def trends_of(package: Package) -> tuple[Trend | None, ...]:
    """Recognise what can be drawn of each table."""
    return tuple(trend_of(package, number) for number in range(len(package.resources)))
