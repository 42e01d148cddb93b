"""Documents and what they hold beside targets."""

from typing import TYPE_CHECKING, cast

from build_scripts.model import Commitment, Document, Gap, Group, Statement, TargetCount
from build_scripts.read.catalog.rows import rows, whole, words
from build_scripts.read.sheets import View

if TYPE_CHECKING:
    from build_scripts.model.policy import Confidence


def groups(view: View) -> dict[str, Group]:
    """Groups of targets by id, in the order of the programme."""
    found = (
        Group(id=row["id"], name=words(row, "name"), order=int(row["order"])) for row in rows(view, "groups")
    )
    return {group.id: group for group in sorted(found, key=lambda group: group.order)}


def documents(view: View) -> dict[str, Document]:
    """Documents by id, in the order of the site."""
    found = (
        Document(
            id=row["id"],
            number=row["number"],
            title=words(row, "title"),
            short=words(row, "short"),
            issuer=words(row, "issuer"),
            date=row["date"],
            kind=row["kind"],
            status=row["status"],
            area=row["area"],
            replaces=row["replaces"],
            start_year=whole(row["start_year"]),
            end_year=whole(row["end_year"]),
            summary=words(row, "summary"),
            note=words(row, "note"),
            order=int(row["order"]),
        )
        for row in rows(view, "documents")
    )
    return {document.id: document for document in sorted(found, key=lambda document: document.order)}


def gaps(view: View) -> tuple[Gap, ...]:
    """Targets whose text nobody has found yet."""
    return tuple(
        Gap(
            id=row["id"],
            document=row["document"],
            group=row["group"],
            number=int(row["number"]),
            name=words(row, "name"),
            year=whole(row["year"]),
            source=row["source"],
            note=words(row, "note"),
        )
        for row in rows(view, "gaps")
    )


def counts(view: View) -> tuple[TargetCount, ...]:
    """How many targets documents say they have."""
    return tuple(
        TargetCount(
            id=row["id"],
            document=row["document"],
            group=row["group"],
            name=words(row, "name"),
            count=int(row["count"]),
            source=row["source"],
            quote=row["quote"],
            confidence=cast("Confidence", row["confidence"]),
        )
        for row in rows(view, "counts")
    )


def statements(view: View) -> tuple[Statement, ...]:
    """Objectives and visions."""
    return tuple(
        Statement(
            id=row["id"],
            document=row["document"],
            kind=row["kind"],
            year=int(row["year"]),
            text=words(row, "text"),
            source=row["source"],
            confidence=cast("Confidence", row["confidence"]),
        )
        for row in rows(view, "statements")
    )


def commitments(view: View) -> tuple[Commitment, ...]:
    """Tasks, in the order of the file."""
    return tuple(
        Commitment(
            id=row["id"],
            document=row["document"],
            group=row["group"],
            order=int(row["order"]),
            title=words(row, "title"),
            text=words(row, "text"),
            status=row["status"],
            source=row["source"],
        )
        for row in rows(view, "commitments")
    )
