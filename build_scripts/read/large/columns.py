"""What a column of a stored table holds: its cells as values, and in few words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from build_scripts.model import Kind, Summary
from build_scripts.read.large.store import Store
from build_scripts.read.large.suspects import Place

_FEW: Final = 10_000
"""Different values that are counted one by one; of more the number is an estimate."""
_SHOWN: Final = 5
_DIGITS: Final = 15
"""Digits that every program keeps of a number."""
_TRUE: Final = ["true", "True", "TRUE", "1"]
_FALSE: Final = ["false", "False", "FALSE", "0"]
_WHOLE: Final = "[+-]?[0-9]+"
_NUMBER: Final = r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?"
_DAY: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_MOMENT: Final = rf"{_DAY}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(\.[0-9]{{1,6}})?"
_ZONE: Final = "(Z|[+-][0-9]{2}:[0-9]{2})"
_DEFAULT: Final = ("", "default")
_TYPES: Final[Mapping[Kind, str]] = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "moment": "TIMESTAMP",
    "instant": "TIMESTAMPTZ",
}
_Reading = tuple[Kind, str, str, tuple[Any, ...]]
_ORDERED: Final = frozenset({"integer", "number", "date", "moment"})


@dataclass(frozen=True, slots=True)
class Values:
    """The values of a column: what they are, and in SQL, with what is bound in it; nothing is NULL."""

    kind: Kind
    sql: str
    given: tuple[Any, ...]


def values_of(store: Store, place: Place) -> Values:
    """Read a column as what its declaration says; as the text it is, when one cell is none of that."""
    marks = sorted(place.known)
    plain = Values(
        "text", f"CASE WHEN {place.cell} IN (SELECT unnest(?)) THEN NULL ELSE {place.cell} END", (marks,)
    )
    for kind, text, form, given in _readings(place):
        value = text if kind == "boolean" else f"try_cast({text} AS {_TYPES[kind]})"
        fits = [f"regexp_full_match({text}, '{form}')"] if form else []
        fits += {
            "integer": [f"length(ltrim({text}, '+-0')) <= {_DIGITS}"],
            "number": [f"isfinite({value})"],
        }.get(kind, [])
        sound = " AND ".join([*fits, f"({value}) IS NOT NULL"])
        other = f"{place.cell} NOT IN (SELECT unnest(?)) AND NOT coalesce({sound}, false)"
        if not store.ask(f"SELECT 1 FROM t{place.table} WHERE {other} LIMIT 1", [marks, *given]):
            sql = f"CASE WHEN {place.cell} IN (SELECT unnest(?)) THEN NULL ELSE {value} END"
            return Values(kind, sql, (marks, *given))
    return plain


def _readings(place: Place) -> list[_Reading]:
    """What the cells may be read as: the kind, the text to be read, the form it must have, and what is bound."""
    raw, cell = place.raw, place.cell
    is_plain = raw.get("format", "") in _DEFAULT
    is_bare = not raw.get("groupChar") and raw.get("decimalChar", ".") == "." and raw.get("bareNumber", True)
    flags = (
        f"CASE WHEN {cell} IN (SELECT unnest(?)) THEN true WHEN {cell} IN (SELECT unnest(?)) THEN false END"
    )
    known = (list(raw.get("trueValues", _TRUE)), list(raw.get("falseValues", _FALSE)))
    ways: Mapping[str, tuple[bool, list[_Reading]]] = {
        "integer": (is_bare, [("integer", cell, _WHOLE, ())]),
        "year": (is_plain, [("integer", cell, _WHOLE, ())]),
        "number": (is_bare, [("number", cell, _NUMBER, ())]),
        "boolean": (True, [("boolean", flags, "", known)]),
        "date": (is_plain, [("date", cell, _DAY, ())]),
        "datetime": (is_plain, [("moment", cell, _MOMENT, ()), ("instant", cell, _MOMENT + _ZONE, ())]),
    }
    may_be, readings = ways.get(raw["type"], (False, []))
    return readings if may_be else []


def summary_of(store: Store, place: Place, name: str, rows: int) -> Summary:
    """Say in few words what a column holds."""
    values = values_of(store, place)
    known = sorted(place.known)
    held = f"FROM t{place.table} WHERE {place.cell} NOT IN (SELECT unnest(?))"
    ((filled, distinct),) = store.ask(f"SELECT count(*), approx_count_distinct({place.cell}) {held}", [known])
    least = most = ""
    if values.kind in _ORDERED and filled:
        order = f"try_cast({place.cell} AS {_TYPES[values.kind]})"
        ends = store.ask(f"SELECT min({order}), max({order}) {held}", [known])[0]
        least, most = (
            store.ask(f"SELECT min({place.cell}) {held} AND {order} = ?", [known, end])[0][0] for end in ends
        )
    is_estimate = distinct > _FEW
    common: list[tuple[Any, ...]] = []
    if not is_estimate:
        ((distinct,),) = store.ask(f"SELECT count(DISTINCT {place.cell}) {held}", [known])
        common = store.ask(
            f"SELECT {place.cell}, count(*) AS n {held} GROUP BY {place.cell} ORDER BY n DESC, {place.cell} LIMIT {_SHOWN}",
            [known],
        )
    return Summary(
        name=name,
        kind=values.kind,
        filled=filled,
        missing=rows - filled,
        distinct=distinct,
        is_estimate=is_estimate,
        least=least,
        most=most,
        common=tuple((str(cell), int(count)) for cell, count in common),
    )
