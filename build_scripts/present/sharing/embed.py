"""A small page of its own for each chart: what other sites show in a frame; no script, nothing to follow readers."""

from collections.abc import Iterator, Mapping, Sequence

from build_scripts.model import HOMES, Artifact, Imprint, Language
from build_scripts.present.page import Draft, Drawings, Figure, Words, environment
from build_scripts.present.say import speak
from build_scripts.present.sharing.subject import whereabouts


def embeds(
    drafts: Sequence[Draft], drawings: Mapping[str, str], imprints: Mapping[Language, Imprint]
) -> Iterator[Artifact]:
    """Yield the page of every chart that has an address, in its language."""
    for draft in drafts:
        for figure in draft.figures:
            if figure.embed:
                page = _page(draft, figure, drawings, imprints.get(draft.language, Imprint()))
                yield Artifact(f"{figure.embed}index.html", page.encode())


def _page(draft: Draft, figure: Figure, drawings: Mapping[str, str], imprint: Imprint) -> str:
    up = "../" * figure.embed.count("/")
    whole = whereabouts(imprint, draft.language, draft.address)
    return (
        environment()
        .get_template("embed.html")
        .render(
            lang=draft.language,
            figure=figure,
            drawing=Drawings(drawings),
            say=Words(speak(draft.language)),
            name=imprint.name,
            canonical=whole if imprint.address else "",
            up=up,
            back=f"{up}{HOMES[draft.language]}{draft.address}",
        )
    )
