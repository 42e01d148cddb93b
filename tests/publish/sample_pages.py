"""Generated pages, as small as they come."""

import json

from build_scripts.model import LANGUAGES, Artifact

SECTIONS = (
    "targets",
    "programme",
    "indicators",
    "areas",
    "compare",
    "documents",
    "datasets",
    "quality",
    "changes",
    "glossary",
)


def page(path: str, title: str = "Trang", body: str = "<h1>Trang</h1>") -> Artifact:
    fields = {"template": "page.html", "title": title, "description": f"{title}.", "body": body}
    lines = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items())
    return Artifact(path, f"---\n{lines}---\n".encode())


def whole_portal() -> list[Artifact]:
    paths = ("index.md", *(f"{section}/index.md" for section in SECTIONS), "contribute/rules/index.md")
    return [page(f"{language}/{path}") for language in LANGUAGES for path in paths]
