"""A table comes out of a workbook cell by cell as it is seen, or the workbook is refused with a code and a place."""

import io
import json
import random
import zipfile
from pathlib import Path

import pytest

from build_scripts.read.codes.workbooks import WORKBOOKS
from tests.gate import workbooks as w


@pytest.fixture
def take(gate):
    """Hand a workbook to a table; what is refused leaves the table as it was."""

    def run(data, *more):
        gate.save()
        path = gate.outside / "filled.xlsx"
        path.write_bytes(data)
        before = (gate.folder / "table.csv").read_bytes()
        command = (
            "from-xlsx",
            str(path),
            "one",
            "table",
            "--root",
            str(gate.root),
            "--format",
            "json",
            *more,
        )
        code, text, _ = gate.ask(*command)
        after = (gate.folder / "table.csv").read_bytes()
        problems = json.JSONDecoder().raw_decode(text)[0]["problems"]
        assert (code == 0) or before == after
        for each in problems:
            assert all(each["message"].values())
            assert all(each["remedy"].values())
        return code, problems, after.decode()[len(before.decode()) :] if code == 0 else text

    return run


@pytest.fixture
def refused(take):
    def run(data, code, **place):
        ended, problems, told = take(data)
        assert ended == 1, told
        assert code in {each["code"] for each in problems}, told
        found = next(each for each in problems if each["code"] == code)
        assert {key: found[key] for key in place} == place
        return found

    return run


def test_a_sound_workbook_becomes_rows_of_the_table(take):
    assert take(w.packed()) == (0, [], "Nam Định,2023,12.5,\n")


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (w.number("C2", "0.41399999999999998"), "0.414"),
        (w.number("C2", "1E-3"), "0.001"),
        (w.number("C2", "-5.25"), "-5.25"),
        (w.number("C2", "8435.6000000000004"), "8435.6"),
        (w.number("C2", "2024"), "2024"),
        (w.number("C2", "9007199254740992"), "9007199254740992"),
        (w.text("C2", "12.50"), "12.50"),
    ],
)
def test_a_number_is_the_shortest_that_is_held(take, cell, written):
    ended, problems, rows = take(
        w.packed(w.sheet(w.row(2, w.text("A2", "Hà Nam"), w.number("B2", "2023"), cell)))
    )
    assert (ended, problems, rows) == (0, [], f"Hà Nam,2023,{written},\n")


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (w.text("D2", "01"), "01"),
        (w.text("D2", " a "), " a "),
        (w.text("D2", "a, “b” &quot;c&quot;"), '"a, “b” ""c"""'),
        (w.text("D2", "a_x000A_b"), '"a\nb"'),
        (w.text("D2", "_xD800_"), "_xD800_"),
        ('<c r="D2" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>c</t></rPh></is></c>', "abc"),
        (w.number("D2", "45292", "day"), "2024-01-01"),
        (w.number("D2", "45292", "own"), "2024-01-01"),
        (w.number("D2", "45292.5", "day"), "2024-01-01T12:00:00"),
        (w.number("D2", "7", "text"), "7"),
        ('<c r="D2" t="b"><v>1</v></c>', "true"),
        ('<c r="D2" t="d"><v>2024-01-01</v></c>', "2024-01-01"),
    ],
)
def test_what_is_seen_is_what_is_written(take, cell, written):
    rows = w.row(2, w.text("A2", "Hà Nam"), w.number("B2", "2023"), w.number("C2", "1"), cell)
    assert take(w.packed(w.sheet(rows)))[2] == f"Hà Nam,2023,1,{written}\n"


def test_columns_may_change_places_and_empty_rows_are_no_rows(take):
    head = w.row(
        1, w.text("B1", "value"), w.text("C1", "province"), w.text("D1", "note"), w.text("F1", "year")
    )
    cells = w.row(9, w.number("B9", "1.5"), w.text("C9", "Hà Nam"), w.number("F9", "2023"))
    whole = f'<worksheet xmlns="{w.MAIN}"><sheetData>{head}{cells}</sheetData></worksheet>'
    assert take(w.packed(whole)) == (0, [], "Hà Nam,2023,1.5,\n")


