"""What axe finds on every kind of page: nothing, in both languages, light and dark, on a phone and on a desk."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.test_browser import KINDS, of_kind  # noqa: F401 - a fixture, used by its name

pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCREENS = {"phone, light": (360, "light"), "desk, dark": (1280, "dark")}


@pytest.fixture(scope="module")
def screens(browser):
    """One tab a screen; the judge is a script of its own, which the policy of the pages would keep out."""
    contexts = {
        name: browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
        )
        for name, (width, scheme) in SCREENS.items()
    }
    yield {name: context.new_page() for name, context in contexts.items()}
    for context in contexts.values():
        context.close()


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("home", ["", "en/"], ids=["vi", "en"])
def test_no_page_breaks_a_rule_of_axe(served, screens, of_kind, home, screen):  # noqa: F811 - the fixture
    judge, tab, broken = Axe(), screens[screen], {}
    for kind in KINDS:
        address = of_kind(kind)
        tab.goto(f"{served}{home if kind != '404.html' else ''}{address}")
        found = judge.run(tab, options={"runOnly": RULES, "resultTypes": ["violations"]})
        if found.violations_count:
            broken[address] = [
                (each["id"], each["nodes"][0]["html"][:120]) for each in found.response["violations"]
            ]
    assert broken == {}
