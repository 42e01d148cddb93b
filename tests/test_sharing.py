"""What leaves the real portal and is kept elsewhere, tried as readers would: shared, embedded, copied, printed, unzipped."""

import io
import re
import shutil
import subprocess
import sys
import zipfile
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from PIL import Image
from pypdf import PdfReader

from build_scripts.ground.serve import opened
from build_scripts.present.say import speak
from build_scripts.publish.archive import PLACE, Remarks, archive
from tests.portals import portal

pytestmark = [pytest.mark.site, pytest.mark.browser]
TARGET = "targets/ha-noi-urbanisation/"
COPIED = (TARGET, "indicators/grdp_growth/", "areas/ha-noi/", "documents/congress-18/")
PHONE = {"width": 390, "height": 844}


def pages(site):
    """Every page of both languages but those that stand in frames."""
    return [path for path in site.rglob("index.html") if "embed" not in path.relative_to(site).parts]


def language(site, path):
    return "en" if path.relative_to(site).parts[0] == "en" else "vi"


class Tags(HTMLParser):
    """Collects what the head of a page says to others."""

    def __init__(self, html):
        super().__init__()
        self.meta, self.links = {}, {}
        self.feed(html.partition("</head>")[0])

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        if tag == "meta":
            self.meta[named.get("property", named.get("name"))] = named.get("content")
        if tag == "link":
            self.links.setdefault(named["rel"], []).append(named["href"])


# Tags and pictures


def test_every_page_has_its_tags_and_a_picture_in_its_language(site):
    for path in pages(site):
        found = Tags(path.read_text("utf-8"))
        for name in ("title", "description", "type", "site_name", "locale", "image", "image:alt"):
            assert found.meta[f"og:{name}"], (path, name)
        assert found.meta["description"] == found.meta["og:description"], path
        assert found.meta["twitter:card"] == "summary_large_image", path
        assert found.meta["og:locale"][:2] == language(site, path), path
        picture = (path.parent / found.meta["og:image"]).resolve()
        assert picture.is_file(), path
        assert picture.relative_to(site).parts[:2] == ("share", language(site, path)), path
        assert "canonical" not in found.links, path


@pytest.mark.parametrize("kind", ["targets", "indicators", "areas", "documents"])
def test_every_target_indicator_area_and_document_has_a_picture_of_its_own(site, kind):
    for home, name in (("", "vi"), ("en/", "en")):
        addressed = {path.parent.name for path in (site / home / kind).glob("*/index.html")}
        drawn = {path.stem: path for path in (site / "share" / name / kind).glob("*.png")}
        assert set(drawn) == addressed
        assert len(addressed) > 5


def test_every_picture_has_the_size_that_is_told_and_is_small(site):
    drawn = list((site / "share").rglob("*.png"))
    assert len(drawn) > 700
    for path in drawn:
        with Image.open(path) as image:
            assert (image.size, image.mode) == ((1200, 630), "P"), path
        assert path.stat().st_size < 30_720, path


def test_a_picture_differs_between_the_languages(site):
    for path in (site / "share/vi").rglob("*.png"):
        other = site / "share/en" / path.relative_to(site / "share/vi")
        assert path.read_bytes() != other.read_bytes(), path


# Embedded


def test_every_chart_offers_a_page_of_its_own_that_exists(site):
    named = set()
    for path in pages(site):
        html = path.read_text("utf-8")
        for address in re.findall(r'&lt;iframe src="<span data-address="([^"]+)">', html):
            place, _, name = address.partition("#")
            alone = (path.parent / place / "index.html").resolve()
            head = f'<section id="{name}">' if name else "<section>"
            assert head in alone.read_text("utf-8"), (path, address)
            named.add((alone, name))
        assert html.count("<figure") == html.count('<details class="fold embed">'), path
    alone = [path for path in site.rglob("index.html") if "embed" in path.relative_to(site).parts]
    assert {place for place, _ in named} == set(alone)
    assert len(named) == sum(path.read_text("utf-8").count("<section") for path in alone)


