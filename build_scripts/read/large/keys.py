"""Primary keys, unique columns and foreign keys of stored tables: which rows break them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from build_scripts.read.large.store import Store
from build_scripts.read.large.sure import NEVER, sure
from build_scripts.read.large.suspects import MOST, Place, is_text

_NUMBERS: Final = frozenset({"integer", "number", "boolean", "year"})
_UNKEYED: Final = frozenset({"array", "list", "object", "geojson", "geopoint"})
"""Types whose values cannot be compared: frictionless stops at them, here as elsewhere."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The first rows that break a key, and those that they are the same as."""

    bad: frozenset[int] = frozenset()
    others: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Keyed:
    """A stored table of which the values in keys were noted, under `k` and the number of their column."""

    number: int
    places: Mapping[str, Place]

    @property
    def table(self) -> str:
        """The table of values, beside the row of each."""
        return f"k{self.number}"

    def values(self, names: Sequence[str]) -> list[str]:
        """The columns of values in SQL."""
        return [f"k{self.places[name].column}" for name in names]

    def families(self, names: Sequence[str]) -> list[str]:
        """With which other values each value may be compared."""
        kinds = (self.places[name].field["type"] for name in names)
        return ["number" if kind in _NUMBERS else "text" if kind == "any" else kind for kind in kinds]


def keyed(store: Store, number: int, places: Mapping[str, Place], plain: Collection[str]) -> Keyed:
    """Write the values in the keys of a table, each in the one way that equal values share; none where there is none.

    Of columns that are `plain` every cell is surely sound.
    """
    marks: list[Any] = []
    columns, joins = ["t.rowid AS row"], []
    for name, place in places.items():
        value, given = _value(place, is_plain=name in plain)
        columns.append(f"{value} AS k{place.column}")
        marks.extend(given)
        if not is_text(place.field) and name not in plain:
            joins.append(
                f"LEFT JOIN {place.values} AS v{place.column} ON v{place.column}.cell = t.{place.cell}"
            )
    store.ask(
        f"CREATE OR REPLACE TEMP TABLE k{number} AS SELECT {', '.join(columns)} FROM t{number} AS t {' '.join(joins)}",
        marks,
    )
    return Keyed(number, places)


def _value(place: Place, *, is_plain: bool) -> tuple[str, list[Any]]:
    """The value of a cell in SQL, and what is bound in it."""
    cell, noted = f"t.{place.cell}", f"v{place.column}.same"
    if is_text(place.field):
        return f"CASE WHEN {cell} IN (SELECT unnest(?)) THEN NULL ELSE {cell} END", [sorted(place.known)]
    condition = sure(place.field, cell)
    if condition == NEVER:
        return noted, []
    plain = cell
    if place.field["type"] == "number":
        plain = rf"regexp_replace(regexp_replace({cell}, '(\.[0-9]*?)0+$', '\1'), '\.$', '')"
        plain = f"CASE WHEN contains({cell}, '.') THEN {plain} ELSE {cell} END"
        plain = f"CASE {plain} WHEN '-0' THEN '0' ELSE {plain} END"
    if is_plain:
        return plain, []
    return f"CASE WHEN {condition.sql} THEN {plain} ELSE {noted} END", list(condition.given)


def broken_primary(store: Store, keyed: Keyed, names: Sequence[str]) -> Rows:
    """Rows without a key, and rows whose key an earlier one has."""
    if _is_unkeyed(keyed, names):
        return Rows()
    values = keyed.values(names)
    nothing = " AND ".join(f"{each} IS NULL" for each in values)
    empty = store.ask(f"SELECT row FROM {keyed.table} WHERE {nothing} ORDER BY row LIMIT {MOST}")
    found = _repeated(store, keyed, values, f"NOT ({nothing})")
    return Rows(found.bad | {row for (row,) in empty}, found.others)


def broken_unique(store: Store, keyed: Keyed, name: str) -> Rows:
    """Rows whose value an earlier one has."""
    (value,) = keyed.values([name])
    return Rows() if _is_unkeyed(keyed, [name]) else _repeated(store, keyed, [value], f"{value} IS NOT NULL")


