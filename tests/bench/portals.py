"""Portals of any size made of sound packages: the words of real indicators, series made by a fixed walk.

Their figures are made up, and lie in a folder of their own that is never published.
"""

import csv
import json
import math
import random
import shutil
from itertools import cycle, islice
from pathlib import Path

REAL = Path(__file__).parents[2] / "datapackages"
PER_PACKAGE = 30
PER_GOAL = 10
"""One indicator in so many has a target."""
AREAS = (
    "ha-noi", "hai-phong-before-2025", "vinh-phuc", "bac-ninh-before-2025", "quang-ninh", "hai-duong", "hung-yen-before-2025",
    "thai-binh", "ha-nam", "nam-dinh", "ninh-binh-before-2025",
)  # fmt: skip
LAST_YEAR = 2024
SERIES = ((2, 14, 1), (4, 15, 1), (11, 10, 1), (11, 15, 1), (11, 9, 4))
"""Areas, years and figures a year of a series, in turn: 28 to 396 rows."""
SOURCE = {"id": "made", "title": "Made for measuring", "publisher": "make bench", "date_note": "không có", "date_note_en": "none",
    "licence": "CC0-1.0", "kind": "dataset", "trust": "low"}  # fmt: skip


def portal(root, size):
    """Make a portal of `size` indicators in `root`; the same bytes every time."""
    numbered = list(islice(enumerate(cycle(_words()), start=1), size))
    for name in ("geography", "vocabulary"):
        shutil.copytree(REAL / name, root / "datapackages" / name)
        _describe(root, name, json.loads((REAL / name / "datapackage.json").read_text("utf-8")))
    themes = []
    for place in range(1, math.ceil(size / PER_PACKAGE) + 1):
        part = numbered[(place - 1) * PER_PACKAGE : place * PER_PACKAGE]
        name = f"series-{place:03}"
        themes.append({"id": name, "name": f"Chủ đề {place}", "name_en": f"Theme {place}", "order": place})
        _theme(root, name, place, part)
    _write(root / "datapackages/vocabulary/themes.csv", themes, ["id", "name", "name_en", "order"])
    _policy(root, [_numbered(number, words) for number, words in numbered[::PER_GOAL]])


def change(root):
    """Change one observation of a portal that was made here."""
    path = root / "datapackages/series-001/observations.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    cells = lines[1].split(",")
    cells[4] = f"{float(cells[4]) + 0.1:.1f}"
    path.write_text("".join([lines[0], ",".join(cells), *lines[2:]]), encoding="utf-8")


def _words():
    """Read the indicators of the real packages that stand alone, the source of realistic names and definitions."""
    for path in sorted(REAL.glob("*/indicators.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            yield from (row for row in csv.DictReader(file) if row["additivity"] in {"additive", "ratio"})


def _numbered(number, words):
    """Make an indicator of its own of the words of a real one."""
    return words | {
        "id": f"{words['id']}-{number}", "name": f"{words['name']} ({number})", "name_en": f"{words['name_en']} ({number})",
        "decimals": "1", "composition": "", "numerator": "", "denominator": "", "chartable": "true",
    }  # fmt: skip


def _theme(root, name, place, part):
    described = json.loads((REAL / "labour" / "datapackage.json").read_text("utf-8"))
    described["resources"] = [each for each in described["resources"] if each["name"] != "breaks"]
    described |= {"name": name, "title": f"Gói thử {place}", "title@en": f"Trial package {place}"}
    described |= {
        "description": "Số liệu tự tạo để đo tốc độ.",
        "description@en": "Figures made up to measure speed.",
    }
    described["sources"] = [{"title": SOURCE["title"]}]
    indicators = [_numbered(number, words) for number, words in part]
    tables = {
        "indicators": indicators,
        "observations": [
            row for (number, _), each in zip(part, indicators, strict=True) for row in _series(number, each)
        ],
        "sources": [SOURCE],
    }
    _package(root, name, described, tables)


def _series(number, indicator):
    """Make the rows of an indicator: a walk for each area, always the same, the units' limits kept."""
    chance = random.Random(number)  # noqa: S311 - figures, not secrets
    areas, years, parts = SERIES[number % len(SERIES)]
    periods = [
        f"{year}-Q{part}" if parts > 1 else str(year)
        for year in range(LAST_YEAR - years + 1, LAST_YEAR + 1)
        for part in range(1, parts + 1)
    ]
    for area in AREAS[:areas]:
        level = chance.uniform(20, 80)
        for period in periods:
            level = min(95, max(1, level + chance.gauss(0.3, 1.5)))
            yield {
                "indicator": indicator["id"], "area": area, "period": period, "operator": "=",
                "value": f"{level:.1f}", "status": "final", "vintage": "1",
                "in_force": "true", "boundary": "own", "source": SOURCE["id"], "confidence": "medium",
            }  # fmt: skip


def _policy(root, measured):
    described = json.loads((REAL / "policy" / "datapackage.json").read_text("utf-8"))
    document = {
        "id": "plan", "number": "1", "title": "Kế hoạch thử", "title_en": "Trial plan", "short": "Kế hoạch thử",
        "short_en": "Trial plan", "issuer": "make bench", "issuer_en": "make bench", "date": "2020-01-01", "kind": "programme",
        "status": "in-force", "area": "ha-noi", "end_year": "2030", "summary": "Để đo.", "summary_en": "To measure.", "order": "1",
    }  # fmt: skip
    tables = {
        "groups": [{"id": "all", "name": "Tất cả", "name_en": "All", "order": "1"}],
        "documents": [document],
        "goals": [_goal(each) for each in measured],
        "targets": [_target(each) for each in measured],
        "measures": [
            {"id": f"m-{each['id']}", "goal": _goal(each)["id"], "indicator": each["id"], "match": "same", "reason": "Một",
             "reason_en": "One", "snapshots": "false"} for each in measured
        ],
        "sources": [SOURCE],
    }  # fmt: skip
    described["resources"] = [each for each in described["resources"] if each["name"] in tables]
    _package(root, "policy", described, tables)


def _goal(indicator):
    kept = ("name", "name_en", "unit", "definition", "definition_en")
    more = {
        "id": f"goal-{indicator['id'].replace('_', '-')}",
        "area": "ha-noi",
        "group": "all",
        "method": "linear",
    }
    direction = indicator["direction"] if indicator["direction"] != "none" else "up"
    return {key: indicator[key] for key in kept} | more | {"direction": direction}


def _target(indicator):
    goal = _goal(indicator)
    rising = goal["direction"] == "up"
    return {
        "id": f"{goal['id']}-2030", "goal": goal["id"], "document": "plan", "name": goal["name"], "name_en": goal["name_en"],
        "operator": ">=" if rising else "<=", "low": "70" if rising else "", "high": "" if rising else "30",
        "unit": goal["unit"], "reference": "end-year", "year": "2030", "source": SOURCE["id"], "quote": "made up",
        "confidence": "medium", "draft": "false",
    }  # fmt: skip


def _package(root, name, described, tables):
    folder = root / "datapackages" / name
    folder.mkdir(parents=True)
    _describe(root, name, described)
    for resource in described["resources"]:
        fields = [field["name"] for field in resource["schema"]["fields"]]
        _write(folder / resource["path"], tables[resource["name"]], fields)


def _describe(root, name, described):
    for resource in described["resources"]:
        resource.pop("bytes", None)
        resource.pop("hash", None)
    path = root / "datapackages" / name / "datapackage.json"
    path.write_text(json.dumps(described, ensure_ascii=False), encoding="utf-8")


def _write(path, rows, fields):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fields, restval="", extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