def test_a_chart_works_in_a_frame_on_somebody_else_s_page(served, browser, tmp_path, site):
    tab = browser.new_page(viewport=PHONE)
    tab.goto(f"{served}en/{TARGET}")
    code = tab.locator("details.embed code").first.text_content()
    assert f'src="{served}en/embed/{TARGET}"' in code
    (tmp_path / "index.html").write_text(f"<!doctype html><title>Blog</title>{code}", encoding="utf-8")
    tab.close()
    with opened(tmp_path, 0) as elsewhere:
        for width in (1280, 390):
            asked, complaints = [], []
            tab = browser.new_page(viewport={"width": width, "height": 900})
            tab.on("requestfinished", lambda request, asked=asked: asked.append(request))
            tab.on("console", lambda message, complaints=complaints: complaints.append(message.text))
            tab.goto(elsewhere)
            tab.wait_for_load_state("networkidle")
            frame = tab.frame_locator("iframe")
            assert frame.locator("svg").is_visible()
            assert frame.get_by_text("Source:").is_visible()
            scrolls = "e => [e.scrollHeight > e.clientHeight, e.scrollWidth > e.clientWidth]"
            assert frame.locator("html").evaluate(scrolls) == [False, False], width
            weight = sum(len(each.response().body()) for each in asked if each.url.startswith(served))
            assert 4_000 < weight < 40_000
            back = frame.get_by_role("link").get_attribute("href")
            found = site / "en/embed" / TARGET / back / "index.html"
            assert found.resolve() == site / "en" / TARGET / "index.html"
            assert [each for each in complaints if "favicon" not in each and "404" not in each] == []
            tab.close()


def test_of_the_charts_of_a_page_the_one_that_the_address_names_is_seen_or_else_the_first(served, browser):
    tab = browser.new_page(viewport=PHONE)
    place = f"{served}embed/indicators/grdp_growth/"
    tab.goto(place)
    charts = tab.locator("section")
    names = charts.evaluate_all("all => all.map((each) => each.id)")
    assert len(names) > 1
    assert names[-1] == ""
    seen = "all => all.filter((each) => each.checkVisibility()).map((each) => each.id)"
    assert charts.evaluate_all(seen) == [""]
    for name in names[:-1]:
        tab.goto(f"{place}#{name}")
        assert charts.evaluate_all(seen) == [name]
    tab.goto(f"{place}#nowhere")
    assert charts.evaluate_all(seen) == [""]
    tab.close()


# Copied


@pytest.fixture
def reader(browser):
    context = browser.new_context(viewport=PHONE)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def taken(page, words):
    button = page.get_by_role("button", name=words).first
    button.click()
    page.wait_for_function(
        "b => b.parentElement.querySelector('[role=status]')?.textContent", arg=button.element_handle()
    )
    return page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("home", ["", "en/"])
def test_a_reader_takes_along_the_link_the_citation_and_the_sentence(served, reader, home):
    say = speak("en" if home else "vi")
    for address in (f"{home}{each}" for each in COPIED):
        reader.goto(f"{served}{address}")
        assert taken(reader, say["share.copy-link"]) == f"{served}{address}"
        assert taken(reader, say["share.copy-sentence"]) == reader.locator(".lead").text_content()
        cited = taken(reader, say["share.copy-citation"])
        name = reader.locator(".portal-name").text_content()
        assert cited.startswith(f"{name}. “"), address
        assert cited.endswith(f" {served}{address}"), address
        assert "1.0.0" in cited


def test_a_reader_takes_along_the_code_of_a_chart(served, reader):
    reader.goto(f"{served}{TARGET}")
    reader.locator("details.embed > summary").first.click()
    code = taken(reader, speak("vi")["share.embed-copy"])
    assert re.fullmatch(
        rf'<iframe src="{served}embed/{TARGET}" title="[^"]+" width="600" height="\d+" [^>]*></iframe>', code
    )


def test_without_a_script_the_citation_is_there_to_read_and_nothing_pretends_to_copy(served, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}{TARGET}")
    assert TARGET in page.locator("#take-citation").inner_text()
    assert page.locator("button[data-copy]:visible").count() == 0
    context.close()


# Printed


def sheets(page):
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]


def joined(text):
    return re.sub(r"\s+", "", unescape(text))


def test_a_target_prints_as_a_fact_sheet_with_the_rest_behind_it(served, browser):
    page = browser.new_page()
    page.goto(f"{served}{TARGET}")
    printed = sheets(page)
    head = joined(printed[0])
    chart = page.locator("figure.chart svg text").last.text_content()
    for said in (
        page.locator("h1").text_content(),
        page.locator(".heading-row .status").text_content().partition(" (")[0],
        page.locator(".lead").text_content(),
        page.locator(".fact dd").first.text_content(),
        chart,
        page.locator("details.sum > summary").first.text_content(),
        page.locator(".sum__rows").first.locator("dd").last.text_content(),
        page.locator("#take-citation").text_content(),
    ):
        assert joined(said) in head, said
    assert "https://" in head
    assert len(printed) <= 6
    assert page.locator("#promises").text_content() in printed[1]
    page.close()


@pytest.mark.parametrize("address", ["indicators/grdp_growth/", "en/indicators/grdp_growth/"])
def test_an_indicator_prints_its_facts_chart_sources_and_citation_on_the_first_sheet(
    served, browser, address
):
    page = browser.new_page()
    page.goto(f"{served}{address}")
    head = joined(sheets(page)[0])
    for place in ("h1", ".lead", ".fact dd", "#take-citation"):
        assert joined(page.locator(place).first.text_content()) in head, place
    assert joined(page.locator("figure.chart svg text").first.text_content()) in head
    page.close()


