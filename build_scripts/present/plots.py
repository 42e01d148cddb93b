"""From facts to the charts that pages show; the drawing itself is `present.charts`."""

from collections.abc import Iterable, Mapping, Sequence

from build_scripts.compute.facts import chartable
from build_scripts.compute.focus import context_areas, former_self
from build_scripts.compute.geography.carried import is_computed
from build_scripts.compute.geography.views import joints, today_of
from build_scripts.compute.places import Comparison, members_of
from build_scripts.model import Area, Fact, Indicator, Target
from build_scripts.present.charts import (
    Aim,
    Bar,
    BreakMark,
    Chart,
    Frame,
    Point,
    Series,
    bars,
    lines,
    multiples,
    spark,
    stacked,
)
from build_scripts.present.charts.track import runs
from build_scripts.present.scene import Scene

MOST_LINES = 4


def points(facts: Iterable[Fact]) -> tuple[Point, ...]:
    """Turn facts into points, oldest first."""
    return tuple(
        Point(
            period=fact.period,
            value=fact.shown.value,
            low=fact.shown.low,
            high=fact.shown.high,
            status=fact.shown.status,
            operator=fact.shown.operator,
        )
        for fact in facts
    )


def frame(scene: Scene, indicator: Indicator, title: str) -> Frame:
    """Title a chart and give it the indicator's unit."""
    return Frame(title=title, unit=scene.unit(indicator.unit), decimals=indicator.decimals)


def aims(targets: Iterable[Target]) -> tuple[Aim, ...]:
    """Turn targets with a figure and a year into marks on a chart, equal ones once."""
    found = {
        (each.start_year, each.year, each.low, each.high, each.operator): Aim(
            year=each.year,
            start_year=each.start_year,
            low=each.low,
            high=each.high,
            operator=each.operator,
            label="",
        )
        for each in targets
        if each.year is not None and (each.low is not None or each.high is not None)
    }
    return tuple(found.values())


def break_marks(scene: Scene, indicator: Indicator, areas: Sequence[str]) -> tuple[BreakMark, ...]:
    """Mark where a series stops being comparable, and where the territory changed."""
    said = [
        BreakMark(period=each.period, label=scene.text(each.reason))
        for each in scene.catalog.breaks
        if each.indicator == indicator.id and (each.area in areas or not each.area)
    ]
    return tuple({mark.period: mark for mark in said}.values())


def trend_areas(scene: Scene, indicator: Indicator, area: str) -> tuple[str, ...]:
    """Choose the areas of a trend: for amounts the area alone, else with its regions and country.

    A wider area needs two figures to be a line. Where the area itself has none, others stand in.
    """
    found = scene.facts.get(indicator.id, {})
    own = [each for each in (area, former_self(scene.catalog, area)) if each is not None]
    counts = {each: len(chartable(facts)) for each, facts in found.items()}
    kept = [each for each in own if counts.get(each, 0) > 0]
    wider = [
        each for each in context_areas(scene.catalog, area) if each not in own and counts.get(each, 0) > 1
    ]
    if not kept:
        kept = wider[:1] if wider else [each for each, count in counts.items() if count > 1][:1]
    others = () if indicator.additivity == "additive" else tuple(each for each in wider if each not in kept)
    return (*kept, *others)[:MOST_LINES]


def trend(
    scene: Scene,
    indicator: Indicator,
    area: str,
    targets: Sequence[Target] = (),
    paths: Sequence[Series] = (),
) -> Chart | None:
    """Draw an indicator over time for an area among its region and country, with its targets.

    Where there are paths to a target, the area stands alone with them.
    """
    areas = trend_areas(scene, indicator, area)
    areas = areas[:1] if paths else areas
    found = scene.facts.get(indicator.id, {})
    drawn = {each: chartable(found[each]) for each in areas}
    moving = any(len(facts) > 1 for facts in drawn.values())
    if not areas or not (moving or targets):
        return None
    series = tuple(
        Series(
            name=_series_name(scene, each, drawn[each]),
            points=points(drawn[each]),
            emphasis=each == areas[0],
            cuts=joints(drawn[each]),
        )
        for each in areas
    )
    title = scene.say("figure.trend", what=scene.subject(indicator, areas[0]))
    marks = break_marks(scene, indicator, areas)
    return lines(frame(scene, indicator, title), (*series, *paths), aims(targets), marks, writer=scene.writer)


