"""How firm a judgement is, in words: every check, and the revision it was made with."""

from dataclasses import dataclass

from build_scripts.model import Check, Revision
from build_scripts.present.verdict.figures import Figures


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
    size = "" if revision is None else moved(figures, revision)
    test = say(f"verdict.robust.{check.test}", size=size)
    if check.status is None:
        return say("verdict.robust.none", test=test)
    if check.status == figures.judgement.status:
        return say("verdict.robust.same", test=test)
    return say("verdict.robust.other", test=test, status=say[f"verdict.{check.status}"])


def moved(figures: Figures, revision: Revision) -> str:
    """Write the size of a revision: per cent of the value for amounts, points or units for the rest."""
    writer = figures.scene.writer
    if revision.relative:
        percent = figures.scene.catalog.units.get("percent")
        written = writer.trimmed(revision.size * 100, 2)
        return f"{written}%" if percent is None else writer.with_unit(written, percent)
    return figures.pace_size(revision.size)


def _revision(figures: Figures, revision: Revision) -> str:
    say = figures.scene.say
    key = "known" if revision.count else "unknown"
    return say(f"verdict.robust.revision-{key}", size=moved(figures, revision), count=str(revision.count))
