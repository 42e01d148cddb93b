"""Which process runs which tests: a file in one, and all files that look at the real data in the same one."""

import re
from functools import cache
from pathlib import Path

from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).parents[1]
REAL = re.compile(r"\bdef \w+\([^)]*\b(?:catalog|scenes|drafts|offered)\b[^)]*\):")
"""A test or a fixture that asks for something of the real data, which takes long to read and to draft."""
BROWSER = re.compile(r"^pytestmark = .*\b(?:browser|site)\b", re.MULTILINE)


@cache
def scope(file):
    """What a file of tests is scheduled with."""
    text = (ROOT / file).read_text("utf-8")
    return "real" if REAL.search(text) and not BROWSER.search(text) else file


class FilesTogether(LoadScopeScheduling):
    """Whatever a file or the real data make once is made in one process; the scopes of most tests go first."""

    def _split_scope(self, nodeid):
        return scope(nodeid.partition("::")[0])


def pytest_xdist_make_scheduler(config, log):
    """Let `-n` schedule this way."""
    return FilesTogether(config, log)
