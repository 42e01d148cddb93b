"""Boundary files of the geography package: GeoJSON (RFC 7946) whose features each outline one known area."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Final

from build_scripts.model import Boundary, Position, Problem
from build_scripts.read.problems import Spot, nearest, problem
from build_scripts.read.strict_json import parsed

SUFFIX: Final = ".geojson"
MOST_BYTES: Final = 5_000_000
MOST_POSITIONS: Final = 100_000
"""A map on a page is a few hundred points an area; a survey's own file must be simplified first."""
_FEWEST: Final = 4
_EAST, _NORTH = 180.0, 90.0


@dataclass(frozen=True, slots=True)
class Outlines:
    """What a boundary file holds; with any problem there are no boundaries."""

    boundaries: tuple[Boundary, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of the areas there are, and of those that another file has drawn already."""

    areas: frozenset[str]
    drawn: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Place:
    """A value in the file and how its place is written for the owner (`features[0].geometry`)."""

    file: str
    path: str
    value: Any

    def inner(self, key: str | int) -> "_Place":
        """A member or an item, `None` in it when there is none."""
        if isinstance(key, int):
            return _Place(self.file, f"{self.path}[{key}]", self.value[key])
        path = f"{self.path}.{key}" if self.path else key
        return _Place(self.file, path, self.value.get(key) if isinstance(self.value, dict) else None)

    def items(self) -> "list[_Place]":
        """The items of a list; none of anything else."""
        return [self.inner(index) for index in range(len(self.value))] if isinstance(self.value, list) else []

    def problem(self, code: str, value: str | None = None, near: str | None = None) -> Problem:
        """A problem right here."""
        return problem(code, Spot(self.file, None, self.path if self.path else None, value), near=near)


def outlines(data: bytes, file: str, known: Known) -> Outlines:
    """Read a boundary file; every feature has the property `area`, a known one, and no area comes twice."""
    if len(data) > MOST_BYTES:
        return Outlines((), (problem("map-too-large", Spot(file, None, None, str(len(data)))),))
    json = parsed(data, file)
    if json.value is None:
        return Outlines((), json.problems)
    top = _Place(file, "", json.value)
    listed = top.inner("features")
    if json.value.get("type") != "FeatureCollection" or not isinstance(listed.value, list):
        return Outlines((), (*json.problems, top.inner("type").problem("map-not-geojson")))
    found = (*json.problems, *_problems(listed, known))
    if any(each.severity == "error" for each in found):
        return Outlines((), found)
    boundaries = tuple(
        Boundary(each["properties"]["area"], tuple(_ring(ring) for ring in _rings(each["geometry"])))
        for each in listed.value
    )
    return Outlines(boundaries, found)


def _rings(geometry: dict[str, Any]) -> Iterator[list[Any]]:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    for polygon in polygons:
        yield from polygon


def _ring(positions: list[Any]) -> tuple[Position, ...]:
    return tuple((float(each[0]), float(each[1])) for each in positions)


def _problems(listed: _Place, known: Known) -> Iterator[Problem]:
    seen = set(known.drawn)
    count = 0
    for feature in listed.items():
        if not isinstance(feature.value, dict) or feature.value.get("type") != "Feature":
            yield feature.problem("map-not-geojson")
            continue
        yield from _area_problems(feature.inner("properties").inner("area"), known.areas, seen)
        geometry = feature.inner("geometry")
        yield from _geometry_problems(geometry)
        count += _positions(geometry.inner("coordinates").value)
    if count > MOST_POSITIONS:
        yield listed.problem("map-too-large", str(count))


def _area_problems(area: _Place, areas: Collection[str], seen: set[str]) -> Iterator[Problem]:
    name = area.value if isinstance(area.value, str) else ""
    if name not in areas:
        yield area.problem("map-area-unknown", name, near=nearest(name, areas))
    elif name in seen:
        yield area.problem("map-area-twice", name)
    seen.add(name)


def _geometry_problems(geometry: _Place) -> Iterator[Problem]:
    kind, coordinates = geometry.inner("type").value, geometry.inner("coordinates")
    if kind not in {"Polygon", "MultiPolygon"} or not coordinates.items():
        yield geometry.problem("map-geometry", kind if isinstance(kind, str) else "")
        return
    polygons = [coordinates] if kind == "Polygon" else coordinates.items()
    for polygon in polygons:
        if not polygon.items():
            yield polygon.problem("map-ring", "0")
        for ring in polygon.items():
            yield from _ring_problems(ring)


def _ring_problems(ring: _Place) -> Iterator[Problem]:
    """Report the first wrong position of a ring, else whether the ring is one."""
    positions = ring.items()
    wrong = next((each for each in positions if not _is_position(each.value)), None)
    if wrong is not None:
        yield wrong.problem("map-position", str(wrong.value))
    elif len(positions) < _FEWEST or positions[0].value[:2] != positions[-1].value[:2]:
        yield ring.problem("map-ring", str(len(positions)))


def _is_position(value: Any) -> bool:
    """Whether a value is a longitude and a latitude in degrees; a height behind them is let through."""
    if not isinstance(value, list) or len(value) not in {2, 3}:
        return False
    if any(isinstance(each, bool) or not isinstance(each, int | float) for each in value):
        return False
    return bool(abs(value[0]) <= _EAST and abs(value[1]) <= _NORTH)


def _positions(value: Any) -> int:
    """Count positions, however deep they lie."""
    if not isinstance(value, list):
        return 0
    if value and not isinstance(value[0], list):
        return 1
    return sum(_positions(each) for each in value)
