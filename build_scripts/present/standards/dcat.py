"""DCAT-AP 3: the whole catalog for other catalogs, each word in both languages, each file with its checksum."""

from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import quote

from build_scripts.model import HOMES, LANGUAGES, Artifact, Text
from build_scripts.present.standards.edition import Credit, Edition, both
from build_scripts.present.standards.graph import Iri, Literal, Object, Thing, jsonld, turtle
from build_scripts.present.standards.media import MEDIA, Published
from build_scripts.present.standards.shelf import offered

TURTLE: Final = "catalog.ttl"
JSONLD: Final = "catalog.jsonld"
_LANGUAGE: Final = "http://publications.europa.eu/resource/authority/language/"
_NAMES: Final = {"vi": "VIE", "en": "ENG", "de": "DEU", "fr": "FRA", "es": "SPA"}
_MEDIA: Final = "https://www.iana.org/assignments/media-types/"

Said = Iterator[tuple[str, Object]]


def catalog_files(editions: Sequence[Edition]) -> Iterator[Artifact]:
    """Write `catalog.ttl` and `catalog.jsonld` at the root of the site."""
    if editions:
        things = tuple(_things(editions))
        yield Artifact(TURTLE, turtle(things))
        yield Artifact(JSONLD, jsonld(things))


def _things(editions: Sequence[Edition]) -> Iterator[Thing]:
    root = editions[0].root
    publisher = Iri(f"{root}#publisher")
    yield Thing(Iri(f"{root}#catalog"), "dcat:Catalog", tuple(_catalog(editions, publisher)))
    yield Thing(publisher, "foaf:Agent", tuple(_worded("foaf:name", _portal(editions[0]))))
    beside: dict[str, Thing] = {}
    for edition in editions:
        yield from _dataset(edition, publisher, beside)
    yield from beside.values()


def _portal(edition: Edition) -> Text:
    return edition.portal if edition.portal else both("standards.portal")


def _catalog(editions: Sequence[Edition], publisher: Iri) -> Said:
    first = editions[0]
    yield from _worded("dct:title", _portal(first))
    yield from _worded("dct:description", both("standards.catalog"))
    yield "dct:publisher", publisher
    yield "foaf:homepage", Iri(first.root if first.root else "./")
    for language in LANGUAGES:
        yield "dct:language", Iri(_LANGUAGE + _NAMES[language])
    days = [each.day for each in editions if each.day is not None]
    if days:
        yield "dct:modified", Literal(max(days).isoformat(), type="xsd:date")
    for edition in editions:
        yield "dcat:dataset", _iri(edition)


def _iri(edition: Edition) -> Iri:
    return Iri(f"{edition.root}{edition.page(LANGUAGES[0])}#dataset")


def _worded(term: str, text: Text) -> Said:
    """The words in each language."""
    yield from ((term, Literal(text[each], each)) for each in LANGUAGES if text[each])


def _owned(edition: Edition, term: str, text: Text) -> Said:
    """Words of the owner, in the languages they are known to be in."""
    for tag, words in edition.tagged(text):
        yield term, Literal(words, tag)


def _dataset(edition: Edition, publisher: Iri, beside: dict[str, Thing]) -> Iterator[Thing]:
    files = offered(edition)
    yield Thing(_iri(edition), "dcat:Dataset", tuple(_said_of(edition, files, publisher, beside)))
    if edition.span is not None:
        first, last = (Literal(day.isoformat(), type="xsd:date") for day in edition.span)
        yield Thing(_period(edition), "dct:PeriodOfTime", (("dcat:startDate", first), ("dcat:endDate", last)))
    for each in files:
        yield from _distribution(edition, each, beside)


def _said_of(edition: Edition, files: Sequence[Published], publisher: Iri, beside: dict[str, Thing]) -> Said:
    yield from _about(edition)
    yield "dct:publisher", publisher
    yield "dct:accessRights", _of(beside, Iri(f"{_ACCESS}PUBLIC"), "dct:RightsStatement")
    yield from (("dct:creator", _agent(edition, maker, beside)) for maker in edition.makers)
    for language in LANGUAGES:
        yield "dcat:landingPage", _of(beside, Iri(edition.root + edition.page(language)), "foaf:Document")
    for tag in edition.package.languages:
        if tag in _NAMES:
            yield "dct:language", _of(beside, Iri(_LANGUAGE + _NAMES[tag]), "dct:LinguisticSystem")
    yield from _extent(edition, beside)
    yield from (("dct:source", Iri(source.href)) for source in edition.sources if source.href)
    yield from (("dcat:distribution", _file(edition, each)) for each in files)


