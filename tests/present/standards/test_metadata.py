"""Metadata in every standard: an independent program finds nothing wrong, and finds what is made wrong."""

import json
import re
import shutil

import mlcroissant
import pytest
import rdflib
import rispy
import yaml

from build_scripts.model import LANGUAGES
from build_scripts.present.pages.datasets import dataset_files, dataset_pages
from build_scripts.present.standards.edition import Edition
from build_scripts.present.standards.schema_org import schema_org
from tests import tiny
from tests.adopt.kit import PACKAGES, STRANGERS, portal
from tests.judges import judges
from tests.present.standards import samples

FILES = {
    "datapackage.json": (judges.data_package, judges.data_package_profile),
    "*.csv-metadata.json": (judges.csvw,),
    "croissant.json": (judges.croissant,),
    "metadata.vi.json": (judges.sidecar,),
    "metadata.en.json": (judges.sidecar,),
    "CITATION.cff": (judges.cff,),
    "citation.bib": (judges.bibtex,),
    "citation.ris": (judges.ris,),
}
JUDGED = [
    pytest.param(
        pattern, judge, id=f"{pattern}-{judge.__name__}", marks=pytest.mark.judged(*judges.NAMES[judge])
    )
    for pattern, found in FILES.items()
    for judge in found
]


def written(folder, files):
    for place, data in files.items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def laid(folder, catalog, imprints=samples.IMPRINTS):
    return written(folder, {each.path: each.data for each in dataset_files(catalog, imprints)})


@pytest.fixture(scope="module")
def own(offered, tmp_path_factory):
    return written(tmp_path_factory.mktemp("own"), offered)


@pytest.fixture(scope="module")
def strangers(tmp_path_factory):
    reading = portal(tmp_path_factory.mktemp("root"), *(PACKAGES / name for name in STRANGERS))
    return laid(tmp_path_factory.mktemp("strange"), reading.catalog, ())


@pytest.fixture(scope="module")
def odd(tmp_path_factory):
    return laid(tmp_path_factory.mktemp("odd"), tiny.tiny(packages=(samples.odd(),)))


@pytest.mark.parametrize(("pattern", "judge"), JUDGED)
def test_a_judge_finds_nothing_wrong(own, strangers, odd, pattern, judge):
    for folder in (own, strangers, odd):
        paths = sorted((folder / "data").rglob(pattern))
        assert len(paths) >= len(list((folder / "data").iterdir()))
        assert {path.relative_to(folder).as_posix(): told for path in paths if (told := judge(path))} == {}


FAULTS = [
    ("datapackage.json", judges.data_package, '"type": "number"', '"type": "boolean"'),
    ("datapackage.json", judges.data_package, '"hash": "sha256:', '"hash": "sha256:0'),
    ("datapackage.json", judges.data_package_profile, '"name": "CC0-1.0"', '"name": "CC0 1.0"'),
    ("observations.csv-metadata.json", judges.csvw, '"number"', '"date"'),
    ("observations.csv-metadata.json", judges.csvw, '"area",', '"region",'),
    ("croissant.json", judges.croissant, '"cr:Float64"', '"cr:Floating"'),
    ("croissant.json", judges.croissant, '"column": "value"', '"kolumn": "value"'),
    ("metadata.vi.json", judges.sidecar, '"last_update": "', '"last_update": "on '),
    ("metadata.en.json", judges.sidecar, '"short":', '"brief":'),
    ("CITATION.cff", judges.cff, "authors:", "writers:"),
    ("citation.bib", judges.bibtex, "\n}", "\n"),
    ("citation.ris", judges.ris, "TI  -", "XX  -"),
]


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(
            fault,
            id=f"{fault[1].__name__}-{fault[0]}-{fault[3].strip()}",
            marks=pytest.mark.judged(*judges.NAMES[fault[1]]),
        )
        for fault in FAULTS
    ],
)
def test_a_judge_finds_what_is_made_wrong(own, tmp_path, fault):
    name, judge, old, new = fault
    spoiled = tmp_path / "labour"
    shutil.copytree(own / "data" / "labour", spoiled)
    text = (spoiled / name).read_bytes().decode("utf-8")
    assert old in text
    (spoiled / name).write_bytes(text.replace(old, new).encode())
    assert judge(spoiled / name) != []


