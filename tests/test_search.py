"""Search, in a real browser: whatever way people type it, what they mean is among the first three."""

import unicodedata
from urllib.parse import parse_qs, quote_plus, urlsplit

import pytest
from playwright.sync_api import expect

from tests.test_browser import page  # noqa: F401 - a fixture, used by its name

pytestmark = pytest.mark.browser
LINKS = "[data-results] li > a"

VIETNAMESE = {
    # as written
    "Hà Nội": "areas/ha-noi/",
    "Hải Phòng": "areas/hai-phong-since-2025/",
    "Hưng Yên": "areas/hung-yen-since-2025/",
    "Thái Bình": "areas/thai-binh/",
    "Hà Tây": "areas/ha-tay/",
    "Việt Nam": "areas/vn/",
    "Đồng bằng sông Hồng": "areas/red-river-delta-since-2025/",
    "Mật độ dân số": "indicators/population_density/",
    "Tuổi thọ trung bình": "indicators/life_expectancy/",
    "Bảo hiểm y tế": "targets/ha-noi-health-insurance/",
    "Chỉ số hạnh phúc": "targets/ha-noi-happiness-index/",
    "Nghị quyết 30": "documents/resolution-30-nq-tw/",
    "Quyết định 368": "documents/decision-368-qd-ttg/",
    "điểm phần trăm": "glossary/#percentage-point",
    # without accents, d for đ
    "ha noi": "areas/ha-noi/",
    "hai phong": "areas/hai-phong-since-2025/",
    "dong bang song hong": "areas/red-river-delta-since-2025/",
    "do thi hoa": "indicators/urban_share/",
    "dan so": "indicators/population_avg/",
    "mat do dan so": "indicators/population_density/",
    "that nghiep": "indicators/unemployment_rate_urban/",
    "ho ngheo": "targets/ha-noi-poverty-rate/",
    "nuoc sach": "indicators/clean_water_urban/",
    "cay xanh": "targets/ha-noi-green-space-per-person/",
    "chuyen doi so": "datasets/digital/",
    "dang vien": "indicators/party_members_total/",
    "nghi quyet 30": "documents/resolution-30-nq-tw/",
    "thu ngan sach": "indicators/budget_revenue/",
    # without spaces
    "hanoi": "areas/ha-noi/",
    "haiphong": "areas/hai-phong-since-2025/",
    "dothihoa": "targets/ha-noi-urbanisation/",
    # old and new places of the accent, i and y
    "tỉ lệ đô thị hoá": "targets/ha-noi-urbanisation/",
    "tỷ lệ đô thị hóa hà nội": "targets/ha-noi-urbanisation/",
    "bác sỹ": "indicators/doctors_provincial/",
    "tỉ suất sinh": "indicators/total_fertility_rate/",
    "Hoà Bình": "areas/hoa-binh/",
    # short forms
    "HN": "areas/ha-noi/",
    "hn": "areas/ha-noi/",
    "TPHN": "areas/ha-noi/",
    "ĐBSH": "areas/red-river-delta-since-2025/",
    "dbsh": "areas/red-river-delta-since-2025/",
    "VN": "areas/vn/",
    "FDI": "indicators/fdi_new_capital/",
    "CPI": "indicators/cpi_average_yoy/",
    "PCI": "indicators/pci_s1_entry/",
    "BHYT": "targets/ha-noi-health-insurance/",
    "NTM": "glossary/#new-rural",
    "NSLĐ": "targets/ha-noi-labour-productivity/",
    "GRDP hà nội": "targets/ha-noi-grdp-growth/",
    "nq30": "documents/resolution-30-nq-tw/",
    "30-NQ/TW": "documents/resolution-30-nq-tw/",
    # a letter missing, wrong or swapped
    "hải phòg": "areas/hai-phong-since-2025/",
    "thất nghiệ": "indicators/unemployment_rate_urban/",
    "nang xuat lao dong": "indicators/labour_productivity/",
    "grpd": "indicators/grdp_growth/",
    "tuoi tho trug binh": "indicators/life_expectancy/",
    "hung yne": "areas/hung-yen-since-2025/",
    "quanh ninh": "areas/quang-ninh/",
    # questions, several things at once, other words for a page
    "dân số hà nội là bao nhiêu": "targets/ha-noi-population/",
    "dân số hải phòng": "indicators/population_avg/",
    "tỷ lệ hộ nghèo hưng yên": "indicators/poverty_rate_income/",
    "thu nhập bình quân": "indicators/income_per_capita_month/",
    "chậm tiến độ": "targets/?status=off-track",
    "thuật ngữ": "glossary/",
    "tải dữ liệu": "datasets/",
    "xuất nhập khẩu": "indicators/exports_goods/",
    "urbanisation": "indicators/urban_share/",
}
ENGLISH = {
    "hanoi": "areas/ha-noi/",
    "ha noi": "areas/ha-noi/",
    "Hà Nội": "areas/ha-noi/",
    "hai phong": "areas/hai-phong-since-2025/",
    "hung yen": "areas/hung-yen-since-2025/",
    "thai binh": "areas/thai-binh/",
    "dong bang song hong": "areas/red-river-delta-since-2025/",
    "do thi hoa": "targets/ha-noi-urbanisation/",
    "dan so": "indicators/population_avg/",
    "that nghiep": "indicators/unemployment_rate_urban/",
    "vietnam": "areas/vn/",
    "red river delta": "areas/red-river-delta-since-2025/",
    "RRD": "areas/red-river-delta-since-2025/",
    "grdp growth": "indicators/grdp_growth/",
    "urbanization": "targets/ha-noi-urbanisation/",
    "urbanisaton": "targets/ha-noi-urbanisation/",
    "unemploymnet": "indicators/unemployment_rate_urban/",
    "tourists": "targets/ha-noi-tourists/",
    "life expectancy": "indicators/life_expectancy/",
    "foreign investment": "indicators/fdi_new_projects/",
    "resolution 30": "documents/resolution-30-nq-tw/",
    "what is GRDP": "indicators/grdp_growth/",
    "off track": "targets/?status=off-track",
    "download": "datasets/",
    "glossary": "glossary/",
    "methodology": "methodology/",
}


