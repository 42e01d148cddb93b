"""What the first screen of a target's page answers: one sentence, a mark, four figures."""

from collections.abc import Sequence

from build_scripts.compute.focus import latest_of_goal
from build_scripts.compute.goals import horizon, leading_target
from build_scripts.compute.progress import Lead
from build_scripts.model import Goal, Target
from build_scripts.present.scene import KeyFigure, Scene
from build_scripts.present.tongue import names
from build_scripts.present.verdict import sentence
from build_scripts.present.verdict.figures import Figures


def lead_sentence(scene: Scene, goal: Goal, targets: Sequence[Target], lead: Lead | None) -> str:
    """Say where the target that speaks for a goal stands; where none may be judged, what is promised and known."""
    if lead is not None:
        return sentence(scene, *lead)
    return f"{_promised(scene, goal, targets)} {_latest(scene, goal)}"


def _promised(scene: Scene, goal: Goal, targets: Sequence[Target]) -> str:
    promised = leading_target(targets, horizon(scene.facts))
    name, place = scene.text(goal.name), scene.area(goal.area).text
    if promised is None:
        return scene.say("goal.lead-no-target", name=name, area=place)
    kind = "words" if promised.low is promised.high is None else "target"
    return scene.say(
        f"goal.lead-{kind}",
        what=scene.say("goal.target-here" if names(name, place) else "goal.target-of", name=name, area=place),
        value=scene.promised(promised),
        due=scene.due(promised),
        document=scene.document(scene.catalog.documents[promised.document]).text,
    )


def _latest(scene: Scene, goal: Goal) -> str:
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


def key_figures(scene: Scene, goal: Goal, lead: Lead | None) -> tuple[KeyFigure, ...]:
    """Show the latest figure, the target, the pace so far and the pace needed, as far as they are known."""
    figures = []
    found = latest_of_goal(scene.catalog, scene.facts, goal)
    if found is not None:
        indicator = scene.catalog.indicators[found[0].indicator]
        label = scene.say("goal.key-latest", when=scene.when(found[1].shown))
        figures.append(
            KeyFigure(scene.measured(found[1].shown, indicator), label, scene.indicator(indicator).href)
        )
    if lead is not None:
        target = lead[0]
        if target.low is not None or target.high is not None:
            label = scene.say("goal.key-target", due=scene.due(target))
            figures.append(KeyFigure(scene.promised(target), label))
        figures += paces(scene, lead)
    return tuple(figures)


def paces(scene: Scene, lead: Lead) -> list[KeyFigure]:
    """Show how fast it must go and how fast it goes; of a period what the years so far and those left average."""
    target, judgement = lead
    figures = Figures(scene, target, judgement)
    say = scene.say
    if judgement.parts and judgement.so_far is not None:
        so_far = KeyFigure(figures.aimed(judgement.so_far), say[f"goal.key-{judgement.basis}"])
        left = (
            []
            if judgement.needed is None
            else [KeyFigure(figures.aimed(judgement.needed), say["goal.key-left"])]
        )
        return [so_far, *left]
    if judgement.pace is None or judgement.basis != "pace":
        return []
    so_far = KeyFigure(figures.pace(judgement.pace.observed), say["goal.key-pace"])
    needed = (
        []
        if judgement.needed is None
        else [KeyFigure(figures.pace(judgement.needed), say["goal.key-needed"])]
    )
    return [*needed, so_far]
