from math import cos, radians

import pytest

from build_scripts.compute.geography.outline import picture_of, simplified
from build_scripts.model import Boundary


def box(area, west, south, east, north):
    return Boundary(area, (((west, south), (east, south), (east, north), (west, north), (west, south)),))


def test_longitude_is_shortened_by_the_cosine_of_the_middle_latitude():
    picture = picture_of([box("a", 105, 20, 106, 22)], ["a"])
    assert picture.width / picture.height == pytest.approx(cos(radians(21)) / 2, abs=0.001)


def test_north_is_up():
    picture = picture_of(
        [box("south", 105, 20, 106, 20.5), box("north", 105, 20.5, 106, 21)], ["south", "north"]
    )
    south, north = picture.shapes
    assert north.label[1] < south.label[1]


def test_areas_without_a_boundary_are_left_out():
    assert [each.area for each in picture_of([box("a", 105, 20, 106, 21)], ["b", "a"]).shapes] == ["a"]
    assert picture_of([box("a", 105, 20, 106, 21)], ["b"]) is None


def test_the_name_stands_inside_its_area():
    hollow = Boundary("u", (((0, 0), (10, 0), (10, 10), (9, 10), (9, 1), (1, 1), (1, 10), (0, 10), (0, 0)),))
    picture = picture_of([hollow], ["u"])
    x, _ = picture.shapes[0].label
    assert not picture.width * 0.1 < x < picture.width * 0.9


def test_points_that_hardly_leave_the_line_are_left_out():
    assert simplified([(0, 0), (5, 0.1), (10, 0), (10, 10), (0, 0)], 0.7) == [
        (0, 0),
        (10, 0),
        (10, 10),
        (0, 0),
    ]


def test_specks_are_left_out_and_a_large_coast_stays_small():
    fine = tuple((105 + each / 5000, 20 + (each % 2) / 10000) for each in range(5001))
    coast = Boundary(
        "a", ((*fine, (106, 21), (105, 21), (105, 20)), box("x", 107, 20, 107.001, 20.001).rings[0])
    )
    (shape,) = picture_of([coast], ["a"]).shapes
    assert len(shape.rings) == 1
    assert len(shape.rings[0]) < 10
