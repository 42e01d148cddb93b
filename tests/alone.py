"""One page of ours with its scripts and the files it asks for, without the rest of the site."""

import json

import pytest

from build_scripts.model import HOMES
from build_scripts.present.page import render
from build_scripts.publish.house import ASSETS

FRAME = '<!doctype html><html lang="{lang}" class="no-js"><head><meta charset="utf-8"></head><body><div id="content">{body}</div><script src="{up}assets/portal.js" defer></script></body></html>'


@pytest.fixture
def page(browser):
    """A tab on a phone; it must not meet an error of a script."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, accept_downloads=True)
    page = context.new_page()
    page.wrong = []
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    yield page
    assert page.wrong == []
    context.close()


def alone(folder, drafts, scripts, files):
    """Lay a page in each language, its scripts and its files into a folder that can be served."""
    for draft in drafts:
        lines = render(draft, {}).data.decode().splitlines()
        body = json.loads(next(each for each in lines if each.startswith("body: ")).removeprefix("body: "))
        home = HOMES[draft.language]
        page = folder / home / draft.address / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        up = "../" * (draft.address.count("/") + home.count("/"))
        page.write_text(FRAME.format(lang=draft.language, body=body, up=up), "utf-8")
    (folder / "assets").mkdir()
    for name in (*scripts, "portal.js"):
        (folder / "assets" / name).write_bytes((ASSETS / name).read_bytes())
    for artifact in files:
        path = folder / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.data)
    return folder
