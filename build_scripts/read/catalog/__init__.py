"""Checked tables turned into the nouns of the portal."""

from build_scripts.model import Catalog, Package
from build_scripts.read.catalog.geography import areas, changes, memberships, tiles
from build_scripts.read.catalog.observations import observations
from build_scripts.read.catalog.policy import commitments, counts, documents, gaps, groups, statements
from build_scripts.read.catalog.promises import conversions, goals, measures, outcomes, targets
from build_scripts.read.catalog.theme import breaks, indicators
from build_scripts.read.catalog.vocabulary import sources, synonyms, terms, themes, units
from build_scripts.read.sheets import View


def catalog(packages: tuple[Package, ...], view: View) -> Catalog:
    """Everything in one value; `view` holds the tables of those `packages` that follow a profile."""
    return Catalog(
        packages=packages,
        units=units(view),
        themes=themes(view),
        terms=terms(view),
        areas=areas(view),
        changes=changes(view),
        memberships=memberships(view),
        tiles=tiles(view),
        sources=sources(view),
        indicators=indicators(view),
        breaks=breaks(view),
        observations=observations(view),
        groups=groups(view),
        documents=documents(view),
        goals=goals(view),
        targets=targets(view),
        outcomes=outcomes(view),
        gaps=gaps(view),
        counts=counts(view),
        statements=statements(view),
        commitments=commitments(view),
        measures=measures(view),
        conversions=conversions(view),
        boundaries=tuple(line for package in packages for drawn in package.maps for line in drawn.boundaries),
        synonyms=synonyms(view),
    )


__all__ = ["catalog"]
