"""The first page of a portal of other people's packages."""

import pytest

from build_scripts.model import LANGUAGES
from build_scripts.present.page import render
from build_scripts.present.pages.home import home_pages
from tests import tiny
from tests.adopt.kit import package, portal, table
from tests.portals import portal as good


def home(reading, language="en"):
    [draft] = home_pages(tiny.scene(reading.catalog, language))
    return render(draft, {}).data.decode()


def described(root, **about):
    return portal(root, package(root / "in", table() | about, data__csv="a\n1\n2\n"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_description_in_markdown_is_begun_in_plain_words(tmp_path, language):
    text = "# Data\n\nFrom [here](https://example.org/). " + "word " * 400
    html = home(described(tmp_path, description=text), language)
    assert "Data From here. word word" in html
    assert html.count("word") < 60
    assert "](https" not in html


def test_a_dataset_without_a_description_says_what_it_holds(tmp_path):
    assert "This dataset holds 1 table with 2 rows in all." in home(described(tmp_path))


def test_words_in_another_language_are_marked(tmp_path):
    assert '<small lang=\\"de\\">Zahlen</small>' in home(
        described(tmp_path, description="Zahlen", languages=["de"])
    )


def test_a_portal_with_indicators_and_no_targets_leads_to_them(tmp_path):
    good(tmp_path, "geography", "vocabulary", "population")
    html = home(portal(tmp_path))
    assert "indicators/" in html
    assert "areas/" in html
    assert "documents/" not in html
