"""What `portal sources` prints: series that stand still and sources that cannot be reached, for a keeper to follow up."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from build_scripts.compute.upkeep import Overdue
from build_scripts.model import Source
from build_scripts.present.oneline import plain
from build_scripts.present.report import inert
from build_scripts.present.say import Say

Form = Literal["text", "markdown"]
FORMS: tuple[Form, ...] = get_args(Form)


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What is to be followed up; `lost` is `None` when no address was tried."""

    overdue: Sequence[Overdue]
    lost: Sequence[Source] | None

    def __bool__(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.overdue or self.lost)


def dead_links(tried: Mapping[str, Any]) -> frozenset[str] | None:
    """The addresses that lychee could not reach, of its JSON report; `None` when it is no such report."""
    maps = [tried.get("error_map"), tried.get("timeout_map", {})]
    try:
        return frozenset(each["url"] for found in maps for entries in found.values() for each in entries)
    except (AttributeError, KeyError, TypeError):
        return None


def upkeep(found: Upkeep, form: Form, say: Say) -> str:
    """Print the two lists in one language."""
    shown = inert if form == "markdown" else plain
    bullet, heading = ("- ", "## ") if form == "markdown" else ("  ", "")
    blocks = [
        (
            say.count("upkeep.overdue", len(found.overdue), n=str(len(found.overdue))),
            _overdue(found.overdue, say),
        )
    ]
    if found.lost is not None:
        blocks.append(
            (say.count("upkeep.lost", len(found.lost), n=str(len(found.lost))), _lost(found.lost, say))
        )
    return "\n".join(_block(heading + head, bullet, lines, shown) for head, lines in blocks)


def _block(head: str, bullet: str, lines: Iterator[str], shown: Callable[[str], str]) -> str:
    return "".join(f"{line}\n" for line in (head, "", *(bullet + shown(each) for each in lines)))


def _overdue(found: Sequence[Overdue], say: Say) -> Iterator[str]:
    for each in found:
        source = say["conformance.unknown"] if each.source is None else each.source.title
        yield say(
            "upkeep.last",
            package=each.indicator.package,
            indicator=each.indicator.name[say.language],
            year=str(each.last),
            source=source,
        )


def _lost(found: Sequence[Source], say: Say) -> Iterator[str]:
    for each in found:
        yield say("upkeep.unreached", id=each.id, title=each.title, url=each.url)
