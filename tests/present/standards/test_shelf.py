"""What a package offers: places that do not collide, archives that verify, the same bytes every time."""

import io
import sqlite3
import subprocess
import zipfile

import pytest

from build_scripts.present.pages.datasets import dataset_files
from build_scripts.present.standards.edition import Edition, editions
from build_scripts.present.standards.everything import database
from build_scripts.present.standards.observations import all_observations
from build_scripts.present.standards.places import places_of
from build_scripts.present.standards.shelf import files_of
from tests import tiny
from tests.present.standards import samples

TEXT = [{"name": "a", "type": "string"}]


def test_files_of_tables_with_alike_names_each_have_a_place():
    tables = [
        samples.resource(name, TEXT, [["x"]])
        for name in ("a", "a.excel", "datapackage", "croissant", "A.xlsx")
    ]
    found = [getattr(each, form) for each in places_of(samples.package(*tables)) for form in each.__slots__]
    assert len({path.lower() for path in found}) == len(found) == 30
    assert "datapackage.json" not in found
    assert "datapackage.csv.json" in found
    assert "a.csv.excel.csv" in found


@pytest.fixture(scope="module")
def archives(offered, tmp_path_factory):
    """Every archive of the portal, unpacked."""
    folder = tmp_path_factory.mktemp("archives")
    for path, data in offered.items():
        if path.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                assert packed.testzip() is None
                packed.extractall(folder)
    return folder


def checked(folder):
    return subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.judged("sha256sum")
def test_every_archive_verifies_with_sha256sum_and_lists_all_it_holds(catalog, archives):
    names = {each.name for each in catalog.packages}
    versions = {f"{each.package.name}-{each.package.version}" for each in catalog.releases}
    assert {path.name for path in archives.iterdir()} == names | versions
    assert all(checked(archives / name).returncode == 0 for name in versions)
    for folder in (archives / name for name in sorted(names)):
        assert checked(folder).returncode == 0, folder.name
        listed = {line.split("  ", 1)[1] for line in (folder / "SHA256SUMS").read_text().splitlines()}
        held = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        assert held == listed | {"SHA256SUMS"}
        assert {"README.md", "README.en.md", "CITATION.cff", "datapackage.json"} <= held


def test_a_changed_file_in_an_archive_is_noticed(archives, tmp_path):
    spoiled = tmp_path / "labour"
    subprocess.run(["cp", "-r", archives / "labour", spoiled], check=True)
    (spoiled / "sources.csv").write_bytes((spoiled / "sources.csv").read_bytes() + b"\n")
    found = checked(spoiled)
    assert found.returncode == 1
    assert "sources.csv: FAILED" in found.stdout


def test_the_same_catalog_gives_the_same_bytes(catalog):
    for first, second in zip(editions(catalog, samples.IMPRINTS), catalog.packages, strict=True):
        again = files_of(Edition(second, catalog, samples.IMPRINTS))
        assert [each.sha256 for each in files_of(first)] == [each.sha256 for each in again]
    found, rows = editions(catalog), all_observations(catalog)
    assert database(found, rows) == database(found, rows)


def test_files_have_fixed_times_modes_and_an_order(offered):
    with zipfile.ZipFile(io.BytesIO(offered["data/labour/labour.zip"])) as packed:
        assert {(entry.date_time, entry.external_attr >> 16) for entry in packed.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 0o100644)
        }
        assert packed.namelist()[0] == "labour/datapackage.json"
        assert packed.namelist()[-1] == "labour/SHA256SUMS"


@pytest.fixture(scope="module")
def base(catalog):
    base = sqlite3.connect(":memory:")
    base.deserialize(database(editions(catalog), all_observations(catalog)))
    yield base
    base.close()


@pytest.mark.judged("sqlite3")
@pytest.mark.parametrize(
    ("view", "asked", "answer"),
    [
        (
            "observations_vi",
            '"Chỉ tiêu thống kê", "Địa phương", "Kỳ", "Giá trị", "Tình trạng số liệu"',
            "Hà Nội",
        ),
        ("observations_en", '"Indicator", "Area", "Period", "Value", "State of the figure"', "Hanoi"),
    ],
)
def test_a_view_says_everything_in_one_language(base, view, asked, answer):
    columns = asked.replace('"', "").split(", ")
    rows = base.execute(f'SELECT {asked} FROM {view} WHERE "{columns[1]}" = ?', [answer]).fetchall()
    assert rows
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_the_database_lists_packages_and_columns(base, catalog):
    assert [name for (name,) in base.execute("SELECT name FROM packages")] == [
        each.name for each in catalog.packages
    ]
    [(title,)] = base.execute(
        "SELECT title_en FROM columns WHERE sql_table = 'labour_observations' AND name = 'area'"
    )
    assert title == next(
        field.title.en
        for each in catalog.packages
        if each.name == "labour"
        for table in each.resources
        if table.name == "observations"
        for field in table.fields
        if field.name == "area"
    )


def test_a_database_takes_names_that_sql_would_stumble_over():
    fields = [{"name": name, "type": "string"} for name in ('a"b', "A", "a", "select", "x; DROP TABLE y")]
    made = samples.package(samples.resource("observations", fields, [["1", "2", "3", "4", "5"]]), name="a-b")
    data = database([Edition(made, tiny.empty(), samples.IMPRINTS)], ())
    base = sqlite3.connect(":memory:")
    base.deserialize(data)
    assert base.execute("SELECT * FROM a_b_observations").fetchall() == [("1", "2", "3", "4", "5")]
    assert base.execute("SELECT * FROM a_b_observations_vi").fetchall() == [("1", "2", "3", "4", "5")]
    base.close()


def test_a_portal_without_observations_has_a_database_and_no_file_of_observations():
    made = samples.odd()
    found = {
        each.path for each in dataset_files(tiny.empty().__class__(**_parts(tiny.empty(), packages=(made,))))
    }
    assert "download/portal.sqlite" in found
    assert "download/observations.parquet" not in found


def _parts(catalog, **more):
    return {name: getattr(catalog, name) for name in catalog.__slots__} | more
