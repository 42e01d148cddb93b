"""What a page costs a reader far from a fast network, as the public server sends it."""

import pytest

from tests.kinds import HOMES, TWINS, everywhere
from tests.weights import weigh

pytestmark = pytest.mark.browser
INDICATOR = 120_000
"""Bytes of an indicator page, chart and both fonts in it."""
ANY = 150_000


@pytest.mark.parametrize("home", HOMES, ids=["vi", "en"])
def test_the_largest_indicator_page_is_complete_and_readable_within_120_kb(
    browser, packed_served, of_kind, home
):
    weight = weigh(browser, f"{packed_served}{home}{of_kind('indicators/*/')}")
    assert weight.page > 10_000, "packed, the chart is in it"
    assert weight.fonts > 30_000, "both weights came"
    assert weight.whole <= INDICATOR


@pytest.mark.parametrize(("home", "kind"), everywhere(*TWINS))
def test_no_kind_of_page_is_heavy(browser, packed_served, of_kind, home, kind):
    assert weigh(browser, f"{packed_served}{home}{of_kind(kind)}").whole <= ANY


def test_an_indicator_page_has_its_chart_before_any_script_runs(browser, packed_served, of_kind):
    context = browser.new_context(java_script_enabled=False)
    try:
        tab = context.new_page()
        tab.goto(f"{packed_served}{of_kind('indicators/*/')}")
        assert tab.locator("figure.chart .chart__view > svg").first.is_visible()
    finally:
        context.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", ["", "indicators/*/", "targets/*/", "areas/*/", "datasets/*/"])
def test_nothing_jumps_while_a_page_arrives(browser, packed_served, of_kind, kind, width):
    context = browser.new_context(viewport={"width": width, "height": 740})
    try:
        tab = context.new_page()
        tab.route("**/*.woff2", lambda route: (tab.wait_for_timeout(400), route.continue_()))
        tab.add_init_script(
            "window.shifts = []; new PerformanceObserver((list) => { for (const each of list.getEntries())"
            " window.shifts.push(each.value); }).observe({ type: 'layout-shift', buffered: true });"
        )
        tab.goto(f"{packed_served}{of_kind(kind)}")
        tab.wait_for_load_state("networkidle")
        tab.evaluate("document.fonts.ready")
        tab.wait_for_timeout(200)
        assert sum(tab.evaluate("window.shifts")) < 0.01
    finally:
        context.close()
