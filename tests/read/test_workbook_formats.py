"""What a number format makes of a number: shown as it is held, a day, or something else than is held."""

import pytest

from build_scripts.read.workbook.formats import kind_of, letters, place, shown


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("General", "number"), ("@", "number"), ("0.00", "number"), ("#,##0", "number"), ("#,##0;[Red]-#,##0", "number"),
        ('#,##0 "₫"', "number"), ('0 "%"', "number"), ("0.00E+00", "number"), ("[$-42A]dd/mm/yyyy;@", "day"), ("mmm-yy", "day"),
        ("yyyy", "day"), ("yyyy-mm-dd hh:mm", "day"), ("m", "day"), ("h:mm", "clock"), ("[h]:mm", "clock"), ("mm:ss", "clock"),
        ("0%", "percent"), ("0.0 %;-0.0 %", "percent"), ("#,##0,", "scaled"), ('0.0,,"tr"', "scaled"), ('0.0" nghìn"', "number"),
    ],
)  # fmt: skip
def test_a_format_tells_what_is_shown(code, kind):
    assert kind_of(200, code) == kind


@pytest.mark.parametrize(
    ("number", "kind"),
    [(0, "number"), (3, "number"), (9, "percent"), (14, "day"), (20, "clock"), (46, "clock")],
)
def test_a_format_without_a_code_is_told_by_its_number(number, kind):
    assert kind_of(number, "") == kind


def test_days_are_counted_from_where_the_workbook_counts():
    assert shown("45292", "day", from_1904=False) == "2024-01-01"
    assert shown("43830", "day", from_1904=True) == "2024-01-01"


@pytest.mark.parametrize(
    ("at", "found"),
    [("A1", (1, 0)), ("XFD1048576", (1_048_576, 16_383)), ("a1", None), ("A0", None), ("1A", None)],
)
def test_a_place_is_read_strictly(at, found):
    assert place(at) == found


def test_columns_are_named_as_spreadsheets_do():
    assert [letters(column) for column in (0, 25, 26, 701, 702, 16_383)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
        "XFD",
    ]
