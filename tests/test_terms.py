"""Glossary terms opened where they stand, on the real site in a real browser."""

import re

import pytest

from build_scripts.present.say import speak

pytestmark = [pytest.mark.site, pytest.mark.browser]
PAGES = ("", "indicators/grdp_growth/", "targets/ha-noi-urbanisation/", "programme/", "methodology/")
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("home", ["", "en/"])
@pytest.mark.parametrize("address", PAGES[1:])
def test_a_term_is_opened_by_keyboard_and_escape_gives_the_focus_back(served, page, home, address):
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{served}{home}{address}")
    button = page.locator("#content button.term").first
    name = button.get_attribute("aria-label")
    note = page.locator(f"#{button.get_attribute('popovertarget')}")
    assert not note.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert note.is_visible()
    assert note.evaluate("e => e.contains(document.activeElement)")
    term = note.locator(".term-note__name").text_content()
    assert name == speak("en" if home else "vi")("glossary.ask", word=term)
    page.keyboard.press("Escape")
    assert not note.is_visible()
    assert button.evaluate("e => e === document.activeElement")
    assert complaints == []


def test_a_term_is_opened_by_a_finger_and_closed_by_its_button(served, page):
    page.goto(f"{served}{PAGES[1]}")
    page.locator("button.term").first.click()
    note = page.locator(".term-note:popover-open")
    assert note.bounding_box()["width"] <= PHONE["width"]
    note.get_by_role("button", name=speak("vi")["glossary.close"]).click()
    assert page.locator(".term-note:popover-open").count() == 0


def test_every_mark_is_big_enough_for_a_finger_and_moves_no_line(served, page):
    for address in PAGES:
        page.goto(f"{served}{address}")
        boxes = page.locator("button.term:visible").evaluate_all(
            "all => all.map(e => [e.getBoundingClientRect().width, e.getBoundingClientRect().height])"
        )
        assert all(width >= 24 and height >= 24 for width, height in boxes), address
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_without_a_script_a_term_is_a_link_to_its_entry(served, browser):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(f"{served}{PAGES[1]}")
    link = page.locator("a.term").first
    assert page.locator("button.term").count() == 0
    anchor = link.get_attribute("data-term").removeprefix("term-")
    link.click()
    assert page.url == f"{served}glossary/#{anchor}"
    assert page.locator(f"[id='{anchor}']").is_visible()
    context.close()


def test_on_paper_there_is_only_the_text(served, page):
    page.goto(f"{served}{PAGES[1]}")
    page.emulate_media(media="print")
    assert page.locator(".term:visible, .term-note:visible").count() == 0


def test_the_sentence_that_is_copied_says_nothing_but_itself(served, page):
    page.goto(f"{served}{PAGES[1]}")
    lead = page.locator("#take-sentence")
    assert lead.locator(".term").count() > 0
    assert "?" not in lead.text_content()


def test_a_term_is_explained_once_a_page_and_every_link_and_note_belong_together(site):
    explained = 0
    for path in site.rglob("index.html"):
        html = path.read_text("utf-8")
        terms = re.findall(r'<a class="term"[^>]* data-term="([^"]+)"', html)
        notes = re.findall(r'<div class="term-note" id="([^"]+)"', html)
        assert len(terms) == len(set(terms)), path
        assert terms == notes, path
        explained += len(terms)
    assert explained > 500
