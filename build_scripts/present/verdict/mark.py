"""The mark of a status: a shape and a colour for the eye, a word for everybody."""

from dataclasses import dataclass

from build_scripts.model import Judgement
from build_scripts.present.scene import Scene


@dataclass(frozen=True, slots=True)
class Mark:
    """A status: `kind` names its shape and colour, `word` says it, `firm` how sure it is ("" where nothing is)."""

    kind: str
    word: str
    firm: str


def mark(scene: Scene, judgement: Judgement) -> Mark:
    """Show a status, and whether it is firm or borderline."""
    sure = ""
    if judgement.assessed:
        sure = scene.say["verdict.firm" if judgement.firm else "verdict.borderline"]
    return Mark(judgement.status, scene.say[f"verdict.{judgement.status}"], sure)


def unjudged_mark(scene: Scene) -> Mark:
    """Show that nobody judges a target: a draft, or one of low confidence."""
    return Mark("not-judged", scene.say["verdict.not-judged"], "")
