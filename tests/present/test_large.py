"""What is published of a table that is not held in memory."""

import json
from hashlib import sha256

import duckdb
import frictionless
import pyarrow.parquet as pq
import pytest

from build_scripts.model import LANGUAGES, changes_between
from build_scripts.pipeline import scenes_of
from build_scripts.present.ledger import unreleased
from build_scripts.present.pages.datasets import dataset_copies, dataset_files, dataset_pages
from build_scripts.present.pages.rows import rows_pages
from build_scripts.present.standards.edition import editions
from build_scripts.present.standards.shelf import shelf
from build_scripts.present.standards.snippets import snippets
from build_scripts.read import load
from build_scripts.read.tables import Held

FIELDS = [
    {"name": "id", "type": "integer"},
    {"name": "day", "type": "date"},
    {"name": 'a "b"', "type": "string"},
    {"name": "km", "type": "number"},
    {"name": "paid", "type": "boolean"},
    {"name": "seen", "type": "datetime"},
    {"name": "odd", "type": "number", "decimalChar": ","},
]
TEXT = "".join(
    f"{line}\n"
    for line in (
        'id,day,"a ""b""",km,paid,seen,odd',
        '1,2024-01-05,Hà Nội,1.50,true,2024-01-05T08:30:00Z,"1,5"',
        '2,,"x, ""y""",-0.25,0,2024-02-01T00:00:00Z,',
        '3,2023-12-31,Hà Nội,,false,,"2,25"',
    )
)
FEW = Held(rows=2)


def root_of(folder, text=TEXT, fields=FIELDS, version="1.0.0"):
    own = folder / "datapackages/one"
    own.mkdir(parents=True)
    made = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "name": "one", "title": "Một gói",
        "title@en": "A package", "languages": ["vi", "en"], "version": version,
        "licenses": [{"name": "CC-BY-4.0"}], "sources": [{"title": "NSO"}],
        "resources": [{"name": "t", "path": "t.csv", "schema": {"fields": fields, "primaryKey": ["id"]}}],
    }  # fmt: skip
    (own / "datapackage.json").write_text(json.dumps(made), "utf-8")
    (own / "t.csv").write_text(text, "utf-8")
    return folder


def loaded(root, held=FEW):
    reading = load(root, held=held)
    assert reading.problems == ()
    return reading.catalog


@pytest.fixture(scope="module")
def catalog(tmp_path_factory):
    return loaded(root_of(tmp_path_factory.mktemp("large")))


def written(copies, folder):
    """Put copies where they belong below a folder."""
    for each in copies:
        path = folder / each.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(each.source.read_bytes())
    return folder


def test_a_large_table_is_offered_as_its_csv_and_as_parquet_and_nothing_that_must_be_held(catalog):
    (own,) = editions(catalog)
    assert [each.form for each in shelf(own) if each.form != "about"] == ["csv", "parquet"]
    paths = {each.path for each in dataset_files(catalog)}
    assert not {path for path in paths if path.startswith("data/one/") and path.endswith((".zip", ".xlsx"))}
    assert [each.path for each in dataset_copies(catalog)] == ["data/one/t.csv", "data/one/t.parquet"]


def test_sizes_and_checksums_are_those_of_the_files(catalog):
    for each in dataset_copies(catalog):
        data = each.source.read_bytes()
        assert (each.size, each.sha256) == (len(data), sha256(data).hexdigest())
    assert next(dataset_copies(catalog)).source.read_text("utf-8") == TEXT


def test_parquet_holds_typed_values_in_the_order_of_the_rows(catalog):
    table = pq.read_table(list(dataset_copies(catalog))[1].source)
    kinds = ["int64", "date32[day]", "string", "double", "bool", "timestamp[us, tz=UTC]", "string"]
    assert [str(each) for each in table.schema.types] == kinds
    rows = table.to_pydict()
    assert rows["id"] == [1, 2, 3]
    assert rows['a "b"'] == ["Hà Nội", 'x, "y"', "Hà Nội"]
    assert rows["km"] == [1.5, -0.25, None]
    assert rows["paid"] == [True, False, False]
    assert rows["odd"] == ["1,5", None, "2,25"]
    assert [str(day) for day in rows["day"]] == ["2024-01-05", "None", "2023-12-31"]


