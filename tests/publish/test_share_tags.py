"""What each page says about itself to those who link to it, with and without the site's own address."""

import re

import pytest
from sample_pages import page

from build_scripts.model import Artifact
from build_scripts.publish import imprint

ADDRESS = "https://example.org/x/"
FILES = (
    Artifact("share/vi/home.png", b"1"),
    Artifact("share/en/home.png", b"2"),
    Artifact("feed.xml", b"<feed/>"),
    Artifact("en/feed.xml", b"<feed/>"),
    Artifact("favicon.ico", b"3"),
    Artifact("embed/areas/a/index.html", b"<!doctype html><title>a</title>"),
    Artifact("en/embed/areas/a/index.html", b"<!doctype html><title>a</title>"),
)


def tags(path):
    html = path.read_text("utf-8")
    found = re.findall(r'<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)"', html)
    canonical = re.findall(r'<link rel="canonical" href="([^"]+)"', html)
    return dict(found), canonical


@pytest.fixture
def known(root, make):
    (root / "mkdocs.yml").write_text(f"site_name: Huế\nsite_url: {ADDRESS}\n", encoding="utf-8")
    return make(page("vi/areas/a/index.md", "Vùng"), page("en/areas/a/index.md", "Area"), files=FILES)


@pytest.fixture
def unknown(make):
    return make(page("vi/areas/a/index.md", "Vùng"), page("en/areas/a/index.md", "Area"), files=FILES)


@pytest.mark.parametrize(
    ("home", "language", "locale", "other"), [("", "vi", "vi_VN", "en_GB"), ("en/", "en", "en_GB", "vi_VN")]
)
def test_addresses_are_whole_where_the_site_s_is_known(known, home, language, locale, other):
    for address in ("", "areas/a/"):
        found, canonical = tags(known / home / address / "index.html")
        assert canonical == [f"{ADDRESS}{home}{address}"]
        assert found["og:url"] == canonical[0]
        assert found["og:image"] == f"{ADDRESS}share/{language}/home.png"
        assert (found["og:locale"], found["og:locale:alternate"]) == (locale, other)
        assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
        assert found["twitter:card"] == "summary_large_image"
        assert found["og:site_name"] == "Huế"
        html = (known / home / address / "index.html").read_text("utf-8")
        others = dict(re.findall(r'hreflang="([\w-]+)" href="([^"]+)">', html.partition("</head>")[0]))
        assert others == {
            "vi": f"{ADDRESS}{address}",
            "en": f"{ADDRESS}en/{address}",
            "x-default": f"{ADDRESS}{address}",
        }


def test_no_host_is_invented(unknown):
    for path in unknown.rglob("index.html"):
        if "embed" not in path.parts:
            found, canonical = tags(path)
            assert canonical == []
            assert "og:url" not in found
            place = (path.parent / found["og:image"]).resolve()
            assert place.is_relative_to(unknown)
            assert place.is_file()


def test_a_page_s_title_description_and_picture_are_its_own(make):
    text = (
        b'---\ntemplate: page.html\ntitle: "A &amp; B"\ndescription: "&#34;C&#34; &lt;D"\n'
        b'picture: share/vi/areas/a.png\npicture_alt: "A &amp; B: 5"\nbody: "<h1>A</h1>"\n---\n'
    )
    site = make(Artifact("vi/areas/a/index.md", text), page("en/areas/a/index.md"), files=FILES)
    found, _ = tags(site / "areas/a/index.html")
    assert found["og:title"] == "A &amp; B"
    assert found["og:description"] == "&#34;C&#34; &lt;D"
    assert found["og:image"] == "../../share/vi/areas/a.png"
    assert found["og:image:alt"] == "A &amp; B: 5"
    assert found["og:type"] == "article"


def test_a_page_without_a_twin_names_no_other_language(make):
    found, _ = tags(make(page("vi/alone/index.md"), files=FILES) / "alone/index.html")
    assert "og:locale:alternate" not in found


def test_what_is_not_there_is_not_named(make):
    html = (make() / "index.html").read_text("utf-8")
    assert "og:image" not in html
    assert "feed.xml" not in html
    assert 'rel="manifest"' not in html
    assert "site.zip" not in html


def test_the_feed_and_the_icons_are_found_from_every_page(known):
    for path in known.rglob("index.html"):
        if "embed" not in path.parts:
            html = path.read_text("utf-8")
            feed = re.search(r'type="application/atom\+xml"[^>]*href="([^"]+)"', html)[1]
            icon = re.search(r'rel="icon" href="([^"]+)" sizes', html)[1]
            assert (path.parent / feed).is_file()
            assert (path.parent / icon).is_file()
            english = path.relative_to(known).parts[0] == "en"
            assert (path.parent / feed).resolve() == known / ("en/feed.xml" if english else "feed.xml")


def test_embedded_charts_are_on_no_site_map_and_every_page_is_in_its_language(known):
    vietnamese, english = ((known / home / "sitemap.xml").read_text("utf-8") for home in ("", "en"))
    assert "embed" not in vietnamese + english
    assert f"<loc>{ADDRESS}areas/a/</loc>" in vietnamese
    assert f"<loc>{ADDRESS}en/areas/a/</loc>" in english
    assert (known / "embed/areas/a/index.html").is_file()
    assert (known / "en/embed/areas/a/index.html").is_file()


def test_the_page_for_missing_addresses_leads_to_both_homes_of_the_known_site(known):
    assert re.findall(r'<a href="([^"]+)"', (known / "404.html").read_text("utf-8")) == ["/x/", "/x/en/"]


@pytest.mark.parametrize(
    "written", ["https://example.org/x", "https://example.org/x/", " https://example.org/x/ "]
)
def test_the_address_may_be_written_with_or_without_its_slash(root, written):
    (root / "mkdocs.yml").write_text(f"site_name: Huế\nsite_url: '{written}'\n", encoding="utf-8")
    assert imprint(root, "en").address == ADDRESS
    assert imprint(root, "vi").name == "Huế"


def test_a_root_without_an_address_has_none(root):
    assert imprint(root, "vi").address == ""
