"""The page of any dataset, ours or a stranger's: dictionary, preview, downloads, and nothing that runs."""

import hashlib
import io
import json
import re
import zipfile
from html.parser import HTMLParser

import pytest
from frictionless import Package

from build_scripts.model import LANGUAGES
from build_scripts.present.charts import draw
from build_scripts.present.page import render
from build_scripts.present.pages.dataset.downloads import size
from build_scripts.present.pages.dataset.wording import address, plain, rendered
from build_scripts.present.pages.datasets import dataset_files, dataset_pages
from tests import tiny
from tests.adopt.kit import PACKAGES, STRANGERS, package, portal, table

HOSTILE = "<img src=x onerror=alert(1)>{{ 7*7 }}{% raw %}]]></script><script>alert(2)</script>\"' onclick=x"
DESCRIBED = re.compile(r'<script type="application/ld\+json">[^<>&]*</script>')
"""Data for search engines: a block that no browser runs, and that no word of an owner can end."""
VOID = {"meta", "link", "br", "hr", "img", "input", "wbr"}


class Elements(HTMLParser):
    """Every element of a page with its attributes, and the words between them."""

    def __init__(self):
        super().__init__()
        self.found, self.words = [], []

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.words.append(data)


def scene(reading, language="en"):
    return tiny.scene(reading.catalog, language)


def bodies(reading, language="en"):
    """The HTML of every page, by its address."""
    drafts = list(dataset_pages(scene(reading, language), reading.verdicts))
    drawings = draw([chart for draft in drafts for chart in draft.charts()])
    found = {}
    for draft in drafts:
        text = render(draft, drawings).data.decode()
        line = next(each for each in text.splitlines() if each.startswith("body: "))
        found[draft.address] = json.loads(line.removeprefix("body: "))
    return found


def elements(html):
    parser = Elements()
    parser.feed(html)
    return parser


