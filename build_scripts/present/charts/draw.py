"""Charts become SVG: each different picture once, in as many processes as asked for."""

import json
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from html import escape
from multiprocessing import get_context
from typing import Any

import vl_convert

from build_scripts.present.charts import style
from build_scripts.present.charts.data import Chart, Row, Spec, canonical
from build_scripts.present.charts.svg import small
from build_scripts.present.charts.text import FONT_FOLDER

Progress = Callable[[int, int], None]
"""Told how many pictures are drawn, of how many."""
_SPOKEN = {"p", "v", "t"}
"""Fields with words for the interactive view."""


def quietly(done: int, total: int) -> None:
    """Tell nobody."""


def draw(charts: Iterable[Chart], jobs: int, progress: Progress = quietly) -> dict[str, str]:
    """Draw charts: from key to finished SVG, the same bytes for the same chart whatever else is drawn."""
    wanted = {chart.key: chart for chart in charts}
    still = {key: canonical(at_rest(chart.spec)) for key, chart in sorted(wanted.items())}
    pictures = list(dict.fromkeys(still.values()))
    drawn: dict[str, tuple[str, str]] = {}
    for picture, shown in zip(pictures, _shown(pictures, jobs), strict=True):
        drawn[picture] = shown
        progress(len(drawn), len(pictures))
    return {key: _dressed(chart, *drawn[still[key]]) for key, chart in wanted.items()}


def at_rest(spec: Spec) -> Spec:
    """Take from a specification what only a pointer can bring out: its picture stays the same."""
    kept = {name: value for name, value in spec.items() if name not in {"params", "description", "usermeta"}}
    return {name: _calm(value) for name, value in kept.items()}


def _calm(part: Any) -> Any:
    if isinstance(part, list):
        return [_calm(each) for each in part if not (isinstance(each, dict) and each.get("name") == "hover")]
    if not isinstance(part, dict):
        return part
    if "values" in part and isinstance(part["values"], list):
        return part | {"values": [_silent(row) for row in part["values"]]}
    dropped = {"tooltip", "clip"} | ({"opacity"} if "condition" in _mapping(part.get("opacity")) else set())
    return {name: _calm(value) for name, value in part.items() if name not in dropped}


def _silent(row: Any) -> Any:
    return (
        {name: value for name, value in row.items() if name not in _SPOKEN} if isinstance(row, dict) else row
    )


def _mapping(value: Any) -> Row:
    return value if isinstance(value, dict) else {}


def _shown(pictures: list[str], jobs: int) -> Iterable[tuple[str, str]]:
    if jobs == 1 or len(pictures) < 2:  # noqa: PLR2004 - one picture needs no second process
        _prepare()
        return map(_picture, pictures)
    return _shown_by_many(pictures, jobs)


def _shown_by_many(pictures: list[str], jobs: int) -> Iterable[tuple[str, str]]:
    # A forked process would inherit the locks of the JavaScript engine's threads but not the threads.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_prepare) as pool:
        yield from pool.map(_picture, pictures, chunksize=min(16, 1 + len(pictures) // (4 * jobs)))


def _prepare() -> None:
    vl_convert.register_font_directory(str(FONT_FOLDER))


def _picture(still: str) -> tuple[str, str]:
    return small(vl_convert.vegalite_to_svg(json.loads(still), allowed_base_urls=[]), str(style.SIZE))


def _dressed(chart: Chart, box: str, picture: str) -> str:
    """Give a picture its words: a title and a description with ids of their own."""
    own = f"c{chart.key[:12]}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" role="img" aria-labelledby="{own}t {own}d"'
        f' font-family="{style.FAMILY}" font-size="{style.SIZE}" fill="none">'
        f'<title id="{own}t">{escape(chart.title)}</title><desc id="{own}d">{escape(chart.description)}</desc>'
        f"{picture}</svg>"
    )
