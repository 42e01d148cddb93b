"""Everything axe finds on every kind of page in every setting: nothing."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.kinds import EMBEDS, KINDS, everywhere
from tests.test_accessibility import broken_rules

pytestmark = [pytest.mark.judge, pytest.mark.browser]


@pytest.fixture(scope="module")
def judge(tools):
    return Axe.from_file(tools / "axe-core" / "axe.min.js")


@pytest.fixture(scope="module", params=[360, 1280], ids=["360 px", "1280 px"])
def width(request):
    return request.param


@pytest.fixture(scope="module", params=["light", "dark"])
def tab(browser, width, request):
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=request.param, bypass_csp=True
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("home", "kind"), everywhere(*KINDS, *EMBEDS))
def test_no_page_breaks_a_rule_in_any_setting(at, judge, tab, home, kind):
    tab.goto(at(home, kind)[1])
    assert broken_rules(judge, tab) == []
