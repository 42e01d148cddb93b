"""What `make bench` measures is worth measuring: sound portals, always the same ones."""

import time

from build_scripts.read import load
from tests.bench.clock import Stages
from tests.bench.portals import change, portal
from tests.bench.stages import timed


def test_a_portal_of_any_size_passes_the_gate_and_has_what_was_asked_for(tmp_path):
    portal(tmp_path, 32)
    reading = load(tmp_path)
    assert reading.problems == ()
    assert len(reading.catalog.indicators) == 32
    assert len(reading.catalog.targets) == 4
    rows = reading.catalog.observations.groupby("indicator").size()
    assert set(rows) == {28, 60, 110, 165, 396}


def test_the_same_portal_comes_out_every_time(tmp_path):
    for name in ("one", "two"):
        portal(tmp_path / name, 5)
    one, two = (
        {path.relative_to(root): path.read_bytes() for path in root.rglob("*.*") if path.is_file()}
        for root in (tmp_path / "one", tmp_path / "two")
    )
    assert one == two


def test_a_change_changes_one_observation_and_keeps_the_portal_sound(tmp_path):
    portal(tmp_path, 2)
    path = tmp_path / "datapackages/series-001/observations.csv"
    before = path.read_text().splitlines()
    change(tmp_path)
    after = path.read_text().splitlines()
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1
    assert load(tmp_path).problems == ()


def _burnt():
    until = time.process_time() + 0.1
    while time.process_time() < until:
        pass


def test_a_stage_inside_another_is_booked_once():
    stages = Stages()
    inner = timed(stages, "inner", _burnt)

    def pairs():
        for _ in range(2):
            _burnt()
            yield inner()

    list(timed(stages, "outer", pairs)())
    stages.turn()
    assert round(stages.cpu["inner"], 1) == 0.2
    assert round(stages.cpu["outer"], 1) == 0.2
