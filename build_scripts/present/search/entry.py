"""A page as search knows it."""

from dataclasses import dataclass

from build_scripts.present.verdict.mark import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A page in one line; `address` is below the home of the language.

    `fact` is the sentence that answers; `names` are what the page is called besides (in the other language, in
    full), `shorts` the short forms people type for it; `group` is the name of its group or theme, `areas` are ids of
    the areas it has figures of.
    """

    kind: str
    address: str
    title: str
    fact: str
    names: tuple[str, ...] = ()
    shorts: tuple[str, ...] = ()
    group: str = ""
    areas: tuple[str, ...] = ()
    mark: Mark | None = None
