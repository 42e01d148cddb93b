"""Which of a goal's targets speaks for it, and how many goals or targets are where."""

from collections import Counter
from collections.abc import Iterable

from build_scripts.compute.goals import FAR, targets_of
from build_scripts.compute.progress.judge import Judgements
from build_scripts.model import Catalog, Goal, Judgement, Status, Target

STATUSES: tuple[Status, ...] = (
    "achieved", "on-track", "at-risk", "off-track", "moving-away", "not-assessable", "no-longer-applicable",
)  # fmt: skip
"""In the order pages show them."""
Lead = tuple[Target, Judgement]


def lead_of(catalog: Catalog, found: Judgements, goal: Goal) -> Lead | None:
    """Choose the target whose judgement speaks for a goal; `None` when no target of it may be judged.

    First the nearest assessed target still ahead, then the assessed one due in the year of judgement, then what is
    ahead though nothing can be said yet, then the last of the past; documents in force before those that ended, targets
    of a period before those of one year's plan.
    """
    order = {document.id: document.order for document in catalog.documents.values()}

    def place(target: Target) -> tuple[int, int, int, int]:
        year = FAR if target.year is None else target.year
        tier = _tier(found.leading[target.id], target, year, found.now)
        in_force = catalog.documents[target.document].status == "in-force"
        near = year if year >= found.now else FAR - year
        return tier, 0 if in_force else 1, near, order[target.document]

    judged = [each for each in targets_of(catalog, goal) if each.id in found.leading]
    best = min(judged, key=place, default=None)
    return None if best is None else (best, found.leading[best.id])


def _tier(judgement: Judgement, target: Target, year: int, now: int) -> int:
    if judgement.status == "no-longer-applicable":
        return 4
    if target.yearly:
        return 2 if judgement.assessed and year >= now else 5 if judgement.assessed else 6
    if judgement.assessed:
        return 0 if year > now else 1 if year == now else 3
    return 2 if year > now else 5


def tally(judgements: Iterable[Judgement]) -> dict[Status, int]:
    """Count by status, in the order pages show them; what does not occur is left out."""
    counted = Counter(each.status for each in judgements)
    return {status: counted[status] for status in STATUSES if counted[status]}
