"""Bytes before they are parsed: what is said of them, at which line, with what was seen."""

import pytest

from build_scripts.read.gate.bytes import byte_problem, text_problems
from build_scripts.read.gate.kinds import other_kind
from build_scripts.read.gate.lines import mixed_ends, stray_quote
from tests.gate.pieces import places

FILE = "datapackages/one/table.csv"
CSV = {"format": "csv"}


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        (b"PK\x03\x04\x14\x00", "an Excel file or a ZIP archive"), (b"%PDF-1.7", "a PDF file"), (b"\x89PNG\r\n", "a picture"),
        (b"\xef\xbb\xbf<!DOCTYPE html>", "a web page"), (b" \t\r\n\x0c<HTML>", "a web page"), (b"\xef\xbb\xbf\n<?xml", "an XML file"),
        (b"MZ\x90\x00\x03", "a program"), (b" " * 62 + b"#!", "a program"), (b"version https://git-lfs.github.com", "a Git LFS pointer"),
    ],
)  # fmt: skip
def test_another_thing_under_the_name_of_a_table_is_told_by_its_first_bytes(opening, kind):
    assert other_kind(opening).en == kind
    found = byte_problem(opening, FILE)
    assert places([found]) == [("file-not-csv", FILE, None, None, None)]
    assert found.message.en == f"The file is called a CSV table but is {kind}."
    assert found.message.vi == f"Tệp mang tên bảng CSV nhưng thật ra là {other_kind(opening).vi}."


@pytest.mark.parametrize("opening", [b"MZ,x\n", b"a<html>", b" " * 63 + b"#!", b"", b"id,name\n", b"GIF,1\n"])
def test_what_only_looks_a_little_like_another_thing_is_a_table(opening):
    assert other_kind(opening) is None
    assert byte_problem(opening, FILE) is None


CAFE = "à Orléans, déjà vu en été à la crèche"


@pytest.mark.parametrize(
    ("text", "line", "seen"),
    [
        (f"id,name\n1,abc\n2,Café {CAFE}\n", 3, "1,abc 2,Café à Orléans, déjà vu"),
        (f"Café {CAFE}\n1,2\n", 1, "Café à Orléans, déjà vu"),
        (f"\n1,Café {CAFE}\n", 2, "1,Café à Orléans, déjà vu"),
        (f"a\x7f,b\n1,Café {CAFE}\n", 2, "a ,b 1,Café à Orléans, déjà vu"),
        (f"a,b\n1,5 €\n2,Café {CAFE}\n", 2, "a,b 1,5 € 2,Café à Orléans,"),
    ],
)
def test_bytes_in_another_encoding_are_shown_around_the_first_that_is_odd(text, line, seen):
    found = byte_problem(text.encode("cp1252"), FILE)
    assert places([found]) == [("encoding-detected", FILE, line, None, seen)]
    assert (
        found.message.en == f"The file is written in Windows-1252 (Latin-1), not in UTF-8 (seen: “{seen}”)."
    )
    assert found.remedy.en.endswith(
        f"accented letters: iconv -f CP1252 -t UTF-8 {FILE} > utf8.csv && mv utf8.csv {FILE} "
        f"(portal fix --encoding windows-1252 {FILE})"
    )


def test_a_byte_that_windows_has_no_letter_for_is_shown_as_unknown():
    found = byte_problem(b"id,name\n1,B\x81C\n2,N\x81NG B\x81C\n", FILE)  # BẮC, NẮNG in VISCII
    assert places([found]) == [("encoding-detected", FILE, 2, None, "id,name 1,B�C 2,N�NG B�C")]


