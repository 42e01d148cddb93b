"""`python -m tests.bench.large [ROWS]`: check one large table, and let frictionless check the same file in the same run.

Frictionless reads the first rows only, and its time is multiplied out, unless asked for the `--whole`.
"""

import argparse
import json
import sys
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from tests.bench.__main__ import run

AREAS = 500
START = 1_000
"""Rows of which frictionless' time is little but its start."""
SECOND = "https://datapackage.org/profiles/2.0/datapackage.json"
FIELDS = [
    {"name": "id", "type": "integer", "constraints": {"required": True, "minimum": 1}},
    {"name": "day", "type": "date", "constraints": {"required": True}},
    {"name": "area", "type": "string", "constraints": {"required": True}},
    {"name": "mode", "type": "string", "constraints": {"enum": ["road", "bus", "rail", "walk"]}},
    {"name": "trips", "type": "integer", "constraints": {"minimum": 0, "maximum": 5000}},
    {"name": "km", "type": "number", "constraints": {"minimum": 0, "maximum": 10000}},
    {"name": "note", "type": "string", "constraints": {"maxLength": 60}},
    {"name": "paid", "type": "boolean"},
]
ROWS = """
SELECT i + 1 AS id, strftime(DATE '2015-01-01' + CAST(hash(i) % 3650 AS INTEGER), '%Y-%m-%d') AS day,
    'P' || lpad(CAST(hash(i * 7) % 500 AS VARCHAR), 3, '0') AS area,
    ['road', 'bus', 'rail', 'walk'][1 + CAST(hash(i * 3) % 4 AS INTEGER)] AS mode, hash(i * 11) % 5000 AS trips,
    printf('%.2f', (hash(i * 13) % 1000000) / 100.0) AS km, 'Tuyến ' || (hash(i * 17) % 100000) AS note,
    hash(i * 19) % 2 = 0 AS paid
FROM range(CAST(? AS BIGINT)) AS t(i)
"""
OURS = "import sys; from pathlib import Path; from build_scripts.read import load; print(len(load(Path(sys.argv[1])).problems))"
THEIRS = (
    "import sys; from frictionless import Package, system\n"
    "with system.use_context(trusted=True): report = Package(sys.argv[1]).validate()\n"
    "print(len([error for task in report.tasks for error in task.errors]), report.errors)"
)


def portal(root, rows):
    """A portal with one package: a table of so many rows, and one of the areas they refer to."""
    folder = root / "datapackages/journeys"
    folder.mkdir(parents=True)
    with duckdb.connect() as connection:
        connection.execute("SET threads = 2; SET memory_limit = '1GB'; SET preserve_insertion_order = true")
        made = connection.from_query(ROWS.replace("CAST(? AS BIGINT)", str(int(rows))))
        made.write_csv(str(folder / "journeys.csv"), header=True)
    names = [f"P{number:03},Tỉnh {number}\n" for number in range(AREAS)]
    (folder / "areas.csv").write_text("id,name\n" + "".join(names), "utf-8")
    describe(folder)
    return folder


def describe(folder):
    """Write the descriptor."""
    key = {"fields": ["area"], "reference": {"resource": "areas", "fields": ["id"]}}
    areas = [{"name": "id", "type": "string"}, {"name": "name", "type": "string"}]
    made = {
        "$schema": SECOND, "name": "journeys", "title": "Chuyến đi", "title@en": "Journeys", "languages": ["vi", "en"],
        "licenses": [{"name": "CC-BY-4.0"}], "sources": [{"title": "made up"}], "version": "1.0.0",
        "resources": [
            {"name": "journeys", "path": "journeys.csv", "schema": {"fields": FIELDS, "primaryKey": ["id"], "foreignKeys": [key]}},
            {"name": "areas", "path": "areas.csv", "schema": {"fields": areas, "primaryKey": ["id"]}},
        ],
    }  # fmt: skip
    (folder / "datapackage.json").write_text(json.dumps(made, ensure_ascii=False), "utf-8")


def beginning(folder, other, rows):
    """The same package with the first rows only."""
    other.mkdir()
    with (folder / "journeys.csv").open("rb") as whole, (other / "journeys.csv").open("wb") as part:
        part.writelines(islice(whole, rows + 1))
    (other / "areas.csv").write_bytes((folder / "areas.csv").read_bytes())
    describe(other)
    return other


def line(name, used, rows):
    return (
        f"{name:<14}{used['wall']:>9.1f} s{used['cpu']:>9.1f} s CPU{used['peak'] / 1e6:>8.0f} MB"
        f"{rows / used['wall']:>12,.0f} rows/s"
    )


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.bench.large", description=__doc__)
    parser.add_argument("rows", type=int, nargs="?", default=10_000_000)
    parser.add_argument("--first", type=int, default=500_000, help="rows that frictionless reads")
    parser.add_argument("--whole", action="store_true", help="let frictionless read all of them")
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="portal-bench-") as place:
        folder = portal(Path(place, "root"), asked.rows)
        size = (folder / "journeys.csv").stat().st_size
        print(f"{asked.rows:,} rows, {size / 1e6:.0f} MB", flush=True)
        ours, said = run([sys.executable, "-c", OURS, str(Path(place, "root"))])
        assert int(said) == 0, said
        print(line("portal check", ours, asked.rows), flush=True)
        start = read_by_frictionless(beginning(folder, Path(place, "start"), START))
        count = asked.rows if asked.whole else min(asked.rows, asked.first)
        theirs = read_by_frictionless(
            folder if count == asked.rows else beginning(folder, Path(place, "first"), count)
        )
        print(line("frictionless", theirs, count), flush=True)
        if count < asked.rows:
            print(
                f"frictionless read the first {count:,} rows only; what each took beyond its start is multiplied out"
            )
        for name in ("wall", "cpu"):
            whole = start[name] + (theirs[name] - start[name]) * (asked.rows - START) / (count - START)
            print(f"{name}: {whole:,.0f} s to {ours[name]:,.1f} s, {whole / ours[name]:.1f} times")


def read_by_frictionless(folder):
    """Let frictionless read a package; it must find nothing."""
    used, said = run([sys.executable, "-c", THEIRS, str(folder / "datapackage.json")])
    assert said.split()[0] == b"0", said
    return used


if __name__ == "__main__":
    main()
