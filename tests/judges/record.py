"""What each judge said: each whole run of the tests leaves its part, and `python -m tests.judges.record` commits them to paper.

The page of conformance reads that one file, which belongs to the commit: the same commit gives the same page, whoever ran
which tests on the machine that builds it.
"""

import json
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from build_scripts.read.hearings import PLACE

ROOT = Path(__file__).parents[2]
HEARD = ROOT / "build" / "heard"
PARTS = {"not judge": "test.json", "judge": "judge.json"}
"""The two whole runs, `make test` and `make judge`, by the marks they select."""
TOOLS = {
    "libreoffice": ["soffice", "--version"],
    "r": ["Rscript", "--version"],
    "sha256sum": ["sha256sum", "--version"],
}
_passed, _failed = Counter(), Counter()


def pytest_runtest_setup(item):
    """Tell the process that counts, which is another one when tests run side by side."""
    item.user_properties += [("judge", name) for mark in item.iter_markers("judged") for name in mark.args]


def pytest_runtest_logreport(report):
    """Count a test for each judge that it asked; one that could not be asked counts as a no."""
    if report.when == "call" or report.failed:
        for key, name in report.user_properties:
            if key == "judge":
                _passed[name] += report.passed
                _failed[name] += report.failed


def pytest_sessionfinish(session):
    """Leave what was heard, if every test was asked: a part of them is no verdict."""
    if part := part_of(session.config):
        write(HEARD / part, _passed, _failed, datetime.now(UTC).date().isoformat())


def part_of(config):
    """The name of the part that this run is the whole of, or nothing."""
    whole = not config.option.keyword and config.args_source.name == "TESTPATHS"
    stopped = getattr(config.option, "lf", False) or config.option.maxfail
    if hasattr(config, "workerinput") or not whole or stopped:
        return None
    return PARTS.get(config.option.markexpr)


def write(path, passed, failed, day):
    """Put down for each judge its version, how often it said yes and no, and when."""
    heard = {
        name: {"version": version_of(name), "passed": passed[name], "failed": failed[name], "day": day}
        for name in passed.keys() | failed.keys()
    }
    _save(path, heard)


def merged(parts):
    """Add up what the runs heard; the day is that of the earlier run, the version that of the later."""
    heard = {}
    for part in sorted(parts, key=lambda part: max((each["day"] for each in part.values()), default="")):
        for name, said in part.items():
            so_far = heard.get(name, {"passed": 0, "failed": 0, "day": said["day"]})
            counts = {key: so_far[key] + said[key] for key in ("passed", "failed")}
            heard[name] = {**said, **counts, "day": so_far["day"]}
    return heard


def main():
    """Put both parts into the file of the commit; both must be there, or judges would fall silent."""
    missing = [run for run, name in PARTS.items() if not (HEARD / name).is_file()]
    if missing:
        sys.exit(
            "not run yet, as a whole: "
            + ", ".join({"judge": "make judge"}.get(run, "make test") for run in missing)
        )
    _save(ROOT / PLACE, merged(json.loads((HEARD / name).read_text("utf-8")) for name in PARTS.values()))


def _save(path, heard):
    path.parent.mkdir(parents=True, exist_ok=True)
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


if __name__ == "__main__":
    main()
