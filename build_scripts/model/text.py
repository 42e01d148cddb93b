"""Words in both languages."""

from dataclasses import dataclass
from typing import Literal, get_args

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True)
class Text:
    """One thing said in Vietnamese and in English; both are required, both may be empty together."""

    vi: str
    en: str

    def __getitem__(self, language: Language) -> str:
        """Return the words in one language."""
        return {"vi": self.vi, "en": self.en}[language]

    def __bool__(self) -> bool:
        """Tell whether anything is said at all."""
        return bool(self.vi or self.en)


HOMES = Text(vi="", en="en/")
"""Where each language lives below the root of the site."""
