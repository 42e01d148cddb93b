"""Finished pages of the good portal, one of each kind in both languages, kept to be compared byte for byte.

After a wanted change of words or templates renew them with `python -m tests.golden` and read the difference.
Drawings are left out (they have tests of their own); their place says which one belongs there.
"""

import re
from pathlib import Path

import yaml

from build_scripts.model import LANGUAGES
from build_scripts.present.page import render
from tests.portals import good_drafts

FOLDER = Path(__file__).parent
PACKED = (
    r'(\.zip</a></th><td>ZIP</td>.*?<td class="num">)[^<]+(</td><td><code title=")[0-9a-f]{64}(">)[0-9a-f]+'
)
"""Size and checksum of an archive: another machine may pack the same files tighter."""
KEPT = {
    "home": "",
    "target": "targets/urbanisation/",
    "indicator": "indicators/population-average/",
    "area": "areas/ha-noi/",
    "document": "documents/programme/",
    "dataset": "datasets/population/",
    "search": "search/",
}


def golden_pages():
    """Finish the pages: path below this folder -> text."""
    drafts = {(each.language, each.address): each for each in good_drafts()}
    return {
        f"{language}/{name}.html": finished(drafts[language, address])
        for language in LANGUAGES
        for name, address in KEPT.items()
    }


def finished(draft):
    """Write the head and the body of a page, with a marker for each drawing."""
    drawings = {chart.key: f"<svg><!-- {chart.title} --></svg>" for chart in draft.charts()}
    matter = yaml.safe_load(render(draft, drawings).data.decode().split("---\n")[1])
    page = f"<title>{matter['title']}</title>\n<!-- {matter['description']} -->\n{matter['body']}\n"
    page = re.sub(r"charts/[0-9a-f]{16}\.json", "charts/KEY.json", page)
    return re.sub(PACKED, r"\1SIZE\2KEY\3KEY", page)
