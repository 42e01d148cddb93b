"""What a portal's data become once they are read."""

import json
import shutil
from datetime import date

import pandas as pd
import pytest
from frictionless import Package as Frictionless

from build_scripts.model import Conversion, Text, columns
from build_scripts.read import load
from tests.read.bad_portals import GOOD, bad_portal, replace

OBSERVATIONS = "datapackages/population/observations.csv"


@pytest.fixture(scope="module")
def catalog():
    reading = load(GOOD)
    assert reading.catalog is not None
    return reading.catalog


@pytest.fixture
def portal(tmp_path):
    return shutil.copytree(GOOD, tmp_path / "portal")


def test_nouns_carry_both_languages(catalog):
    assert catalog.units["percent"].name == Text("phần trăm", "per cent")
    assert catalog.areas["ha-tay"].valid_to == date(2008, 7, 31)
    assert catalog.targets[1].low == 60
    assert catalog.targets[-1].yearly
    assert catalog.breaks[0].period.start == date(2009, 1, 1)
    assert catalog.measures[0].indicator == "share-urban"


def test_a_table_may_do_without_its_optional_columns_and_a_package_without_its_optional_tables(catalog):
    assert catalog.goals["urbanisation"].method == "linear"
    assert catalog.measures[0].snapshots is False
    assert catalog.conversions == ()


def test_optional_columns_and_tables_are_read_where_they_are(portal):
    policy = portal / "datapackages/policy"
    descriptor = json.loads((policy / "datapackage.json").read_text(encoding="utf-8"))
    tables = {resource["name"]: resource for resource in descriptor["resources"]}
    added = "id,from_unit,to_unit,factor,period,source,note,note_en"
    fields = [{"name": name, "type": "string"} for name in added.split(",")]
    schema = {"fields": fields, "missingValues": [""]}
    descriptor["resources"].append({"name": "conversions", "path": "conversions.csv", "schema": schema})
    tables["measures"]["schema"]["fields"].append({"name": "snapshots", "type": "string"})
    (policy / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    row = "rate,thousand-persons,percent,2.5,2024,programme-news,,"
    (policy / "conversions.csv").write_text(f"{added}\n{row}\n", encoding="utf-8")
    measure = ("reason,reason_en", "reason,reason_en,snapshots"), ("definition.", "definition.,true")
    replace(policy / "measures.csv", measure)
    catalog = load(portal).catalog
    assert catalog.conversions == (Conversion("thousand-persons", "percent", 2.5, "2024", "programme-news"),)
    assert catalog.measures[0].snapshots is True


def test_observations_are_one_sorted_frame_with_all_vintages(catalog):
    frame = catalog.observations
    assert tuple(frame.columns) == columns.OBSERVATION_COLUMNS
    assert len(frame) == 11
    order = [columns.INDICATOR, columns.AREA, columns.START, columns.END, columns.VINTAGE]
    pd.testing.assert_frame_equal(frame, frame.sort_values(order, ignore_index=True))


def test_a_range_is_kept_as_two_bounds(catalog):
    row = catalog.observations[catalog.observations[columns.OPERATOR] == "range"].iloc[0]
    assert (row[columns.LOW], row[columns.HIGH], row[columns.TEXT]) == (100300, 100352, "")
    assert pd.isna(row[columns.VALUE])


def test_a_value_keeps_its_text_its_period_and_its_line(catalog):
    frame = catalog.observations
    row = frame[(frame[columns.AREA] == "ha-noi") & (frame[columns.PERIOD] == "2024-Q1")].iloc[0]
    assert (row[columns.KIND], row[columns.YEAR], row[columns.END]) == (
        "quarter",
        2024,
        pd.Timestamp("2024-03-31"),
    )
    assert (row[columns.FILE], row[columns.LINE]) == (OBSERVATIONS, 9)


def test_cells_are_text_as_it_stands_in_the_file(catalog):
    rain = next(package for package in catalog.packages if package.name == "rainfall").resources[1]
    assert rain.table.cells["millimetres"].tolist() == ["12,5", "1.020,0", "-"]
    assert rain.table.cells.index.tolist() == [2, 3, 4]


def test_a_package_in_one_language_says_it_in_both(catalog):
    rainfall = next(package for package in catalog.packages if package.name == "rainfall")
    assert rainfall.title == Text("Monthly rainfall at two stations", "Monthly rainfall at two stations")
    assert rainfall.profile == ""


def test_a_v1_descriptor_is_re_emitted_as_v2_that_frictionless_accepts(catalog):
    rainfall = next(package for package in catalog.packages if package.name == "rainfall")
    descriptor = rainfall.descriptor
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert descriptor["contributors"] == [{"title": "A weather club", "roles": ["author"]}]
    assert descriptor["resources"][1]["path"] == "rain.csv"
    assert descriptor["resources"][0]["schema"]["primaryKey"] == ["id"]
    assert descriptor["resources"][0]["hash"].startswith("sha256:")
    package = Frictionless.from_descriptor(descriptor, basepath=str(GOOD / rainfall.folder))
    assert package.validate().valid


def test_a_portal_of_other_peoples_packages_has_packages_and_nothing_else(portal):
    for name in ("geography", "policy", "population", "vocabulary"):
        shutil.rmtree(portal / "datapackages" / name)
    catalog = load(portal).catalog
    assert [package.name for package in catalog.packages] == ["rainfall"]
    assert catalog.observations.empty
    assert tuple(catalog.observations.columns) == columns.OBSERVATION_COLUMNS
    assert catalog.areas == {}


def test_lines_are_right_below_a_line_break_inside_a_cell(portal):
    replace(portal / OBSERVATIONS, [("share-urban,vn,2023,~,38.1", "share-urban,vn,2023,~,38;1")])
    (problem,) = load(portal).problems
    text = (portal / OBSERVATIONS).read_text(encoding="utf-8")
    assert problem.code == "type-error"
    assert "38;1" in text.splitlines()[problem.line - 1]


def test_a_package_that_cannot_be_read_makes_no_one_elses_references_wrong(portal):
    (portal / "datapackages/geography/datapackage.json").write_text("{", encoding="utf-8")
    reading = load(portal)
    assert [problem.code for problem in reading.problems] == ["json-invalid"]
    assert reading.verdicts[0] == ("geography", False)
    assert all(valid for _, valid in reading.verdicts[1:])


def test_a_linked_package_folder_is_refused(portal):
    shutil.move(portal / "datapackages/rainfall", portal / "elsewhere")
    (portal / "datapackages/rainfall").symlink_to(portal / "elsewhere")
    assert [problem.code for problem in load(portal).problems] == ["symlink"]


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd.csv",
        "https://example.org/a.csv",
        "file:///a.csv",
        "a\\b.csv",
        "~/a.csv",
        "$HOME/a.csv",
        "a//b.csv",
    ],
)
def test_a_path_that_is_not_a_plain_name_is_refused(portal, path):
    file = portal / "datapackages/rainfall/datapackage.json"
    descriptor = json.loads(file.read_text(encoding="utf-8"))
    descriptor["resources"][1]["path"] = path
    file.write_text(json.dumps(descriptor), encoding="utf-8")
    assert [problem.code for problem in load(portal).problems] == ["path-unsafe"]


