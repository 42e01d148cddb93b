"""An indicator in plain words: read by its unit, judged by its direction, silent where its package is."""

from dataclasses import replace

import pytest

from build_scripts.model import Break, Measure, Period, Term, Text, Unit
from build_scripts.present.pages.indicators import headline
from build_scripts.present.plain import meaning
from build_scripts.present.terms import lexicon_of
from tests.tiny import both, frame, indicator, scene, tiny, value


def unit(symbol, kind, *, lower=None, upper=None, name=""):
    return Unit("u", both(symbol), both(name), kind, "u", join=False, lower=lower, upper=upper)


def said(figure, measure, language="en", *, rows=(), more=None, **fields):
    """Explain the indicator `tap`, whose figure in the east in 2024 is `figure`."""
    own = replace(indicator("tap"), **({"unit": "u", "additivity": "none"} | fields))
    observations = frame(value("tap", "east", "2024", figure), *rows)
    parts = {
        "units": {"u": measure},
        "indicators": {"tap": own},
        "observations": observations,
        "measures": (),
    }
    made = scene(tiny(**(parts | (more or {}))), language)
    return meaning(made, own, headline(made, own, "east"), lexicon_of(made.catalog, made.say))


PERCENT = unit("%", "share")


@pytest.mark.parametrize(
    ("figure", "reads"),
    [
        (49.11, "If the whole were cut into 100 equal parts, this would be about 49 of them."),
        (12.5, "If the whole were cut into 100 equal parts, this would be about 13 of them."),
        (30, "If the whole were cut into 100 equal parts, this would be 30 of them."),
        (1.86, "If the whole were cut into 1,000 equal parts, this would be about 19 of them."),
        (99.8, "If the whole were cut into 1,000 equal parts, this would be 998 of them."),
        (0.01, "If the whole were cut into 10,000 equal parts, this would be 1 of them."),
        (100, ""),
        (104, ""),
        (0, ""),
        (-3, ""),
    ],
)
def test_a_share_is_read_as_so_many_out_of_a_hundred_or_more(figure, reads):
    assert said(figure, PERCENT, additivity="ratio").reads == reads


def test_a_share_names_what_is_counted_and_out_of_what_where_the_package_says():
    persons = Unit("p", Text("người", "persons"), both(""), "count", "p", join=False, lower=0, upper=None)
    thousands = replace(persons, id="t", symbol=Text("nghìn người", "thousand persons"))
    people, urban = (replace(indicator(each), unit="t") for each in ("people", "urban"))
    own = replace(indicator("tap"), unit="u", numerator="urban", denominator="people")
    more = {
        "units": {"u": PERCENT, "p": persons, "t": thousands},
        "indicators": {"tap": own, "people": people, "urban": urban},
    }
    for language, reads in (
        ("en", "Out of every 100 persons in “People”, about 49 persons are in “Urban”."),
        ("vi", "Cứ 100 người trong “People” thì khoảng 49 người thuộc “Urban”."),
    ):
        fields = {"additivity": "ratio", "numerator": "urban", "denominator": "people"}
        assert said(49.11, PERCENT, language, more=more, **fields).reads == reads


@pytest.mark.parametrize(
    ("figure", "measure", "reads"),
    [
        (6, unit("of 63", "rank", lower=1, upper=63), "Of the 63 places ranked, 5 stand higher."),
        (1, unit("of 63", "rank", lower=1, upper=63), "Of the 63 places ranked, none stands higher."),
        (
            103.4,
            unit("(last year = 100)", "index"),
            "With “last year = 100” as the yardstick, 103.4 is 3.4% above it.",
        ),
        (
            95,
            unit("(last year = 100)", "index"),
            "With “last year = 100” as the yardstick, 95 is 5% below it.",
        ),
        (
            43.77,
            unit("points", "score", lower=10, upper=80),
            "On the scale from 10 to 80, that is 48% of the way from the lowest to the highest mark.",
        ),
        (68, unit("points", "score", lower=0, upper=100), ""),
        (14.9, unit("‰", "rate", name="per 1,000 live births"), "That is 14.9 per 1,000 live births."),
        (2, unit("‰", "rate", name="per mille (per 1,000 people)"), "That is 2 per 1,000 people."),
        (2.1, unit("children per woman", "rate"), "On average that is 2.1 children for each woman."),
        (33, unit("beds per 10,000 people", "rate"), "On average that is 33 beds for every 10,000 people."),
        (75.5, unit("years", "time"), "That is about 75 years and 6 months."),
        (75, unit("years", "time"), ""),
        (3, unit("% per year", "rate"), ""),
    ],
)
def test_other_units_are_read_by_what_they_say_of_themselves(figure, measure, reads):
    assert said(figure, measure).reads == reads


