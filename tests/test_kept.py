"""What is kept is what was written, or nothing."""

import os
import re
from concurrent.futures import ProcessPoolExecutor

import pytest

from build_scripts.ground.kept import Kept, key_of

KEY = key_of("a")


def entries(folder):
    return [each for each in folder.rglob("*") if each.is_file()]


def test_what_was_kept_is_got_back(tmp_path):
    kept = Kept(tmp_path / "store")
    assert kept.get(KEY) is None
    for data in (b"", b"\0one\r\n", bytes(range(256)) * 1000):
        kept.put(KEY, data)
        assert Kept(tmp_path / "store").get(KEY) == data
    assert len(entries(tmp_path)) == 1


@pytest.mark.parametrize("length", [0, 1, 31, 32, 40, -1])
def test_an_entry_that_was_cut_short_counts_as_none(tmp_path, length):
    kept = Kept(tmp_path)
    kept.put(KEY, b"0123456789")
    (file,) = entries(tmp_path)
    file.write_bytes(file.read_bytes()[:length])
    assert kept.get(KEY) is None


@pytest.mark.parametrize("place", [0, 31, 32, 41])
def test_an_entry_in_which_a_byte_was_changed_counts_as_none(tmp_path, place):
    kept = Kept(tmp_path)
    kept.put(KEY, b"0123456789")
    (file,) = entries(tmp_path)
    data = bytearray(file.read_bytes())
    data[place] ^= 1
    file.write_bytes(data)
    assert kept.get(KEY) is None


def test_an_entry_that_was_put_in_the_place_of_another_counts_as_none(tmp_path):
    kept, other = Kept(tmp_path), key_of("b")
    kept.put(KEY, b"one")
    kept.put(other, b"two")
    one, two = (tmp_path / key[:2] / key[2:] for key in (KEY, other))
    two.replace(one)
    assert (kept.get(KEY), kept.get(other)) == (None, None)


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path):
    (tmp_path / "file").write_text("")
    kept = Kept(tmp_path / "file/store")
    kept.put(KEY, b"one")
    assert kept.get(KEY) is None


def test_a_folder_in_the_place_of_an_entry_counts_as_none(tmp_path):
    kept = Kept(tmp_path)
    (tmp_path / KEY[:2] / KEY[2:]).mkdir(parents=True)
    kept.put(KEY, b"one")
    assert kept.get(KEY) is None
    assert entries(tmp_path) == []


@pytest.mark.parametrize("key", ["", "a" * 63, "../" + "a" * 61, "A" * 64, "a" * 64 + "\n"])
def test_a_key_leads_nowhere_else(tmp_path, key):
    for use in (lambda kept: kept.get(key), lambda kept: kept.put(key, b"")):
        with pytest.raises(ValueError, match=f"^{re.escape(key)}$"):
            use(Kept(tmp_path))


def test_a_key_tells_its_parts_apart():
    told = [("ab",), ("a", "b"), ("", "ab"), ("ab", ""), ("a", "", "b"), ("\ud800",)]
    assert len({key_of(*parts) for parts in told}) == len(told)
    assert key_of("a", "b") == key_of(b"a", b"b")


def often(folder):
    kept = Kept(folder)
    for number in range(200):
        kept.put(KEY, str(number).encode() * 5000)
        data = kept.get(KEY)
        assert data is not None
        assert data == data[: len(data) // 5000] * 5000
    return os.getpid()


def test_several_processes_write_and_read_at_once(tmp_path):
    with ProcessPoolExecutor(3) as pool:
        assert len(set(pool.map(often, [tmp_path] * 3))) >= 1
    assert len(entries(tmp_path)) == 1


def test_the_oldest_go_when_too_much_is_kept(tmp_path):
    kept = Kept(tmp_path)
    keys = [key_of(str(number)) for number in range(4)]
    for age, key in enumerate(reversed(keys)):
        kept.put(key, b"x" * 68)  # a hundred bytes with its digest
        (path,) = tmp_path.glob(f"{key[:2]}/{key[2:]}")
        os.utime(path, (10_000 + age, 10_000 + age))
    kept.prune(400)
    assert [kept.has(key) for key in keys] == [True] * 4
    kept.prune(399)
    assert [kept.has(key) for key in keys] == [True, False, False, False]
