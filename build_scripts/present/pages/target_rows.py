"""What stands on the page of a target indicator, line by line: promises, series, results."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.compute.facts import latest
from build_scripts.compute.focus import measures_of
from build_scripts.model import Goal, Outcome, Target
from build_scripts.present.scene import Link, Scene, SourceLine
from build_scripts.present.verdict import Box, box


@dataclass(frozen=True, slots=True)
class Promise:
    """A target as one row: what, until when, how sure; `box` is its judgement, `unjudged` why it has none."""

    value: str
    due: str
    baseline: str
    confidence: str
    note: str
    quote: str
    source: SourceLine
    anchor: str
    ended: str
    draft: bool
    box: Box | None
    unjudged: str


@dataclass(frozen=True, slots=True)
class Series:
    """A series that measures the goal: how closely, why, and its latest value."""

    indicator: Link
    match: str
    reason: str
    value: str
    when: str


@dataclass(frozen=True, slots=True)
class Result:
    """An outcome that a document reports."""

    value: str
    name: str
    when: str
    note: str
    source: SourceLine


def promise(scene: Scene, target: Target) -> Promise:
    """Show a target as a row."""
    baseline = (
        ""
        if target.baseline is None
        else scene.writer.with_unit(scene.writer.trimmed(target.baseline), scene.promised_unit(target))
    )
    when = "" if target.baseline_year is None else f"({target.baseline_year})"
    parts = [f"{baseline} {when}".strip(), scene.text(target.baseline_note)]
    ended = (
        ""
        if target.ended is None
        else scene.say("goal.ended", day=scene.writer.day(target.ended), act=scene.act(target.act).text)
    )
    return Promise(
        value=scene.promised(target),
        due=scene.due(target),
        baseline="; ".join(part for part in parts if part),
        confidence=scene.say[f"trust.{target.confidence}"],
        note=scene.text(target.note),
        quote=target.quote,
        source=scene.source(target.source),
        anchor=target.id,
        ended=ended,
        draft=target.draft,
        box=box(scene, target),
        unjudged=unjudged(scene, target),
    )


def unjudged(scene: Scene, target: Target) -> str:
    """Say why nobody judges a target; nothing if it is judged."""
    if target.draft:
        return scene.say["verdict.not-judged-because.draft"]
    return scene.say["verdict.not-judged-because.low"] if target.confidence == "low" else ""


def result(scene: Scene, outcome: Outcome) -> Result:
    """Show an outcome as a row."""
    return Result(
        value=scene.writer.bound(outcome.operator, outcome.low, outcome.high, scene.unit(outcome.unit)),
        name=scene.text(outcome.name),
        when=scene.text(outcome.period),
        note="; ".join(
            each for each in (scene.text(outcome.baseline_note), scene.text(outcome.note)) if each
        ),
        source=scene.source(outcome.source),
    )


def series(scene: Scene, goal: Goal) -> Iterator[Series]:
    """Show the series that measure a goal."""
    for measure in measures_of(scene.catalog, goal.id):
        indicator = scene.catalog.indicators[measure.indicator]
        fact = latest(scene.facts.get(indicator.id, {}).get(goal.area, ()))
        yield Series(
            indicator=scene.indicator(indicator),
            match=scene.say[f"goal.match-{measure.match}"],
            reason=scene.text(measure.reason),
            value="" if fact is None else scene.measured(fact.shown, indicator),
            when="" if fact is None else scene.when(fact.shown),
        )


def no_series(scene: Scene, goal: Goal) -> tuple[str, ...]:
    """Say why no series measures a goal, if none does."""
    return tuple(
        scene.text(each.reason)
        for each in scene.catalog.measures
        if each.goal == goal.id and each.match == "none"
    )
