"""The rows of a large sheet, written as XML column by column: a cell at a time would take twenty times as long."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from html import escape
from typing import Final

from build_scripts.compute.cells import Column, Value

SHEET: Final = "xl/worksheets/sheet1.xml"
_ROW = re.compile(r'<row r="1"[^>]*>.*?</row>', re.DOTALL)
_STYLED = re.compile(r'<col min="(\d+)" max="(\d+)"[^>]* style="(\d+)"')
_DIMENSION = re.compile(r'<dimension ref="[^"]*"/>')
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
_START: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - the format knows no zone
_DAY: Final = 86_400
Cut = Callable[[str], str]


def with_rows(book: bytes, columns: Sequence[Column], cut: Cut) -> bytes:
    """Put the values of the columns below the heading of a workbook's first sheet; `cut` shortens long texts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            new.writestr(
                item, _filled(data.decode(), columns, cut).encode() if item.filename == SHEET else data
            )
    return out.getvalue()


def _filled(sheet: str, columns: Sequence[Column], cut: Cut) -> str:
    reaches = _STYLED.findall(sheet)
    styles = {place: style for low, high, style in reaches for place in range(int(low), int(high) + 1)}
    written = [
        _cells(column, place_of(number), styles.get(number + 1, ""), cut)
        for number, column in enumerate(columns)
    ]
    rows = [
        f'<row r="{number}">{"".join(row)}</row>'
        for number, row in enumerate(zip(*written, strict=True), start=2)
    ]
    head = _ROW.search(sheet)
    if head is None or not rows:
        return sheet
    reach = f'<dimension ref="A1:{place_of(len(columns) - 1)}{len(rows) + 1}"/>'
    filled = sheet[: head.end()] + "".join(rows) + sheet[head.end() :]
    return _DIMENSION.sub(reach, filled, count=1)


def place_of(number: int) -> str:
    """Name a column as spreadsheets do: A, B, …, Z, AA."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def _cells(column: Column, place: str, style: str, cut: Cut) -> list[str]:
    """Write the cells of a column; each different value once, its place beside it."""
    worn = f' s="{style}"' if style else ""
    kinds = {kind: partial(write, worn, cut) for kind, write in _KINDS.items()}
    known: dict[tuple[type, Value], str] = {}
    cells = []
    for row, value in enumerate(column.values, start=2):
        if value is None:
            cells.append("")
            continue
        key = (type(value), value)
        if key not in known:
            known[key] = kinds[type(value)](value)
        cells.append(f'<c r="{place}{row}"{known[key]}</c>')
    return cells


def _text(worn: str, cut: Cut, value: str) -> str:
    kept = _UNPRINTABLE.sub(_spelled, cut(value))
    space = ' xml:space="preserve"' if kept != kept.strip() or "\n" in kept else ""
    return f'{worn} t="inlineStr"><is><t{space}>{escape(kept, quote=False)}</t></is>'


def _spelled(found: re.Match[str]) -> str:
    """Spell out a sign that XML cannot hold, and one that would be taken for such a spelling."""
    return f"_x{ord(found[0][0]):04X}_{found[0][1:]}"


def _number(worn: str, _: Cut, value: float) -> str:
    return f"{worn}><v>{value:.16G}</v>"


def _moment(worn: str, _: Cut, value: date) -> str:
    moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)  # noqa: DTZ001
    since = moment - _START
    return f"{worn}><v>{since.days + since.seconds / _DAY + since.microseconds / _DAY / 1e6:.16G}</v>"


def _truth(worn: str, _: Cut, value: bool) -> str:  # noqa: FBT001 - the value of a cell
    return f'{worn} t="b"><v>{int(value)}</v>'


_KINDS: Mapping[type, Callable[..., str]] = {
    str: _text,
    int: _number,
    float: _number,
    bool: _truth,
    date: _moment,
    datetime: _moment,
}
