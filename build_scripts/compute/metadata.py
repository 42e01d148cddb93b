"""How well a dataset is described: which criteria are met, in the order in which a reader misses them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from build_scripts.model import Package, Text

Criterion = Literal[
    "licence", "sources", "description", "both-languages", "column-titles", "column-descriptions", "keys",
    "date", "version", "makers", "addresses", "keywords",
]  # fmt: skip
CRITERIA: Final[tuple[Criterion, ...]] = (
    *("licence", "sources", "description", "both-languages", "column-titles", "column-descriptions"),
    *("keys", "date", "version", "makers", "addresses", "keywords"),
)
"""Of equal weight; the first that is not met is the one to add next."""


@dataclass(frozen=True, slots=True)
class Score:
    """How well a package is described: the criteria that it meets, and those it lacks, the next one to add first."""

    package: str
    met: tuple[Criterion, ...]
    lacking: tuple[Criterion, ...]


def score_of(package: Package) -> Score:
    """Score a package."""
    found = criteria_of(package)
    met, lacking = (tuple(name for name in CRITERIA if found[name] is wanted) for wanted in (True, False))
    return Score(package.name, met, lacking)


def criteria_of(package: Package) -> Mapping[Criterion, bool]:
    """Which criteria a dataset meets."""
    fields = [field for resource in package.resources for field in resource.fields]
    listed = (*package.licences, *package.sources)
    return {
        "licence": bool(package.licences),
        "sources": bool(package.sources),
        "description": bool(package.description.vi and package.description.en),
        "both-languages": _is_bilingual(package.descriptor),
        "column-titles": all(_is_said(field.title, field.name) for field in fields),
        "column-descriptions": all(_is_said(field.description, "") for field in fields),
        "keys": all(resource.primary_key for resource in package.resources),
        "date": bool(package.created),
        "version": bool(package.version),
        "makers": bool(package.contributors),
        "addresses": bool(listed)
        and all(any(path for _, path in part) for part in (package.licences, package.sources)),
        "keywords": bool(package.keywords),
    }


def _is_said(text: Text, fallback: str) -> bool:
    """Whether words are given, and are not only what stands in for them."""
    return text.vi not in ("", fallback) and text.en not in ("", fallback)


def _is_bilingual(descriptor: Mapping[str, Any]) -> bool:
    """Whether the title and the description, where there is one, are given in both languages of the portal."""
    return all(
        f"{key}@en" in descriptor or f"{key}@vi" in descriptor
        for key in ("title", "description")
        if key == "title" or key in descriptor
    )
