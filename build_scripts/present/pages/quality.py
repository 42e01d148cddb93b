"""The page about the data themselves: what is held, how old it is, what is missing, where figures disagree."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_scripts.compute.coverage import (
    Coverage,
    conflicts_of,
    coverages_of,
    doubtful_of,
    total_share,
    unmeasured_goals,
    waiting_goals,
    without_figure,
)
from build_scripts.compute.focus import focus_of
from build_scripts.model import Goal, Indicator
from build_scripts.present.page import Draft
from build_scripts.present.pages.quality_tables import coverage_table, freshness, stale
from build_scripts.present.scene import Link, Scene
from build_scripts.present.sharing.mending import gap_link

_WANTED = ("unmeasured", "waiting", "without")
"""Lists of what lacks a figure: each of them is asked for."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Things of one kind, folded: an anchor, a heading, the number of them, each with a remark or "", and a way to help."""

    anchor: str
    heading: str
    count: str
    intro: str
    rows: tuple[tuple[Link, str, Link | None], ...]


def quality_pages(scene: Scene) -> Iterator[Draft]:
    """Yield the page about the quality of the data, if there are indicators."""
    if scene.catalog.indicators:
        yield _page(scene)


def _page(scene: Scene) -> Draft:
    coverages = coverages_of(scene.catalog, scene.facts)
    sentence = lead(scene, coverages)
    view = {
        "crumbs": (Link(scene.say["nav.home"], ""),),
        "lead": sentence,
        "stale": stale(scene, coverages),
        "tables": tuple(coverage_table(scene, coverages)),
        "freshness": tuple(freshness(scene, coverages)),
        "gaps": tuple(_gaps(scene)),
        "doubts": tuple(_doubts(scene)),
    }
    return Draft(
        language=scene.language,
        address="quality/",
        template="quality",
        title=scene.say["nav.quality"],
        description=sentence,
        view=view,
    )


def lead(scene: Scene, coverages: tuple[Coverage, ...]) -> str:
    """Say how much is held, and the share of what could be."""
    share = total_share(coverages)
    return scene.say(
        "quality.lead" if share is not None else "quality.lead-no-years",
        indicators=scene.writer.number(len(coverages)),
        values=scene.writer.number(sum(each.values for each in coverages)),
        areas=scene.writer.number(len({area for each in scene.facts.values() for area in each})),
        share="" if share is None else scene.writer.number(share * 100, 0),
    )


def _gaps(scene: Scene) -> Iterator[Listing]:
    """List what is missing: targets without a text, goals without a series or a figure, indicators without one."""
    documents: dict[str, int] = {}
    for gap in scene.catalog.gaps:
        documents[gap.document] = documents.get(gap.document, 0) + 1
    rows = tuple(
        (_gap_link(scene, each), scene.say.count("quality.gaps-in", count, n=str(count)))
        for each, count in documents.items()
    )
    yield _listing(scene, "gaps", rows, len(scene.catalog.gaps))
    yield _listing(scene, "unmeasured", _goal_rows(scene, unmeasured_goals(scene.catalog)))
    yield _listing(scene, "waiting", _goal_rows(scene, waiting_goals(scene.catalog, scene.facts)))
    focus = focus_of(scene.catalog)
    if focus is not None:
        missing = without_figure(scene.catalog, scene.facts, focus.id)
        rows = tuple((scene.indicator(each), _theme(scene, each)) for each in missing)
        yield _listing(scene, "without", rows, area=scene.place(focus))


def _gap_link(scene: Scene, document: str) -> Link:
    found = scene.document(scene.catalog.documents[document])
    return Link(found.text, f"{found.href}#gaps")


def _goal_rows(scene: Scene, goals: tuple[Goal, ...]) -> tuple[tuple[Link, str], ...]:
    reasons = {each.goal: scene.text(each.reason) for each in scene.catalog.measures if each.match == "none"}
    return tuple(
        (scene.goal(each), " · ".join(w for w in (scene.area(each.area).text, reasons.get(each.id, "")) if w))
        for each in goals
    )


def _doubts(scene: Scene) -> Iterator[Listing]:
    """List where figures disagree, where they are doubtful, and which are not drawn."""
    yield _listing(
        scene, "conflicts", *_counted(scene, conflicts_of(scene.facts), "quality.facts", "#vintages")
    )
    yield _listing(scene, "doubtful", *_counted(scene, doubtful_of(scene.facts), "quality.figures", "#table"))
    undrawn = [each for each in scene.catalog.indicators.values() if not each.chartable]
    yield _listing(
        scene, "undrawn", tuple((scene.indicator(each), scene.text(each.note)) for each in undrawn)
    )


def _counted(
    scene: Scene, counts: Mapping[str, int], key: str, anchor: str
) -> tuple[tuple[tuple[Link, str], ...], int]:
    """Turn counts by indicator into rows, most first, with the total."""
    rows = []
    for indicator, count in sorted(counts.items(), key=lambda each: -each[1]):
        link = scene.indicator(scene.catalog.indicators[indicator])
        rows.append(
            (Link(link.text, link.href + anchor), scene.say.count(key, count, n=scene.writer.number(count)))
        )
    return tuple(rows), sum(counts.values())


def _listing(
    scene: Scene, name: str, rows: tuple[tuple[Link, str], ...], total: int | None = None, area: str = ""
) -> Listing:
    count = len(rows) if total is None else total
    label = scene.say["share.add-source"]
    is_wanted = name in _WANTED
    return Listing(
        anchor=name,
        heading=scene.say(f"quality.{name}", area=area),
        count=scene.writer.number(count),
        intro=scene.say(f"quality.{name}-intro", area=area),
        rows=tuple(
            (link, words, gap_link(scene.imprint, label, link.text) if is_wanted else None)
            for link, words in rows
        ),
    )


def _theme(scene: Scene, indicator: Indicator) -> str:
    return scene.text(scene.catalog.themes[indicator.package].name)
