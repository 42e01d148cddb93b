"""The needed path and the present pace, as lines on the chart of a target."""

from build_scripts.compute.progress import Lead
from build_scripts.model import Indicator, Period
from build_scripts.present.charts import Point, Series
from build_scripts.present.charts.data import Path
from build_scripts.present.scene import Scene


def paths(scene: Scene, indicator: Indicator, lead: Lead | None) -> tuple[Series, ...]:
    """Draw from the latest figure to the target, and on from it at the pace so far; nothing without a pace.

    Only in the unit of the series itself, and no further than 2030 unless the target is: a chart shows no more.
    """
    if lead is None:
        return ()
    target, judgement = lead
    pace, year = judgement.pace, target.year
    unit = target.unit if target.unit else scene.catalog.goals[target.goal].unit
    drawable = judgement.indicator == indicator.id and indicator.unit == unit and judgement.basis == "pace"
    if not drawable or pace is None or year is None or year <= pace.latest.year or judgement.edge is None:
        return ()
    years = range(pace.latest.year, year + 1)
    compounding = judgement.method != "linear"
    left = year - pace.latest.year
    needed, ahead = [], []
    for each in years:
        steps = each - pace.latest.year
        part = steps / left
        if compounding:
            needed.append(pace.latest.value * (judgement.edge / pace.latest.value) ** part)
            ahead.append(pace.latest.value * (1 + pace.observed) ** steps)
        else:
            needed.append(pace.latest.value + (judgement.edge - pace.latest.value) * part)
            ahead.append(pace.latest.value + pace.observed * steps)
    return (
        _path(scene, "needed", tuple(years), needed),
        _path(scene, "pace", tuple(years), ahead),
    )


def _path(scene: Scene, kind: Path, years: tuple[int, ...], values: list[float]) -> Series:
    points = tuple(
        Point(period=period, value=round(value, 6), low=None, high=None, status="final", operator="=")
        for year, value in zip(years, values, strict=True)
        if (period := Period.parse(str(year))) is not None
    )
    return Series(name=scene.say[f"figure.path-{kind}"], points=points, path=kind)
