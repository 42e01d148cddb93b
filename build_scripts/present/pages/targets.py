"""The page of a target indicator."""

from collections.abc import Iterator, Sequence

from build_scripts.compute.facts import latest, previous
from build_scripts.compute.focus import latest_of_goal, measures_of
from build_scripts.compute.goals import firm, horizon, leading_target, targets_of
from build_scripts.model import Fact, Goal, Indicator, Target
from build_scripts.present import plots
from build_scripts.present.page import Draft, Figure
from build_scripts.present.pages.target_rows import no_series, promise, result, series
from build_scripts.present.scene import KeyFigure, Link, Scene, names

PROMISES_SHOWN = 3
"""As many as fit a phone."""


def target_pages(scene: Scene) -> Iterator[Draft]:
    """Yield the page of every target indicator."""
    for goal in scene.catalog.goals.values():
        yield _page(scene, goal)


def _page(scene: Scene, goal: Goal) -> Draft:
    targets = targets_of(scene.catalog, goal)
    sentence = lead(scene, goal, targets)
    figures = _figures(scene, goal, targets)
    view = {
        "crumbs": _crumbs(scene, goal),
        "kicker": scene.say(
            "goal.kicker",
            group=scene.group(scene.catalog.groups.get(goal.group)).text,
            area=scene.area(goal.area).text,
        ),
        "name": scene.text(goal.name),
        "lead": sentence,
        "facts": _key_figures(scene, goal, targets),
        "figures": figures,
        "promises": tuple(promise(scene, each) for each in targets),
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
    )


def _crumbs(scene: Scene, goal: Goal) -> tuple[Link, ...]:
    return (
        Link(scene.say["nav.home"], ""),
        Link(scene.say["nav.targets"], "targets/"),
        scene.group(scene.catalog.groups.get(goal.group)),
    )


def lead(scene: Scene, goal: Goal, targets: Sequence[Target]) -> str:
    """Say in one or two sentences what is promised and what the latest figure is."""
    promised = leading_target(targets, horizon(scene.facts))
    name = scene.text(goal.name)
    if promised is None:
        said = scene.say("goal.lead-no-target", name=name, area=scene.area(goal.area).text)
    else:
        said = scene.say(
            f"goal.lead-{_kind(promised)}",
            what=_aimed(scene, goal),
            value=scene.promised(promised),
            due=scene.due(promised),
            document=scene.document(scene.catalog.documents[promised.document]).text,
            day=scene.writer.day(promised.ended) if promised.ended is not None else "",
            act=scene.act(promised.act).text,
        )
        said += _others(scene, promised, targets)
    return f"{said} {_latest_sentence(scene, goal)}"


def _kind(promised: Target) -> str:
    """Tell which sentence suits a target: one that has ended, one in figures, or one in words."""
    if promised.ended is not None:
        return "ended"
    return "words" if promised.low is promised.high is None else "target"


def _aimed(scene: Scene, goal: Goal) -> str:
    """Name the target of a goal; a name that holds its area does not say it twice."""
    name, place = scene.text(goal.name), scene.area(goal.area).text
    return scene.say("goal.target-here" if names(name, place) else "goal.target-of", name=name, area=place)


def _others(scene: Scene, promised: Target, targets: Sequence[Target]) -> str:
    """Say what other documents set for the same year, where they differ."""
    values = dict.fromkeys(
        scene.promised(each)
        if scene.due(each) == scene.due(promised)
        else scene.say("goal.line", value=scene.promised(each), due=scene.due(each))
        for each in firm(targets)
        if each.year == promised.year
        and not each.yearly
        and each.low is not each.high
        and scene.promised(each) != scene.promised(promised)
    )
    return " " + scene.say("goal.lead-others", values="; ".join(values)) if values else ""


def _latest_sentence(scene: Scene, goal: Goal) -> str:
    found = latest_of_goal(scene.catalog, scene.facts, goal)
    if found is None:
        return scene.say["goal.latest-none"]
    measure, fact = found
    indicator = scene.catalog.indicators[measure.indicator]
    return scene.say(
        f"goal.latest-{measure.match}",
        value=scene.measured(fact.shown, indicator),
        period=scene.writer.period(fact.period),
        state=scene.say[f"indicator.state-{fact.shown.status}"],
        indicator=scene.text(indicator.name),
    )


def _key_figures(scene: Scene, goal: Goal, targets: Sequence[Target]) -> tuple[KeyFigure, ...]:
    figures = []
    found = latest_of_goal(scene.catalog, scene.facts, goal)
    if found is not None:
        indicator = scene.catalog.indicators[found[0].indicator]
        label = scene.say("goal.key-latest", when=scene.when(found[1].shown))
        figures.append(
            KeyFigure(scene.measured(found[1].shown, indicator), label, scene.indicator(indicator).href)
        )
        figures += _before(scene, indicator, goal, found[1])
    promised = dict.fromkeys(
        (scene.promised(each), scene.due(each))
        for each in firm(targets)
        if not each.yearly and (each.low is not None or each.high is not None)
    )
    for value, due in list(promised)[:PROMISES_SHOWN]:
        figures.append(KeyFigure(value, scene.say("goal.key-target", due=due)))
    return tuple(figures)


def _before(scene: Scene, indicator: Indicator, goal: Goal, fact: Fact) -> list[KeyFigure]:
    earlier = previous(scene.facts[indicator.id][goal.area], fact)
    if earlier is None or not indicator.chartable:
        return []
    label = scene.say("goal.key-before", when=scene.when(earlier.shown))
    return [KeyFigure(scene.measured(earlier.shown, indicator), label)]


def _figures(scene: Scene, goal: Goal, targets: Sequence[Target]) -> tuple[Figure, ...]:
    charts = []
    for measure in measures_of(scene.catalog, goal.id):
        indicator = scene.catalog.indicators[measure.indicator]
        kept = firm(targets) if indicator.unit == goal.unit or _alike(scene, indicator, goal) else ()
        if indicator.chartable and latest(scene.facts.get(indicator.id, {}).get(goal.area, ())) is not None:
            charts.append(
                plots.trend(scene, indicator, goal.area, [each for each in kept if not each.yearly])
            )
    return tuple(Figure(chart) for chart in charts[:2] if chart is not None)


def _alike(scene: Scene, indicator: Indicator, goal: Goal) -> bool:
    """Whether two units are written alike: per cent and per cent a year stand on one axis."""
    one, other = scene.unit(indicator.unit), scene.unit(goal.unit)
    return (
        one.kind == other.kind and one.symbol[scene.language][:1] == other.symbol[scene.language][:1] == "%"
    )


def _source_ids(scene: Scene, goal: Goal, targets: Sequence[Target]) -> list[str]:
    outcomes = [each.source for each in scene.catalog.outcomes if each.goal == goal.id]
    return [*(each.source for each in targets), *outcomes]
