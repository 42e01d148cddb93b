"""The feed of changes: what the data themselves date, newest first; an Atom document for each language."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from build_scripts.model import HOMES, Artifact
from build_scripts.model import columns as c
from build_scripts.present.scene import Scene
from build_scripts.present.sharing.subject import credit, whereabouts

ATOM = "http://www.w3.org/2005/Atom"
MOST = 60
"""Entries a feed keeps."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that is dated: `key` names it for good, `day` is ISO, `address` is below the language's root."""

    key: str
    day: str
    title: str
    words: str
    address: str


def feeds(scenes: tuple[Scene, ...]) -> Iterator[Artifact]:
    """Yield `feed.xml` and `en/feed.xml`; a portal in which nothing bears a day has none."""
    for scene in scenes:
        found = entries(scene)
        if found:
            yield Artifact(f"{HOMES[scene.language]}feed.xml", _written(scene, found))


def entries(scene: Scene) -> tuple[Entry, ...]:
    """Gather datasets, documents and the sources of figures that bear a day, newest first."""
    every = (*_packages(scene), *_documents(scene), *_sources(scene))
    dated = (each for each in every if _DAY.fullmatch(each.day))
    return tuple(sorted(dated, key=lambda each: (each.day, each.key), reverse=True)[:MOST])


def _packages(scene: Scene) -> Iterator[Entry]:
    for each in scene.catalog.packages:
        kind = "feed.package-version" if each.version else "feed.package"
        title = scene.say(kind, name=scene.text(each.title), version=each.version)
        key, day = f"package/{each.name}/{each.version}", each.created.partition("T")[0]
        yield Entry(key, day, title, scene.text(each.description), f"datasets/{each.name}/")


def _documents(scene: Scene) -> Iterator[Entry]:
    for each in scene.catalog.documents.values():
        title = scene.say("feed.document", name=scene.document(each).text)
        words = " ".join(part for part in (scene.text(each.title) + ".", scene.text(each.summary)) if part)
        yield Entry(f"document/{each.id}", each.date, title, words, f"documents/{each.id}/")


def _sources(scene: Scene) -> Iterator[Entry]:
    """Yield each source that figures in force come from, with the series it is used for."""
    frame = scene.catalog.observations
    used = frame.loc[frame[c.IN_FORCE].astype(bool), [c.SOURCE, c.INDICATOR]].drop_duplicates()
    series: dict[str, list[str]] = {}
    for source, indicator in zip(used[c.SOURCE].tolist(), used[c.INDICATOR].tolist(), strict=True):
        series.setdefault(source, []).append(indicator)
    for name, indicators in series.items():
        source = scene.catalog.sources.get(name)
        if source is not None:
            title = scene.say("feed.source", name=source.title)
            words = scene.say(
                "feed.source-of", publisher=credit(scene, source), uses=_uses(scene, indicators)
            )
            first = scene.indicator(scene.catalog.indicators[indicators[0]]).href
            yield Entry(f"source/{source.id}", source.date, title, words, first)


def _uses(scene: Scene, indicators: list[str]) -> str:
    names = [scene.text(scene.catalog.indicators[each].name) for each in indicators]
    rest = len(names) - _MOST_NAMES
    if rest <= 1:
        return scene.listed(names)
    return scene.say("feed.source-more", uses=", ".join(names[:_MOST_NAMES]), n=str(rest))


def _written(scene: Scene, found: tuple[Entry, ...]) -> bytes:
    """Write the feed: its time is that of its newest entry, never the clock's."""
    ET.register_namespace("", ATOM)
    imprint, language = scene.imprint, scene.language
    name = imprint.name if imprint.name else scene.say["feed.nobody"]
    here = whereabouts(imprint, language, "") if imprint.address else ""
    root = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": language})
    _say(root, "id", _urn(name, language, "feed"))
    _say(root, "title", scene.say("feed.title", name=name))
    _say(root, "subtitle", scene.say["feed.subtitle"])
    _say(root, "updated", _moment(found[0]))
    ET.SubElement(
        root, f"{{{ATOM}}}link", {"rel": "self", "type": "application/atom+xml", "href": f"{here}feed.xml"}
    )
    ET.SubElement(
        root, f"{{{ATOM}}}link", {"rel": "alternate", "type": "text/html", "href": f"{here}changes/"}
    )
    _say(ET.SubElement(root, f"{{{ATOM}}}author"), "name", name)
    for each in found:
        entry = ET.SubElement(root, f"{{{ATOM}}}entry")
        _say(entry, "id", _urn(name, language, each.key))
        _say(entry, "title", each.title)
        _say(entry, "updated", _moment(each))
        ET.SubElement(
            entry,
            f"{{{ATOM}}}link",
            {"rel": "alternate", "type": "text/html", "href": f"{here}{each.address}"},
        )
        _say(entry, "summary", each.words if each.words else each.title)
    ET.indent(root, " ")
    written: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
    return written + b"\n"


def _say(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}{name}").text = " ".join(_CONTROL.sub(" ", text).split())


def _urn(portal: str, language: str, key: str) -> str:
    """Name a thing for good, whatever host the site stands on."""
    return uuid5(NAMESPACE_URL, f"{portal}/{language}/{key}").urn


def _moment(entry: Entry) -> str:
    return f"{entry.day}T00:00:00Z"


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Signs that XML cannot hold."""
