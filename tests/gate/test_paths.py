"""Paths, links, modes, and what else lies in a package."""

import os
import subprocess

import pytest

UNSAFE = [
    "../outside.csv", "a/../../outside.csv", "/etc/passwd", "/etc/passwd.csv", "//host/share.csv", "http://127.0.0.1:9/a.csv",
    "https://example.org/a.csv", "ftp://example.org/a.csv", "file:///etc/passwd.csv", "file:table.csv", "s3://bucket/a.csv",
    "data:text/csv,a", "..\\outside.csv", "C:\\a.csv", "C:a.csv", "\\\\host\\a.csv", "a\\b.csv", "%2e%2e/a.csv", "a%00.csv",
    "$HOME/a.csv", "${HOME}/a.csv", "%USERPROFILE%/a.csv", "~/a.csv", "~root/a.csv", "*.csv", "table?.csv", "[t]able.csv",
    "table.csv\x00.png", "table.csv.", "table.csv ", " table.csv", "table .csv", "-rf.csv", "--help.csv", "./table.csv",
    "a//b.csv", "a/./b.csv", "table.csv\n", "tàble.csv", "table.csv/", "", ".", "..", "|cat.csv", "a;b.csv", "`id`.csv",
    "zip://a.zip!b.csv", "table.csv#x", "table.csv?x=1", "con/../table.csv", ".hidden.csv", "..csv",
]  # fmt: skip


@pytest.mark.parametrize("path", UNSAFE)
def test_a_path_that_is_no_plain_name_inside_the_package_is_refused(gate, path):
    gate.table["path"] = path.replace("http://127.0.0.1:9", gate.canary.address)
    said = gate.check()
    assert said.code == 1
    assert said.errors & {"path-unsafe", "character-forbidden", "resource-not-file"}


@pytest.mark.parametrize(
    "path", ["../outside.json", "https://example.org/a.json", "/etc/hosts", "file:///etc/hosts"]
)
def test_an_unsafe_path_is_refused_whatever_kind_of_resource_it_is(gate, path):
    gate.descriptor["resources"].append({"name": "other", "path": path})
    gate.refused("path-unsafe")


@pytest.mark.parametrize(
    "name", ["con.csv", "NUL.csv", "aux.csv", "com1.csv", "LPT9.csv", "prn.tsv", "a/con.csv"]
)
def test_a_name_that_windows_keeps_for_itself_is_refused(gate, name):
    gate.table["path"] = name
    gate.write(
        "province,year,value,note\nHà Nội,2023,1,x\n".replace(",", "\t" if name.endswith("tsv") else ","),
        name,
    )
    (gate.folder / "table.csv").unlink()
    gate.refused("name-reserved", file=f"datapackages/one/{name}")


def test_a_linked_table_is_refused(gate):
    (gate.outside / "secret.csv").write_bytes((gate.folder / "table.csv").read_bytes())
    (gate.folder / "table.csv").unlink()
    (gate.folder / "table.csv").symlink_to(gate.outside / "secret.csv")
    gate.refused("symlink")


def test_a_link_to_a_file_of_the_same_package_is_refused(gate):
    (gate.folder / "README.md").symlink_to("table.csv")
    gate.refused("symlink", file="datapackages/one/README.md")


def test_a_linked_folder_is_refused(gate):
    (gate.outside / "other").mkdir()
    (gate.folder / "more").symlink_to(gate.outside / "other")
    gate.refused("symlink", file="datapackages/one/more")


def test_a_linked_descriptor_is_refused(gate):
    gate.save()
    (gate.folder / "datapackage.json").rename(gate.outside / "datapackage.json")
    (gate.folder / "datapackage.json").symlink_to(gate.outside / "datapackage.json")
    gate.refused("symlink", file="datapackages/one/datapackage.json")


def test_a_linked_package_is_refused(gate):
    gate.save()
    (gate.root / "datapackages/two").symlink_to(gate.folder)
    gate.refused("symlink", file="datapackages/two")


def test_a_linked_folder_of_all_packages_is_refused(gate):
    gate.save()
    (gate.root / "datapackages").rename(gate.outside / "elsewhere")
    (gate.root / "datapackages").symlink_to(gate.outside / "elsewhere")
    gate.refused("symlink", file="datapackages")


def test_links_in_a_circle_are_refused(gate):
    (gate.folder / "a").symlink_to("b")
    (gate.folder / "b").symlink_to("a")
    (gate.folder / "c").symlink_to(".")
    gate.refused("symlink", file="datapackages/one/c")


def test_a_link_to_a_device_is_refused(gate):
    (gate.folder / "table.csv").unlink()
    (gate.folder / "table.csv").symlink_to("/dev/zero")
    gate.refused("symlink")


