"""The bundle that draws interactive charts: loaded by a reader's click, never before."""

import vl_convert

from build_scripts.model import Artifact

SNIPPET = "window.vegaEmbed = vegaEmbed;\n"


def vega_bundle() -> Artifact:
    """`assets/vega.js`: Vega, Vega-Lite and Vega-Embed of the installed vl-convert as one plain script."""
    source: str = vl_convert.javascript_bundle(SNIPPET)
    # Vega-Embed brings its own expression interpreter, so that a strict content policy can stay strict. The
    # wrapping keeps the bundle's thousand short names out of the page.
    return Artifact("assets/vega.js", f"(()=>{{{source}\n}})();\n".encode())
