"""All pieces, what they are, and where to begin."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from build_scripts.compute.progress import Judgements
from build_scripts.model import Artifact, Catalog, Imprint, Text
from build_scripts.present.service import shape as s
from build_scripts.present.service.areas import areas
from build_scripts.present.service.observations import observations
from build_scripts.present.service.openapi import VERSION, openapi
from build_scripts.present.service.packages import packages
from build_scripts.present.service.piece import PLACE, Pieces, written
from build_scripts.present.service.promises import documents, statuses, sums, targets
from build_scripts.present.service.series import compared
from build_scripts.present.standards.edition import Edition, both, editions
from build_scripts.present.standards.media import Offers

_INDEX = s.record(version=s.STRING, description=s.STRING, pieces=s.mapped(s.STRING))


def service_files(
    catalog: Catalog,
    judgements: Judgements,
    imprints: tuple[Imprint, ...] = (),
    offers: Offers = MappingProxyType({}),
) -> Iterator[Artifact]:
    """Yield every piece below `api/v1/` of which the catalog has something, but those of single indicators and goals."""
    found = _pieces(catalog, judgements, editions(catalog, imprints, offers))
    for each in found:
        yield from each.artifacts()
    named = tuple(each.name for each in imprints)
    name = Text(*named) if any(named) else both("standards.portal")
    root = imprints[0].address if imprints else ""
    beside = [*compared(catalog), *([sums(catalog)] if catalog.goals else [])]
    yield Artifact(f"{PLACE}openapi.json", written(openapi([*found, *beside], name, root)))


def _pieces(catalog: Catalog, judgements: Judgements, published: Sequence[Edition]) -> Sequence[Pieces]:
    found = [*packages(published)]
    if catalog.indicators:
        found.append(observations(catalog))
    if catalog.goals:
        found += (*targets(catalog, judgements), *statuses(catalog, judgements))
    if catalog.documents:
        found += documents(catalog)
    if catalog.areas:
        found += areas(catalog)
    index = {
        "version": VERSION,
        "description": "openapi.json",
        "pieces": {each.name: each.path for each in found},
    }
    told = "Where to begin: the pieces there are, each relative to this one."
    return [Pieces("index", "index.json", told, _INDEX, {"": index}), *found]
