"""One sentence for one judgement, the same figures in every language."""

from build_scripts.model import Judgement, Target
from build_scripts.present.scene import Scene
from build_scripts.present.tongue import names
from build_scripts.present.verdict.figures import Figures


def sentence(scene: Scene, target: Target, judgement: Judgement) -> str:
    """Say where a target stands, against what, how fast it moves and how fast it must; or why nobody can say."""
    figures = Figures(scene, target, judgement)
    if judgement.status == "no-longer-applicable":
        return _ended(figures)
    if not judgement.assessed:
        return because(figures)
    if judgement.basis in ("mean", "sum"):
        return _over_years(figures)
    return _by_pace(figures) if judgement.basis == "pace" else _by_value(figures)


def subject(scene: Scene, target: Target) -> str:
    """Name what a target is about and where; a name that holds its place, or an owner, takes no second one."""
    goal = scene.catalog.goals[target.goal]
    name, place = scene.text(goal.name), scene.area(goal.area).text
    if names(name, place):
        return name
    owned = scene.say["verdict.sentence.joint"] in f" {name} "
    return scene.say(f"verdict.sentence.subject{'-owned' if owned else ''}", name=name, area=place)


def _words(figures: Figures) -> dict[str, str]:
    """Fill the holes that most sentences share."""
    judgement, latest = figures.judgement, figures.judgement.latest
    words = {"subject": subject(figures.scene, figures.target), "aim": figures.aim, "due": figures.due}
    if latest is not None:
        words |= {
            "latest": figures.datum(latest),
            "when": figures.when(latest) + figures.state(latest),
            "year": str(latest.year),
        }
    if judgement.pace is not None:
        words |= {"moved": figures.moved(judgement.pace.observed), "base": str(judgement.pace.base.year)}
    if judgement.needed is not None:
        words["must"] = figures.must(judgement.needed)
    return words


def _by_pace(figures: Figures) -> str:
    key = "pace" if figures.judgement.needed is not None else "pace-late"
    say = figures.scene.say
    return say(f"verdict.sentence.{key}", so=say[f"verdict.so.{figures.judgement.status}"], **_words(figures))


def _by_value(figures: Figures) -> str:
    say, judgement = figures.scene.say, figures.judgement
    words = _words(figures) if judgement.latest is not None else _words(figures) | _bounded(figures)
    if judgement.status != "achieved":
        key = "outside" if figures.scene.catalog.goals[figures.target.goal].direction == "band" else "unmet"
        return say(f"verdict.sentence.{key}", counts=say[f"verdict.counts-as.{judgement.status}"], **words)
    early = judgement.basis == "value" and figures.target.year is not None
    return say("verdict.sentence.met-early" if early else "verdict.sentence.met", **words)


def _bounded(figures: Figures) -> dict[str, str]:
    """Write the bound or the range that decided where there is no point value."""
    scene, target = figures.scene, figures.target
    indicator = scene.catalog.indicators[figures.judgement.indicator]
    facts = scene.facts[indicator.id][scene.catalog.goals[target.goal].area]
    found = next(each for each in facts if each.period.kind == "year" and each.period.year == target.year)
    when = scene.say("chart.when.year", period=scene.writer.period(found.period))
    return {"latest": scene.measured(found.shown, indicator), "when": when}


def _over_years(figures: Figures) -> str:
    say, judgement = figures.scene.say, figures.judgement
    first, last = judgement.start, judgement.parts[-1].year
    years = str(last) if first == last else f"{first}–{last}"
    words = _words(figures) | {"latest": figures.aimed(judgement.so_far or 0.0), "years": years}
    if judgement.needed is not None:
        words["need"] = figures.aimed(judgement.needed)
        return say(f"verdict.sentence.{judgement.basis}", so=say[f"verdict.so.{judgement.status}"], **words)
    if judgement.status == "achieved":
        return say(f"verdict.sentence.{judgement.basis}-met", **words)
    counts = say[f"verdict.counts-as.{judgement.status}"]
    return say(f"verdict.sentence.{judgement.basis}-unmet", counts=counts, **words)


def _ended(figures: Figures) -> str:
    scene, target = figures.scene, figures.target
    act = scene.say("verdict.sentence.by-act", act=scene.act(target.act).text) if target.act else ""
    day = "" if target.ended is None else scene.writer.day(target.ended)
    return scene.say("verdict.sentence.ended", aim=figures.aim, due=figures.due, day=day, act=act)


def because(figures: Figures) -> str:
    """Say why a target cannot be judged."""
    scene, judgement = figures.scene, figures.judgement
    area = scene.catalog.goals[figures.target.goal].area
    cut = judgement.cut if judgement.cut is not None else ""
    words = _words(figures) | {
        "area": scene.area(area).text,
        "now": str(judgement.now),
        "start": str(judgement.start),
        "cut": str(cut),
        "missing": scene.listed([str(year) for year in judgement.missing]),
    }
    words.setdefault("base", str(judgement.start))
    if judgement.reason == "no-observation" and figures.target.yearly:
        words["year"] = str(figures.target.year)
    return scene.say(f"verdict.because.{_key(figures)}", **words)


def _key(figures: Figures) -> str:
    """Choose the words that fit a reason and what is known beside it."""
    reason = str(figures.judgement.reason)
    match reason:
        case "no-observation":
            detail = _no_observation(figures)
        case "no-numeric-target":
            detail = _no_numeric_target(figures)
        case "series-break" if figures.judgement.cut is not None:
            detail = "cut"
        case _:
            detail = ""
    return f"{reason}-{detail}" if detail else reason


def _no_observation(figures: Figures) -> str:
    if figures.judgement.missing:
        return "gap"
    if figures.target.yearly and figures.judgement.indicator:
        return "year"
    return "parts" if _only_parts(figures) else ""


def _no_numeric_target(figures: Figures) -> str:
    target = figures.target
    if target.low is None and target.high is None:
        return ""
    if target.reference == "structure":
        return "layout"
    return "years" if figures.judgement.method == "period" else "term"


def _only_parts(figures: Figures) -> bool:
    """Whether the series has figures, but only of parts of years."""
    judgement, scene = figures.judgement, figures.scene
    area = scene.catalog.goals[figures.target.goal].area
    facts = scene.facts.get(judgement.indicator, {}).get(area, ())
    kinds = {each.period.kind for each in facts if each.shown.is_trusted}
    return bool(kinds) and not kinds & {"year", "span"}
