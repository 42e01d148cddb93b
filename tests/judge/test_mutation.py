"""Faults planted in the gate and in the judgement of progress: the tests must notice at least 85 in a hundred.

mutmut plants them. `MUTANTS=n` asks for another number of them, drawn by lot but always the same ones; 0 for all, which
takes hours. `child.py`, which ends processes, is left out: with a fault in it, it ends those of mutmut too. What no test
notices is explained in `survivors.md`, and counts as missed all the same.
"""

import json
import os
import random
import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.judge
MUTANTS = int(os.environ.get("MUTANTS", "100"))
LEAST = 0.85
ENDLESS = {24, 36, 152, -24}
NOTICED = {1, 3} | ENDLESS
"""Exit codes of mutmut for a fault that a test failed on, or that ran for ever: 150 s for tests of a moment."""
GATE = [
    "tests/gate/pieces",
    *(
        f"tests/gate/test_{name}.py"
        for name in ("cells", "descriptors", "names", "limits", "paths", "tables", "everyday", "good")
    ),
]
PROGRESS = ["tests/compute/progress", "--ignore=tests/compute/progress/test_real.py"]
"""The real data take so long to read that what only they look at would seem to run for ever."""
SETTINGS = f"""
[tool.mutmut]
source_paths = ["build_scripts"]
only_mutate = ["build_scripts/read/gate/*", "build_scripts/ground/git_index.py", "build_scripts/compute/progress/*"]
do_not_mutate = ["build_scripts/read/gate/child.py"]
also_copy = ["tests", "datapackages", "docs", "mkdocs.yml", "mkdocs.en.yml", "requirements.txt", "pyproject.toml", "Makefile", ".github"]
pytest_add_cli_args = ["-q"]
pytest_add_cli_args_test_selection = {json.dumps([*GATE, *PROGRESS])}
timeout_constant = 30.0
timeout_multiplier = 5.0
process_isolation = "forkserver"
forkserver_warmup = "collect"
track_dependencies = false
use_git_change_detection = false
"""


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """A copy of the project with every fault planted, none of them at work yet."""
    folder = tmp_path_factory.mktemp("mutants") / "project"
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in filter(None, listed.decode().split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    with (folder / "pyproject.toml").open("a") as settings:
        settings.write(SETTINGS)
    run(folder, "build_scripts.compute.progress.lead.x_tally__mutmut_1")
    return folder


def run(folder, *names):
    """Let the tests look at some faults."""
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", "2", *names]
    environment = os.environ | {"PORTAL_HERE": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]


def outcomes(folder, part):
    """What came of each fault planted in parts of the program, by its name; `None` where nobody looked."""
    found = {}
    for path in sorted(
        path for each in part.split() for path in (folder / "mutants/build_scripts" / each).rglob("*.meta")
    ):
        found |= json.loads(path.read_text("utf-8"))["exit_code_by_key"]
    return found


@pytest.mark.parametrize("part", ["read/gate ground", "compute/progress"])
def test_planted_faults_are_noticed(planted, part):
    every = sorted(outcomes(planted, part))
    drawn = random.Random(2030).sample(every, MUTANTS) if 0 < MUTANTS < len(every) else every  # noqa: S311 - a lot, no secret
    run(planted, *drawn)
    came = outcomes(planted, part)
    missed = [name for name in drawn if came[name] not in NOTICED]
    score = 1 - len(missed) / len(drawn)
    endless = [name for name in drawn if came[name] in ENDLESS]
    print(f"\n{part}: {len(drawn)} of {len(every)} faults planted, {score:.1%} noticed; not: {missed}")  # noqa: T201 - the figures are what is asked for
    print(f"noticed because they ran for ever: {endless}")  # noqa: T201 - the figures are what is asked for
    assert len(every) > 1000
    assert score >= LEAST, missed