@pytest.mark.judged("rdflib", "pyshacl")
@pytest.mark.parametrize("name", ["catalog.ttl", "catalog.jsonld"])
def test_the_catalog_has_what_dcat_ap_asks_for(own, strangers, odd, name):
    for folder in (own, strangers, odd):
        assert judges.dcat(folder / name) == []


@pytest.mark.judged("rdflib")
def test_turtle_and_json_say_the_same(own, strangers):
    for folder in (own, strangers):
        turtle, json_ld = (
            judges.graph(folder / name, form)
            for name, form in (("catalog.ttl", "turtle"), ("catalog.jsonld", "json-ld"))
        )
        for each in (turtle, json_ld):  # both files state themselves to lie at the root
            assert len(each) > 100
        assert {tuple(map(str, each)) for each in turtle} == {
            tuple(str(part).replace("catalog.jsonld", "catalog.ttl") for part in each) for each in json_ld
        }


@pytest.mark.judged("rdflib")
def test_the_catalog_names_every_dataset_and_file_that_is_published(own, catalog):
    dcat = rdflib.Namespace("http://www.w3.org/ns/dcat#")
    found = judges.graph(own / "catalog.ttl", "turtle")
    named = {str(each) for each in found.objects(None, dcat.downloadURL)}
    lying = {
        samples.SITE + path.relative_to(own).as_posix()
        for path in (own / "data").rglob("*")
        if path.is_file() and "versions" not in path.parts and path.name != "changelog.json"
    }
    assert named == lying
    assert len(set(found.objects(None, dcat.dataset))) == len(catalog.packages)
    titles = {(title.language, str(title)) for title in found.objects(None, rdflib.DCTERMS.title)}
    assert {(language, each.title[language]) for each in catalog.packages for language in LANGUAGES} <= titles


@pytest.mark.judged("pyshacl")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("dct:title", "dct:alternative"),
        ("dct:publisher", "dct:contributor"),
        ("dcat:accessURL", "dcat:endpointURL"),
        ("^^xsd:nonNegativeInteger", ""),
        ("a spdx:Checksum", "a spdx:Sum"),
        ('dcat:endDate "2', 'dcat:endDate "0'),
    ],
)
def test_a_fault_in_the_catalog_is_noticed(own, tmp_path, old, new):
    text = (own / "catalog.ttl").read_text("utf-8")
    assert old in text
    spoiled = tmp_path / "catalog.ttl"
    spoiled.write_text(text.replace(old, new), "utf-8")
    assert judges.dcat(spoiled) != []


def test_words_in_the_catalog_cannot_break_it(tmp_path):
    hostile = 'a "b" \\ c\n<d> é \x07 """'
    made = samples.package(
        samples.resource("t", [{"name": "a", "type": "string"}], [["x"]]),
        title=hostile, description=hostile, keywords=[hostile],
        licenses=[{"name": hostile, "path": 'https://example.org/a b<c>|"d'}], contributors=[{"title": hostile}],
    )  # fmt: skip
    folder = laid(tmp_path, tiny.tiny(packages=(made,)))
    for name in ("catalog.ttl", "catalog.jsonld"):
        assert judges.dcat(folder / name) == []
    for pattern, found in FILES.items():
        for path in (folder / "data").rglob(pattern):
            assert [told for judge in found for told in judge(path)] == []


def jsonlds(scene, verdicts=()):
    """The description in the page of each dataset."""
    return {
        draft.address: json.loads(str(draft.view["jsonld"]))
        for draft in dataset_pages(scene, verdicts)
        if "jsonld" in draft.view
    }