def test_the_board_prints_every_target(served, browser):
    page = browser.new_page()
    page.goto(f"{served}targets/")
    names = [joined(each) for each in page.locator("#board .board__name a").all_text_contents()]
    printed = joined("".join(sheets(page)))
    assert len(names) > 150
    assert [name for name in names if name not in printed] == []
    page.close()


SHEET = {"width": 680, "height": 1024}
"""What the margins leave of A4, at 96 dots an inch."""


@pytest.mark.parametrize("most", [12, pytest.param(None, marks=pytest.mark.judge)], ids=["longest", "every"])
@pytest.mark.parametrize(
    "folder", [f"{home}{kind}" for home in ("", "en/") for kind in ("targets", "indicators", "areas")]
)
def test_a_factsheet_fits_on_one_sheet(site, served, browser, folder, most):
    page = browser.new_page(viewport=SHEET)
    page.emulate_media(media="print")
    longer, seen = [], 0
    pages = sorted((site / folder).glob("*/index.html"), key=lambda each: -each.stat().st_size)
    for path in pages[:most]:
        address = f"{folder}/{path.parent.name}/"
        page.goto(f"{served}{address}", wait_until="domcontentloaded")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        end = page.locator(".paper").evaluate("e => e.getBoundingClientRect().bottom + scrollY")
        seen += 1
        if end > SHEET["height"]:
            longer.append((address, end))
    page.close()
    assert seen > 5
    assert longer == []


# Unzipped


@pytest.fixture(scope="module")
def unzipped(site, tmp_path_factory):
    """The real site's archive, made and opened in a folder."""
    folder = tmp_path_factory.mktemp("kept")
    copy = shutil.copytree(site, folder / "site")
    said = {
        name: Remarks(speak(name)["offline.chart"], speak(name)["offline.compare"]) for name in ("vi", "en")
    }
    archive(copy, said)
    once = (copy / PLACE).read_bytes()
    archive(copy, said)
    assert (copy / PLACE).read_bytes() == once
    assert len(once) < 20_000_000
    zipfile.ZipFile(copy / PLACE).extractall(folder / "open")
    return folder / "open"


class Links(HTMLParser):
    """Collects every address a page leads to or asks for."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, _, attrs):
        self.found += [value for name, value in attrs if name in {"href", "src", "action"} and value]


def test_no_link_in_the_unzipped_site_is_broken(unzipped):
    missing = []
    for path in unzipped.rglob("*.html"):
        if path.name == "404.html":
            continue
        for address in Links(path.read_text("utf-8")).found:
            parts = urlsplit(address)
            if not parts.scheme and parts.path and not (path.parent / unquote(parts.path)).is_file():
                missing.append((path.relative_to(unzipped).as_posix(), address))
    assert missing == []


def aborted(request):
    """Tell whether the browser gave a request up because the reader had gone on."""
    return request.failure == "net::ERR_ABORTED"


def test_the_unzipped_site_is_read_from_the_disk(unzipped, browser):
    page = browser.new_page(viewport=PHONE)
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: None if aborted(request) else complaints.append(request.url))
    page.goto((unzipped / "index.html").as_uri())
    page.locator(".dots a").first.click()
    assert page.url.endswith("/index.html")
    assert "/targets/" in page.url
    target = page.url
    page.locator(".languages a").click()
    assert page.url == target.replace("/targets/", "/en/targets/")
    assert page.locator("html").get_attribute("lang") == "en"
    page.go_back()
    assert page.url == target
    page.locator('#content a[href*="areas/"]').first.click()
    assert "/areas/" in page.url
    assert page.locator("h1").is_visible()
    assert page.evaluate("document.fonts.check('16px \"Portal Sans\"', 'Ạ')")
    page.goto((unzipped / TARGET / "index.html").as_uri())
    assert page.get_by_text(speak("vi")["offline.chart"]).first.is_visible()
    assert complaints == []
    page.close()


def test_the_command_line_packs_a_small_portal(tmp_path):
    portal(tmp_path / "root")
    command = [
        sys.executable,
        "-m",
        "build_scripts",
        "build",
        "--no-cache",
        "--root",
        tmp_path / "root",
        "--zip",
        "--jobs",
        "1",
    ]
    built = subprocess.run(
        command, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stderr
    names = zipfile.ZipFile(tmp_path / "root/site" / PLACE).namelist()
    assert {"index.html", "en/index.html", "assets/portal.css"} <= set(names)
    assert "download/site.zip" in (tmp_path / "root/site/index.html").read_text("utf-8")
