"""Judgements as data: one JSON file for each target indicator, the whole sum in it, the same for both languages."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from build_scripts.compute.goals import targets_of
from build_scripts.compute.progress import Judgements, lead_of
from build_scripts.model import LANGUAGES, Artifact, Catalog, Goal, Judgement, Target
from build_scripts.present.scene import Scene
from build_scripts.present.verdict.sentence import sentence


def judgement_files(scenes: tuple[Scene, ...]) -> Iterator[Artifact]:
    """Write `api/v1/progress/<goal>.json` for every goal; `scenes` holds one a language."""
    yield from (judgement_file(scenes, each) for each in scenes[0].catalog.goals)


def judgement_file(scenes: tuple[Scene, ...], name: str) -> Artifact:
    """Write the file of the goal with this id."""
    catalog, found = scenes[0].catalog, scenes[0].judgements
    record = _goal(catalog, found, catalog.goals[name], scenes)
    data = json.dumps(record, ensure_ascii=False, indent=1, allow_nan=False)
    return Artifact(f"api/v1/progress/{name}.json", data.encode() + b"\n")


def _goal(catalog: Catalog, found: Judgements, goal: Goal, scenes: tuple[Scene, ...]) -> dict[str, Any]:
    lead = lead_of(catalog, found, goal)
    return {
        "goal": goal.id,
        "name": {language: goal.name[language] for language in LANGUAGES},
        "area": goal.area,
        "now": found.now,
        "lead": None if lead is None else lead[0].id,
        "targets": [_target(catalog, found, each, scenes) for each in targets_of(catalog, goal)],
    }


def _target(catalog: Catalog, found: Judgements, target: Target, scenes: tuple[Scene, ...]) -> dict[str, Any]:
    document = catalog.documents[target.document]
    promise = {
        "id": target.id,
        "document": {"id": document.id, "status": document.status},
        "operator": target.operator,
        "low": target.low,
        "high": target.high,
        "unit": target.unit if target.unit else catalog.goals[target.goal].unit,
        "reference": target.reference,
        "start_year": target.start_year,
        "year": target.year,
        "confidence": target.confidence,
        "draft": target.draft,
        "ended": None if target.ended is None else target.ended.isoformat(),
        "act": target.act,
    }
    leading = found.leading.get(target.id)
    if leading is None:
        return promise | {"judgement": None, "beside": []}
    others = found.beside.get(target.id, ())
    return promise | {
        "judgement": _judgement(target, leading, scenes),
        "beside": [_judgement(target, each, scenes) for each in others],
    }


def _judgement(target: Target, judgement: Judgement, scenes: tuple[Scene, ...]) -> dict[str, Any]:
    record = asdict(judgement)
    del record["target"], record["now"]
    said = {scene.language: sentence(scene, target, judgement) for scene in scenes}
    return {"status": record.pop("status"), "firm": judgement.firm, **record, "sentence": said}
