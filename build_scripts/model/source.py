"""Where a figure comes from."""

from dataclasses import dataclass

from build_scripts.model.text import Text


@dataclass(frozen=True, slots=True)
class Source:
    """A published thing that states figures.

    `date` is an ISO date, month or year when known, else "" and `date_note` says what is known in words;
    `url` is "" when there is none; `locator` names a file, table or page inside it; `kind` is one of
    official, government-site, press, dataset, derived, legal; `trust` is high, medium or low;
    `licence` is as stated, or "not stated".
    """

    id: str
    title: str
    publisher: str
    url: str
    locator: str
    date: str
    date_note: Text
    licence: str
    kind: str
    trust: str
    note: Text
