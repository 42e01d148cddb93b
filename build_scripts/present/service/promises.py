"""What was promised, by which document, and how it goes."""

from collections.abc import Iterator

from build_scripts.compute.progress import STATUSES, Judgements, lead_of
from build_scripts.model import Catalog, Document, Target
from build_scripts.present.service import shape as s
from build_scripts.present.service.piece import Pieces, Record, day, maybe, source, texts
from build_scripts.present.standards.edition import both

_STATUS = s.maybe(s.one_of(STATUSES))
_TARGET = s.record(
    "One figure promised by one document; low and high are equal for a point, null where there is no bound.",
    id=s.STRING, goal=s.STRING, document=s.STRING, name=s.TEXT, area=s.STRING, operator=s.STRING,
    low=s.maybe(s.NUMBER), high=s.maybe(s.NUMBER), unit=s.maybe(s.STRING), reference=s.STRING,
    start_year=s.maybe(s.YEAR), year=s.maybe(s.YEAR), due=s.TEXT, baseline=s.maybe(s.NUMBER),
    baseline_year=s.maybe(s.YEAR), ended=s.maybe(s.DAY), act=s.maybe(s.STRING), draft=s.TRUTH, yearly=s.TRUTH,
    confidence=s.STRING, quote=s.maybe(s.STRING), note=s.TEXT, source=s.maybe(s.STRING), status=_STATUS,
)  # fmt: skip
_TARGETS = s.record(now=s.YEAR, sources=s.mapped(s.SOURCE), targets=s.listed(_TARGET))
_STATUSES = s.record(
    now=s.YEAR, words=s.mapped(s.TEXT), counts=s.mapped(s.COUNT),
    goals=s.listed(s.record(
        "The leading target of a goal; sum is the piece with the whole arithmetic, relative to this one.",
        goal=s.STRING, name=s.TEXT, area=s.STRING, target=s.maybe(s.STRING), status=_STATUS, firm=s.maybe(s.TRUTH),
        method=s.maybe(s.STRING), reason=s.maybe(s.STRING), sum=s.STRING,
    )),
)  # fmt: skip
_JUDGEMENT = {
    "type": "object",
    "properties": {"status": s.one_of(STATUSES), "firm": s.TRUTH, "method": s.STRING, "sentence": s.TEXT},
    "required": ["status", "firm", "method", "sentence"],
}
_JUDGED = {
    "type": "object",
    "properties": {"id": s.STRING, "judgement": s.maybe(_JUDGEMENT), "beside": s.listed(_JUDGEMENT)},
    "required": ["id", "document", "operator", "low", "high", "unit", "judgement", "beside"],
}
_SUM = s.record(
    goal=s.STRING, name=s.TEXT, area=s.STRING, now=s.YEAR, lead=s.maybe(s.STRING), targets=s.listed(_JUDGED)
)
_BRIEF = {
    "id": s.STRING, "number": s.maybe(s.STRING), "title": s.TEXT, "short": s.TEXT, "issuer": s.TEXT,
    "date": s.maybe(s.STRING), "kind": s.STRING, "status": s.STRING, "area": s.maybe(s.STRING),
    "replaces": s.maybe(s.STRING), "start_year": s.maybe(s.YEAR), "end_year": s.maybe(s.YEAR),
}  # fmt: skip
_DOCUMENTS = s.record(documents=s.listed(s.record(**_BRIEF)))
_WORDED = {"id": s.STRING, "group": s.maybe(s.STRING), "name": s.TEXT}
_DOCUMENT = s.record(
    **_BRIEF, summary=s.TEXT, note=s.TEXT, replaced_by=s.listed(s.STRING), targets=s.listed(s.STRING),
    statements=s.listed(s.record(id=s.STRING, kind=s.STRING, year=s.YEAR, text=s.TEXT)),
    commitments=s.listed(s.record(**_WORDED, text=s.TEXT, status=s.STRING)),
    missing=s.listed(s.record("A target it is known to hold, whose text nobody has found.", **_WORDED)),
)  # fmt: skip


def targets(catalog: Catalog, found: Judgements) -> Iterator[Pieces]:
    """Gather every target with its status."""
    used = sorted({each.source for each in catalog.targets if each.source in catalog.sources})
    record = {
        "now": found.now,
        "sources": {each: source(catalog.sources[each]) for each in used},
        "targets": [_target(catalog, found, each) for each in catalog.targets],
    }
    yield Pieces(
        "targets", "targets.json", "Every target of every document, with its status.", _TARGETS, {"": record}
    )


