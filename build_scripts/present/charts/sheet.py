"""The sheet that every chart but the smallest stands on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts.present.charts import style
from build_scripts.present.charts.data import Row, Spec
from build_scripts.present.charts.figures import Figures
from build_scripts.present.charts.heading import Heading
from build_scripts.present.charts.layer import Layer, layered


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper a chart stands on, as wide as every chart: a heading, a plot of `size` pixels `left` of its edge, a foot."""

    figures: Figures
    heading: Heading
    left: float
    size: tuple[float, float]
    foot: float

    def spec(self, layers: Sequence[Layer], rows: list[Row], **axes: Any) -> Spec:
        """Put layers that share rows of data (and axes) on the sheet."""
        right = style.WIDTH - self.left - self.size[0]
        margins = {"left": self.left, "top": self.heading.height, "right": right, "bottom": self.foot}
        return {
            **layered([*layers, *self.heading.layers(self.left)], axes),
            "data": {"values": rows},
            "width": round(self.size[0], 2),
            "height": round(self.size[1], 2),
            "autosize": "none",
            "padding": {side: round(room, 2) for side, room in margins.items()},
            "config": style.config(self.figures.writer),
        }
