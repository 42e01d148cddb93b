"""The list of documents, in their own order."""

from dataclasses import dataclass

from build_scripts.compute.promises import promises_of
from build_scripts.model import Document
from build_scripts.present.page import Draft
from build_scripts.present.scene import Link, Scene


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document in the list; every part but the name may be ""."""

    document: Link
    title: str
    status: str
    by: str
    promises: str


def document_list(scene: Scene) -> Draft:
    """Draft the list of documents."""
    documents = sorted(scene.catalog.documents.values(), key=lambda each: each.order)
    entries = tuple(entry(scene, each) for each in documents)
    sentence = scene.say(
        "document.index-lead",
        documents=str(len(documents)),
        targets=str(len(scene.catalog.targets)),
        gaps=str(len(scene.catalog.gaps)),
    )
    return Draft(
        language=scene.language,
        address="documents/",
        template="documents",
        title=scene.say["nav.documents"],
        description=sentence,
        view={"crumbs": (Link(scene.say["nav.home"], ""),), "lead": sentence, "entries": entries},
    )


def entry(scene: Scene, document: Document) -> DocumentEntry:
    """Show a document as one line."""
    issuer = scene.text(document.issuer)
    number = scene.say("document.number", number=document.number) if document.number else ""
    parts = (issuer, number, scene.writer.iso(document.date))
    return DocumentEntry(
        document=scene.document(document),
        title=scene.text(document.title),
        status=scene.word("document.status", document.status),
        by=" · ".join(each for each in parts if each),
        promises=_promises(scene, document),
    )


def _promises(scene: Scene, document: Document) -> str:
    """Count what is held of a document, leaving out what there is none of."""
    counts = {
        "targets": len(promises_of(scene.catalog, document.id, yearly=False)),
        "yearly": len(promises_of(scene.catalog, document.id, yearly=True)),
        "gaps": sum(1 for each in scene.catalog.gaps if each.document == document.id),
        "tasks": sum(1 for each in scene.catalog.commitments if each.document == document.id),
    }
    said = [
        scene.say.count(f"document.count-{kind}", count, n=str(count))
        for kind, count in counts.items()
        if count
    ]
    return " · ".join(said) if said else scene.say["document.count-none"]