def _about(edition: Edition) -> Said:
    """Title, description, version, day and keywords."""
    yield from _owned(edition, "dct:title", edition.title)
    yield from _owned(
        edition, "dct:description", edition.description if edition.description else edition.title
    )
    yield "dct:identifier", Literal(edition.package.name)
    if edition.version:
        yield "dcat:version", Literal(edition.version)
    if edition.day is not None:
        yield "dct:modified", Literal(edition.day.isoformat(), type="xsd:date")
    yield from (("dcat:keyword", Literal(word)) for word in dict.fromkeys(edition.package.keywords) if word)


def _extent(edition: Edition, beside: dict[str, Thing]) -> Said:
    """The time and the places that figures are about."""
    if edition.span is not None:
        yield "dct:temporal", _period(edition)
    for area in edition.areas:
        place = Iri(f"{edition.root}{HOMES[LANGUAGES[0]]}areas/{quote(area.id)}/#place")
        beside.setdefault(
            place.address, Thing(place, "dct:Location", tuple(_worded("skos:prefLabel", area.name)))
        )
        yield "dct:spatial", place


_ACCESS: Final = "http://publications.europa.eu/resource/authority/access-right/"


def _distribution(edition: Edition, each: Published, beside: dict[str, Thing]) -> Iterator[Thing]:
    iri, place = _file(edition, each), Iri(f"{edition.root}{edition.folder}{quote(each.file.path)}")
    checksum = Iri(f"{iri.address}-checksum")
    media = MEDIA.get(each.form, _ABOUT.get(each.file.path.rpartition(".")[2], "text/plain"))
    licences = [credit for credit in edition.licences if credit.href]
    said: list[tuple[str, Object]] = [
        ("dct:title", Literal(each.file.path)),
        ("dcat:accessURL", Iri(f"{edition.root}{edition.page(LANGUAGES[0])}#downloads")),
        ("dcat:downloadURL", place),
        ("dcat:mediaType", _of(beside, Iri(_MEDIA + media), "dct:MediaType")),
        ("dcat:byteSize", Literal(str(each.file.size), type="xsd:nonNegativeInteger")),
        ("spdx:checksum", checksum),
        *(("dct:license", _of(beside, Iri(credit.href), "dct:LicenseDocument")) for credit in licences[:1]),
    ]
    yield Thing(iri, "dcat:Distribution", said)
    algorithm: Object = "spdx:checksumAlgorithm_sha256"
    value = Literal(each.file.sha256, type="xsd:hexBinary")
    yield Thing(checksum, "spdx:Checksum", (("spdx:algorithm", algorithm), ("spdx:checksumValue", value)))


_ABOUT: Final = {"json": "application/json", "bib": "application/x-bibtex", "cff": "application/yaml"}


def _file(edition: Edition, each: Published) -> Iri:
    return Iri(f"{edition.root}{edition.folder}{quote(each.file.path)}#file")


def _period(edition: Edition) -> Iri:
    return Iri(f"{edition.root}{edition.page(LANGUAGES[0])}#period")


def _agent(edition: Edition, maker: Credit, beside: dict[str, Thing]) -> Iri:
    """Who made a dataset, told apart by the name."""
    iri = Iri(f"{edition.root}#agent-{quote(maker.title[LANGUAGES[0]], safe='')}")
    beside.setdefault(iri.address, Thing(iri, "foaf:Agent", tuple(_owned(edition, "foaf:name", maker.title))))
    return iri


def _of(beside: dict[str, Thing], iri: Iri, kind: str) -> Iri:
    """Say once what a thing of somebody else's is."""
    beside.setdefault(iri.address, Thing(iri, kind, ()))
    return iri
