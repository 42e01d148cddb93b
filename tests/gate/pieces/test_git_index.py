"""Where the index of git is found, whose names it holds, and whether the disk's own modes mean anything."""

import os
import subprocess

import pytest

from build_scripts.ground.git_index import EXECUTABLE, LINK, index_modes, modes_under

PLAIN = 0o100644


def git(folder, *words):
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


@pytest.fixture
def root(tmp_path):
    """A repository with a portal below its root."""
    made = tmp_path / "repository"
    (made / "portal").mkdir(parents=True)
    (made / "top").touch()
    (made / "portal/a").touch()
    (made / "portal/run").touch(0o755)
    (made / "portalx").touch()
    git(made, "init")
    git(made, "add", ".")
    return made


def test_the_index_is_sought_upwards_and_its_names_are_made_relative(root):
    whole = {"top": PLAIN, "portal/a": PLAIN, "portal/run": EXECUTABLE, "portalx": PLAIN}
    assert modes_under(root) == (whole, True)
    assert modes_under(root / "portal") == ({"a": PLAIN, "run": EXECUTABLE}, True)
    (root / "portal/deep/er").mkdir(parents=True)
    assert modes_under(root / "portal/deep/er") == ({}, True)


def test_a_portal_reached_by_a_link_is_the_one_it_leads_to(root, tmp_path):
    (tmp_path / "link").symlink_to(root / "portal")
    assert modes_under(tmp_path / "link") == ({"a": PLAIN, "run": EXECUTABLE}, True)


def test_a_folder_of_git_without_an_index_is_passed_over(root):
    (root / "portal/.git").mkdir()
    assert modes_under(root / "portal") == ({"a": PLAIN, "run": EXECUTABLE}, True)


def test_without_git_nothing_is_kept_and_the_disk_counts(tmp_path):
    assert modes_under(tmp_path) == ({}, True)


@pytest.mark.parametrize(
    "says", ["gitdir: ../repository/.git\n", "gitdir:../repository/.git", "gitdir: {}/.git\r\n"]
)
def test_a_file_may_name_the_folder_of_git(root, tmp_path, says):
    (tmp_path / "other").mkdir()
    (tmp_path / "other/.git").write_text(says.format(root), "utf-8")
    assert modes_under(tmp_path / "other")[0]["portal/run"] == EXECUTABLE


def test_a_file_that_names_no_folder_of_git_is_passed_over(root):
    (root / "portal/.git").write_bytes(b"gitdir: \xff\xfe nowhere")
    assert modes_under(root / "portal") == ({"a": PLAIN, "run": EXECUTABLE}, True)


def test_an_index_of_a_hundred_million_bytes_is_not_read(root):
    os.truncate(root / ".git/index", 100_000_000)
    assert modes_under(root) == ({}, True)


@pytest.mark.parametrize(
    ("config", "are_kept"),
    [
        ("[core]\n\tfilemode = false\n", False), ("[core]\n\tfileMode=FALSE", False), ("filemode = true", True), ("", True), ("\tfilemode = falsey", True),
        ("# filemode = false", True), ("filemode = false # no", True), ("xfilemode = false", True), ("\xff\n filemode  =  false  \n", False),
        ("#" * 99_984 + "\nfilemode = false", True), ("#" * 99_983 + "\nfilemode = false", False),
    ],
)  # fmt: skip
def test_the_disk_counts_unless_git_says_that_it_does_not(root, config, are_kept):
    (root / ".git/config").write_bytes(config.encode("latin-1"))
    assert modes_under(root)[1] == are_kept
    (root / ".git/config").unlink()
    assert modes_under(root)[1] is True


def test_a_second_working_tree_keeps_to_what_the_first_one_says(root, tmp_path):
    git(root, "commit", "-m", "x")
    git(root, "worktree", "add", tmp_path / "second")
    assert modes_under(tmp_path / "second")[1] is True
    git(root, "config", "core.fileMode", "false")
    assert modes_under(tmp_path / "second")[1] is False


def test_a_name_that_is_no_text_is_spelt_as_the_listing_of_the_folder_spells_it(root):
    (root / os.fsdecode(b"caf\xe9")).symlink_to("top")
    git(root, "add", ".")
    assert modes_under(root)[0]["caf\\udce9"] == LINK


def entry(name, flags=0, more=b""):
    """An entry of version 2 or 3, padded with one to eight zeros to a multiple of eight bytes."""
    fixed = bytes(24) + (0o100644).to_bytes(4, "big") + bytes(32) + flags.to_bytes(2, "big") + more + name
    return fixed + bytes(8 - len(fixed) % 8)


def head(count, version=2, sign=b"DIRC"):
    return sign + version.to_bytes(4, "big") + count.to_bytes(4, "big")


@pytest.mark.parametrize("length", range(1, 18))
def test_entries_of_every_length_follow_one_another(length):
    name = b"n" * length
    data = head(3) + entry(name) + entry(name + b"2") + entry(b"last")
    assert index_modes(data) == {name.decode(): PLAIN, name.decode() + "2": PLAIN, "last": PLAIN}


def test_an_entry_with_more_flags_has_its_name_after_them():
    data = head(2, 3) + entry(b"a", 0x4000, b"\x20\x00") + entry(b"b")
    assert index_modes(data) == {"a": PLAIN, "b": PLAIN}


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (head(0), set()), (head(1) + entry(b"a"), {"a"}), (head(1) + entry(b"a") + entry(b"b"), {"a"}), (head(2) + entry(b"a"), set()),
        (head(1, 5) + entry(b"a"), set()), (head(1, 1) + entry(b"a"), set()), (head(1, sign=b"dirc") + entry(b"a"), set()), (head(1)[:11], set()),
        (head(1) + entry(b"a")[:40], set()), (head(1) + entry(b"a")[:63], set()), (b"", set()),
        (head(2, 4) + entry(b"")[:62] + b"\x00abc\x00" + entry(b"")[:62] + b"\x02xy\x00", {"abc", "axy"}), (head(1, 4) + entry(b"")[:62], set()),
        (head(1, 4) + entry(b"")[:62] + b"\x80", set()),
    ],
)  # fmt: skip
def test_an_index_is_read_whole_or_not_at_all(data, names):
    assert set(index_modes(data)) == names


@pytest.mark.parametrize(
    ("written", "dropped"), [(b"\x00", 0), (b"\x7f", 127), (b"\x80\x00", 128), (b"\x80\x7f", 255), (b"\x81\x00", 256), (b"\x80\x80\x00", 16512)]
)  # fmt: skip
def test_how_much_of_a_name_is_dropped_is_written_as_git_writes_offsets(written, dropped):
    whole = b"x" * 20000
    data = head(2, 4) + entry(b"")[:62] + b"\x00" + whole + b"\0" + entry(b"")[:62] + written + b"y\0"
    assert sorted(map(len, index_modes(data))) == sorted([20000, 20000 - dropped + 1])
