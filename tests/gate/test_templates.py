"""A form to fill in is a workbook that gives back what was put in, and offers only what there is."""

import io

import openpyxl
import pytest

from build_scripts.__main__ import main
from build_scripts.compute.blanks import blank_of, described_in
from build_scripts.present.standards.workbook_template import template
from build_scripts.read import load
from build_scripts.read.descriptions import described
from build_scripts.read.workbook import taken
from tests.conftest import ROOT
from tests.portals import portal

PACKAGES = sorted(
    path.name for path in (ROOT / "datapackages").iterdir() if path.is_dir() and path.name[0] != "."
)
ROW = {
    "indicator": "share-urban | Tỷ lệ dân số thành thị / Urban share", "area": "ha-noi", "period": "2021", "operator": "=", "value": 49.25,
    "status": "final", "vintage": 1, "in_force": "true", "boundary": "own", "source": "yearbook | Niên giám thống kê", "confidence": "high",
}  # fmt: skip


@pytest.fixture
def root(tmp_path):
    return portal(tmp_path)


def run(capsys, *arguments):
    ended = main([*map(str, arguments), "--lang", "en"])
    told = capsys.readouterr()
    return ended, told.out + told.err


@pytest.fixture
def form(root, capsys):
    path = root / "form.xlsx"
    assert run(capsys, "template", "population", "--root", root, "--out", path)[0] == 0
    return path


def fill(path, *rows):
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    names = [cell.value for cell in sheet[1]]
    for number, row in enumerate(rows, start=2):
        for name, value in row.items():
            sheet.cell(number, names.index(name) + 1, value)
    book.save(path)


def test_the_form_has_the_columns_of_the_table_and_no_formula(form):
    book = openpyxl.load_workbook(form)
    assert book.sheetnames == ["observations", "Danh mục - Lists", "Hướng dẫn - How to"]
    head = [cell.value for cell in book.worksheets[0][1]]
    assert head[:5] == ["indicator", "area", "period", "operator", "value"]
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_each_list_offers_what_there_is_with_its_name(form):
    book = openpyxl.load_workbook(form)
    sheet, lists = book.worksheets[:2]
    offered = {
        column[0].value: [cell.value for cell in column[1:] if cell.value] for column in lists.iter_cols()
    }
    assert "ha-noi | Hà Nội / Hanoi" in offered["area"]
    assert "share-urban | Tỷ lệ dân số thành thị / Urban share" in offered["indicator"]
    assert offered["status"] == ["final", "preliminary", "estimate", "reported"]
    assert offered["in_force"] == ["true", "false"]
    assert {"2022", "2023"} <= set(offered["period"])
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert rules["B2:B5001"].type == "list"
    assert rules["B2:B5001"].formula1 == "'Danh mục - Lists'!$B$2:$B$" + str(len(offered["area"]) + 1)
    assert rules["E2:E5001"].type == "decimal"


def test_text_stays_as_it_is_typed(form):
    sheet = openpyxl.load_workbook(form).worksheets[0]
    formats = {
        name: sheet.column_dimensions[letter].number_format
        for name, letter in (("indicator", "A"), ("period", "C"))
    }
    assert formats == {"indicator": "@", "period": "@"}


def test_a_form_is_the_same_whenever_it_is_made(root):
    found = described(root, "population")
    assert template(blank_of(found, "observations")) == template(blank_of(found, "observations"))


def test_what_is_chosen_by_name_comes_back_as_its_code(form, root, capsys):
    fill(form, ROW)
    ended, said = run(capsys, "from-xlsx", form, "population", "--root", root)
    assert ended == 0, said
    assert "1 row was taken into datapackages/population/observations.csv" in said
    last = (root / "datapackages/population/observations.csv").read_text("utf-8").splitlines()[-1]
    assert last == "share-urban,ha-noi,2021,=,49.25,,,,final,1,true,own,yearbook,high,,,"
    run(capsys, "fix", "--root", root)
    assert run(capsys, "check", "--root", root)[0] == 0


WRONG = {
    "area-unknown": ({"area": "ha-noy"}, "area (B2)", "Did you mean “ha-noi”?"),
    "type-error": ({"value": "1,5"}, "value (E2)", "Did you mean “1.5”?"),
    "constraint-enum": ({"status": "Final"}, "status (I2)", ""),
    "foreign-key-missing": ({"indicator": "share-urban | Another name"}, "indicator (A2)", ""),
    "workbook-formula": ({"value": "=1+1"}, "value (E2)", "Paste special"),
    "constraint-required": ({"source": ""}, "source (M2)", ""),
}


@pytest.mark.parametrize("code", WRONG)
def test_what_is_wrong_is_told_in_the_words_of_the_check_at_its_place_in_the_sheet(form, root, capsys, code):
    cell, place, words = WRONG[code]
    fill(form, ROW | cell)
    before = (root / "datapackages/population/observations.csv").read_bytes()
    ended, said = run(capsys, "from-xlsx", form, "population", "--root", root)
    assert ended == 1
    assert said.startswith("form.xlsx#observations\n")
    assert f"error line 2 “{place}” [{code}]" in said
    assert words in said
    assert "Nothing was taken from" in said
    assert (root / "datapackages/population/observations.csv").read_bytes() == before


def test_a_new_package_has_forms_before_it_has_rows(root, capsys):
    said = ("title=Giao thông", "title@en=Transport", "licence=CC0-1.0", "source=Sở")
    assert run(capsys, "new", "package", "transport", *said, "--root", root)[0] == 0
    path = root / "i.xlsx"
    assert run(capsys, "template", "transport", "indicators", "--root", root, "--out", path)[0] == 0
    lists = openpyxl.load_workbook(path).worksheets[1]
    assert "unit" in [cell.value for cell in lists[1]]


def test_nothing_is_overwritten(form, root, capsys):
    ended, said = run(capsys, "template", "population", "--root", root, "--out", form)
    assert (ended, "exists already" in said) == (1, True)


@pytest.mark.parametrize("asked", [("nowhere",), ("population", "nothing"), ("../population",)])
def test_a_table_that_is_not_there_is_said(root, capsys, asked):
    ended, said = run(capsys, "template", *asked, "--root", root, "--out", root / "x.xlsx")
    assert (ended, "has no table" in said) == (1, True)
    assert not (root / "x.xlsx").exists()


def test_a_workbook_that_is_not_there_is_said(root, capsys):
    ended, said = run(capsys, "from-xlsx", root / "x.xlsx", "population", "--root", root)
    assert (ended, "is no file" in said) == (1, True)


@pytest.mark.parametrize("package", PACKAGES)
def test_every_table_comes_back_from_its_form_cell_by_cell(package, tmp_path):
    found = described(ROOT, package)
    for name, cells in found.own.items():
        blank, rows = blank_of(found, name), cells.to_numpy(dtype=object).tolist()
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(template(blank, rows))
        back = taken(path, name, [each.name for each in blank.columns], blank.labels)
        assert back.problems == ()
        assert [list(row) for row in back.rows] == rows


def test_the_form_on_the_site_is_the_one_of_the_command(root):
    catalog = load(root).catalog
    package = next(each for each in catalog.packages if each.name == "population")
    one, other = (
        blank_of(described_in(catalog, package), "observations"),
        blank_of(described(root, "population"), "observations"),
    )
    assert one == other
    assert openpyxl.load_workbook(io.BytesIO(template(one))).sheetnames[0] == "observations"
