"""The static service: every piece is as the OpenAPI document says, and independent programs agree."""

import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from build_scripts.compute.facts import facts_of, observations_of
from build_scripts.compute.progress import judgements
from build_scripts.ground.serve import opened
from build_scripts.pipeline import scenes_of
from build_scripts.present.api import api_files
from build_scripts.present.service import observation_file, service_files
from build_scripts.present.verdict import judgement_files
from tests import tiny
from tests.present.standards import samples


def laid(folder, catalog, scenes):
    found = scenes[0].judgements
    compared = api_files(catalog, scenes[0].facts, scenes[0].carriages)
    observed = (observation_file(catalog, scenes[0].facts, each) for each in catalog.indicators)
    written = (
        *service_files(catalog, found, samples.IMPRINTS),
        *observed,
        *judgement_files(scenes),
        *compared,
    )
    for artifact in written:
        path = folder / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.data)
    return folder / "api" / "v1"


@pytest.fixture(scope="module")
def own(catalog, scenes, tmp_path_factory):
    return laid(tmp_path_factory.mktemp("own"), catalog, scenes)


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """A portal of a table of which nobody said what it is."""
    parts = {name: getattr(tiny.empty(), name) for name in tiny.empty().__slots__}
    catalog = tiny.empty().__class__(**(parts | {"packages": (samples.odd(),)}))
    return laid(tmp_path_factory.mktemp("bare"), catalog, scenes_of(catalog))


def described(folder):
    return json.loads((folder / "openapi.json").read_text("utf-8"))


def complaints(document):
    return [each.message for each in OpenAPIV31SpecValidator(document).iter_errors()]


def pieces(folder):
    """Each file with the schema that the document gives it."""
    document = described(folder)
    for path, item in document["paths"].items():
        schema = document["components"]["schemas"][item["get"]["operationId"]]
        names = [
            path.replace(f"{{{each['name']}}}", value)
            for each in item["get"].get("parameters", [])
            for value in each["schema"]["enum"]
        ]
        for name in names if "parameters" in item["get"] else [path]:
            yield folder / name.lstrip("/"), jsonschema.Draft202012Validator(schema)


@pytest.mark.judged("openapi-spec-validator")
def test_the_document_is_openapi_3_1(own, bare):
    for folder in (own, bare):
        assert described(folder)["openapi"] == "3.1.0"
        assert complaints(described(folder)) == []


def test_a_fault_in_the_document_is_noticed(own):
    document = described(own)
    del document["paths"]["/areas/{area}.json"]["get"]["responses"]["200"]["description"]
    assert complaints(document) != []


def test_every_piece_is_described_and_every_description_has_its_piece(own, bare):
    for folder in (own, bare):
        named = {path.relative_to(folder).as_posix() for path, _ in pieces(folder)}
        lying = {path.relative_to(folder).as_posix() for path in folder.rglob("*.json")} - {"openapi.json"}
        assert named == lying


@pytest.mark.judged("jsonschema")
def test_every_piece_has_the_shape_that_is_described(own, bare):
    for folder in (own, bare):
        wrong = {
            path.name: error.message
            for path, validator in pieces(folder)
            for error in validator.iter_errors(json.loads(path.read_text("utf-8")))
        }
        assert wrong == {}


def run_schemathesis(folder):
    with opened(folder.parents[1], 0) as address:
        command = [
            Path(sys.executable).with_name("schemathesis"), "run", folder / "openapi.json", "--url", f"{address}api/v1",
            "--mode", "positive", "--phases", "examples,coverage,fuzzing", "--max-examples", "5", "--seed", "1",
            "--checks", "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
        ]  # fmt: skip
        found = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    return found.returncode, re.sub(r"\x1b\[[0-9;]*m", "", found.stdout + found.stderr)


@pytest.mark.judged("schemathesis")
def test_schemathesis_finds_the_served_files_as_described(own):
    code, told = run_schemathesis(own)
    assert code == 0, told[-3000:]


@pytest.mark.judged("schemathesis")
def test_schemathesis_notices_a_piece_of_another_shape(bare):
    path = bare / "packages.json"
    kept = path.read_bytes()
    path.write_bytes(kept.replace(b'"packages":[', b'"packages":[7,'))
    code, told = run_schemathesis(bare)
    path.write_bytes(kept)
    assert code == 1, told[-3000:]
    assert "Response violates schema" in told


def test_every_value_is_there_with_its_state_and_the_source_it_comes_from(own, catalog):
    found = {}
    for path in (own / "observations").glob("*.json"):
        piece = json.loads(path.read_text("utf-8"))
        for row in piece["observations"]:
            assert piece["statuses"][row["status"]]["vi"]
            assert piece["sources"][row["source"]]["title"]
            assert row["id"] not in found
            found[row["id"]] = (row["value"], row["low"], row["high"], row["in_force"])
    assert sorted(found.values(), key=str) == sorted(
        ((each.value, each.low, each.high, each.in_force) for each in observations_of(catalog)), key=str
    )


def test_statuses_lead_to_their_sums(own):
    statuses = json.loads((own / "statuses.json").read_text("utf-8"))
    counted = dict.fromkeys(statuses["counts"], 0)
    for each in statuses["goals"]:
        whole = json.loads((own / each["sum"]).read_text("utf-8"))
        assert whole["lead"] == each["target"]
        if each["status"] is not None:
            [judged] = [target for target in whole["targets"] if target["id"] == each["target"]]
            assert judged["judgement"]["status"] == each["status"]
            counted[each["status"]] += 1
    assert counted == statuses["counts"]


def test_an_area_tells_what_it_was_made_of_and_what_became_of_it(tmp_path):
    folder = laid(tmp_path, tiny.tiny(), scenes_of(tiny.tiny()))
    big, west = (
        json.loads((folder / "areas" / f"{name}.json").read_text("utf-8")) for name in ("big", "west")
    )
    assert [each["area"] for each in big["made_of"]] == ["west", "hill"]
    assert [(each["area"], each["share"], each["act"]) for each in west["became"]] == [("big", 1, "7/2025")]


def test_the_same_catalog_gives_the_same_pieces():
    catalog = tiny.tiny()
    found = judgements(catalog, facts_of(catalog))
    assert [each.sha256 for each in service_files(catalog, found)] == [
        each.sha256 for each in service_files(catalog, found)
    ]
