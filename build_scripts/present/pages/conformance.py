"""The page of the judges: which independent program was asked about what, in which version, and what it said."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from build_scripts.model import Hearing
from build_scripts.present.page import Draft
from build_scripts.present.scene import Link, Scene

JUDGES: Final = (
    *(
        "frictionless",
        "jsonschema",
        "duckdb",
        "polars",
        "pandas",
        "pyarrow",
        "openpyxl",
        "sqlite3",
        "sha256sum",
    ),
    *("csvw", "mlcroissant", "rdflib", "pyshacl", "pyyaml", "bibtexparser", "rispy"),
    *("openapi-spec-validator", "schemathesis", "feedparser", "libreoffice", "r", "cffconvert"),
)
"""By id, in the order of the page."""


@dataclass(frozen=True, slots=True)
class Row:
    """A judge: what it judges, its version, its verdict; ready to print."""

    name: str
    what: str
    version: str
    verdict: str
    state: str
    day: str


def conformance_pages(scene: Scene) -> Iterator[Draft]:
    """Yield the page; a judge that nobody asked is unknown."""
    heard = {each.judge: each for each in scene.catalog.hearings}
    rows = tuple(_row(scene, name, heard.get(name)) for name in JUDGES)
    counts = {
        state: str(sum(row.state == state for row in rows)) for state in ("passed", "failed", "unknown")
    }
    lead = scene.say("conformance.lead", **counts)
    yield Draft(
        language=scene.language,
        address="conformance/",
        template="conformance",
        title=scene.say["conformance.title"],
        description=lead,
        view={
            "crumbs": (Link(scene.say["nav.home"], ""), Link(scene.say["nav.datasets"], "datasets/")),
            "lead": lead,
            "rows": rows,
        },
    )


def _row(scene: Scene, name: str, heard: Hearing | None) -> Row:
    say = scene.say
    what = say[f"conformance.{name}"]
    if heard is None or heard.passed + heard.failed == 0:
        return Row(name, what, say["conformance.unknown"], say["conformance.unknown"], "unknown", "")
    state = "failed" if heard.failed else "passed"
    counts = {"passed": scene.writer.number(heard.passed), "failed": scene.writer.number(heard.failed)}
    return Row(
        name, what, heard.version, say(f"conformance.{state}", **counts), state, scene.writer.brief(heard.day)
    )
