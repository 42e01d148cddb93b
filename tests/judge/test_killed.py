"""A hundred builds are killed, each at a moment of its own: what is served is one whole site, and the next build succeeds."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from itertools import count

import pytest

from build_scripts.publish.verify import verify
from tests.conftest import ROOT
from tests.portals import portal

pytestmark = pytest.mark.judge
KILLED = int(os.environ.get("KILLED", "100"))
SEED = int(os.environ.get("SEED", "2030"))
"""Other moments for another number."""


def command(root):
    return [sys.executable, "-m", "build_scripts", "build", "--no-cache", "--root", root, "--jobs", "2"]


def build(root):
    """Build to the end; tell the digest of the list of digests, and how long it took."""
    began = time.monotonic()
    subprocess.run(command(root), cwd=ROOT, check=True, capture_output=True)
    return (root / "site/SHA256SUMS").read_bytes(), time.monotonic() - began


def kill(root, after):
    """Begin a build and kill it, and whatever it started, `after` seconds; tell whether it had ended before."""
    begun = subprocess.Popen(
        command(root), cwd=ROOT, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(after)
    ended = begun.poll() is not None
    if not ended:
        os.killpg(begun.pid, signal.SIGKILL)
    begun.wait()
    return ended


def test_whenever_a_build_is_killed_the_site_is_whole_and_the_next_build_succeeds(tmp_path):
    chance = random.Random(SEED)  # noqa: S311 - moments, no secrets
    root, other = portal(tmp_path / "portal", "rainfall"), tmp_path / "other"
    shutil.copytree(root / "datapackages", other)
    readme = next(other.glob("*/datapackage.json"))
    readme.write_text(readme.read_text("utf-8").replace('"title": "', '"title": "Bản khác: ', 1), "utf-8")
    sites = []
    for _ in range(2):
        sites.append(build(root)[0])
        exchange(root / "datapackages", other)
    assert sites[0] != sites[1]
    _, length = build(root)
    told = Counter()
    for number in count():
        if number - told["ended before"] == KILLED:
            break
        exchange(root / "datapackages", other)
        first = number % 2 * 0.8  # every other one near the end, where one site takes the place of the other
        told["ended before"] += kill(root, chance.uniform(first, 1.02) * length)
        served = (root / "site/SHA256SUMS").read_bytes()
        assert verify(root / "site") == (), number
        assert served in sites, number
        told["old" if served == sites[number % 2] else "new"] += 1
        assert build(root)[0] == sites[(number + 1) % 2], number
    print(f"\n{KILLED} builds of about {length:.1f} s killed: {dict(told)}")  # noqa: T201 - the figures are what is asked for
    assert {path.name for path in root.iterdir()} == {"build", "datapackages", "site"}


def exchange(one, other):
    """Let two folders change places."""
    beside = one.with_name("beside")
    one.rename(beside)
    other.rename(one)
    beside.rename(other)
