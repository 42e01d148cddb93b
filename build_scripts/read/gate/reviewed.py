"""The reviewed list: cells that look wrong and that a keeper of the portal has looked at and found right."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from build_scripts.model import Problem
from build_scripts.read.files import is_link
from build_scripts.read.gate.limits import LIMITS, too_large
from build_scripts.read.problems import Spot, problem

REVIEWED: Final = "reviewed.csv"
_COLUMNS: Final = ("code", "file", "field", "key", "value", "reason")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Which problems were looked at: (code, file, field, key, value); and what is wrong with the list itself.

    `file` is relative to datapackages; `key` names the row where the value alone does not.
    """

    entries: frozenset[tuple[str, str, str, str, str]] = frozenset()
    problems: tuple[Problem, ...] = ()

    def cells(self, code: str, folder: str) -> frozenset[tuple[str, str, str]]:
        """(file, field, value) of the entries with this code; files as problems write them."""
        return frozenset(
            (f"{folder}/{file}", column, value)
            for each, file, column, _, value in self.entries
            if each == code
        )

    def has(self, code: str, file: str, column: str, key: str, value: str) -> bool:
        """Whether a keeper has looked at just this."""
        return (code, file, column, key, value) in self.entries


def reviewed(folder: Path, place: str) -> Reviewed:
    """The list in `folder`; none is an empty one."""
    path, file = folder / REVIEWED, f"{place}/{REVIEWED}"
    if is_link(path) or not path.is_file():
        return Reviewed(problems=(problem("symlink", Spot(file)),) if is_link(path) else ())
    large = too_large("descriptor", Spot(file), path.stat().st_size)
    if large is not None:
        return Reviewed(problems=(large,))
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return Reviewed(problems=(problem("encoding-broken", Spot(file, None, None, "?")),))
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    wrong = tuple(_wrong(rows, file))
    if wrong:
        return Reviewed(problems=wrong)
    return Reviewed(frozenset((r["code"], r["file"], r["field"], r["key"], r["value"]) for r in rows))


def _wrong(rows: list[dict[str, str]], file: str) -> Iterator[Problem]:
    """Rows that lack a column, or that give no reason."""
    for line, row in enumerate(rows[: LIMITS["rows"].most], start=2):
        lacking = next((name for name in _COLUMNS if row.get(name) is None), None)
        if lacking is not None or None in row:
            spot = Spot(file, line, lacking)
            yield problem("row-short", spot, found=str(len(row)), expected=str(len(_COLUMNS)))
            return
        if not row["reason"].strip():
            yield problem("cell-empty", Spot(file, line, "reason", ""))
