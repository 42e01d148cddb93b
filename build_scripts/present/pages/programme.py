"""The programme at the heart of the portal: objective, vision, known targets, gaps, tasks."""

from collections.abc import Iterator

from build_scripts.compute.focus import programme_of
from build_scripts.compute.promises import found_of_declared, promises_of
from build_scripts.model import Document
from build_scripts.present.page import Draft
from build_scripts.present.pages.document_promises import commitments, gaps, pledges
from build_scripts.present.pages.documents import particulars, statements
from build_scripts.present.scene import Link, Scene, SourceLine


def programme_pages(scene: Scene) -> Iterator[Draft]:
    """Yield the page of the programme, if one document states an objective or a vision."""
    document = programme_of(scene.catalog)
    if document is not None:
        yield _page(scene, document)


def _page(scene: Scene, document: Document) -> Draft:
    sentence = lead(scene, document)
    tasks = commitments(scene, document)
    view = {
        "crumbs": (Link(scene.say["nav.home"], ""),),
        "title": scene.text(document.title),
        "lead": sentence,
        "unknown": _unknown(scene, document),
        "summary": scene.text(document.summary),
        "note": scene.text(document.note),
        "statements": statements(scene, document),
        "promises": tuple(pledges(scene, promises_of(scene.catalog, document.id, yearly=False))),
        "gaps": gaps(scene, document),
        "score": _score(scene, document),
        "tasks": tasks,
        "tasks_count": scene.say.count("programme.tasks-count", len(tasks), n=str(len(tasks))),
        "particulars": tuple(particulars(scene, document)),
        "document": Link(scene.say["programme.document"], scene.document(document).href),
        "sources": _sources(scene, document),
    }
    return Draft(
        language=scene.language,
        address="programme/",
        template="programme",
        title=scene.document(document).text,
        description=sentence,
        view=view,
    )


def lead(scene: Scene, document: Document) -> str:
    """Say how much of what the programme promises can be read today."""
    words = {
        "document": scene.document(document).text,
        "issuer": scene.text(document.issuer),
        "area": scene.area(document.area).text,
    }
    _, declared = found_of_declared(scene.catalog, document.id)
    said = scene.say("programme.lead" if all(words.values()) else "programme.lead-short", **words)
    return f"{said} {_score(scene, document)}" if declared else said


def _score(scene: Scene, document: Document) -> str:
    found, declared = found_of_declared(scene.catalog, document.id)
    return scene.say("programme.score", found=str(found), declared=str(declared)) if declared else ""


def _unknown(scene: Scene, document: Document) -> str:
    """Say plainly which of number and date are not known."""
    missing = [("number", document.number), ("date", document.date)]
    kinds = [kind for kind, value in missing if not value]
    return scene.say[f"programme.unknown-{'-'.join(kinds)}"] if kinds else ""


def _sources(scene: Scene, document: Document) -> tuple[SourceLine, ...]:
    catalog = scene.catalog
    tables = (catalog.statements, catalog.targets, catalog.gaps, catalog.commitments)
    return scene.sources(
        each.source for table in tables for each in table if each.document == document.id and each.source
    )
