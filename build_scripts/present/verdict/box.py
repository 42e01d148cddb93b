"""How a judgement was made, line by line: the values, the years, the sum, how firm it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.model import Judgement, Pace, Target
from build_scripts.present.numbers import MINUS
from build_scripts.present.scene import Link, Scene
from build_scripts.present.verdict.figures import Figures
from build_scripts.present.verdict.mark import Mark, mark
from build_scripts.present.verdict.robust import Robust, robust
from build_scripts.present.verdict.sentence import sentence

Row = tuple[str, str]
"""A label and what stands beside it."""


@dataclass(frozen=True, slots=True)
class Box:
    """A judgement as a page shows it: mark, sentence, the document and the series it goes by, the sum, the checks."""

    mark: Mark
    sentence: str
    document: str
    series: str
    rows: tuple[Row, ...]
    robust: Robust | None
    beside: tuple[str, ...]
    json: str


def box(scene: Scene, target: Target) -> Box | None:
    """Show the judgement of a target; `None` for drafts and targets of low confidence, which nobody judges."""
    judgement = scene.judgements.leading.get(target.id)
    if judgement is None:
        return None
    return Box(
        mark=mark(scene, judgement),
        sentence=sentence(scene, target, judgement),
        document=_document(scene, target, judgement),
        series=_series(scene, judgement) if judgement.assessed else "",
        rows=tuple(_rows(Figures(scene, target, judgement))) if judgement.assessed else (),
        robust=robust(Figures(scene, target, judgement)) if judgement.assessed else None,
        beside=tuple(_beside(scene, target, each) for each in scene.judgements.beside.get(target.id, ())),
        json=f"api/v1/progress/{target.goal}.json",
    )


def _document(scene: Scene, target: Target, judgement: Judgement) -> str:
    """Say by which document a target is judged, or who set it where nothing can be said; nothing of one that ended."""
    if judgement.status == "no-longer-applicable":
        return ""
    document = scene.catalog.documents[target.document]
    by = scene.say["verdict.box.judged-against" if judgement.assessed else "verdict.box.set-by"]
    name = scene.document(document).text
    if not document.status:
        return scene.say("verdict.box.document-bare", by=by, document=name)
    status = scene.word("document.status", document.status)
    return scene.say("verdict.box.document", by=by, document=name, status=status)


def _series(scene: Scene, judgement: Judgement) -> str:
    if not judgement.indicator or judgement.match == "none":
        return ""
    name = scene.text(scene.catalog.indicators[judgement.indicator].name)
    return scene.say(f"verdict.box.{judgement.match}", indicator=name)


def _beside(scene: Scene, target: Target, judgement: Judgement) -> str:
    name = scene.text(scene.catalog.indicators[judgement.indicator].name)
    word = scene.say[f"verdict.{judgement.status}"]
    said = sentence(scene, target, judgement)
    return scene.say("verdict.box.beside", indicator=name, status=word, sentence=said)


def _rows(figures: Figures) -> Iterator[Row]:
    judgement, say = figures.judgement, figures.scene.say
    yield say["verdict.box.method"], say[f"verdict.box.method-{judgement.method}"]
    yield from _summed(figures) if judgement.parts else _paced(figures)
    yield from _ahead(figures)
    if judgement.cut is not None:
        yield say["verdict.box.cut"], say("verdict.box.cut-value", cut=str(judgement.cut))
    if judgement.score is not None:
        yield say["verdict.box.score"], figures.bare(judgement.score)
    if judgement.history:
        said = (
            say("verdict.box.history-item", year=str(each.year), status=say[f"verdict.{each.status}"])
            for each in judgement.history
        )
        yield f"{say['verdict.box.history']} ({say['verdict.box.history-note']})", "; ".join(said)


def _paced(figures: Figures) -> Iterator[Row]:
    judgement, say = figures.judgement, figures.scene.say
    pace = judgement.pace
    if pace is not None:
        key = f"verdict.box.base-{judgement.base_from}"
        yield say["verdict.box.base"], say(key, value=figures.datum(pace.base), when=figures.when(pace.base))
    if judgement.latest is not None:
        latest = {"value": figures.datum(judgement.latest), "when": figures.when(judgement.latest)}
        yield (
            say["verdict.box.latest"],
            say("verdict.box.latest-value", state=figures.state(judgement.latest), **latest),
        )
    yield say["verdict.box.aim"], _aim(figures)
    if pace is not None:
        yield from _sums(figures, pace)


def _aim(figures: Figures) -> str:
    judgement, target = figures.judgement, figures.target
    value = figures.aimed(judgement.edge or 0.0)
    plain = target.low == target.high or target.low is None or target.high is None
    value = value if plain else f"{value} ({figures.aim})"
    if target.year is None:
        return figures.scene.say("verdict.box.aim-no-year", value=value)
    return figures.scene.say("verdict.box.aim-value", value=value, year=str(target.year))


def _sums(figures: Figures, pace: Pace) -> Iterator[Row]:
    say, year = figures.scene.say, figures.target.year
    first, last = figures.bare(pace.base.value), figures.bare(pace.latest.value)
    yield (
        say["verdict.box.pace"],
        _step((first, last), (pace.base.year, pace.latest.year), figures, pace.observed),
    )
    if pace.required is not None and year is not None:
        edge = figures.bare(_edge(figures, pace))
        yield (
            say["verdict.box.required"],
            _step((first, edge), (pace.base.year, year), figures, pace.required),
        )
    if pace.ratio is None:
        yield say["verdict.box.ratio"], say["verdict.box.no-ratio"]
    elif pace.required is not None:
        steps = (_bracketed(figures.step(each)) for each in (pace.observed, pace.required))
        sum_ = f"{' ÷ '.join(steps)} = {_ratio(figures, pace)}"
        word = say[f"verdict.{pace.status}"]
        yield say["verdict.box.ratio"], say("verdict.box.ratio-value", sum=sum_, status=word)
    recent = figures.judgement.recent
    if recent is not None:
        same = recent.base == pace.base
        yield say["verdict.box.recent"], say["verdict.box.recent-same"] if same else _recent(figures, recent)


def _edge(figures: Figures, pace: Pace) -> float:
    """Recover the value that the needed pace leads to."""
    years = (figures.target.year or pace.latest.year) - pace.base.year
    required = pace.required or 0.0
    if figures.grows:
        return float(pace.base.value * (1 + required) ** years)
    return pace.base.value + required * years


def _step(values: tuple[str, str], years: tuple[int, int], figures: Figures, result: float) -> str:
    """Write a pace as a sum: `(49,11 − 49,16) ÷ (2024 − 2021) = −0,017 điểm %`."""
    first, last = values
    since, until = years
    if figures.grows:
        return f"({last} ÷ {first})^(1 ÷ ({until} {MINUS} {since})) {MINUS} 1 = {figures.pace(result)}"
    return f"({last} {MINUS} {_bracketed(first)}) ÷ ({until} {MINUS} {since}) = {figures.pace(result)}"


def _bracketed(written: str) -> str:
    return f"({written})" if written.startswith(MINUS) else written


def _ratio(figures: Figures, pace: Pace) -> str:
    written = figures.scene.writer.trimmed(abs(pace.ratio or 0.0), 3)
    negative = (pace.ratio or 0.0) < 0 and any(sign in "123456789" for sign in written)
    return MINUS + written if negative else written


def _recent(figures: Figures, pace: Pace) -> str:
    words = {
        "when": figures.when(pace.base),
        "pace": figures.pace(pace.observed),
        "status": figures.scene.say[f"verdict.{pace.status}"],
    }
    if pace.ratio is None:
        return figures.scene.say("verdict.box.recent-no-ratio", **words)
    return figures.scene.say("verdict.box.recent-value", ratio=_ratio(figures, pace), **words)


def _summed(figures: Figures) -> Iterator[Row]:
    judgement, say = figures.judgement, figures.scene.say
    parts = judgement.parts
    if len(parts) == 1 and "-" in parts[0].period:
        when = figures.when(parts[0])
        yield (
            say["verdict.box.whole"],
            say("verdict.box.latest-value", value=figures.datum(parts[0]), when=when, state=""),
        )
    else:
        listed = (f"{each.year}: {figures.datum(each)}{figures.state(each)}" for each in parts)
        yield say["verdict.box.years"], "; ".join(listed)
        values = " + ".join(_bracketed(figures.bare(each.value)) for each in parts)
        sum_ = values if judgement.basis == "sum" else f"({values}) ÷ {len(parts)}"
        label = say["verdict.box.total" if judgement.basis == "sum" else "verdict.box.mean"]
        yield label, f"{sum_} = {figures.aimed(judgement.so_far or 0.0)}"
    yield say["verdict.box.aim"], f"{figures.aim} {figures.due}"


def _ahead(figures: Figures) -> Iterator[Row]:
    judgement, say = figures.judgement, figures.scene.say
    if judgement.needed is not None:
        if judgement.parts:
            yield (
                say["verdict.box.needed"],
                say("verdict.box.needed-mean", sum=figures.aimed(judgement.needed)),
            )
        else:
            yield (
                say["verdict.box.needed"],
                say("verdict.box.needed-value", sum=figures.pace(judgement.needed)),
            )
    if judgement.projected is None or figures.target.year is None:
        return
    words = {"value": figures.value(judgement.projected), "year": str(figures.target.year)}
    if judgement.parts:
        yield say["verdict.box.projected"], say("verdict.box.projected-value", **words)
    elif judgement.reached is None:
        yield say["verdict.box.projected"], say("verdict.box.not-reached", **words)
    else:
        yield (
            say["verdict.box.projected"],
            say("verdict.box.reached", reached=str(judgement.reached), **words),
        )


def goal_link(scene: Scene, target: Target) -> Link:
    """Link the place of a target on the page of its goal."""
    goal = scene.goal(scene.catalog.goals[target.goal])
    return Link(goal.text, f"{goal.href}#{target.id}")
