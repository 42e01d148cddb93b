"""What runs on the host of the repository may do little, and runs what was reviewed."""

import re

import pytest
import yaml

from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.y*ml"))


def jobs(path):
    return yaml.safe_load(path.read_text("utf-8"))["jobs"].values()


def steps(path):
    return [step for job in jobs(path) for step in job["steps"]]


def test_there_is_one_workflow_for_a_change_one_for_publishing_and_one_for_every_week():
    assert [path.name for path in WORKFLOWS] == ["publish.yml", "scheduled.yml", "test.yml"]


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
    assert "workflow_run" not in path.read_text("utf-8")


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
