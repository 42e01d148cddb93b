"""The judges themselves, put into a folder of their own that is gone afterwards."""

import shutil
import subprocess
from pathlib import Path

import pytest

WANTED = Path(__file__).with_name("package.json")


@pytest.fixture(scope="session")
def tools(tmp_path_factory):
    """The folder with the packages of `package.json`; nothing of theirs runs while they are installed."""
    folder = tmp_path_factory.mktemp("judges")
    shutil.copy(WANTED, folder)
    command = ["npm", "install", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "node_modules"


@pytest.fixture(scope="session")
def at(packed_served, of_kind):
    """Tell the address of a page of a kind in a language, below the root, and where it is served."""

    def found(home, kind):
        address = f"{home}{of_kind(kind)}"
        return address, f"{packed_served}{address}"

    return found