def test_texts_that_are_shared_are_found(take):
    shared = f'<sst xmlns="{w.MAIN}"><si><t>Hà Nam</t></si><si><r><t>nhà </t></r><r><t>ở</t></r></si></sst>'
    relations = w.RELATIONS.replace(
        "</R", f'<Relationship Id="r3" Type="{w.OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/></R'
    )
    cells = (
        '<c r="A2" t="s"><v>0</v></c>',
        w.number("B2", "2023"),
        w.number("C2", "1"),
        '<c r="D2" t="s"><v>1</v></c>',
    )
    parts = {"xl/sharedStrings.xml": shared, "xl/_rels/workbook.xml.rels": relations}
    assert take(w.packed(w.sheet(w.row(2, *cells)), **parts))[2] == "Hà Nam,2023,1,nhà ở\n"


def test_rows_may_take_the_place_of_those_that_are_there(take, gate):
    gate.save()
    take(w.packed(), "--replace")
    assert (gate.folder / "table.csv").read_text("utf-8") == "province,year,value,note\nNam Định,2023,12.5,\n"


def test_a_message_of_the_check_names_sheet_row_and_cell(refused):
    rows = w.sheet(w.usual(2), w.row(7, w.text("A7", "Hà Nam"), w.number("B7", "2023"), w.text("C7", "1,5")))
    found = refused(
        w.packed(rows), "type-error", file="filled.xlsx#table", line=7, field="value (C7)", value="1,5"
    )
    assert "1.5" in found["remedy"]["en"]


def test_a_row_that_is_there_already_is_told_at_its_place(refused):
    refused(
        w.packed(w.sheet(w.usual(4, "Hà Nội"))), "primary-key-duplicate", file="filled.xlsx#table", line=4
    )


CELLS = {
    "workbook-formula": w.row(2, w.text("A2", "x"), '<c r="C2"><f>SUM(A1:A9)</f><v>3</v></c>'),
    "workbook-error-value": w.row(2, w.text("A2", "x"), '<c r="C2" t="e"><v>#REF!</v></c>'),
    "workbook-shown": w.row(2, w.text("A2", "x"), w.number("C2", "0.45", "percent")),
    "workbook-outside": w.row(2, w.text("A2", "x"), w.text("F2", "y")),
    "workbook-hidden": w.row(2, w.text("A2", "x"), more=' hidden="1"'),
    "cell-formula": w.row(2, w.text("A2", "=HYPERLINK(1)"), w.number("B2", "2023"), w.number("C2", "1")),
}
PLACES = {"workbook-outside": "F2", "workbook-hidden": None, "cell-formula": "province (A2)"}


@pytest.mark.parametrize("code", CELLS)
def test_a_cell_that_cannot_be_taken_is_named(refused, code):
    place = PLACES.get(code, "value (C2)")
    refused(w.packed(w.sheet(CELLS[code])), code, file="filled.xlsx#table", line=2, field=place)


@pytest.mark.parametrize(
    ("raw", "style"),
    [("0.5", "clock"), ("12000", "thousands"), ("9", "day"), ("1E999", "usual"), ("NaN", "usual")],
)
def test_a_figure_that_shows_otherwise_than_it_is_held_is_refused(refused, raw, style):
    refused(w.packed(w.sheet(w.row(2, w.number("C2", raw, style)))), "workbook-shown", field="value (C2)")


def test_a_formula_whose_value_was_kept_is_refused_all_the_same(refused):
    refused(w.packed(w.sheet(w.row(2, '<c r="A2" t="str"><f>"a"</f><v>a</v></c>'))), "workbook-formula")


