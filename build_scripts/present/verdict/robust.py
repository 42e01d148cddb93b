"""How firm a judgement is, in words: every check, and the revision it was made with."""

from dataclasses import dataclass

from build_scripts.model import Check, Revision
from build_scripts.present.verdict.figures import Figures
from build_scripts.present.verdict.revision import revision_size


@dataclass(frozen=True, slots=True)
class Robust:
    """The verdict on the verdict, one line a check, and what is known of the indicator's revisions."""

    verdict: str
    checks: tuple[str, ...]
    revision: str


def robust(figures: Figures) -> Robust:
    """Say how firm a judgement is."""
    say, judgement = figures.scene.say, figures.judgement
    return Robust(
        verdict=say["verdict.robust.firm" if judgement.firm else "verdict.robust.borderline"],
        checks=tuple(_check(figures, each) for each in judgement.checks),
        revision="" if judgement.revision is None else _revision(figures, judgement.revision),
    )


def _check(figures: Figures, check: Check) -> str:
    say = figures.scene.say
    revision = figures.judgement.revision
    size = "" if revision is None else revision_size(figures.scene, revision, figures.unit)
    test = say(f"verdict.robust.{check.test}", size=size)
    if check.status is None:
        return say("verdict.robust.none", test=test)
    if check.status == figures.judgement.status:
        return say("verdict.robust.same", test=test)
    return say("verdict.robust.other", test=test, status=say[f"verdict.{check.status}"])


def _revision(figures: Figures, revision: Revision) -> str:
    say = figures.scene.say
    size = revision_size(figures.scene, revision, figures.unit)
    if not revision.count:
        return say("verdict.robust.revision-unknown", size=size)
    return say.count("verdict.revision", revision.count, size=size, count=str(revision.count))
