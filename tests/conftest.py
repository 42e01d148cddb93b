"""What many tests share: the real portal built once, and a real browser."""

import fcntl
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from build_scripts.ground.serve import opened
from build_scripts.pipeline import pages, scenes_of
from build_scripts.present.pages.datasets import dataset_files
from build_scripts.read import load
from tests.browser import FLAGS, installed
from tests.judges.record import pytest_runtest_logreport, pytest_runtest_setup, pytest_sessionfinish
from tests.kinds import largest
from tests.packed import packed
from tests.present.standards import samples
from tests.schedule import pytest_xdist_make_scheduler

__all__ = [
    "pytest_runtest_logreport",
    "pytest_runtest_setup",
    "pytest_sessionfinish",
    "pytest_xdist_make_scheduler",
]

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def catalog():
    """The real data packages, read."""
    reading = load(ROOT)
    assert reading.catalog is not None, reading.problems[:5]
    return reading.catalog


@pytest.fixture(scope="session")
def scenes(catalog):
    """The real data set before each language."""
    return scenes_of(catalog)


@pytest.fixture(scope="session")
def drafts(scenes):
    """Every page of the real data, drafted."""
    return tuple(pages(scenes, (), lambda *_: None))


@pytest.fixture(scope="session")
def offered(catalog):
    """Every file of the real data that can be taken home: its bytes by its path."""
    return {each.path: each.data for each in dataset_files(catalog, samples.IMPRINTS)}


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The real portal, built by the command line into a folder of its own, once for all processes that run tests.

    `PORTAL_SITE=FOLDER` judges the site that was built there instead.
    """
    if "PORTAL_SITE" in os.environ:
        return Path(os.environ["PORTAL_SITE"]).resolve()
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    out = shared / "portal" / "site"
    with (shared / "portal.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not out.is_dir():
            out.parent.mkdir(exist_ok=True)
            command = [sys.executable, "-m", "build_scripts", "build", "--no-cache", "--root", str(ROOT)]
            built = subprocess.run(
                [*command, "--out", str(out)], cwd=ROOT, capture_output=True, text=True, check=False
            )
            assert built.returncode == 0, built.stdout + built.stderr
    return out


@pytest.fixture(scope="session")
def served(site):
    """The address at which the site is served, on this machine only."""
    with opened(site, 0) as address:
        yield address


@pytest.fixture(scope="session")
def packed_served(site):
    """The same site as the public server sends it: packed with gzip."""
    with packed(site) as address:
        yield address


@pytest.fixture(scope="session")
def of_kind(site):
    """Find a page of a kind: of several the one with the most to show."""
    return partial(largest, site)


@pytest.fixture(scope="session")
def browser():
    """A headless Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=installed(), args=list(FLAGS))
        yield chromium
        chromium.close()
