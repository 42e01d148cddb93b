"""Charts in words: what a reader who does not see them needs to know."""

from collections.abc import Iterable, Sequence

from build_scripts.present.charts.data import Aim, Bar, BreakMark, Point, Series
from build_scripts.present.charts.figures import Figures
from build_scripts.present.charts.text import plain
from build_scripts.present.charts.track import gaps


def lines_text(
    figures: Figures, series: Sequence[Series], aims: Sequence[Aim], breaks: Sequence[BreakMark]
) -> str:
    """Describe lines: where each begins and ends, its extremes and gaps; then the breaks and the targets."""
    actual = [each for each in series if each.path == "actual"]
    said = [_opening(figures, "lines"), *(course(figures, each) for each in _main_first(actual))]
    for mark in breaks:
        label, when = figures.break_label(mark), figures.when(mark.period)
        said.append(
            figures.say("chart.break", when=when, label=label)
            if label
            else figures.say("chart.break-bare", when=when)
        )
    return " ".join([*said, *_promises(figures, aims)])


def spark_text(figures: Figures, series: Series, aims: Sequence[Aim]) -> str:
    """Describe a trend the size of a word: its course and its targets."""
    return " ".join([course(figures, series), *_promises(figures, aims)])


def bars_text(figures: Figures, bars: Sequence[Bar]) -> str:
    """Describe ranked bars: the first and the last, and where the emphasised ones stand."""
    ranked = [(plain(each.label), each.value, each.emphasis) for each in bars if each.value is not None]
    said = [_opening(figures, "bars")]
    if len(ranked) > 1:
        (top, first, _), (bottom, last, _) = ranked[0], ranked[-1]
        ends = {"first": figures.full(first), "last": figures.full(last)}
        said.append(figures.say("chart.between", top=top, bottom=bottom, **ends))
    for name, value, emphasis in ranked:
        place = [each for _, each, _ in ranked].index(value) + 1
        count = str(len(ranked))
        if emphasis and len(ranked) > 1:
            said.append(
                figures.say(
                    "chart.place", name=name, value=figures.full(value), place=str(place), count=count
                )
            )
        elif len(ranked) == 1:
            said.append(figures.say("chart.bar", name=name, value=figures.full(value)))
    said += [
        f"{figures.say('chart.nothing', name=plain(each.label))}." for each in bars if each.value is None
    ]
    return " ".join(said)


def multiples_text(figures: Figures, series: Sequence[Series]) -> str:
    """Describe small panels: the emphasised one in full, the others from first figure to last."""
    told = (
        course(figures, each) if each.emphasis else f"{_from_to(figures, each)}."
        for each in _main_first(series)
    )
    return " ".join([_opening(figures, "multiples"), *told])


def stacked_text(
    figures: Figures, parts: Sequence[Series], years: Sequence[int], empty: Iterable[str]
) -> str:
    """Describe a composition: its parts in the first year and in the last, and the years left empty."""
    said = [_opening(figures, "stacked")]
    for year in dict.fromkeys((years[0], years[-1]) if years else ()):
        shares = [
            figures.say("chart.part", name=plain(part.name), value=figures.point(point))
            for part in parts
            for point in part.points
            if point.period.year == year and point.value is not None
        ]
        when = figures.say("chart.starts.year", period=str(year))
        said.append(figures.say("chart.stack", when=when, parts="; ".join(shares)))
    left = ", ".join(empty)
    return " ".join([*said, figures.say("chart.empty", periods=left)] if left else said)


def _promises(figures: Figures, aims: Iterable[Aim]) -> Iterable[str]:
    for aim in aims:
        figure = figures.bound(aim.operator, aim.low, aim.high)
        first = aim.year if aim.start_year is None else aim.start_year
        if figure:
            yield figures.say("chart.aim-sentence", when=figures.years(first, aim.year), figure=figure)


def course(figures: Figures, series: Series) -> str:
    """Tell a series in one sentence."""
    valued = [each for each in series.points if each.value is not None]
    clauses = [_from_to(figures, series), *_extremes(figures, valued)]
    bounds = [each for each in series.points if each.bounds]
    if bounds:
        items = [
            figures.say("chart.item", value=figures.point(each), when=figures.state(each)) for each in bounds
        ]
        clauses.append(figures.say("chart.bounds", items=", ".join(items)))
    missing = gaps(series)
    if missing:
        written = [figures.stretch(first, last) for first, last in missing]
        clauses.append(figures.say("chart.gaps", periods=", ".join(written)))
    return "; ".join(clauses) + "."


def _opening(figures: Figures, kind: str) -> str:
    return figures.say(f"chart.{kind}", title=figures.title.rstrip(" ."))


def _main_first(series: Sequence[Series]) -> list[Series]:
    return sorted(series, key=lambda each: not each.emphasis)


def _from_to(figures: Figures, series: Series) -> str:
    """Say the first and the last value, or that there is none."""
    valued = [each for each in series.points if each.value is not None]
    name = plain(series.name)
    if not valued:
        return figures.say("chart.nothing", name=name)
    first, last = valued[0], valued[-1]
    holes = {"name": name, "last": figures.point(last), "when": figures.state(last)}
    if first is last:
        return figures.say("chart.one", **holes)
    course = _direction(figures, first, last)
    return figures.say(f"chart.{course}", first=figures.point(first), since=figures.state(first), **holes)


def _direction(figures: Figures, first: Point, last: Point) -> str:
    """Name the way from one figure to another as a reader sees it: what looks equal has not moved."""
    if first.value is None or last.value is None or figures.full(first.value) == figures.full(last.value):
        return "level"
    return "rose" if last.value > first.value else "fell"


def _extremes(figures: Figures, valued: Sequence[Point]) -> Iterable[str]:
    """Say the highest and the lowest value where neither the first nor the last figure says it."""
    if len(valued) < 3:  # noqa: PLR2004 - between a first and a last
        return
    ends = {figures.point(valued[0]), figures.point(valued[-1])}
    ranked = sorted(valued, key=lambda each: each.value if each.value is not None else 0.0)
    top = next(each for each in valued if each.value == ranked[-1].value)
    for word, each in (("highest", top), ("lowest", ranked[0])):
        if figures.point(each) not in ends:
            yield figures.say(f"chart.{word}", value=figures.point(each), when=figures.state(each))
