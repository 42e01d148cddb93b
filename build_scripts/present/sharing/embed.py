"""The charts of a page alone: what other sites show in a frame; no script, nothing to follow readers.

The same page carries what the charts are made of, packed: what their interactive views are drawn from.
"""

import base64
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence

from build_scripts.model import HOMES, Artifact, Imprint, Language
from build_scripts.present.page import Draft, Drawings, Figure, Words, environment
from build_scripts.present.say import speak
from build_scripts.present.sharing.subject import embed_path, whereabouts


def embeds(
    drafts: Sequence[Draft], drawings: Mapping[str, str], imprints: Mapping[Language, Imprint]
) -> Iterator[Artifact]:
    """Yield for every page with charts the page on which they stand alone, in its language."""
    for draft in drafts:
        if draft.figures:
            page = _page(draft, drawings, imprints.get(draft.language, Imprint()))
            yield Artifact(f"{embed_path(draft.language, draft.address)}index.html", page.encode())


def packed(figures: Sequence[Figure]) -> str:
    """Pack the specifications of charts by name, as text for an attribute: JSON, deflated, in base64."""
    every = ",".join(f"{json.dumps(each.name)}:{each.chart.written}" for each in figures)
    return base64.b64encode(zlib.compress(f"{{{every}}}".encode(), 6)).decode()


def _page(draft: Draft, drawings: Mapping[str, str], imprint: Imprint) -> str:
    up = "../" * embed_path(draft.language, draft.address).count("/")
    whole = whereabouts(imprint, draft.language, draft.address)
    return (
        environment()
        .get_template("embed.html")
        .render(
            lang=draft.language,
            title=draft.title,
            figures=draft.figures[::-1],
            charts=packed(draft.figures),
            drawing=Drawings(drawings),
            say=Words(speak(draft.language)),
            name=imprint.name,
            canonical=whole if imprint.address else "",
            up=up,
            back=f"{up}{HOMES[draft.language]}{draft.address}",
        )
    )
