"""The real portal in a real browser, as a reader on a phone meets it."""

import re
from urllib.parse import urlsplit

import pytest

from tests.kinds import EMBEDS, KINDS, TWINS, everywhere

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}
BREACHES = """addEventListener("securitypolicyviolation", (breach) =>
  console.error(`Content Security Policy: ${breach.violatedDirective} ${breach.blockedURI}`), true)"""


@pytest.fixture(scope="session")
def with_chart(site):
    """The address of a page that has a chart."""
    every = sorted(site.glob("indicators/*/index.html"))
    path = next(each for each in every if "data-chart" in each.read_text("utf-8"))
    return f"{path.parent.relative_to(site).as_posix()}/"


@pytest.fixture
def page(browser):
    """A tab on a phone; what it asks for and what it complains of is kept."""
    context = browser.new_context(viewport=PHONE)
    tab = context.new_page()
    tab.set_default_timeout(15_000)
    tab.asked, tab.complaints = [], []
    tab.add_init_script(BREACHES)
    tab.on("request", lambda request: tab.asked.append(request.url))
    tab.on(
        "console",
        lambda said: tab.complaints.append(said.text) if said.type in {"error", "warning"} else None,
    )
    tab.on("pageerror", lambda error: tab.complaints.append(str(error)))
    yield tab
    context.close()


@pytest.mark.parametrize(("home", "kind"), everywhere(*KINDS, *EMBEDS))
def test_a_page_fits_a_phone_complains_of_nothing_and_asks_nobody_else(served, page, of_kind, home, kind):
    page.goto(f"{served}{home}{of_kind(kind)}")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.complaints == []
    assert {urlsplit(address).netloc for address in page.asked if not address.startswith("data:")} == {
        urlsplit(served).netloc
    }
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("kind", TWINS)
def test_the_language_switch_stays_on_the_page_both_ways(served, page, of_kind, kind):
    address = of_kind(kind)
    page.goto(f"{served}{address}")
    page.locator(".languages a[hreflang=en]").click()
    page.wait_for_url(f"{served}en/{address}")
    assert page.locator("html").get_attribute("lang") == "en"
    page.locator(".languages a[hreflang=vi]").click()
    page.wait_for_url(f"{served}{address}")
    assert page.locator("html").get_attribute("lang") == "vi"


def test_an_interactive_chart_is_loaded_only_when_asked_for_and_goes_again(served, page, with_chart):
    page.goto(f"{served}{with_chart}")
    page.wait_for_load_state("networkidle")
    figure = page.locator("figure.chart").first
    button, still = figure.locator("button[data-chart]"), figure.locator(".chart__view > svg")
    first = button.inner_text()
    assert [address for address in page.asked if "vega" in address or "/embed/" in address] == []
    button.click()
    figure.locator(".chart__live svg").wait_for()
    assert not still.is_visible()
    assert button.inner_text() != first
    assert sorted(urlsplit(address).path.split("/")[1] for address in page.asked[-2:]) == ["assets", "embed"]
    button.click()
    figure.locator(".chart__live").wait_for(state="detached")
    assert still.is_visible()
    assert button.inner_text() == first
    assert page.complaints == []


def test_a_chart_that_cannot_be_loaded_leaves_the_still_one(served, page, with_chart):
    page.route("**/assets/vega.js", lambda route: route.abort())
    page.goto(f"{served}{with_chart}")
    figure = page.locator("figure.chart").first
    button = figure.locator("button[data-chart]")
    button.click()
    figure.locator(".chart-status", has_text=page.locator("#live").get_attribute("data-failed")).wait_for()
    assert figure.locator(".chart__view > svg").is_visible()


@pytest.mark.parametrize("kind", ["targets/*/", "indicators/*/", "areas/*/"])
def test_everything_is_there_without_scripts(served, browser, of_kind, kind):
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    try:
        tab = context.new_page()
        tab.goto(f"{served}{of_kind(kind)}")
        assert tab.locator("figure.chart .chart__view > svg").first.is_visible()
        assert tab.locator("h1").is_visible()
        assert tab.locator(".languages a[hreflang=en]").is_visible()
    finally:
        context.close()


