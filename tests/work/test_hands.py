"""Whoever does the work, the site is the same, byte for byte."""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from build_scripts.commands import USAGE
from build_scripts.pipeline import Order, build
from build_scripts.work.cluster import NoClusterError, cluster
from build_scripts.work.hands import Crew, processes
from tests.conftest import ROOT
from tests.portals import portal


def quietly(*_):
    pass


def manifest(root, call, jobs=1):
    """Build with these hands, and give the list of digests."""
    out = root.parent / "site"
    assert build(Order(root, out, jobs, call=call), quietly).problems == ()
    return (out / "SHA256SUMS").read_bytes()


@contextmanager
def running(module, *given, told):
    """Run a part of a cluster until it is not needed any more; give what it told of itself."""
    command = [sys.executable, "-m", module, *given]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        try:
            lines = iter(process.stderr.readline, "")
            found = next(match for line in lines if (match := re.search(told, line)))
            yield found[0]
        finally:
            process.kill()


@pytest.fixture(scope="module")
def scheduler():
    """A scheduler and two workers, each a process of its own, on this machine only."""
    with ExitStack() as opened:
        address = opened.enter_context(
            running("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", told=r"tcp://127\.0\.0\.1:\d+")
        )  # fmt: skip
        for _ in range(2):
            opened.enter_context(
                running("distributed.cli.dask_worker", address, "--host", "127.0.0.1", "--nthreads", "1", "--no-dashboard", told=r"Registered to:.*")
            )  # fmt: skip
        yield address


@pytest.fixture(scope="module")
def serial(tmp_path_factory):
    """The digests of a site that this process made alone."""
    return manifest(portal(tmp_path_factory.mktemp("serial") / "portal"), None)


def test_several_processes_make_the_same_site(serial, tmp_path):
    assert manifest(portal(tmp_path / "portal"), processes(2), jobs=2) == serial


def test_a_cluster_makes_the_same_site(serial, scheduler, tmp_path):
    assert manifest(portal(tmp_path / "portal"), cluster(scheduler)) == serial


def test_any_executor_will_do(serial, tmp_path):
    @contextmanager
    def threads(_):
        with ThreadPoolExecutor(2) as executor:
            yield Crew(executor, lambda stage: stage, 2)

    assert manifest(portal(tmp_path / "portal"), threads) == serial


def test_the_command_line_takes_the_address_of_a_scheduler(serial, scheduler, tmp_path):
    root = portal(tmp_path / "portal")
    asked = ["build", "--no-cache", "--root", str(root), "--executor", "dask", "--scheduler", scheduler]
    assert main(asked) == 0
    assert (root / "site/SHA256SUMS").read_bytes() == serial


def test_a_scheduler_that_does_not_answer_is_no_traceback(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("build_scripts.work.cluster.PATIENCE", 1)
    root = portal(tmp_path / "portal")
    asked = [
        "build",
        "--no-cache",
        "--root",
        str(root),
        "--executor",
        "dask",
        "--scheduler",
        "tcp://127.0.0.1:9",
    ]
    assert main([*asked, "--lang", "en"]) == USAGE
    assert "The dask cluster cannot be used: tcp://127.0.0.1:9" in capsys.readouterr().err
    assert not (root / "site").exists()


def test_a_scheduler_must_be_named(capsys):
    with pytest.raises(SystemExit):
        main(["build", "--executor", "dask"])
    assert "--scheduler" in capsys.readouterr().err


def test_without_the_extra_it_says_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(NoClusterError):
        cluster("tcp://127.0.0.1:9")


def test_what_fails_in_a_worker_fails_the_build_and_leaves_no_site(tmp_path, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("build_scripts.work.make.pictures", fail)
    root = portal(tmp_path / "portal")
    with pytest.raises(OSError, match="No space left"):
        manifest(root, processes(2), jobs=2)
    assert [path.name for path in Path(root.parent).iterdir()] == ["portal"]
