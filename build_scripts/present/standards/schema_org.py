"""schema.org: the dataset in the head of its page, for search engines."""

import json
from typing import Any, Final
from urllib.parse import quote

from markupsafe import Markup

from build_scripts.model import HOMES, Language
from build_scripts.present.say import speak
from build_scripts.present.standards.citation import reference
from build_scripts.present.standards.edition import Credit, Edition
from build_scripts.present.standards.media import MEDIA, Published
from build_scripts.present.standards.shelf import offered

SHORTEST: Final = 50
LONGEST: Final = 5000
_INERT: Final = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def schema_org(edition: Edition, language: Language, lead: str) -> Markup:
    """Describe a dataset in the page's language; `lead` says in one sentence what it holds. Nothing in it can run."""
    return inert({"@context": "https://schema.org/", **_dataset(edition, language, lead)})


def inert(whole: dict[str, Any]) -> Markup:
    """Write JSON for a block of a page, without any sign that HTML knows."""
    return Markup(json.dumps(whole, ensure_ascii=False).translate(_INERT))  # noqa: S704 - no sign of HTML is left


def _dataset(edition: Edition, language: Language, lead: str) -> dict[str, Any]:
    package = edition.package
    described: dict[str, Any] = {
        "@type": "Dataset",
        "@id": f"{_whole(edition, language, edition.page(language))}#dataset",
        "url": _whole(edition, language, edition.page(language)),
        "name": edition.title[language],
        "description": description(edition, language, lead),
        "identifier": package.name,
        "isAccessibleForFree": True,
        "inLanguage": list(package.languages),
        "keywords": list(dict.fromkeys(package.keywords)),
        "license": [each.href if each.href else each.name for each in edition.licences],
        "creator": [_maker(each, language) for each in edition.makers],
        "citation": reference(edition, language),
        "spatialCoverage": [{"@type": "Place", "name": each.name[language]} for each in edition.areas],
        "variableMeasured": _variables(edition, language),
        "distribution": [_download(edition, language, each) for each in offered(edition)],
    }
    if edition.version:
        described["version"] = edition.version
    if edition.day is not None:
        described["dateModified"] = edition.day.isoformat()
    if edition.span is not None:
        described["temporalCoverage"] = "/".join(day.isoformat() for day in edition.span)
    if edition.portal:
        portal = _whole(edition, language, HOMES[language])
        described["includedInDataCatalog"] = {
            "@type": "DataCatalog",
            "name": edition.portal[language],
            "url": portal,
        }
    return {key: value for key, value in described.items() if value not in ([], "")}


def description(edition: Edition, language: Language, lead: str) -> str:
    """The owner's description, with what the dataset holds behind it where it is short; 50 to 5000 signs."""
    told = edition.description[language]
    if len(told) < SHORTEST:
        told = " ".join(part for part in (told, lead, speak(language)["standards.formats"]) if part)
    return told if len(told) <= LONGEST else told[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


def _whole(edition: Edition, language: Language, place: str) -> str:
    """An address as seen from the page, or whole where it is known where the site stands."""
    if edition.root:
        return f"{edition.root}{place}"
    return "../" * edition.page(language).count("/") + place


def _maker(credit: Credit, language: Language) -> dict[str, str]:
    named = {"@type": "Organization", "name": credit.title[language]}
    return {**named, "url": credit.href} if credit.href else named


def _variables(edition: Edition, language: Language) -> list[dict[str, str]]:
    """What is measured, with its unit: the indicators, or the columns of a table that holds none."""
    if edition.indicators:
        return [
            {
                "@type": "PropertyValue",
                "name": each.name[language],
                "unitText": edition.unit_of(each)[language],
            }
            for each in edition.indicators
        ]
    return [
        {"@type": "PropertyValue", "name": field.title[language] if field.title[language] else field.name}
        for resource in edition.package.resources
        for field in resource.fields
        if field.type in ("number", "integer") and field.name not in resource.primary_key
    ]


def _download(edition: Edition, language: Language, each: Published) -> dict[str, str]:
    media = MEDIA.get(each.form)
    place = _whole(edition, language, edition.folder + quote(each.file.path))
    told = {
        "@type": "DataDownload",
        "name": each.file.path,
        "contentUrl": place,
        "contentSize": f"{each.file.size} B",
        "sha256": each.file.sha256,
    }
    return {**told, "encodingFormat": media} if media is not None else told
