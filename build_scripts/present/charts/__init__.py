"""Charts: described as Vega-Lite with Altair, drawn as small static SVG in one language."""

from build_scripts.present.charts.data import Aim, Bar, BreakMark, Chart, Frame, Point, Series
from build_scripts.present.charts.draw import draw
from build_scripts.present.charts.line import lines

__all__ = ["Aim", "Bar", "BreakMark", "Chart", "Frame", "Point", "Series", "draw", "lines"]
