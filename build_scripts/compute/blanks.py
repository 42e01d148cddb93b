"""Forms to fill in: the columns of a table with what may stand in each."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import pandas as pd

from build_scripts.model import Blank, BlankColumn, Catalog, Choice, Described, Package, Text

_PROFILE: Final = "portal:profile"
_ELSEWHERE: Final[Mapping[str, str]] = {
    **dict.fromkeys(("area", "from_area", "to_area", "region"), "areas"),
    **dict.fromkeys(("unit", "from_unit", "to_unit", "change"), "units"),
    "document": "documents",
    "replaces": "documents",
    "goal": "goals",
    "group": "groups",
    "indicator": "indicators",
    **dict.fromkeys(("numerator", "denominator"), "indicators"),
}
"""Columns of profiled tables that name a row of a table in any package."""
_NAMES: Final = (("name", "name_en"), ("short", "short_en"), ("title", "title_en"))
_YEAR: Final = re.compile(r"[0-9]{4}", re.ASCII)
_NOTHING: Final = Text("", "")
_MOST: Final = 5000


def blank_of(described: Described, table: str) -> Blank | None:
    """Make the form of a table; `None` when the package lists no such table."""
    raw = next((each for each in described.descriptor["resources"] if each["name"] == table), None)
    if raw is None or not raw.get("schema", {}).get("fields"):
        return None
    columns = tuple(_column(described, raw, each) for each in raw["schema"]["fields"])
    return Blank(described.descriptor["name"], table, _words(raw, "title", table), columns)


def described_in(catalog: Catalog, package: Package) -> Described:
    """Describe a package of a catalog."""
    own = {each.name: each.table.cells for each in package.resources}
    known: dict[str, pd.DataFrame] = {}
    for other in catalog.packages:
        if other.profile:
            tables = {
                each.name: each.table.cells for each in other.resources if each.name in _ELSEWHERE.values()
            }
            known = joined(known, tables)
    return Described(package.descriptor, own, known)


def joined(one: Mapping[str, pd.DataFrame], other: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Join tables of the same name, one below the other."""
    names = [*one, *(name for name in other if name not in one)]
    return {name: pd.concat([each[name] for each in (one, other) if name in each]) for name in names}


def _column(described: Described, raw: Mapping[str, Any], field: Mapping[str, Any]) -> BlankColumn:
    constraints = field.get("constraints", {})
    listed = _listed(field)
    return BlankColumn(
        name=str(field["name"]),
        kind=str(field["type"]),
        required=bool(constraints.get("required")),
        title=_words(field, "title", ""),
        description=_words(field, "description", ""),
        choices=listed if listed else tuple(_named(described, raw, str(field["name"]))),
        closed=bool(listed),
    )


def _listed(field: Mapping[str, Any]) -> tuple[Choice, ...]:
    """The values that the schema itself allows."""
    if field["type"] == "boolean":
        return (Choice("true", _NOTHING), Choice("false", _NOTHING))
    allowed = field.get("constraints", {}).get("enum", [])
    return tuple(Choice(str(each), _NOTHING) for each in allowed)


def _named(described: Described, raw: Mapping[str, Any], column: str) -> Iterator[Choice]:
    """The rows that the column may name: of a foreign key, else, in a profiled package, of the table it stands for."""
    if _PROFILE in described.descriptor and column == "period":
        yield from _periods(described, str(raw["name"]))
        return
    for key in raw["schema"].get("foreignKeys", []):
        if key["fields"] == [column] and len(key["reference"]["fields"]) == 1:
            table = key["reference"]["resource"]
            cells = described.own.get(table if table else str(raw["name"]))
            yield from _rows(cells, key["reference"]["fields"][0])
            return
    if _PROFILE in described.descriptor:
        own = described.own if column == "source" else described.known
        yield from _rows(own.get("sources" if column == "source" else _ELSEWHERE.get(column, "")), "id")


def _rows(cells: pd.DataFrame | None, key: str) -> Iterator[Choice]:
    if cells is None or key not in cells.columns or not cells.columns.is_unique:
        return
    pair = next((each for each in _NAMES if each[0] in cells.columns and each[0] != key), None)
    names = (
        cells.reindex(columns=list(pair), fill_value="")
        if pair
        else cells.reindex(columns=["", ""], fill_value="")
    )
    found = zip(cells[key], *(names.iloc[:, place] for place in (0, 1)), strict=True)
    for code, name, name_en in list(dict.fromkeys(found))[:_MOST]:
        if code != "":
            yield Choice(str(code), Text(str(name), str(name_en)))


def _periods(described: Described, table: str) -> Iterator[Choice]:
    """The periods that the table speaks of already, the newest first, and the years up to that of the package."""
    cells = described.own.get(table)
    there = set() if cells is None or "period" not in cells.columns else set(cells["period"]) - {""}
    years = {int(each) for each in there if _YEAR.fullmatch(each)}
    made = str(described.descriptor.get("created", ""))[:4]
    last = int(made) if _YEAR.fullmatch(made) else max(years, default=0)
    there |= {str(year) for year in range(min(years, default=last), last + 1) if year}
    for each in sorted(there, reverse=True)[:_MOST]:
        yield Choice(each, _NOTHING)


def _words(raw: Mapping[str, Any], key: str, fallback: str) -> Text:
    """Words in both languages; where there is one text only, it stands for both."""
    plain = str(raw.get(key, raw.get(f"{key}@vi", fallback)))
    return Text(str(raw.get(f"{key}@vi", plain)), str(raw.get(f"{key}@en", plain)))