def test_bytes_without_any_beyond_ascii_have_no_line_and_are_shown_from_the_start():
    wide = byte_problem("id,name\n1,Lan\n".encode("utf-16-le"), FILE)
    assert places([wide]) == [("encoding-detected", FILE, None, None, "i d , n a m e   1 ,")]
    late = byte_problem(("a" * 200_000 + "é").encode("utf-16-le"), FILE)
    assert places([late]) == [("encoding-detected", FILE, None, None, "a a a a a a a a a a")]


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_two_hundred_thousand_lines_are_enough(end):
    assert byte_problem(b"1" + end * 200_000, FILE) is None
    found = byte_problem(b"1" + end * 200_001, FILE)
    assert places([found]) == [("too-large", FILE, None, None, "200001")]
    assert found.message.en == "Rows of the table: 200001, at most 200000."
    assert found.message.vi == "Số dòng của bảng: 200001, nhiều nhất là 200000."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a,b\n1,2\n", []),
        (b"\0a\n1\n\0", [("character-forbidden", 1)]),
        (b"\n\0", [("character-forbidden", 2)]),
        (b"a\n1\n2\0\n3\0\n", [("character-forbidden", 3)]),
        (b"a\r\n1\n", [("line-ends-mixed", None)]),
        (b'a\n"1"2\n', [("quote-stray", 2)]),
        (b'a\r\n"1"2\n\0', [("character-forbidden", 3), ("line-ends-mixed", None), ("quote-stray", 2)]),
    ],
)
def test_what_is_wrong_with_signs_and_line_ends_and_quotation_marks_is_said_at_its_line(data, said):
    found = text_problems(data, CSV, FILE)
    assert places(found) == [(code, FILE, line, None, None) for code, line in said]
    if said and said[0][0] == "character-forbidden":
        assert found[0].message.en == "There is an invisible or forbidden character: U+0000 CONTROL."


@pytest.mark.parametrize(
    ("dialect", "line"),
    [
        ({}, 2),
        ({"quoteChar": '"', "doubleQuote": True, "skipInitialSpace": False, "escapeChar": None}, 2),
        ({"header": True}, 2),
        ({"quoteChar": "'"}, None),
        ({"doubleQuote": False}, None),
        ({"skipInitialSpace": True}, None),
        ({"escapeChar": "\\"}, None),
    ],
)
def test_quotation_marks_are_looked_at_where_they_mean_what_they_usually_do(dialect, line):
    found = text_problems(b'a,b\n1,x"y\n', {"format": "csv", "dialect": dialect}, FILE)
    assert [each.line for each in found] == ([] if line is None else [line])


@pytest.mark.parametrize(
    ("resource", "text", "is_sound"),
    [
        ({"format": "csv"}, 'a,b\n"1","2"\n', True),
        ({"format": "csv"}, 'a\tb\n"1"\t"2"\n', False),
        ({"format": "tsv"}, 'a\tb\n"1"\t"2"\n', True),
        ({"format": "tsv"}, 'a,b\n"1","2"\n', False),
        ({"format": "csv"}, 'aX"b"X\n', False),
        ({"format": "tsv"}, 'aX"b"X\n', False),
        ({"format": "csv", "dialect": {"delimiter": ";"}}, 'a;b\n"1";"2"\n', True),
        ({"format": "tsv", "dialect": {"delimiter": ";"}}, 'a;b\n"1";"2"\n', True),
        ({"format": "csv", "dialect": {"delimiter": ";"}}, 'a,b\n"1","2"\n', False),
    ],
)
def test_a_quotation_mark_stands_beside_the_delimiter_of_its_table(resource, text, is_sound):
    assert (text_problems(text.encode(), resource, FILE) == ()) == is_sound


@pytest.mark.parametrize(
    ("text", "is_mixed"),
    [
        ("", False), ("a\nb\n", False), ("a\r\nb\r\n", False), ("a\rb\r", False), ("a\r\nb\n", True), ("a\r\nb\r", True), ("a\nb\r", True),
        ('"a\nb",c\r\nd\r\n', False), ('"a\r\nb",c\nd\n', False), ('"a",b\r\n"c",d\n', True), ('a"\n"b\r\n', False), ("\n\r", True), ('a\r"b"\n', True),
    ],
)  # fmt: skip
def test_line_ends_are_mixed_where_two_kinds_stand_outside_quotation_marks(text, is_mixed):
    assert mixed_ends(text) == is_mixed


@pytest.mark.parametrize(
    ("text", "delimiter", "line"),
    [
        ("a,b\n", ",", None), ('"a","b"\n"c"', ",", None), ('a,"b ""x"" c"\n', ",", None), ('a,"b\nc",d\n', ",", None), ('a"', ",", 1),
        ('a,b\n"c', ",", 2), ('a,b\n"c"d,e\n', ",", 2), ('a,"b\nc"\n1,x"\n', ",", 3), ('"a\n\nb"\n1"\n2"\n', ",", 4), ('"a"\r\n"b"\r\n', ",", None),
        ('"a"xb', ".", 1), ('"a"."b"', ".", None), ('"a"x"b"', ".", 1), ('"a"|"b"', "|", None), ('"a" ,b', ",", 1), ('""\n""', ",", None),
    ],
)  # fmt: skip
def test_a_quotation_mark_that_neither_opens_nor_closes_a_cell_is_found_at_its_line(text, delimiter, line):
    assert stray_quote(text, delimiter) == line
