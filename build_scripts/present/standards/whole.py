"""The whole catalog in single files: a database, all observations, and what describes them to other catalogs."""

from collections.abc import Sequence

from build_scripts.model import Artifact, Catalog, Imprint
from build_scripts.model.holding import held
from build_scripts.present.standards.dcat import catalog_files
from build_scripts.present.standards.edition import Edition, editions
from build_scripts.present.standards.everything import whole_catalog


@held(None)
def whole(catalog: Catalog, imprints: tuple[Imprint, ...]) -> tuple[Artifact, ...]:
    """Make the files, their paths below the root of the site."""
    return whole_of(catalog, editions(catalog, imprints))


def whole_of(catalog: Catalog, found: Sequence[Edition]) -> tuple[Artifact, ...]:
    """Make the files of a catalog of which these are the editions."""
    return (*whole_catalog(catalog, found), *catalog_files(found))
