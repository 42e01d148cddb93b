"""The bill of materials of a site (CycloneDX 1.6): what it carries of others, and what built it."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from build_scripts.model import Artifact
from build_scripts.publish.licences import Shipped, shipped

PLACE: Final = "assets/sbom.cdx.json"
_LOCKED: Final = re.compile(r"^([a-z0-9][a-z0-9-]*)==([\w.+!]+)", re.MULTILINE)


@cache
def bill_file(lock: Path) -> Artifact:
    """List the components, the same for every portal built with this `lock`, which is a file of pinned requirements."""
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "site",
                "name": "portal",
                "description": "A static open-data portal: its pages, styles and scripts, and the generator that built them.",
                "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": [*map(_carried, shipped()), *_built_with(lock.read_text("utf-8"))],
    }
    return Artifact(PLACE, (json.dumps(bill, ensure_ascii=False, indent=1) + "\n").encode())


def _carried(each: Shipped) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": f"site:{each.name}",
        "name": each.name,
        "version": each.version,
        "scope": "required",
        "copyright": each.copyright,
        "licenses": [{"license": {"id": each.licence}}],
        "externalReferences": [{"type": "website", "url": each.address}],
        "properties": [{"name": "portal:place", "value": each.place}],
    }


def _built_with(lock: str) -> Iterator[dict[str, Any]]:
    """Yield what ran when the site was built and is not part of it."""
    for name, version in _LOCKED.findall(lock):
        purl = f"pkg:pypi/{name}@{version}"
        yield {
            "type": "library",
            "bom-ref": purl,
            "name": name,
            "version": version,
            "scope": "excluded",
            "purl": purl,
        }
