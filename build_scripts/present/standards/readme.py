"""What lies in the archive beside the data, in words, one file a language."""

from collections.abc import Iterator

from build_scripts.model import HOMES, LANGUAGES, Artifact, Language
from build_scripts.present.say import speak
from build_scripts.present.standards.citation import reference
from build_scripts.present.standards.edition import Credit, Edition, cleaned
from build_scripts.present.standards.places import places_of


def readmes(edition: Edition) -> Iterator[Artifact]:
    """Write `README.md` in the first language and `README.en.md` in English."""
    for language in LANGUAGES:
        suffix = f".{language}" if HOMES[language] else ""
        text = "\n\n".join(part for part in _parts(edition, language) if part)
        yield Artifact(f"README{suffix}.md", f"{text}\n".encode())


def _parts(edition: Edition, language: Language) -> Iterator[str]:
    say = speak(language)
    yield f"# {edition.title[language]}"
    yield edition.description[language]
    yield f"## {say['dataset.tables-heading']}"
    for resource, places in zip(edition.package.resources, places_of(edition.package), strict=True):
        title, words = cleaned(resource.title)[language], cleaned(resource.description)[language]
        rows = say.count("dataset.rows", len(resource.table), n=str(len(resource.table)))
        yield "\n\n".join(part for part in (f"### {title} ({rows})", words) if part)
        if resource.table.large is not None:
            continue
        named = (places.csv, places.excel, places.workbook, places.parquet, places.json)
        yield "\n".join(f"- `{each}`" for each in named)
    yield f"## {say['standards.how']}\n\n{say['standards.how-words']}"
    yield _listed(say["dataset.licence"], edition.licences, language, say["dataset.not-stated"])
    yield _listed(say["source.heading"], edition.sources, language, "")
    yield f"## {say['dataset.cite']}\n\n{reference(edition, language)}"


def _listed(heading: str, credits_: tuple[Credit, ...], language: Language, nobody: str) -> str:
    named = (each.name if each.name else each.title[language] for each in credits_)
    pairs = zip(named, (each.href for each in credits_), strict=True)
    lines = [f"- {name} <{href}>" if href else f"- {name}" for name, href in pairs]
    if not lines and nobody:
        lines = [nobody]
    return f"## {heading}\n\n" + "\n".join(lines) if lines else ""
