"""What the columns of a large table hold, in few words."""

from dataclasses import dataclass
from typing import Final

from build_scripts.model import Resource, Summary
from build_scripts.present.pages.dataset.wording import clean, shortened
from build_scripts.present.scene import Scene

_LONGEST: Final = 40


@dataclass(frozen=True, slots=True)
class Held:
    """A column: how many cells have a value and how many none, how many values differ, their ends, the commonest ones."""

    name: str
    filled: str
    missing: str
    distinct: str
    least: str
    most: str
    common: str


def held(scene: Scene, resource: Resource) -> tuple[Held, ...]:
    """Describe what each column holds; nothing of a table that is no large one."""
    large = resource.table.large
    return () if large is None else tuple(_held(scene, each) for each in large.summaries())


def _held(scene: Scene, each: Summary) -> Held:
    number = scene.writer.number
    distinct = number(each.distinct)
    return Held(
        name=clean(each.name),
        filled=number(each.filled),
        missing=number(each.missing),
        distinct=scene.say("dataset.held.about", n=_rounded(scene, each.distinct))
        if each.is_estimate
        else distinct,
        least=shortened(clean(each.least), _LONGEST),
        most=shortened(clean(each.most), _LONGEST),
        common="; ".join(
            f"{shortened(clean(cell), _LONGEST)} ({number(count)})" for cell, count in each.common
        ),
    )


def _rounded(scene: Scene, count: int) -> str:
    """An estimate, to two digits: it is right to a few in a hundred."""
    return scene.writer.number(round(count, 2 - len(str(count))))
