"""The page of a target indicator."""

from collections.abc import Iterator, Sequence

from build_scripts.compute.facts import chartable, latest
from build_scripts.compute.focus import latest_of_goal, measures_of
from build_scripts.compute.goals import firm, targets_of
from build_scripts.compute.lineage import lineage_of
from build_scripts.compute.progress import Lead, lead_of
from build_scripts.model import Fact, Goal, Indicator, Target
from build_scripts.present import plots
from build_scripts.present.charts import Chart
from build_scripts.present.page import Draft, Figure
from build_scripts.present.pages.target_lead import key_figures, lead_sentence
from build_scripts.present.pages.target_lineage import conflicts, stations
from build_scripts.present.pages.target_list import entry
from build_scripts.present.pages.target_paths import paths
from build_scripts.present.pages.target_rows import no_series, result, series
from build_scripts.present.pages.target_table import figure_tables
from build_scripts.present.scene import Link, Scene
from build_scripts.present.sharing.subject import (
    Subject,
    citation,
    credit,
    embed_path,
    file_of,
    lines_of,
    of_policy,
    signed,
    source_of,
)
from build_scripts.present.verdict import box
from build_scripts.present.verdict.mark import unjudged_mark

FEWEST_SPANS = 3
"""Means of this many terms make a picture; of fewer, the lines of text say it better."""


def target_pages(scene: Scene) -> Iterator[Draft]:
    """Yield the page of every target indicator."""
    yield from (target_page(scene, each) for each in scene.catalog.goals)


def target_page(scene: Scene, name: str) -> Draft:
    """Draft the page of the target indicator with this id."""
    goal = scene.catalog.goals[name]
    targets = targets_of(scene.catalog, goal)
    lead = lead_of(scene.catalog, scene.judgements, goal)
    lineage = lineage_of(scene.catalog, goal)
    sentence = lead_sentence(scene, goal, targets, lead)
    charts = _charts(scene, goal, targets, lead)
    figures = _figures(scene, goal, charts)
    view = {
        "crumbs": _crumbs(scene, goal),
        "kicker": scene.say(
            "goal.kicker",
            group=scene.group(scene.catalog.groups.get(goal.group)).text,
            area=scene.area(goal.area).text,
        ),
        "name": scene.text(goal.name),
        "lead": sentence,
        "box": None if lead is None else box(scene, lead[0]),
        "facts": key_figures(scene, goal, lead),
        "figures": figures,
        "tables": tuple(figure_tables(scene, (indicator for indicator, _ in charts), goal.area)),
        "conflicts": conflicts(scene, lineage),
        "stations": stations(scene, lineage),
        "series": tuple(series(scene, goal)),
        "no_series": no_series(scene, goal),
        "results": tuple(result(scene, each) for each in scene.catalog.outcomes if each.goal == goal.id),
        "definition": scene.text(goal.definition),
        "unit": scene.text(scene.unit(goal.unit).name),
        "sources": scene.sources(_source_ids(scene, goal, targets)),
        "download": "data/policy/targets.csv",
        "area": scene.area(goal.area),
    }
    return Draft(
        language=scene.language,
        address=f"targets/{goal.id}/",
        template="target",
        title=scene.say("goal.title", name=scene.text(goal.name), area=scene.area(goal.area).text),
        description=sentence,
        view=view,
        figures=figures,
        subject=_subject(scene, goal, lead),
    )


def _subject(scene: Scene, goal: Goal, lead: Lead | None) -> Subject:
    """Say in a few words what is promised, what is known, and from where."""
    shown, found = entry(scene, goal), latest_of_goal(scene.catalog, scene.facts, goal)
    title = scene.say("goal.title", name=scene.text(goal.name), area=scene.area(goal.area).text)
    source = None if found is None else source_of(scene, found[1])
    law = None if lead is None else scene.catalog.sources.get(lead[0].source)
    by, (signer, day) = credit(scene, source), signed(scene, law if source is None else source)
    package = of_policy(scene) if found is None else scene.catalog.indicators[found[0].indicator].package
    return Subject(
        title=title,
        kicker=scene.group(scene.catalog.groups.get(goal.group)).text,
        value="" if found is None else shown.latest,
        label=shown.when if found is not None else scene.say["goal.latest-none"],
        aim="" if lead is None else scene.say("share.aim", target=shown.target),
        mark=shown.mark if shown.mark is not None else unjudged_mark(scene),
        credit=signer,
        day=day,
        sources=lines_of(scene, (source, law)),
        citation=citation(scene, title, package, when=shown.when, by=by),
        imprint=scene.imprint,
        file=file_of(scene, of_policy(scene), "targets"),
    )


def _crumbs(scene: Scene, goal: Goal) -> tuple[Link, ...]:
    return (
        Link(scene.say["nav.home"], ""),
        Link(scene.say["nav.targets"], "targets/"),
        scene.group(scene.catalog.groups.get(goal.group)),
    )


def _charts(
    scene: Scene, goal: Goal, targets: Sequence[Target], lead: Lead | None
) -> list[tuple[Indicator, Chart]]:
    """Draw the first two measures that have something to tell."""
    charts = []
    for measure in measures_of(scene.catalog, goal.id):
        indicator = scene.catalog.indicators[measure.indicator]
        kept = firm(targets) if indicator.unit == goal.unit or _alike(scene, indicator, goal) else ()
        if indicator.chartable and _tells(scene.facts.get(indicator.id, {}).get(goal.area, ())):
            shown = [each for each in kept if not each.yearly]
            charts.append(
                (indicator, plots.trend(scene, indicator, goal.area, shown, paths(scene, indicator, lead)))
            )
    return [(indicator, chart) for indicator, chart in charts[:2] if chart is not None]


def _figures(scene: Scene, goal: Goal, charts: Sequence[tuple[Indicator, Chart]]) -> tuple[Figure, ...]:
    return tuple(
        Figure(
            chart,
            embed=embed_path(scene.language, f"targets/{goal.id}/", indicator.id if number else ""),
            credit=credit(scene, source_of(scene, latest(scene.facts[indicator.id].get(goal.area, ())))),
        )
        for number, (indicator, chart) in enumerate(charts)
    )


def _tells(facts: tuple[Fact, ...]) -> bool:
    """Whether there is something to draw: a figure, and not only one or two for spans of years."""
    spans = [each for each in chartable(facts) if each.period.kind == "span"]
    return latest(facts) is not None and not 0 < len(spans) < FEWEST_SPANS


def _alike(scene: Scene, indicator: Indicator, goal: Goal) -> bool:
    """Whether two units are written alike: per cent and per cent a year stand on one axis."""
    one, other = scene.unit(indicator.unit), scene.unit(goal.unit)
    return (
        one.kind == other.kind and one.symbol[scene.language][:1] == other.symbol[scene.language][:1] == "%"
    )


def _source_ids(scene: Scene, goal: Goal, targets: Sequence[Target]) -> list[str]:
    outcomes = [each.source for each in scene.catalog.outcomes if each.goal == goal.id]
    return [*(each.source for each in targets), *outcomes]
