"""A site made of packages whose every word is an attack runs no script, on any page, in a real browser."""

import csv
import json
import subprocess
import sys
from zlib import crc32

import pytest

from build_scripts.ground.serve import opened
from tests.conftest import ROOT
from tests.portals import portal

pytestmark = [pytest.mark.site, pytest.mark.browser]
ATTACKS = (
    "<script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    '"><svg onload=window.ran=1>',
    "</script><script>window.ran=1</script>",
    "[x](javascript:window.ran=1)",
    "![x](https://evil.example/p.png)",
    "{{ 7*7 }}{% raw %}${7*7}",
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "</title><base href=https://evil.example/>",
    "&lt;script&gt;window.ran=1&lt;/script&gt;",
    "--><style>*{display:none}</style>",
    "javascript&colon;window.ran=1 ' onmouseover='window.ran=1",
)
TEXTS = {
    "name", "name_en", "full_name", "full_name_en", "definition", "definition_en", "note", "note_en", "title", "title_en", "summary",
    "summary_en", "reason", "reason_en", "symbol", "symbol_en", "topic", "topic_en", "publisher", "locator", "quote", "issuer", "issuer_en",
    "text", "text_en", "short", "short_en", "period_en", "baseline_note", "baseline_note_en", "licence", "date_note", "date_note_en",
}  # fmt: skip


def attacked(root):
    """Put an attack into every word of the good portal of the tests, descriptors and cells."""
    number = 0
    for file in sorted((root / "datapackages").rglob("*.csv")):
        dialect = {"delimiter": ";"} if file.parent.name == "rainfall" else {}
        with file.open(encoding="utf-8", newline="") as source:
            rows = list(csv.DictReader(source, **dialect))
        for row in rows:
            for column in TEXTS & row.keys():
                if row[column]:
                    which = crc32(
                        f"{row.get('id')} {column}".encode()
                    )  # a source is the same wherever it is named
                    row[column] = f"{row[column]} {ATTACKS[which % len(ATTACKS)]}"
        with file.open("w", encoding="utf-8", newline="") as target:
            writer = csv.DictWriter(target, list(rows[0]), lineterminator="\n", **dialect)
            writer.writeheader()
            writer.writerows(rows)
    for file in sorted((root / "datapackages").rglob("datapackage.json")):
        whole = json.loads(file.read_text("utf-8"))
        for each in (whole, *whole["resources"], *whole.get("sources", []), *whole.get("contributors", [])):
            each["title"] = f"{each.get('title', 'x')} {ATTACKS[number % len(ATTACKS)]}"
            each["title@en"] = f"{each['title']} {ATTACKS[(number + 1) % len(ATTACKS)]}"
            number += 2
        whole["description"] = "\n\n".join(ATTACKS)
        whole["description@en"] = "\n\n".join(ATTACKS)
        whole["keywords"] = list(ATTACKS)
        whole["version"] = ATTACKS[0]
        for each in whole["resources"]:
            each.pop("bytes", None)
            each.pop("hash", None)
            each["description"] = " ".join(ATTACKS)
            for field in each["schema"]["fields"]:
                field["title"] = ATTACKS[number % len(ATTACKS)]
                field["description"] = " ".join(ATTACKS)
                number += 1
        file.write_text(json.dumps(whole, ensure_ascii=False), "utf-8")
    return root


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = attacked(portal(tmp_path_factory.mktemp("attacked")))
    command = [
        sys.executable,
        "-m",
        "build_scripts",
        "build",
        "--no-cache",
        "--root",
        str(root),
        "--out",
        str(root / "site"),
        "--jobs",
        "1",
    ]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    return root / "site"


def test_no_page_runs_a_script_of_the_data_or_asks_another_host(site, browser):
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    assert len(pages) > 40
    asked, found = [], []
    with opened(site, 0) as address:
        context = browser.new_context()
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: (found.append(dialog.message), dialog.dismiss()))
        for path in pages:
            page.goto(f"{address.rstrip('/')}/{path}")
            page.evaluate(
                "document.querySelectorAll('*').forEach(each => each.dispatchEvent(new Event('mouseover')))"
            )
            state = page.evaluate(
                "({ran: window.ran, base: document.querySelectorAll('base').length, frames: document.querySelectorAll('iframe').length,"
                "handlers: [...document.querySelectorAll('*')].flatMap(e => [...e.attributes]).filter(a => a.name.startsWith('on')).length,"
                "links: [...document.querySelectorAll('[href],[src]')].filter(e => /^\\s*(javascript|data:text|vbscript)/i"
                ".test(e.getAttribute('href') || e.getAttribute('src'))).length,"
                "title: document.title})"
            )
            if state["ran"] or state["base"] or state["handlers"] or state["links"] or state["frames"]:
                found.append((path, state))
        context.close()
    assert found == []
    host = address.split("//")[1].split("/")[0]
    assert {
        url for url in asked if not url.startswith("data:") and url.split("//")[1].split("/")[0] != host
    } == set()
