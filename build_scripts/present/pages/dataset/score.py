"""How well a dataset is described."""

from build_scripts.compute.metadata import Score, score_of
from build_scripts.model import Package
from build_scripts.present.say import Say
from build_scripts.present.scene import Scene

_NEXT = 3


def score(scene: Scene, package: Package) -> str:
    """Say how many criteria of a good description the dataset meets, and what to add next."""
    return scored(scene.say, score_of(package))


def scored(say: Say, found: Score) -> str:
    """Say a score in words."""
    count = len(found.met) + len(found.lacking)
    said = say("dataset.score", met=str(len(found.met)), all=str(count))
    wanted = "; ".join(say[f"dataset.criterion.{name}"] for name in found.lacking[:_NEXT])
    return f"{said} {say('dataset.add-next', what=wanted)}" if wanted else said