def test_growth_is_read_against_a_hundred_only_where_both_names_call_it_growth():
    reads = "If the period it is compared with is set to 100, this one stands at 108.16."
    assert said(8.16, PERCENT, name=Text("Tốc độ tăng GRDP", "GRDP growth")).reads == reads
    assert said(8.16, PERCENT, name=Text("Mức giảm hộ nghèo", "Fall in poor households")).reads == ""


def test_what_adds_up_is_set_against_the_region_and_the_country_of_the_same_period():
    wider = (value("tap", "delta-old", "2024", 200), value("tap", "land", "2024", 1000))
    reads = "That is 25% of Delta-Old and 5% of Land in the same period."
    assert said(50, unit("t", "mass"), rows=wider, additivity="additive").reads == reads
    earlier = (value("tap", "land", "2023", 1000), value("tap", "east", "2023", 48))
    assert (
        said(50, unit("t", "mass"), rows=earlier, additivity="additive").reads
        == "That is 2\N{NO-BREAK SPACE}t more than in 2023."
    )


def test_the_example_names_its_place_time_and_figure():
    assert said(30, PERCENT, additivity="ratio").example == "East, 2024: 30\N{NO-BREAK SPACE}%."
    assert said(30, PERCENT, "vi", additivity="ratio").example == "East, năm 2024: 30\N{NO-BREAK SPACE}%."


@pytest.mark.parametrize(
    ("direction", "better"),
    [
        ("up", "The higher the better. From 2023 to 2024 it got better."),
        ("down", "The lower the better. From 2023 to 2024 it got worse."),
        ("none", "High or low is neither good nor bad in itself."),
    ],
)
def test_it_says_which_way_is_good_and_which_way_it_went(direction, better):
    rows = (value("tap", "east", "2023", 20),)
    assert said(30, PERCENT, rows=rows, direction=direction).better == better


def test_a_move_across_a_break_is_no_move():
    more = {"breaks": (Break("tap", "", Period.parse("2024"), both("New method."), "yearbook"),)}
    found = said(30, PERCENT, rows=(value("tap", "east", "2023", 20),), more=more)
    assert found.better == "The higher the better."
    assert found.limits[0] == "Figures from 2024 on cannot be compared with those before."


def test_it_says_what_it_does_not_say():
    more = {"measures": (Measure("tap-goal", "tap", "proxy", both("Near.")),)}
    found = said(30, PERCENT, more=more, additivity="ratio", compositions=("whole",))
    assert [each.split(".")[0] for each in found.limits] == [
        "It is only the nearest series found for “Tap water”; the definitions are not quite the same",
        "It is one part of a whole of 100%",
        "A share or an average can rise while the number behind it falls, and those of two places cannot be added up",
    ]
    assert said(30, unit("t", "mass"), additivity="additive").limits == ()


def test_without_a_figure_there_is_no_example_and_nothing_is_made_up():
    found = said("no-figure", PERCENT, additivity="additive")
    assert (found.example, found.reads, found.limits, found.words) == ("", "", (), ())
    assert found.better == "The higher the better."


def test_its_words_lead_to_the_glossary():
    more = {"terms": {"what": Term("what", both("What it is"), both("…"))}}
    assert [each.href for each in said(30, PERCENT, more=more).words] == ["glossary/#what"]