@pytest.mark.parametrize("name", ["table.csv", "pipe", "datapackage.json"])
def test_a_pipe_is_refused_and_not_waited_for(gate, name):
    (gate.folder / name).unlink(missing_ok=True)
    os.mkfifo(gate.folder / name)
    if name == "datapackage.json":
        gate.save = lambda: None
    gate.refused("file-special", file=f"datapackages/one/{name}")


@pytest.mark.parametrize("mode", [0o755, 0o744, 0o645, 0o654])
def test_an_executable_table_is_refused(gate, mode):
    (gate.folder / "table.csv").chmod(mode)
    gate.refused("file-executable", file="datapackages/one/table.csv")


def test_a_hard_link_out_of_the_package_is_refused(gate):
    os.link(gate.folder / "table.csv", gate.outside / "twin.csv")
    gate.refused("hard-link", file="datapackages/one/table.csv")


def git(folder, *arguments, text=""):
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments]
    return subprocess.run(
        command, cwd=folder, input=text, capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.mark.parametrize("version", ["2", "4"])
@pytest.mark.parametrize(
    ("mode", "code"), [("120000", "symlink"), ("160000", "submodule"), ("100755", "file-executable")]
)
def test_what_git_knows_of_a_file_counts_as_well(gate, mode, code, version):
    gate.save()
    git(gate.root, "init", "-q")
    git(gate.root, "config", "index.version", version)
    git(gate.root, "add", "-A")
    number = git(gate.root, "hash-object", "-w", "--stdin", text="/etc/passwd")
    number = "1" * 40 if mode == "160000" else number
    git(gate.root, "update-index", "--add", "--cacheinfo", f"{mode},{number},datapackages/one/README.md")
    git(gate.root, "update-index", "--index-version", version)
    gate.refused(code, file="datapackages/one/README.md")


def test_a_sound_package_in_a_git_tree_is_accepted(gate):
    gate.save()
    git(gate.outside, "init", "-q")
    git(gate.outside, "add", "-A")
    gate.accepted()


def test_a_program_of_git_is_never_run(gate):
    gate.save()
    git(gate.root, "init", "-q")
    git(gate.root, "config", "core.fsmonitor", f"touch {gate.outside}/ran")
    gate.check()
    assert not (gate.outside / "ran").exists()


STRAY = [
    "draft.csv", "notes.txt", "frictionless_evil.py", "setup.py", "script.sh", "index.html", "page.md", "spec.vl.json",
    "template.jinja2", "config.yaml", "mkdocs.yml", "book.xlsx", "archive.zip", "lib.so", "data.pickle", "image.svg",
    ".hidden", ".env", ".gitattributes", ".github/workflows/evil.yml", "sub/table.csv", "README.MD", "readme.md",
    "conftest.py", "package.json", "Makefile", "pyproject.toml", "__init__.py", ".git/config", "README.vi.md",
]  # fmt: skip


@pytest.mark.parametrize("name", STRAY)
def test_a_file_that_is_not_listed_is_refused(gate, name):
    gate.write("x", name)
    gate.refused("file-unlisted", file=f"datapackages/one/{name}")


@pytest.mark.parametrize("name", ["README.md", "README.en.md"])
def test_a_word_to_readers_may_lie_in_a_package(gate, name):
    gate.write("# Gói\n<script>alert(1)</script>", name)
    gate.accepted()


KINDS = [
    "run.py",
    "run.sh",
    "page.html",
    "chart.json",
    "map.svg",
    "a.yaml",
    "a.zip",
    "a.xlsx",
    "a.exe",
    "a.js",
    "a.pickle",
    "a.sql",
]


@pytest.mark.parametrize("name", KINDS)
def test_a_listed_file_of_another_kind_is_refused(gate, name):
    gate.write("x", name)
    gate.descriptor["resources"].append({"name": "other", "path": name})
    gate.refused("file-kind", file=f"datapackages/one/{name}")


def test_a_listed_picture_or_map_is_left_out_and_said(gate):
    gate.write("{}", "map.geojson")
    gate.descriptor["resources"].append({"name": "map", "path": "map.geojson"})
    gate.warned("resource-left")


@pytest.mark.parametrize("name", ["evil.py", "mkdocs.yml", "one.zip", "index.html"])
def test_a_file_among_the_packages_is_refused(gate, name):
    (gate.root / "datapackages" / name).write_text("x")
    gate.refused("file-unlisted", file=f"datapackages/{name}")


def test_a_plugin_of_frictionless_beside_the_data_is_never_run(gate):
    (gate.root / "frictionless_evil.py").write_text(f"open({str(gate.outside / 'ran')!r}, 'w')")
    gate.accepted()
    assert not (gate.outside / "ran").exists()
