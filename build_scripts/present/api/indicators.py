"""The list of indicators as JSON."""

from itertools import chain

from build_scripts.compute.facts import Facts
from build_scripts.compute.geography.parts import Archive
from build_scripts.compute.geography.views import Carriages, Series
from build_scripts.compute.heads import Share, population_of, share_of
from build_scripts.model import Artifact, Catalog, Indicator
from build_scripts.present.api.piece import Record, piece, texts, unit_record
from build_scripts.present.api.series import figures_of


def indicator_list(catalog: Catalog, facts: Facts, carriages: Carriages) -> Artifact:
    """Write `api/v1/indicators.json`: what is measured, where and when.

    `{"population", "themes", "indicators"}`. `population` is `{"indicator", "persons"}`, the indicator that the data
    declare to be the population and how many people its unit is, or `null`. `themes` are `{"id", "name"}`. An
    indicator is `{"id", "theme", "topic", "name", "unit", "decimals", "additivity", "direction", "chartable",
    "areas", "years", "per_head"}`:

    - `unit` is `{"id", "symbol", "name", "kind", "join", "lower", "upper"}`; `join` tells that no space stands between
      figure and symbol; `lower` and `upper` are natural limits or `null`
    - `decimals` is how many places readers see; `chartable` is false where the figures must not be joined by a line
    - `additivity` is additive, ratio, index, rank or none; `direction` is up, down or none
    - `areas` lists the ids of the areas with a figure; `years` is the first and the last calendar year in which a
      period with a figure ends, `null` where there is no figure
    - `per_head` is `{"unit", "factor", "people", "decimals"}` or `null`: the figure times `factor`, divided by the
      number of people (population times `persons`) of the same area and period, times `people`, is in `unit` for each
      `people` inhabitants
    """
    population = population_of(catalog)
    archive = Archive(catalog, facts)
    return piece(
        "indicators.json",
        {
            "population": None
            if population is None
            else {"indicator": population.id, "persons": population.persons},
            "themes": [
                {"id": theme.id, "name": texts(theme.name)}
                for theme in catalog.themes.values()
                if any(each.package == theme.id for each in catalog.indicators.values())
            ],
            "indicators": [
                _indicator(
                    catalog, each, figures_of(archive, carriages, each.id), share_of(catalog, facts, each)
                )
                for each in catalog.indicators.values()
            ],
        },
    )


def _indicator(catalog: Catalog, indicator: Indicator, found: Series, share: Share | None) -> Record:
    return {
        "id": indicator.id,
        "theme": indicator.package,
        "topic": texts(indicator.topic),
        "name": texts(indicator.name),
        "unit": unit_record(catalog, indicator.unit),
        "decimals": indicator.decimals,
        "additivity": indicator.additivity,
        "direction": indicator.direction,
        "chartable": indicator.chartable,
        "areas": list(found),
        "years": _years(found),
        "per_head": None
        if share is None
        else {
            "unit": unit_record(catalog, share.unit),
            "factor": share.factor,
            "people": share.people,
            "decimals": share.decimals,
        },
    }


def _years(found: Series) -> list[int] | None:
    years = [fact.period.year for fact in chain.from_iterable(found.values()) if fact.shown.has_figure]
    return [min(years), max(years)] if years else None
