"""Packages in the manner of well-known public ones come in whole and valid, with every change told."""

import pytest
from frictionless import Package

from build_scripts.read.adopt import adopt
from tests.adopt.kit import PACKAGES, STRANGERS, cells, codes, descriptor, portal, written


@pytest.mark.parametrize("stranger", STRANGERS)
def test_a_strangers_package_is_adopted_and_frictionless_finds_it_valid(stranger, tmp_path):
    adoption = adopt(PACKAGES / stranger)
    assert adoption.problems == ()
    report = Package(str(written(tmp_path, adoption) / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "note"])


@pytest.mark.parametrize("stranger", STRANGERS)
def test_the_portal_reads_what_was_adopted_without_an_error(stranger, tmp_path):
    reading = portal(tmp_path, PACKAGES / stranger)
    assert [passed for _, passed in reading.verdicts] == [True]


@pytest.mark.parametrize("stranger", STRANGERS)
def test_adopting_the_adopted_changes_nothing(stranger, tmp_path):
    once = adopt(PACKAGES / stranger)
    again = adopt(written(tmp_path, once))
    assert again.artifacts == once.artifacts


@pytest.mark.parametrize("stranger", STRANGERS)
def test_every_notice_speaks_both_languages(stranger):
    for code, text in adopt(PACKAGES / stranger).notices:
        assert text.vi
        assert text.en
        assert text.vi != text.en, code


def test_the_words_of_an_old_descriptor_become_those_of_version_2():
    found = descriptor(adopt(PACKAGES / "periodic"))
    assert found["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert found["name"] == "periodic-table"
    assert found["licenses"] == [{"name": "ODC-PDDL-1.0"}]
    assert found["contributors"] == [
        {"title": "A. Nobody", "path": "https://example.org/nobody", "roles": ["author"]}
    ]
    assert found["sources"] == [{"title": "A reference book", "path": "https://example.org/book"}]
    assert [field["type"] for field in found["resources"][0]["schema"]["fields"]] == [
        "integer",
        "string",
        "string",
        "string",
    ]
    assert found["resources"][0]["schema"]["primaryKey"] == ["Atomic Number"]


def test_headings_in_another_case_are_written_as_declared():
    adoption = adopt(PACKAGES / "periodic")
    assert cells(adoption).splitlines()[:2] == [
        "Atomic Number,symbol,name,metal or nonmetal?",
        "1,H,Hydrogen,hydrogen",
    ]
    assert "renamed-column" in codes(adoption)


def test_scripts_maps_and_remote_tables_stay_behind():
    adoption = adopt(PACKAGES / "gdp")
    assert [artifact.path for artifact in adoption.artifacts] == ["datapackage.json", "data/gdp.csv"]
    told = [text.en for code, text in adoption.notices if code.startswith("left-")]
    assert told == [
        "Left behind “map” (data/map.geojson): not a CSV table.",
        "Left behind the table “remote”: its data lie on another host (https://example.org/remote.csv), and nothing is fetched.",
        "Left behind “README.md”: not a listed table.",
        "Left behind “archive/raw.txt”: not a listed table.",
        "Left behind “data/map.geojson”: not a listed table.",
        "Left behind “scripts/process.py”: not a listed table.",
        "Left behind “scripts/requirements.txt”: not a listed table.",
    ]


def test_keys_nobody_knows_and_e_mail_addresses_do_not_come_in():
    adoption = adopt(PACKAGES / "gdp")
    text = adoption.artifacts[0].data.decode()
    assert not {
        word for word in ("views", "readme", "dpp:", "email", "@example", "foreignKeys") if word in text
    }
    assert {"dropped-keys", "dropped-email", "dropped-reference", "dropped-checksum"} <= codes(adoption)


def test_decimal_commas_groups_and_signs_keep_their_value():
    adoption = adopt(PACKAGES / "messwerte")
    assert cells(adoption, "werte.csv").splitlines() == [
        "Jahr,Messstelle,Wert,Anteil,Kosten",
        '2019,Brücke,1234.5,12.5,"1,5 €"',
        '2019,Süd,-0.25,7.5,"2,5 €"',
        '2020,Brücke,1240.5,13.5,"3,5 $"',
        '2020,Süd,0.75,8.5,"4,5 €"',
        '2021,Brücke,1250.5,14.5,"5,5 €"',
        '2021,Süd,k. A.,9.5,"6,5 €"',
    ]
    schema = descriptor(adoption)["resources"][0]["schema"]
    assert schema["fields"][3] == {"name": "Anteil", "type": "number", "description": "[%]"}
    assert schema["fields"][4] == {"name": "Kosten", "type": "string"}
    assert schema["missingValues"] == ["", "k. A."]


def test_rows_inside_the_descriptor_a_schema_in_a_file_and_a_table_in_parts_become_plain_tables():
    adoption = adopt(PACKAGES / "inline")
    assert (
        cells(adoption, "rows.csv")
        == "code,year,value,ok\n007,2001,1.5,true\n008,2002,,false\n009,2003,2.5,true\n"
    )
    assert cells(adoption, "lists.csv") == "code,amount\n001,1\n002,2\n"
    assert cells(adoption, "parts.csv") == "code,kind\n007,x\n008,y\n"
    resources = {each["name"]: each for each in descriptor(adoption)["resources"]}
    assert resources["rows"]["schema"]["primaryKey"] == ["code"]
    assert resources["lists"]["schema"]["fields"] == [
        {"name": "code", "type": "string"},
        {"name": "amount", "type": "integer"},
    ]
    assert resources["parts"]["schema"]["foreignKeys"] == [
        {"fields": ["code"], "reference": {"resource": "rows", "fields": ["code"]}}
    ]


def test_a_table_without_a_schema_gets_one_in_which_codes_stay_text():
    found = descriptor(adopt(PACKAGES / "cells"))["resources"][0]
    assert found["path"] == "data/cell-counts.csv"
    assert {field["name"]: field["type"] for field in found["schema"]["fields"]} == {
        "sample": "string",
        "plate": "string",
        "date": "date",
        "count": "integer",
        "note": "string",
    }


def test_one_language_stays_one_language_and_an_unknown_one_unknown():
    assert descriptor(adopt(PACKAGES / "cells"))["languages"] == ["en"]
    assert descriptor(adopt(PACKAGES / "messwerte"))["languages"] == ["de"]
    assert "languages" not in descriptor(adopt(PACKAGES / "gdp"))


def test_a_missing_licence_is_told_and_none_is_made_up():
    adoption = adopt(PACKAGES / "cells")
    assert "licenses" not in descriptor(adoption)
    assert "no-licence" in codes(adoption)
