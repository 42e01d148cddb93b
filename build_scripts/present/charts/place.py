"""Where labels go, so that none covers another: arithmetic in pixels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def area(self) -> float:
        """Its surface."""
        return (self.right - self.left) * (self.bottom - self.top)

    def shared(self, other: "Box") -> float:
        """Measure the surface that two boxes share."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, across) * max(0.0, down)


def spread(wanted: Sequence[float], heights: Sequence[float], length: float) -> list[float]:
    """Move the middles of stacked labels as little as needed so that none overlap; order is kept, ties too.

    Labels stay between 0 and `length` as long as they fit at all.
    """
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index], index))
    blocks: list[tuple[float, list[int]]] = []
    for index in order:
        blocks.append((wanted[index], [index]))
        while len(blocks) > 1 and _foot(blocks[-2], heights) > _head(blocks[-1], heights):
            _, last = blocks.pop()
            _, before = blocks.pop()
            blocks.append(_pooled([*before, *last], wanted, heights))
    return _kept([one for _, block in blocks for one in block], blocks, heights, length)


def settle(candidates: Iterable[Box], taken: Sequence[Box], room: Box) -> Box:
    """Choose the candidate that covers least; earlier ones are preferred, and staying in the room comes first."""
    tried = list(candidates)
    near = _near(tried, taken)
    costs = (
        (
            sum(each.shared(other) for other in near) + 9 * (each.area - each.shared(room)) + 2 * index,
            index,
            each,
        )
        for index, each in enumerate(tried)
    )
    return min(costs, key=lambda cost: cost[:2])[2]


def _near(tried: Sequence[Box], taken: Sequence[Box]) -> list[Box]:
    """Keep the boxes that can share a surface with any of those tried."""
    left, top = min(each.left for each in tried), min(each.top for each in tried)
    right, bottom = max(each.right for each in tried), max(each.bottom for each in tried)
    return [
        each
        for each in taken
        if each.left < right and each.right > left and each.top < bottom and each.bottom > top
    ]


def _head(block: tuple[float, list[int]], heights: Sequence[float]) -> float:
    return block[0] - sum(heights[one] for one in block[1]) / 2


def _foot(block: tuple[float, list[int]], heights: Sequence[float]) -> float:
    return block[0] + sum(heights[one] for one in block[1]) / 2


def _pooled(members: list[int], wanted: Sequence[float], heights: Sequence[float]) -> tuple[float, list[int]]:
    """Set labels edge to edge around the place that is nearest to what all of them want."""
    half = sum(heights[one] for one in members) / 2
    above, wishes = 0.0, []
    for one in members:
        wishes.append(wanted[one] - (above + heights[one] / 2) + half)
        above += heights[one]
    return sum(wishes) / len(wishes), members


def _kept(
    order: list[int], blocks: list[tuple[float, list[int]]], heights: Sequence[float], length: float
) -> list[float]:
    """Unpack the blocks and push what stands out back between the edges."""
    tops = {}
    for block in blocks:
        top = _head(block, heights)
        for one in block[1]:
            tops[one] = top
            top += heights[one]
    edge = length
    for one in reversed(order):
        tops[one] = min(tops[one], edge - heights[one])
        edge = tops[one]
    edge = 0.0
    for one in order:
        tops[one] = max(tops[one], edge)
        edge = tops[one] + heights[one]
    return [tops[index] + heights[index] / 2 for index in range(len(heights))]
