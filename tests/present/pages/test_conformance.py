"""The page of conformance says what the last run said, and no more."""

import json
from collections import Counter
from types import SimpleNamespace

import feedparser
import pytest

from build_scripts.model import LANGUAGES
from build_scripts.pipeline import scenes_of
from build_scripts.present.pages.conformance import JUDGES, conformance_pages
from build_scripts.present.sharing.feed import feeds
from build_scripts.read import load
from build_scripts.read.hearings import PLACE, hearings_of
from tests import tiny
from tests.judges import record
from tests.read.bad_portals import GOOD


def page(root, language="en"):
    [draft] = conformance_pages(tiny.scene(tiny.tiny(hearings=hearings_of(root)), language))
    return draft


def test_a_judge_that_was_not_asked_is_unknown(tmp_path):
    rows = page(tmp_path).view["rows"]
    assert [row.name for row in rows] == list(JUDGES)
    assert {(row.version, row.verdict, row.state) for row in rows} == {("unknown", "unknown", "unknown")}


def test_a_judge_that_was_asked_has_its_version_and_its_verdict(tmp_path):
    record.write(tmp_path / PLACE, Counter(csvw=7, rispy=3), Counter(rispy=2), "2026-11-25")
    rows = {row.name: row for row in page(tmp_path).view["rows"]}
    assert rows["csvw"].version == record.version("csvw")
    assert (rows["csvw"].verdict, rows["csvw"].day) == ("Passed (7 checks)", "25 November 2026")
    assert rows["rispy"].verdict == "Failed (2 checks wrong, 3 right)"
    assert "1 programs found everything right, 1 found something wrong" in page(tmp_path).view["lead"]


def test_two_runs_are_added_up_and_have_the_day_of_the_earlier():
    early = {"csvw": {"version": "1", "passed": 7, "failed": 0, "day": "2026-11-24"}}
    late = {
        "csvw": {"version": "2", "passed": 1, "failed": 1, "day": "2026-11-25"},
        "r": {"version": "4", "passed": 2, "failed": 0, "day": "2026-11-25"},
    }
    expected = {"csvw": {"version": "2", "passed": 8, "failed": 1, "day": "2026-11-24"}, "r": late["r"]}
    assert record.merged([early, late]) == record.merged([late, early]) == expected


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({}, "test.json"),
        ({"markexpr": "judge"}, "judge.json"),
        ({"markexpr": "browser"}, None),
        ({"keyword": "search"}, None),
        ({"maxfail": 1}, None),
        ({"lf": True}, None),
    ],
)
def test_only_a_whole_run_is_recorded(change, part):
    option = {"markexpr": "not judge", "keyword": "", "maxfail": 0, "lf": False, **change}
    config = SimpleNamespace(option=SimpleNamespace(**option), args_source=SimpleNamespace(name="TESTPATHS"))
    assert record.part_of(config) == part
    config.args_source.name = "ARGS"
    assert record.part_of(config) is None


def test_the_record_of_this_commit_knows_every_judge_and_holds_no_failure():
    heard = {each.judge: each for each in hearings_of(record.ROOT)}
    assert set(heard) == set(JUDGES)
    assert not any(each.failed for each in heard.values())


@pytest.mark.parametrize("text", ["", "[]", '{"csvw": 1}', '{"csvw": {"version": "1"}}', "{"])
def test_a_record_that_cannot_be_read_is_no_verdict(tmp_path, text):
    (tmp_path / PLACE).parent.mkdir(parents=True)
    (tmp_path / PLACE).write_text(text, "utf-8")
    assert hearings_of(tmp_path) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_judge_says_what_it_judges(tmp_path, language):
    assert all(row.what for row in page(tmp_path, language).view["rows"])


def test_the_version_of_every_program_on_this_machine_is_known():
    for name in set(JUDGES) - {"libreoffice", "r"}:
        assert record.version_of(name)[0].isdigit()


@pytest.mark.judged("feedparser")
def test_feedparser_reads_the_feeds():
    found = [feedparser.parse(each.data) for each in feeds(scenes_of(load(GOOD).catalog))]
    assert [(each.bozo, each.version) for each in found] == [(False, "atom10")] * 2
    assert all(entry.title and entry.id and entry.updated for each in found for entry in each.entries)


@pytest.mark.judged("feedparser")
def test_feedparser_notices_a_feed_that_is_broken():
    [data, _] = [each.data for each in feeds(scenes_of(load(GOOD).catalog))]
    assert feedparser.parse(data.replace(b"</feed>", b"</food>")).bozo


def test_the_record_is_json_with_an_entry_a_judge(tmp_path):
    record.write(tmp_path / PLACE, Counter(sqlite3=1), Counter(sha256sum=1), "2026-11-25")
    found = json.loads((tmp_path / PLACE).read_text("utf-8"))
    assert set(found) == {"sqlite3", "sha256sum"}
