"""Encodings other than UTF-8: which one bytes are in, and where the line is drawn."""

import subprocess
import unicodedata

import pytest

from build_scripts.read.gate.encodings import ENCODINGS, foreign
from build_scripts.read.gate.vietnamese import cp1258, is_syllable, likeness, tcvn3, viscii, vni

TEXT = "tỉnh,năm\nThừa Thiên Huế,2023\nĐà Nẵng,2023\nQuảng Ngãi: số liệu chính thức của Cục Thống kê\n"


def name(data):
    found = foreign(data)
    return None if found is None else found.name


def converted(text, encoding):
    done = subprocess.run(
        ["iconv", "-f", "UTF-8", "-t", encoding], input=text.encode(), capture_output=True, check=True
    )
    return done.stdout


def apart(text):
    """Text as Windows-1258 holds it: tone marks behind their letters."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    found = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        found.append(unicodedata.normalize("NFC", "".join(sign for sign in parts if sign not in tones)))
        found.extend(sign for sign in parts if sign in tones)
    return "".join(found).encode("cp1258")


VNI = "Thöøa Thieân Hueá, Quaûng Ngaõi: soá lieäu chính thöùc cuûa Cuïc Thoáng keâ"
VNI_MEANT = "thừa thiên huế, quảng ngãi: số liệu chính thức của cục thống kê"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (TEXT.encode(), None), (b"", None), (b"a,b\n1,2\n", None), (b"\xef\xbb\xbf" + TEXT.encode(), None), (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"), (TEXT.encode("utf-32"), "utf-32"), (b"\x00\x00\xfe\xff" + TEXT.encode("utf-32-be"), "utf-32"),
        (TEXT.encode("utf-16-le"), "utf-16-le"), (TEXT.encode("utf-16-be"), "utf-16-be"), (TEXT.encode("utf-7"), "utf-7"), (apart(TEXT), "windows-1258"),
        (converted(TEXT, "TCVN5712-1"), "tcvn3"), (converted(TEXT, "VISCII"), "viscii"), (VNI.encode("cp1252"), "vni"),
        (VNI.encode(), "vni-in-utf-8"), (TEXT.encode().decode("latin-1").encode(), None), (converted(TEXT, "TCVN5712-1").decode("cp1252").encode(), "tcvn3-in-utf-8"),
        ("Café à Orléans".encode("cp1252"), "windows-1252"), ("Café à Orléans".encode().decode("cp1252").encode(), "mojibake"), (b"\x80\x81\x82", None),
        (b"100 \x80\n", None), ("5 µg/m³".encode("cp1252"), None), ("é".encode("cp1252"), None), ("éa".encode("cp1252"), "windows-1252"),
        ("aé".encode("cp1252"), "windows-1252"), (b"\x81\xe9a", None),
    ],
)  # fmt: skip
def test_bytes_are_known_by_their_encoding(data, expected):
    assert name(data) == expected


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp1252"])
def test_what_is_known_is_read(encoding):
    text = "Café à Orléans, déjà vu"
    assert foreign(text.encode(encoding)).decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("data", "meant"),
    [
        (apart(TEXT), TEXT), (converted(TEXT, "TCVN5712-1"), TEXT), (converted(TEXT, "VISCII"), TEXT),
        (converted(TEXT, "TCVN5712-1").decode("cp1252").encode(), TEXT), ("Café à Orléans".encode().decode("cp1252").encode(), "Café à Orléans"),
    ],
)  # fmt: skip
def test_what_is_vietnamese_is_read_letter_by_letter(data, meant):
    assert foreign(data).decode(data) == meant


def test_what_a_font_in_utf_8_cannot_hold_is_asked_for():
    assert ENCODINGS["tcvn3-in-utf-8"].decode(b"a\xffb") == "a?b"
    assert ENCODINGS["vni-in-utf-8"].decode("aộb".encode()) == "a?b"


@pytest.mark.parametrize("data", [VNI.encode("cp1252"), VNI.encode()])
def test_what_is_written_for_a_font_is_read_letter_by_letter(data):
    assert foreign(data).decode(data).lower() == VNI_MEANT


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (b"Ng\xc3\xa0y".decode("utf-8").encode("utf-7"), True), (b"a+-b", False), (b"1+2-3", False), (b"a+abc-b", False), (b"x+AOk-", True), (b"+AOkAMQ-", False),
        (b"+IAA-", False), (b"+H///-", False), (b"+AH8-", False), (b"+AIA-", False), (b"+Hv8-", True), (b"+IHE-", False), (b"+AGEA6Q-", False), (b"+Hvk-", True), (b"tel +84912345678-9", False),
        (b"a+AAA-b+AOk-c", True), (b"+AOkA-", False), (b"+2AA-", False), (b"+////-", False),
    ],
)  # fmt: skip
def test_text_is_in_utf_7_where_letters_stand_between_plus_and_minus(data, is_one):
    assert name(data) == ("utf-7" if is_one else None)


@pytest.mark.parametrize(("narrow", "is_wide"), [(2, False), (3, False), (4, True), (10, True)])
@pytest.mark.parametrize("order", ["le", "be"])
def test_bytes_are_two_to_a_sign_where_more_than_three_in_ten_have_a_zero(narrow, is_wide, order):
    text = "a" * narrow + "ộ" * (10 - narrow)
    assert (name(text.encode(f"utf-16-{order}")) == f"utf-16-{order}") == is_wide
    assert name(text.encode(f"utf-16-{order}") * 3) == (f"utf-16-{order}" if is_wide else None)


def test_zeros_at_both_places_are_no_text():
    data = "abcdefgh".encode("utf-16-le")
    assert name(data) == "utf-16-le"
    assert name(data + b"\0\0") is None
    assert name(b"\0\0" + data) is None
    assert name("abcdefgh".encode("utf-16-be") + b"\0\0") is None
    assert name(b"a,b\n1,2\0\n3,4\n") is None


def test_only_the_first_four_thousand_bytes_say_whether_there_are_two_to_a_sign():
    assert name(b"a\0" * 2048 + b"ab" * 4000) == "utf-16-le"
    assert name(b"a\0" * 2048 + b"\0a") == "utf-16-le"
    assert name(b"ab" * 2048 + b"a\0" * 4000) is None


@pytest.mark.parametrize(("others", "expected"), [(1, "tcvn3"), (2, "windows-1252")])
def test_four_words_in_five_make_bytes_vietnamese(others, expected):
    words = converted("Huế số tỉnh Đắc", "TCVN5712-1")
    assert name(words + b" b\xe9z" + (b" \xe9zz" if others > 1 else b"")) == expected


@pytest.mark.parametrize(("words", "expected"), [(3, None), (4, "tcvn3-in-utf-8"), (5, "tcvn3-in-utf-8")])
def test_four_words_are_enough_to_know_a_font_in_utf_8(words, expected):
    text = " ".join(["tỉnh", "số", "ngã", "chợ", "huế"][:words])
    assert name(converted(text, "TCVN5712-1").decode("cp1252").encode()) == expected


@pytest.mark.parametrize(("words", "expected"), [(8, None), (9, "tcvn3-in-utf-8")])
def test_nine_words_in_ten_make_text_that_of_a_font(words, expected):
    text = " ".join(["tỉnh", "số", "ngã", "chợ", "huế", "về", "của", "thống", "kê"][:words])
    assert name(f"{converted(text, 'TCVN5712-1').decode('cp1252')} ézz".encode()) == expected


def test_a_letter_that_no_font_has_makes_text_what_it_says():
    text = converted("tỉnh số ngã chợ huế", "TCVN5712-1").decode("cp1252")
    assert name(text.encode()) == "tcvn3-in-utf-8"
    assert name(f"{text} €".encode()) == "tcvn3-in-utf-8"
    assert name(f"{text} ế".encode()) is None
    assert name(f"{text} Ā".encode()) is None
    assert name(f"{text} ÿ".encode()) == "tcvn3-in-utf-8"


def test_vietnamese_with_western_letters_alone_stays_what_it_is():
    assert name("Là và, bà cà, thì là: có, không, xã, tôi, cô, cá".encode()) is None


def test_a_tone_mark_of_windows_1258_is_needed_to_take_bytes_for_it():
    assert name("Là và, bà cà, có không".encode("cp1258")) != "windows-1258"


def test_each_encoding_says_its_command():
    said = {each.name: each.command("a.csv") for each in ENCODINGS.values()}
    assert (
        said["utf-16"]
        == "iconv -f UTF-16 -t UTF-8 a.csv > utf8.csv && mv utf8.csv a.csv (portal fix --encoding utf-16 a.csv)"
    )
    assert {each for each, command in said.items() if "uconv -x any-nfc" in command} == {
        "windows-1258",
        "tcvn3",
        "viscii",
    }
    assert said["mojibake"] == "portal fix --encoding mojibake a.csv"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Haø Noäi", "Hà Nội"), ("HAØ NOÄI", "HÀ NỘI"), ("Ñaø Naüng", "Đà Nẵng"), ("thöôøng", "thường"), ("ÖÔÙc", "ƯỚc"), ("kyõ", "kỹ"), ("æ ó ò î ì í", "ỉ ĩ ị ỵ ì í"),
        ("Æ Ñ", "Ỉ Đ"), ("loøng", "lòng"), ("beø", "bè"), ("uø", "ù"), ("aê aè aé aú aü aë", "ă ằ ắ ẳ ẵ ặ"), ("eâ eà eá eå eã eä", "ê ề ế ể ễ ệ"),
        ("a", "a"), ("b\x81", "b�"), ("", ""), ("aa", "aa"), ("Aø", "À"), ("aØ", "à"), ("eê", "eê"),
    ],
)  # fmt: skip
def test_vni_is_read_by_letter_and_mark(data, text):
    assert vni(data.encode("cp1252") if "\x81" not in data else data.encode("latin-1")) == text


def test_text_is_put_together_from_the_pieces_of_windows_1258():
    assert cp1258(apart("Hà Nội, Đắk Lắk")) == "Hà Nội, Đắk Lắk"
    assert cp1258(b"a\xd2") == "a\u0309".replace("a\u0309", "ả")
    assert cp1258(b"\x8a") == "�"


def test_the_low_bytes_of_old_tables_are_letters_and_the_others_themselves():
    assert tcvn3(bytes(range(32))) == "\0ÚỤ\x03ỪỬỮ\x07\x08\t\n\x0b\x0c\r\x0e\x0f\x10ỨỰỲỶỸÝỴ" + "".join(
        map(chr, range(24, 32))
    )
    assert viscii(bytes([1, 2, 5, 6, 20, 25, 30, 127])) == "\x01ẲẴẪỶỸỴ\x7f"
    assert tcvn3(b"\x7f\x80a\xb0") == "\x7fÀả".replace("ả", "") + tcvn3(b"a\xb0")
    assert tcvn3(b"a\xb3") == "á"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hà Nội, hà nội", (2, 1.0)),
        ("à ở", (0, 0.0)),
        ("là zürich", (2, 0.5)),
        ("Ha Noi", (0, 0.0)),
        ("là2 _về_", (2, 1.0)),
        ("ÀO", (1, 1.0)),
    ],
)
def test_different_words_with_accents_are_counted(text, expected):
    assert likeness(text) == expected


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("nghiễm", True),
        ("ngàng", True),
        ("à", True),
        ("h\u0300á", False),
        ("àá", False),
        ("", False),
        ("xyz", False),
    ],
)
def test_a_syllable_is_known(word, is_one):
    assert is_syllable(word) == is_one
