"""OpenAPI 3.1: which pieces there are, what each looks like, and how they are licensed."""

from collections.abc import Sequence
from typing import Any, Final

from build_scripts.model import Text
from build_scripts.present.service.piece import PLACE, Pieces, Record

VERSION: Final = "1.0.0"
"""The version of the shapes: a key that goes or changes its meaning makes a new `api/v2/`."""
_OTHER: Final = {"description": "There is no such piece."}


def openapi(pieces: Sequence[Pieces], name: Text, root: str) -> Record:
    """Describe the pieces; `root` is the address of the site, "" when it is not known."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{name.en} / {name.vi}" if name.vi != name.en else name.en,
            "version": VERSION,
            "description": "Static files: GET only, UTF-8, the same bytes for the same data. An id keeps its meaning.",
        },
        "servers": [{"url": f"{root}{PLACE}" if root else "./"}],
        "paths": {f"/{each.path}": {"get": _operation(each)} for each in pieces},
        "components": {"schemas": {each.name: each.shape for each in pieces}},
    }


def _operation(each: Pieces) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{each.name}"}
    found: dict[str, Any] = {
        "operationId": each.name,
        "summary": each.told,
        "responses": {
            "200": {"description": each.told, "content": {"application/json": {"schema": schema}}},
            "404": _OTHER,
        },
    }
    if each.hole:
        ids = list(each.ids if each.ids else each.records)
        schema_of_id = {"type": "string", "enum": ids}
        found["parameters"] = [{"name": each.hole, "in": "path", "required": True, "schema": schema_of_id}]
    return found
