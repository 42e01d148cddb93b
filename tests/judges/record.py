"""What each judge said in this run, written where the next build of the site finds it."""

import json
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from build_scripts.read.hearings import PLACE

ROOT = Path(__file__).parents[2]
TOOLS = {
    "libreoffice": ["soffice", "--version"],
    "r": ["Rscript", "--version"],
    "sha256sum": ["sha256sum", "--version"],
}
_counted = {}


def pytest_runtest_setup(item):
    """Tell the process that counts, which is another one when tests run side by side."""
    item.user_properties += [("judge", name) for mark in item.iter_markers("judged") for name in mark.args]


def pytest_runtest_logreport(report):
    """Count a test for each judge that it asked; one that could not be asked counts as a no."""
    if report.when == "call" or report.failed:
        for key, name in report.user_properties:
            if key == "judge":
                passed, failed = _counted.get(name, (0, 0))
                _counted[name] = (passed + report.passed, failed + report.failed)


def pytest_sessionfinish(session):
    """Write down what was heard; what was not asked this time stays as it was."""
    if not _counted or hasattr(session.config, "workerinput"):
        return
    write(ROOT / PLACE, _counted, datetime.now(UTC).date().isoformat())


def write(path, counted, day):
    """Put what was counted in the place of what was heard before."""
    heard = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    for name, (passed, failed) in counted.items():
        heard[name] = {"version": version_of(name), "passed": passed, "failed": failed, "day": day}
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(heard, indent=1, sort_keys=True) + "\n", "utf-8")


def version_of(name):
    """Ask the program itself, or the environment it is installed in."""
    if name == "sqlite3":
        import sqlite3  # noqa: PLC0415 - only for its number

        return sqlite3.sqlite_version
    if name in TOOLS:
        told = subprocess.run(TOOLS[name], capture_output=True, text=True, check=True)
        numbers = [word for word in (told.stdout + told.stderr).splitlines()[0].split() if word[0].isdigit()]
        return numbers[0]
    if name == "cffconvert":
        lines = (Path(__file__).parent / "cffconvert.txt").read_text("utf-8").splitlines()
        return next(line for line in lines if line.startswith("cffconvert==")).split("==")[1].split()[0]
    return version(name)
