"""Charts become SVG: each once, with words of its own."""

from collections.abc import Callable, Iterable
from html import escape

from build_scripts.present.charts import style
from build_scripts.present.charts.data import Chart
from build_scripts.present.charts.hand import drawing

Progress = Callable[[int, int], None]
"""Told how many pictures are drawn, of how many."""


def quietly(done: int, total: int) -> None:
    """Tell nobody."""


def draw(charts: Iterable[Chart], progress: Progress = quietly) -> dict[str, str]:
    """Draw charts: from key to finished SVG, the same bytes for the same chart whatever else is drawn."""
    wanted = {chart.key: chart for chart in charts}
    drawn: dict[str, str] = {}
    for key, chart in wanted.items():
        drawn[key] = _dressed(chart)
        progress(len(drawn), len(wanted))
    return drawn


def _dressed(chart: Chart) -> str:
    """Draw a chart and give the picture its words: a title and a description with ids of their own."""
    box, picture = drawing(chart.spec, str(style.SIZE))
    own = f"c{chart.key[:12]}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" role="img" aria-labelledby="{own}t {own}d"'
        f' font-family="{style.FAMILY}" font-size="{style.SIZE}" fill="none">'
        f'<title id="{own}t">{escape(chart.title)}</title><desc id="{own}d">{escape(chart.description)}</desc>'
        f"{picture}</svg>"
    )