def ranking(scene: Scene, indicator: Indicator, found: Comparison, emphasis: str) -> Chart:
    """Draw the areas of a region side by side in one period, ranked."""
    rows = tuple(
        Bar(
            label=scene.area(area).text,
            value=fact.shown.value,
            status=fact.shown.status,
            emphasis=area == emphasis,
        )
        for _, area, fact in found.rows
        if fact.shown.value is not None
    )
    period = scene.writer.period(found.period)
    title = scene.say("figure.ranking", name=scene.text(indicator.name), period=period)
    return bars(frame(scene, indicator, title), rows, writer=scene.writer)


def panels(scene: Scene, indicator: Indicator, region: str, emphasis: str) -> Chart | None:
    """Draw one small trend for each area of a region."""
    drawn = {area: chartable(each) for area, each in region_series(scene, indicator, region).items()}
    series = tuple(
        Series(
            name=_series_name(scene, area, facts),
            points=points(facts),
            emphasis=area == emphasis,
            cuts=joints(facts),
        )
        for area, facts in drawn.items()
        if len(facts) > 1
    )
    if len(series) < 3 or not indicator.chartable:  # noqa: PLR2004 - two lines fit one chart
        return None
    title = scene.say("figure.panels", name=scene.text(indicator.name), region=scene.area(region).text)
    return multiples(frame(scene, indicator, title), series, writer=scene.writer)


def region_series(scene: Scene, indicator: Indicator, region: str) -> dict[str, tuple[Fact, ...]]:
    """Gather the facts of a region's members, of a region of today with what was carried back to them."""
    found = scene.facts.get(indicator.id, {})
    carried = scene.carriages.get(indicator.id, {}) if scene.catalog.areas[region].is_current else {}
    return {
        area: today_of(found.get(area, ()), carried.get(area)) for area in members_of(scene.catalog, region)
    }


def _series_name(scene: Scene, area: str, facts: Iterable[Fact]) -> str:
    """Name a line, and say so when some of its figures are computed."""
    name = scene.area(area).text
    return scene.say("territory.computed-name", name=name) if any(map(is_computed, facts)) else name


def computed_note(scene: Scene, area: Area, *, members: bool) -> str:
    """Say below a chart which of its figures were computed, for the members of a region or an area of today."""
    if area.valid_from is None:
        return ""
    day = scene.writer.day(area.valid_from)
    return (
        scene.say("territory.panels-note", day=day)
        if members
        else scene.say("territory.chart-note", day=day, area=scene.place(area))
    )


def composition(scene: Scene, indicator: Indicator, area: str) -> Chart | None:
    """Draw the parts of a whole over the years, if the indicator is one of them and the area has the others."""
    wholes = [_parts(scene, each, area) for each in indicator.compositions]
    parts = max(wholes, key=len, default=())
    if len(parts) < 2:  # noqa: PLR2004 - one part is no composition
        return None
    title = scene.say("figure.composition", name=scene.text(indicator.topic), area=scene.area(area).text)
    return stacked(frame(scene, indicator, title), parts, writer=scene.writer)


def _parts(scene: Scene, whole: str, area: str) -> tuple[Series, ...]:
    drawn = {
        part: whole_years(scene.facts, part.id, area)
        for part in scene.catalog.indicators.values()
        if whole in part.compositions
    }
    return tuple(
        Series(name=scene.text(part.name), points=points(facts)) for part, facts in drawn.items() if facts
    )


def whole_years(
    facts: Mapping[str, Mapping[str, tuple[Fact, ...]]], indicator: str, area: str
) -> tuple[Fact, ...]:
    """Keep the facts of an indicator in an area that are about whole years."""
    return tuple(
        each for each in chartable(facts.get(indicator, {}).get(area, ())) if each.period.kind == "year"
    )


def sparkline(scene: Scene, indicator: Indicator, area: str, targets: Sequence[Target] = ()) -> Chart | None:
    """Draw a trend the size of a word."""
    facts = chartable(scene.facts.get(indicator.id, {}).get(area, ()))
    series = Series(name=scene.text(indicator.name), points=points(facts), emphasis=True)
    longest = max((len(run) for run in runs(series)), default=0)
    if longest < 2 or not indicator.chartable:  # noqa: PLR2004 - points that nothing joins are no line
        return None
    return spark(series, aims(targets), writer=scene.writer)
