"""Finished pages stay as they are, byte for byte, until somebody renews them: `python -m tests.golden`."""

import pytest

from build_scripts.model import LANGUAGES
from tests.golden import FOLDER, KEPT, golden_pages

PATHS = [f"{language}/{name}.html" for language in LANGUAGES for name in KEPT]


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_as_it_was(path):
    assert golden_pages()[path] == (FOLDER / path).read_text("utf-8")


def test_no_page_is_kept_that_nobody_makes():
    assert {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.html")} == set(PATHS)
