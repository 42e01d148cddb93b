"""What every kind of page is to people who see, hear or move in other ways; judged by axe, and beyond what axe sees."""

import re
from html.parser import HTMLParser

import pytest
from axe_playwright_python.sync_playwright import Axe

from build_scripts.present.tongue import foreign, tongue
from tests.kinds import EMBEDS, KINDS, TWINS, everywhere

pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCREENS = {"": (360, "light"), "en/": (1280, "dark")}
"""The home of a language, and on what its pages are looked at here: width and scheme. All others: `make judge`."""


def broken_rules(judge, tab):
    """What the judge finds wrong on the page in `tab`: each rule with the first place."""
    found = judge.run(tab, options={"runOnly": RULES, "resultTypes": ["violations"]})
    return [(each["id"], each["nodes"][0]["html"][:120]) for each in found.response["violations"]]


@pytest.fixture(scope="module")
def tabs(browser):
    """A tab of each screen; the judge is a script of its own, which the policy of the pages would keep out."""
    contexts = {
        home: browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
        )
        for home, (width, scheme) in SCREENS.items()
    }
    yield {home: context.new_page() for home, context in contexts.items()}
    for context in contexts.values():
        context.close()


@pytest.mark.parametrize(("home", "kind"), everywhere(*KINDS, *EMBEDS))
def test_no_page_breaks_a_rule_of_axe(served, tabs, of_kind, home, kind):
    tabs[home].goto(f"{served}{home}{of_kind(kind)}")
    assert broken_rules(Axe(), tabs[home]) == []


@pytest.fixture
def phone(browser):
    context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


WIDE_SET = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
"""What a reader may ask for (WCAG 1.4.12)."""


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_a_narrow_phone_and_widely_set_text(served, phone, of_kind, kind):
    phone.goto(f"{served}{of_kind(kind)}")
    phone.set_viewport_size({"width": 320, "height": 740})
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
    phone.add_style_tag(content=WIDE_SET)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_for_a_reader_who_wants_no_motion(served, phone, of_kind, kind):
    phone.goto(f"{served}{of_kind(kind)}")
    moving = """[...document.querySelectorAll("*")].filter((each) => {
      const style = getComputedStyle(each);
      return parseFloat(style.transitionDuration) > 0 || style.animationName !== "none"
        || style.scrollBehavior === "smooth";
    }).map((each) => each.outerHTML.slice(0, 80))"""
    assert phone.evaluate(moving) == []


@pytest.mark.parametrize(("home", "kind"), everywhere(*TWINS))
def test_every_chart_has_a_title_a_description_and_its_figures_in_a_table(served, phone, of_kind, home, kind):
    phone.goto(f"{served}{home}{of_kind(kind)}")
    charts = phone.locator("figure.chart .chart__view > svg").all()
    for chart in charts:
        assert chart.get_attribute("role") == "img"
        title, description = chart.get_attribute("aria-labelledby").split()
        assert len(phone.locator(f"[id='{title}']").text_content()) > 5
        assert len(phone.locator(f"[id='{description}']").text_content()) > 20
    assert not charts or phone.locator("#content table").count() > 0


class Fragments(HTMLParser):
    """Collects each piece of text of a page with the language it is said to be in."""

    EMPTY = frozenset({"meta", "link", "input", "br", "hr", "img", "wbr", "source", "col"})

    def __init__(self, html):
        super().__init__()
        self.open, self.found = [("", None)], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag not in self.EMPTY:
            self.open.append((tag, dict(attrs).get("lang", self.open[-1][1])))

    def handle_startendtag(self, tag, attrs):
        """An element without an inside says nothing."""

    def handle_endtag(self, tag):
        places = [place for place, (name, _) in enumerate(self.open) if name == tag]
        del self.open[places[-1] :]

    def handle_data(self, data):
        tag, language = self.open[-1]
        if tag not in {"script", "style", "code", "title", "desc"}:
            self.found.append((language, " ".join(data.split())))


def is_foreign(text, language):
    """Whether a whole sentence is in the other language; names, and figures with units, may stand in any page."""
    words = re.findall(r"[^\W\d_]{2,}", re.sub(r"\S+/\S*", "", text))
    if len(words) < 6 or " / " in text:  # a title given in both languages is in neither
        return False
    lower = [word for word in words if word.islower()]
    marked = sum(tongue(word) == "vi" for word in lower) / max(len(lower), 1)
    english = foreign(text, "vi", only_two=False) == "en"
    return (marked > 0.6 and not english) if language == "en" else (marked < 0.1 and english)


@pytest.mark.parametrize(("home", "kind"), everywhere(*TWINS))
def test_every_sentence_is_said_to_be_in_the_language_it_is_in(site, home, kind):
    wrong = set()
    for path in site.glob(f"{home}{kind}index.html"):
        for language, text in Fragments(path.read_text("utf-8")).found:
            if is_foreign(text, language):
                wrong.add(text)
    assert wrong == set()
