"""What is said of promises that everyone in Hanoi knows, worked out on paper."""

from datetime import date

import pytest


@pytest.fixture(scope="module")
def found(scenes):
    return scenes[0].judgements


def test_urbanisation_moves_away_from_its_target_by_a_hair(found):
    judgement = found.leading["nq12-09a"]
    assert (judgement.status, judgement.basis, judgement.firm) == ("moving-away", "pace", False)
    assert [(each.year, each.value) for each in (judgement.pace.base, judgement.latest)] == [
        (2021, 49.16),
        (2024, 49.11),
    ]
    assert judgement.pace.ratio == pytest.approx(((49.11 - 49.16) / 3) / ((60 - 49.16) / 4))
    assert (judgement.edge, judgement.reached) == (60.0, None)
    assert {each.test for each in judgement.differing} == {"first-left-out", "revised-up"}


def test_growth_from_2021_to_2025_stayed_below_its_range(found):
    judgement = found.leading["nq12-01"]
    assert (judgement.status, judgement.basis, judgement.firm) == ("off-track", "mean", True)
    assert [each.value for each in judgement.parts] == [2.92, 8.89, 6.27, 6.52, 8.16]
    assert (judgement.so_far, judgement.edge, judgement.needed) == (6.552, 7.5, None)


def test_urbanisation_of_the_delta_is_firmly_off_track(found):
    judgement = found.leading["nq30-08"]
    assert (judgement.status, judgement.firm) == ("off-track", True)
    assert judgement.pace.ratio == pytest.approx(0.253, abs=5e-4)


@pytest.mark.parametrize("name", ["ctr30-quan-2025", "ctr30-quan-2030", "adm-01", "adm-02", "adm-03"])
def test_districts_to_be_upgraded_are_no_longer_applicable_since_there_are_no_districts(catalog, found, name):
    target = next(each for each in catalog.targets if each.id == name)
    assert (found.leading[name].status, target.ended) == ("no-longer-applicable", date(2025, 7, 1))
    assert target.act != ""


def test_growth_of_the_old_delta_stops_at_the_new_boundaries(catalog, found):
    reasons = {
        found.leading[each.id].reason
        for each in catalog.targets
        if each.goal == "rrd-grdp-growth" and each.id in found.leading
    }
    assert reasons == {"boundary-change"}


def test_every_target_that_may_be_judged_is_judged_once(catalog, found):
    assert set(found.leading) == {
        each.id for each in catalog.targets if not each.draft and each.confidence != "low"
    }


def test_whatever_is_said_names_its_target_and_the_year_of_judgement_and_what_it_rests_on(found):
    leading = list(found.leading.items())
    for name, judgement in [
        *leading,
        *((name, each) for name, some in found.beside.items() for each in some),
    ]:
        assert (judgement.target, judgement.now) == (name, found.now)
        if judgement.assessed:
            assert judgement.reason is None
            assert None not in (judgement.latest, judgement.edge)
        elif judgement.status == "not-assessable":
            assert judgement.reason is not None
        if judgement.reason in {"one-observation", "stale", "series-break"}:
            assert judgement.latest is not None
    assert {judgement.method for _, judgement in leading} == {"linear", "period", "cagr"}
    assert found.revisions["budget_revenue"].count == 5
