"""A workbook to fill in: one sheet of empty rows with drop-down lists, the lists, and how to, in both languages."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_range_abs

from build_scripts.model import Blank, BlankColumn, Text, sheet_name
from build_scripts.present.standards.edition import both
from build_scripts.present.standards.workbook import CLOCK, SETTINGS
from build_scripts.present.standards.workbook_sheet import cut

ROWS: Final = 5000
"""Rows below the heading that are ready to be filled in."""
_TITLE, _MESSAGE = 32, 255
_LARGEST: Final = 2**53
_NUMBERS: Final = ("number", "integer")
_PLAIN: Final = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?")
_NARROW, _WIDE = 14, 44


def template_path(package: str, table: str) -> str:
    """Tell where a form lies below the root of the site."""
    return f"data/{package}/{table}-template.xlsx"


def template(blank: Blank, rows: Sequence[Sequence[str]] = ()) -> bytes:
    """Write the form, with `rows` in it if there are any; the same bytes whenever it is written."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, SETTINGS)
    book.set_properties({"title": " / ".join(_both(blank.title)), "created": CLOCK})
    forms = {
        "head": book.add_format({"bold": True, "bottom": 1, "num_format": "@"}),
        "must": book.add_format({"bold": True, "bottom": 1, "num_format": "@", "bg_color": "#E3ECF7"}),
        "text": book.add_format({"num_format": "@"}),
        "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
        "title": book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
    }
    lists, guide = both("template.lists"), both("template.guide")
    names = (f"{lists.vi} - {lists.en}", f"{guide.vi} - {guide.en}")
    sheet = book.add_worksheet(sheet_name(blank.table))
    listing, guiding = (book.add_worksheet(name) for name in names)
    _fill(sheet, blank, rows, forms)
    _offer(sheet, listing, blank, forms)
    _guide(guiding, blank, forms)
    book.close()
    return out.getvalue()


def _fill(sheet: Any, blank: Blank, rows: Sequence[Sequence[str]], forms: Mapping[str, Any]) -> None:
    """Write the heading and the rows; all but numbers is text, so that `01` and `2024-05` stay as they are typed."""
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(blank.columns):
        is_number = column.kind in _NUMBERS
        width = _WIDE if column.choices and any(choice.name.vi for choice in column.choices) else _NARROW
        sheet.set_column(place, place, width, None if is_number else forms["text"])
        sheet.write_string(0, place, column.name, forms["must" if column.required else "head"])
    labels = [{choice.code: choice.label for choice in column.choices} for column in blank.columns]
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            figure = _number(cell) if blank.columns[place].kind in _NUMBERS else None
            if figure is not None:
                sheet.write_number(number, place, figure)
            elif cell != "":
                sheet.write_string(number, place, cut(labels[place].get(cell, cell)), forms["text"])


def _number(cell: str) -> float | None:
    """Read a number that a spreadsheet gives back sign by sign; `1.50` is not one."""
    if _PLAIN.fullmatch(cell) is None:
        return None
    figure = float(cell)
    written = str(int(figure)) if figure.is_integer() else format(Decimal(repr(figure)), "f")
    return figure if written == cell else None


def _offer(sheet: Any, listing: Any, blank: Blank, forms: Mapping[str, Any]) -> None:
    """Put each list on its own sheet, and under each cell what it asks for."""
    listed = 0
    for place, column in enumerate(blank.columns):
        rule: dict[str, Any] = {"validate": "any"}
        if column.choices:
            listing.set_column(listed, listed, _WIDE)
            for number, text in enumerate((column.name, *(each.label for each in column.choices))):
                listing.write_string(number, listed, cut(text), forms["title" if number == 0 else "text"])
            source = xl_range_abs(1, listed, len(column.choices), listed)
            rule = {"validate": "list", "source": f"='{listing.name}'!{source}"}
            listed += 1
        elif column.kind in _NUMBERS:
            kind = "integer" if column.kind == "integer" else "decimal"
            rule = {"validate": kind, "criteria": "between", "minimum": -_LARGEST, "maximum": _LARGEST}
        sheet.data_validation(1, place, ROWS, place, {**rule, **_words(column)})


def _words(column: BlankColumn) -> dict[str, Any]:
    """Say what the cell asks for when it is chosen, and what is wrong when something else is typed."""
    wrong = both("template.not-listed" if column.choices else "template.no-number")
    title = " / ".join(_both(column.title)) if column.title.vi else column.name
    asked = "\n".join(_both(column.description))
    return {
        "input_title": _short(title, _TITLE),
        "input_message": _short(asked if asked else column.name, _MESSAGE),
        "error_title": _short(column.name, _TITLE),
        "error_message": _short("\n".join(_both(wrong)), _MESSAGE),
        "error_type": "stop" if column.closed or not column.choices else "warning",
    }


def _guide(sheet: Any, blank: Blank, forms: Mapping[str, Any]) -> None:
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 6, _WIDE)
    for number, (row, form) in enumerate(_lines(blank)):
        for place, text in enumerate(row):
            sheet.write_string(number, place, cut(text), forms[form])


def _lines(blank: Blank) -> Iterator[tuple[tuple[str, ...], str]]:
    """Say how the form is filled in, checked and sent, then what each column is."""
    title = " / ".join(_both(blank.title))
    yield (f"{blank.package}/{blank.table}", title), "title"
    for step in ("rows", "lists-how", "numbers", "empty", "source", "send"):
        words = both(f"template.{step}", package=blank.package, table=blank.table)
        yield ("", words.vi, words.en), "wrap"
    headings = ("column", "title-vi", "title-en", "type", "description-vi", "description-en")
    yield tuple(" / ".join(_both(both(f"standards.{key}"))) for key in headings), "title"
    for column in blank.columns:
        need = both("template.required" if column.required else "template.optional")
        kind = f"{column.kind}, {need.vi} / {need.en}"
        said = (column.title.vi, column.title.en, kind, column.description.vi, column.description.en)
        yield (column.name, *said), "wrap"


def _both(text: Text) -> tuple[str, ...]:
    """Both languages, once where they say the same."""
    return tuple(dict.fromkeys(words for words in (text.vi, text.en) if words))


def _short(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
