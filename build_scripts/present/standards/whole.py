"""The whole catalog in single files: a database, all observations, and what describes them to other catalogs."""

from functools import cache

from build_scripts.model import Artifact, Catalog, Imprint
from build_scripts.present.standards.dcat import catalog_files
from build_scripts.present.standards.edition import editions
from build_scripts.present.standards.everything import whole_catalog


@cache
def whole(catalog: Catalog, imprints: tuple[Imprint, ...]) -> tuple[Artifact, ...]:
    """Make the files, their paths below the root of the site."""
    found = editions(catalog, imprints)
    return (*whole_catalog(catalog, found), *catalog_files(found))
