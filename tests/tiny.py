"""A portal small enough to know by heart: a country, two regions, five provinces, two indicators, two documents."""

from datetime import date

import pandas as pd

from build_scripts.compute.facts import facts_of
from build_scripts.compute.geography.carried import carriages_of
from build_scripts.compute.geography.parts import Archive
from build_scripts.compute.progress import judgements
from build_scripts.model import (
    Area,
    BoundaryChange,
    Catalog,
    Commitment,
    Document,
    Gap,
    Goal,
    Group,
    Indicator,
    Measure,
    Membership,
    Package,
    Period,
    Source,
    Statement,
    Target,
    TargetCount,
    Text,
    Theme,
    Unit,
)
from build_scripts.model import columns as c
from build_scripts.present.numbers import Writer
from build_scripts.present.say import speak
from build_scripts.present.scene import Scene

NOTHING = Text("", "")
LAST, FIRST = date(2025, 6, 30), date(2025, 7, 1)


def both(text):
    return Text(text, text)


def area(name, kind, start=None, end=None):
    return Area(name, "", kind, both(name.title()), both(name.title()), start, end, NOTHING, "yearbook")


AREAS = (
    area("land", "country"),
    area("delta-old", "region", None, LAST),
    area("delta-new", "region", FIRST),
    area("east", "province"),
    area("west", "province", None, LAST),
    area("south", "province", None, LAST),
    area("hill", "province", None, LAST),
    area("big", "province", FIRST),
)
MEMBERSHIPS = tuple(
    Membership(region, name, NOTHING, "yearbook")
    for region, names in {"delta-old": ("east", "west", "south"), "delta-new": ("east", "big")}.items()
    for name in names
)
CHANGES = tuple(
    BoundaryChange(f"{name}-big", FIRST, name, "big", 1, "7/2025", NOTHING, "yearbook")
    for name in ("west", "hill")
)


def indicator(name, direction="up", **more):
    plain = {"compositions": (), "numerator": "", "denominator": "", "decimals": 1, "chartable": True}
    return Indicator(
        id=name, package="water", name=both(name.title()), unit="percent", definition=both("What it is."),
        direction=direction, additivity="ratio", note=NOTHING, topic=both("Topic"), **(plain | more),
    )  # fmt: skip


def value(name, place, period, figure, **more):
    """Write one row of the frame; `figure` is a number, or a mark."""
    span = Period.parse(period)
    marked = isinstance(figure, str)
    row = {
        c.INDICATOR: name, c.AREA: place, c.PERIOD: period, c.START: pd.Timestamp(span.start),
        c.END: pd.Timestamp(span.end), c.KIND: span.kind, c.YEAR: span.year, c.OPERATOR: "=",
        c.VALUE: float("nan") if marked else float(figure), c.LOW: float("nan"), c.HIGH: float("nan"),
        c.TEXT: "" if marked else str(figure), c.MARK: figure if marked else "", c.STATUS: "final",
        c.VINTAGE: 1, c.IN_FORCE: True, c.BOUNDARY: "own", c.SOURCE: "yearbook", c.CONFIDENCE: "high",
        c.NOTE_VI: "", c.NOTE_EN: "", c.QUOTE: "", c.PACKAGE: "water", c.FILE: "water.csv", c.LINE: 2,
    }  # fmt: skip
    return row | more


def frame(*rows):
    made = pd.DataFrame(list(rows), columns=list(c.OBSERVATION_COLUMNS))
    return made.sort_values([c.INDICATOR, c.AREA, c.START, c.END, c.VINTAGE], ignore_index=True)


VALUES = (
    *(value("tap", "east", str(year), 50 + year - 2020) for year in range(2020, 2025)),
    value("tap", "west", "2024", 60), value("tap", "south", "2024", 54), value("tap", "hill", "2024", 99),
    value("tap", "delta-old", "2024", 56), value("tap", "land", "2024", 58.5, status="preliminary"),
    value("leak", "east", "2016", 7, confidence="low"), value("leak", "west", "2016", "no-figure"),
)  # fmt: skip


