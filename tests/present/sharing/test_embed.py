import base64
import json
import re
import zlib

from build_scripts.model import Imprint
from build_scripts.present.charts import draw
from build_scripts.present.page import render
from build_scripts.present.sharing.embed import embeds
from tests.portals import good_drafts

NAMES = {"vi": Imprint("Cổng"), "en": Imprint("Portal")}


def drawings():
    return draw(chart for draft in good_drafts() for chart in draft.charts())


def pages(imprints=NAMES):
    return {each.path: each.data.decode() for each in embeds(good_drafts(), drawings(), imprints)}


def unpacked(page):
    """What the interactive views of a page are drawn from, as portal.js unpacks it."""
    return json.loads(zlib.decompress(base64.b64decode(re.search(r'data-charts="([^"]+)"', page)[1])))


def test_every_page_with_charts_has_one_on_which_each_stands_alone_in_its_language():
    drafts = [draft for draft in good_drafts() if draft.figures]
    made = pages()
    assert len(made) == len(drafts)
    for draft in drafts:
        page = made[f"{'en/' if draft.language == 'en' else ''}embed/{draft.address}index.html"]
        assert page.count("<section") == page.count("<svg") == len(draft.figures)
        assert f'<html lang="{draft.language}">' in page
    assert "embed/targets/urbanisation/index.html" in made
    assert "en/embed/targets/urbanisation/index.html" in made


def test_charts_of_a_page_bear_names_of_their_own_and_the_first_stands_last():
    for draft in good_drafts():
        names = [figure.name for figure in draft.figures]
        assert len(set(names)) == len(names)
        if len(names) > 1:
            page = pages()[f"{'en/' if draft.language == 'en' else ''}embed/{draft.address}index.html"]
            assert re.findall('<section(?: id="([^"]+)")?>', page) == names[::-1]


def test_a_page_has_the_chart_its_source_and_a_way_back_and_no_script():
    page = pages()["en/embed/targets/urbanisation/index.html"]
    assert "<svg" in page
    assert "Source: Cục Thống kê, June 2025" in page
    assert 'href="../../../../en/targets/urbanisation/" target="_blank"' in page
    assert "See all of it on Portal" in page
    assert "<script" not in page


def test_a_page_carries_what_its_charts_are_made_of():
    for draft in good_drafts():
        if draft.figures:
            page = pages()[f"{'en/' if draft.language == 'en' else ''}embed/{draft.address}index.html"]
            assert unpacked(page) == {each.name: each.chart.spec for each in draft.figures}


def test_a_page_is_kept_out_of_searches_and_small():
    for path, page in pages().items():
        charts = page.count("<section")
        assert '<meta name="robots" content="noindex">' in page
        assert len(page.encode()) < 3_000 + 20_000 * charts, path


def test_its_canonical_address_is_the_page_that_has_the_charts_where_the_site_s_address_is_known():
    known = {name: Imprint(each.name, "https://example.org/") for name, each in NAMES.items()}
    page = pages(known)["en/embed/targets/urbanisation/index.html"]
    assert '<link rel="canonical" href="https://example.org/en/targets/urbanisation/">' in page
    assert "canonical" not in pages()["en/embed/targets/urbanisation/index.html"]


def test_the_code_to_copy_stands_below_the_chart():
    draft = next(each for each in good_drafts() if each.path == "vi/targets/urbanisation/index.md")
    body = render(draft, drawings()).data.decode()
    code = re.search(r'<code id=\\"(embed-)\\">(.*?)</code>', body)
    assert code[2].startswith("&lt;iframe src=")
    assert ">embed/targets/urbanisation/<" in code[2]
    assert 'height=\\"' in code[2]