@pytest.fixture(scope="module")
def asking(served, browser):
    """Ask the search page of a home; answers the addresses it lists, best first, and what it says of them."""
    context = browser.new_context()
    tabs = {}
    for home in ("", "en/"):
        tabs[home] = context.new_page()
        tabs[home].goto(f"{served}{home}search/")

    def answers(home, question):
        tab = tabs[home]
        tab.fill("#q", question)
        tab.press("#q", "Enter")
        return tab.eval_on_selector_all(LINKS, "all => all.map(each => each.getAttribute('href').slice(3))")

    yield answers
    context.close()


@pytest.mark.parametrize(("question", "wanted"), VIETNAMESE.items())
def test_what_a_reader_means_is_among_the_first_three(asking, question, wanted):
    assert wanted in asking("", question)[:3]


@pytest.mark.parametrize(("question", "wanted"), ENGLISH.items())
def test_the_english_site_finds_vietnamese_names_too(asking, question, wanted):
    assert wanted in asking("en/", question)[:3]


@pytest.mark.parametrize("question", VIETNAMESE)
def test_decomposed_letters_and_capitals_change_nothing(asking, question):
    decomposed = unicodedata.normalize("NFD", question)
    assert asking("", decomposed.upper()) == asking("", question)


def test_results_come_while_typing_and_the_question_is_in_the_address(served, page):  # noqa: F811
    page.goto(f"{served}search/")
    page.locator("#q").press_sequentially("dan so", delay=20)
    page.wait_for_url(f"{served}search/?q=dan+so")
    assert page.locator(LINKS).first.is_visible()
    assert page.locator(".search__index").is_hidden()
    page.goto(f"{served}search/?q={quote_plus('mật độ')}")
    assert page.locator("#q").input_value() == "mật độ"
    assert page.locator(LINKS).first.inner_text() == "Mật độ dân số"
    assert page.locator(f"{LINKS} mark").first.inner_text() == "Mật"


def test_filters_narrow_count_and_stand_in_the_address_and_go_back(served, page):  # noqa: F811
    page.goto(f"{served}search/?q=grdp")
    page.locator("details[data-filters] summary").click()
    page.select_option("select[name=kind]", "target")
    page.select_option("select[name=area]", "ha-noi")
    page.select_option("select[name=status]", "off-track")
    asked = parse_qs(urlsplit(page.url).query)
    assert asked == {"q": ["grdp"], "kind": ["target"], "area": ["ha-noi"], "status": ["off-track"]}
    found = page.eval_on_selector_all(LINKS, "all => all.map(each => each.getAttribute('href'))")
    assert found
    assert all(each.startswith("../targets/ha-noi-") for each in found)
    said = page.locator("[data-count]").inner_text()
    assert said.startswith(f"{len(found)} kết quả cho “grdp”")
    chosen = page.locator("select[name=status] option:checked").inner_text()
    assert chosen == f"Chậm tiến độ ({len(found)})"
    page.go_back()
    page.wait_for_url(f"{served}search/?q=grdp&kind=target&area=ha-noi")
    assert page.locator("select[name=status]").input_value() == ""
    page.locator("details[data-filters] [data-reset]").click()
    assert page.url == f"{served}search/?q=grdp"


