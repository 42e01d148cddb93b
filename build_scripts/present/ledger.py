"""What is published where: addresses that must not vanish, and the files of a version that must not change."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from build_scripts.model import HOMES, Artifact, Card, Release, version_of
from build_scripts.present.page import Draft
from build_scripts.present.standards.edition import Edition
from build_scripts.present.standards.media import Form
from build_scripts.present.standards.places import DESCRIPTOR
from build_scripts.present.standards.shelf import shelf

_KEPT = re.compile(r"(data|api|download)/|catalog\.|(en/)?feed\.xml$")
"""Files whose address people keep; those made for one page, as drawings, are none."""
_ONCE = re.compile(r"download/(site\.zip|README\.txt)$")
_RELEASED: Collection[Form] = ("csv", "geojson")


def addresses(cards: Iterable[Card | Draft], paths: Iterable[str]) -> tuple[str, ...]:
    """List what people may keep an address of, relative to the root of the site, sorted."""
    pages = {f"{HOMES[each.language]}{each.address}" for each in cards}
    kept = {each for each in paths if _KEPT.match(each) and not _ONCE.match(each)}
    return tuple(sorted(pages | kept))


def unreleased(
    editions: Sequence[Edition], releases: Sequence[Release]
) -> Iterator[tuple[str, str, Artifact]]:
    """Yield the files of each version that is not in the ledger yet, with the names of package and version."""
    known = {(each.package.name, each.package.version) for each in releases}
    for edition in editions:
        named = (edition.package.name, edition.package.version)
        if version_of(named[1]) is None or named in known or _is_large(edition):
            continue
        for each in shelf(edition):
            is_kept = each.form in _RELEASED or each.file.path == DESCRIPTOR
            if is_kept and isinstance(each.file, Artifact):
                yield (*named, each.file)


def _is_large(edition: Edition) -> bool:
    """Whether the package has a table that is too large to be kept in every version."""
    return any(each.table.large is not None for each in edition.package.resources)
