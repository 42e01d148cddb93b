"""What axe finds on every kind of page: nothing, in both languages, light and dark, on a phone and on a desk."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.kinds import EMBEDS, KINDS, everywhere

pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCREENS = {"phone, light": (360, "light"), "desk, dark": (1280, "dark")}


def broken_rules(judge, tab):
    """What the judge finds wrong on the page in `tab`: each rule with the first place."""
    found = judge.run(tab, options={"runOnly": RULES, "resultTypes": ["violations"]})
    return [(each["id"], each["nodes"][0]["html"][:120]) for each in found.response["violations"]]


@pytest.fixture(scope="module", params=SCREENS.values(), ids=SCREENS)
def tab(browser, request):
    """A tab of a screen; the judge is a script of its own, which the policy of the pages would keep out."""
    width, scheme = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("home", "kind"), everywhere(*KINDS, *EMBEDS))
def test_no_page_breaks_a_rule_of_axe(served, tab, of_kind, home, kind):
    tab.goto(f"{served}{home}{of_kind(kind)}")
    assert broken_rules(Axe(), tab) == []
