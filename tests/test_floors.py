"""Imports go one way only, and each heavy dependency has one door."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1] / "build_scripts"
FLOORS = {
    "ground": set(),
    "model": set(),
    "read": {"model", "ground"},
    "compute": {"model"},
    "present": {"model", "compute"},
    "publish": {"model", "ground"},
    "work": {"model", "compute", "present", "ground"},
}
DOORS = {
    "frictionless": ("read",),
    "altair": ("present/charts",),
    "vl_convert": ("present/charts", "publish/vega", "publish/licences"),
    "jinja2": ("present",),
    "babel": ("present",),
    "mkdocs": ("publish",),
    "pagefind_bin": ("publish/fulltext",),
    "fontTools": ("publish", "present/charts"),
    "PIL": ("present/sharing",),
    "pyarrow": ("present/standards/parquet",),
    "xlsxwriter": ("present/standards/workbook",),
    "sqlite3": ("present/standards/everything",),
    "duckdb": ("read/large/store",),
    "distributed": ("work/cluster",),
}
MODULES = sorted(HOUSE.rglob("*.py"))


def imported(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} uses a relative import"
            yield node.module


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_a_module_imports_only_from_the_floors_below_it(path):
    floor = path.relative_to(HOUSE).parts[0]
    allowed = FLOORS.get(floor)
    if allowed is None:
        return
    for name in imported(path):
        if name.startswith("build_scripts."):
            other = name.split(".")[1]
            assert other == floor or other in allowed, f"{floor} may not import {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_a_heavy_dependency_is_imported_only_behind_its_door(path):
    place = path.relative_to(HOUSE).as_posix()
    for name in imported(path):
        doors = DOORS.get(name.split(".")[0])
        assert doors is None or place.startswith(doors), f"{place} imports {name}; its door is {doors}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_a_module_stays_small(path):
    assert len(path.read_text("utf-8").splitlines()) <= 260


@pytest.mark.parametrize("path", sorted((HOUSE / "ground").glob("*.py")), ids=lambda path: path.name)
def test_the_ground_needs_the_standard_library_alone(path):
    others = {name.split(".")[0] for name in imported(path)} - sys.stdlib_module_names
    assert others <= {"build_scripts"}


def test_what_sees_that_nothing_changed_reads_no_heavy_dependency():
    told = "import sys, build_scripts.__main__, build_scripts.commands.making; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", told], cwd=HOUSE.parent, capture_output=True, text=True, check=True
    )
    assert {"pandas", *DOORS} & set(done.stdout.split()) == {"babel"}


def functions():
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield f"{path.relative_to(HOUSE)}: {node.name}", node


def test_a_function_fits_a_screen():
    assert [name for name, node in functions() if node.end_lineno - node.lineno >= 45] == []


PUBLISHED = {"compute/progress/opensdg.py: open_sdg"}
"""Takes what the method it restates takes: its users know these six by name."""


def test_a_function_takes_five_things_at_most():
    def taken(node):
        named = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        return [each for each in named if each.arg not in {"self", "cls"}]

    assert {name for name, node in functions() if len(taken(node)) > 5} == PUBLISHED


def test_a_language_is_a_parameter_and_never_a_branch():
    def names_a_language(node):
        return any(isinstance(each, ast.Constant) and each.value in {"vi", "en"} for each in node.comparators)

    compared = [
        f"{path.relative_to(HOUSE)}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Compare) and names_a_language(node)
    ]
    assert compared == []
