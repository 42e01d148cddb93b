"""The targets of the programme whose text nobody has found, on the first page."""

from dataclasses import dataclass

from build_scripts.compute.focus import programme_of
from build_scripts.compute.groups import by_group
from build_scripts.compute.promises import found_of_declared
from build_scripts.present.scene import Link, Scene


@dataclass(frozen=True, slots=True)
class Programme:
    """The gaps of the programme: groups with one circle a target, and the sentence about them."""

    name: Link
    heading: str
    sentence: str
    groups: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]


def programme_gaps(scene: Scene) -> Programme | None:
    """Show how much of the programme at the heart of the portal is still to be found; nothing when all is."""
    document = programme_of(scene.catalog)
    gaps = [each for each in scene.catalog.gaps if document is not None and each.document == document.id]
    if document is None or not gaps:
        return None
    groups = []
    for group, inside in by_group(scene.catalog, gaps):
        name = scene.say["document.no-group"] if group is None else scene.text(group.name)
        groups.append((name, str(len(inside)), tuple((each.id, scene.text(each.name)) for each in inside)))
    found, declared = found_of_declared(scene.catalog, document.id)
    name = scene.document(document).text
    sentence = scene.say("home.gaps", found=str(found), n=str(declared), document=name)
    heading = scene.say("home.programme", n=str(declared))
    return Programme(Link(name, "programme/"), heading, sentence, tuple(groups))
