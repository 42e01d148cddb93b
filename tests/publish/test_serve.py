"""The finished site on this machine: seen from here alone, and built again after a change."""

import threading
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from build_scripts.ground.serve import opened, stamps, watch


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "index.html").write_text("one", encoding="utf-8")
    return tmp_path


@pytest.fixture
def watched(folder):
    """Watch the folder; wait for the next call of what a change brings about."""
    called, stop, places = threading.Semaphore(0), threading.Event(), [folder, folder / "none"]
    watcher = threading.Thread(target=watch, args=(places, stamps(places), called.release, stop))
    watcher.start()
    yield called
    stop.set()
    watcher.join(5)
    assert not watcher.is_alive()


def test_a_folder_is_served_as_it_is_now(folder):
    with opened(folder, 0) as address:
        assert urlopen(address).read() == b"one"
        (folder / "index.html").write_text("two", encoding="utf-8")
        assert urlopen(address).read() == b"two"


def test_other_machines_cannot_reach_it(folder):
    with opened(folder, 0) as address:
        assert address.startswith("http://127.0.0.1:")
        with pytest.raises(URLError):
            urlopen(address.replace("127.0.0.1", "127.0.0.2"))


def test_it_ends_when_it_is_left(folder):
    with opened(folder, 0) as address:
        pass
    with pytest.raises(URLError):
        urlopen(address)


def test_a_port_that_is_taken_is_an_error(folder):
    with (
        opened(folder, 0) as address,
        pytest.raises(OSError, match="in use"),
        opened(folder, int(address.rstrip("/").rpartition(":")[2])),
    ):
        pass


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "index.html").write_text("changed", encoding="utf-8"),
        lambda folder: (folder / "index.html").unlink(),
        lambda folder: (folder / "none").write_text("added", encoding="utf-8"),
    ],
    ids=["changed", "removed", "added"],
)
def test_a_change_is_noticed_once(folder, watched, change):
    assert not watched.acquire(timeout=0.7)
    change(folder)
    assert watched.acquire(timeout=5)
    assert not watched.acquire(timeout=0.7)


def test_a_file_can_be_watched_alone(folder):
    (folder / "other.html").write_text("three", encoding="utf-8")
    assert list(stamps([folder / "index.html"])) == [str(folder / "index.html")]


def test_a_change_made_before_the_watch_began_is_noticed_too(folder):
    called, stop, before = threading.Semaphore(0), threading.Event(), stamps([folder])
    (folder / "index.html").write_text("changed", encoding="utf-8")
    watcher = threading.Thread(target=watch, args=([folder], before, called.release, stop))
    watcher.start()
    assert called.acquire(timeout=5)
    stop.set()
    watcher.join(5)
