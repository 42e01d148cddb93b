"""What runs on the host of the repository may do little, and runs what was reviewed."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.y*ml"))


def jobs(path):
    return yaml.safe_load(path.read_text("utf-8"))["jobs"].values()


def steps(path):
    return [step for job in jobs(path) for step in job["steps"]]


DATA, COMMENT = ROOT / ".github/workflows/validate.yml", ROOT / ".github/workflows/comment.yml"


def test_there_is_one_workflow_for_each_thing():
    assert [path.name for path in WORKFLOWS] == [
        "comment.yml",
        "publish.yml",
        "scheduled.yml",
        "test.yml",
        "validate.yml",
    ]


def test_zizmor_finds_nothing_even_when_pedantic():
    command = [
        Path(sys.executable).with_name("zizmor"),
        "--offline",
        "--persona",
        "pedantic",
        ".github/workflows",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_actionlint_finds_nothing():
    command = [Path(sys.executable).with_name("actionlint"), *map(str, WORKFLOWS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_a_change_is_checked_with_no_right_to_write():
    rights = [job["permissions"] for job in jobs(DATA)]
    assert rights == [{"contents": "read"}] * len(rights)
    assert list(yaml.safe_load(DATA.read_text("utf-8"))[True]) == ["pull_request"]


def test_the_code_that_checks_a_change_is_not_the_changes_own():
    for job in jobs(DATA):
        trusted, change = [
            step["with"] for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")
        ]
        assert (trusted["path"], trusted["ref"]) == ("trusted", "${{ github.event.pull_request.base.sha }}")
        assert change["path"] == "change"
        assert (change["submodules"], change["lfs"]) == (False, False)
        for step in job["steps"]:
            assert step.get("working-directory", "trusted") == "trusted"
            run = step.get("run", "")
            assert "change/.venv" not in run
            assert "change/Makefile" not in run
            assert not re.search(r"(python|bash|sh|make|node)\s+(-C\s+)?change", run)


def test_nothing_is_kept_from_a_change_for_later_runs():
    for path in WORKFLOWS:
        assert "actions/cache" not in path.read_text("utf-8")
        assert all("cache" not in step.get("with", {}) for step in steps(path))


def test_the_commenter_runs_nothing_of_the_change_and_asks_the_host_which_one_it_is():
    written = COMMENT.read_text("utf-8")
    (job,) = jobs(COMMENT)
    assert job["permissions"] == {"actions": "read", "contents": "read", "pull-requests": "write"}
    checkouts = [
        step["with"] for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")
    ]
    assert [each["ref"] for each in checkouts] == ["${{ github.event.repository.default_branch }}"]
    fetched = [step["with"]["path"] for step in job["steps"] if "download-artifact" in step.get("uses", "")]
    assert fetched == ["${{ runner.temp }}/hostile"]
    assert "/commits/$SHA/pulls" in written
    hostile = [
        line for line in written.splitlines() if "hostile/" in line
    ]  # read by the one command that disarms it
    read = ' "$RUNNER_TEMP/hostile/report.json" "$RUNNER_TEMP/hostile/difference.json" > "$RUNNER_TEMP/comment.md"'
    assert [line.strip() for line in hostile] == [f"run: .venv/bin/portal comment{read}"]
    assert "event == 'pull_request'" in job["if"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_is_allowed_but_what_a_job_asks_for(path):
    assert yaml.safe_load(path.read_text("utf-8"))["permissions"] == {}
    assert all("permissions" in job for job in jobs(path))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_to_a_commit_and_says_which_version_it_is(path):
    used = re.findall(r"^.*\buses:.*$", path.read_text("utf-8"), re.MULTILINE)
    pinned = re.compile(r"\s*(- )?uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*")
    assert [line for line in used if pinned.fullmatch(line) is None] == []
    assert used != []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_strangers_code_never_runs_with_the_rights_of_the_repository(path):
    assert "pull_request_target" not in path.read_text("utf-8")
    assert ("workflow_run" in path.read_text("utf-8")) == (path == COMMENT)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_checkout_leaves_no_credentials_behind(path):
    checkouts = [step for step in steps(path) if step.get("uses", "").startswith("actions/checkout@")]
    assert [step["with"]["persist-credentials"] for step in checkouts] == [False] * len(checkouts)
    assert checkouts != []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_words_of_strangers_reach_a_shell(path):
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_job_ends_some_time(path):
    assert all(job["timeout-minutes"] <= 30 for job in jobs(path))


def test_a_change_is_tested_as_on_any_machine():
    assert "make test" in [step.get("run") for step in steps(ROOT / ".github/workflows/test.yml")]
    assert "make test" in (ROOT / ".ci/run").read_text("utf-8").splitlines()


def test_the_slow_judges_look_at_the_site_every_week_and_may_change_nothing():
    path = ROOT / ".github/workflows/scheduled.yml"
    whole = yaml.safe_load(path.read_text("utf-8"))
    assert whole[True].keys() == {"schedule", "workflow_dispatch"}, "YAML reads the key `on` as true"
    assert [job["permissions"] for job in jobs(path)] == [{"contents": "read"}]
    assert "make judge" in [step.get("run") for step in steps(path)]
