"""The portal by the keyboard alone: everything reached, seen, never hidden, and left again."""

import pytest

from tests.kinds import HOMES, KINDS

pytestmark = pytest.mark.browser
WALKED = ("", "indicators/*/", "targets/*/", "targets/", "areas/*/", "datasets/*/")
SCREENS = {"phone": (360, 740), "desk": (1280, 800)}
LEAST = 24
"""Pixels a target measures at least."""

STOPS = """() => [...document.querySelectorAll(
    "a[href], button, summary, select, textarea, input:not([type=hidden]), [tabindex='0'], [contenteditable]"
  )].filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.disabled && each.tabIndex >= 0
    && (each.type !== "radio" || each.checked))"""

HERE = """(stops) => {
  const at = document.activeElement;
  if (at === document.body || at === document.documentElement) return null;
  const style = getComputedStyle(at);
  const boxes = [...at.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  const seen = boxes.some((box) => [0.1, 0.3, 0.5, 0.7, 0.9].some((across) => [0.2, 0.5, 0.8].some((down) => {
    const found = document.elementFromPoint(box.left + across * box.width, box.top + down * box.height);
    return found !== null && (found === at || at.contains(found));
  })));
  return {
    number: stops.indexOf(at),
    what: `${at.tagName.toLowerCase()}${at.id && "#" + at.id}.${at.className?.baseVal ?? at.className}`
      + ` ${(at.textContent ?? "").trim().slice(0, 40)}`,
    seen,
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    size: boxes.length ? Math.min(...["width", "height"].map((each) => at.getBoundingClientRect()[each])) : 0,
    apart: at.matches("button, summary, select, input, textarea"),
  };
}"""


@pytest.fixture(params=SCREENS.values(), ids=SCREENS)
def tab(browser, request):
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def walk(tab):
    """Press Tab until the page is left; what was met on the way, and how many stops there are."""
    stops = tab.evaluate_handle(STOPS)
    count, met = tab.evaluate("(stops) => stops.length", stops), []
    for _ in range(count + 5):
        tab.keyboard.press("Tab")
        here = tab.evaluate(HERE, stops)
        if here is None or (met and here["number"] == met[0]["number"]):
            return met, count
        met.append(here)
    return met, count


@pytest.mark.parametrize("kind", WALKED)
def test_the_tab_key_meets_everything_once_and_nothing_is_hidden_unmarked_or_small(
    served, tab, of_kind, kind
):
    tab.goto(f"{served}{of_kind(kind)}")
    tab.wait_for_load_state("networkidle")
    met, count = walk(tab)
    assert [each["number"] for each in met] == list(range(count)), "in the order of the page, without a trap"
    assert [each["what"] for each in met if not each["seen"]] == [], "visible, not below the header"
    assert [each["what"] for each in met if not each["ring"]] == [], "with a ring"
    assert [(each["what"], each["size"]) for each in met if each["apart"] and each["size"] < LEAST] == []


@pytest.mark.parametrize("home", HOMES, ids=["vi", "en"])
@pytest.mark.parametrize("kind", ["", "indicators/*/", "targets/*/"])
def test_the_first_stop_leads_past_the_header(served, tab, of_kind, home, kind):
    tab.goto(f"{served}{home}{of_kind(kind)}")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.getAttribute('href')") == "#content"
    assert tab.locator(".skip").bounding_box()["y"] >= 0
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "content"
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.getElementById('content').contains(document.activeElement)")


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_opens_over_the_page_closes_by_escape_and_gives_the_focus_back(served, tab, of_kind, kind):
    tab.goto(f"{served}{of_kind(kind)}")
    openers = tab.locator("button[popovertarget]:not([popovertargetaction=hide])").all()
    for opener in [each for each in openers if each.is_visible()][:5]:
        opened = tab.locator(f"[id='{opener.get_attribute('popovertarget')}']")
        opener.focus()
        tab.keyboard.press("Enter")
        assert opened.evaluate("(each) => each.matches(':popover-open')")
        tab.keyboard.press("Tab")
        tab.keyboard.press("Escape")
        assert not opened.evaluate("(each) => each.matches(':popover-open')")
        assert opener.evaluate("(each) => each === document.activeElement")


def test_the_menu_of_a_phone_is_one_of_them(served, browser):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    try:
        tab = context.new_page()
        tab.goto(served)
        tab.locator(".menu-button").focus()
        tab.keyboard.press("Enter")
        assert tab.locator("#menu nav a").first.is_visible()
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.getElementById('menu').contains(document.activeElement)")
        tab.keyboard.press("Escape")
        assert not tab.locator("#menu").is_visible()
        assert tab.evaluate("document.activeElement.matches('.menu-button')")
    finally:
        context.close()


def test_a_fold_opens_and_closes_from_the_keyboard(served, tab, of_kind):
    tab.goto(f"{served}{of_kind('targets/*/')}")
    fold = tab.locator("details.fold").first
    before = fold.evaluate("(each) => each.open")
    fold.locator("summary").focus()
    tab.keyboard.press("Enter")
    assert fold.evaluate("(each) => each.open") is not before
    tab.keyboard.press("Space")
    assert fold.evaluate("(each) => each.open") is before


@pytest.mark.parametrize("kind", ["indicators/*/"])
def test_a_chart_asked_for_by_the_keyboard_keeps_the_focus_and_says_that_it_came(served, tab, of_kind, kind):
    tab.goto(f"{served}{of_kind(kind)}")
    button = tab.locator("button[data-chart]").first
    button.focus()
    tab.keyboard.press("Enter")
    tab.locator("figure.chart .chart__live svg").first.wait_for()
    status = tab.locator("figure.chart", has=tab.locator(".chart__live")).get_by_role("status")
    assert status.inner_text() == tab.locator("#live").get_attribute("data-shown")
    assert button.evaluate("(each) => each === document.activeElement")


def test_light_and_dark_are_switched_to_and_fro_from_the_same_place(served, browser):
    context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme="light")
    try:
        tab = context.new_page()
        tab.goto(served)
        scheme = "document.body.getAttribute('data-md-color-scheme')"
        tab.locator(".scheme button:visible").focus()
        for wanted in ("slate", "default", "slate"):
            tab.keyboard.press("Enter")
            assert tab.evaluate(scheme) == wanted
            assert tab.evaluate("document.activeElement.matches('.scheme button:not([hidden])')")
    finally:
        context.close()
