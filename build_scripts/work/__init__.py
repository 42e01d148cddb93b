"""The site in units of work: what each makes is the same whoever does it, where and in what order."""

from build_scripts.work.hands import Call, Hands, hands, processes
from build_scripts.work.make import card, finished, listed
from build_scripts.work.memory import remembering
from build_scripts.work.stage import Stage, scenes_of, stage_of
from build_scripts.work.units import Unit, drafts_of, file_units, page_units
from build_scripts.work.watch import watched

__all__ = [
    "Call",
    "Hands",
    "Stage",
    "Unit",
    "card",
    "drafts_of",
    "file_units",
    "finished",
    "hands",
    "listed",
    "page_units",
    "processes",
    "remembering",
    "scenes_of",
    "stage_of",
    "watched",
]
