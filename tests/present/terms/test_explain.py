"""A term is explained where the prose of a page first says it, once, and nowhere else."""

import pytest

from build_scripts.model import Term, Text
from build_scripts.present.charts import draw
from build_scripts.present.page import render
from build_scripts.present.pages.glossary import glossary_pages
from build_scripts.present.pages.indicators import indicator_pages
from build_scripts.present.say import speak
from build_scripts.present.terms import explained, lexicon_of
from tests.tiny import package, scene, tiny


def lexicon(*names, language="vi"):
    terms = {
        f"t{n}": Term(f"t{n}", Text(name, name), Text("Là thế.", "It is so.")) for n, name in enumerate(names)
    }
    return lexicon_of(tiny(terms=terms), speak(language))


def marked(html, *names, language="vi"):
    said, _ = explained(html, lexicon(*names, language=language), lambda entry: f"[{entry.anchor}]")
    return said.replace('<span class="term-end">', "").replace("</span>", "")


def test_the_first_place_in_running_text_is_marked_and_no_other():
    assert marked("<p>Nghèo đa chiều giảm.</p><p>nghèo đa chiều</p>", "Nghèo đa chiều") == (
        "<p>Nghèo đa chiều[t0] giảm.</p><p>nghèo đa chiều</p>"
    )


@pytest.mark.parametrize("written", ["NGHÈO ĐA CHIỀU", "nghèo đa  chiều", "nghèo\N{NO-BREAK SPACE}đa\nchiều"])
def test_capitals_and_spaces_make_no_difference(written):
    assert marked(f"<p>Hộ {written}, năm 2024</p>", "Nghèo đa chiều") == f"<p>Hộ {written}[t0], năm 2024</p>"


def test_of_several_terms_that_begin_alike_the_longest_is_meant():
    assert marked("<p>Chỉ số giá tiêu dùng và chỉ số.</p>", "Chỉ số", "Chỉ số giá tiêu dùng") == (
        "<p>Chỉ số giá tiêu dùng[t1] và chỉ số[t0].</p>"
    )


@pytest.mark.parametrize("text", ["vốn hóan", "vốna", "xvốn", "vốn-x", "x-vốn", "vo\u0302\u0301n"])
def test_a_term_inside_another_word_is_another_word(text):
    assert marked(f"<p>{text}</p>", "vốn hóa", "Vốn".replace("V", "v")) == (
        f"<p>{text.replace('vốn', 'vốn[t1]')}</p>" if text == "vốn hóan" else f"<p>{text}</p>"
    )


def test_an_abbreviation_in_brackets_is_a_form_of_its_own_in_capitals_only():
    name = "Tổng sản phẩm trên địa bàn (GRDP)"
    assert marked("<p>GRDP tăng.</p>", name) == "<p>GRDP[t0] tăng.</p>"
    assert marked("<p>tổng sản phẩm trên địa bàn</p>", name) == "<p>tổng sản phẩm trên địa bàn[t0]</p>"
    assert marked("<p>It grew, as it did.</p>", "Information technology (IT)") == "<p>It grew, as it did.</p>"
    assert marked("<p>Mọi xã, phường</p>", "Cấp xã (xã, phường)") == "<p>Mọi xã, phường</p>"


def test_english_plurals_are_the_same_term():
    assert marked("<p>Two percentage points.</p>", "Percentage point", language="en") == (
        "<p>Two percentage points[t0].</p>"
    )


@pytest.mark.parametrize(
    "html",
    [
        "<h2>vốn</h2>",
        '<p><a href="x">vốn</a></p>',
        "<p><button>vốn</button></p>",
        "<p><code>vốn</code></p>",
        "<table><tr><td><p>vốn</p></td></tr></table>",
        '<p lang="en">vốn</p>',
        "<div data-plain><p>vốn</p></div>",
        "<figure><p>vốn</p></figure>",
        '<dl class="facts"><dd>vốn</dd></dl>',
        "<ul class='x'></ul><div>vốn</div>",
        '<p title="vốn">x</p>',
        "<script>vốn</script><style>vốn</style><!-- <p>vốn</p> -->",
        "<p>x</p>vốn",
    ],
)
def test_headings_links_buttons_code_tables_and_other_languages_are_left_alone(html):
    assert marked(html, "vốn") == html


def test_text_behind_a_void_or_self_closed_element_is_still_prose():
    assert marked('<p>a<br>b<svg><path d="M0"/></svg> vốn</p>', "vốn") == (
        '<p>a<br>b<svg><path d="M0"/></svg> vốn[t0]</p>'
    )


def test_what_is_in_sight_is_marked_before_what_is_folded_away():
    folded = "<details><summary>x</summary><p>vốn</p></details>"
    assert marked(f"{folded}<p>vốn</p>", "vốn") == f"{folded}<p>vốn[t0]</p>"
    assert marked(folded, "vốn") == folded.replace("<p>vốn", "<p>vốn[t0]")


def test_signs_that_html_escapes_are_found_escaped_and_patterns_are_only_text():
    assert marked("<p>R&amp;D và a.b, axb</p>", "R&D", "a.b") == "<p>R&amp;D[t0] và a.b[t1], axb</p>"
    assert marked("<p>amp &amp; x39 &#x39;</p>", "amp", "x39") == "<p>amp[t0] &amp; x39[t1] &#x39;</p>"


def test_without_terms_a_page_stays_as_it_is():
    assert explained("<p>vốn</p>", lexicon(), str) == ("<p>vốn</p>", ())


def page_of(pages, made):
    (draft,) = (each for each in pages(made) if each.address in {"glossary/", "indicators/tap/"})
    drawings = draw(draft.charts())
    return render(draft, drawings, lexicon_of(made.catalog, made.say)).data.decode()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_page_carries_the_link_and_the_note_of_a_term_it_says(language):
    terms = {"thing": Term("thing", Text("What", "What"), Text("Nghĩa <là>", "Meaning <it>"))}
    html = page_of(indicator_pages, scene(tiny(terms=terms, packages=(package("water"),)), language))
    assert html.count('class=\\"term\\"') == 1
    assert 'href=\\"../../glossary/#thing\\"' in html
    assert 'id=\\"term-thing\\" popover' in html
    assert {"vi": "Nghĩa &lt;là&gt;", "en": "Meaning &lt;it&gt;"}[language] in html
    assert html.count("assets/terms.js") == 1


def test_the_glossary_does_not_explain_itself_in_place():
    terms = {"is": Term("is", Text("Là thế", "It is"), Text("Là thế đó.", "It is so."))}
    assert "term-note" not in page_of(glossary_pages, scene(tiny(terms=terms)))
