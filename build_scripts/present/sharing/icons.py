"""The mark of the house where a vector is not understood, and the manifest that names them."""

import io
import json
from collections.abc import Iterator

from PIL import Image

from build_scripts.model import HOMES, Artifact
from build_scripts.present.scene import Scene
from build_scripts.present.sharing.colours import BLUE, PAPER
from build_scripts.present.sharing.shapes import house_mark

_GROUND, _BARS = "#fefdfa", "#10406f"


def icons(scenes: tuple[Scene, ...]) -> Iterator[Artifact]:
    """Yield `favicon.ico`, the icons of phones, and a manifest for each language."""
    yield Artifact(
        "favicon.ico", _encoded(house_mark(48, BLUE, PAPER), "ICO", sizes=[(16, 16), (32, 32), (48, 48)])
    )
    touch = house_mark(180, BLUE, PAPER, corner=0).convert("RGB")
    yield Artifact("assets/icons/touch-180.png", _encoded(touch, "PNG"))
    for size in (192, 512):
        yield Artifact(f"assets/icons/icon-{size}.png", _encoded(house_mark(size, BLUE, PAPER), "PNG"))
    for scene in scenes:
        yield Artifact(f"{HOMES[scene.language]}manifest.webmanifest", _manifest(scene))


def _manifest(scene: Scene) -> bytes:
    up = "../" * HOMES[scene.language].count("/")
    name = scene.imprint.name if scene.imprint.name else scene.say["feed.nobody"]
    told = {
        "name": name,
        "lang": scene.language,
        "start_url": "./",
        "display": "browser",
        "background_color": _GROUND,
        "theme_color": _BARS,
        "icons": [
            {"src": f"{up}assets/icons/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"}
            for size in (192, 512)
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def _encoded(image: Image.Image, form: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()
