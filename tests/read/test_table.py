"""CSV files are read as their descriptor says they are written."""

import pytest

from build_scripts.read.table import read_table

FIELDS = {"fields": [{"name": "a"}, {"name": "b"}]}


def read(data, dialect=None, form="csv"):
    return read_table(
        data, "x.csv", {"format": form, "dialect": {} if dialect is None else dialect, "schema": FIELDS}
    )


@pytest.mark.parametrize(
    ("data", "dialect"),
    [
        (b"a,b\n1,x y\n", {}),
        (b"a,b\r\n1,x y\r\n", {}),
        (b"a,b\n1,x y", {}),
        (b"\xef\xbb\xbfa,b\n1,x y\n", {}),
        (b"a;b\n1;x y\n", {"delimiter": ";"}),
        (b"a, b\n1, 'x y'\n", {"skipInitialSpace": True, "quoteChar": "'"}),
        (b"a,b\n1,x\\ y\n", {"escapeChar": "\\", "doubleQuote": False}),
        (b"1,x y\n", {"header": False}),
        (b"Title\n\na,b\n1,x y\n", {"headerRows": [3]}),
        (b"# note\na,b\n# more\n1,x y\n", {"commentChar": "#"}),
        (b"a,b\nskip,me\n1,x y\n", {"commentRows": [2]}),
    ],
)
def test_a_declared_dialect_is_honoured(data, dialect):
    assert read(data, dialect).table.cells.to_numpy().tolist() == [["1", "x y"]]


def test_a_tsv_file_is_parted_by_tabs():
    assert read(b"a\tb\n1\tx,y\n", form="tsv").table.cells.to_numpy().tolist() == [["1", "x,y"]]


def test_each_row_knows_the_line_it_starts_on():
    table = read(b'a,b\n1,"x\ny"\n2,"x\r\n\r\ny"\n3,z\n').table
    assert table.cells.index.tolist() == [2, 4, 7]
    assert table.cells["b"].tolist() == ["x\ny", "x\r\n\r\ny", "z"]


def test_utf_16_is_named():
    (problem,) = read("a,b\n1,2\n".encode("utf-16")).problems
    assert (problem.code, problem.value) == ("encoding-unsupported", "utf-16")


def test_all_ragged_rows_are_reported_at_once():
    problems = read(b"a,b\n1\n\n1,2,3\n1,2\n").problems
    assert [(problem.line, problem.code) for problem in problems] == [
        (2, "row-short"),
        (3, "row-blank"),
        (4, "row-long"),
    ]


@pytest.mark.parametrize("data", [b'a,b\n1,"x\n', b'a,b\n1,"x"y\n'])
def test_quotes_that_do_not_pair_up_are_refused(data):
    result = read(data)
    assert result.table is None
    assert [(problem.line, problem.code) for problem in result.problems] == [(2, "csv-broken")]
