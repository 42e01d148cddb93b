"""`portal fix` mends what is certain, shows it, and leaves everything else as it is."""

import codecs
import hashlib
import json
import unicodedata

import pytest

from build_scripts.__main__ import main

HEAD = "province,year,value,note\n"


def fix(gate, *arguments):
    gate.save()
    return main(["fix", "--root", str(gate.root), "--lang", "en", *map(str, arguments)])


@pytest.mark.parametrize(
    ("data", "after", "said"),
    [
        (codecs.BOM_UTF8 + (HEAD + "a,2023,1,x\n").encode(), HEAD + "a,2023,1,x\n", "byte order mark"),
        ((HEAD + "a,2023,1,x\r\nb,2023,2,y\n").encode(), HEAD + "a,2023,1,x\nb,2023,2,y\n", "line ends are LF"),
        (unicodedata.normalize("NFD", HEAD + "Hà Nội,2023,1,x\n").encode(), HEAD + "Hà Nội,2023,1,x\n", "NFC"),
        ((HEAD + 'a,2023,"1.234,5",x\n').encode(), HEAD + "a,2023,1234.5,x\n", "line 2, column “value”: “1.234,5” -> “1234.5”"),
        ((HEAD + "a,2023,1, x \n").encode(), HEAD + "a,2023,1,x\n", "column “note”"),
        ((HEAD + "a,2023,１２,x\n").encode(), HEAD + "a,2023,12,x\n", "“１２” -> “12”"),
    ],
    ids=range(6),
)  # fmt: skip
def test_what_is_certain_is_mended_and_shown(gate, capsys, data, after, said):
    gate.write(data)
    assert fix(gate) == 0
    assert said in capsys.readouterr().out
    assert (gate.folder / "table.csv").read_text("utf-8") == after
    gate.accepted()


@pytest.mark.parametrize("cell", ['"1,234"', "12%", "NaN", "n/a", "abc", '"1.234"'])
def test_what_has_two_readings_or_none_is_left_as_it_is(gate, capsys, cell):
    gate.write(HEAD + f"a,2023,{cell},x\n")
    assert fix(gate) == 0
    assert "There was nothing to mend." in capsys.readouterr().out
    assert (gate.folder / "table.csv").read_text("utf-8") == HEAD + f"a,2023,{cell},x\n"


def test_a_declared_checksum_follows_what_was_mended(gate):
    data = codecs.BOM_UTF8 + (HEAD + "a,2023,1,x\n").encode()
    gate.write(data)
    gate.table.update(bytes=len(data), hash=f"sha256:{hashlib.sha256(data).hexdigest()}")
    assert fix(gate) == 0
    gate.accepted()


def test_a_checksum_that_was_wrong_is_stated_anew_only_when_asked(gate):
    gate.table.update(bytes=7, hash=f"sha256:{'0' * 64}")
    assert fix(gate) == 0
    gate.refused("hash-differs")
    assert fix(gate, "--checksums") == 0
    assert json.loads((gate.folder / "datapackage.json").read_text("utf-8"))["title"] == "Một gói"
    gate.accepted()


def test_an_old_encoding_is_converted_by_the_command_that_the_remedy_names(gate, capsys):
    gate.write((HEAD + "H¶i Phßng,2023,1,sè liÖu chÝnh thøc\n").encode("cp1252"))
    remedy = gate.refused("encoding-detected")["remedy"]["en"]
    assert "portal fix --encoding tcvn3 datapackages/one/table.csv" in remedy
    assert fix(gate, "--encoding", "tcvn3", gate.folder / "table.csv") == 0
    assert "TCVN3" in capsys.readouterr().out
    assert (gate.folder / "table.csv").read_text("utf-8") == HEAD + "Hải Phòng,2023,1,số liệu chính thức\n"
    gate.accepted()


def test_a_link_is_not_written_through(gate, capsys):
    (gate.outside / "secret.csv").write_bytes((HEAD + "H¶i,2023,1,x\n").encode("cp1252"))
    (gate.folder / "link.csv").symlink_to(gate.outside / "secret.csv")
    assert fix(gate, "--encoding", "tcvn3", gate.folder / "link.csv") == 1
    assert "nothing was written" in capsys.readouterr().err


def test_the_real_packages_need_no_mending(capsys):
    assert main(["fix", "--root", ".", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "There was nothing to mend.\n"
