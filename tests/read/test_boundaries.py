import json

import pytest
from frictionless import Package as Checked

from build_scripts.model import Boundary
from build_scripts.present.standards.edition import editions
from build_scripts.present.standards.shelf import files_of
from build_scripts.read import load
from build_scripts.read.boundaries import Known, outlines
from tests.portals import portal
from tests.read.bad_portals import replace

SQUARE = [[105, 20], [106, 20], [106, 21.5], [105, 20]]
KNOWN = Known(frozenset({"ha-noi", "vn"}))


def feature(area="ha-noi", kind="Polygon", coordinates=(SQUARE,)):
    geometry = {"type": kind, "coordinates": list(coordinates)}
    return {"type": "Feature", "properties": {"area": area}, "geometry": geometry}


def read(*features, known=KNOWN):
    written = json.dumps({"type": "FeatureCollection", "features": list(features)})
    return outlines(written.encode(), "datapackages/geography/map.geojson", known)


def codes(*features, known=KNOWN):
    return [(each.code, each.field) for each in read(*features, known=known).problems]


def with_map(root):
    portal(root)
    folder = root / "datapackages" / "geography"
    added = '{"name": "boundaries", "path": "map.geojson", "title": "Ranh giới", "title@en": "Boundaries"},'
    replace(folder / "datapackage.json", [['"resources": [', f'"resources": [{added}']])
    written = json.dumps({"type": "FeatureCollection", "features": [feature()]})
    (folder / "map.geojson").write_text(written, encoding="utf-8")
    return root


def test_a_polygon_becomes_the_rings_of_its_area():
    ring = ((105.0, 20.0), (106.0, 20.0), (106.0, 21.5), (105.0, 20.0))
    assert read(feature()).boundaries == (Boundary("ha-noi", (ring,)),)


def test_the_parts_of_an_area_and_its_holes_are_rings_too():
    (found,) = read(feature("vn", "MultiPolygon", [[SQUARE, SQUARE], [SQUARE]])).boundaries
    assert len(found.rings) == 3


def test_a_height_is_let_through_and_left_out():
    (found,) = read(feature(coordinates=[[[*each, 12] for each in SQUARE]])).boundaries
    assert found.rings[0][0] == (105.0, 20.0)


def test_all_problems_of_a_file_are_told_at_once():
    told = codes(feature("nowhere"), {"type": "Feature"}, feature(kind="LineString"), feature(), 7)
    assert told == [
        ("map-area-unknown", "features[0].properties.area"),
        ("map-area-unknown", "features[1].properties.area"),
        ("map-geometry", "features[1].geometry"),
        ("map-geometry", "features[2].geometry"),
        ("map-area-twice", "features[3].properties.area"),
        ("map-not-geojson", "features[4]"),
    ]


@pytest.mark.parametrize(
    "position", [[181, 20], [105, 91], ["105", "20"], [105], [True, 20], None, [105, 20, 1, 2]]
)
def test_what_is_no_longitude_and_latitude_is_refused(position):
    told = codes(feature(coordinates=[[*SQUARE[:2], position, SQUARE[0]]]))
    assert told == [("map-position", "features[0].geometry.coordinates[0][2]")]


def test_a_ring_without_positions_or_a_polygon_without_rings_is_refused():
    assert codes(feature(coordinates=[[]])) == [("map-ring", "features[0].geometry.coordinates[0]")]
    assert codes(feature(kind="MultiPolygon", coordinates=[[]])) == [
        ("map-ring", "features[0].geometry.coordinates[0]")
    ]


def test_too_many_positions_are_refused():
    long = [[105 + each / 1e6, 20] for each in range(100_001)]
    assert codes(feature(coordinates=[[*long, long[0]]])) == [("map-too-large", "features")]


def test_an_area_that_another_file_has_drawn_is_not_drawn_again():
    assert codes(feature(), known=Known(KNOWN.areas, frozenset({"ha-noi"}))) == [
        ("map-area-twice", "features[0].properties.area")
    ]


def test_strict_json_is_asked_for():
    written = b'{"type": "FeatureCollection", "features": [NaN]}'
    assert [each.code for each in outlines(written, "map.geojson", KNOWN).problems] == ["json-number"]


def test_a_boundary_file_of_the_geography_package_reaches_the_catalog(tmp_path):
    reading = load(with_map(tmp_path))
    assert reading.problems == ()
    assert [each.area for each in reading.catalog.boundaries] == ["ha-noi"]


def test_a_published_package_with_a_map_is_sound(tmp_path):
    catalog = load(with_map(tmp_path / "portal")).catalog
    edition = next(each for each in editions(catalog) if each.package.name == "geography")
    for each in files_of(edition):
        path = tmp_path / each.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(each.data)
    descriptor = tmp_path / "data" / "geography" / "datapackage.json"
    listed = json.loads(descriptor.read_text("utf-8"))["resources"]
    assert listed[-1]["path"] == "map.geojson"
    report = Checked(str(descriptor)).validate()
    assert (report.valid, report.flatten(["type", "note"])) == (True, [])


def test_without_the_geography_profile_geojson_is_no_boundary(tmp_path):
    replace(
        with_map(tmp_path) / "datapackages/geography/datapackage.json",
        [['"portal:profile": "geography",', ""]],
    )
    assert ("resource-left", "map.geojson") in {(each.code, each.value) for each in load(tmp_path).problems}
