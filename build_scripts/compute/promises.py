"""What a document promises: how many targets it says it has, how many are held, which are still to be found."""

from dataclasses import dataclass

from build_scripts.compute.groups import Gathered, by_group
from build_scripts.model import Catalog, Document, Gap, Target, TargetCount


@dataclass(frozen=True, slots=True)
class Tally:
    """A number of targets a document says it has, beside what is held.

    `held` counts figures (one target may hold several), `missing` the targets known only to exist.
    """

    declared: TargetCount
    held: int
    missing: int


def promises_of(catalog: Catalog, document: str, *, yearly: bool) -> tuple[Target, ...]:
    """List the targets of a document, or those of its one-year plan, in the order of the data."""
    return tuple(each for each in catalog.targets if each.document == document and each.yearly == yearly)


def tallies_of(catalog: Catalog, document: str) -> tuple[Tally, ...]:
    """Set every number a document gives of its targets beside what is held."""
    return tuple(_tally(catalog, each) for each in catalog.counts if each.document == document)


def _tally(catalog: Catalog, declared: TargetCount) -> Tally:
    def inside(group: str) -> bool:
        return declared.group in {"", group}

    targets = [each for each in catalog.targets if each.document == declared.document]
    gaps = [each for each in catalog.gaps if each.document == declared.document]
    return Tally(
        declared=declared,
        held=sum(1 for each in targets if inside(catalog.goals[each.goal].group)),
        missing=sum(1 for each in gaps if inside(each.group)),
    )


def gap_groups(catalog: Catalog, document: str) -> Gathered[Gap]:
    """Gather the gaps of a document by group."""
    return by_group(catalog, (each for each in catalog.gaps if each.document == document))


def found_of_declared(catalog: Catalog, document: str) -> tuple[int, int]:
    """Tell how many of the targets a document says it has are no longer gaps, and how many it says it has."""
    gaps = sum(1 for each in catalog.gaps if each.document == document)
    totals = [each.count for each in catalog.counts if each.document == document and not each.group]
    declared = max([gaps, *totals])
    return declared - gaps, declared


def ended_by(catalog: Catalog, act: str) -> tuple[Target, ...]:
    """List the targets that stopped applying because of an act."""
    return tuple(each for each in catalog.targets if act and each.act == act and each.ended is not None)


def replaced_by(catalog: Catalog, document: str) -> tuple[Document, ...]:
    """List the documents that replaced a document."""
    return tuple(each for each in catalog.documents.values() if each.replaces == document)
