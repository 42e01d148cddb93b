"""Units, themes, glossary terms, short forms, and the sources of every package."""

from build_scripts.model import Source, Synonym, Term, Theme, Unit
from build_scripts.read.catalog.rows import flag, number, rows, words
from build_scripts.read.sheets import View


def units(view: View) -> dict[str, Unit]:
    """Units by id."""
    found = (
        Unit(
            id=row["id"],
            symbol=words(row, "symbol"),
            name=words(row, "name"),
            kind=row["kind"],
            change=row["change"],
            join=flag(row["join"]),
            lower=number(row["lower"]),
            upper=number(row["upper"]),
        )
        for row in rows(view, "units")
    )
    return {unit.id: unit for unit in found}


def themes(view: View) -> dict[str, Theme]:
    """Themes by id, in the order of the site."""
    found = (
        Theme(id=row["id"], name=words(row, "name"), order=int(row["order"])) for row in rows(view, "themes")
    )
    return {theme.id: theme for theme in sorted(found, key=lambda theme: theme.order)}


def terms(view: View) -> dict[str, Term]:
    """Glossary terms by id."""
    found = (
        Term(id=row["id"], name=words(row, "name"), definition=words(row, "definition"))
        for row in rows(view, "terms")
    )
    return {term.id: term for term in found}


def synonyms(view: View) -> tuple[Synonym, ...]:
    """Short forms and the names they stand for."""
    return tuple(Synonym(short=row["short"], name=row["name"]) for row in rows(view, "synonyms"))


def sources(view: View) -> dict[str, Source]:
    """Sources of all packages by id; one that several packages use is identical in each."""
    found = (
        Source(
            id=row["id"],
            title=row["title"],
            publisher=row["publisher"],
            url=row["url"],
            locator=row["locator"],
            date=row["date"],
            date_note=words(row, "date_note"),
            licence=row["licence"],
            kind=row["kind"],
            trust=row["trust"],
            note=words(row, "note"),
        )
        for row in rows(view, "sources")
    )
    return {source.id: source for source in found}
