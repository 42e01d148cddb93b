"""Independent programs that judge what is published: each takes a file and gives back what it finds wrong."""

import contextlib
import io
import json
import re
import warnings
from functools import cache
from importlib.resources import files
from pathlib import Path

import bibtexparser
import frictionless
import jsonschema
import mlcroissant
import pyshacl
import rdflib
import rispy
import yaml
from csvw import CSVW

from build_scripts.present.standards.sidecar import sidecar_schema

SHAPES = Path(__file__).parent
BASE = "https://data.example.org/portal/"


def data_package(path):
    """Frictionless: the descriptor, the files and every cell."""
    report = frictionless.Package(str(path)).validate()
    return [str(each) for each in report.flatten(["type", "note"])]


@cache
def _profile():
    profile = json.loads((files("dplib") / "profiles" / "2.0" / "datapackage.json").read_text("utf-8"))
    return jsonschema.validators.validator_for(profile)(profile)


def data_package_profile(path):
    """The official profile of Data Package 2.0, by jsonschema."""
    return [each.message for each in _profile().iter_errors(json.loads(path.read_text("utf-8")))]


def csvw(path):
    """Csvw: the metadata and the cells of the table beside it."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        try:
            is_valid = CSVW(str(path), validate=True).is_valid
        except ValueError as error:
            return [str(error)]
    own = [str(each.message) for each in told if "csvw" in str(each.filename)]
    return own if is_valid else [*own, "not valid"]


def croissant(path):
    """Mlcroissant: errors, and warnings too."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            dataset = mlcroissant.Dataset(str(path))
    except mlcroissant.ValidationError as error:
        return [str(error)]
    issues = dataset.metadata.ctx.issues
    warned = [each for each in sorted(issues.warnings) if _UNSTATED not in each]
    return [*sorted(issues.errors), *warned]


_UNSTATED = "is recommended, but does not exist"
"""What a judge says of a licence or a day that the owner does not state, and that nobody may invent."""


def graph(path, form):
    """Rdflib: the statements of a file."""
    return rdflib.Graph().parse(data=path.read_text("utf-8"), format=form, publicID=BASE + path.name)


def dcat(path):
    """Rdflib and pyshacl, with the shapes of DCAT-AP restated."""
    found = graph(path, "turtle" if path.suffix == ".ttl" else "json-ld")
    return _shaped(found, "dcat-ap.ttl")


def schema_org(described):
    """Rdflib and pyshacl on the JSON-LD of a page; its context is not fetched."""
    local = {**described, "@context": {"@vocab": "https://schema.org/"}}
    found = rdflib.Graph().parse(data=json.dumps(local), format="json-ld", publicID=f"{BASE}datasets/x/")
    if (None, rdflib.RDF.type, rdflib.URIRef("https://schema.org/Dataset")) not in found:
        return ["no dataset"]
    return _shaped(found, "schema-org.ttl")


def _shaped(found, shapes):
    conforms, _, told = pyshacl.validate(
        found, shacl_graph=rdflib.Graph().parse(SHAPES / shapes), do_owl_imports=False, inference="none"
    )
    return [] if conforms else re.findall(r"Message: (.*)", told)


def cff(path):
    """PyYAML: what Citation File Format asks for at least; cffconvert judges the rest."""
    found = yaml.safe_load(path.read_text("utf-8"))
    missing = {"cff-version", "message", "title", "authors"} - set(found)
    wrong = [f"missing: {each}" for each in sorted(missing)]
    if found.get("cff-version") != "1.2.0":
        wrong.append("cff-version")
    if not all(isinstance(each, dict) and each.get("name") for each in found.get("authors", [])):
        wrong.append("authors")
    return wrong


def bibtex(path):
    """Bibtexparser: one entry without a block that failed."""
    library = bibtexparser.parse_string(path.read_text("utf-8"))
    wrong = [str(each.error) for each in library.failed_blocks]
    return wrong if len(library.entries) == 1 else [*wrong, f"{len(library.entries)} entries"]


def ris(path):
    """Rispy: one record with a type, a title and somebody who made it."""
    try:
        records = rispy.loads(path.read_bytes().decode("utf-8").replace("\r\n", "\n"))
    except OSError as error:
        return [str(error)]
    if len(records) != 1:
        return [f"{len(records)} records"]
    wanted = {"type_of_reference", "title", "authors"}
    return [f"missing: {each}" for each in sorted(wanted - set(records[0]))]


def sidecar(path):
    """Jsonschema, with the schema that is published."""
    schema = json.loads(sidecar_schema().data)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    return [each.message for each in validator.iter_errors(json.loads(path.read_text("utf-8")))]


NAMES = {
    data_package: ("frictionless",),
    data_package_profile: ("jsonschema",),
    csvw: ("csvw",),
    croissant: ("mlcroissant",),
    sidecar: ("jsonschema",),
    cff: ("pyyaml",),
    bibtex: ("bibtexparser",),
    ris: ("rispy",),
}
"""Which program each judge is."""
