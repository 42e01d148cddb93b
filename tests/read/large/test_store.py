"""The database of large tables opens nothing else, writes nowhere else, and never keeps anyone waiting."""

from datetime import date

import pytest

from build_scripts.read.large.store import StoppedError, Store
from tests.read.large.faults import small_portal, told

DAY = date(2026, 1, 1)


@pytest.fixture
def store(tmp_path):
    (tmp_path / "own.csv").write_text("a\n1\n", "utf-8")
    opened = Store([tmp_path / "own.csv"])
    yield opened
    opened.close()


@pytest.mark.parametrize(
    "question",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('{place}/other.txt')",
        "COPY (SELECT 1) TO '{place}/out.csv'",
        "COPY (SELECT 1) TO '/var/lib/out.parquet'",
        "ATTACH '{place}/other.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SELECT * FROM 'https://example.org/x.csv'",
        "SET enable_external_access = true",
        "SET memory_limit = '100GB'",
    ],
)
def test_nothing_but_the_tables_can_be_reached(store, tmp_path, question):
    (tmp_path / "other.txt").write_text("secret", "utf-8")
    with pytest.raises(StoppedError):
        store.ask(question.format(place=tmp_path))
    assert {each.name for each in tmp_path.iterdir()} == {"own.csv", "other.txt"}


def test_a_question_that_takes_too_long_is_stopped():
    store = Store([], seconds=0.5)
    with pytest.raises(StoppedError):
        store.ask("SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE a.range * b.range % 7 = 3")
    store.close()


def test_what_it_wrote_goes_when_it_is_closed():
    store = Store([])
    assert store.folder.is_dir()
    store.close()
    assert not store.folder.exists()


def test_names_that_mean_something_in_sql_are_only_names(tmp_path):
    name = "x'); DROP TABLE t0; --"
    root = small_portal(
        tmp_path, [{"name": name, "type": "string", "constraints": {"unique": True}}], f'"{name}"\na\na\n'
    )
    small, large = told(root, DAY, large=False), told(root, DAY, large=True)
    assert large == small
    assert [each[3] for each in large] == ["constraint-unique"]


def test_a_package_that_takes_too_long_is_told_so(tmp_path, monkeypatch):
    monkeypatch.setattr(Store.__init__, "__defaults__", (0.0,))
    root = small_portal(tmp_path, [{"name": "id", "type": "string"}], "id\na\n")
    assert [each[3] for each in told(root, DAY, large=True)] == ["check-stopped"]