def test_merged_cells_are_refused(refused):
    merged = w.sheet(w.usual(), after='<mergeCells><mergeCell ref="A2:A3"/></mergeCells>')
    refused(w.packed(merged), "workbook-merged", line=2, field="province (A2)", value="A2:A3")


def test_a_hidden_column_is_refused(refused):
    hidden = w.sheet(w.usual(), before='<cols><col min="3" max="3" hidden="1"/></cols>')
    refused(w.packed(hidden), "workbook-hidden", field="value (C1)")


def test_a_sheet_of_another_name_is_found_if_it_is_the_only_one(take):
    assert take(w.packed(**{"xl/workbook.xml": w.BOOK.replace('"table"', '"Sheet1"')}))[0] == 0


def test_a_workbook_without_the_sheet_says_which_there_are(refused):
    two = '<sheet name="a" sheetId="1" r:id="rId1"/><sheet name="b" sheetId="2" r:id="rId1"/>'
    odd = w.BOOK.replace('<sheet name="table" sheetId="1" r:id="rId1"/>', two)
    found = refused(w.packed(**{"xl/workbook.xml": odd}), "workbook-sheet")
    assert "“a”, “b”" in found["message"]["en"]


def test_a_sheet_that_nobody_sees_is_not_taken(refused):
    hidden = w.BOOK.replace("r:id", 'state="veryHidden" r:id')
    refused(w.packed(**{"xl/workbook.xml": hidden}), "workbook-sheet")


@pytest.mark.parametrize(
    "names", [("province", "year", "value"), ("province", "year", "value", "note", "more"), ("province",) * 4]
)
def test_a_head_that_is_not_the_tables_is_refused(refused, names):
    head = w.row(1, *(w.text(f"{letter}1", name) for letter, name in zip("ABCDE", names, strict=False)))
    whole = f'<worksheet xmlns="{w.MAIN}"><sheetData>{head}</sheetData></worksheet>'
    refused(w.packed(whole), "workbook-header", line=1)


def test_a_sheet_without_rows_is_refused(refused):
    refused(w.packed(w.sheet()), "workbook-empty")


def bomb(size):
    return w.packed(w.sheet(w.row(2, w.text("A2", "a" * size))))


def many_parts():
    return w.packed(**{f"xl/x{number}.xml": "" for number in range(500)})


def nested():
    return w.packed(f'<worksheet xmlns="{w.MAIN}">{"<a>" * 9000}{"</a>" * 9000}</worksheet>')


def many_elements():
    return w.packed(f'<worksheet xmlns="{w.MAIN}"><sheetData>{"<c/>" * 1_600_000}</sheetData></worksheet>')


def one_text_in_every_cell():
    shared = f'<sst xmlns="{w.MAIN}"><si><t>{"a" * 32_000}</t></si></sst>'
    relations = w.RELATIONS.replace(
        "</R", f'<Relationship Id="r3" Type="{w.OFFICE}/sharedStrings" Target="sharedStrings.xml"/></R'
    )
    rows = "".join(w.row(at, f'<c r="A{at}" t="s"><v>0</v></c>') for at in range(2, 150_000))
    return w.packed(
        w.sheet(rows), **{"xl/sharedStrings.xml": shared, "xl/_rels/workbook.xml.rels": relations}
    )


def zipped(name):
    return w.packed(**{name: "x"})


def doctype(inside):
    return w.packed(f"<!DOCTYPE worksheet [{inside}]>" + w.sheet(w.row(2, w.text("A2", "&a;"))))


def twice():
    out = io.BytesIO(w.packed())
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/workbook.xml", w.BOOK)
    return out.getvalue()


def encrypted():
    data = bytearray(w.packed())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