def test_the_other_language_is_asked_the_same(served, page):  # noqa: F811
    page.goto(f"{served}search/?q=dan+so&kind=indicator")
    page.locator(".languages a[hreflang=en]").click()
    page.wait_for_url(f"{served}en/search/?q=dan+so&kind=indicator")
    assert page.locator(LINKS).first.get_attribute("href") == "../indicators/population_avg/"


def test_arrows_go_through_the_results_and_escape_goes_back(served, page):  # noqa: F811
    page.goto(f"{served}search/?q=dan+so")
    page.locator("#q").focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == page.locator(LINKS).first.inner_text()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == page.locator(LINKS).nth(1).inner_text()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served}indicators/population_avg/")


def test_the_text_of_pages_is_searched_too(served, page):  # noqa: F811
    page.goto(f"{served}search/?q={quote_plus('không nội suy')}")
    page.locator("[data-deeper] li a[href='../methodology/']").wait_for()
    assert page.complaints == []


def test_what_is_not_there_is_said_with_ways_on(served, page):  # noqa: F811
    page.goto(f"{served}search/?q=xyzzyqwv&kind=area")
    page.locator("section[data-none]").wait_for()
    assert page.locator("[data-count]").inner_text() == "Không tìm thấy gì cho “xyzzyqwv”."
    ways = page.eval_on_selector_all(
        "section[data-none] a", "all => all.map(each => each.getAttribute('href'))"
    )
    lists = ("targets", "indicators", "areas", "documents", "datasets", "glossary", "contribute")
    assert ways == [f"../{each}/" for each in lists]
    page.locator("section[data-none] [data-reset]").click()
    assert page.url == f"{served}search/?q=xyzzyqwv"


def test_nobody_is_offered_no_more_results(served, page):  # noqa: F811 - the fixture
    page.goto(f"{served}en/search/?q=do%20thi%20hoa")
    page.wait_for_selector("[data-results] li")
    assert page.locator("[data-results] li").count() < 20
    assert not page.locator("button[data-more]").is_visible()


def test_a_question_is_text_never_markup(served, page):  # noqa: F811
    hostile = "<img src=x onerror=alert(1)>$&{n}"
    page.goto(f"{served}search/?q={quote_plus(hostile)}&kind=<b>&area=__proto__")
    expect(page.locator("[data-count]")).to_contain_text(hostile)
    assert page.locator("#content img").count() == 0
    assert page.complaints == []


def test_without_a_script_every_page_is_listed(served, browser, site):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{served}search/?q=grdp")
    assert tab.locator("noscript").inner_text() != ""
    listed = {
        each.removeprefix("../").partition("#")[0].partition("?")[0]
        for each in tab.eval_on_selector_all(
            ".search__index li > a", "all => all.map(each => each.getAttribute('href'))"
        )
    }
    context.close()
    there = {
        f"{path.parent.relative_to(site).as_posix()}/".removeprefix("./")
        for path in site.rglob("index.html")
        if path.relative_to(site).parts[0] not in {"en", "embed", "search", "pagefind"}
    }
    assert listed == there


def test_it_works_from_a_folder_without_the_text(site, page):  # noqa: F811
    page.goto((site / "search" / "index.html").as_uri() + "?q=ha+noi")
    assert page.locator(LINKS).first.get_attribute("href") == "../areas/ha-noi/"
    page.fill("#q", "hai phong")
    expect(page.locator(LINKS).first).to_have_text("Hải Phòng")


def test_the_way_to_search_is_in_the_header(served, page):  # noqa: F811
    page.goto(f"{served}en/targets/ha-noi-urbanisation/")
    page.locator("header .search-link").click()
    page.wait_for_url(f"{served}en/search/")
    assert page.evaluate("document.activeElement.id") == "q"


def test_a_question_can_be_asked_on_the_home_page(served, page):  # noqa: F811
    page.goto(f"{served}en/")
    page.fill("#q", "dan so")
    page.press("#q", "Enter")
    page.wait_for_url(f"{served}en/search/?q=dan+so")
    assert page.locator(LINKS).first.get_attribute("href") == "../indicators/population_avg/"
