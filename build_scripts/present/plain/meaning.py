"""The answer to "what does this mean?" for one indicator, made of what its package says and of nothing else."""

from dataclasses import dataclass

from build_scripts.model import Fact, Indicator
from build_scripts.present.plain.case import Case
from build_scripts.present.plain.limits import limits
from build_scripts.present.plain.reading import reading
from build_scripts.present.scene import Link, Scene
from build_scripts.present.terms import Lexicon


@dataclass(frozen=True, slots=True)
class Meaning:
    """An indicator in plain words; "" and () where its package says nothing.

    `counts` is what is measured, `unit` in what; `reads` says the latest figure another way, `example` is that figure
    with its place and time; `better` tells which way is good; `limits` are what it does not say.
    """

    counts: str
    unit: str
    example: str
    reads: str
    better: str
    limits: tuple[str, ...]
    words: tuple[Link, ...]


def meaning(scene: Scene, indicator: Indicator, best: tuple[str, Fact] | None, lexicon: Lexicon) -> Meaning:
    """Explain an indicator; `best` is the area whose figure leads its page, with its latest figure."""
    case = None if best is None else Case(scene, indicator, *best)
    reads = "" if case is None else reading(case)
    return Meaning(
        counts=scene.text(indicator.definition),
        unit=scene.text(scene.unit(indicator.unit).name),
        example=_example(case) if case is not None and reads else "",
        reads=reads,
        better=_better(scene, indicator, case),
        limits=tuple(limits(scene, indicator, None if best is None else best[1])),
        words=_words(scene, indicator, lexicon),
    )


def _example(case: Case) -> str:
    """Name the figure that is read another way: `Hà Nội, năm 2024: 49,11%`."""
    return case.scene.say(
        "plain.example",
        area=case.scene.area(case.area).text,
        when=case.when,
        value=case.scene.measured(case.fact.shown, case.indicator),
    )


def _better(scene: Scene, indicator: Indicator, case: Case | None) -> str:
    """Say which way is good and, where there is one, which way the latest figure went."""
    ranked = scene.unit(indicator.unit).kind == "rank"
    said = scene.say["plain.better-rank" if ranked else f"plain.better-{indicator.direction}"]
    move = None if case is None else case.move
    if move is None or case is None or not move.change or indicator.direction == "none":
        return said
    well = (move.change > 0) == (indicator.direction == "up")
    before, now = scene.writer.period(move.before.period), scene.writer.period(case.fact.period)
    went = scene.say(f"plain.went-{'well' if well else 'badly'}", before=before, now=now)
    return f"{said} {went}"


def _words(scene: Scene, indicator: Indicator, lexicon: Lexicon) -> tuple[Link, ...]:
    """Link the glossary terms that the name, the definition and the note of an indicator use."""
    said = " · ".join(scene.text(each) for each in (indicator.name, indicator.definition, indicator.note))
    found = dict.fromkeys(each.entry for each in lexicon.found(said))
    return tuple(Link(each.name, f"glossary/#{each.anchor}") for each in found)
