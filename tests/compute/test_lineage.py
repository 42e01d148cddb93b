from build_scripts.compute.lineage import lineage_of
from tests.tiny import document, target, tiny


def lineage(**more):
    catalog = tiny(**more)
    return lineage_of(catalog, catalog.goals["tap-goal"])


def sides(found):
    return [
        (each.start_year, each.year, [[one.id for one in side] for side in each.sides])
        for each in found.conflicts
    ]


def test_documents_stand_in_the_order_of_their_dates_and_undated_ones_last():
    documents = {
        "late": document("late", date="2024"),
        "early": document("early", date="2020-10-15"),
        "never": document("never", order=9),
    }
    targets = tuple(target(name, document=name, source="none") for name in ("never", "late", "early"))
    found = lineage(documents=documents, targets=targets)
    assert [(step.document.id, step.date, step.by_source) for step in found.steps] == [
        ("early", "2020-10-15", False),
        ("late", "2024", False),
        ("never", "", False),
    ]


def test_a_document_without_a_date_takes_that_of_its_oldest_source():
    (step,) = lineage(targets=(target("a"),)).steps
    assert (step.date, step.by_source) == ("2025", True)


def test_equal_figures_of_two_documents_are_no_conflict():
    assert sides(lineage(targets=(target("a"), target("b", document="act")))) == []


def test_about_a_figure_and_the_figure_agree():
    targets = (target("a", operator="~", high=70.0), target("b", operator="=", high=70.0, document="act"))
    assert sides(lineage(targets=targets)) == []


def test_different_figures_for_one_term_are_a_conflict_with_its_sides():
    targets = (target("a"), target("b", low=75.0, document="act"), target("c", year=2025))
    assert sides(lineage(targets=targets)) == [(None, 2030, [["a"], ["b"]])]


def test_drafts_yearly_plans_doubtful_and_ended_targets_make_no_conflict():
    targets = (
        target("a"),
        target("b", low=75.0, draft=True),
        target("c", low=76.0, yearly=True),
        target("d", low=77.0, confidence="low"),
    )
    assert sides(lineage(targets=targets)) == []


def test_the_real_conflicts_of_urbanisation_are_three(catalog):
    found = lineage_of(catalog, catalog.goals["ha-noi-urbanisation"])
    assert sides(found) == [(None, 2030, [["ctr16-01b", "ctr25-01b"], ["ctr21-02b"], ["nq12-09b"]])]


def test_a_draft_is_followed_by_what_replaced_it(catalog):
    found = lineage_of(catalog, catalog.goals["ha-noi-grdp-growth"])
    steps = {step.document.id: step for step in found.steps}
    assert [each.id for each in steps["congress-18-draft"].replaced_by] == ["congress-18"]
