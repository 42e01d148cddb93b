import re
from pathlib import Path

import pytest
from sample_pages import page

from build_scripts.model import Artifact
from build_scripts.publish import Content, SiteError, publish


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def links(html: str) -> dict[str, str]:
    return dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"', html))


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def test_each_language_gets_its_page_at_the_same_address(make):
    site = make(page("vi/indicators/x/index.md", "Chỉ tiêu"), page("en/indicators/x/index.md", "Indicator"))

    assert '<html lang="vi"' in text(site / "indicators/x/index.html")
    assert '<html lang="en"' in text(site / "en/indicators/x/index.html")


def test_the_language_switch_stays_on_the_page(make):
    site = make(page("vi/areas/1/index.md"), page("en/areas/1/index.md"))

    assert 'href="../../en/areas/1/" hreflang="en"' in text(site / "areas/1/index.html")
    assert 'href="../../../areas/1/" hreflang="vi"' in text(site / "en/areas/1/index.html")


def test_alternate_links_are_symmetric(make):
    site = make(page("vi/areas/index.md"), page("en/areas/index.md"))

    vietnamese, english = links(text(site / "areas/index.html")), links(text(site / "en/areas/index.html"))

    assert vietnamese == {"vi": "../areas/", "en": "../en/areas/", "x-default": "../areas/"}
    assert english == {"vi": "../../areas/", "en": "../../en/areas/", "x-default": "../../areas/"}


def test_a_page_without_a_twin_has_no_alternates_and_switches_to_the_other_home(make):
    html = text(make(page("vi/alone/index.md")) / "alone/index.html")

    assert links(html) == {}
    assert 'href="../en/" hreflang="en"' in html


def test_a_title_is_escaped_once_everywhere(make):
    title = "A &lt;b&gt; &amp; &#34;q&#34;"
    html = text(make(page("vi/areas/index.md", title), page("en/areas/index.md", title)) / "areas/index.html")

    assert "<title>A &lt;b&gt; &amp; &#34;q&#34; – Cổng dữ liệu mở</title>" in html
    assert '<meta name="description" content="A &lt;b&gt; &amp; &#34;q&#34;.">' in html


def test_the_body_reaches_the_page_untouched(make):
    body = "<h1>a_b_c *d*</h1>\n<p>1. {{ x }} &amp; <code>&lt;</code></p>\n\n    <p>---</p>"

    assert body in text(
        make(page("vi/areas/index.md", body=body), page("en/areas/index.md")) / "areas/index.html"
    )


def test_the_navigation_lists_only_pages_that_exist(make):
    html = text(make(page("vi/datasets/index.md"), page("en/datasets/index.md")) / "index.html")
    menu = re.findall(r'<a href="([^"]+)"', html.split('<ul class="sections">')[1].split("</nav>")[0])

    assert menu == [*(".", "datasets/", "about/", "about/", "methodology/", "contribute/", "accessibility/")]


def test_a_portal_without_a_name_is_not_called_hanoi(make):
    site = make()

    assert "<title>Cổng – Cổng dữ liệu mở</title>" in text(site / "index.html")
    assert "<title>Portal – Open data portal</title>" in text(site / "en/index.html")
    assert [path for path in site.rglob("*.html") if "Hanoi" in text(path) or "Hà Nội" in text(path)] == []


def test_a_root_names_itself_and_runs_no_code(root, make):
    (root / "mkdocs.yml").write_text(
        "site_name: Huế\nplugins: [no-such-plugin]\nhooks: [hook.py]\n", encoding="utf-8"
    )

    assert "<title>Cổng – Huế</title>" in text(make() / "index.html")


def test_a_root_s_own_page_takes_the_place_of_the_common_one(root, make):
    (root / "docs/vi/about").mkdir(parents=True)
    (root / "docs/vi/about/index.md").write_text("---\ntitle: Về Huế\n---\n# Về Huế\n", encoding="utf-8")

    assert "<title>Về Huế – " in text(make() / "about/index.html")


def test_files_lie_beside_the_pages_as_they_are(make):
    site = make(files=(Artifact("data/x/README.md", b"# x\n"), Artifact("data/x/a.csv", b"a\n1\n")))

    assert (site / "data/x/README.md").read_bytes() == b"# x\n"
    assert not (site / "data/x/index.html").exists()
    assert (site / "data/x/a.csv").read_bytes() == b"a\n1\n"


def test_what_vanished_is_gone_and_what_stayed_was_not_written_again(root, make):
    pages = page("vi/a/index.md"), page("en/a/index.md")
    make(*pages, page("vi/b/index.md"), page("en/b/index.md"))
    before = (root / "build/docs/vi/a/index.md").stat().st_mtime_ns
    site = make(*pages)

    assert not (site / "b").exists()
    assert (root / "build/docs/vi/a/index.md").stat().st_mtime_ns == before


def test_building_twice_gives_the_same_bytes(make):
    assert snapshot(make()) == snapshot(make())


def test_the_old_site_stays_when_the_new_one_cannot_be_made(root, make, tmp_path):
    before = snapshot(make())
    (root / "docs/vi").mkdir(parents=True)
    (root / "docs/vi/broken.md").write_text("[nowhere](nowhere.md)\n", encoding="utf-8")

    with pytest.raises(SiteError, match=r"broken\.md.*nowhere\.md"):
        make()

    assert snapshot(tmp_path / "site") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["root", "site"]


def test_a_page_that_mkdocs_would_empty_in_silence_is_refused(make):
    with pytest.raises(SiteError, match=r"vi/a/index\.md"):
        make(Artifact("vi/a/index.md", b'---\ntitle: "a\x07"\n---\n'))


def test_a_folder_that_is_no_portal_is_not_replaced(root, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/letter.txt").write_text("dear", encoding="utf-8")

    with pytest.raises(SiteError, match="will not be replaced"):
        publish(root, tmp_path / "mine", Content([page("vi/index.md")]), lambda _: None)

    assert (tmp_path / "mine/letter.txt").read_text(encoding="utf-8") == "dear"


@pytest.mark.parametrize("path", ["../x", "/etc/x", "data/../../x", "a\\b"])
def test_no_file_leaves_the_site(make, path):
    with pytest.raises(ValueError, match="not a path inside the site"):
        make(files=(Artifact(path, b""),))


def test_nothing_on_a_page_comes_from_another_host(make):
    loaded = re.compile(
        r'<(?:script|link|img|iframe|source)\b[^>]*(?:src|href)="(?:https?:)?//', re.IGNORECASE
    )

    assert [path for path in make().rglob("*.html") if loaded.search(text(path))] == []


def test_the_page_for_missing_addresses_speaks_both_languages(make):
    html = text(make() / "404.html")

    assert "Không tìm thấy trang này" in html
    assert "This page was not found" in html


def test_a_page_in_the_place_of_a_file_leaves_the_site_that_is_read_as_it_is(root, make, tmp_path):
    site = make(files=(Artifact("notes/a.txt", b"old"),))
    lent = root / "build/docs/vi/notes/a.txt"
    assert lent.samefile(site / "notes/a.txt")
    own = root / "docs/vi/notes/a.txt"
    own.parent.mkdir(parents=True)
    own.write_text("new", encoding="utf-8")
    (root / "docs/vi/broken.md").write_text("[nowhere](nowhere.md)\n", encoding="utf-8")
    with pytest.raises(SiteError):
        make()
    assert (tmp_path / "site/notes/a.txt").read_bytes() == b"old"
    assert lent.read_bytes() == b"new"
