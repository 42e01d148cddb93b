"""What lies in the folder of all packages beside them: nothing but the reviewed list and a word to readers."""

import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from build_scripts.ground.git_index import LINK, SUBMODULE
from build_scripts.model import Problem
from build_scripts.read.files import is_link
from build_scripts.read.gate.names import collisions
from build_scripts.read.gate.reviewed import REVIEWED
from build_scripts.read.problems import Spot, problem

_FOLDER: Final = "datapackages"
_KEPT: Final = frozenset({REVIEWED, "README.md", "README.en.md"})
_OWN: Final = frozenset({".gitkeep", ".DS_Store"})


def beside_problems(root: Path, git: Mapping[str, int]) -> Iterator[Problem]:
    """Files among the package folders, folders whose names collide, and links and submodules in their place."""
    folder = root / _FOLDER
    if is_link(folder):
        yield problem("symlink", Spot(_FOLDER))
        return
    if not folder.is_dir():
        return
    names = sorted(entry.name for entry in folder.iterdir())
    shown = [name.encode("utf-8", "backslashreplace").decode() for name in names]
    for name, said in zip(names, shown, strict=True):
        spot = Spot(f"{_FOLDER}/{said}", None, None, said)
        mode = (folder / name).lstat().st_mode
        if git.get(spot.file) == SUBMODULE:
            yield problem("submodule", spot)
        elif (git.get(spot.file) == LINK and not stat.S_ISLNK(mode)) or (
            stat.S_ISLNK(mode) and name.startswith(".")
        ):
            yield problem("symlink", spot)
        elif not stat.S_ISDIR(mode) and not stat.S_ISLNK(mode) and name not in _KEPT | _OWN:
            yield problem("file-unlisted", spot)
    for name, other in collisions(shown):
        yield problem("name-collision", Spot(f"{_FOLDER}/{name}", None, None, name), other=other)