@pytest.mark.parametrize(
    "text",
    [
        "[]", "null", "{", '"x"', "[" * 100_000, '{"name": 1e999}', '{"name": ' + "9" * 5000 + "}", '{"a": "\\ud800"}',
        '{"resources": [null]}', '{"resources": {}}', '{"resources": [{"path": 3, "schema": []}]}',
        '{"resources": [{"name": "a", "path": "rain.csv", "schema": {"fields": [{}], "primaryKey": {}}}]}',
        '{"resources": [{"name": "a", "path": "rain.csv", "dialect": {"delimiter": "\\n"}, "schema": {"fields": [{}]}}]}',
        '{"resources": [{"schema": {"fields": [{"constraints": {"enum": {}, "minimum": []}}], "foreignKeys": [{}]}}]}',
    ],
)  # fmt: skip
def test_a_nonsensical_descriptor_is_a_problem_and_never_an_exception(portal, text):
    (portal / "datapackages/rainfall/datapackage.json").write_text(text, encoding="utf-8")
    reading = load(portal)
    assert reading.catalog is None
    assert {problem.file.split("/")[1] for problem in reading.problems} == {"rainfall"}


def test_reading_tells_how_far_it_is():
    seen = []
    load(GOOD, lambda *step: seen.append(step))
    assert seen[0] == (1, 5)
    assert seen[-1] == (5, 5)


def test_reading_twice_gives_the_same_problems(tmp_path):
    root = bad_portal("value-shape", tmp_path)
    assert load(root).problems == load(root).problems
