"""Rules: cells have the form, and the languages, that the profile asks for."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date

from build_scripts.model import Problem
from build_scripts.read.problems import Spot, problem
from build_scripts.read.profiles import FORMS, Form
from build_scripts.read.rules.rule import beside, rule, spots
from build_scripts.read.sheets import Sheet, View

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*", re.ASCII)
_NOT_OURS = "quote"
"""A quotation is kept as its source writes it."""


@rule("value-form", is_own=True)
def value_form(view: View) -> Iterator[Problem]:
    """Numbers, dates, true/false and fixed words are written as the portal's profiles ask.

    Số, ngày tháng, true/false và các từ cố định được ghi đúng dạng mà mẫu của cổng yêu cầu.
    """
    for sheet in view.sheets:
        for column in sheet.shape.columns:
            if column.form is not None:
                yield from _misformed(sheet, column.name, column.form)


@rule("cell-empty", is_own=True)
def cell_empty(view: View) -> Iterator[Problem]:
    """Columns that every row needs are filled.

    Các cột bắt buộc phải được điền ở mọi dòng.
    """
    for sheet in view.sheets:
        bilingual = {name for column, other in sheet.shape.pairs for name in (column.name, other)}
        for column in sheet.shape.columns:
            if column.required and column.name not in bilingual and "" in sheet.distinct(column.name):
                for spot in spots(sheet, column.name, sheet.cells[column.name] == ""):
                    yield problem("cell-empty", spot)


@rule("text-missing", is_own=True)
def text_missing(view: View) -> Iterator[Problem]:
    """Names, titles and definitions are given.

    Tên, tiêu đề và định nghĩa đều phải có.
    """
    for sheet in view.sheets:
        for column, other in sheet.shape.pairs:
            if column.required and "" in sheet.distinct(column.name):
                empty = (sheet.cells[column.name] == "") & (sheet.cells[other] == "")
                for spot in spots(sheet, column.name, empty):
                    yield problem("text-missing", spot, other=other)


@rule("language-missing", is_own=True)
def language_missing(view: View) -> Iterator[Problem]:
    """What is said in Vietnamese is also said in English, and the other way round.

    Điều gì viết bằng tiếng Việt thì cũng viết bằng tiếng Anh, và ngược lại.
    """
    for sheet in view.sheets:
        for column, english in sheet.shape.pairs:
            for field, other in ((column.name, english), (english, column.name)):
                if "" not in sheet.distinct(field) or sheet.distinct(other) == {""}:
                    continue
                wrong = (sheet.cells[field] == "") & (sheet.cells[other] != "")
                for spot in spots(sheet, field, wrong):
                    yield problem("language-missing", spot, other=other, there=beside(sheet, spot, other))


@rule("id-form", is_own=True)
def id_form(view: View) -> Iterator[Problem]:
    """Ids are made of plain letters, digits, dots, hyphens and underscores.

    Mã chỉ gồm chữ cái không dấu, chữ số, dấu chấm, gạch nối và gạch dưới.
    """
    for sheet in _with_ids(view):
        for spot in _where(sheet, "id", lambda value: value != "" and _ID.fullmatch(value) is None):
            yield problem("id-form", spot)


@rule("id-duplicate")
def id_duplicate(view: View) -> Iterator[Problem]:
    """An id is used once in the whole portal; only a source may be repeated, once in each package.

    Mỗi mã chỉ dùng một lần trong toàn cổng; riêng nguồn được lặp lại, mỗi gói một lần.
    """
    seen: dict[tuple[str, str], str] = {}
    for sheet in _with_ids(view):
        kind = {"yearly_targets": "targets", "sources": f"sources of {sheet.package}"}.get(
            sheet.name, sheet.name
        )
        for spot in spots(sheet, "id", sheet.cells["id"] != ""):
            key = (kind, str(spot.value))
            if key in seen:
                yield problem("id-duplicate", spot, other=seen[key])
            else:
                seen[key] = f"{spot.file}:{spot.line}"


@rule("text-decomposed", is_own=True)
def text_decomposed(view: View) -> Iterator[Problem]:
    """Accented letters are stored whole, in the Unicode form NFC.

    Chữ có dấu được lưu ở dạng dựng sẵn (Unicode NFC).
    """
    return _texts(view, "text-decomposed", lambda value: not unicodedata.is_normalized("NFC", value))


@rule("text-spaces", is_own=True)
def text_spaces(view: View) -> Iterator[Problem]:
    """Text has no spaces at its ends and no double spaces.

    Chữ không có dấu cách thừa ở hai đầu và không có hai dấu cách liền nhau.
    """
    return _texts(view, "text-spaces", lambda value: value != value.strip() or "  " in value)


def _misformed(sheet: Sheet, column: str, form: Form) -> Iterator[Problem]:
    pattern = re.compile(form.pattern, re.ASCII)
    for spot in _where(sheet, column, lambda value: value != "" and not _has_form(value, form, pattern)):
        yield problem("value-form", spot, expected_vi=form.words.vi, expected_en=form.words.en)


def _texts(view: View, code: str, is_wrong: Callable[[str], bool]) -> Iterator[Problem]:
    for sheet in view.sheets:
        for column in sheet.shape.columns:
            if column.form is None and column.name != _NOT_OURS:
                for spot in _where(sheet, column.name, is_wrong):
                    yield problem(code, spot)


def _where(sheet: Sheet, column: str, is_wrong: Callable[[str], bool]) -> Iterator[Spot]:
    """The cells that are wrong, asked once for each distinct text."""
    wrong = [value for value in sheet.distinct(column) if is_wrong(value)]
    return spots(sheet, column, sheet.cells[column].isin(wrong)) if wrong else iter(())


def _has_form(value: str, form: Form, pattern: re.Pattern[str]) -> bool:
    if pattern.fullmatch(value) is None:
        return False
    if form is not FORMS["date"]:
        return True
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _with_ids(view: View) -> Iterator[Sheet]:
    return (sheet for sheet in view.sheets if "id" in sheet.cells.columns)
