"""A keeper is told which series stand still and which sources cannot be reached; nothing else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from build_scripts.compute.facts import facts_of
from build_scripts.compute.upkeep import KEPT_UP, LAG, linked, lost, overdue
from build_scripts.present.report import inert
from build_scripts.present.upkeep import dead_links
from build_scripts.read import load
from tests.portals import portal


@pytest.fixture(scope="module")
def facts(catalog):
    return facts_of(catalog)


def newest(catalog, indicator):
    """Straight from the table: the last year of any row that has a figure."""
    rows = catalog.observations[catalog.observations["indicator"] == indicator]
    known = rows[rows["value"].notna() | (rows.get("value_low", rows["value"]).notna())]
    return max(
        (int(str(each)[-4:] if len(str(each)) == 9 else str(each)[:4]) for each in known["period"]),
        default=None,
    )


def test_a_series_is_overdue_two_years_after_its_last_figure_until_it_has_ended(catalog, facts):
    late = {each.indicator.id: each.last for each in overdue(catalog, facts, 2026)}
    assert late
    for indicator in catalog.indicators:
        last = newest(catalog, indicator)
        expected = last is not None and 2026 - LAG - KEPT_UP < last <= 2026 - LAG
        assert (indicator in late) == expected, (indicator, last)
        assert not expected or late[indicator] == last


def test_the_oldest_comes_first_and_each_has_its_source(catalog, facts):
    late = overdue(catalog, facts, 2026)
    assert [each.last for each in late] == sorted(each.last for each in late)
    assert all(each.source in catalog.sources.values() for each in late)


def test_every_address_is_tried_once_and_a_dead_one_names_all_its_sources(catalog):
    by_url = linked(catalog)
    assert {each.url for each in catalog.sources.values()} - {""} == set(by_url)
    shared = next(url for url, sources in by_url.items() if len(sources) > 1)
    assert lost(catalog, {shared, "https://example.org/not-ours"}) == by_url[shared]


def test_lychee_says_which_addresses_are_dead(tmp_path):
    listed = tmp_path / "urls.txt"
    listed.write_text("http://127.0.0.1:9/gone\n", "utf-8")
    lychee = Path(sys.executable).with_name("lychee")
    command = [lychee, "--format", "json", "--no-progress", "--max-retries", "0", "--timeout", "5", listed]
    tried = subprocess.run(command, capture_output=True, text=True, check=False)
    assert dead_links(json.loads(tried.stdout)) == {"http://127.0.0.1:9/gone"}


@pytest.mark.parametrize(
    "tried", [{}, {"error_map": []}, {"error_map": {"a": [{}]}}, {"error_map": {"a": 1}}]
)
def test_what_is_no_report_of_lychee_is_refused(tried):
    assert dead_links(tried) is None


@pytest.mark.parametrize("text", ["[]", "{}", "nonsense"])
def test_a_file_that_is_no_report_is_told(tmp_path, capsys, text):
    root, path = portal(tmp_path / "portal"), tmp_path / "tried.json"
    path.write_text(text, "utf-8")
    assert main(["sources", "--root", str(root), "--lang", "en", "--tried", str(path)]) == 1
    assert "not a JSON report of lychee" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_report_lists_both(tmp_path, capsys, monkeypatch, language):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    root, path = portal(tmp_path / "portal"), tmp_path / "tried.json"
    told = linked(load(root).catalog)
    url, sources = next(iter(told.items()))
    path.write_text(json.dumps({"error_map": {"urls.txt": [{"url": url}]}}), "utf-8")
    asked = ["sources", "--root", str(root), "--lang", language]
    assert main([*asked, "--format", "markdown", "--tried", str(path)]) == 1
    shown = capsys.readouterr().out
    assert shown.count("## ") == 2
    assert inert(sources[0].id) in shown
    assert "https://" not in shown  # an address in a report opens nothing by itself
    assert main([*asked, "--format", "urls"]) == 0
    assert capsys.readouterr().out.splitlines() == list(told)
