"""The good portal with changes, and every page that comes of it."""

import csv
import json
import shutil
from functools import cache

from build_scripts.pipeline import findable, pages, scenes_of
from build_scripts.present.charts import draw
from build_scripts.present.page import render
from build_scripts.read import load
from tests.read.bad_portals import GOOD

PACKAGES = ("geography", "policy", "population", "rainfall", "vocabulary")


def portal(root, *kept):
    """Copy the good portal to `root`, all of it or only the packages `kept`."""
    shutil.copytree(GOOD, root, dirs_exist_ok=True)
    for name in set(PACKAGES) - set(kept or PACKAGES):
        shutil.rmtree(root / "datapackages" / name)
    return root


def change(root, place, **cells):
    """Write the same `cells` into every row of a table; `place` is `package/table`."""
    rewrite(root, place, lambda row: row | cells)


def rewrite(root, place, change):
    """Put `change(row)` in the place of each row of a table; `None` drops the row, and a table without rows goes."""
    path = root / "datapackages" / f"{place}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = [row for row in map(change, reader) if row is not None]
    if not rows:
        drop(root, place)
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, reader.fieldnames, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def drop(root, place):
    """Take a table out of its package."""
    path = root / "datapackages" / f"{place}.csv"
    descriptor = path.with_name("datapackage.json")
    described = json.loads(descriptor.read_text("utf-8"))
    described["resources"] = [each for each in described["resources"] if each["path"] != path.name]
    descriptor.write_text(json.dumps(described), encoding="utf-8")
    path.unlink()


def drafts_of(root):
    """Draft every page of a portal that has no problem."""
    reading = load(root)
    assert reading.catalog is not None, reading.problems
    scenes = scenes_of(reading.catalog)
    return findable(tuple(pages(scenes, reading.verdicts, lambda *_: None)), scenes)


def pages_of(root):
    """Finish every page of a portal, drawings included: path -> text."""
    drafts = drafts_of(root)
    drawings = draw(chart for draft in drafts for chart in draft.charts())
    return {draft.path: render(draft, drawings).data.decode() for draft in drafts}


@cache
def good_drafts():
    """Draft every page of the good portal, once."""
    return drafts_of(GOOD)
