"""The Nu HTML checker over every page of the site: no error."""

import json
import subprocess
from urllib.parse import unquote

import pytest

pytestmark = [pytest.mark.judge, pytest.mark.site]
KNOWN = {}
"""Errors of the theme that cannot be mended here, and how many there are: none."""


def test_no_page_has_an_error_of_html(site, tools):
    jar = tools / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = [
        "java",
        "-jar",
        jar,
        "--skip-non-html",
        "--format",
        "json",
        "--exit-zero-always",
        "--stdout",
        site,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert len(list(site.rglob("*.html"))) > 1000
    messages = json.loads(done.stdout)["messages"]
    counted, first = {}, {}
    for each in messages:
        if each["type"] != "info":
            counted[each["message"]] = counted.get(each["message"], 0) + 1
            first.setdefault(each["message"], f"{unquote(each['url'])}:{each.get('lastLine')}")
    assert counted == KNOWN, first
