import io
import json

from PIL import Image

from build_scripts.present.sharing.icons import icons
from tests.tiny import scene, tiny


def made():
    return {each.path: each.data for each in icons((scene(tiny(), "vi"), scene(tiny())))}


def test_the_mark_comes_in_every_size_that_is_asked_for():
    files = made()
    sizes = {path: Image.open(io.BytesIO(data)).size for path, data in files.items() if path.endswith(".png")}
    assert sizes == {
        "assets/icons/touch-180.png": (180, 180),
        "assets/icons/icon-192.png": (192, 192),
        "assets/icons/icon-512.png": (512, 512),
    }
    assert Image.open(io.BytesIO(files["favicon.ico"])).ico.sizes() == {(16, 16), (32, 32), (48, 48)}


def test_the_icons_have_the_colours_of_the_mark():
    image = Image.open(io.BytesIO(made()["assets/icons/icon-512.png"])).convert("RGBA")
    assert image.getpixel((256, 40)) == (16, 64, 111, 255)
    assert image.getpixel((400, 300)) == (254, 253, 250, 255)
    assert image.getpixel((0, 0))[3] == 0


def test_a_manifest_names_icons_that_exist_from_where_it_lies():
    files = made()
    for path, up in (("manifest.webmanifest", ""), ("en/manifest.webmanifest", "../")):
        for icon in json.loads(files[path])["icons"]:
            assert icon["src"].removeprefix(up) in files


def test_the_same_bytes_each_time():
    assert made() == made()