def test_a_chart_tells_people_who_cannot_see_it_what_it_shows(served, page, with_chart):
    page.goto(f"{served}{with_chart}")
    chart = page.locator("figure.chart .chart__view > svg[role=img]").first
    named = chart.get_attribute("aria-labelledby").split()
    assert [len(page.locator(f"[id='{name}']").text_content()) > 10 for name in named] == [True, True]


def test_dark_and_light_are_remembered_for_both_languages(served, page):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(color_scheme="light")
    page.goto(served)
    shown = "document.body.getAttribute('data-md-color-scheme')"
    assert page.evaluate(shown) == "default"
    page.locator(".scheme button:visible").click()
    assert page.evaluate(shown) == "slate"
    page.goto(f"{served}en/targets/")
    assert page.evaluate(shown) == "slate"


def test_the_keyboard_reaches_the_content_first(served, page):
    page.goto(f"{served}targets/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


MAPPED = "indicators/population_avg/"


def tiles(page):
    """What stands on the squares that can be seen: name -> figure, mark, shade."""
    return page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("[data-sheet]:not([hidden]) .tile")].map((tile) => [
            tile.querySelector("b").textContent,
            [tile.querySelector("[data-value]").textContent, tile.querySelector("[data-mark]").textContent,
             [...tile.classList].find((each) => each.startsWith("tile--"))],
        ]))"""
    )


def test_the_map_shows_another_year_and_other_units_and_the_address_keeps_them(served, page):
    page.goto(f"{served}{MAPPED}")
    page.wait_for_load_state("networkidle")
    assert tiles(page)["Hà Nội"] == ["8.717,6", "sb", "tile--5"]
    assert len(tiles(page)) == 11
    page.locator("[data-map] [data-period]").select_option("2016")
    page.locator("[data-map] [data-units]").select_option("6")
    assert urlsplit(page.url).fragment == "map=2016&units=6"
    assert page.locator("[data-when]").inner_text() == "2016"
    assert (len(tiles(page)), tiles(page)["Hưng Yên"]) == (6, ["3.053,6", "tính", "tile--2"])
    page.reload()
    page.wait_for_load_state("networkidle")
    assert tiles(page)["Hưng Yên"] == ["3.053,6", "tính", "tile--2"]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.complaints == []


def test_the_map_is_led_by_the_keyboard_alone(served, page):
    page.goto(f"{served}{MAPPED}")
    page.wait_for_load_state("networkidle")
    page.locator("[data-map] [data-period]").focus()
    page.keyboard.press("ArrowDown")
    assert page.locator("[data-when]").inner_text() == "2023"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hasAttribute('data-units')")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('tile')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/areas/**")


def test_an_address_with_an_unknown_year_opens_the_newest_one(served, page):
    page.goto(f"{served}en/{MAPPED}#map=1066&units=nowhere")
    page.wait_for_load_state("networkidle")
    assert page.locator("[data-when]").inner_text() == "2024"
    assert tiles(page)["Hanoi"] == ["8,717.6", "prel.", "tile--5"]
    assert page.complaints == []


def test_the_map_is_there_without_scripts_and_offers_no_choice(served, browser):
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    try:
        tab = context.new_page()
        tab.goto(f"{served}{MAPPED}")
        assert tab.locator("[data-sheet]:visible .tile").count() == 11
        assert tab.locator("[data-choice]").is_hidden()
        tab.locator("#today > summary").click()
        assert tab.locator("#today table").is_visible()
    finally:
        context.close()


def test_the_map_runs_under_a_policy_that_forbids_inline_code(served, page):
    def guarded(route):
        answer = route.fetch()
        policy = {"content-security-policy": "script-src 'self'"}
        route.fulfill(response=answer, headers={**answer.headers, **policy})

    page.route(f"**/{MAPPED}", guarded)
    page.goto(f"{served}{MAPPED}")
    page.wait_for_load_state("networkidle")
    page.locator("[data-map] [data-period]").select_option("2016")
    assert tiles(page)["Hà Nội"][0] == "7.590,8"


def test_the_board_is_narrowed_ordered_and_keeps_the_choice_in_its_address(served, page):
    page.goto(f"{served}targets/")
    rows = page.locator("#board li[data-status]:not([hidden])")
    everything = rows.count()
    page.locator("select[name=status]").select_option("no-longer-applicable")
    assert {each.get_attribute("data-status") for each in rows.all()} == {"no-longer-applicable"}
    assert page.get_by_role("status").first.inner_text() == f"Đang xem 6 trong {everything} mục tiêu"
    assert rows.first.is_visible()
    page.locator("select[name=sort]").select_option("year")
    assert page.get_by_role("status").first.inner_text().endswith(" mục tiêu · Thứ tự theo năm")
    years = [each.get_attribute("data-year") for each in rows.all()]
    assert years == sorted(years)
    assert urlsplit(page.url).query == "status=no-longer-applicable&sort=year"
    page.reload()
    assert rows.count() == 6
    page.get_by_role("button", name="Xem tất cả").click()
    page.wait_for_function("location.search === ''")
    assert rows.count() == everything


def test_a_link_to_a_group_of_the_board_opens_it(served, page):
    page.goto(f"{served}targets/#urban")
    assert page.locator("section:has(#urban) .board > li").first.is_visible()


def test_the_board_can_be_read_without_a_script(served, browser):
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{served}targets/")
    tab.locator("section:has(#economic) summary").click()
    assert tab.locator("section:has(#economic) .board > li").first.is_visible()
    assert not tab.locator("form.filters").is_visible()
    context.close()


def test_paper_shows_every_target_of_the_board(served, page):
    page.goto(f"{served}targets/")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#board li[data-status] >> visible=true").count() == 193
    assert not page.locator("form.filters").is_visible()


def test_the_sum_behind_a_status_opens_on_the_page_of_a_target(served, page):
    page.goto(f"{served}en/targets/ha-noi-urbanisation/")
    fold = page.locator("details.sum").first
    fold.locator("summary").click()
    assert "÷" in fold.inner_text()
    record = page.request.get(
        page.evaluate("document.querySelector('details.sum a[href$=json]').href")
    ).json()
    assert (record["goal"], record["lead"]) == ("ha-noi-urbanisation", "nq12-09b")


def test_every_page_has_a_policy_that_allows_no_script_but_files_of_the_site(site):
    policy = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
    inline = re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>|\son[a-z]+=[\"']|javascript:",
        re.IGNORECASE,
    )
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        found = policy.findall(text)
        assert len(found) == 1, path
        scripts = next(
            (each for each in found[0].split("; ") if each.startswith("script-src")), "script-src 'none'"
        )
        assert "default-src 'none'" in found[0]
        # Pagefind is WebAssembly: its page may compile that, and still makes no script of a text.
        more = {"script-src 'self' 'wasm-unsafe-eval'"} if path.parent.name == "search" else set()
        assert scripts in {"script-src 'self'", "script-src 'none'"} | more, path
        assert inline.search(text.partition("</head>")[2]) is None, (path, inline.search(text))
        assert inline.search(text.partition("</head>")[0]) is None, (path, inline.search(text))


def test_a_script_written_into_a_page_does_not_run(served, page):
    page.goto(f"{served}targets/")
    page.evaluate(
        "() => { const one = document.createElement('script'); one.textContent = 'window.harm = 1';"
        " document.body.append(one);"
        " document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.harm = 2\">'); }"
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.harm") is None
    assert any("Content Security Policy" in said for said in page.complaints)


def test_text_is_never_made_into_a_script(served, page):
    page.goto(f"{served}targets/")
    page.evaluate("setTimeout('window.harm = 3')")
    page.wait_for_timeout(200)
    assert page.evaluate("window.harm") is None
