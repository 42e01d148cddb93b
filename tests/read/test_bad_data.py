"""Every kind of bad data is reported with its place and whole words, and every code has an example."""

import json
from datetime import date

import pytest

from build_scripts.read import CODES, RULES, load
from build_scripts.read.codes.workbooks import WORKBOOKS
from tests.read.bad_portals import BAD, GOOD, bad_portal

ELSEWHERE = {"check-stopped", *WORKBOOKS}
"""Take a check that is stopped from outside, or a workbook: tests/gate shows each."""
TODAY = date(2026, 11, 25)
FOLDERS = sorted(path.name for path in BAD.iterdir())


def as_json(problem):
    return {
        "file": problem.file,
        "line": problem.line,
        "field": problem.field,
        "code": problem.code,
        "severity": problem.severity,
        "value": problem.value,
        "message": {"vi": problem.message.vi, "en": problem.message.en},
        "remedy": {"vi": problem.remedy.vi, "en": problem.remedy.en},
    }


def test_the_good_portal_has_no_problems():
    reading = load(GOOD)
    assert reading.problems == ()
    assert reading.verdicts == tuple(
        (name, True) for name in ("geography", "policy", "population", "rainfall", "vocabulary")
    )


def test_every_code_has_a_folder_and_every_folder_a_code():
    assert sorted(set(CODES) - ELSEWHERE) == FOLDERS


@pytest.mark.parametrize("code", FOLDERS)
def test_bad_data_is_reported_whole(code, tmp_path):
    expected = json.loads((BAD / code / "expected.json").read_text(encoding="utf-8"))
    reading = load(bad_portal(code, tmp_path), today=TODAY)
    assert [as_json(problem) for problem in reading.problems] == expected
    assert code in {problem["code"] for problem in expected}
    assert (reading.catalog is None) == any(problem["severity"] == "error" for problem in expected)


@pytest.mark.parametrize("code", FOLDERS)
def test_both_languages_name_the_same_particulars(code):
    for said in (CODES[code].message, CODES[code].remedy):
        vietnamese, english = said.vi.replace("_vi}", "}"), said.en.replace("_en}", "}")
        assert {part.split("}")[0] for part in vietnamese.split("{")[1:]} == {
            part.split("}")[0] for part in english.split("{")[1:]
        }


def test_every_rule_tells_readers_what_it_asks_for_in_both_languages():
    assert len({rule.code for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.code in CODES
        assert rule.severity == CODES[rule.code].severity
        assert rule.doc.en.endswith(".")
        assert rule.doc.vi.endswith(".")
        assert rule.doc.en.isascii()
        assert not rule.doc.vi.isascii()
