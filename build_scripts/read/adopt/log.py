"""What the person who adopts a package is told: notices of every change, problems that refuse."""

from dataclasses import dataclass, field

from build_scripts.model import Problem, Text
from build_scripts.read.adopt.notices import NOTICES, REFUSALS
from build_scripts.read.problems import Spot, problem

Notice = tuple[str, Text]
_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Log:
    """Collects, in order; `folder` is how the package's folder is written in the place of a problem."""

    folder: str
    notices: list[Notice] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def descriptor(self) -> str:
        """The place of the descriptor."""
        return self.place("datapackage.json")

    def place(self, path: str) -> str:
        """How a file of the package is written."""
        return f"{self.folder}/{path}"

    def note(self, code: str, **details: str) -> None:
        """Tell what was dropped, repaired or renamed."""
        said = {key: _short(value) for key, value in details.items()}
        wording = NOTICES[code]
        self.notices.append((code, Text(wording.vi.format(**said), wording.en.format(**said))))

    def refuse(self, code: str, spot: Spot, **details: str) -> None:
        """Tell why the package cannot be taken."""
        wording = REFUSALS.get(code)
        if wording is None:
            self.problems.append(problem(code, spot, **details))
            return
        said = {"value": _short("" if spot.value is None else spot.value)}
        said |= {key: _short(value) for key, value in details.items()}
        message = Text(wording.message.vi.format(**said), wording.message.en.format(**said))
        remedy = Text(wording.remedy.vi.format(**said), wording.remedy.en.format(**said))
        self.problems.append(Problem(spot.file, spot.line, spot.field, code, spot.value, message, remedy))


def _short(text: str) -> str:
    """One line of bounded length, with signs that could steer a terminal written out."""
    seen = "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text[: _SHOWN + 1])
    return seen if len(text) <= _SHOWN else seen[:_SHOWN] + "…"
