"""What a site carries of others is named with its version, its makers and its terms, and keeps to them."""

import io
import json
from importlib.resources import files

import pytest
from fontTools.ttLib import TTFont
from jsonschema import Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

from build_scripts.publish.bill import bill_file
from build_scripts.publish.fonts import FAMILY, web_fonts
from build_scripts.publish.house import house_files
from build_scripts.publish.licences import licences_file, shipped
from tests.conftest import ROOT
from tests.test_requirements import entries


@pytest.mark.parametrize("font", web_fonts(), ids=lambda each: each.path)
def test_a_cut_font_has_a_name_of_its_own_and_keeps_its_makers(font):
    names = {each.nameID: str(each) for each in TTFont(io.BytesIO(font.data))["name"].names}
    told = {key: text for key, text in names.items() if key not in {0, 13, 14}}
    assert names[1] == FAMILY
    assert not any("source" in text.lower() for text in told.values())  # reserved by its licence
    assert "Adobe" in names[0]
    assert "SIL Open Font License" in names[13]


def test_the_style_sheets_know_the_font_by_that_name():
    sheets = [
        each.data.decode() for each in house_files() if each.path in {"assets/portal.css", "assets/embed.css"}
    ]
    assert len(sheets) == 2
    assert all(FAMILY in text and "Source Sans" not in text for text in sheets)


def test_everything_shipped_has_makers_terms_and_their_words():
    text = licences_file().data.decode()
    for each in shipped():
        assert each.version[0].isdigit()
        assert "opyright" in each.copyright
        assert f"{each.name} {each.version}" in text
        assert f"\n{each.licence}\n=" in text
    assert "WITHOUT WARRANTY OF ANY KIND" in text


def test_every_place_that_is_named_exists_and_no_file_of_others_is_left_out():
    paths = [each.path for each in house_files()]
    named = {each.place for each in shipped()} - {"pagefind/"}  # written when the pages are there
    assert all(any(path.startswith(place) for path in paths) for place in named)
    others = [path for path in paths if path.endswith((".woff2", "vega.js", "theme.css"))]
    assert all(any(path.startswith(place) for place in named) for path in others)


def faults(bill):
    """What the schema of CycloneDX, as its own library brings it, has against a bill."""
    folder = files("cyclonedx.schema") / "_res"
    schemas = {name: json.loads((folder / name).read_text("utf-8")) for name in SCHEMAS}
    for name, each in schemas.items():
        each["$id"] = f"https://example.org/{name}"  # they name each other by file
    known = Registry().with_resources(
        (each["$id"], Resource.from_contents(each, DRAFT7)) for each in schemas.values()
    )
    return [error.message for error in Draft7Validator(schemas[SCHEMAS[0]], registry=known).iter_errors(bill)]


SCHEMAS = tuple(f"{name}.SNAPSHOT.schema.json" for name in ("bom-1.6", "spdx", "jsf-0.82"))


def test_the_bill_of_materials_is_sound_and_complete():
    bill = json.loads(bill_file(ROOT / "requirements.txt").data)
    assert faults(bill) == []
    carried = {(each["name"], each["version"]) for each in bill["components"] if each["scope"] == "required"}
    tools = {
        f"{each['name']}=={each['version']}" for each in bill["components"] if each["scope"] == "excluded"
    }
    assert carried == {(each.name, each.version) for each in shipped()}
    assert tools == {entry.split()[0] for entry in entries("requirements.txt")}


@pytest.mark.parametrize(
    "change", [{"type": "nonsense"}, {"licenses": [{"license": {"id": "No such"}}]}, {"name": None}]
)
def test_a_bill_with_a_fault_would_be_noticed(change):
    bill = json.loads(bill_file(ROOT / "requirements.txt").data)
    bill["components"][0] |= change
    assert faults(bill) != []
