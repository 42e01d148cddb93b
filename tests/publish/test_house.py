import io
import re
from pathlib import Path

from fontTools.ttLib import TTFont

from build_scripts.publish.fonts import web_fonts
from build_scripts.publish.house import ASSETS, house_files
from build_scripts.publish.vega import vega_bundle

VOWELS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"
SIGNS = "đĐ0123456789%…–−×≥≤²³₫“”‘’·"


def test_the_fonts_hold_every_vietnamese_letter():
    for font in web_fonts():
        known = TTFont(io.BytesIO(font.data)).getBestCmap()

        assert [letter for letter in VOWELS + VOWELS.upper() + SIGNS if ord(letter) not in known] == []


def test_the_fonts_are_small_and_the_same_every_time():
    assert web_fonts() == web_fonts()
    assert [len(font.data) < 20_000 for font in web_fonts()] == [True, True]


def test_the_chart_bundle_is_the_same_every_time_and_keeps_its_names_to_itself():
    bundle = vega_bundle()

    assert bundle == vega_bundle()
    assert bundle.data.startswith(b"(()=>{")
    assert b"window.vegaEmbed" in bundle.data


def test_the_style_sheet_asks_for_nothing_that_is_not_there():
    css = (ASSETS / "portal.css").read_text(encoding="utf-8")
    wanted = {address for address in re.findall(r'url\("([^"]+)"\)', css) if not address.startswith("data:")}

    assert {f"assets/{address}" for address in wanted} <= {artifact.path for artifact in house_files()}


def test_every_class_of_the_contract_has_a_rule():
    css = (ASSETS / "portal.css").read_text(encoding="utf-8")
    contract, rules = css.split("*/", 1)
    names = re.findall(r"^   (?:\w+)?\.([\w-]+)(?: \.([\w-]+))?  ", contract, re.MULTILINE)
    plain = {"heading-row", "preview", "downloads", "dictionary", "prose", "mark", "no-print"}

    missing = {name for pair in names for name in pair if name and f".{name}" not in rules}

    assert len(names) > 30
    assert missing - plain == set()


def test_the_colours_of_a_status_decorate_nothing_else():
    css = (ASSETS / "portal.css").read_text(encoding="utf-8")
    used = re.findall(r"([^{}]+)\{[^{}]*var\(--(?:achieved|on-track|at-risk|off-track|no-data)\)", css)

    assert [selector.strip() for selector in used if ".status" not in selector] == []


def test_the_theme_names_no_other_host():
    theme = Path(ASSETS).parent / "theme"
    pages = [
        path
        for path in sorted(theme.rglob("*.html"))
        if "//" in re.sub(r'"//", "/"', "", path.read_text("utf-8"))
    ]

    assert pages == []
