"""How far each indicator reaches and how fresh it is, as tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.compute.coverage import Coverage, stalest_first, total_share
from build_scripts.present.scene import Link, Scene

AGES = (5, 9)
"""After how many years without a new figure the page says so."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far an indicator (or a theme) reaches; `bar` is the style of an inline bar, "" for none."""

    name: Link
    areas: str
    years: str
    figures: str
    share: str
    bar: str


@dataclass(frozen=True, slots=True)
class ThemeReach:
    """The indicators of a theme and the theme as a whole."""

    anchor: str
    whole: Reach
    count: str
    rows: tuple[Reach, ...]


@dataclass(frozen=True, slots=True)
class Age:
    """The indicators whose latest figure is of one year."""

    year: str
    count: str
    bar: str
    indicators: tuple[Link, ...]


def coverage_table(scene: Scene, coverages: Sequence[Coverage]) -> Iterator[ThemeReach]:
    """Yield the themes in order, each with its indicators."""
    for theme in sorted(scene.catalog.themes.values(), key=lambda each: each.order):
        inside = [each for each in coverages if scene.catalog.indicators[each.indicator].package == theme.id]
        if inside:
            yield ThemeReach(
                anchor=theme.id,
                whole=_reach(scene, Link(scene.text(theme.name), f"#{theme.id}"), inside),
                count=scene.say.count("indicator.count", len(inside), n=str(len(inside))),
                rows=tuple(_reach(scene, _name(scene, each), [each]) for each in inside),
            )


def _name(scene: Scene, coverage: Coverage) -> Link:
    return scene.indicator(scene.catalog.indicators[coverage.indicator])


def _reach(scene: Scene, name: Link, coverages: Sequence[Coverage]) -> Reach:
    first = min((each.first for each in coverages if each.first is not None), default=None)
    last = max((each.last for each in coverages if each.last is not None), default=None)
    years = (
        scene.say["quality.no-figures"] if first is None else "–".join(dict.fromkeys([str(first), str(last)]))
    )
    share = total_share(coverages)
    percent = "" if share is None else scene.writer.number(share * 100, 0)
    return Reach(
        name=name,
        areas=str(max(each.areas for each in coverages)),
        years=years,
        figures=scene.writer.number(sum(each.values for each in coverages)),
        share=scene.say("quality.percent", n=percent) if percent else scene.say["quality.no-share"],
        bar="" if share is None else f"--share:{share:.1%}",
    )


def freshness(scene: Scene, coverages: Sequence[Coverage]) -> Iterator[Age]:
    """Yield the last years, oldest first, with the indicators that end there."""
    groups = stalest_first(coverages)
    most = max((len(inside) for _, inside in groups), default=1)
    for year, inside in groups:
        yield Age(
            year=str(year),
            count=str(len(inside)),
            bar=f"--share:{len(inside) / most:.1%}",
            indicators=tuple(_name(scene, each) for each in inside),
        )


def stale(scene: Scene, coverages: Sequence[Coverage]) -> str:
    """Say how many indicators have had nothing new for five and for nine years, as of the newest figure."""
    years = [each.last for each in coverages if each.last is not None]
    if not years:
        return ""
    recent, old = (max(years) - age for age in AGES)
    return scene.say(
        "quality.stale",
        newest=str(max(years)),
        old=str(old),
        n_old=str(sum(1 for each in years if each <= old)),
        recent=str(recent),
        n_recent=str(sum(1 for each in years if each <= recent)),
    )
