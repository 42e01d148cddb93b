"""What an indicator does not say, as far as its own fields tell."""

from collections.abc import Iterator

from build_scripts.model import Fact, Indicator
from build_scripts.present.plain.case import spoken
from build_scripts.present.scene import Scene

_FEW = 2
"""Names that a sentence can hold."""


def limits(scene: Scene, indicator: Indicator, fact: Fact | None) -> Iterator[str]:
    """Yield what a reader should not read into the figures, most pressing first."""
    if fact is not None and fact.shown.status in {"preliminary", "estimate", "reported"}:
        yield scene.say(f"plain.limit-{fact.shown.status}", when=spoken(scene, fact.period))
    yield from _broken(scene, indicator)
    yield from _standing_in(scene, indicator)
    if indicator.compositions:
        yield scene.say["plain.limit-composition"]
    if indicator.additivity != "additive":
        yield scene.say[f"plain.limit-{indicator.additivity}"]


def _broken(scene: Scene, indicator: Indicator) -> Iterator[str]:
    marks = [each for each in scene.catalog.breaks if each.indicator == indicator.id]
    periods = [spoken(scene, each) for each in sorted({each.period for each in marks})]
    if periods:
        yield scene.say("plain.limit-break", periods=scene.listed(periods))


def _standing_in(scene: Scene, indicator: Indicator) -> Iterator[str]:
    """Say which targets the series only stands in for."""
    goals = dict.fromkeys(
        each.goal
        for each in scene.catalog.measures
        if each.indicator == indicator.id and each.match == "proxy"
    )
    titles = [
        scene.say("share.cite-title", title=scene.goal(scene.catalog.goals[each]).text) for each in goals
    ]
    if titles:
        more = len(titles) - _FEW
        named = (
            titles
            if more <= 0
            else [*titles[:_FEW], scene.say.count("plain.more-targets", more, n=str(more))]
        )
        yield scene.say("plain.limit-proxy", goals=scene.listed(named))
