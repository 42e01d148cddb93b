"""The list of areas: the country, the regions, today's provinces, and those of the past."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from build_scripts.compute.coverage import held_by
from build_scripts.compute.territory import became, made_of
from build_scripts.model import Area
from build_scripts.present.page import Draft
from build_scripts.present.pages.area_story import turnover
from build_scripts.present.scene import Link, Scene


@dataclass(frozen=True, slots=True)
class AreaEntry:
    """An area in a list: its name, what it became or came from (`story` before the links), what is known."""

    area: Link
    story: str
    related: tuple[Link, ...]
    known: str


KINDS: tuple[tuple[str, Callable[[Area], bool]], ...] = (
    ("country", lambda area: area.kind == "country"),
    ("regions", lambda area: area.kind == "region"),
    ("today", lambda area: area.kind not in {"country", "region"} and area.is_current),
    ("former", lambda area: area.kind not in {"country", "region"} and not area.is_current),
)
"""The sections of the list, in order."""


def area_list(scene: Scene) -> Draft:
    """Draft the list of areas."""
    every = tuple(scene.catalog.areas.values())
    sections = tuple(_sections(scene, every))
    counts = {f"n_{name}": str(sum(1 for each in every if chosen(each))) for name, chosen in KINDS}
    sentence = scene.say("area.index-lead", **counts)
    return Draft(
        language=scene.language,
        address="areas/",
        template="areas",
        title=scene.say["area.index-title"],
        description=sentence,
        view={"crumbs": (Link(scene.say["nav.home"], ""),), "lead": sentence, "sections": sections},
    )


def _sections(scene: Scene, every: Sequence[Area]) -> Iterator[tuple[str, str, str, tuple[AreaEntry, ...]]]:
    for name, chosen in KINDS:
        inside = [each for each in every if chosen(each)]
        if inside:
            entries = tuple(entry(scene, each) for each in inside)
            yield name, scene.say[f"area.section-{name}"], str(len(inside)), entries


def entry(scene: Scene, area: Area) -> AreaEntry:
    """Show an area as one line of a list."""
    story, related = _story(scene, area)
    count, year = held_by(scene.facts, area.id)
    known = scene.say["area.known-short-none"]
    if year is not None:
        known = scene.say.count("area.known-short", count, n=str(count), year=str(year))
    return AreaEntry(area=scene.area(area.id), story=story, related=related, known=known)


def _story(scene: Scene, area: Area) -> tuple[str, tuple[Link, ...]]:
    """Choose the change that matters to a reader: what a former area became, what one of today is made of."""
    after = became(scene.catalog, area.id)
    if after:
        day = scene.writer.day(after[-1].date)
        return scene.say("area.now-part", day=day), tuple(scene.area(each.successor) for each in after)
    before = made_of(scene.catalog, area.id)
    if before:
        day = scene.writer.day(before[-1].date)
        return scene.say("area.made-short", day=day), tuple(
            scene.area(origin) for each in before for origin in each.origins
        )
    change = turnover(scene, area)
    if change is not None and area.valid_to is not None:
        return scene.say["area.followed-by"], (change.after,)
    return (scene.say["area.preceded-by"], (change.before,)) if change is not None else ("", ())
