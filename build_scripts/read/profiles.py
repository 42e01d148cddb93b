"""What the portal's own profiles ask of a package: tables, columns, and the form of each cell.

A column is written `name`, `name!` when no cell may be empty, `name?` when the table may do without it, and `name:form`
when it is no free text; forms are
number, integer, flag, date, day-or-less (an ISO date, month or year), or the allowed words with `|` between.
A table is written with `?` behind its name when a package may do without it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from build_scripts.model import Text

_OPERATORS = "=|~|>|>=|<|<=|range"
_TARGET = (
    "id! goal! document! name! name_en! "
    f"operator:{_OPERATORS} low:number high:number unit "
    "reference:end-year|period-average|annual-change|cumulative|multiple-of-base|member-of-composition|comparison|structure "
    "start_year:integer year:integer due due_en baseline:number baseline_year:integer baseline_note baseline_note_en "
    "ended:date act source! quote confidence!:high|medium|low note note_en draft:flag"
)
_SOURCES = (
    "id! title! publisher! url locator date:day-or-less date_note date_note_en licence! "
    "kind!:official|government-site|press|dataset|derived|legal trust!:high|medium|low note note_en"
)
_WRITTEN: Mapping[str, Mapping[str, str]] = {
    "geography": {
        "areas": "id! code kind!:country|region|municipality|province name! name_en! full_name! full_name_en! "
        "valid_from:date valid_to:date note note_en source",
        "changes?": "id! date!:date from_area! to_area! share:number act note note_en source",
        "memberships?": "region! area! note note_en source",
        "tiles?": "layout! area! row!:integer column!:integer",
        "sources": _SOURCES,
    },
    "vocabulary": {
        "units": "id! symbol symbol_en name! name_en! "
        "kind!:share|rate|count|money|index|score|rank|length|area|mass|time|other "
        "change! join!:flag lower:number upper:number",
        "themes?": "id! name! name_en! order!:integer",
        "terms?": "id! name! name_en! definition! definition_en!",
        "synonyms?": "short! name!",
    },
    "theme": {
        "indicators": "id! name! name_en! topic topic_en unit! definition! definition_en! direction!:up|down|none "
        "additivity!:additive|ratio|index|rank|none composition numerator denominator decimals!:integer "
        "persons?:1|1000|1000000 chartable!:flag note note_en",
        "observations": f"indicator! area! period! operator:{_OPERATORS} value:number low:number high:number "
        "mark:nil|no-figure status!:final|preliminary|estimate|reported vintage!:integer in_force!:flag "
        "boundary!:own|recalculated source! confidence!:high|medium|low note note_en quote",
        "sources": _SOURCES,
        "breaks?": "indicator! area period! reason! reason_en! source",
    },
    "policy": {
        "groups?": "id! name! name_en! order!:integer",
        "documents": "id! number title! title_en! short short_en issuer issuer_en date:day-or-less kind status area "
        "replaces start_year:integer end_year:integer summary summary_en note note_en order!:integer",
        "goals": "id! name! name_en! area! group unit! direction!:up|down|band|none definition definition_en "
        "method?:linear|cagr|open-sdg",
        "targets": _TARGET,
        "yearly_targets?": _TARGET,
        "outcomes?": f"id! goal document name! name_en! operator:{_OPERATORS} low:number high:number unit period "
        "period_en baseline_note baseline_note_en source! quote confidence!:high|medium|low note note_en",
        "gaps?": "id! document! group number!:integer name! name_en! year:integer source note note_en",
        "counts?": "id! document! group name! name_en! count!:integer source quote confidence!:high|medium|low",
        "statements?": "id! document! kind!:objective|vision year!:integer text! text_en! source "
        "confidence!:high|medium|low",
        "commitments?": "id! document! group order!:integer title! title_en! text! text_en! status! source",
        "measures?": "id! goal! indicator match!:same|proxy|none reason! reason_en! snapshots?:flag",
        "conversions?": "id! from_unit! to_unit! factor!:number period:year source note note_en",
        "sources": _SOURCES,
    },
}


@dataclass(frozen=True, slots=True)
class Form:
    """How a cell must be written, as a pattern and in words; `choices` where only some words are allowed."""

    pattern: str
    words: Text
    choices: tuple[str, ...] = ()


FORMS: Final[Mapping[str, Form]] = {
    "number": Form(
        r"-?[0-9]+(\.[0-9]+)?",
        Text("số viết liền, dấu thập phân là dấu chấm", "a number with a point as decimal sign"),
    ),
    "integer": Form(r"-?[0-9]{1,9}", Text("số nguyên", "a whole number")),
    "year": Form(r"[0-9]{4}", Text("năm bốn chữ số", "a year of four digits")),
    "flag": Form(r"true|false", Text("true hoặc false", "true or false")),
    "date": Form(
        r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])",
        Text("ngày dạng năm-tháng-ngày, ví dụ 2026-11-23", "a date as year-month-day, such as 2026-11-23"),
    ),
    "day-or-less": Form(
        r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?",
        Text(
            "ngày, tháng hoặc năm, ví dụ 2026-11-23, 2026-11, 2026",
            "a day, month or year: 2026-11-23, 2026-11, 2026",
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a profile's table; `form` is `None` for free text; the table may do without an `optional` one."""

    name: str
    required: bool
    form: Form | None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """One table of a profile."""

    name: str
    required: bool
    columns: tuple[Column, ...]

    @property
    def pairs(self) -> tuple[tuple[Column, str], ...]:
        """The columns that come in both languages: the Vietnamese one, and the name of the English one."""
        names = {column.name for column in self.columns}
        return tuple((column, f"{column.name}_en") for column in self.columns if f"{column.name}_en" in names)


def _shape(name: str, written: str) -> Shape:
    return Shape(
        name.removesuffix("?"), not name.endswith("?"), tuple(_column(word) for word in written.split())
    )


def _column(word: str) -> Column:
    head, _, form = word.partition(":")
    return Column(head.rstrip("!?"), head.endswith("!"), _form(form), head.endswith("?"))


def _form(written: str) -> Form | None:
    if not written:
        return None
    if written in FORMS:
        return FORMS[written]
    choices = tuple(written.split("|"))
    pattern, listed = "|".join(map(re.escape, choices)), ", ".join(choices)
    return Form(pattern, Text(f"một trong các giá trị: {listed}", f"one of: {listed}"), choices)


SHAPES: Final[Mapping[str, Mapping[str, Shape]]] = {
    profile: {name.removesuffix("?"): _shape(name, written) for name, written in tables.items()}
    for profile, tables in _WRITTEN.items()
}