@pytest.mark.judged("rdflib", "pyshacl")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_a_dataset_describes_it_for_search_engines(catalog, language):
    found = jsonlds(tiny.scene(catalog, language))
    assert len(found) == len(catalog.packages)
    assert {address: told for address, each in found.items() if (told := judges.schema_org(each))} == {}
    labour = found["datasets/labour/"]
    assert labour["temporalCoverage"].startswith("20")
    assert labour["license"] == ["https://creativecommons.org/publicdomain/zero/1.0/"]
    assert all(each["unitText"] for each in labour["variableMeasured"])


def test_a_short_description_is_filled_with_what_the_dataset_holds():
    edition = Edition(samples.odd(), tiny.tiny(), samples.IMPRINTS)
    found = json.loads(str(schema_org(edition, "en", "This dataset holds 1 table.")))
    assert judges.schema_org(found) == []
    assert found["description"].startswith("This dataset holds 1 table. It can be downloaded")


def test_a_long_description_is_cut():
    made = samples.package(
        samples.resource("t", [{"name": "a", "type": "string"}], [["x"]]), description="word " * 2000
    )
    found = json.loads(str(schema_org(Edition(made, tiny.tiny(), samples.IMPRINTS), "vi", "")))
    assert judges.schema_org(found) == []
    assert len(found["description"]) <= 5000


@pytest.mark.parametrize(
    ("key", "value"),
    [("name", ""), ("description", "short"), ("distribution", []), ("temporalCoverage", "2024")],
)
def test_a_fault_in_the_description_of_a_page_is_noticed(catalog, key, value):
    labour = jsonlds(tiny.scene(catalog))["datasets/labour/"]
    assert judges.schema_org(labour | {key: value}) != []


def test_words_in_a_page_cannot_end_its_script():
    hostile = "</script><script>alert(1)</script><!--"
    made = samples.package(samples.resource("t", [{"name": "a", "type": "string"}], [["x"]]), title=hostile)
    text = str(schema_org(Edition(made, tiny.tiny(), samples.IMPRINTS), "vi", ""))
    assert not re.search("[<>&]", text)
    assert json.loads(text)["name"] == hostile


@pytest.mark.judged("mlcroissant")
def test_croissant_loads_the_cells_with_their_types(own, odd):
    dataset = mlcroissant.Dataset(str(odd / "data" / "sample" / "croissant.json"))
    rows = list(dataset.records(record_set="odd"))
    texts = [None if row["odd/text"] is None else row["odd/text"].decode() for row in rows]
    assert texts == [text if text else None for text in samples.ODD]
    dataset = mlcroissant.Dataset(str(own / "data" / "labour" / "croissant.json"))
    assert (
        len(list(dataset.records(record_set="observations")))
        == len((own / "data" / "labour" / "observations.csv").read_text("utf-8").splitlines()) - 1
    )


def test_our_own_packages_state_all_that_croissant_recommends(own, catalog):
    for each in catalog.packages:
        dataset = mlcroissant.Dataset(str(own / "data" / each.name / "croissant.json"))
        assert sorted(dataset.metadata.ctx.issues.warnings) == []


def test_citations_name_who_what_which_version_and_where(own):
    folder = own / "data" / "labour"
    cff = yaml.safe_load((folder / "CITATION.cff").read_text("utf-8"))
    assert (cff["license"], cff["url"]) == ("CC0-1.0", f"{samples.SITE}datasets/labour/")
    [record] = rispy.loads((folder / "citation.ris").read_text("utf-8"))
    descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert record["title"] == descriptor["title"]
    assert record["edition"] == cff["version"] == descriptor["version"]
    assert f"version = {{{descriptor['version']}}}" in (folder / "citation.bib").read_text("utf-8")


def test_a_sidecar_leads_from_an_indicator_to_its_sources(own, catalog):
    found = json.loads((own / "data" / "labour" / "metadata.en.json").read_text("utf-8"))
    assert {each["id"] for each in found["indicators"]} == {
        each.id for each in catalog.indicators.values() if each.package == "labour"
    }
    for each in found["indicators"]:
        assert each["sources"]
        assert all(source["title"] for source in each["sources"])
        assert each["title"] in each["citation"]["short"]
        assert "1.0.0" in each["citation"]["long"]
