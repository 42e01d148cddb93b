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
    most = 120 if path.name == "scheduled.yml" else 30
    assert all(job["timeout-minutes"] <= most for job in jobs(path))


def test_a_change_is_tested_as_on_any_machine():
    assert "make test" in [step.get("run") for step in steps(ROOT / ".github/workflows/test.yml")]
    assert "make test" in (ROOT / ".ci/run").read_text("utf-8").splitlines()


SCHEDULED, PUBLISH = (ROOT / f".github/workflows/{name}.yml" for name in ("scheduled", "publish"))


def named(path):
    return yaml.safe_load(path.read_text("utf-8"))["jobs"]


def test_every_week_the_slow_judges_look_and_the_speed_is_measured_and_neither_may_change_anything():
    whole = yaml.safe_load(SCHEDULED.read_text("utf-8"))
    assert whole[True].keys() == {"schedule", "workflow_dispatch"}, "YAML reads the key `on` as true"
    for name in ("judge", "bench"):
        assert named(SCHEDULED)[name]["permissions"] == {"contents": "read"}
        assert f"make {name}" in [step.get("run") for step in named(SCHEDULED)[name]["steps"]]


def test_the_report_of_sources_may_write_an_issue_and_nothing_else():
    assert named(SCHEDULED)["sources"]["permissions"] == {"contents": "read", "issues": "write"}


SOURCES = """#!/bin/sh
echo "$@" >> asked
case "$*" in *"--jq"*) test ! -e number || cat number ;; esac
"""
PORTAL = """#!/bin/sh
case "$*" in *urls*) echo https://example.org/ ;; *) echo "## told in $5"; exit "$(cat verdict)" ;; esac
"""


@pytest.mark.parametrize(
    ("verdict", "number", "expected"),
    [
        ("1", "", ["issues --field title="]),
        ("1", "7", ["--method PATCH repos/o/r/issues/7 --field body="]),
        ("0", "7", ["issues/7 --field body=", "issues/7 --field state=closed"]),
        ("0", "", []),
    ],
)
def test_there_is_one_issue_of_sources_and_it_is_closed_when_all_is_well(tmp_path, verdict, number, expected):
    programs = {
        "gh": SOURCES,
        ".venv/bin/portal": PORTAL,
        ".venv/bin/lychee": "#!/bin/sh\necho '{}'; exit 2\n",
    }
    for name, text in programs.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
        (tmp_path / name).chmod(0o755)
    (tmp_path / "verdict").write_text(verdict, "utf-8")
    (tmp_path / "number").write_text(number, "utf-8")
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin", "REPOSITORY": "o/r", "GITHUB_STEP_SUMMARY": "summary"}
    for step in named(SCHEDULED)["sources"]["steps"][-3:]:
        subprocess.run(["bash", "-e", "-c", step["run"]], cwd=tmp_path, env=environment, check=True)
    told = (tmp_path / "follow-up.md").read_text("utf-8")
    assert told.startswith("<!-- portal-sources -->\n## told in vi")
    assert "## told in en" in told
    writes = [line for line in (tmp_path / "asked").read_text("utf-8").splitlines() if "--field" in line]
    assert len(writes) == len(expected)
    assert all(part in line for part, line in zip(expected, writes, strict=True))


def test_only_the_main_branch_is_published_and_only_what_was_tested_and_looked_over():
    whole = yaml.safe_load(PUBLISH.read_text("utf-8"))
    assert whole[True] == {"push": {"branches": ["main"]}}
    done = {name: [step.get("run", "") for step in job["steps"]] for name, job in named(PUBLISH).items()}
    assert "make test" in done["test"]
    built, looked = (
        next(i for i, run in enumerate(done["build"]) if part in run) for part in ("make", "verify")
    )
    assert built < looked
    assert named(PUBLISH)["attest"]["needs"] == ["test", "build"]
    assert named(PUBLISH)["deploy"]["needs"] == "attest"


def test_no_job_that_runs_code_of_the_repository_may_publish_or_sign():
    for job in named(PUBLISH).values():
        runs = any("run" in step or "checkout" in step.get("uses", "") for step in job["steps"])
        assert not runs or job["permissions"] == {"contents": "read"}


def test_new_versions_of_dependencies_wait_two_weeks():
    updates = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text("utf-8"))["updates"]
    assert {each["package-ecosystem"] for each in updates} == {"pip", "github-actions", "npm"}
    assert all(each["cooldown"]["default-days"] >= 14 for each in updates)
    assert all((ROOT / each["directory"].strip("/")).is_dir() for each in updates)
