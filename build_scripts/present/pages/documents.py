"""The page of a document: who issued it, what it promises, what is still to be found."""

from collections.abc import Iterator, Sequence

from build_scripts.compute.focus import programme_of
from build_scripts.compute.promises import ended_by, promises_of, replaced_by
from build_scripts.compute.territory import successions_of
from build_scripts.model import Document, Judgement, Statement
from build_scripts.present.page import Draft
from build_scripts.present.pages.area_story import event
from build_scripts.present.pages.document_list import document_list
from build_scripts.present.pages.document_promises import commitments, gaps, pledge, pledges, tallies
from build_scripts.present.pages.target_rows import result
from build_scripts.present.scene import Link, Scene, SourceLine
from build_scripts.present.sharing.subject import (
    Subject,
    citation,
    file_of,
    of_policy,
    short_day,
)
from build_scripts.present.verdict import judged_of, tally_marks, tally_words, target_marks


def document_pages(scene: Scene) -> Iterator[Draft]:
    """Yield the list of documents and the page of each, if there are any."""
    if scene.catalog.documents:
        yield document_list(scene)
    for document in scene.catalog.documents.values():
        yield _page(scene, document)


def _page(scene: Scene, document: Document) -> Draft:
    sentence = lead(scene, document)
    promised = promises_of(scene.catalog, document.id, yearly=False)
    whole = (*promised, *promises_of(scene.catalog, document.id, yearly=True))
    programme = programme_of(scene.catalog)
    view = {
        "crumbs": (Link(scene.say["nav.home"], ""), Link(scene.say["nav.documents"], "documents/")),
        "status": scene.word("document.status", document.status),
        "title": scene.text(document.title),
        "lead": sentence,
        "summary": scene.text(document.summary),
        "draft": document.status == "draft",
        "note": scene.text(document.note),
        "particulars": tuple(particulars(scene, document)),
        "programme": Link(scene.say["document.programme-page"], "programme/")
        if document is programme
        else None,
        "statements": statements(scene, document),
        "promises": tuple(pledges(scene, promised)),
        "tally": target_marks(scene, whole),
        "tally_words": doing(scene, judged_of(scene, whole)),
        "yearly": tuple(pledges(scene, promises_of(scene.catalog, document.id, yearly=True))),
        "outcomes": tuple(
            result(scene, each) for each in scene.catalog.outcomes if each.document == document.id
        ),
        "gaps": gaps(scene, document),
        "tallies": tallies(scene, document),
        "commitments": commitments(scene, document),
        "ended": tuple(pledge(scene, each) for each in ended_by(scene.catalog, document.number)),
        "events": tuple(
            event(scene, each)
            for each in successions_of(scene.catalog)
            if each.act and each.act == document.number
        ),
        "sources": _sources(scene, document),
    }
    return Draft(
        language=scene.language,
        address=f"documents/{document.id}/",
        template="document",
        title=scene.document(document).text,
        description=sentence,
        view=view,
        subject=_subject(scene, document),
    )


def _subject(scene: Scene, document: Document) -> Subject:
    """Say in a few words what a document is, who issued it and when, and how its promises are doing."""
    name = scene.document(document).text
    promised = promises_of(scene.catalog, document.id, yearly=False)
    return Subject(
        title=name,
        kicker=kind(scene, document),
        label=scene.text(document.title),
        tally=tally_marks(scene, judged_of(scene, promised)),
        credit=scene.text(document.issuer),
        day=short_day(scene, document.date),
        sources=_sources(scene, document)[:1],
        citation=citation(scene, name, of_policy(scene)),
        imprint=scene.imprint,
        file=file_of(scene, of_policy(scene), "documents"),
    )


def lead(scene: Scene, document: Document) -> str:
    """Say who issued it and when, whether it is a draft, and how much of it is held."""
    targets = sum(1 for each in scene.catalog.targets if each.document == document.id)
    missing = sum(1 for each in scene.catalog.gaps if each.document == document.id)
    parts = [scene.say.count("document.held", targets, name=who(scene, document), n=str(targets))]
    if not targets:
        parts = [scene.say("document.held-none", name=who(scene, document))]
    if missing:
        parts.append(scene.say.count("document.missing", missing, n=str(missing)))
    if document.status == "draft":
        parts.append(scene.say["document.is-draft"])
    return " ".join(parts)


def doing(scene: Scene, judged: Sequence[Judgement]) -> str:
    """Say how the promises of a document are doing, and how many of them nobody can judge yet."""
    assessed = sum(1 for each in judged if each.assessed)
    words = {"n": str(len(judged)), "assessed": str(assessed), "now": str(scene.judgements.now)}
    if not assessed:
        return scene.say("document.doing-none", **words)
    return scene.say("document.doing", tally=tally_words(scene, judged), **words)


def who(scene: Scene, document: Document) -> str:
    """Name a document with its issuer and date, or say that they are not known."""
    issuer = scene.text(document.issuer)
    key = ("issuer" if issuer else "nobody") + ("-dated" if document.date else "")
    words = {"issuer": issuer, "date": scene.writer.iso(document.date)}
    return scene.say(f"document.who-{key}", short=scene.document(document).text, **words)


def kind(scene: Scene, document: Document) -> str:
    """Name the kind of a document."""
    return scene.word("document.kind", document.kind if document.kind else "other")


def particulars(scene: Scene, document: Document) -> Iterator[tuple[str, Link]]:
    """Yield what is known of a document, and say plainly what is not."""
    say = scene.say
    unknown = say["document.unknown"]
    issuer = scene.text(document.issuer)
    yield say["document.col-number"], Link(document.number if document.number else unknown)
    yield say["document.col-date"], Link(scene.writer.iso(document.date) if document.date else unknown)
    yield say["document.col-issuer"], Link(issuer if issuer else unknown)
    yield say["document.col-kind"], Link(kind(scene, document))
    if document.status:
        yield say["document.col-status"], Link(scene.word("document.status", document.status))
    if document.area:
        yield say["document.col-area"], scene.area(document.area)
    years = _years(scene, document)
    if years:
        yield say["document.col-period"], Link(years)
    if document.replaces:
        yield say["document.col-replaces"], scene.document(scene.catalog.documents[document.replaces])
    for each in replaced_by(scene.catalog, document.id):
        yield say["document.col-replaced-by"], scene.document(each)


def _years(scene: Scene, document: Document) -> str:
    if document.start_year is None and document.end_year is not None:
        return scene.say("document.until", year=str(document.end_year))
    years = [str(each) for each in (document.start_year, document.end_year) if each is not None]
    return "–".join(dict.fromkeys(years))


def statements(scene: Scene, document: Document) -> tuple[tuple[str, str, SourceLine], ...]:
    """Show what the document wants to be, with the year: objective first, as in the data."""
    return tuple(
        (_heading(scene, each), scene.text(each.text), scene.source(each.source))
        for each in scene.catalog.statements
        if each.document == document.id
    )


def _heading(scene: Scene, statement: Statement) -> str:
    return scene.say(f"document.statement-{statement.kind}", year=str(statement.year))


def _sources(scene: Scene, document: Document) -> tuple[SourceLine, ...]:
    catalog = scene.catalog
    tables = (
        catalog.targets, catalog.outcomes, catalog.gaps, catalog.counts, catalog.statements, catalog.commitments,
    )  # fmt: skip
    return scene.sources(
        each.source for table in tables for each in table if each.document == document.id and each.source
    )
