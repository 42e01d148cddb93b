"""The shades of maps: one hue, five steps, every text on them readable, told apart from the colours of status."""

import colorsys
import re
from itertools import pairwise
from pathlib import Path

import pytest

CSS = (Path(__file__).parents[2] / "build_scripts/present/assets/portal.css").read_text("utf-8")
DARK_TEXT, LIGHT_TEXT = "#1b1b1b", "#ffffff"
STEPS = range(1, 6)


def fill(step):
    return re.search(rf"#content \.tile--{step} {{ background: (#[0-9a-f]{{6}}); }}", CSS)[1]


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("step", STEPS)
def test_text_on_a_shade_is_readable(step):
    assert contrast(fill(step), LIGHT_TEXT if step > 3 else DARK_TEXT) >= 4.5


def test_each_shade_is_clearly_darker_than_the_one_before():
    steps = [luminance(fill(step)) for step in STEPS]
    assert all(earlier > 1.3 * later for earlier, later in pairwise(steps))


def test_all_shades_are_of_one_hue():
    hues = [colorsys.rgb_to_hsv(*(int(fill(s)[at : at + 2], 16) for at in (1, 3, 5)))[0] for s in STEPS]
    assert max(hues) - min(hues) < 0.03


def test_no_shade_is_a_colour_of_status():
    status = set(re.findall(r"--(?:achieved|on-track|at-risk|off-track|no-data): (#[0-9a-f]{6})", CSS))
    assert status.isdisjoint(fill(step) for step in STEPS)


@pytest.mark.parametrize("step", STEPS)
def test_true_maps_have_the_shades_of_the_squares_and_a_halo_of_the_same_colour(step):
    assert f"#content .shape--{step} path {{ fill: {fill(step)}; }}" in CSS
    assert re.search(rf"#content \.shape--{step} text {{ (fill: #fff; )?stroke: {fill(step)}; }}", CSS)
