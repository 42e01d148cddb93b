"""The floor: bare MkDocs, its own plain theme, no plugins, two languages, on as many empty pages."""

import sys
from pathlib import Path


def floor(folder, pages):
    """Lay out the two sites; the command that builds them."""
    commands = []
    for language in ("vi", "en"):
        docs = folder / language / "docs"
        docs.mkdir(parents=True)
        (docs / "index.md").write_text("# 1\n", encoding="utf-8")
        for number in range(2, pages // 2 + 1):
            place = docs / "pages" / str(number)
            place.mkdir(parents=True)
            (place / "index.md").write_text(f"# {number}\n", encoding="utf-8")
        config = folder / language / "mkdocs.yml"
        config.write_text(
            f"site_name: floor\nplugins: []\nnav: [index.md]\nsite_dir: {folder}/{language}/site\n"
            "validation: {nav: {omitted_files: ignore}}\n",
            encoding="utf-8",
        )
        commands.append([sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config)])
    return commands


def weight(site, parts):
    """Count files and bytes of a site: in all, and below each of `parts`."""
    found = {part: [0, 0] for part in ("", *parts)}
    for path in Path(site).rglob("*"):
        if path.is_file():
            place = path.relative_to(site).as_posix()
            part = next((each for each in parts if place.startswith(each)), None)
            for each in ("", *([] if part is None else [part])):
                found[each][0] += 1
                found[each][1] += path.stat().st_size
    return found
