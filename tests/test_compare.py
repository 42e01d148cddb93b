"""The comparing page in a real browser: what readers choose, what they see, what they take along."""

import csv
import io
import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from build_scripts.present.numbers import MINUS, Writer
from build_scripts.present.say import speak
from tests.test_accessibility import RULES

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}
HOMES = {"vi": "", "en": "en/"}
PEOPLE, OUTPUT, TOWN = "population_avg", "grdp_current", "urban_share"
NOW, FORMER = "hai-phong-since-2025", "hai-duong"
FOUR = f"ha-noi,{NOW},{FORMER},vn"
BOTH = pytest.mark.parametrize("language", HOMES)


@pytest.fixture
def page(browser, served):
    """A tab on a phone that must not complain, nor ask anybody but the site; `forgiven` are words of complaints to come."""
    context = browser.new_context(viewport=PHONE, accept_downloads=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.set_default_timeout(15_000)
    tab.asked, tab.complaints, tab.forgiven = [], [], ()
    tab.on("request", lambda request: tab.asked.append(request.url))
    tab.on(
        "console",
        lambda said: tab.complaints.append(said.text) if said.type in {"error", "warning"} else None,
    )
    tab.on("pageerror", lambda error: tab.complaints.append(str(error)))
    yield tab
    hosts = {urlsplit(each).netloc for each in tab.asked if not each.startswith(("data:", "blob:"))}
    left = [said for said in tab.complaints if not any(each in said for each in tab.forgiven)]
    context.close()
    assert hosts == {urlsplit(served).netloc}
    assert left == []


@pytest.fixture
def show(page, served):
    """Open the page with a choice in its address, and wait until it is drawn."""

    def shown(query="", language="vi"):
        page.goto(f"{served}{HOMES[language]}compare/{query}")
        settled(page)
        return page

    return shown


@pytest.fixture(scope="session")
def piece(site):
    """Read a piece of the API."""
    return lambda path: json.loads((site / "api/v1" / path).read_text("utf-8"))


def settled(page, drawn=None):
    """Wait until the page stands for its choice, or for the one `drawn`."""
    state = "data-drawn" if drawn is None else f'data-drawn="{drawn}"'
    page.locator(f"[data-compare][{state}]").wait_for()


def query(page):
    return {key: value[0] for key, value in parse_qs(urlsplit(page.url).query).items()}


def fold(page, key):
    summary = page.locator(f"[data-pick={key}] > summary")
    if not page.locator(f"[data-pick={key}]").evaluate("each => each.open"):
        summary.click()


def pick(page, key, name):
    """Tick a box by the name that readers see."""
    fold(page, key)
    page.locator(f"[data-pick={key}]").get_by_role("checkbox", name=name, exact=True).check()
    settled(page)


def rows(page, indicator):
    """Read a table as shown: the names of the columns, then period -> cells; marks are left out."""
    cells = page.locator(f"[data-table={indicator}] tr").evaluate_all(
        """rows => rows.map((row) => [...row.children].map((cell) => {
          const copy = cell.cloneNode(true);
          for (const mark of copy.querySelectorAll("sup")) mark.remove();
          return copy.textContent;
        }))"""
    )
    head, *body = cells
    return head[1:], {row[0]: row[1:] for row in body}


def figures(piece, indicator, area):
    series = piece(f"series/{indicator}.json")["series"]
    return next((each["figures"] for each in series if each["area"] == area), [])


def said(page):
    return page.locator("[data-said]").inner_text()


def notes(page):
    return page.locator(".compare__notes li").all_inner_texts()


def api_calls(page):
    paths = (urlsplit(each).path.partition("/api/v1/")[2] for each in page.asked)
    return [each for each in paths if each]


# ---- The choice and the address


def test_what_is_chosen_by_hand_stands_in_the_address_and_the_address_restores_it(show, page, browser):
    show()
    pick(page, "i", "Dân số trung bình")
    pick(page, "a", "Hà Nội")
    pick(page, "a", "Hải Dương")
    page.locator("select[name=from]").select_option("2015")
    page.locator("select[name=to]").select_option("2020")
    page.locator("select[name=as]").select_option("bars")
    settled(page)
    assert query(page) == {"i": PEOPLE, "a": "ha-noi,hai-duong", "from": "2015", "to": "2020", "as": "bars"}
    head, cells = rows(page, PEOPLE)
    assert head == ["Hà Nội", "Hải Dương"]
    assert list(cells) == ["2020", "2019", "2018", "2017", "2016", "2015"]
    other = browser.new_page()
    other.goto(page.url)
    settled(other)
    assert rows(other, PEOPLE) == (head, cells)
    assert [other.locator(f"select[name={each}]").input_value() for each in ("from", "to", "as")] == [
        "2015", "2020", "bars",
    ]  # fmt: skip
    assert other.locator("[data-pick=a] input:checked").evaluate_all("all => all.map((each) => each.value)") == [
        "ha-noi", "hai-duong",
    ]  # fmt: skip
    other.close()


def test_back_and_forward_walk_through_the_choices(show, page):
    show(f"?i={PEOPLE}&a=ha-noi")
    page.locator("[data-choice] > summary").click()
    pick(page, "a", "Việt Nam")
    page.locator("select[name=as]").select_option("table")
    settled(page, f"?i={PEOPLE}&a=ha-noi,vn&as=table")
    assert page.locator("figure.chart").count() == 0
    page.go_back()
    settled(page, f"?i={PEOPLE}&a=ha-noi,vn")
    assert rows(page, PEOPLE)[0] == ["Hà Nội", "Việt Nam"]
    assert page.title().startswith("Dân số trung bình, Hà Nội và Việt Nam - So sánh số liệu")
    assert page.locator("select[name=as]").input_value() == "lines"
    page.go_back()
    settled(page, f"?i={PEOPLE}&a=ha-noi")
    assert rows(page, PEOPLE)[0] == ["Hà Nội"]
    assert query(page) == {"i": PEOPLE, "a": "ha-noi"}
    page.go_forward()
    settled(page, f"?i={PEOPLE}&a=ha-noi,vn")
    assert rows(page, PEOPLE)[0] == ["Hà Nội", "Việt Nam"]


def test_the_switch_of_language_keeps_the_choice(show, page):
    show(f"?i={PEOPLE}&a=ha-noi,vn&as=table&from=2020")
    page.locator(".languages a[hreflang=en]").click()
    page.wait_for_url("**/en/compare/**")
    settled(page)
    assert query(page) == {"i": PEOPLE, "a": "ha-noi,vn", "from": "2020", "as": "table"}
    assert rows(page, PEOPLE)[0] == ["Hanoi", "Viet Nam"]


def test_years_the_wrong_way_round_are_put_in_order(show, page):
    show(f"?i={PEOPLE}&a=ha-noi&from=2020&to=2018")
    assert list(rows(page, PEOPLE)[1]) == ["2020", "2019", "2018"]
    assert query(page) == {"i": PEOPLE, "a": "ha-noi", "from": "2018", "to": "2020"}


@pytest.mark.parametrize(
    ("typed", "name"), [("dan so trung binh nu", "Dân số trung bình nữ"), ("ĐÔ THỊ HÓA (báo", None)]
)
def test_the_list_is_narrowed_with_or_without_accents(show, page, typed, name):
    show()
    page.locator("#compare-i").fill(typed)
    left = page.locator("[data-pick=i] label:has(input):visible")
    assert left.count() == 1
    assert page.locator("[data-pick=i] [data-found]").inner_text() == "1 mục khớp."
    if name is not None:
        assert left.inner_text().strip() == name


def test_a_letter_too_many_says_that_nothing_fits(show, page):
    show()
    page.locator("#compare-a").fill("ha noiz")
    assert page.locator("[data-pick=a] label:has(input):visible").count() == 0
    assert (
        page.locator("[data-pick=a] [data-found]").inner_text() == "Không có mục nào khớp. Thử gõ ít chữ hơn."
    )


def test_an_area_without_a_figure_says_so_before_it_is_picked(show, page):
    show(f"?i={OUTPUT}_usd&a=ha-noi")
    label = page.locator("[data-pick=a] label", has=page.locator("input[value=thai-binh]"))
    assert "(không có số liệu)" in label.text_content()
    held = page.locator("[data-pick=a] label", has=page.locator("input[value=ha-noi]"))
    assert held.locator("[data-none]").get_attribute("hidden") is not None


def test_at_most_four_indicators_are_taken_and_that_is_said(show, page):
    five = "population_avg,population_urban,population_rural,population_male,population_female"
    show(f"?i={five}&a=ha-noi")
    assert page.locator("[data-table]").count() == 4
    assert "chỉ lấy 4 chỉ tiêu đầu" in said(page)
    assert page.locator("[data-pick=i] input:disabled").count() > 100
    page.locator("[data-choice] > summary").click()
    page.locator("[data-drop=i]").first.click()
    settled(page)
    assert page.locator("[data-pick=i] input:disabled").count() == 0


def test_start_again_forgets_everything(show, page):
    show(f"?i={PEOPLE}&a=ha-noi&as=table")
    page.locator("[data-choice] > summary").click()
    page.get_by_role("button", name="Chọn lại từ đầu").click()
    settled(page)
    assert urlsplit(page.url).query == ""
    assert page.locator("[data-table]").count() == 0
    assert page.locator("[data-empty]").is_visible()


def test_a_whole_group_of_areas_is_chosen_and_dropped_at_once(show, page):
    show(f"?i={TOWN}&a=vn&as=table&from=2020")
    page.locator("[data-choice] > summary").click()
    fold(page, "a")
    page.get_by_role("button", name="Chọn cả nhóm (Tỉnh, thành phố hiện nay)").click()
    settled(page)
    chosen = query(page)["a"].split(",")
    assert (chosen[0], len(chosen), FORMER in chosen, NOW in chosen) == ("vn", 8, False, True)
    drop = page.get_by_role("button", name="Bỏ cả nhóm (Tỉnh, thành phố hiện nay)")
    page.locator("#compare-a").fill("ha")
    assert drop.is_hidden()
    page.locator("#compare-a").fill("")
    drop.click()
    settled(page)
    assert query(page)["a"] == "vn"


# ---- What is shown


def lines_in(page):
    return page.locator("figure.chart svg path[stroke-width='2']")


def test_lines_bars_small_charts_and_a_table_show_the_same_choice(show, page):
    choice = f"?i={TOWN}&a={FOUR}&from=2015&to=2023"
    show(choice)
    assert (page.locator("figure.chart svg").count(), lines_in(page).count()) == (1, 4)
    show(f"{choice}&as=multiples")
    assert (page.locator("figure.chart svg").count(), lines_in(page).count()) == (4, 4)
    show(f"{choice}&as=bars")
    assert page.locator("figure.chart svg rect").count() == 4
    show(f"{choice}&as=table")
    assert page.locator("figure.chart").count() == 0
    assert len(rows(page, TOWN)[1]) == 9


def test_bars_stand_in_order_and_are_as_long_as_their_figures(show, page, piece):
    show(f"?i={TOWN}&a={FOUR}&to=2023&as=bars")
    known = {
        area: next(each["value"] for each in figures(piece, TOWN, area) if each["period"] == "2023")
        for area in FOUR.split(",")
    }
    widths = page.locator("figure.chart svg rect").evaluate_all(
        "all => all.map((each) => Number(each.getAttribute('width')))"
    )
    wanted = sorted(known.values(), reverse=True)
    assert [each / widths[0] for each in widths] == pytest.approx(
        [each / wanted[0] for each in wanted], rel=0.01
    )


def test_more_than_four_areas_get_charts_of_four_lines_at_most(show, page):
    show(f"?i={TOWN}&a={FOUR},hung-yen-since-2025,quang-ninh&from=2015&to=2023")
    assert page.locator("figure.chart svg").count() == 2
    assert [lines_in(page).nth(at).is_visible() for at in range(6)] == [True] * 6


def test_indicators_of_different_units_get_charts_of_their_own_until_they_are_set_to_a_year(show, page):
    show(f"?i={PEOPLE},{TOWN}&a=ha-noi&from=2015&to=2023")
    units = page.locator("figure.chart .chart__title + .marks").all_inner_texts()
    assert [each.split(" · ")[0] for each in units] == ["Đơn vị: nghìn người", "Đơn vị: phần trăm"]
    assert any("mỗi đơn vị một biểu đồ" in each for each in notes(page))
    show(f"?i={PEOPLE},{TOWN}&a=ha-noi&from=2015&to=2023&index=2015")
    assert page.locator("figure.chart svg").count() == 1
    assert "Đơn vị: chỉ số, năm 2015 = 100" in page.locator("figure.chart .marks").first.inner_text()
    assert not any("mỗi đơn vị một biểu đồ" in each for each in notes(page))


def test_lines_are_told_apart_without_colour(show, page):
    show(f"?i={TOWN}&a={FOUR}&from=2015&to=2023")
    drawn = page.locator("figure.chart svg").evaluate(
        """svg => {
          const form = (path) => path.getAttribute("d").replace(/^M[\\d.,-]+/, "").replace(/[\\d.,-]+/g, "");
          const lines = {};
          for (const path of svg.querySelectorAll("path")) {
            const colour = path.getAttribute("fill");
            if (!colour || colour === "none" || colour === "#fff") continue;
            (lines[colour] ??= new Set()).add(form(path));
          }
          return Object.values(lines).map((each) => [...each]);
        }"""
    )
    assert [len(each) for each in drawn] == [1, 1, 1, 1]
    assert len({each[0] for each in drawn}) == 4
    labels = page.locator("figure.chart svg text[font-weight]").all_text_contents()
    assert [any(each.startswith(name) for each in labels) for name in ("Hà Nội", "Hải Phòng", "Hải Dương", "Việt Nam")] == [
        True, True, True, True,
    ]  # fmt: skip


def edited(page, indicator, change):
    """Let the site answer for one series with figures that were changed on the way."""

    def answer(route):
        reply = route.fetch()
        record = reply.json()
        change(record)
        route.fulfill(response=reply, json=record)

    page.route(f"**/api/v1/series/{indicator}.json", answer)


def of_area(record, area):
    return next(each for each in record["series"] if each["area"] == area)["figures"]


def test_a_gap_stays_a_gap_and_is_said(show, page):
    choice = f"?i={TOWN}&a=ha-noi&from=2013&to=2023"
    show(choice)
    assert lines_in(page).count() == 1

    def without_2017(record):
        found = of_area(record, "ha-noi")
        found[:] = [each for each in found if each["period"] != "2017"]

    edited(page, TOWN, without_2017)
    show(choice)
    assert lines_in(page).count() == 2
    assert "không có số liệu 2017" in page.locator("[data-course]").text_content()
    assert "2017" not in rows(page, TOWN)[1]


def test_a_doubtful_figure_parts_the_line_but_is_not_called_missing(show, page):
    def doubted(record):
        found = of_area(record, "ha-noi")
        found[:] = [each for each in found if each["period"] != "2017"]
        next(each for each in found if each["period"] == "2015")["confidence"] = "low"

    edited(page, TOWN, doubted)
    show(f"?i={TOWN}&a=ha-noi&from=2013&to=2018")
    assert lines_in(page).count() == 1
    assert page.locator("[data-course]").text_content().endswith("; không có số liệu 2017.")
    cell = page.locator("[data-table] tr", has=page.locator("th", has_text="2015")).locator("sup")
    assert (cell.inner_text(), cell.get_attribute("title")) == (
        "?",
        "độ tin cậy thấp: không dùng trong biểu đồ và đánh giá",
    )
    assert "Số liệu có độ tin cậy thấp chỉ có trong bảng, không đưa lên biểu đồ." in notes(page)


def test_missing_is_not_zero_and_nothing_is_not_missing(show, page):
    def marked(record):
        for each in of_area(record, "ha-noi"):
            mark = {"2016": "nil", "2017": "no-figure"}.get(each["period"])
            if mark:
                each.update(mark=mark, value=None, text=None, operator=None)

    edited(page, TOWN, marked)
    show(f"?i={TOWN}&a=ha-noi&from=2015&to=2018")
    cells = rows(page, TOWN)[1]
    assert (cells["2016"], cells["2017"]) == (["-"], ["…"])
    assert page.locator("[data-table] td span").evaluate_all("all => all.map((each) => each.title)") == [
        "Chưa có số liệu (…)", "Không phát sinh (-)",
    ]  # fmt: skip
    assert lines_in(page).count() == 0


def test_preliminary_figures_are_hollow_and_marked(show, page, piece):
    assert figures(piece, TOWN, "ha-noi")[-1]["status"] == "preliminary"
    show(f"?i={TOWN}&a=ha-noi&from=2020")
    hollow = page.locator("figure.chart svg path[fill='#fff'] title")
    assert [each.split(": ")[0] for each in hollow.all_text_contents()] == ["Tỷ lệ dân số thành thị, Hà Nội"]
    assert "○ sơ bộ" in page.locator("figure.chart .marks").first.inner_text()
    newest = page.locator("[data-table] tbody tr").first
    assert newest.locator("sup").inner_text() == "sb"


def test_a_break_parts_the_line_is_drawn_and_told(show, page, piece):
    breaks = [each for each in piece(f"series/{PEOPLE}.json")["breaks"] if each["area"] is None]
    assert breaks
    show(f"?i={PEOPLE}&a=vn&from=2005&to=2015")
    assert lines_in(page).count() == 2
    assert page.locator("figure.chart svg path[stroke-dasharray='3 3']").count() == 1
    reason = breaks[0]["reason"]["vi"].rstrip(". ")
    assert reason in page.locator("[data-course]").text_content()


def test_a_merged_unit_beside_a_former_one_says_what_is_what(show, page):
    show(f"?i={PEOPLE}&a={NOW},{FORMER}&from=2022")
    marks = page.locator("[data-table] tbody tr").first.locator("sup").all_inner_texts()
    assert marks == ["tính, sb", "sb"]
    assert "Hải Dương có địa giới riêng đến hết ngày 30 tháng 6 năm 2025, nay thuộc Hải Phòng." in notes(page)
    assert any("do cổng tính từ số của các địa phương cũ" in each for each in notes(page))
    assert "Hải Phòng (tính)" in page.locator("figure.chart svg").text_content()


def test_a_unit_younger_than_what_stands_beside_it_names_its_parts(show, page):
    show(f"?i={PEOPLE}&a=ha-noi,vn&from=2000")
    wanted = "Hà Nội theo địa giới hiện nay có từ ngày 01 tháng 8 năm 2008, gồm"
    assert any(each.startswith(wanted) for each in notes(page))
    show(f"?i={PEOPLE}&a=ha-noi,vn&from=2012")
    assert not any(each.startswith(wanted) for each in notes(page))


def test_what_must_not_be_drawn_is_only_in_the_table(show, page):
    show("?i=urbanisation_city_report&a=ha-noi")
    assert page.locator("figure.chart").count() == 0
    assert page.locator("[data-table] tbody tr").count() > 1
    assert any("Không vẽ đường xu hướng" in each for each in notes(page))


def test_every_change_is_told_to_those_who_hear_the_page(show, page, piece):
    show(f"?i={TOWN}&a=vn&from=2015")
    live = page.locator("p[data-said]")
    assert live.get_attribute("role") == "status"
    before = live.text_content()
    assert "1 chỉ tiêu thống kê ở 1 nơi: 1 biểu đồ và bảng số liệu." in before
    first = next(each["text"] for each in figures(piece, TOWN, "vn") if each["period"] == "2015")
    assert f"Việt Nam: từ {first.replace('.', ',')}% năm 2015" in before
    page.locator("[data-choice] > summary").click()
    pick(page, "a", "Hà Nội")
    assert live.text_content() != before
    assert "ở 2 nơi" in live.text_content()
    assert page.locator("figure.chart svg").get_attribute("aria-label") in live.text_content()


# ---- The figures


@BOTH
def test_every_figure_of_the_api_is_written_as_the_pages_write_it(page, served, piece, language):
    page.goto(f"{served}{HOMES[language]}compare/")
    settled(page)
    indicators = piece("indicators.json")["indicators"]
    points, wanted = [], []
    write = Writer(speak(language))
    for indicator in indicators:
        for series in piece(f"series/{indicator['id']}.json")["series"]:
            for figure in series["figures"]:
                if figure["value"] is not None:
                    places = len(figure["text"].partition(".")[2])
                    points.append([figure, indicator["decimals"]])
                    plain = write.number(figure["text"], min(places, indicator["decimals"]))
                    about = write.say("operator.about", figure=plain)
                    wanted.append(about if figure["operator"] == "~" else plain)
                elif figure["mark"] is None:
                    points.append([figure, indicator["decimals"]])
                    wanted.append(write.bound(figure["operator"], figure["low"], figure["high"]))
    found = page.evaluate(
        """async (points) => {
          const { writer } = await import(new URL("words.js", document.querySelector("script[type=module]").src));
          const words = writer(JSON.parse(document.querySelector("[data-words]").textContent));
          return points.map(([point, decimals]) => words.bare(point, { decimals }));
        }""",
        points,
    )
    assert len(found) > 10_000
    assert [pair for pair in zip(found, wanted, strict=True) if pair[0] != pair[1]] == []


@BOTH
@pytest.mark.parametrize("indicator", [TOWN, "grdp_growth", "fdi_new_capital"])
def test_the_table_is_the_twin_of_the_series(show, page, piece, language, indicator):
    write = Writer(speak(language))
    listed = next(each for each in piece("indicators.json")["indicators"] if each["id"] == indicator)
    areas = listed["areas"][:5]
    show(f"?i={indicator}&a={','.join(areas)}", language)
    wanted = {}
    for place, area in enumerate(areas):
        for each in figures(piece, indicator, area):
            if each["kind"] != "year":
                continue
            row = wanted.setdefault(each["period"], [""] * len(areas))
            if each["mark"]:
                row[place] = write.say[f"mark.{each['mark']}"]
            elif each["value"] is not None:
                row[place] = write.number(
                    each["text"], min(len(each["text"].partition(".")[2]), listed["decimals"])
                )
            else:
                row[place] = write.bound(each["operator"], each["low"], each["high"])
    head, found = rows(page, indicator)
    names = {each["id"]: each["name"][language] for each in piece("areas.json")["areas"]}
    assert head == [names[each] for each in areas]
    years = {period: cells for period, cells in found.items() if re.fullmatch(r"\d{4}", period)}
    assert years == wanted
    assert list(years) == sorted(years, reverse=True)


def test_set_to_a_year_every_line_is_100_there_and_in_proportion_elsewhere(show, page, piece):
    show(f"?i={PEOPLE},{TOWN}&a=ha-noi,vn&index=2015&from=2011", "en")
    for indicator in (PEOPLE, TOWN):
        _, cells = rows(page, indicator)
        assert cells["2015"] == ["100.0", "100.0"]
        for place, area in enumerate(("ha-noi", "vn")):
            known = {each["period"]: each["value"] for each in figures(piece, indicator, area)}
            for year, row in cells.items():
                assert float(row[place].replace(",", "")) == pytest.approx(
                    100 * known[year] / known["2015"], abs=0.051
                )


def test_no_index_over_a_break_nor_without_a_base(show, page):
    show(f"?i={PEOPLE}&a=vn,ha-noi&index=2005")
    cells = rows(page, PEOPLE)[1]
    assert cells["2005"] == ["100,0", ""]
    assert max(cells) < "2011"
    assert any("Chỉ số không tính qua chỗ đứt đoạn" in each for each in notes(page))
    assert "Dân số trung bình, Hà Nội: không có số liệu dùng được năm 2005 để làm gốc." in notes(page)


def test_what_the_portal_does_not_have_is_said_and_has_no_empty_table(show, page):
    show("?i=grdp_growth&a=vn")
    assert "Tốc độ tăng GRDP, Việt Nam: cổng chưa có số liệu." in notes(page)
    assert page.locator("[data-table]").count() == 0
    show(f"?i={TOWN}&a=vn&from=1995&to=1995")
    assert "Tỷ lệ dân số thành thị, Việt Nam: không có số liệu trong những năm đã chọn." in notes(page)


def test_amounts_per_head_are_those_that_python_computes(page, served, piece, catalog):
    listed = piece("indicators.json")
    persons = next(each.persons for each in catalog.indicators.values() if each.persons)
    people = listed["population"]["indicator"]
    assert (people, listed["population"]["persons"]) == (PEOPLE, persons)
    write = Writer(speak("vi"))
    checked = 0
    for indicator in [each for each in listed["indicators"] if each["per_head"]]:
        share = indicator["per_head"]
        areas = [each for each in indicator["areas"] if each in {"ha-noi", "vn", NOW, FORMER, "quang-ninh"}]
        page.goto(f"{served}compare/?i={indicator['id']}&a={','.join(areas)}&per=head&as=table")
        settled(page)
        _, cells = rows(page, indicator["id"])
        for place, area in enumerate(areas):
            crowd = {
                each["period"]: each["value"]
                for each in figures(piece, people, area)
                if each["confidence"] != "low"
            }
            for each in figures(piece, indicator["id"], area):
                many = crowd.get(each["period"])
                if each["value"] is None or not many:
                    continue
                figure = each["value"] * share["factor"] / (many * persons) * share["people"]
                written = write.number(figure, share["decimals"])
                shown = cells[each["period"]][place]
                assert shown.replace("khoảng ", "") == written, (indicator["id"], area, each["period"])
                checked += 1
    assert checked > 500


def test_what_cannot_be_shared_out_is_shown_whole_and_said(show, page, piece):
    show(f"?i={TOWN},{OUTPUT}&a=ha-noi&per=head&from=2020")
    assert any(
        each.startswith("Không tính theo đầu người, nên giữ nguyên: Tỷ lệ dân số thành thị")
        for each in notes(page)
    )
    whole = {each["period"]: each["text"] for each in figures(piece, TOWN, "ha-noi")}
    assert rows(page, TOWN)[1]["2023"] == [whole["2023"].replace(".", ",")]
    caption = page.locator(f"[data-table={OUTPUT}] caption").inner_text()
    assert caption.endswith("(triệu đồng trên một người)")


def test_years_without_people_are_empty_per_head_and_said(show, page):
    def without_2021(record):
        found = of_area(record, "ha-noi")
        found[:] = [each for each in found if each["period"] != "2021"]

    edited(page, PEOPLE, without_2021)
    show(f"?i={OUTPUT}&a=ha-noi,vn&per=head&from=2019&to=2023")
    cells = rows(page, OUTPUT)[1]
    assert "2020" in cells
    assert cells.get("2021", [""])[0] == ""
    assert any("1 kỳ để trống vì chưa có dân số" in each for each in notes(page))


# ---- What is taken along


def taken(page, kind):
    with page.expect_download() as waiting:
        page.locator(f"[data-take={kind}]").click()
    download = waiting.value
    return download.suggested_filename, download.path().read_bytes()


def test_what_is_shown_can_be_taken_as_csv(show, page, piece):
    show(f"?i={TOWN}&a={NOW},vn&from=2022")
    name, data = taken(page, "csv")
    assert name == "so-sanh-urban_share.csv"
    assert data.startswith(b"\xef\xbb\xbfindicator,")
    assert data.count(b"\r\n") == data.count(b"\n")
    found = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    sources = piece(f"series/{TOWN}.json")["sources"]
    wanted = [
        (area, each["period"], str(each["value"]), each["status"], each["source"] or "")
        for area in (NOW, "vn")
        for each in figures(piece, TOWN, area)
        if each["end"] >= "2022"
    ]
    columns = ("area", "period", "value", "status", "source")
    assert [tuple(each[column] for column in columns) for each in found] == wanted
    assert {(each["computed"], each["published_value"]) for each in found if each["area"] == NOW} == {
        ("true", "")
    }
    assert [each["published_value"] for each in found if each["area"] == "vn"] == [
        each["text"] for each in figures(piece, TOWN, "vn") if each["end"] >= "2022"
    ]
    first = next(each for each in found if each["source"])
    assert (first["source_title"], first["source_url"], first["source_licence"]) == (
        sources[first["source"]]["title"], sources[first["source"]]["url"], sources[first["source"]]["licence"],
    )  # fmt: skip
    assert {each["unit"] for each in found} == {"phần trăm"}
    assert all(each["cite_as"].endswith(page.url) for each in found)
    assert all("“Tỷ lệ dân số thành thị, Hải Phòng và Việt Nam”" in each["cite_as"] for each in found)


def test_what_is_shown_can_be_taken_as_json_with_its_citation(show, page):
    show(f"?i={OUTPUT}&a=ha-noi&per=head&from=2020", "en")
    name, data = taken(page, "json")
    record = json.loads(data)
    assert name == "comparison-grdp_current.json"
    assert set(record) == {"title", "citation", "address", "language", "choice", "notes", "figures"}
    assert (record["address"], record["language"], record["choice"]["per"]) == (page.url, "en", True)
    assert record["citation"] == page.locator("#compare-citation").inner_text()
    assert record["notes"] == notes(page)
    for each in record["figures"]:
        assert each["published_unit"] == "billion VND"
        assert each["unit"] == "million VND per person"
        assert each["value"] == pytest.approx(float(each["published_value"]) * 1000 / each["population"])


def test_the_citation_can_be_copied(show, page):
    show(f"?i={TOWN}&a=ha-noi")
    page.locator("[data-copy=compare-citation]").click()
    page.locator(".chart-status", has_text="Đã chép.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#compare-citation").inner_text()
    assert copied.endswith(page.url)
    page.locator("[data-copy=compare-link]").click()
    page.wait_for_timeout(200)
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_no_cell_of_the_csv_is_a_formula(show, page):
    def hostile(record):
        record["sources"] = {
            name: each | {"title": "=1+1", "publisher": "@SUM(A1)"}
            for name, each in record["sources"].items()
        }
        for each in of_area(record, "vn"):
            each.update(value=-5, text="-5")

    def names(route):
        reply = route.fetch()
        record = reply.json()
        for each in record["areas"]:
            each["name"] = {"vi": '+cmd|"/c calc"!A1, <b>', "en": "-2+3"}
        route.fulfill(response=reply, json=record)

    page.route("**/api/v1/areas.json", names)
    edited(page, TOWN, hostile)
    show(f"?i={TOWN}&a=vn&from=2020")
    assert page.locator("#content b").count() == 0
    _, data = taken(page, "csv")
    found = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert {each["area_name"] for each in found} == {'\'+cmd|"/c calc"!A1, <b>'}
    assert {each["source_title"] for each in found} == {"'=1+1"}
    assert {each["source_publisher"] for each in found} == {"'@SUM(A1)"}
    assert {(each["value"], each["published_value"]) for each in found} == {("-5", "-5")}
    record = json.loads(taken(page, "json")[1])
    assert {each["source_title"] for each in record["figures"]} == {"=1+1"}
    assert rows(page, TOWN)[1]["2022"] == [f"{MINUS}5"]


# ---- Addresses that somebody wrote

HOSTILE = (
    '?i=<img src=x onerror=alert(1)>,nope&a="><script>alert(2)</script>&from=12ab&as=pie&index=0001&per=all',
    "?i=__proto__,constructor,toString&a=../../etc/passwd,%2e%2e%2f&to=9999&index=-1",
    "?i=%E2%80%AEevil%00,%0d%0aSet-Cookie&a=%F0%9F%92%A9&from=2e3&from=&i=",
    "?i=javascript:alert(3)&a=" + "x" * 3000,
    "?i=" + ",".join(f"id{each}" for each in range(500)),
    "?%E0%A4%A&i=%&a=%ZZ",
)


@pytest.mark.parametrize("address", HOSTILE, ids=range(len(HOSTILE)))
def test_an_address_with_nonsense_is_harmless_and_that_is_said_plainly(show, page, address):
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    show(address)
    assert said(page).startswith("Địa chỉ trang có mục mà cổng không có, đã bỏ qua: ")
    assert len(said(page)) < 350
    assert not re.search(r"[\u0000-\u001f\u202e]", page.locator("[data-said]").first.text_content())
    assert (
        page.locator("#content img, #content script:not([src]):not([type='application/json'])").count() == 0
    )
    assert api_calls(page) == ["indicators.json", "areas.json"]
    assert urlsplit(page.url).query == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_what_is_known_is_shown_beside_what_is_not(show, page):
    show(f"?i={TOWN},nope&a=ha-noi,nowhere&from=1066&utm_source=x")
    assert rows(page, TOWN)[0] == ["Hà Nội"]
    assert "đã bỏ qua: nope, nowhere, from=1066." in said(page)
    assert query(page) == {"i": TOWN, "a": "ha-noi"}


# ---- What is loaded


def test_only_the_series_that_are_shown_are_loaded_and_each_once(show, page):
    show(f"?i={TOWN}&a=ha-noi")
    assert sorted(api_calls(page)) == ["areas.json", "indicators.json", f"series/{TOWN}.json"]
    page.locator("[data-choice] > summary").click()
    page.asked.clear()
    pick(page, "a", "Việt Nam")
    assert rows(page, TOWN)[0] == ["Hà Nội", "Việt Nam"]
    assert api_calls(page) == []
    pick(page, "i", "GRDP theo giá hiện hành")
    page.locator(f"[data-table={OUTPUT}]").wait_for()
    assert api_calls(page) == [f"series/{OUTPUT}.json"]
    page.asked.clear()
    page.locator("input[name=per]").check()
    page.locator("caption", has_text="triệu đồng trên một người").wait_for()
    assert api_calls(page) == [f"series/{PEOPLE}.json"]


def test_with_nothing_chosen_no_series_is_loaded_and_examples_lead_on(show, page):
    show()
    assert sorted(api_calls(page)) == ["areas.json", "indicators.json"]
    page.locator("[data-empty] a").first.click()
    page.locator("[data-table]").first.wait_for()
    assert page.locator("figure.chart svg").count() > 0


def test_a_series_that_cannot_be_loaded_is_said_and_can_be_tried_again(show, page):
    page.forgiven = ("Failed to load", "503 series")
    page.route(f"**/series/{TOWN}.json", lambda route: route.fulfill(status=503))
    page.goto(show().url + f"?i={TOWN}&a=ha-noi")
    again = page.locator("[data-said] button")
    again.wait_for()
    assert said(page).startswith("Không tải được số liệu.")
    assert page.locator("[data-after]").is_hidden()
    page.unroute(f"**/series/{TOWN}.json")
    again.click()
    page.locator(f"[data-table={TOWN}]").wait_for()
    assert page.locator("[data-said] button").count() == 0


@BOTH
def test_without_javascript_the_static_views_are_offered(served, browser, language):
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{served}{HOMES[language]}compare/?i={TOWN}&a=ha-noi")
    assert tab.locator("[data-compare]").is_hidden()
    assert "JavaScript" in tab.locator("[data-static] .note").inner_text()
    links = tab.locator("[data-static] a").evaluate_all("all => all.map((each) => each.href)")
    assert f"{served}{HOMES[language]}indicators/{TOWN}/" in links
    assert f"{served}{HOMES[language]}areas/ha-noi/" in links
    assert len(links) > 150
    context.close()


@pytest.mark.parametrize("path", [f"indicators/{TOWN}/", "areas/ha-noi/"])
def test_the_pages_of_indicators_and_areas_lead_to_a_comparison_that_shows_something(page, served, path):
    page.goto(f"{served}{path}")
    page.locator("a.button[href*='compare/?']").click()
    page.locator("[data-table] tbody tr").first.wait_for()
    assert page.locator("figure.chart svg").count() > 0
    assert query(page)["a"].split(",")[0] == "ha-noi"


# ---- For every reader


VIEWS = ("lines", "bars", "multiples", "table")


@BOTH
@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_wider_than_a_phone(show, page, view, language):
    show(f"?i={PEOPLE},{OUTPUT},{TOWN}&a={FOUR}&as={view}&per=head", language)
    page.locator("[data-choice] > summary").click()
    for key in ("i", "a"):
        fold(page, key)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def focused(page, script="each.outerHTML.slice(0, 80)"):
    return page.evaluate(f"(() => {{ const each = document.activeElement; return {script}; }})()")


def tab_to(page, selector, most=400):
    """Press the Tab key until an element has the focus; every stop on the way can be seen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} cannot be reached; the focus is on {focused(page)}")


def test_all_of_it_can_be_done_with_the_keyboard(show, page):
    show()
    page.locator("h1").click()
    tab_to(page, "#compare-i")
    page.keyboard.type("ty le dan so thanh thi")
    tab_to(page, f"input[value={TOWN}]")
    page.keyboard.press("Space")
    tab_to(page, "#compare-a")
    page.keyboard.type("ha noi")
    tab_to(page, "input[value=ha-noi]")
    page.keyboard.press("Space")
    page.locator("[data-table]").wait_for()
    tab_to(page, "select[name=as]")
    page.keyboard.press("ArrowDown")
    page.locator("figure.chart rect").first.wait_for()
    tab_to(page, "figure.chart summary")
    page.keyboard.press("Enter")
    assert page.locator("[data-course]").is_visible()
    tab_to(page, ".table-wrap")
    tab_to(page, "[data-take=csv]")
    with page.expect_download():
        page.keyboard.press("Enter")
    assert query(page) == {"i": TOWN, "a": "ha-noi", "as": "bars"}


def test_where_a_chip_goes_the_focus_goes_on(show, page):
    show(f"?i={TOWN}&a=ha-noi,vn")
    page.locator("[data-choice] > summary").click()
    page.locator("[data-drop=a]").first.focus()
    page.keyboard.press("Enter")
    assert focused(page, "each.value") == "vn"
    page.keyboard.press("Enter")
    assert focused(page, "each.parentElement.dataset.pick") == "a"
    assert query(page) == {"i": TOWN}


@pytest.mark.parametrize(
    ("width", "scheme", "language"),
    [
        (360, "light", "vi"),
        (1280, "dark", "en"),
        pytest.param(360, "light", "en", marks=pytest.mark.judge),
        pytest.param(1280, "dark", "vi", marks=pytest.mark.judge),
    ],
)
def test_axe_finds_nothing_in_any_view(served, browser, language, width, scheme):
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    tab, judge, broken = context.new_page(), Axe(), {}
    for view in ("", *(f"?i={PEOPLE},{OUTPUT}&a={FOUR},nope&as={each}&per=head" for each in VIEWS)):
        tab.goto(f"{served}{HOMES[language]}compare/{view}")
        settled(tab)
        tab.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        found = judge.run(tab, options={"runOnly": RULES, "resultTypes": ["violations"]})
        if found.violations_count:
            broken[view] = [
                (each["id"], each["nodes"][0]["html"][:160]) for each in found.response["violations"]
            ]
    context.close()
    assert broken == {}


def test_on_paper_there_are_the_charts_and_the_figures_but_no_form(show, page):
    show(f"?i={TOWN}&a=ha-noi,vn")
    page.emulate_media(media="print")
    assert page.locator("[data-compare] form").is_hidden()
    assert page.locator("figure.chart svg").is_visible()
    assert page.locator("[data-table]").is_visible()
    assert page.locator("#compare-citation").is_visible()
