"""A finished page: bytes that MkDocs reads back as they were meant, with links that hold at any depth."""

import re

import pytest
from jinja2 import UndefinedError
from mkdocs.utils.meta import get_data

from build_scripts.present import page as pages
from build_scripts.present.charts import draw
from build_scripts.present.page import Draft, Figure, render
from tests.portals import good_drafts

ODD = "a\x7fb\x85c\u2028d\u2029e\ufeff: - # [x] {y} \"q\" 'p' \\n\\ \t---\n---\n& <b>"


def draft(title="Title", template="rules", address="contribute/rules/", language="en", **view):
    plain = {"crumbs": (), "lead": "What it is.", "rules": (), "limits": (), "codes": ()}
    return Draft(
        language=language,
        address=address,
        template=template,
        title=title,
        description=title,
        view=plain | view,
    )


def read(artifact):
    """Read a page as MkDocs does: what is below the front matter, and the front matter."""
    return get_data(artifact.data.decode())


def test_a_page_is_staged_by_language_and_address():
    assert render(draft(), {}).path == "en/contribute/rules/index.md"
    assert render(draft(address=""), {}).path == "en/index.md"


def test_mkdocs_finds_everything_in_the_front_matter_and_nothing_below_it():
    below, matter = read(render(draft(), {}))
    assert below == ""
    assert list(matter) == ["template", "title", "description", "body"]
    assert matter["template"] == "page.html"


def test_a_hostile_title_comes_back_escaped_once():
    _, matter = read(render(draft('<script>"x"</script>: &amp;'), {}))
    assert matter["title"] == "&lt;script&gt;&quot;x&quot;&lt;/script&gt;: &amp;amp;"
    assert "<script>" not in matter["body"]


@pytest.mark.parametrize("sign", ["\x7f", "\x85", "\u2028", "\u2029", "\ufeff", "\t", "\U0001f30f", ODD])
def test_signs_that_mean_something_to_yaml_come_through(sign):
    _, matter = read(render(draft(f"a{sign}b", lead=f"a{sign}b"), {}))
    shown = f"a{sign}b".replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert matter["title"] == shown.replace('"', "&quot;").replace("'", "&#x27;")
    assert shown.replace('"', "&#34;").replace("'", "&#39;") in matter["body"]


def test_the_body_of_every_page_comes_through_mkdocs_as_the_template_made_it(monkeypatch):
    bodies = []
    quoted = pages._quoted  # noqa: SLF001 - what goes in is compared with what comes out
    monkeypatch.setattr(pages, "_quoted", lambda value: bodies.append(value) or quoted(value))
    for each in good_drafts():
        drawings = {chart.key: f"<svg>{chart.key}</svg>" for chart in each.charts()}
        _, matter = read(render(each, drawings))
        assert list(matter.values()) == bodies[-len(matter) :]
        assert matter["body"].count("<h1") == 1


@pytest.mark.parametrize(
    ("language", "address", "home", "asset"),
    [
        ("vi", "", "./", "data/x.csv"),
        ("en", "", "./", "../data/x.csv"),
        ("vi", "targets/", "../", "../data/x.csv"),
        ("en", "targets/", "../", "../../data/x.csv"),
        ("vi", "targets/x/", "../../", "../../data/x.csv"),
        ("en", "targets/x/", "../../", "../../../data/x.csv"),
    ],
)
def test_links_are_relative_at_every_depth(language, address, home, asset):
    (first,) = [each for each in good_drafts() if (each.language, each.template) == (language, "target")]
    moved = Draft(
        language=language,
        address=address,
        template="target",
        title="x",
        description="x",
        view=dict(first.view) | {"download": "data/x.csv", "figures": ()},
    )
    _, matter = read(render(moved, {}))
    assert (
        re.search(r'<nav class="crumbs"[^>]*><ol>\s*<li><a href="([^"]*)"', matter["body"]).group(1) == home
    )
    assert f'href="{asset}" download' in matter["body"]


def test_a_name_that_the_view_does_not_hold_is_an_error():
    lacking = Draft(
        language="vi",
        address="",
        template="rules",
        title="x",
        description="x",
        view={"crumbs": (), "limits": (), "codes": ()},
    )
    with pytest.raises(UndefinedError, match="lead"):
        render(lacking, {})


def test_a_drawing_that_nobody_made_is_an_error():
    first = next(each for each in good_drafts() if each.figures)
    with pytest.raises(KeyError):
        render(first, {})


def test_what_interactive_views_need_is_said_once_and_only_where_there_are_charts():
    for each in good_drafts():
        _, matter = read(render(each, draw(each.charts())))
        body = matter["body"]
        assert body.count('<div id="live"') == bool(each.figures)
        assert body.count(" data-chart=") == len(each.figures)


def test_every_figure_in_a_view_is_among_the_figures_of_the_page():
    for each in good_drafts():
        shown = [value for value in each.view.get("figures", ()) if isinstance(value, Figure)]
        assert set(map(id, shown)) <= set(map(id, each.figures))