def _target(catalog: Catalog, found: Judgements, each: Target) -> Record:
    goal, judged = catalog.goals[each.goal], found.leading.get(each.id)
    return {
        "id": each.id,
        "goal": each.goal,
        "document": each.document,
        "name": texts(each.name),
        "area": goal.area,
        "operator": each.operator,
        "low": each.low,
        "high": each.high,
        "unit": maybe(each.unit if each.unit else goal.unit),
        "reference": each.reference,
        "start_year": each.start_year,
        "year": each.year,
        "due": texts(each.due),
        "baseline": each.baseline,
        "baseline_year": each.baseline_year,
        "ended": day(each.ended),
        "act": maybe(each.act),
        "draft": each.draft,
        "yearly": each.yearly,
        "confidence": each.confidence,
        "quote": maybe(each.quote),
        "note": texts(each.note),
        "source": maybe(each.source),
        "status": None if judged is None else judged.status,
    }


def statuses(catalog: Catalog, found: Judgements) -> Iterator[Pieces]:
    """Count the goals by the status of their leading target, and tell which that is."""
    goals = []
    for goal in catalog.goals.values():
        lead = lead_of(catalog, found, goal)
        target, judged = (None, None) if lead is None else (lead[0], lead[1])
        goals.append(
            {
                "goal": goal.id,
                "name": texts(goal.name),
                "area": goal.area,
                "target": None if target is None else target.id,
                "status": None if judged is None else judged.status,
                "firm": None if judged is None else judged.firm,
                "method": None if judged is None else judged.method,
                "reason": None if judged is None else judged.reason,
                "sum": f"progress/{goal.id}.json",
            }
        )
    record = {
        "now": found.now,
        "words": {each: texts(both(f"verdict.{each}")) for each in STATUSES},
        "counts": {each: sum(goal["status"] == each for goal in goals) for each in STATUSES},
        "goals": goals,
    }
    yield Pieces(
        "statuses", "statuses.json", "How every goal goes, and where its sum is.", _STATUSES, {"": record}
    )


def sums(catalog: Catalog) -> Pieces:
    """Describe the pieces with the whole sum of each goal, which are written beside its page."""
    told = "Where every target of a goal stands, and the whole sum behind it."
    return Pieces("sum", "progress/{goal}.json", told, _SUM, {name: {} for name in catalog.goals})


def documents(catalog: Catalog) -> Iterator[Pieces]:
    """Gather the documents: all in brief, each with what it promises."""
    brief = {"documents": [_brief(each) for each in catalog.documents.values()]}
    yield Pieces("documents", "documents.json", "Every document in brief.", _DOCUMENTS, {"": brief})
    whole = {name: _document(catalog, each) for name, each in catalog.documents.items()}
    yield Pieces(
        "document", "documents/{document}.json", "A document and what it promises.", _DOCUMENT, whole
    )


def _brief(each: Document) -> Record:
    return {
        "id": each.id,
        "number": maybe(each.number),
        "title": texts(each.title),
        "short": texts(each.short),
        "issuer": texts(each.issuer),
        "date": maybe(each.date),
        "kind": each.kind,
        "status": each.status,
        "area": maybe(each.area),
        "replaces": maybe(each.replaces),
        "start_year": each.start_year,
        "end_year": each.end_year,
    }


def _document(catalog: Catalog, each: Document) -> Record:
    return _brief(each) | {
        "summary": texts(each.summary),
        "note": texts(each.note),
        "replaced_by": [other.id for other in catalog.documents.values() if other.replaces == each.id],
        "targets": [target.id for target in catalog.targets if target.document == each.id],
        "statements": [
            {"id": said.id, "kind": said.kind, "year": said.year, "text": texts(said.text)}
            for said in catalog.statements
            if said.document == each.id
        ],
        "commitments": [
            _worded(task.id, task.group, texts(task.title))
            | {"text": texts(task.text), "status": task.status}
            for task in catalog.commitments
            if task.document == each.id
        ],
        "missing": [
            _worded(gap.id, gap.group, texts(gap.name)) for gap in catalog.gaps if gap.document == each.id
        ],
    }


def _worded(name: str, group: str, said: Record) -> Record:
    return {"id": name, "group": maybe(group), "name": said}
