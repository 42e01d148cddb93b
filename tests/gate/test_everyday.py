"""Seventeen everyday mistakes of people who keep tables: each is shown with its place, the value seen and a remedy."""

import unicodedata

import pytest

from build_scripts.read import load
from tests.portals import portal as good
from tests.read.bad_portals import replace

PLACE = "datapackages/population"
OBSERVATIONS, DESCRIPTOR = f"{PLACE}/observations.csv", f"{PLACE}/datapackage.json"
INDICATORS, AREAS = f"{PLACE}/indicators.csv", "datapackages/geography/areas.csv"
ROW = "population-average,ha-noi,2022,=,8435.7,,,,final,2"
HEAD = "id,name,name_en,topic,topic_en,unit,definition,definition_en,direction,additivity"
NEW = "extra,Số thử,Test number,Quy mô,Size,thousand-persons,Số để thử.,A test.,none,additive,,,,1,true,,"


def text(old, new):
    """A change of a text in a file."""
    return lambda path: replace(path, [(old, new)])


def latin(path):
    path.write_bytes(path.read_text("utf-8").replace("Quy mô", "Quy mô").encode("latin-1", "replace"))


def more(path):
    head, rest = path.read_text("utf-8").split("\n", 1)
    row = "share-urban,ha-noi,{},=,{},,,,final,1,true,own,yearbook,high,,,"
    rows = [
        row.format(year, value) for year, value in ((2016, 48.1), (2017, 48.4), (2018, 48.9), (2019, 4910))
    ]
    path.write_text("\n".join([head, *rows, rest]), "utf-8")


MISTAKES = {
    "decimal comma": (OBSERVATIONS, text(ROW, ROW.replace("8435.7", '"8435,7"')), "type-error", "value", "8435,7"),
    "trailing space": (INDICATORS, text("Average population", "Average population "), "text-spaces", "name_en", "Average population "),
    "ragged row": (OBSERVATIONS, text(ROW, ROW.removesuffix(",final,2")), "row-short", None, None),
    "missing column": (OBSERVATIONS, text("indicator,area,period,", "indicator,period,"), "header-differs", "area", "period"),
    "wrong case of a header": (OBSERVATIONS, text("indicator,area", "indicator,Area"), "header-differs", "area", "Area"),
    "latin-1": (INDICATORS, latin, "encoding-detected", None, ...),
    "broken JSON": (DESCRIPTOR, text('"version": "1.0.0",', '"version": "1.0.0"'), "json-invalid", None, None),
    "letters in a year": (OBSERVATIONS, text("ha-noi,2022,=,8435.7", "ha-noi,2O22,=,8435.7"), "period-form", "period", "2O22"),
    "duplicate keys with different values": (
        OBSERVATIONS, text(f"{ROW},", f"{ROW.replace('8435.7', '8435.9')},true,own,yearbook,high,,,\n{ROW},"), "primary-key-duplicate",
        "indicator, area, period, vintage", "population-average, ha-noi, 2022, 2",
    ),
    "misspelt descriptor key": (DESCRIPTOR, text('"licenses"', '"licences"'), "key-unknown", "licences", None),
    "unknown status": (OBSERVATIONS, text("8435.7,,,,final", "8435.7,,,,finel"), "constraint-enum", "status", "finel"),
    "indicator without data": (INDICATORS, text(f"{HEAD}", f"{HEAD}"), "indicator-empty", "id", "extra"),
    "data without indicator": (OBSERVATIONS, text(ROW, ROW.replace("population-average", "population-averge")), "foreign-key-missing", "indicator", "population-averge"),
    "a value a hundred times too large": (OBSERVATIONS, more, "value-beyond-limits", "value", "4910"),
    "missing translation": (INDICATORS, text("Average population,Quy mô", ",Quy mô"), "constraint-required", "name_en", ""),
    "schema violation": (OBSERVATIONS, text("8435.7,,,,final,2", "8435.7,,,,final,hai"), "type-error", "vintage", "hai"),
    "area name in pieces": (AREAS, text("Cả nước,Viet Nam", unicodedata.normalize("NFD", "Cả nước") + ",Viet Nam"), "text-decomposed", "name", ...),
}  # fmt: skip


@pytest.fixture
def portal(tmp_path):
    """The good portal of the tests, to be spoiled."""
    return good(tmp_path)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_shown_with_its_place_and_how_to_mend_it(portal, mistake):
    file, change, code, field, value = MISTAKES[mistake]
    change(portal / file)
    if mistake == "indicator without data":
        path = portal / file
        path.write_text(path.read_text("utf-8") + NEW + "\n", "utf-8")
    found = [each for each in load(portal).problems if each.code == code]
    assert found, [(each.code, each.field, each.value) for each in load(portal).problems]
    problem = found[0]
    assert problem.file == file
    assert problem.field == field
    assert value is ... or problem.value == value
    assert problem.line is not None or problem.field is not None
    if problem.line is not None and value not in (..., None, "") and "," not in value:
        assert value in (portal / file).read_text("utf-8").splitlines()[problem.line - 1]
    for words in (problem.message, problem.remedy):
        assert words.vi.strip()
        assert words.en.strip()
        assert words.vi != words.en


def test_what_was_meant_is_said_where_it_is_certain(portal):
    replace(portal / OBSERVATIONS, [(ROW, ROW.replace("8435.7", '"8.435,7"'))])
    (problem,) = load(portal).problems
    assert "“8435.7”" in problem.remedy.vi
    assert "“8435.7”" in problem.remedy.en


def test_the_area_of_that_time_is_named(portal):
    replace(portal / OBSERVATIONS, [("ha-noi-before-2008,2007", "ha-noi,2007")])
    (problem,) = [each for each in load(portal).problems if each.code == "area-outside-validity"]
    assert "ha-noi-before-2008" in problem.remedy.en


def test_a_keeper_can_confirm_a_figure_that_looks_wrong(portal):
    more(portal / OBSERVATIONS)
    replace(portal / OBSERVATIONS, [("4910", "489")])
    replace(portal / "datapackages/vocabulary/units.csv", [(",0,100", ",0,")])
    (problem,) = load(portal).problems
    assert problem.code == "value-jump"
    assert "48.9" in problem.remedy.en
    entry = problem.remedy.en.split("reviewed.csv: ")[1].replace("…", "checked against the source")
    (portal / "datapackages/reviewed.csv").write_text(f"code,file,field,key,value,reason\n{entry}\n", "utf-8")
    assert load(portal).problems == ()


def test_everything_wrong_is_said_at_once(portal):
    for mistake in ("decimal comma", "unknown status", "data without indicator"):
        file, change, *_ = MISTAKES[mistake]
        if mistake == "data without indicator":
            replace(portal / file, [("share-urban,vn,2023", "share-urbn,vn,2023")])
        elif mistake == "unknown status":
            replace(portal / file, [("=,8435.6,,,,preliminary", "=,8435.6,,,,prelim")])
        else:
            change(portal / file)
    file, change, *_ = MISTAKES["trailing space"]
    change(portal / file)
    codes = {each.code for each in load(portal).problems}
    assert codes >= {"type-error", "constraint-enum", "foreign-key-missing", "text-spaces"}
