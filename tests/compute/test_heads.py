from dataclasses import replace

import pytest

from build_scripts.compute.facts import facts_of
from build_scripts.compute.heads import Share, population_of, share_of
from build_scripts.model import Conversion, Unit
from tests.tiny import both, frame, indicator, tiny, value

PEOPLE = replace(indicator("people", persons=1000), unit="thousand", additivity="additive")
OUTPUT = replace(indicator("output"), unit="billion", additivity="additive")


def unit(name, kind="count"):
    return Unit(name, both(name), both(name), kind, name, join=False, lower=0, upper=None)


def shares(*rows, indicators=(PEOPLE, OUTPUT), factors=(("billion", "million", 1000, ""),)):
    catalog = tiny(
        units={each: unit(each) for each in ("thousand", "billion", "million", "percent")},
        indicators={each.id: each for each in indicators},
        observations=frame(*rows),
        conversions=tuple(Conversion(*each, source="") for each in factors),
    )
    return share_of(catalog, facts_of(catalog), indicators[-1])


TWO_YEARS = (value("people", "east", "2023", 1000), value("people", "east", "2024", 2000))


def test_the_population_is_what_the_data_declare_to_be_it():
    assert population_of(tiny(indicators={"output": OUTPUT, "people": PEOPLE})) == PEOPLE
    assert population_of(tiny()) is None


def test_an_amount_per_head_is_told_in_a_unit_in_which_it_can_be_read():
    found = shares(*TWO_YEARS, value("output", "east", "2024", 90))
    assert found == Share(unit="million", factor=1000, people=1000, decimals=2)
    found = shares(*TWO_YEARS, value("output", "east", "2024", 90_000))
    assert found == Share(unit="million", factor=1000, people=1, decimals=2)


def test_without_a_conversion_it_is_told_for_more_people():
    found = shares(*TWO_YEARS, value("output", "east", "2024", 90_000), factors=())
    assert found == Share(unit="billion", factor=1, people=1000, decimals=2)


def test_a_conversion_of_one_year_alone_is_not_used():
    factors = (("billion", "million", 1000, "2024"),)
    assert shares(*TWO_YEARS, value("output", "east", "2024", 90_000), factors=factors).unit == "billion"


@pytest.mark.parametrize(
    "rows",
    [
        (value("output", "east", "2022", 90_000),),
        (value("output", "west", "2024", 90_000),),
        (value("output", "east", "2024", 90_000, confidence="low"),),
        (value("output", "east", "2024", "no-figure"),),
        (value("output", "east", "2024", 0.001),),
        (),
    ],
    ids=["another year", "another area", "not trusted", "no figure", "too small to read", "nothing"],
)
def test_without_people_of_the_same_area_and_year_nothing_is_shared_out(rows):
    assert shares(*TWO_YEARS, *rows) is None


@pytest.mark.parametrize("additivity", ["ratio", "index", "rank", "none"])
def test_only_amounts_that_add_up_are_shared_out(additivity):
    ratio = replace(OUTPUT, additivity=additivity)
    rows = (*TWO_YEARS, value("output", "east", "2024", 90_000))
    assert shares(*rows, indicators=(PEOPLE, ratio)) is None


def test_people_are_not_shared_out_among_themselves():
    assert shares(*TWO_YEARS, indicators=(PEOPLE,)) is None


def test_without_a_population_nothing_is_shared_out():
    assert shares(value("output", "east", "2024", 90_000), indicators=(OUTPUT,)) is None
