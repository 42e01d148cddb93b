"""How a stranger's CSV is written: declared, or told by the header where nothing is declared."""

import csv
import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Final

from build_scripts.read.adopt.log import Log
from build_scripts.read.problems import Spot

Row = tuple[int, list[str]]
"""The line a row starts on, and its cells."""
_DELIMITERS: Final = (",", ";", "\t", "|")
_LINE_ENDS: Final = (None, "\n", "\r", "\r\n")
_SPELT: Final = {"\\t": "\t", "\\n": "\n", "\\r\\n": "\r\n", "tab": "\t"}
_LOOKED_AT: Final = 50
_SIGNS: Final = ("delimiter", "quoteChar", "escapeChar", "commentChar")


class BrokenError(Exception):
    """The rows cannot be parted from a line on."""

    def __init__(self, line: int) -> None:
        """Remember the `line`."""
        super().__init__(line)
        self.line = line


@dataclass(frozen=True, slots=True)
class Dialect:
    """A Table Dialect, v1 or v2; `delimiter` is `None` when not declared."""

    delimiter: str | None = None
    quote: str | None = '"'
    escape: str | None = None
    double: bool = True
    skip_space: bool = False
    comment: str | None = None
    comment_rows: tuple[int, ...] = ()
    header_rows: tuple[int, ...] = (1,)
    header_join: str = " "
    null: str | None = None


def dialect_of(raw: Any, name: str, log: Log) -> Dialect | None:
    """The dialect in a parsed declaration (`None` for none) of the table `name`; `None` after a problem."""
    found = {key: _spelt(key, value) for key, value in _flat(raw).items()}
    wrong = [key for key in _SIGNS if not _is_sign(found.get(key))]
    wrong += [key for key in ("headerRows", "commentRows") if not _are_rows(found.get(key))]
    wrong += ["lineTerminator"] if found.get("lineTerminator") not in _LINE_ENDS else []
    if wrong:
        place = f"resources ({name}).dialect.{wrong[0]}"
        log.refuse("dialect-unsupported", Spot(log.descriptor, None, place, str(found.get(wrong[0]))))
        return None
    null, join = found.get("nullSequence"), found.get("headerJoin")
    header = tuple(found["headerRows"]) if found.get("headerRows") else (1,)
    return Dialect(
        delimiter=found.get("delimiter"),
        quote=found.get("quoteChar", '"'),
        escape=found.get("escapeChar"),
        double=found.get("doubleQuote") is not False,
        skip_space=found.get("skipInitialSpace") is True,
        comment=found.get("commentChar"),
        comment_rows=tuple(found["commentRows"]) if found.get("commentRows") else (),
        header_rows=() if found.get("header") is False else header,
        header_join=join if isinstance(join, str) else " ",
        null=null if isinstance(null, str) else None,
    )


def _flat(raw: Any) -> dict[str, Any]:
    """The keys of a dialect; `csv` inside it is how frictionless writes them."""
    outer = raw if isinstance(raw, dict) else {}
    inner = outer.get("csv")
    return {**outer, **inner} if isinstance(inner, dict) else outer


def _spelt(key: str, value: Any) -> Any:
    """The sign that older descriptors spell out with a backslash; an empty one is none."""
    if key not in (*_SIGNS, "lineTerminator") or not isinstance(value, str):
        return value
    return _SPELT.get(value, value) if value else None


def _is_sign(value: Any) -> bool:
    return value is None or (isinstance(value, str) and len(value) == 1)


def _are_rows(value: Any) -> bool:
    if value is None:
        return True
    return isinstance(value, list) and all(type(item) is int and item > 0 for item in value)


def split(text: str, dialect: Dialect, delimiter: str) -> Iterator[Row]:
    """Yield every row with the line it starts on.

    Raises:
        BrokenError: quotation marks do not pair up, or a cell is far too long.
    """
    line = 1
    try:
        reader = csv.reader(
            io.StringIO(text, newline=""),
            delimiter=delimiter,
            quotechar=dialect.quote,
            quoting=csv.QUOTE_NONE if dialect.quote is None else csv.QUOTE_MINIMAL,
            escapechar=dialect.escape,
            doublequote=dialect.double,
            skipinitialspace=dialect.skip_space,
            strict=True,
        )
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except (csv.Error, ValueError, TypeError) as error:
        raise BrokenError(line) from error


def told_delimiter(text: str, dialect: Dialect, usual: str, columns: Collection[str]) -> str:
    """The delimiter that gives the declared `columns`, or, without any, even rows of several cells; else `usual`."""
    known = {name.strip().casefold() for name in columns}
    best, most = usual, 0
    for delimiter in (usual, *(each for each in _DELIMITERS if each != usual)):
        rows = _first(text, dialect, delimiter)
        if not rows:
            continue
        score = sum(cell.strip().casefold() in known for cell in rows[0]) if known else _evenness(rows)
        if score > most:
            best, most = delimiter, score
        if not known and most:
            break
    return best


def _first(text: str, dialect: Dialect, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for _, cells in split(text, dialect, delimiter):
            rows.append(cells)
            if len(rows) == _LOOKED_AT:
                break
    except BrokenError:
        return []
    return [cells for cells in rows if cells]


def _evenness(rows: list[list[str]]) -> int:
    width = len(rows[0])
    return width if width > 1 and all(len(cells) == width for cells in rows) else 0
