"""Whether promises are being kept: pure functions from targets and figures to judgements, each with its whole sum."""

from build_scripts.compute.progress.aim import Aim, aim_of
from build_scripts.compute.progress.case import Between, Case
from build_scripts.compute.progress.checks import checked, history, judged
from build_scripts.compute.progress.judge import Judgements, judgements
from build_scripts.compute.progress.lead import STATUSES, Lead, lead_of, tally
from build_scripts.compute.progress.opensdg import OpenProgress, open_sdg, open_sdg_indicator
from build_scripts.compute.progress.revisions import ASSUMED, revisions_of

__all__ = [
    "ASSUMED",
    "STATUSES",
    "Aim",
    "Between",
    "Case",
    "Judgements",
    "Lead",
    "OpenProgress",
    "aim_of",
    "checked",
    "history",
    "judged",
    "judgements",
    "lead_of",
    "open_sdg",
    "open_sdg_indicator",
    "revisions_of",
    "tally",
]
