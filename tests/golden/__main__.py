"""Renew the golden pages: `python -m tests.golden`."""

from tests.golden import FOLDER, golden_pages

for path, text in golden_pages().items():
    (FOLDER / path).parent.mkdir(exist_ok=True)
    (FOLDER / path).write_text(text, encoding="utf-8", newline="\n")
