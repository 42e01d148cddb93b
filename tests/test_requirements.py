"""What is installed is pinned, with hashes, from wherever the installer looks."""

import re

import pytest

from tests.conftest import ROOT

LOCKS = {
    "requirements.txt": ("requirements.in",),
    "requirements-dev.txt": ("requirements.in", "requirements-dev.in"),
}
PINNED = re.compile(
    r"(?P<name>[a-z0-9][a-z0-9-]*)==[0-9][\w.+!]*( ; [^\\]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+"
)


def entries(lock):
    """Split a lock into its requirements, comments left out."""
    lines = (ROOT / lock).read_text("utf-8").splitlines()
    kept = "\n".join(line for line in lines if line.strip() and not line.lstrip().startswith("#"))
    return re.split(r"\n(?! )", kept)


def locked(lock):
    return {PINNED.fullmatch(entry)["name"] for entry in entries(lock)}


def asked_for(source):
    """List the packages that a person wrote down."""
    lines = (line.partition("#")[0].strip() for line in (ROOT / source).read_text("utf-8").splitlines())
    names = (re.match(r"[\w.-]+", line)[0] for line in lines if line and not line.startswith("-r"))
    return {re.sub(r"[-_.]+", "-", name).lower() for name in names}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_one_version_with_hashes(lock):
    assert [entry for entry in entries(lock) if PINNED.fullmatch(entry) is None] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_says_where_to_look(lock):
    assert re.findall(r"https?://|--(?:extra-)?index|--find-links", (ROOT / lock).read_text("utf-8")) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_asked_for_is_locked(lock):
    assert {name for source in LOCKS[lock] for name in asked_for(source)} - locked(lock) == set()


def test_both_locks_agree():
    assert set(entries("requirements.txt")) - set(entries("requirements-dev.txt")) == set()


def test_mkdocs_stays_below_two():
    assert "mkdocs<2" in (ROOT / "requirements.in").read_text("utf-8").splitlines()
