"""Charts: described as Vega-Lite with Altair, drawn as small static SVG in one language."""

from build_scripts.present.charts.bar import bars
from build_scripts.present.charts.data import Aim, Bar, BreakMark, Chart, Frame, Point, Series
from build_scripts.present.charts.draw import draw
from build_scripts.present.charts.line import lines
from build_scripts.present.charts.panel import multiples
from build_scripts.present.charts.spark import spark
from build_scripts.present.charts.stack import stacked

__all__ = [
    "Aim",
    "Bar",
    "BreakMark",
    "Chart",
    "Frame",
    "Point",
    "Series",
    "bars",
    "draw",
    "lines",
    "multiples",
    "spark",
    "stacked",
]
