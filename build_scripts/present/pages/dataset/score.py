"""How well a dataset is described."""

from build_scripts.compute.metadata import CRITERIA, criteria_of
from build_scripts.model import Package
from build_scripts.present.scene import Scene


def score(scene: Scene, package: Package) -> str:
    """Say how many criteria of a good description the dataset meets, and what to add next."""
    met = criteria_of(package)
    lacking = [scene.say[f"dataset.criterion.{name}"] for name in CRITERIA if not met[name]]
    said = scene.say("dataset.score", met=str(sum(met.values())), all=str(len(CRITERIA)))
    return f"{said} {scene.say('dataset.add-next', what='; '.join(lacking[:3]))}" if lacking else said
