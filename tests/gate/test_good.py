"""Good packages pass: a gate that refuses everything is as useless as one that refuses nothing."""

import json
import subprocess
import sys

from tests.conftest import ROOT
from tests.read.bad_portals import GOOD


def test_the_good_package_passes(gate):
    gate.accepted()


def test_windows_line_ends_pass(gate):
    gate.write('province,year,value,note\r\nHà Nội,2023,-1.5,"a\r\nb"\r\n')
    gate.accepted()


def test_a_declared_decimal_comma_passes(gate):
    gate.fields[2].update(decimalChar=",", groupChar=".")
    gate.table["dialect"] = {"delimiter": ";"}
    gate.write("province;year;value;note\nHà Nội;2023;-1.234,5;x\nHuế;2024;12,25;y\n")
    gate.accepted()


def test_a_package_of_version_1_passes(gate):
    gate.descriptor = {
        "profile": "tabular-data-package",
        "name": "one",
        "title": "GDP",
        "licenses": [
            {"name": "ODC-PDDL-1.0", "path": "http://opendatacommons.org/licenses/pddl/", "title": "PDDL"}
        ],
        "sources": [{"title": "World Bank", "path": "https://data.worldbank.org/indicator/NY.GDP.MKTP.CD"}],
        "contributors": [
            {"title": "A. Nobody", "email": "a@example.org", "path": "https://example.org", "role": "author"}
        ],
        "version": "2011",
        "homepage": "https://example.org/gdp",
        "keywords": ["GDP"],
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": "gdp",
                "path": "table.csv",
                "encoding": "utf-8",
                "mediatype": "text/csv",
                "schema": {
                    "fields": [
                        {"name": "Country Name", "type": "string"},
                        {"name": "Year", "type": "year", "format": "any"},
                        {"name": "Value", "type": "number", "bareNumber": True},
                    ],
                    "missingValues": [""],
                    "primaryKey": "Country Name",
                },
            }
        ],
    }
    gate.fields[1].pop("format")
    gate.write("Country Name,Year,Value\nArab World,1968,25760683041.0857\nCôte d'Ivoire,1969,-5.5E+2\n")
    said = gate.check()
    assert said.code == 0, said.text
    assert said.warnings <= {"address-plain"}


def test_keys_that_nobody_knows_do_not_keep_a_package_out(gate):
    gate.descriptor.update(
        {
            "datahub": {"type": "dataset", "findability": "published"},
            "readme": "# GDP",
            "views": [],
            "count_of_rows": 2,
        }
    )
    gate.table.update({"dpp:streaming": True, "datahub": {"derivedFrom": []}, "size": 4, "timestamp": 1.5})
    gate.fields[0].update({"rdfType": "https://schema.org/name", "geo": "x", "unit": "%"})
    said = gate.check()
    assert said.code == 0
    assert said.warnings == {"key-unknown"}


def test_several_tables_with_keys_between_them_pass(gate):
    gate.write("id,name\nha-noi,Hà Nội\n", "areas.csv")
    areas = {
        "fields": [{"name": "id", "type": "string"}, {"name": "name", "type": "string"}],
        "primaryKey": ["id"],
    }
    gate.descriptor["resources"].append({"name": "areas", "path": "areas.csv", "schema": areas})
    gate.write("province,year,value,note\nha-noi,2023,1,x\n")
    gate.table["schema"]["foreignKeys"] = [
        {"fields": "province", "reference": {"resource": "areas", "fields": "id"}}
    ]
    gate.accepted()


def test_a_table_of_every_type_passes(gate):
    gate.rows(
        'x,1,1.5,true,2023-01-05,2023-01-05T10:00:00Z,10:00:00,2023,2023-01,P1Y,"[1,2]","{""a"":1}","1,2",z',
        columns=[
            ("a", "string"), ("b", "integer"), ("c", "number"), ("d", "boolean"), ("e", "date"), ("f", "datetime"), ("g", "time"),
            ("h", "year"), ("i", "yearmonth"), ("j", "duration"), ("k", "array"), ("l", "object"), ("m", "geopoint"), ("n", "any"),
        ],
    )  # fmt: skip
    gate.accepted()


def test_the_command_itself_starts_and_answers_as_a_person_calls_it(gate):
    gate.save()
    command = [sys.executable, "-m", "build_scripts", "check", "--root", str(gate.root), "--lang", "en"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "Errors: 0, warnings: 0; valid packages: 1 of 1."


def test_the_good_portal_of_the_tests_passes(gate, tmp_path):
    out = tmp_path / "said.txt"
    told = gate.zygote(["check", "--root", str(GOOD), "--format", "json"], GOOD, out)
    assert (told["code"], json.loads(out.read_text("utf-8"))["problems"]) == (0, [])
