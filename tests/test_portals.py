"""Portals of other people: whatever the checks let through becomes pages, in both languages."""

import re
from dataclasses import fields, is_dataclass

import pytest
from markupsafe import Markup

from build_scripts.present.charts import Chart
from tests.portals import change, drop, good_drafts, pages_of, portal, rewrite

OBSERVATIONS = "population/observations"
FRAME = ("geography", "vocabulary")


def only_vocabulary(root):
    portal(root, "vocabulary")
    drop(root, "vocabulary/themes")


def only_geography(root):
    portal(root, "geography")


def only_geography_and_policy(root):
    portal(root, *FRAME, "policy")
    drop(root, "vocabulary/themes")
    change(root, "policy/measures", indicator="", match="none")


def themes_without_policy(root):
    portal(root, *FRAME, "population")


def a_country_alone(root):
    portal(root, *FRAME, "population")
    for name in ("changes", "memberships", "tiles"):
        drop(root, f"geography/{name}")
    rewrite(root, "geography/areas", lambda row: row if row["id"] == "vn" else None)
    rewrite(root, OBSERVATIONS, lambda row: row if row["area"] == "vn" else None)
    drop(root, "population/breaks")


def one_indicator(root):
    portal(root)
    alone = {"composition": "", "numerator": ""}
    rewrite(root, "population/indicators", lambda row: row | alone if row["id"] == "share-urban" else None)
    rewrite(root, OBSERVATIONS, lambda row: row if row["indicator"] == "share-urban" else None)
    drop(root, "population/breaks")


def an_indicator_without_observations(root):
    portal(root)
    rewrite(root, OBSERVATIONS, lambda row: row if row["indicator"] == "population-average" else None)


def nothing_but_marks(root):
    portal(root)
    empty = {"operator": "", "value": "", "low": "", "high": "", "vintage": "1", "in_force": "true"}
    marks = {"population-average": "nil", "share-urban": "no-figure", "share-rural": "no-figure"}
    seen = set()

    def marked(row):
        fact = (row["indicator"], row["area"], row["period"])
        return None if fact in seen or seen.add(fact) else row | empty | {"mark": marks[row["indicator"]]}

    rewrite(root, OBSERVATIONS, marked)


def nothing_trusted(root):
    portal(root)
    change(root, OBSERVATIONS, confidence="low")


def a_series_of_bounds(root):
    portal(root)
    bound = {"operator": ">=", "value": "", "low": "1", "high": "", "mark": ""}
    change(root, OBSERVATIONS, **bound)


def targets_without_a_unit(root):
    portal(root)
    for name in ("targets", "yearly_targets", "outcomes"):
        change(root, f"policy/{name}", unit="")
    rewrite(root, "policy/targets", lambda row: row | {"baseline": "40", "baseline_year": "2020"})


def a_goal_without_a_group(root):
    portal(root)
    for name in ("goals", "gaps", "counts", "commitments"):
        change(root, f"policy/{name}", group="")
    drop(root, "policy/groups")


def a_goal_without_a_target(root):
    portal(root)
    with (root / "datapackages/policy/goals.csv").open("a", encoding="utf-8") as file:
        file.write("rain,Mưa,Rain,delta,,percent,none,,\n")


def targets_without_a_year(root):
    portal(root)
    change(root, "policy/targets", year="")
    change(root, "policy/yearly_targets", year="")


def targets_of_one_year_only(root):
    portal(root)
    change(root, "policy/targets", year="")


def targets_in_words(root):
    portal(root)
    change(root, "policy/targets", operator="", low="", high="", due="sớm", due_en="soon")


def a_goal_that_no_series_measures(root):
    portal(root)
    change(root, "policy/measures", indicator="", match="none")


def a_measure_without_its_series(root):
    portal(root)
    change(root, "policy/measures", indicator="")


def a_document_of_which_nothing_is_known(root):
    portal(root)
    blank = ("number", "issuer", "issuer_en", "date", "kind", "status", "area", "start_year", "end_year")
    change(root, "policy/documents", **dict.fromkeys((*blank, "short", "short_en"), ""))


def an_outcome_of_no_goal(root):
    portal(root)
    change(root, "policy/outcomes", goal="")


def no_programme(root):
    portal(root)
    drop(root, "policy/statements")


def areas_without_a_past(root):
    portal(root)
    drop(root, "geography/changes")
    drop(root, "geography/memberships")
    drop(root, "geography/tiles")


def figures_longer_than_a_float_can_hold(root):
    portal(root)
    rewrite(
        root,
        OBSERVATIONS,
        lambda row: (
            row | {"value": "1" * 60 + ".25"}
            if row["area"] == "ha-noi" and row["value"] and row["indicator"] == "population-average"
            else row
        ),
    )


PORTALS = (
    portal,
    only_vocabulary,
    only_geography,
    only_geography_and_policy,
    themes_without_policy,
    a_country_alone,
    one_indicator,
    an_indicator_without_observations,
    nothing_but_marks,
    nothing_trusted,
    a_series_of_bounds,
    targets_without_a_unit,
    a_goal_without_a_group,
    a_goal_without_a_target,
    targets_without_a_year,
    targets_of_one_year_only,
    targets_in_words,
    a_goal_that_no_series_measures,
    a_measure_without_its_series,
    a_document_of_which_nothing_is_known,
    an_outcome_of_no_goal,
    no_programme,
    areas_without_a_past,
    figures_longer_than_a_float_can_hold,
)


CODE = re.compile(r"<pre\b.*?</pre>")
"""Code that loads a dataset, in which brackets may be empty."""


@pytest.mark.parametrize("made", PORTALS, ids=lambda made: made.__name__)
def test_every_page_of_a_sound_portal_can_be_made(tmp_path, made):
    made(tmp_path)
    pages = pages_of(tmp_path)
    vietnamese = {path.removeprefix("vi/") for path in pages if path.startswith("vi/")}
    assert {path.removeprefix("en/") for path in pages if path.startswith("en/")} == vietnamese
    assert "index.md" in vietnamese
    words = {path: CODE.sub("", text) for path, text in pages.items()}
    assert [path for path, text in words.items() if ">None<" in text or ">nan" in text or "()" in text] == []


def leaves(value, path=""):
    """Walk through what a template is given."""
    if isinstance(value, Chart):
        return
    if is_dataclass(value):
        for each in fields(value):
            yield from leaves(getattr(value, each.name), f"{path}.{each.name}")
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from leaves(each, f"{path}.{key}")
    elif isinstance(value, tuple):
        for each in value:
            yield from leaves(each, path)
    else:
        yield path, value


def test_nothing_numeric_reaches_a_template():
    found = {
        f"{draft.template}{path}: {type(value).__name__}"
        for draft in good_drafts()
        for path, value in leaves(dict(draft.view))
        if not (value is None or isinstance(value, bool) or type(value) in (str, Markup))
    }
    assert found == set()
