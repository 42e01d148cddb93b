"""Pieces of the gate against what others say of the same: git of its index, iconv of its letters, paper of its numbers."""

import subprocess
import unicodedata

import pytest

from build_scripts.ground.git_index import EXECUTABLE, LINK, index_modes, modes_under
from build_scripts.read.gate.encodings import ENCODINGS
from build_scripts.read.gate.numbers import is_lenient, meant
from build_scripts.read.gate.signs import forbidden, named
from build_scripts.read.gate.vietnamese import is_syllable, likeness, viscii


def git(folder, *words):
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(tmp_path):
    """Files of every kind, some of whose names are so long that an index must count beyond 127 to drop them."""
    root = tmp_path / "whole"
    for name in (
        "a",
        "b/c",
        "b/" + "long-" * 40 + "1",
        "b/" + "long-" * 40 + "2",
        "b/d",
        "é",
        "z/" + "x" * 200 + "/y",
        "zz",
    ):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    (root / "run").write_text("#!/bin/sh\n", "utf-8")
    (root / "run").chmod(0o755)
    (root / "link").symlink_to("a")
    git(root, "init")
    git(root, "add", ".")
    return root


def told(root):
    """What git itself says of its index."""
    listed = git(root, "-c", "core.quotePath=false", "ls-files", "--stage", "-z").split("\0")[:-1]
    return {each.partition("\t")[2]: int(each[:6], 8) for each in listed}


@pytest.mark.parametrize("version", ["2", "3", "4"])
def test_the_modes_are_those_that_git_names(repository, version):
    git(repository, "update-index", "--index-version", version)
    if version != "2":
        (repository / "later").write_text("x", "utf-8")
        git(repository, "add", "--intent-to-add", "later")  # an entry with more flags
    found = index_modes((repository / ".git/index").read_bytes())
    assert found == told(repository)
    assert (found["run"], found["link"]) == (EXECUTABLE, LINK)
    assert modes_under(repository) == (found, True)
    assert modes_under(repository / "b")[0] == {
        name[2:]: mode for name, mode in found.items() if name[:2] == "b/"
    }


def test_a_second_working_tree_has_its_own_index_and_a_system_without_modes_says_so(repository, tmp_path):
    git(repository, "commit", "-m", "x")
    git(repository, "worktree", "add", tmp_path / "second")
    (tmp_path / "second/only-here").write_text("x", "utf-8")
    git(tmp_path / "second", "add", ".")
    assert "only-here" in modes_under(tmp_path / "second")[0]
    git(repository, "config", "core.fileMode", "false")
    assert modes_under(repository)[1] is False


@pytest.mark.parametrize("cut", [0, 4, 11, 12, 40, 80])
def test_bytes_that_are_no_index_have_no_modes(repository, cut):
    whole = (repository / ".git/index").read_bytes()
    assert index_modes(whole[:cut]) == {}
    assert index_modes(b"X" + whole[1:]) == index_modes(whole[:7] + b"\x09" + whole[8:]) == {}


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        ("\x00", "U+0000 CONTROL"), ("\x7f", "U+007F CONTROL"), ("\ue000", "U+E000 PRIVATE USE"), ("\ud800", "U+D800 SURROGATE"),
        ("\uffff", "U+FFFF UNASSIGNED"), ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"), ("\U000f0000", "U+F0000 PRIVATE USE"),
    ],
)  # fmt: skip
def test_a_sign_that_no_eye_sees_is_named(sign, name):
    assert forbidden(f"a{sign}b") == sign
    assert named(sign) == name


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("12,5", "12.5"), ("1.234,5", "1234.5"), ("1,234.5", "1234.5"), ("-1.234.567", "-1234567"), ("1,234,567", "1234567"),
        ("1 234", "1234"), ("1\u202f234", "1234"), ("1\u2009234", "1234"), ("1'234", "1234"), ("1’234", "1234"), ("\u22125", "-5"),
        ("\u20135", "-5"), ("１２．５", "12.5"), ("＋5", "+5"), ("٣", "3"), ("12,3456", "12.3456"), ("1,234", None), ("1.2.3", None),
        ("12", None), ("", None), ("x", None), ("9" * 400 + " ", None), (" 7", "7"),
    ],
)  # fmt: skip
def test_a_number_that_is_certainly_meant_is_written_plainly(cell, number):
    assert meant(cell) == number


@pytest.mark.parametrize(
    "cell",
    [
        "inf",
        "INF",
        "Infinity",
        "-inf",
        "nan",
        "NaN",
        "sNaN",
        "1e5",
        "1E5",
        "1_0",
        " 1",
        "1 ",
        "١",
        "+1",
        "--",
    ],
)
def test_what_a_program_may_take_for_a_number_is_known(cell):
    assert is_lenient(cell)


@pytest.mark.parametrize("cell", ["a", "1a", "infinit", "nane", "12%", "1,5"])
def test_what_no_program_takes_for_a_number_is_known_too(cell):
    assert not is_lenient(cell)


def test_every_byte_of_viscii_is_the_letter_that_iconv_makes_of_it():
    every = bytes(range(128, 256))
    theirs = subprocess.run(
        ["iconv", "-f", "VISCII", "-t", "UTF-8"], input=every, capture_output=True, check=True
    ).stdout
    assert viscii(every) == unicodedata.normalize("NFC", theirs.decode("utf-8"))


def test_a_text_is_like_vietnamese_by_its_different_words_with_accents():
    assert likeness("Hà Nội, hà nội và Huế; Paris à Zürich ở") == (
        5,
        4 / 5,
    )  # hà, nội, và, huế, but no zürich
    assert likeness("Ha Noi ở") == (0, 0.0)
    assert likeness("") == (0, 0.0)


@pytest.mark.parametrize(
    ("word", "is_one"),
    [("nghiêng", True), ("được", True), ("ở", True), ("züri", False), ("ộ́", False), ("bcd", False)],
)
def test_a_syllable_has_one_tone_and_the_shape_of_one(word, is_one):
    assert is_syllable(word) == is_one


def test_the_command_that_converts_a_file_is_said_whole():
    assert ENCODINGS["vni"].command("a.csv") == "portal fix --encoding vni a.csv"
    assert ENCODINGS["windows-1258"].command("a.csv") == (
        "iconv -f CP1258 -t UTF-8 a.csv | uconv -x any-nfc > utf8.csv && mv utf8.csv a.csv "
        "(portal fix --encoding windows-1258 a.csv)"
    )
    assert "uconv" not in ENCODINGS["windows-1252"].command("a.csv")
