"""A check says the same whatever was kept of earlier ones."""

import json
from datetime import date

import pytest

from build_scripts.ground.kept import Kept, _sealed
from build_scripts.read import load, schema_check
from tests.bench.portals import change, portal
from tests.conftest import ROOT
from tests.read.bad_portals import BAD, GOOD, bad_portal

TODAY = date(2026, 11, 26)


def said(root, kept=None, today=TODAY):
    reading = load(root, today=today, kept=kept)
    frame = None if reading.catalog is None else reading.catalog.observations.to_csv()
    return reading.problems, reading.verdicts, frame


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """One store for all portals, as for all branches."""
    return Kept(tmp_path_factory.mktemp("kept"))


def entries(kept):
    return [each for each in kept.folder.rglob("*") if each.is_file()]


@pytest.mark.parametrize("code", sorted(each.name for each in BAD.iterdir()))
def test_what_is_wrong_is_said_the_same_with_and_without_a_store(code, tmp_path, shared):
    root = bad_portal(code, tmp_path / "portal")
    cold = said(root)
    assert (said(root, shared), said(root, shared)) == (cold, cold)


def test_the_real_packages_are_said_to_be_the_same(shared):
    cold = said(ROOT)
    assert (said(ROOT, shared), said(ROOT, shared)) == (cold, cold)


def test_one_change_is_noticed_and_nothing_else_is_looked_at_again(tmp_path, shared, monkeypatch):
    portal(tmp_path, 30)
    before = said(tmp_path, shared)
    change(tmp_path)
    cold = said(tmp_path)
    assert cold[2] != before[2]
    monkeypatch.setattr(schema_check, "answer_to", None)  # frictionless has nothing new to judge
    number = len(entries(shared))
    assert (said(tmp_path, shared), said(tmp_path, shared)) == (cold, cold)
    assert (
        len(entries(shared)) - number == 4
    )  # cells of one table, schema and rules of one package, rules of all


def test_the_day_belongs_to_what_an_outcome_depends_on(tmp_path, shared):
    root = bad_portal("date-in-future", tmp_path / "portal")
    for today in (date(1990, 1, 1), TODAY, None, date(1990, 1, 1)):
        assert said(root, shared, today) == said(root, None, today)


def test_a_store_that_was_tampered_with_can_lie_and_no_more(tmp_path):
    kept = Kept(tmp_path)
    cold = said(GOOD, kept)
    bodies = [
        b"",
        b"[[",
        b"{}",
        b"[1]",
        b"null",
        b"[" * 100_000,
        json.dumps([["f", "1", None, "c", None, ["", ""], ["", ""], "error"]]).encode(),
    ]
    for body in bodies:
        for file in entries(kept):
            file.write_bytes(_sealed(file.parent.name + file.name, body) + body)
        assert said(GOOD, kept) == cold
