"""The bytes and rows of a table: encodings, line ends, quotation marks, headers, keys."""

import codecs
import subprocess
import unicodedata

import pytest

from tests.gate.kit import named

HEAD = "province,year,value,note\n"
BODY = "Hà Nội,2023,1,số liệu chính thức của thành phố\nHải Phòng,2023,2,ước tính của Cục Thống kê\nĐắk Lắk,2023,3,Thừa Thiên Huế\n"
VNI = (
    HEAD
    + "Haø Noäi,2023,1,soá lieäu chính thöùc cuûa thaønh phoá\nHaûi Phoøng,2023,2,öôùc tính cuûa Cuïc Thoáng keâ\n"
).encode("cp1252")


def converted(text, encoding):
    """Text as iconv writes it in an encoding that Python does not know."""
    done = subprocess.run(
        ["iconv", "-f", "UTF-8", "-t", encoding], input=text.encode(), capture_output=True, check=True
    )
    return done.stdout


def _by_letter(text):
    """Text as Windows writes it in its Vietnamese code page: tone marks behind their letters."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    data = b""
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(sign for sign in parts if sign not in tones))
        data += base.encode("cp1258") + "".join(sign for sign in parts if sign in tones).encode("cp1258")
    return data


FOREIGN = {
    "UTF-16": (HEAD + BODY).encode("utf-16"),
    "UTF-16LE": (HEAD + BODY).encode("utf-16-le"),
    "UTF-16BE": (HEAD + BODY).encode("utf-16-be"),
    "UTF-32": (HEAD + BODY).encode("utf-32"),
    "UTF-7": (HEAD + BODY).encode("utf-7"),
    "Windows-1258": _by_letter(HEAD + BODY),
    "TCVN3 (ABC)": None,
    "VISCII": None,
    "VNI": VNI,
    "Windows-1252 (Latin-1)": (HEAD + "Café,2023,1,déjà vu à Orléans\n").encode("cp1252"),
}
ICONV = {"TCVN3 (ABC)": "TCVN5712-1", "VISCII": "VISCII"}


@pytest.mark.parametrize("name", FOREIGN)
def test_an_encoding_is_named_with_the_command_that_converts_it(gate, name):
    gate.write(converted(HEAD + BODY, ICONV[name]) if FOREIGN[name] is None else FOREIGN[name])
    found = gate.refused("encoding-detected", file="datapackages/one/table.csv")
    assert f" {name}," in found["message"]["en"]
    assert "portal fix --encoding" in found["remedy"]["en"]
    assert name == "VNI" or "iconv -f" in found["remedy"]["vi"]


@pytest.mark.parametrize("name", ["TCVN3 (ABC)", "VNI", "Windows-1258"])
@pytest.mark.parametrize("text", ["Hải Phòng", "Tỉnh Quảng Ninh"])
def test_one_word_is_enough_to_name_an_encoding_of_vietnamese(gate, name, text):
    whole = HEAD + f"{text},2023,1,x\n"
    by_name = {
        "VNI": lambda: (HEAD + "Haûi Phoøng,2023,1,x\n").encode("cp1252"),
        "Windows-1258": lambda: _by_letter(whole),
    }
    gate.write(by_name.get(name, lambda: converted(whole, ICONV.get(name)))())
    assert f" {name}," in gate.refused("encoding-detected")["message"]["en"]


def test_old_letters_pasted_into_unicode_are_named(gate):
    old = converted(BODY, "TCVN5712-1").decode("cp1252", "replace")
    gate.write(
        HEAD + "Hµ Néi,2023,1,sè liÖu chÝnh thøc cña thµnh phè\nH¶i Phßng,2023,2,íc tÝnh cña Côc Thèng kª\n"
    )
    assert old
    assert "TCVN3" in gate.refused("encoding-detected")["message"]["en"]


def test_letters_encoded_twice_are_named(gate):
    gate.write((HEAD + "Hà Nội,2023,1,số liệu\n").encode().decode("cp1252", "ignore").encode())
    said = gate.check()
    assert said.errors & {"encoding-detected", "character-forbidden"}


@pytest.mark.parametrize(
    "text",
    ["Île-de-France,2023,1,déjà vu été Noël", "Baden-Württemberg,2023,1,Maße für Öl", "São Paulo,2023,1,ação não é só",
     "Málaga,2023,1,año señor ¿qué?", "Škocjan,2023,1,žaba čaj", "Κρήτη,2023,1,νησί", "日本,2023,1,東京", "Москва,2023,1,город",
     "Kraków,2023,1,żółć", "Ísafjörður,2023,1,það", "Hà Nội – Thủ đô,2023,1,“mới” … 50 % ✓"],
)  # fmt: skip
def test_utf_8_in_other_languages_passes(gate, text):
    gate.write(HEAD + text + "\n")
    gate.accepted()


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00", b"\x80\x81\x82", b"\xc3", b"\xed\xa0\x80", b"\xf5\x80\x80\x80"]
)
def test_bytes_that_are_no_text_are_refused(gate, data):
    gate.write(HEAD.encode() + b"a" + data + b",2023,1,x\n")
    assert gate.check().errors & {"encoding-broken", "encoding-detected"}


def test_a_byte_order_mark_is_repaired_and_reported(gate):
    gate.write(codecs.BOM_UTF8 + (HEAD + BODY).encode())
    gate.warned("bom")


@pytest.mark.parametrize(
    "data",
    [b"<!DOCTYPE html><html></html>", b"  <html>", b"\xef\xbb\xbf<HTML>", b"<script>alert(1)</script>", b"<?xml version='1.0'?>",
     b"PK\x03\x04rest", b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", b"%PDF-1.7", b"\x1f\x8b\x08",
     b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x89PNG\r\n", b"\x7fELF", b"#!/bin/sh\nid\n", b"PAR1", b"SQLite format 3\x00"],
)  # fmt: skip
def test_another_thing_under_the_name_of_a_table_is_refused_and_named(gate, data):
    gate.write(data)
    gate.refused("file-not-csv", file="datapackages/one/table.csv")


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        ("", "header-differs", 1),
        (HEAD, "csv-empty", None),
        ("\n\n\n", "header-differs", 1),
        (HEAD + "\n" + "a,2023,1,x\n", "row-blank", 2),
        (HEAD + ",,,\n", "row-blank", 2),
        (HEAD + "a,2023,1\n", "row-short", 2),
        (HEAD + "a,2023,1,x,y\n", "row-long", 2),
        (HEAD + 'a,2023,1,"x\n', "csv-broken", 2),
        (HEAD + 'a,2023,1,"x"y\n', "csv-broken", 2),
        (HEAD + 'a,2023,1,x"y\n', "quote-stray", 2),
        (HEAD + 'a,2023,1,x\nb,2023,1,5" ống\n', "quote-stray", 3),
        ("province;year;value;note\na;2023;1;x\n", "delimiter-undeclared", 1),
        ("province\tyear\tvalue\tnote\na\t2023\t1\tx\n", "delimiter-undeclared", 1),
        ("province|year|value|note\na|2023|1|x\n", "delimiter-undeclared", 1),
        ("a,2023,1,x\n", "header-differs", 1),
        ("Province,year,value,note\na,2023,1,x\n", "header-differs", 1),
        ("year,province,value,note\n2023,a,1,x\n", "header-differs", 1),
        ("province,year,value\na,2023,1\n", "header-differs", 1),
        ("province,year,value,note,more\na,2023,1,x,y\n", "header-differs", 1),
        ("province,year,value,value\na,2023,1,x\n", "header-differs", 1),
        ("<b>province</b>,year,value,note\na,2023,1,x\n", "header-differs", 1),
        ("=1+1,year,value,note\na,2023,1,x\n", "header-differs", 1),
        (" province,year,value,note\na,2023,1,x\n", "header-differs", 1),
        (HEAD + "a,2023,1,x\x00\n", "character-forbidden", 2),
        (HEAD + "a,2023,1,x\x1b[31m\n", "character-forbidden", 2),
        (HEAD + "a,2023,1,x\u200by\n", "character-forbidden", 2),
        (HEAD + "a\u202e,2023,1,x\n", "character-forbidden", 2),
        (HEAD + "a,2023,1,\ue000\n", "character-forbidden", 2),
        (HEAD + "a,2023,1,\ufeffx\n", "character-forbidden", 2),
        (HEAD + "a,2023,1,x\ufffd\n", "character-forbidden", 2),
        (HEAD + "a,2023,1,x\U000e0041\n", "character-forbidden", 2),
        (HEAD + 'a,2023,"1\n2",x\n', "cell-line-break", 2),
        (HEAD + 'a,"2023\n",1,x\n', "cell-line-break", 2),
        (HEAD + "a,2023,1,x\na,2023,2,y\n", "primary-key-duplicate", 3),
        (HEAD + "a,20l5,1,x\n", "type-error", 2),
        (HEAD + "a,２０２３,1,x\n", "number-form", 2),
    ],
    ids=named,
)  # fmt: skip
def test_a_table_that_is_badly_written_is_refused_with_its_line(gate, data, code, line):
    gate.write(data)
    gate.refused(code, file="datapackages/one/table.csv", line=line)


def test_mixed_line_ends_are_warned_of(gate):
    gate.write(HEAD + "a,2023,1,x\r\nb,2023,1,y\n")
    gate.warned("line-ends-mixed")


def test_text_in_pieces_is_warned_of(gate):
    gate.write(HEAD + unicodedata.normalize("NFD", "Hà Nội,2023,1,x\n"))
    found = gate.warned("text-decomposed")
    assert (found["line"], found["field"]) == (2, "province")


def test_a_key_to_nothing_is_refused(gate):
    gate.write("id\na\n", "areas.csv")
    schema = {"fields": [{"name": "id", "type": "string"}], "primaryKey": ["id"]}
    gate.descriptor["resources"].append({"name": "areas", "path": "areas.csv", "schema": schema})
    gate.table["schema"]["foreignKeys"] = [
        {"fields": "province", "reference": {"resource": "areas", "fields": "id"}}
    ]
    gate.refused("foreign-key-missing", line=2, field="province", value="Hà Nội")


@pytest.mark.parametrize(
    ("constraint", "value", "code"),
    [
        ({"required": True}, "", "constraint-required"),
        ({"enum": ["a", "b"]}, "c", "constraint-enum"),
        ({"pattern": "[a-z]+"}, "A1", "constraint-pattern"),
        ({"maxLength": 2}, "abc", "constraint-length"),
        ({"unique": True}, "x", "constraint-unique"),
    ],
)
def test_a_cell_outside_its_constraints_is_refused(gate, constraint, value, code):
    gate.fields[3]["constraints"] = constraint
    gate.write(HEAD + f"a,2023,1,{value}\nb,2023,1,{value}\n")
    gate.refused(code, field="note")
