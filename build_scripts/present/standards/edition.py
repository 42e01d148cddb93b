"""A package as it is published: what every standard says of it, found once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from build_scripts.compute.cells import Column, columns_of
from build_scripts.model import HOMES, LANGUAGES, Area, Catalog, Imprint, Indicator, Language, Package, Text
from build_scripts.model import columns as c
from build_scripts.model.holding import held
from build_scripts.present.pages.dataset.wording import address, clean, plain
from build_scripts.present.say import speak
from build_scripts.present.standards.media import Offer, Offers


@dataclass(frozen=True, slots=True)
class Credit:
    """A licence, a maker or a source as its owner names it; `href` is "" when there is no address on the web.

    `roles` are those of Data Package, `name` is the short name of a licence.
    """

    title: Text
    href: str
    name: str = ""
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Edition:
    """A package of a catalog, and how the portal that publishes it is called in each language (in their order).

    `offers` say what its files are where they were made before; else who asks makes them.
    """

    package: Package
    catalog: Catalog
    imprints: tuple[Imprint, ...]
    offers: tuple[Offer, ...] = ()

    @property
    def root(self) -> str:
        """The address of the site's root, "" when nobody has said where the site will stand."""
        return self.imprints[0].address

    @property
    def portal(self) -> Text:
        """The name of the portal."""
        return Text(*(each.name for each in self.imprints))

    def page(self, language: Language) -> str:
        """Where the dataset's page lies, below the root."""
        return f"{HOMES[language]}datasets/{self.package.name}/"

    @property
    def folder(self) -> str:
        """Where the files lie, below the root."""
        return f"data/{self.package.name}/"

    @cached_property
    def title(self) -> Text:
        """The title, or the name when the title is blank."""
        title = cleaned(self.package.title)
        return Text(*(words if words.strip() else self.package.name for words in (title.vi, title.en)))

    @cached_property
    def description(self) -> Text:
        """The description on one line without marks."""
        return Text(plain(self.package.description.vi), plain(self.package.description.en))

    @property
    def version(self) -> str:
        """The version, "" when the owner states none."""
        return clean(self.package.version)

    @cached_property
    def day(self) -> date | None:
        """The day the package was made."""
        text = self.package.created.partition("T")[0]
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            return None

    @cached_property
    def licences(self) -> tuple[Credit, ...]:
        """The licences."""
        return tuple(_credits(self.package.descriptor.get("licenses", []), ("title", "name", "path")))

    @cached_property
    def makers(self) -> tuple[Credit, ...]:
        """Who made it: the contributors, else the portal by its name."""
        found = tuple(_credits(self.package.descriptor.get("contributors", []), ("title", "name", "path")))
        portal = (Credit(self.portal, self.root),) if self.portal else ()
        return found if found else portal

    @cached_property
    def sources(self) -> tuple[Credit, ...]:
        """What it was made from."""
        return tuple(_credits(self.package.descriptor.get("sources", []), ("title", "name", "path")))

    @property
    def columns(self) -> tuple[tuple[Column, ...], ...]:
        """The columns of each table as values."""
        return tuple(columns_of(self.package, number) for number in range(len(self.package.resources)))

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators that live in the package."""
        return tuple(each for each in self.catalog.indicators.values() if each.package == self.package.name)

    @cached_property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day that figures of the package are about."""
        frame = self.catalog.observations
        own = frame[frame[c.PACKAGE] == self.package.name]
        return None if own.empty else (own[c.START].min().date(), own[c.END].max().date())

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """The areas that figures of the package are about, in the order of the catalog."""
        frame = self.catalog.observations
        own = set(frame.loc[frame[c.PACKAGE] == self.package.name, c.AREA])
        return tuple(area for name, area in self.catalog.areas.items() if name in own)

    def tagged(self, text: Text) -> tuple[tuple[str, str], ...]:
        """The words of a text of the owner with their language, "" where nobody knows it; once where both are alike."""
        if text.vi != text.en:
            return tuple((each, text[each]) for each in LANGUAGES if text[each])
        known = self.package.languages[0] if len(self.package.languages) == 1 else ""
        return ((known, text.vi),) if text.vi else ()

    def unit_of(self, indicator: Indicator) -> Text:
        """The symbol of the unit of an indicator, else its name."""
        unit = self.catalog.units[indicator.unit]
        return unit.symbol if unit.symbol else unit.name


def both(key: str, **values: str) -> Text:
    """Say a word of the portal in both languages."""
    return Text(*(speak(each)(key, **values) for each in LANGUAGES))


@held(None)
def edition(
    catalog: Catalog, package: Package, imprints: tuple[Imprint, ...], offers: tuple[Offer, ...] = ()
) -> Edition:
    """Make the edition of a package; the same for the same four."""
    names = imprints if imprints else tuple(Imprint() for _ in LANGUAGES)
    return Edition(package, catalog, names, offers)


def editions(
    catalog: Catalog, imprints: tuple[Imprint, ...] = (), offers: Offers = MappingProxyType({})
) -> tuple[Edition, ...]:
    """Make the editions of all packages."""
    return tuple(edition(catalog, each, imprints, offers.get(each.name, ())) for each in catalog.packages)


def cleaned(text: Text) -> Text:
    """Both languages on one line, without signs that cannot be printed."""
    return Text(*(" ".join(clean(words).split()) for words in (text.vi, text.en)))


def _credits(listed: Iterable[Mapping[str, Any]], order: tuple[str, ...]) -> Iterable[Credit]:
    for each in listed:
        plainly = next((each[key] for key in order if each.get(key)), "")
        title = cleaned(Text(each.get("title@vi", plainly), each.get("title@en", plainly)))
        if title:
            href = address(each.get("path", ""))
            yield Credit(title, href, clean(each.get("name", "")), tuple(each.get("roles", ())))
