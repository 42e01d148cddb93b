import re

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


def test_every_chart_has_one_page_in_its_language():
    figures = [figure for draft in good_drafts() for figure in draft.figures]
    made = list(embeds(good_drafts(), drawings(), NAMES))
    assert len(made) == len(figures) == len({each.path for each in made})
    assert "embed/targets/urbanisation/index.html" in pages()
    assert "en/embed/targets/urbanisation/index.html" in pages()


def test_a_page_has_the_chart_its_source_and_a_way_back_and_no_script():
    page = pages()["en/embed/targets/urbanisation/index.html"]
    assert '<html lang="en">' in page
    assert "<svg" in page
    assert "Source: Cục Thống kê, June 2025" in page
    assert 'href="../../../../en/targets/urbanisation/" target="_blank"' in page
    assert "See all of it on Portal" in page
    assert "<script" not in page


def test_a_page_is_kept_out_of_searches_and_small():
    for page in pages().values():
        assert '<meta name="robots" content="noindex">' in page
        assert 'data-pagefind-ignore="all"' in page
        assert len(page.encode()) < 23_000


def test_its_canonical_address_is_the_page_that_has_the_chart_where_the_site_s_address_is_known():
    known = {name: Imprint(each.name, "https://example.org/") for name, each in NAMES.items()}
    page = pages(known)["en/embed/targets/urbanisation/index.html"]
    assert '<link rel="canonical" href="https://example.org/en/targets/urbanisation/">' in page
    assert "canonical" not in pages()["en/embed/targets/urbanisation/index.html"]


def test_the_code_to_copy_stands_below_the_chart():
    draft = next(each for each in good_drafts() if each.path == "vi/targets/urbanisation/index.md")
    body = render(draft, drawings()).data.decode()
    code = re.search(r'<code id=\\"(embed/targets/urbanisation/)\\">(.*?)</code>', body)
    assert code[2].startswith("&lt;iframe src=")
    assert 'height=\\"' in code[2]
