from pathlib import Path

import pytest
from sample_pages import page

from build_scripts.model import Artifact
from build_scripts.publish import Content, publish


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "root"
    (folder / "datapackages").mkdir(parents=True)
    return folder


@pytest.fixture
def make(root: Path, tmp_path: Path):
    def made(*pages: Artifact, files: tuple[Artifact, ...] = ()) -> Path:
        home = (page("vi/index.md", "Cổng"), page("en/index.md", "Portal"))
        publish(root, tmp_path / "site", Content((*home, *pages), files), lambda _: None)
        return tmp_path / "site"

    return made
