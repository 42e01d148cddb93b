"""Numbers written with a decimal comma, groups or signs beside them, rewritten with the same value."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from build_scripts.read.adopt.log import Log
from build_scripts.read.problems import Spot, problem

_KEYS: Final = ("decimalChar", "groupChar", "bareNumber")
_DRESSED = re.compile(r"([^\d+-]*)([+-]?)([^\d+-]*)(\d[\s\S]*?)(\D*)", re.ASCII)
_MINUS = str.maketrans({"−": "-", "‐": "-"})


@dataclass(frozen=True, slots=True)
class Numerals:
    """How the numbers of a column are declared to be written."""

    decimal: str
    group: str
    bare: bool
    is_whole: bool

    def plain(self, cell: str) -> tuple[str, str] | None:
        """The number with a point and no groups, and the sign beside it; `None` when it is not so written."""
        match = _DRESSED.fullmatch(cell.strip().translate(_MINUS))
        if match is None:
            return None
        before, minus, between, body, after = match.groups()
        digits, beside = self._digits(body), f"{before}{between}{after}".strip()
        if (
            digits is None
            or (self.bare and (beside or between))
            or "(" in before
            or "-" in after
            or "+" in after
        ):
            return None
        return ("-" if minus == "-" else "") + digits, beside

    def _digits(self, body: str) -> str | None:
        group = re.escape(self.group)
        whole = rf"\d{{1,3}}(?:{group}\d{{2,3}})*{group}\d{{3}}|\d+" if self.group else r"\d+"
        fraction = (
            "" if self.is_whole else rf"(?:{re.escape(self.decimal)}(?P<part>\d+))?(?P<power>[eE][+-]?\d+)?"
        )
        match = re.fullmatch(rf"(?P<whole>{whole}){fraction}", body, re.ASCII)
        if match is None:
            return None
        found = match.groupdict()
        integer = found["whole"].replace(self.group, "") if self.group else found["whole"]
        part, power = found.get("part"), found.get("power")
        return integer + ("" if part is None else f".{part}") + ("" if power is None else power)


def numerals_of(field: dict[str, Any]) -> Numerals | None:
    """How the numbers of `field` are written, `None` when they are plain or no numbers at all."""
    if field["type"] not in ("number", "integer") or not any(key in field for key in _KEYS):
        return None
    decimal, group = field.get("decimalChar", "."), field.get("groupChar", "")
    is_whole = field["type"] == "integer" or ("decimalChar" not in field and group == decimal)
    if not isinstance(decimal, str) or not isinstance(group, str) or len(decimal) != 1:
        return None
    if decimal == group and not is_whole:
        return None
    return Numerals(decimal, group, field.get("bareNumber") is not False, is_whole)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its table and file for messages, its declaration, its cells with their lines."""

    table: str
    path: str
    field: dict[str, Any]
    lines: list[int]
    cells: list[str]


def plain_numbers(column: Column, numerals: Numerals, missing: Collection[str], log: Log) -> Column:
    """The column with plain numbers and a plain declaration; as text when different signs stand beside them."""
    read = [("", "") if cell in missing else numerals.plain(cell) for cell in column.cells]
    name = str(column.field["name"])
    for line, cell, found in zip(column.lines, column.cells, read, strict=True):
        if found is None:
            log.problems.append(_unreadable(Spot(log.place(column.path), line, name, cell), numerals))
    signs = {
        found[1] for cell, found in zip(column.cells, read, strict=True) if found and cell not in missing
    }
    bare = {key: value for key, value in column.field.items() if key not in _KEYS}
    if len(signs) > 1:
        log.note("converted-to-text", table=column.table, column=name, signs=" ".join(sorted(signs - {""})))
        kept = {key: bare[key] for key in bare if key not in ("constraints", "format")}
        return Column(column.table, column.path, {**kept, "type": "string"}, column.lines, column.cells)
    if signs - {""}:
        log.note("converted-signs", table=column.table, column=name, signs=min(signs))
        bare["description"] = f"{bare.get('description', '')} [{min(signs)}]".strip()
    cells = [
        cell if found is None or cell in missing else found[0]
        for cell, found in zip(column.cells, read, strict=True)
    ]
    changed = sum(one != other for one, other in zip(cells, column.cells, strict=True))
    if changed:
        log.note("converted-numbers", table=column.table, column=name, count=str(changed))
    return Column(column.table, column.path, bare, column.lines, cells)


def _unreadable(spot: Spot, numerals: Numerals) -> Any:
    vi = f"số, dấu thập phân là “{numerals.decimal}”, dấu ngăn nhóm là “{numerals.group}”"
    en = f"a number with “{numerals.decimal}” as decimal sign and “{numerals.group}” between groups"
    return problem("type-error", spot, expected_vi=vi, expected_en=en)
