"""Rows that arrive in a workbook, on their way into a table: what is taken, what the files would be."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_scripts.model import Artifact, Blank, Problem
from build_scripts.read.files import content
from build_scripts.read.mending import is_own, restated
from build_scripts.read.problems import Spot
from build_scripts.read.strict_json import parsed
from build_scripts.read.workbook import Carried, carried, taken

_DESCRIPTOR = "datapackage.json"
_USUAL = frozenset({"delimiter", "lineTerminator", "header", "doubleQuote", "quoteChar"})


@dataclass(frozen=True, slots=True)
class Arrival:
    """`files` relative to the package's folder, the first of them the table; none when `problems` keep rows out."""

    files: tuple[Artifact, ...]
    carried: Carried | None
    problems: tuple[Problem, ...]


def arrival(workbook: Path, folder: Path, blank: Blank, *, anew: bool) -> Arrival | None:
    """Take the rows of `workbook` for the table of `blank`; `None` when the table or the workbook cannot be had.

    `anew` puts them in the place of the table's rows, else they come behind them.
    """
    described = content(folder, _DESCRIPTOR, Spot(_DESCRIPTOR)).data
    whole = None if described is None else parsed(described, _DESCRIPTOR).value
    raw = _listed(whole, blank.table)
    delimiter = None if raw is None else _delimiter(raw)
    if described is None or raw is None or delimiter is None or not is_own(workbook):
        return None
    data = content(folder, raw["path"], Spot(raw["path"])).data
    if data is None:
        return None
    columns = [each.name for each in blank.columns]
    found = taken(workbook, blank.table, columns, blank.labels)
    if found.problems:
        return Arrival((), None, found.problems)
    made = carried(data, found, columns, delimiter=delimiter, anew=anew)
    text = described.decode("utf-8")
    newer = restated(text, raw, data, made.data, force=False)
    beside = [Artifact(_DESCRIPTOR, newer.encode())] if newer != text else []
    return Arrival((Artifact(raw["path"], made.data), *beside), made, ())


def _listed(whole: Mapping[str, Any] | None, table: str) -> dict[str, Any] | None:
    listed = whole.get("resources") if whole is not None else None
    named = (
        [each for each in listed if isinstance(each, dict) and each.get("name") == table]
        if isinstance(listed, list)
        else []
    )
    return named[0] if len(named) == 1 and isinstance(named[0].get("path"), str) else None


def _delimiter(raw: Mapping[str, Any]) -> str | None:
    """Tell what stands between two cells; `None` where the table is written in a way that is not ours to write."""
    dialect = raw.get("dialect", {})
    usual = "\t" if raw["path"].lower().endswith(".tsv") else ","
    if not isinstance(dialect, dict) or set(dialect) - _USUAL or dialect.get("quoteChar", '"') != '"':
        return None
    found = dialect.get("delimiter", usual)
    is_plain = dialect.get("header", True) is True and dialect.get("doubleQuote", True) is True
    return found if is_plain and isinstance(found, str) and len(found) == 1 else None
