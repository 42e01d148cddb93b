"""How many are where: counts by status, as marks and as words."""

from collections.abc import Iterable

from build_scripts.compute.progress import tally
from build_scripts.model import Judgement, Target
from build_scripts.present.scene import Scene
from build_scripts.present.verdict.mark import Mark


def tally_marks(scene: Scene, judgements: Iterable[Judgement]) -> tuple[Mark, ...]:
    """Show a mark with its count for every status that occurs."""
    return tuple(
        Mark(status, scene.say(f"verdict.tally.{status}", n=str(count)), "")
        for status, count in tally(judgements).items()
    )


def target_marks(scene: Scene, targets: Iterable[Target]) -> tuple[Mark, ...]:
    """Show a mark with its count for every status of some targets, and for those that nobody judges."""
    wanted = tuple(targets)
    judged = judged_of(scene, wanted)
    without = len(wanted) - len(judged)
    rest = (Mark("not-judged", scene.say("verdict.tally.not-judged", n=str(without)), ""),) if without else ()
    return (*tally_marks(scene, judged), *rest)


def tally_words(scene: Scene, judgements: Iterable[Judgement]) -> str:
    """Say the counts of the assessed in one run of words; "" when nothing is assessed."""
    counted = tally(each for each in judgements if each.assessed)
    return scene.listed([scene.say(f"verdict.tally.{status}", n=str(n)) for status, n in counted.items()])


def judged_of(scene: Scene, targets: Iterable[Target]) -> tuple[Judgement, ...]:
    """Gather the judgements of targets; drafts and doubtful ones have none."""
    found = scene.judgements.leading
    return tuple(found[each.id] for each in targets if each.id in found)
