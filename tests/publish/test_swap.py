"""The served folder is always one whole site, whatever happens to a build."""

import subprocess
import sys
import threading
from functools import cache
from pathlib import Path

import pytest
from sample_pages import page

from build_scripts.model import Artifact
from build_scripts.publish import Content, fulltext, publish
from build_scripts.publish import swap as swapping
from build_scripts.publish.swap import restore, swap_in
from build_scripts.publish.turn import turn

HOME = (page("vi/index.md", "Cổng"), page("en/index.md", "Portal"))


def folder(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "index.html").write_text(text)
    (path / "assets").mkdir()
    (path / "assets/portal.css").write_text(text)
    return path


def test_a_reader_finds_a_site_at_every_moment(tmp_path):
    out = folder(tmp_path / "site", "0")
    stop, missed, read = threading.Event(), [], []

    def look():
        while not stop.is_set():
            try:
                read.append((out / "index.html").read_text())
            except OSError as error:
                missed.append(error)

    reader = threading.Thread(target=look)
    reader.start()
    for number in range(1, 200):
        swap_in(folder(tmp_path / "site.new", str(number)), out)
    stop.set()
    reader.join()
    assert missed == []
    assert len(set(read)) > 1
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.fixture
def in_two_steps(monkeypatch):
    """A system that cannot let folders change places at once."""
    monkeypatch.setattr(swapping, "exchanged", lambda *_: False)


@pytest.mark.usefixtures("in_two_steps")
def test_a_build_ended_between_two_steps_leaves_the_old_site_to_be_found(tmp_path):
    out = folder(tmp_path / "site", "old")
    out.rename(tmp_path / "site.old")  # and there the power went
    restore(out)
    assert (out / "index.html").read_text() == "old"
    swap_in(folder(tmp_path / "site.new", "new"), out)
    assert (out / "index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.usefixtures("in_two_steps")
def test_a_new_site_that_cannot_be_moved_leaves_the_old_one(tmp_path):
    out = folder(tmp_path / "site", "old")
    with pytest.raises(FileNotFoundError):
        swap_in(tmp_path / "nothing", out)
    assert (out / "index.html").read_text() == "old"


def test_a_second_build_waits_for_the_first(tmp_path):
    holding = "import sys; from pathlib import Path; from build_scripts.publish.turn import turn\nwith turn(Path(sys.argv[1]), lambda: None):\n    print('mine', flush=True); sys.stdin.readline()"
    told, taken = [], threading.Event()

    def second():
        with turn(tmp_path, lambda: told.append("wait")):
            taken.set()

    with subprocess.Popen(
        [sys.executable, "-c", holding, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as first:
        assert first.stdout.readline() == b"mine\n"
        waiting = threading.Thread(target=second)
        waiting.start()
        assert not taken.wait(0.3)
        first.kill()  # a killed one gives its turn back too
        assert taken.wait(10)
        waiting.join()
    assert told == ["wait"]


class Faults:
    """Let the n-th write, new folder or move of a build fail once."""

    def __init__(self, monkeypatch):
        self.left, self.done = None, 0
        for name in ("write_bytes", "write_text", "mkdir", "rename", "unlink", "rmdir"):
            monkeypatch.setattr(Path, name, self.counting(getattr(Path, name)))

    def counting(self, work):
        def counted(path, *args, **more):
            self.done += 1
            if self.done == self.left:
                raise OSError(28, "No space left on device", str(path))
            return work(path, *args, **more)

        return counted


def whole(site: Path) -> str:
    """Which site it is, if it is a whole one."""
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=site, check=True)
    listed = {line.split("  ", 1)[1] for line in (site / "SHA256SUMS").read_text().splitlines()}
    lying = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert listed == lying - {"SHA256SUMS"}
    return (site / "which.txt").read_text()


def test_whatever_write_fails_the_old_site_is_whole_and_the_next_build_succeeds(root, tmp_path, monkeypatch):
    out = tmp_path / "site"

    def build(which):
        publish(root, out, Content(HOME, (Artifact("which.txt", which.encode()),)), lambda _: None)

    build("old")

    def mkdocs(targets, _):
        """What MkDocs writes, without the time it takes; writing by others is not ours to count."""
        for place, home in zip(targets.values(), ("", "en/"), strict=True):
            subprocess.run(["cp", "-r", f"{kept / home}/.", place], check=True)
            subprocess.run(["rm", "-rf", place / "en"], check=True)

    kept = tmp_path / "kept"
    subprocess.run(["cp", "-r", out, kept], check=True)
    monkeypatch.setattr("build_scripts.publish.renewal.run_mkdocs", mkdocs)
    indexed = cache(lambda records, index=fulltext.index_of: list(index(records)))
    monkeypatch.setattr("build_scripts.publish.fulltext.index_of", lambda records: indexed(tuple(records)))
    build("old")
    faults = Faults(monkeypatch)
    build("old")
    writes = faults.done
    assert writes > 20
    for number in range(1, writes + 1):
        faults.left, faults.done = number, 0
        with pytest.raises(OSError, match="No space left"):
            build("new")
        assert whole(out) == "old", number
        faults.left = None
        build("old")
        assert whole(out) == "old", number
