import zipfile

import pytest
from sample_pages import page

from build_scripts.model import Artifact
from build_scripts.publish.archive import PLACE, Remarks, archive

REMARKS = {
    "vi": Remarks("chỉ trên mạng", "không so sánh được ở đây"),
    "en": Remarks("online only", "no comparison here"),
}
BODY = (
    '<p><a href="../../">home</a> <a href="../b/?x=1#y">b</a> <a href="#here">here</a> <a href="../">up</a>'
    ' <a href="https://example.org/">out</a> <a href="../../data/a.csv">csv</a></p>'
    '<p class="chart-more"><button type="button" class="button" data-chart="x">open</button></p>'
    '<details class="fold embed"><summary>x</summary><p>code</p></details><div id="live" data-embed="y"></div>'
    '<p id="take-link" hidden><span data-address="./">areas/a/</span></p>'
)


@pytest.fixture
def packed(make):
    files = (
        Artifact("data/a.csv", b"a\n1\n"),
        Artifact("share/vi/home.png", b"1"),
        Artifact("embed/areas/a/index.html", b"<!doctype html>"),
        Artifact("en/embed/areas/a/index.html", b"<!doctype html>"),
        Artifact("feed.xml", b"<feed/>"),
        Artifact("download/README.txt", b"how"),
    )
    names = ("areas/a", "areas/b", "compare")
    pages = [page(f"{home}/{name}/index.md", body=BODY) for home in ("vi", "en") for name in names]
    site = make(*pages, files=files)
    archive(site, REMARKS)
    return site / PLACE


def read(packed, name):
    return zipfile.ZipFile(packed).read(name).decode()


def test_folders_become_files(packed):
    html = read(packed, "areas/a/index.html")
    for address in (
        "../../index.html",
        "../b/index.html?x=1#y",
        "#here",
        "../index.html",
        "../../data/a.csv",
    ):
        assert f'<a href="{address}">' in html
    assert '<a href="https://example.org/">' in html
    assert 'href="../../en/areas/a/index.html" hreflang="en"' in html


def test_what_needs_a_server_says_so_in_the_page_s_language(packed):
    vietnamese, english = read(packed, "areas/a/index.html"), read(packed, "en/areas/a/index.html")
    assert "<small>chỉ trên mạng</small>" in vietnamese
    assert "<small>online only</small>" in english
    assert "data-chart" not in vietnamese + english
    assert '<p class="note">không so sánh được ở đây</p>' in read(packed, "compare/index.html")
    assert '<p class="note">no comparison here</p>' in read(packed, "en/compare/index.html")
    assert "no comparison here" not in english


def test_what_only_other_sites_ask_for_is_left_out(packed):
    names = set(zipfile.ZipFile(packed).namelist())
    assert not {name for name in names if name.startswith(("share/", "embed/", "en/embed/", "download/"))}
    assert {"sitemap.xml", "manifest.webmanifest", "assets/vega.js"} & names == set()
    html = read(packed, "areas/a/index.html")
    assert "embed" not in html
    assert "og:" not in html
    assert "feed.xml" not in html
    assert "site.zip" not in html
    assert '<p id="take-link" hidden>areas/a/</p>' in html


def test_the_site_itself_names_its_archive_and_stays_as_it_was(packed):
    html = (packed.parents[1] / "areas/a/index.html").read_text("utf-8")
    assert 'href="../../download/site.zip" download' in html
    assert 'href="../b/?x=1#y"' in html


def test_the_same_site_gives_the_same_bytes(packed):
    before = packed.read_bytes()
    (packed.parents[1] / "index.html").touch()
    archive(packed.parents[1], REMARKS)
    assert packed.read_bytes() == before
    assert sorted(path.name for path in packed.parent.iterdir()) == ["README.txt", "site.zip"]


def test_entries_are_sorted_dated_alike_and_readable_by_all(packed):
    entries = zipfile.ZipFile(packed).infolist()
    assert [each.filename for each in entries] == sorted(each.filename for each in entries)
    assert {(each.date_time, each.external_attr >> 16) for each in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0o644)
    }
