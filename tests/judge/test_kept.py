"""After a change of any figure, what is taken from what was kept is what would be made anew: unit by unit, on the real data."""

import os
import random
import shutil

import pytest

from build_scripts.ground.kept import Kept
from build_scripts.pipeline import stage_for
from build_scripts.read import load
from build_scripts.work import Unit, file_units, page_units, watched
from build_scripts.work.hands import do
from build_scripts.work.memory import Memory
from build_scripts.work.prints import Prints
from tests.conftest import ROOT
from tests.work.test_memory import forget_sums, nudge

pytestmark = pytest.mark.judge
CHANGES = int(os.environ.get("CHANGES", "6"))
SEED = int(os.environ.get("SEED", "2030"))


def stage(root):
    """Read and set the stage; sums of files in descriptors are not what is asked about."""
    reading = load(root)
    assert reading.catalog is not None, reading.problems[:3]
    whole = watched(stage_for(root, reading.catalog, reading.verdicts))
    shelves = {each.name: do(whole, Unit("shelf", each.name)) for each in whole.catalog.packages}
    return whole.offering({name: each.offers for name, each in shelves.items()}), shelves


def units_of(stage):
    return [*page_units(stage.catalog), *file_units(stage.catalog), Unit("whole")]


def test_what_is_kept_is_what_would_be_made(tmp_path):
    chance = random.Random(SEED)  # noqa: S311 - figures, no secrets
    root, kept = tmp_path / "portal", Kept(tmp_path / "kept")
    shutil.copytree(ROOT / "datapackages", root / "datapackages", ignore=shutil.ignore_patterns(".releases"))
    forget_sums(root)
    tables = sorted(root.glob("datapackages/*/observations.csv"))
    now, shelves = stage(root)
    memory, made = Memory(kept, Prints(now)), {unit: do(now, unit) for unit in units_of(now)}
    for result in [*made.values(), *shelves.values()]:
        memory.keep(result)
    for number in range(CHANGES):
        row = nudge(chance.choice(tables), chance)
        now, shelves = stage(root)
        memory, taken = Memory(kept, Prints(now)), 0
        for unit in [*units_of(now), *(Unit("shelf", name) for name in shelves)]:
            key = memory.find(unit)
            anew = shelves[unit.thing] if unit.kind == "shelf" else do(now, unit)
            if key is not None:
                found = memory.recall(unit, key)
                assert (found.made, found.offers) == (anew.made, anew.offers), (number, unit, row)
                taken += 1
            else:
                memory.keep(anew)
        print(f"\n{row['indicator']}, {row['area']}, {row['period']}: {taken} units of {len(made)} taken")  # noqa: T201 - the figures are what is asked for
        assert taken > len(made) // 2