def _repeated(store: Store, keyed: Keyed, values: Sequence[str], where: str) -> Rows:
    listed = ", ".join(values)
    same = " AND ".join(f"k.{each} IS NOT DISTINCT FROM r.{each}" for each in values)
    store.ask(
        f"CREATE OR REPLACE TEMP TABLE repeated AS SELECT {listed}, min(row) AS first FROM {keyed.table} "
        f"WHERE {where} GROUP BY {listed} HAVING count(*) > 1"
    )
    found = store.ask(
        f"SELECT k.row, r.first FROM {keyed.table} AS k JOIN repeated AS r ON {same} "
        f"WHERE k.row > r.first ORDER BY k.row LIMIT {MOST}"
    )
    return Rows(frozenset(row for row, _ in found), frozenset(first for _, first in found))


def broken_foreign(
    store: Store, own: tuple[Keyed, Sequence[str]], other: tuple[Keyed, Sequence[str]]
) -> Rows:
    """Rows whose values no row of the other table has; values of different kinds are never the same."""
    if _is_unkeyed(*own) or _is_unkeyed(*other):
        return Rows()
    mine, theirs = own[0].values(own[1]), other[0].values(other[1])
    nothing = " AND ".join(f"o.{each} IS NULL" for each in mine)
    pairs = list(zip(mine, theirs, strict=False))
    kinds = list(zip(own[0].families(own[1]), other[0].families(other[1]), strict=False))
    differ = [
        f"(o.{a} IS NULL AND h.{b} IS NULL)"
        for (a, b), (kind, held) in zip(pairs, kinds, strict=True)
        if kind != held
    ]
    same = [
        f"o.{a} IS NOT DISTINCT FROM h.{b}"
        for (a, b), (kind, held) in zip(pairs, kinds, strict=True)
        if kind == held
    ]
    listed = ", ".join(theirs)
    found = store.ask(
        f"SELECT o.row FROM {own[0].table} AS o WHERE NOT ({nothing}) AND NOT EXISTS ("
        f"SELECT 1 FROM (SELECT DISTINCT {listed} FROM {other[0].table}) AS h WHERE {' AND '.join([*same, *differ])}"
        f") ORDER BY o.row LIMIT {MOST}"
    )
    return Rows(frozenset(row for (row,) in found))


def held(
    store: Store,
    own: tuple[Keyed, Sequence[str]],
    other: tuple[Keyed, Sequence[str]],
    rows: Sequence[int] | None,
) -> frozenset[int]:
    """The first row of the other table for each value that the given rows, or all, refer to."""
    mine, theirs = own[0].values(own[1]), other[0].values(other[1])
    same = " AND ".join(f"o.{a} IS NOT DISTINCT FROM h.{b}" for a, b in zip(mine, theirs, strict=False))
    where = "" if rows is None else "WHERE row IN (SELECT unnest(?))"
    listed = ", ".join(f"h.{each}" for each in theirs)
    found = store.ask(
        f"SELECT min(h.row) FROM {other[0].table} AS h SEMI JOIN "
        f"(SELECT DISTINCT {', '.join(mine)} FROM {own[0].table} {where}) AS o ON {same} GROUP BY {listed}",
        [] if rows is None else [list(rows)],
    )
    return frozenset(row for (row,) in found)


def blank_rows(store: Store, number: int, places: Sequence[Place]) -> Rows:
    """Rows of which no cell holds anything."""
    where = " AND ".join(f"{each.cell} IN (SELECT unnest(?))" for each in places)
    found = store.ask(
        f"SELECT rowid FROM t{number} WHERE {where} ORDER BY rowid LIMIT {MOST}",
        [sorted(each.known) for each in places],
    )
    return Rows(frozenset(row for (row,) in found))


def _is_unkeyed(keyed: Keyed, names: Sequence[str]) -> bool:
    return any(keyed.places[name].field["type"] in _UNKEYED for name in names)
