"""Ten thousand spoiled inputs: each is read, or refused with a code; nothing hangs, nothing breaks, nothing is written."""

import csv
import io
import json
import os
import random
import shutil
import time
from contextlib import suppress
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_scripts.model import Problem
from build_scripts.present.report import FORMS, report
from build_scripts.read import CODES, load
from build_scripts.read.gate.bytes import byte_problem, text_problems
from build_scripts.read.strict_json import parsed
from build_scripts.read.table import read_table
from build_scripts.read.workbook import taken
from tests.gate import workbooks
from tests.judge.fuzz import spoil_bytes, spoiled
from tests.read.bad_portals import GOOD

pytestmark = pytest.mark.judge
COUNT = int(os.environ.get("FUZZ", "10000"))
"""How many inputs there are in all; each kind has its part of them."""
SECONDS = 5.0
PLENTY = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=max(COUNT // 8, 10))


class Slowest:
    """The longest that any input took, and which it was."""

    def __init__(self):
        self.seconds, self.name = 0.0, ""

    def timed(self, name, work):
        started = time.process_time()
        result = work()
        taken_ = time.process_time() - started
        if taken_ > self.seconds:
            self.seconds, self.name = taken_, name
        assert taken_ < SECONDS, name
        return result


def tell(words, slowest):
    print(f"\n{words}; slowest {slowest.name}: {slowest.seconds:.2f} s")  # noqa: T201 - what the judge found


def hold(problems):
    """Every problem has a known code and words in both languages, and every form of the report can tell it."""
    for each in problems:
        assert isinstance(each, Problem)
        assert each.code in CODES
        assert all((each.message.vi, each.message.en, each.remedy.vi, each.remedy.en))
    for form in FORMS:
        report(problems, (), language="vi", form=form).encode()


def seen(root):
    return {path: path.lstat().st_size for path in root.rglob("*")}


def put(root, name, files, *, is_good):
    """The package alone, or in its place in the good portal."""
    folder = root / "portal/datapackages" / name
    shutil.rmtree(root / "portal", ignore_errors=True)
    if is_good:
        shutil.copytree(GOOD, root / "portal")
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    for path, data in files.items():
        (folder / path).write_bytes(data)
    return root / "portal"


def test_a_package_with_faults_is_read_or_refused(tmp_path):
    slowest, codes, sound = Slowest(), set(), 0
    for seed in range(COUNT // 2):
        name, files, is_good = spoiled(random.Random(seed))  # noqa: S311 - the same faults every time
        root = put(tmp_path, name, files, is_good=is_good)
        before = seen(tmp_path)
        reading = slowest.timed(f"seed {seed}", lambda root=root: load(root))
        assert seen(tmp_path) == before, seed
        hold(reading.problems)
        failed = any(each.severity == "error" for each in reading.problems)
        assert (reading.catalog is None) == failed, seed
        codes |= {each.code for each in reading.problems}
        sound += not failed
    tell(f"{COUNT // 2} packages: {sound} read, {len(codes)} codes", slowest)
    assert len(codes) > min(40, COUNT // 100)


def test_a_workbook_with_faults_is_read_or_refused(tmp_path):
    slowest, read = Slowest(), 0
    columns = list(workbooks.HEAD)
    for seed in range(COUNT // 8):
        chance = random.Random(seed)  # noqa: S311 - the same faults every time
        sheet = workbooks.sheet(*(workbooks.usual(at) for at in range(2, 6))).encode()
        if chance.random() < 0.5:
            data = workbooks.packed(spoil_bytes(sheet, chance))
        else:
            data = spoil_bytes(workbooks.packed(sheet), chance)
        path = tmp_path / "w.xlsx"
        path.write_bytes(data)
        found = slowest.timed(f"seed {seed}", lambda path=path: taken(path, "table", columns, {}))
        hold(found.problems)
        assert (
            bool(found.rows) != bool([each for each in found.problems if each.severity == "error"])
            or found.problems
        )
        read += bool(found.rows and not found.problems)
        assert list(tmp_path.iterdir()) == [path]
    tell(f"{COUNT // 8} workbooks: {read} read", slowest)


TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)


@PLENTY
@given(st.binary(max_size=200) | TREES.map(lambda tree: json.dumps(tree).encode()))
def test_json_is_read_as_the_standard_library_reads_it_or_refused(data):
    found = parsed(data, "datapackage.json")
    hold(found.problems)
    if found.value is None:
        assert any(each.severity == "error" for each in found.problems)
    else:
        assert found.value == json.loads(data.decode("utf-8-sig"))


CELLS = st.text(st.sampled_from('ab1. ,"\n\r\t;àđ\u00a0-'), max_size=5) | st.text(max_size=6)
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=5)


def written(rows):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([["a", "b"], *rows])
    return out.getvalue()


TABLES = ROWS.map(written) | st.text(st.sampled_from('a,"\n\r b'), max_size=30).map(
    lambda text: f"a,b\n{text}"
)
RESOURCE = {
    "format": "csv",
    "schema": {"fields": [{"name": "a", "type": "string"}, {"name": "b", "type": "string"}]},
}


@PLENTY
@given(TABLES)
def test_a_table_has_the_cells_that_others_read_or_is_refused(tmp_path_factory, text):
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return
    unfit = byte_problem(data, "t.csv")
    found = read_table(data, "t.csv", RESOURCE)
    problems = [*found.problems] if unfit is None else [unfit]
    if found.table is not None:
        problems += text_problems(data, RESOURCE, "t.csv")
    hold(problems)
    if found.table is None or any(each.severity == "error" for each in problems):
        assert problems
        return
    ours = [list(row) for row in found.table.cells.itertuples(index=False)]
    strict = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))[1:]
    assert ours == [row for row in strict if row]
    theirs = in_duckdb(data, tmp_path_factory.getbasetemp() / "t.csv")
    assert theirs is None or theirs == ours


def in_duckdb(data, path: Path):
    """The cells as duckdb reads them, `None` where it refuses."""
    path.write_bytes(data)
    query = f"""select * from read_csv('{path}', delim=',', quote='"', escape='"', header=true, all_varchar=true,
        auto_detect=false, strict_mode=true, columns={{'a': 'varchar', 'b': 'varchar'}})"""
    with suppress(duckdb.Error):
        return [["" if cell is None else cell for cell in row] for row in duckdb.sql(query).fetchall()]
    return None
