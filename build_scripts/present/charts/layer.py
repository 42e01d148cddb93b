"""Building stones of layers, made with Altair."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, wraps
from types import MappingProxyType
from typing import Any, Literal, ParamSpec, TypeVar

import altair as alt
from altair.utils.schemapi import debug_mode

from build_scripts.present.charts.data import Row, Spec
from build_scripts.present.say import Say

ARROW_UP = "M-.8,0H.8M0,0V-2M-.55,-1.35L0,-2L.55,-1.35"
ARROW_DOWN = "M-.8,0H.8M0,0V2M-.55,1.35L0,2L.55,1.35"
_SPOKEN = {"p": "period", "s": "series", "v": "value", "t": "status"}
ScaleKind = Literal["usual", "none", "linear", "plain", "named", "ordinal"]
_SCALES: dict[str, dict[str, Any]] = {
    "linear": {"domain": [0, 1], "nice": False, "zero": False},
    "plain": {"domain": [0, 1], "range": [0, 1], "nice": False, "zero": False},
    "named": {"domain": [], "range": []},
    "ordinal": {"type": "ordinal", "domain": [], "range": []},
}
"""Kinds of scales, with a domain to be filled in; `none` is no scale, `usual` is what Vega-Lite takes."""
_Taken = ParamSpec("_Taken")
_Made = TypeVar("_Made")


def unchecked(build: Callable[_Taken, _Made]) -> Callable[_Taken, _Made]:
    """Build without Altair's check of every part against the schema, which is slow; the tests check whole charts."""

    @wraps(build)
    def quick(*args: _Taken.args, **kwargs: _Taken.kwargs) -> _Made:
        with debug_mode(arg=False):
            return build(*args, **kwargs)

    return quick


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of a chart: its own rows, if it has any, a mark, and what its channels show.

    Altair makes every part of it. It is put together here, for Altair would copy whole charts at each step.
    """

    rows: list[Row] | None = None
    name: str = ""
    spec: Spec = field(default_factory=dict)

    def mark(self, kind: str, **looks: Any) -> "Layer":
        """Say what is drawn for each row; each look is a figure, a word or a tuple of them."""
        return self._with({"mark": _mark(kind, tuple(looks.items()))})

    def weighing(self, expression: str) -> "Layer":
        """Let an expression choose how heavy text is."""
        return self._with({"mark": self.spec["mark"] | {"fontWeight": {"expr": expression}}})

    def encode(self, **channels: Any) -> "Layer":
        """Say what channels show, besides what they do already."""
        return self._with({"encoding": self.spec.get("encoding", {}) | encoding(**channels)})

    def where(self, condition: str) -> "Layer":
        """Keep the rows that an expression holds for."""
        return self._with({"transform": [{"filter": condition}]})

    def finished(self) -> Spec:
        """Write the layer as Vega-Lite wants it."""
        head: Spec = {} if self.rows is None else {"data": {"values": self.rows}}
        return head | ({"name": self.name} if self.name else {}) | self.spec

    def _with(self, more: Spec) -> "Layer":
        return replace(self, spec=self.spec | more)


def encoding(**channels: Any) -> Spec:
    """Write channels made with Altair, or written already."""
    return {name: _written(each) for name, each in channels.items()}


@cache
def channel(kind: Callable[..., Any], field_: str, scale: ScaleKind = "usual", **looks: Any) -> Spec:
    """Let Altair describe a channel, once; `stretched` gives its scale a domain. Looks are figures, words or nothing."""
    known = {"usual": {}, "none": {"scale": None}}.get(scale)
    scaled = {"scale": alt.Scale(**_SCALES[scale])} if known is None else known
    with debug_mode(arg=False):
        written: Spec = kind(field_, **scaled, **looks).to_dict(validate=False)
    return written


def stretched(channel: Spec, domain: Sequence[Any], range_: Sequence[Any] | None = None) -> Spec:
    """Give the scale of a channel its domain, and its range where it has one."""
    reach = {} if range_ is None else {"range": range_}
    return channel | {"scale": channel["scale"] | {"domain": domain} | reach}


def layered(layers: Sequence[Layer], axes: Mapping[str, Any]) -> Spec:
    """Put layers that share channels on top of each other."""
    return {
        "$schema": alt.SCHEMA_URL,
        "layer": [each.finished() for each in layers],
        "encoding": encoding(**axes),
    }


def _written(channel: Any) -> Any:
    if isinstance(channel, list):
        return [_written(each) for each in channel]
    return channel if isinstance(channel, dict) else channel.to_dict(validate=False)


@cache
def _mark(kind: str, looks: tuple[tuple[str, Any], ...]) -> Spec:
    with debug_mode(arg=False):
        written: Spec = alt.MarkDef(type=kind, **dict(looks)).to_dict(validate=False)
    return written


@cache
def pixels() -> Mapping[str, Spec]:
    """Place things by pixels from the plot's upper left corner."""
    return MappingProxyType(
        {"x": channel(alt.X, "x:Q", "none", axis=None), "y": channel(alt.Y, "y:Q", "none", axis=None)}
    )


@cache
def saying(name: str) -> Spec:
    """Write what a field says."""
    return {"text": channel(alt.Text, f"{name}:N")}


def said(rows: list[Row], **looks: Any) -> Layer:
    """Write words (`l`, a line or a list of lines) at pixels."""
    return Layer(rows).mark("text", clip=False, **looks).encode(**pixels(), **saying("l"))


def arrows(layer: Layer, shape: str) -> Layer:
    """Draw bounds: a tick with an arrow to the open side."""
    return layer.mark("point", shape=shape, size=120, fill=None, strokeWidth=1.75, opacity=1, clip=True)


def tooltip(say: Say, fields: str = "psvt") -> list[Spec]:
    """Say period, series, value and state of a figure."""
    return [_tip(each, say[f"chart.{_SPOKEN[each]}"]) for each in fields]


@cache
def _tip(name: str, title: str) -> Spec:
    written: Spec = alt.Tooltip(f"{name}:N", title=title).to_dict(validate=False)
    return written


@cache
def faded() -> Spec:
    """Let a line stand back while another is picked; seen only in the interactive view."""
    written: Spec = alt.OpacityValue(0.2, condition={"param": "pick", "value": 1}).to_dict(validate=False)
    return written