def document(name, number="", **more):
    plain = {
        "date": "",
        "kind": "programme",
        "status": "in-force",
        "replaces": "",
        "issuer": both("The council"),
    }
    plain |= {
        "title": both(f"{name} in full"), "short": both(name), "area": "east", "start_year": None, "end_year": 2030,
        "summary": both("What it is for."), "note": NOTHING, "order": 1,
    }  # fmt: skip
    return Document(id=name, number=number, **(plain | more))


def target(name, **more):
    plain = {
        "goal": "tap-goal", "document": "promise", "operator": ">=", "low": 70.0, "high": None, "year": 2030,
        "due": NOTHING, "ended": None, "act": "", "confidence": "high", "yearly": False, "draft": False,
    }  # fmt: skip
    plain |= {
        "name": both("Tap water"), "unit": "percent", "reference": "end-year", "start_year": None, "baseline": None,
        "baseline_year": None, "baseline_note": NOTHING, "source": "yearbook", "quote": "seventy", "note": NOTHING,
    }  # fmt: skip
    return Target(id=name, **(plain | more))


def tiny(**more):
    """Make the catalog; any of its parts can be given instead."""
    parts = {
        "packages": (),
        "units": {"percent": Unit("percent", both("%"), both("per cent"), "share", "percent", join=True, lower=0, upper=100)},
        "themes": {"water": Theme("water", both("Water"), 1)},
        "terms": {},
        "areas": {each.id: each for each in AREAS},
        "changes": CHANGES,
        "memberships": MEMBERSHIPS,
        "tiles": (),
        "sources": {
            "yearbook": Source(
                "yearbook", "Yearbook", "The office", "https://example.org/", "", "2025", NOTHING, "CC0-1.0",
                "official", "high", NOTHING,
            )
        },
        "indicators": {each.id: each for each in (indicator("tap"), indicator("leak", "down"))},
        "breaks": (),
        "observations": frame(*VALUES),
        "groups": {"services": Group("services", both("Services"), 1)},
        "documents": {"promise": document("promise"), "act": document("act", "7/2025", date="2025-06-12")},
        "goals": {
            "tap-goal": Goal("tap-goal", both("Tap water"), "east", "services", "percent", "up", NOTHING),
            "bus-goal": Goal("bus-goal", both("Buses"), "east", "services", "percent", "up", NOTHING),
        },
        "targets": (target("tap-2030"), target("bus-2030", goal="bus-goal", ended=FIRST, act="7/2025")),
        "outcomes": (),
        "gaps": (
            Gap("gap-1", "promise", "services", 1, both("Services 1"), 2030, "yearbook", both("Send it.")),
            Gap("gap-2", "promise", "services", 2, both("Services 2"), 2030, "yearbook", both("Send it.")),
        ),
        "counts": (TargetCount("n", "promise", "", both("In all"), 3, "yearbook", "three", "high"),),
        "statements": (
            Statement("aim", "promise", "objective", 2030, both("Good water."), "yearbook", "high"),
        ),
        "commitments": (
            Commitment("pipes", "promise", "services", 1, both("Pipes"), both("Lay pipes."), "unknown", "yearbook"),
        ),
        "measures": (Measure("tap-goal", "tap", "same", both("The same thing.")),),
    }  # fmt: skip
    return Catalog(**(parts | more))


def package(name):
    return Package(
        name=name, folder=f"datapackages/{name}", profile="theme", title=both(name.title()), description=NOTHING,
        version="", created="", licences=(), sources=(), contributors=(), keywords=(), languages=("vi", "en"),
        resources=(), descriptor={},
    )  # fmt: skip


def empty():
    """Make a catalog that holds nothing."""
    nothing = {name: {} for name in ("units", "themes", "terms", "areas", "sources", "indicators", "groups")}
    nothing |= {name: {} for name in ("documents", "goals")}
    lists = ("targets", "gaps", "counts", "statements", "commitments", "measures", "changes", "memberships")
    return tiny(**nothing, **dict.fromkeys(lists, ()), observations=frame())


def scene(catalog, language="en"):
    facts = facts_of(catalog)
    carriages = carriages_of(Archive(catalog, facts))
    return Scene(catalog, facts, Writer(speak(language)), judgements(catalog, facts), carriages)
