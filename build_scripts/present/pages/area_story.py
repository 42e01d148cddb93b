"""The past of an area in words: since when it is, what it was made of, what it became."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.compute.coverage import held_by
from build_scripts.compute.places import members_of
from build_scripts.compute.territory import Renewal, Succession, became, made_of, renewal_from, renewal_into
from build_scripts.model import Area
from build_scripts.present.scene import Link, Scene, SourceLine


@dataclass(frozen=True, slots=True)
class Event:
    """A change of boundary: when, what went in, what came out, by which act, with the source."""

    day: str
    origins: tuple[Link, ...]
    successor: Link
    act: Link | None
    whole: bool
    notes: tuple[str, ...]
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Turnover:
    """How a region changed: the earlier, the later, who left and who came, each with what it is now."""

    before: Link
    after: Link
    leaving: tuple[tuple[Link, tuple[Link, ...]], ...]
    joining: tuple[tuple[Link, tuple[Link, ...]], ...]


def lead(scene: Scene, area: Area) -> str:
    """Say what an area is, what happened to it, and what is known of it."""
    parts = [what(scene, area), *origins(scene, area), *fates(scene, area), known(scene, area)]
    parts.append(computed(scene, area))
    return " ".join(part for part in parts if part)


def what(scene: Scene, area: Area) -> str:
    """Say what kind of place it is, today or in the past."""
    words = {"name": scene.place(area), "kind": scene.say[f"area.kind-{area.kind}"]}
    if area.kind == "country":
        return scene.say("area.what-country", **words)
    when = "now" if area.valid_to is None else "past"
    if area.valid_to is not None:
        words["day"] = scene.writer.day(area.valid_to)
    if area.kind == "region":
        members = len(members_of(scene.catalog, area.id))
        return scene.say.count(f"area.what-region-{when}", members, n=str(members), **words)
    return scene.say(f"area.what-{when}", **words)


def origins(scene: Scene, area: Area) -> Iterator[str]:
    """Yield a sentence for every time the area took others in."""
    for event in made_of(scene.catalog, area.id):
        names = scene.listed([scene.area(each).text for each in event.origins])
        key = "area.made-whole" if event.whole else "area.made-part"
        yield scene.say(key, day=scene.writer.day(event.date), origins=names, act=_by(scene, event))


def fates(scene: Scene, area: Area) -> Iterator[str]:
    """Yield a sentence for every area this one went into."""
    for event in became(scene.catalog, area.id):
        others = scene.listed([scene.area(each).text for each in event.origins if each != area.id])
        yield scene.say(
            "area.became-with" if others else "area.became",
            day=scene.writer.day(event.date),
            successor=scene.area(event.successor).text,
            others=others,
            act=_by(scene, event),
        )


def _by(scene: Scene, event: Succession) -> str:
    return scene.say("area.by-act", act=scene.act(event.act).text) if event.act else ""


def known(scene: Scene, area: Area) -> str:
    """Say how many indicators have a figure for the area, and the latest year of any."""
    count, year = held_by(scene.facts, area.id)
    if year is None:
        return scene.say["area.known-none"]
    return scene.say.count("area.known", count, n=scene.writer.number(count), year=str(year))


def computed(scene: Scene, area: Area) -> str:
    """Say how many indicators were carried back to an area of today; nothing where none was."""
    carried = (each.get(area.id) for each in scene.carriages.values())
    count = sum(1 for each in carried if each is not None and each.figures) if area.is_current else 0
    return scene.say.count("area.known-computed", count, n=scene.writer.number(count)) if count else ""


def validity(scene: Scene, area: Area) -> str:
    """Write from when to when the area exists, as far as known."""
    first = "" if area.valid_from is None else scene.writer.day(area.valid_from)
    last = "" if area.valid_to is None else scene.writer.day(area.valid_to)
    key = ("from-" if first else "unknown-") + ("to" if last else "now")
    return scene.say(f"area.valid-{key}", first=first, last=last)


def events(scene: Scene, area: Area) -> tuple[Event, ...]:
    """Show every change of boundary the area took part in, oldest first."""
    found = {*made_of(scene.catalog, area.id), *became(scene.catalog, area.id)}
    return tuple(event(scene, each) for each in sorted(found, key=lambda each: (each.date, each.successor)))


def event(scene: Scene, succession: Succession) -> Event:
    """Show one change of boundary."""
    changes = succession.changes
    return Event(
        day=scene.writer.day(succession.date),
        origins=tuple(scene.area(each) for each in succession.origins),
        successor=scene.area(succession.successor),
        act=scene.act(succession.act) if succession.act else None,
        whole=succession.whole,
        notes=tuple(dict.fromkeys(scene.text(each.note) for each in changes if each.note)),
        sources=scene.sources(each.source for each in changes if each.source),
    )


def turnover(scene: Scene, area: Area) -> Turnover | None:
    """Show how a region became the next, or how it came out of the one before."""
    if area.kind != "region":
        return None
    found = renewal_from(scene.catalog, area.id)
    found = found if found is not None else renewal_into(scene.catalog, area.id)
    return None if found is None else _turnover(scene, found)


def _turnover(scene: Scene, renewal: Renewal) -> Turnover:
    def moved(areas: tuple[str, ...]) -> tuple[tuple[Link, tuple[Link, ...]], ...]:
        return tuple((scene.area(each), heirs(scene, each)) for each in areas)

    return Turnover(
        before=scene.area(renewal.before),
        after=scene.area(renewal.after),
        leaving=moved(renewal.leaving),
        joining=moved(renewal.joining),
    )


def heirs(scene: Scene, area: str) -> tuple[Link, ...]:
    """Link what an area became; nothing if it is still itself."""
    return tuple(scene.area(each.successor) for each in became(scene.catalog, area))
