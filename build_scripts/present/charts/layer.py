"""Building stones of layers, made with Altair."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import altair as alt
from altair.utils.schemapi import debug_mode

from build_scripts.present.charts.data import Row
from build_scripts.present.say import Say

ARROW_UP = "M-.8,0H.8M0,0V-2M-.55,-1.35L0,-2L.55,-1.35"
ARROW_DOWN = "M-.8,0H.8M0,0V2M-.55,1.35L0,2L.55,1.35"
_SPOKEN = {"p": "period", "s": "series", "v": "value", "t": "status"}
_Taken = ParamSpec("_Taken")
_Made = TypeVar("_Made")


def unchecked(build: Callable[_Taken, _Made]) -> Callable[_Taken, _Made]:
    """Build without Altair's check of every part against the schema, which is slow; the tests check whole charts."""

    @wraps(build)
    def quick(*args: _Taken.args, **kwargs: _Taken.kwargs) -> _Made:
        with debug_mode(arg=False):
            return build(*args, **kwargs)

    return quick


def pixels() -> dict[str, alt.X | alt.Y]:
    """Place things by pixels from the plot's upper left corner."""
    return {"x": alt.X("x:Q", scale=None, axis=None), "y": alt.Y("y:Q", scale=None, axis=None)}


def said(rows: list[Row], **looks: Any) -> alt.Chart:
    """Write words (`l`, a line or a list of lines) at pixels."""
    return (
        alt.Chart(alt.Data(values=rows))
        .mark_text(clip=False, **looks)
        .encode(**pixels(), text=alt.Text("l:N"))
    )


def arrows(chart: alt.Chart, shape: str) -> alt.Chart:
    """Draw bounds: a tick with an arrow to the open side."""
    return chart.mark_point(shape=shape, size=120, fill=None, strokeWidth=1.75, opacity=1, clip=True)


def tooltip(say: Say, fields: str = "psvt") -> list[alt.Tooltip]:
    """Say period, series, value and state of a figure."""
    return [alt.Tooltip(f"{field}:N", title=say[f"chart.{_SPOKEN[field]}"]) for field in fields]


def faded() -> alt.OpacityValue:
    """Let a line stand back while another is picked; seen only in the interactive view."""
    return alt.OpacityValue(0.2, condition={"param": "pick", "value": 1})
