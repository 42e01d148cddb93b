"""The nouns of the portal: frozen values that every other floor speaks in. Nothing here reads or writes."""

from build_scripts.model.area import Area, Boundary, BoundaryChange, Membership, Position, Tile
from build_scripts.model.artifact import Artifact
from build_scripts.model.blank import Blank, BlankColumn, Choice, Described, sheet_name
from build_scripts.model.catalog import Catalog
from build_scripts.model.conversion import Conversion
from build_scripts.model.entry import Synonym, Written, folded
from build_scripts.model.hearing import Hearing
from build_scripts.model.imprint import Imprint
from build_scripts.model.indicator import UNSTATED, Break, Indicator, Term, Theme, Unit
from build_scripts.model.judgement import (
    BaseFrom,
    Basis,
    Check,
    Datum,
    Judgement,
    Method,
    Pace,
    Past,
    Reason,
    Revision,
    Status,
)
from build_scripts.model.made import Card, Made
from build_scripts.model.observation import Fact, Observation
from build_scripts.model.package import (
    Copy,
    Field,
    Kind,
    Large,
    MapFile,
    Package,
    Release,
    Resource,
    Summary,
    Table,
)
from build_scripts.model.period import Period
from build_scripts.model.policy import (
    Commitment,
    Document,
    Gap,
    Goal,
    Group,
    Measure,
    Outcome,
    Statement,
    Target,
    TargetCount,
)
from build_scripts.model.problem import Problem, Severity
from build_scripts.model.source import Source
from build_scripts.model.text import HOMES, LANGUAGES, Language, Text
from build_scripts.model.version import Change, Level, changes_between, following, level_of, version_of

__all__ = [
    "HOMES",
    "LANGUAGES",
    "UNSTATED",
    "Area",
    "Artifact",
    "BaseFrom",
    "Basis",
    "Blank",
    "BlankColumn",
    "Boundary",
    "BoundaryChange",
    "Break",
    "Card",
    "Catalog",
    "Change",
    "Check",
    "Choice",
    "Commitment",
    "Conversion",
    "Copy",
    "Datum",
    "Described",
    "Document",
    "Fact",
    "Field",
    "Gap",
    "Goal",
    "Group",
    "Hearing",
    "Imprint",
    "Indicator",
    "Judgement",
    "Kind",
    "Language",
    "Large",
    "Level",
    "Made",
    "MapFile",
    "Measure",
    "Membership",
    "Method",
    "Observation",
    "Outcome",
    "Pace",
    "Package",
    "Past",
    "Period",
    "Position",
    "Problem",
    "Reason",
    "Release",
    "Resource",
    "Revision",
    "Severity",
    "Source",
    "Statement",
    "Status",
    "Summary",
    "Synonym",
    "Table",
    "Target",
    "TargetCount",
    "Term",
    "Text",
    "Theme",
    "Tile",
    "Unit",
    "Written",
    "changes_between",
    "folded",
    "following",
    "level_of",
    "sheet_name",
    "version_of",
]
