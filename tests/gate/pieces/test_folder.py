"""Real folders with everything in them that a package must not hold, and what is said of each entry."""

import os
import stat

import pytest

from build_scripts.ground.git_index import EXECUTABLE, LINK, SUBMODULE
from build_scripts.read.gate.beside import beside_problems
from build_scripts.read.gate.folder import (
    Entry,
    Listing,
    Modes,
    entry_problems,
    listing,
    size_problems,
    unlisted_problems,
)
from tests.gate.pieces import places

PLACE = "datapackages/one"
PLAIN = stat.S_IFREG | 0o644


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "one"
    made.mkdir()
    return made


def write(folder, *names):
    """Files that hold their own names."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")


def entry(path, size=1, mode=PLAIN, links=1, node=None):
    return Entry(path, mode, size, links, (1, hash(path)) if node is None else node)


def listed(*entries, whole=True):
    return Listing(tuple(entries), whole)


def said(problems):
    """Code, path in the package and value of problems, none of which has a line or a field."""
    found = places(problems)
    assert all(
        file.startswith(f"{PLACE}/") and (line, field) == (None, None) for _, file, line, field, _ in found
    )
    return [(code, file.removeprefix(f"{PLACE}/"), value) for code, file, _, _, value in found]


def test_a_folder_is_listed_by_path_with_what_the_disk_says(folder):
    write(folder, "b.csv", "a/c.csv", "a-b.csv")
    os.link(folder / "b.csv", folder / "twin.csv")
    (folder / "link").symlink_to("a", target_is_directory=True)
    found = listing(folder)
    assert found.whole
    assert [each.path for each in found.entries] == ["a", "a-b.csv", "a/c.csv", "b.csv", "link", "twin.csv"]
    for each in found.entries:
        seen = (folder / each.path).lstat()
        assert (each.mode, each.size, each.links) == (seen.st_mode, seen.st_size, seen.st_nlink)
        assert each.node == (seen.st_dev, seen.st_ino)
        assert each.is_file == stat.S_ISREG(seen.st_mode)
    assert [each.links for each in found.entries if each.is_file] == [1, 1, 2, 2]


def test_a_name_that_is_no_text_is_written_so_that_it_can_be_printed(folder):
    (folder / os.fsdecode(b"caf\xe9")).mkdir()
    (folder / os.fsdecode(b"caf\xe9/x.csv")).write_text("x", "utf-8")
    assert [each.path for each in listing(folder).entries] == ["caf\\udce9", "caf\\udce9/x.csv"]


def test_folders_are_walked_eight_deep_and_no_deeper(folder):
    write(folder, "/".join("abcdefgh") + "/file", "/".join("abcdefghi") + "/file")
    paths = [each.path for each in listing(folder).entries]
    assert "a/b/c/d/e/f/g/h/file" in paths
    assert "a/b/c/d/e/f/g/h/i" in paths
    assert "a/b/c/d/e/f/g/h/i/file" not in paths


def test_a_folder_that_is_not_there_is_empty(folder):
    assert listing(folder / "none") == Listing((), whole=True)


@pytest.mark.parametrize(("count", "whole"), [(300, True), (301, False), (302, False)])
def test_three_hundred_entries_are_listed_and_no_more_are_counted(folder, count, whole):
    for number in range(count):
        (folder / f"{number}").touch()
    found = listing(folder)
    assert (len(found.entries), found.whole) == (min(count, 301), whole)
    problems = list(size_problems(found, PLACE))
    assert places(problems) == ([] if whole else [("too-large", PLACE, None, None, "301")])
    assert all(each.message.en == "Files and folders in the package: 301, at most 300." for each in problems)


def test_nothing_is_too_large_when_there_are_few_entries_though_not_all_were_listed():
    assert list(size_problems(listed(entry("a"), whole=False), PLACE)) == []


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([entry("a.csv", 20_000_000), entry("b.csv", 20_000_000), entry("c.csv", 9_000_000), entry("datapackage.json", 1_000_000)], []),
        ([entry("a.csv", 20_000_001), entry("b.csv", 1), entry("c.csv", 20_000_002)], [
            ("too-large", f"{PLACE}/a.csv", "20000001", "Bytes of the file: 20000001, at most 20000000."),
            ("too-large", f"{PLACE}/c.csv", "20000002", "Bytes of the file: 20000002, at most 20000000."),
        ]),
        ([entry("datapackage.json", 1_000_001)], [
            ("too-large", f"{PLACE}/datapackage.json", "1000001", "Bytes of the file datapackage.json: 1000001, at most 1000000."),
        ]),
        ([entry("a/datapackage.json", 1_000_001)], []),
        ([entry(name, 17_000_000) for name in "abc"], [
            ("too-large", PLACE, "51000000", "Bytes of the package: 51000000, at most 50000000."),
        ]),
        ([entry("a", 60_000_000, stat.S_IFDIR | 0o755), entry("b", 60_000_000, stat.S_IFLNK | 0o777)], []),
    ],
)  # fmt: skip
def test_files_and_packages_have_a_size(entries, expected):
    found = list(size_problems(listed(*entries), PLACE))
    assert [(each.code, each.file, each.value, each.message.en) for each in found] == expected
    assert all((each.line, each.field) == (None, None) for each in found)


@pytest.mark.parametrize(
    ("mode", "git", "are_kept", "code"),
    [
        (PLAIN, 0, True, None), (PLAIN, 0o100644, True, None), (stat.S_IFDIR | 0o755, 0, True, None), (stat.S_IFREG | 0o744, 0, True, "file-executable"),
        (stat.S_IFREG | 0o654, 0, True, "file-executable"), (stat.S_IFREG | 0o645, 0, True, "file-executable"), (stat.S_IFREG | 0o755, 0, False, None),
        (PLAIN, EXECUTABLE, True, "file-executable"), (PLAIN, EXECUTABLE, False, "file-executable"), (PLAIN, LINK, True, "symlink"),
        (stat.S_IFDIR | 0o755, SUBMODULE, True, "submodule"), (stat.S_IFLNK | 0o777, 0, True, "symlink"), (stat.S_IFLNK | 0o777, SUBMODULE, True, "symlink"),
        (stat.S_IFIFO | 0o644, 0, True, "file-special"), (stat.S_IFCHR | 0o755, 0, True, "file-special"), (stat.S_IFSOCK | 0o755, 0, False, "file-special"),
    ],
)  # fmt: skip
def test_an_entry_is_a_plain_file_or_a_folder_on_the_disk_and_in_git(mode, git, are_kept, code):
    found = listed(entry("a/x.csv", mode=mode))
    modes = Modes({f"{PLACE}/a/x.csv": git} if git else {}, are_kept)
    assert said(entry_problems(found, PLACE, modes)) == (
        [] if code is None else [(code, "a/x.csv", "a/x.csv")]
    )
    assert said(entry_problems(found, PLACE, Modes({"datapackages/two/a/x.csv": LINK}))) == said(
        entry_problems(found, PLACE, Modes({}))
    )


def test_what_git_keeps_of_names_that_the_disk_does_not_show_is_looked_at_too():
    git = {
        f"{PLACE}/gone": LINK, f"{PLACE}/sub": SUBMODULE, f"{PLACE}/run": EXECUTABLE, f"{PLACE}/plain.csv": 0o100644,
        "datapackages/one-more/link": LINK, f"{PLACE}/there": LINK, "tools/run": EXECUTABLE,
    }  # fmt: skip
    found = said(entry_problems(listed(entry("there")), PLACE, Modes(git)))
    assert found == [
        ("symlink", "there", "there"),
        ("symlink", "gone", "gone"),
        ("submodule", "sub", "sub"),
        ("file-executable", "run", "run"),
    ]


def test_a_file_has_no_name_outside_its_package():
    twins = [entry("a.csv", links=2, node=(1, 7)), entry("b.csv", links=2, node=(1, 7))]
    assert said(entry_problems(listed(*twins), PLACE, Modes({}))) == []
    assert (
        said(entry_problems(listed(*twins, entry("c", links=3, mode=stat.S_IFDIR | 0o755)), PLACE, Modes({})))
        == []
    )
    apart = [twins[0], entry("b.csv", links=2, node=(2, 7))]
    assert said(entry_problems(listed(*apart), PLACE, Modes({}))) == [
        ("hard-link", "a.csv", "a.csv"),
        ("hard-link", "b.csv", "b.csv"),
    ]


def test_names_that_windows_keeps_and_names_that_are_one_are_refused():
    found = list(entry_problems(listed(entry("A.csv"), entry("a.csv"), entry("x/con.csv")), PLACE, Modes({})))
    assert said(found) == [("name-reserved", "x/con.csv", "x/con.csv"), ("name-collision", "a.csv", "a.csv")]
    assert found[1].message.en == (
        "“a.csv” and “A.csv” are one name where capital letters or composed accents make no difference."
    )


def test_a_file_is_listed_or_stands_beside_every_package():
    names = ["README.en.md", "README.md", "a.csv", "a/README.md", "b.csv", "datapackage.json", "pipe"]
    entries = [entry(name, mode=stat.S_IFIFO if name == "pipe" else PLAIN) for name in names]
    assert said(unlisted_problems(listed(*entries), PLACE, {"a.csv"})) == [
        ("file-unlisted", "a/README.md", "a/README.md"),
        ("file-unlisted", "b.csv", "b.csv"),
    ]


@pytest.mark.parametrize(
    ("name", "is_sound"),
    [("a.csv", True), ("A.CSV", True), ("a.tsv", True), ("map.GeoJSON", True), ("photo.jpeg", True), ("a.xlsx", False), ("run.py", False), ("a.csv.zip", False), ("csv", False), ("../a.py", True)],
)  # fmt: skip
def test_a_listed_file_is_of_a_kind_that_a_package_may_hold(name, is_sound):
    found = said(unlisted_problems(listed(entry("z.csv"), entry(name)), PLACE, {"z.csv", name}))
    assert found == (
        [] if is_sound else [("file-kind", name, name)]
    )  # a path out of the package is refused by others


def test_an_empty_folder_that_is_hidden_is_refused():
    folders = [
        entry(name, mode=stat.S_IFDIR | 0o755)
        for name in (".empty", ".full", "a", "a/.empty", "empty", "z.x")
    ]
    found = unlisted_problems(listed(*folders, entry(".full/a.csv")), PLACE, {".full/a.csv"})
    assert said(found) == [("file-unlisted", ".empty", ".empty"), ("file-unlisted", "a/.empty", "a/.empty")]
    assert said(unlisted_problems(listed(entry(".empty", mode=stat.S_IFLNK)), PLACE, set())) == []


@pytest.fixture
def packages(tmp_path):
    made = tmp_path / "datapackages"
    made.mkdir()
    return made


def beside(root, git=None):
    found = list(beside_problems(root, {} if git is None else git))
    assert all((each.line, each.field) == (None, None) for each in found)
    return [(each.code, each.file, each.value) for each in found]


def test_nothing_lies_beside_the_packages_but_the_reviewed_list_and_a_word_to_readers(packages, tmp_path):
    write(packages, "reviewed.csv", "README.md", "README.en.md", ".gitkeep", ".DS_Store", "one/x")
    assert beside(tmp_path) == []
    write(packages, "notes.txt", "b.csv")
    assert beside(tmp_path) == [
        ("file-unlisted", "datapackages/b.csv", "b.csv"),
        ("file-unlisted", "datapackages/notes.txt", "notes.txt"),
    ]


def test_links_and_submodules_in_the_place_of_packages_are_refused(packages, tmp_path):
    write(packages, "file", "one/x", "sub/x", "two/x")
    (packages / ".hidden").symlink_to("one")
    (packages / "shown").symlink_to("one")  # the package itself says so
    (packages / "known").symlink_to("one")
    names = {"sub": SUBMODULE, "file": LINK, "two": LINK, "known": LINK, "one/x": LINK, "shown": 0o100644}
    git = {f"datapackages/{name}": mode for name, mode in names.items()}
    assert beside(tmp_path, git) == [
        ("symlink", "datapackages/.hidden", ".hidden"),
        ("symlink", "datapackages/file", "file"),
        ("submodule", "datapackages/sub", "sub"),
        ("symlink", "datapackages/two", "two"),
    ]


def test_folders_whose_names_are_one_are_refused(packages, tmp_path):
    write(packages, "One/x", "one/x")
    found = list(beside_problems(tmp_path, {}))
    assert places(found) == [("name-collision", "datapackages/one", None, None, "one")]
    assert found[0].message.en.startswith("“one” and “One” are one name")


def test_a_name_beside_the_packages_that_is_no_text_can_be_printed(packages, tmp_path):
    (packages / os.fsdecode(b"caf\xe9.csv")).touch()
    assert beside(tmp_path) == [("file-unlisted", "datapackages/caf\\udce9.csv", "caf\\udce9.csv")]


def test_the_folder_of_packages_is_a_real_one_or_none(packages, tmp_path):
    packages.rename(tmp_path / "elsewhere")
    assert beside(tmp_path) == []
    packages.symlink_to("elsewhere")
    assert beside(tmp_path) == [("symlink", "datapackages", None)]
    packages.unlink()
    packages.touch()
    assert beside(tmp_path) == []