def test_frictionless_takes_what_is_published(catalog, tmp_path):
    written(dataset_copies(catalog), tmp_path)
    for each in dataset_files(catalog):
        if each.path == "data/one/datapackage.json":
            (tmp_path / each.path).write_bytes(each.data)
    report = frictionless.validate(str(tmp_path / "data/one/datapackage.json"))
    assert report.valid, report.to_summary()


def test_the_page_shows_first_rows_and_what_the_columns_hold(catalog):
    for scene in scenes_of(catalog):
        page = next(each for each in dataset_pages(scene, ()) if each.address == "datasets/one/")
        (sheet,) = page.view["sheets"]
        assert len(sheet.preview.rows) == 3
        assert sheet.large == scene.say["dataset.large"]
        assert page.view["archive"] == ""
        held = {each.name: each for each in sheet.held}
        assert (held["id"].filled, held["id"].least, held["id"].most) == ("3", "1", "3")
        assert (held["day"].missing, held["day"].least) == ("1", "2023-12-31")
        assert held['a "b"'].common.startswith("Hà Nội (2)")
        assert list(rows_pages(scene)) == []


def test_the_code_asks_the_files_where_they_lie(catalog, tmp_path):
    (own,) = editions(catalog)
    written(dataset_copies(catalog), tmp_path)
    named = {each.name: each for each in snippets(own, 0)}
    assert list(named) == ["DuckDB", "Python: duckdb", "R: duckdb"]
    code = named["DuckDB"].at(f"{tmp_path}/").replace("INSTALL httpfs;\nLOAD httpfs;\n", "")
    with duckdb.connect() as base:
        assert len(base.execute(code).fetchall()) == 3
    found = {}
    python = named["Python: duckdb"].at(f"{tmp_path}/").replace("INSTALL httpfs; LOAD httpfs", "SELECT 1")
    exec(python, found)  # noqa: S102 - our own code
    assert len(found["rows"]) == 3


def test_a_table_of_many_rows_comes_in_parts_that_are_the_same_whenever_they_are_written(tmp_path):
    fields = [{"name": "id", "type": "integer"}, {"name": "word", "type": "string"}]
    text = "id,word\n" + "".join(f"{number},w{number % 7}\n" for number in range(250_000))
    root = root_of(tmp_path / "root", text, fields)
    first, second = (loaded(root, Held(part=1_000_000)) for _ in range(2))
    copies = list(dataset_copies(first))
    assert [each.path for each in copies[1:]] == [f"data/one/t.parquet/{n}.parquet" for n in (1, 2, 3)]
    assert [each.sha256 for each in copies] == [each.sha256 for each in dataset_copies(second)]
    assert [each.rows for each in copies[1:]] == [122_880, 122_880, 4_240]
    numbers = [id_ for each in copies[1:] for id_ in pq.read_table(each.source)["id"].to_pylist()]
    assert numbers == list(range(250_000))
    (own,) = editions(first)
    code = (
        snippets(own, 0)[0].at(f"{written(copies, tmp_path)}/").replace("INSTALL httpfs;\nLOAD httpfs;\n", "")
    )
    with duckdb.connect() as base:
        assert base.execute(code.replace(" LIMIT 10", "")).fetchall()[-1] == (249_999, "w1")


def test_versions_of_a_large_table_are_told_apart_by_their_sums_and_not_kept(tmp_path):
    one = loaded(root_of(tmp_path / "a")).packages[0]
    same = loaded(root_of(tmp_path / "b")).packages[0]
    other = loaded(root_of(tmp_path / "c", TEXT.replace("1.50", "1.75")))
    assert changes_between(one, same) == ()
    assert [each.what for each in changes_between(one, other.packages[0])] == ["value-changed"]
    assert list(unreleased(editions(other), ())) == []


def test_every_word_about_large_tables_is_there_in_both_languages(catalog):
    said = {scene.language: scene.say["dataset.large"] for scene in scenes_of(catalog)}
    assert set(said) == set(LANGUAGES)
    assert len(set(said.values())) == 2