@pytest.fixture(scope="module")
def strangers(tmp_path_factory):
    return portal(tmp_path_factory.mktemp("root"), *(PACKAGES / name for name in STRANGERS))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    root = tmp_path_factory.mktemp("hostile")
    schema = {
        "fields": [
            {"name": "year", "type": "year", "title": HOSTILE, "description": f"*{HOSTILE}*"},
            {"name": "label", "type": "string", "title": HOSTILE, "constraints": {"enum": [HOSTILE, "b"]}},
            {"name": "value", "type": "number", "title": HOSTILE, "description": "[x](javascript:alert(1))"},
        ]
    }
    about = {
        "name": "hostile",
        "title": HOSTILE,
        "description": f"{HOSTILE}\n\n[a](javascript:alert(1)) <b onmouseover=x>b</b> ![p](https://example.org/p.png)\n\n<iframe src=x>",
        "version": HOSTILE,
        "keywords": [HOSTILE],
        "licenses": [{"name": "CC0-1.0", "title": HOSTILE}],
        "sources": [{"title": HOSTILE, "path": 'https://example.org/"onclick=x'}],
        "contributors": [{"title": HOSTILE}],
        "resources": [
            {"name": "data", "path": "data.csv", "title": HOSTILE, "description": HOSTILE, "schema": schema}
        ],
    }
    label = '"' + HOSTILE.replace('"', '""') + '"'
    rows = "".join(
        f"{year},{name},{value}\n" for value, year in enumerate((2019, 2020, 2021)) for name in (label, "b")
    )
    return portal(root, package(root / "in", about, data__csv=f"year,label,value\n{rows}"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_stranger_gets_a_page_with_dictionary_preview_and_downloads(strangers, language):
    pages = bodies(strangers, language)
    assert len(pages) == len(STRANGERS) + 1
    for address_, html in pages.items():
        if address_ != "datasets/":
            assert 'class="dictionary"' in html
            assert 'class="preview"' in html
            assert 'class="data downloads"' in html


def test_a_chart_stands_where_a_series_can_be_recognised(strangers):
    drawn = {draft.address for draft in dataset_pages(scene(strangers), strangers.verdicts) if draft.figures}
    assert drawn == {"datasets/gdp/", "datasets/messwerte/", "datasets/microscope-cells/"}


def test_a_dataset_in_another_language_says_so_and_marks_its_words(strangers):
    html = bodies(strangers, "en")["datasets/messwerte/"]
    assert '<h1 lang="de">Erfundene Messwerte</h1>' in html
    assert (
        "The owner wrote this dataset in German only; titles and descriptions below are shown unchanged."
        in html
    )


def test_words_in_an_unknown_language_are_marked_as_unknown(strangers):
    html = bodies(strangers, "vi")["datasets/gdp/"]
    assert '<h1 lang="">Test product, by country</h1>' in html
    assert "Chủ dữ liệu không nêu ngôn ngữ của bộ dữ liệu" in html


def test_words_in_the_language_of_the_page_need_no_mark(strangers):
    html = bodies(strangers, "en")["datasets/microscope-cells/"]
    assert "<h1>Cells under a microscope</h1>" in html
    assert '<p class="note">' not in html


def test_of_a_picture_in_a_description_its_words_remain():
    assert rendered("See ![a map](https://example.org/map.png).") == "<p>See a map.</p>\n"
    assert plain("See ![a map](https://example.org/map.png).") == "See a map."


def test_the_home_of_the_data_is_a_link(tmp_path):
    about = table() | {"homepage": "https://example.org/data"}
    found = bodies(portal(tmp_path, package(tmp_path / "in", about, data__csv="a\n1\n")))["datasets/one/"]
    assert '<dt>Home of the data</dt><dd><a href="https://example.org/data"' in found


def test_numbers_declared_as_plain_ones_are_drawn(tmp_path):
    plainly = {"decimalChar": ".", "groupChar": "", "bareNumber": True}
    schema = {"fields": [{"name": "year", "type": "year"}, {"name": "value", "type": "number", **plainly}]}
    rows = "year,value\n2019,1\n2020,3\n2021,2\n"
    package(tmp_path / "datapackages" / "one", table(schema=schema), data__csv=rows)
    reading = portal(tmp_path)
    assert [draft.address for draft in dataset_pages(scene(reading), ()) if draft.figures] == [
        "datasets/one/"
    ]


def test_a_licence_nobody_stated_is_not_stated(strangers):
    assert "<dt>Licence</dt><dd>not stated</dd>" in bodies(strangers)["datasets/microscope-cells/"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_words_come_out_as_words(hostile, language):
    for html in bodies(hostile, language).values():
        page = elements(DESCRIBED.sub("", html))
        tags = {tag for tag, _ in page.found}
        assert not tags & {
            "img",
            "script",
            "iframe",
            "object",
            "embed",
            "style",
            "form",
            "b",
            "base",
            "meta",
            "link",
        }
        names = {name for _, attributes in page.found for name in attributes}
        assert not {name for name in names if name.startswith("on")}
        links = [attributes["href"] for tag, attributes in page.found if tag == "a"]
        assert not [link for link in links if not re.match(r"(\.\./|https://example\.org/|#)", link)]
        assert "{{ 7*7 }}" in html
        assert "49" not in "".join(page.words)


def test_the_chart_of_hostile_labels_is_drawn_and_inert(hostile):
    drafts = [draft for draft in dataset_pages(scene(hostile), hostile.verdicts) if draft.figures]
    [svg] = draw([chart for draft in drafts for chart in draft.charts()]).values()
    assert not {tag for tag, _ in elements(svg).found} & {"script", "img", "foreignobject", "a", "iframe"}


def test_the_front_matter_of_hostile_words_is_one_line_each(hostile):
    drafts = list(dataset_pages(scene(hostile), hostile.verdicts))
    drawings = draw([chart for draft in drafts for chart in draft.charts()])
    for draft in drafts:
        lines = render(draft, drawings).data.decode().split("\n")
        assert [line.partition(":")[0] for line in lines] == [
            "---",
            "template",
            "title",
            "description",
            "body",
            "---",
            "",
        ]


def test_published_sizes_and_checksums_are_those_of_the_published_files(strangers, hostile):
    for reading in (strangers, hostile):
        files = {artifact.path: artifact.data for artifact in dataset_files(reading.catalog)}
        for path in [path for path in files if path.endswith("datapackage.json")]:
            folder = path.removesuffix("datapackage.json")
            for resource in json.loads(files[path])["resources"]:
                data = files[folder + resource["path"]]
                assert resource["bytes"] == len(data)
                assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"


def test_frictionless_reads_what_is_published(strangers, tmp_path):
    for artifact in dataset_files(strangers.catalog):
        path = tmp_path / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.data)
    for path in sorted(tmp_path.rglob("datapackage.json")):
        report = Package(str(path)).validate()
        assert report.valid, report.flatten(["type", "note"])


def test_our_own_tables_are_published_byte_for_byte(catalog, offered):
    for each in catalog.packages:
        for resource in each.resources:
            assert hashlib.sha256(offered[f"data/{each.name}/{resource.path}"]).hexdigest() == resource.sha256


def test_an_archive_holds_the_files_their_checksums_and_no_time(strangers):
    files = {artifact.path: artifact.data for artifact in dataset_files(strangers.catalog)}
    with zipfile.ZipFile(io.BytesIO(files["data/gdp/gdp.zip"])) as archive:
        assert {"gdp/datapackage.json", "gdp/data/gdp.csv", "gdp/SHA256SUMS"} <= set(archive.namelist())
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("gdp/data/gdp.csv") == files["data/gdp/data/gdp.csv"]
        stated = dict(
            reversed(line.split("  ")) for line in archive.read("gdp/SHA256SUMS").decode().splitlines()
        )
    assert stated["data/gdp.csv"] == hashlib.sha256(files["data/gdp/data/gdp.csv"]).hexdigest()


def test_a_table_with_a_dialect_of_its_own_is_published_without_one(tmp_path):
    dialect = {"delimiter": ";", "nullSequence": "NA"}
    schema = {"fields": [{"name": "a", "type": "integer"}, {"name": "b", "type": "string"}]}
    about = {
        "name": "own",
        "title": "Own",
        "licenses": [{"name": "CC0-1.0"}],
        "sources": [{"title": "An office"}],
        "resources": [{"name": "t", "path": "t.tsv", "dialect": dialect, "schema": schema}],
    }
    package(tmp_path / "datapackages" / "own", about, t__tsv="a;b\r\n1;x,y\r\nNA;z\r\n")
    reading = portal(tmp_path)
    files = {artifact.path: artifact.data for artifact in dataset_files(reading.catalog)}
    assert files["data/own/t.csv"] == b'a,b\n1,"x,y"\nNA,z\n'
    [found] = json.loads(files["data/own/datapackage.json"])["resources"]
    assert (found["path"], found["format"], found["schema"]["missingValues"]) == ("t.csv", "csv", ["NA"])
    assert "dialect" not in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_datasets_each_have_a_page_with_their_indicators(catalog, drafts, language):
    drafts = {
        draft.address: draft
        for draft in drafts
        if draft.language == language and draft.address.startswith("datasets/")
    }
    assert set(drafts) == {"datasets/", *(f"datasets/{each.name}/" for each in catalog.packages)}
    linked = [link.href for draft in drafts.values() for link in draft.view.get("indicators", ())]
    assert sorted(linked) == sorted(f"indicators/{each}/" for each in catalog.indicators)


@pytest.mark.parametrize(
    ("count", "written"),
    [
        (0, "0\N{NO-BREAK SPACE}B"),
        (999, "999\N{NO-BREAK SPACE}B"),
        (1000, "1,0\N{NO-BREAK SPACE}kB"),
        (12_345_678, "12,3\N{NO-BREAK SPACE}MB"),
    ],
)
def test_sizes_are_written_as_people_write_them(strangers, count, written):
    assert size(scene(strangers, "vi"), count) == written


def test_markdown_keeps_its_form_and_loses_what_could_run():
    assert rendered("**a** <u>b</u>\n\n# C") == "<p><strong>a</strong> &lt;u&gt;b&lt;/u&gt;</p>\n<h3>C</h3>\n"
    assert plain("**a** [b](https://example.org) & <i>") == "a b & <i>"


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "//example.org", "https://a:b@example.org/", "data.csv", "", "https://x y.z"],
)
def test_only_web_addresses_become_links(text):
    assert address(text) == ""