LAUGHS = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
NOISE = random.Random(1).randbytes(11_000_000)  # noqa: S311 - the same bytes every time
HOSTILE = {
    "bomb": (lambda: bomb(60_000_000), "too-large"),
    "long text": (lambda: bomb(40_000), "too-large"),
    "many parts": (many_parts, "too-large"),
    "deep": (nested, "too-large"),
    "many elements": (many_elements, "too-large"),
    "one text everywhere": (one_text_in_every_cell, "too-large"),
    "far row": (lambda: w.packed(w.sheet(w.row(1_048_576, w.text("A1048576", "x")))), "too-large"),
    "far column": (lambda: w.packed(w.sheet(w.row(2, w.text("XFD2", "x")))), "too-large"),
    "large file": (lambda: w.packed(**{"xl/media/a.png": NOISE}), "too-large"),
    "entity": (lambda: doctype('<!ENTITY a SYSTEM "file:///etc/passwd">'), "workbook-unsafe"),
    "laughs": (lambda: doctype(f'<!ENTITY a "x">{LAUGHS}'), "workbook-unsafe"),
    "remote": (lambda: doctype('<!ENTITY % a SYSTEM "http://127.0.0.1:9/a">%a;'), "workbook-unsafe"),
    "macros": (lambda: zipped("xl/vbaProject.bin"), "workbook-unsafe"),
    "links": (lambda: zipped("xl/externalLinks/externalLink1.xml"), "workbook-unsafe"),
    "queries": (lambda: zipped("xl/connections.xml"), "workbook-unsafe"),
    "embedded": (lambda: zipped("xl/embeddings/oleObject1.bin"), "workbook-unsafe"),
    "traversal": (lambda: zipped("../../out.xml"), "workbook-unsafe"),
    "absolute": (lambda: zipped("/etc/x"), "workbook-unsafe"),
    "backslash": (lambda: zipped("xl\\..\\x"), "workbook-unsafe"),
    "twice": (twice, "workbook-broken"),
    "encrypted": (encrypted, "workbook-broken"),
    "old": (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 5000, "workbook-broken"),
    "text": (lambda: b"province,year\n", "workbook-broken"),
    "empty": (lambda: b"", "workbook-broken"),
    "cut": (lambda: w.packed()[:-40], "workbook-broken"),
    "no book": (lambda: w.packed(**{"xl/workbook.xml": None}), "workbook-broken"),
    "no relations": (lambda: w.packed(**{"xl/_rels/workbook.xml.rels": None}), "workbook-broken"),
    "no sheet": (lambda: w.packed(**{"xl/worksheets/sheet1.xml": None}), "workbook-broken"),
    "no xml": (lambda: w.packed("<worksheet"), "workbook-broken"),
    "lone text": (lambda: w.packed(w.sheet(w.row(2, '<c r="A2" t="s"><v>5</v></c>'))), "workbook-broken"),
    "no place": (lambda: w.packed(w.sheet('<row r="2"><c r="A0"><v>1</v></c></row>')), "workbook-broken"),
    "led outside": (
        lambda: w.packed(**{"xl/_rels/workbook.xml.rels": w.RELATIONS.replace("worksheets/sheet1", "../../../../etc/passwd")}),
        "workbook-broken",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_refused_at_once(refused, name):
    make, code = HOSTILE[name]
    refused(make(), code)


def test_ten_thousand_faults_are_told_by_two_hundred(take):
    cells = "".join(w.row(at, f'<c r="A{at}"><f>1</f><v>1</v></c>') for at in range(2, 10_002))
    ended, problems, _ = take(w.packed(w.sheet(cells)))
    assert (ended, len(problems)) == (1, 200)


@pytest.mark.parametrize("seed", range(30))
def test_a_workbook_with_broken_bytes_is_read_or_refused(take, seed):
    chance = random.Random(seed)  # noqa: S311 - the same faults every time
    data = bytearray(w.packed())
    for _ in range(chance.choice([1, 3, 20])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    ended, problems, told = take(bytes(data))
    assert ended == 0 or problems, told


def test_every_code_about_workbooks_was_shown_above():
    written = Path(__file__).read_text("utf-8")
    assert [code for code in WORKBOOKS if f'"{code}"' not in written] == []
