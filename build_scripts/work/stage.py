"""What every unit of work may look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from build_scripts.compute.facts import facts_of
from build_scripts.compute.geography.carried import carriages_of
from build_scripts.compute.geography.parts import Archive
from build_scripts.compute.progress import judgements
from build_scripts.model import LANGUAGES, Catalog, Imprint, Language
from build_scripts.present.numbers import Writer
from build_scripts.present.pages.rules import Handbook
from build_scripts.present.say import speak
from build_scripts.present.scene import Scene
from build_scripts.present.standards.media import Offers
from build_scripts.present.terms import Lexicon, lexicon_of


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """The catalog as each language sees it, and what was found when it was checked.

    `verdicts` tell which packages are free of errors; `book` is what the check asks for and can say; `lexicons` are
    the terms that pages explain.
    """

    scenes: tuple[Scene, ...]
    verdicts: tuple[tuple[str, bool], ...] = ()
    book: Handbook = field(default_factory=lambda: Handbook((), (), ()))
    lexicons: Mapping[Language, Lexicon] = field(default_factory=dict)

    @property
    def catalog(self) -> Catalog:
        """What was read."""
        return self.scenes[0].catalog

    @property
    def imprints(self) -> Mapping[Language, Imprint]:
        """The portal's names."""
        return {each.language: each.imprint for each in self.scenes}

    def scene(self, language: Language) -> Scene:
        """Find the catalog as a language sees it."""
        return next(each for each in self.scenes if each.language == language)

    def offering(self, offers: Offers) -> "Stage":
        """The same stage, on which the files of packages are known."""
        return replace(self, scenes=tuple(replace(each, offers=offers) for each in self.scenes))


def stage_of(scenes: tuple[Scene, ...], verdicts: tuple[tuple[str, bool], ...], book: Handbook) -> Stage:
    """Set the scenes, and make the lexicons of their languages."""
    lexicons = {each.language: lexicon_of(each.catalog, each.say) for each in scenes}
    return Stage(scenes, verdicts, book, lexicons)


def scenes_of(catalog: Catalog, imprints: Mapping[Language, Imprint] | None = None) -> tuple[Scene, ...]:
    """Find out everything that pages say, once, and set it before each language."""
    facts = facts_of(catalog)
    carriages = carriages_of(Archive(catalog, facts))
    judged = judgements(catalog, facts)
    names = {} if imprints is None else imprints
    heads = tuple(names.get(each, Imprint()) for each in LANGUAGES)
    return tuple(
        Scene(catalog, facts, Writer(speak(each)), judged, carriages, names.get(each, Imprint()), heads)
        for each in LANGUAGES
    )
