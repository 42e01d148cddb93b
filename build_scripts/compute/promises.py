"""What a document promises: how many targets it says it has, how many are held, which are still to be found."""

from dataclasses import dataclass

from build_scripts.model import Catalog, Document, Gap, Group, Target, TargetCount


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


def gap_groups(catalog: Catalog, document: str) -> tuple[tuple[Group | None, tuple[Gap, ...]], ...]:
    """Gather the gaps of a document by group, in the order of the groups; those without a group come last."""
    gaps = [each for each in catalog.gaps if each.document == document]
    ordered = sorted(catalog.groups.values(), key=lambda each: each.order)
    known = [(group, tuple(each for each in gaps if each.group == group.id)) for group in ordered]
    rest = tuple(each for each in gaps if each.group not in catalog.groups)
    return (*((group, inside) for group, inside in known if inside), *([(None, rest)] if rest else []))


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
