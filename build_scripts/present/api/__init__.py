"""The portal's figures as static JSON below `api/v1/`, in small pieces: what there is, then each series by itself.

Every piece is one object, UTF-8, the same bytes for the same data. Texts are objects with one entry a language, `vi`
and `en`; a key that is there in one object is there in all of its kind, `null` where nothing is known; lists keep the
order of the site. Ids are stable: an id once published keeps its meaning.
"""

from collections.abc import Iterator

from build_scripts.compute.facts import Facts
from build_scripts.compute.geography.views import Carriages
from build_scripts.model import Artifact, Catalog
from build_scripts.present.api.areas import area_list
from build_scripts.present.api.indicators import indicator_list
from build_scripts.present.api.series import series_file, series_files

__all__ = ["api_files", "area_list", "indicator_list", "list_files", "series_file", "series_files"]


def api_files(catalog: Catalog, facts: Facts, carriages: Carriages) -> Iterator[Artifact]:
    """Yield every piece: the areas, the indicators, and each series; none where there are no indicators."""
    yield from list_files(catalog, facts, carriages)
    yield from series_files(catalog, facts, carriages)


def list_files(catalog: Catalog, facts: Facts, carriages: Carriages) -> Iterator[Artifact]:
    """Yield the lists of areas and of indicators; none where there are no indicators."""
    if catalog.indicators:
        yield area_list(catalog)
        yield indicator_list(catalog, facts, carriages)
