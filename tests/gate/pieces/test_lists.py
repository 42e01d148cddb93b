"""The reviewed list, limits, licences and the report's length."""

import itertools

import pytest

from build_scripts.read.gate.licences import is_open
from build_scripts.read.gate.limits import LIMITS, too_large
from build_scripts.read.gate.reviewed import Reviewed, reviewed
from build_scripts.read.gate.shortening import shortened
from build_scripts.read.problems import Spot, problem
from tests.gate.kit import named
from tests.gate.pieces import places

PLACE = "datapackages"
HEAD = "code,file,field,key,value,reason\n"
FILE = f"{PLACE}/reviewed.csv"


def listed(folder, text):
    (folder / "reviewed.csv").write_bytes(text.encode() if isinstance(text, str) else text)
    return reviewed(folder, PLACE)


def test_a_reviewed_list_is_read_whole(tmp_path):
    rows = 'personal-data,one/table.csv,cell,,"lan@example.org, office",đã hỏi\nvalue-beyond-limits,a/b.csv,value,ha-noi 2022,5,true\n'
    found = listed(tmp_path, "\ufeff" + HEAD + rows)
    assert found.problems == ()
    assert found.entries == {
        ("personal-data", "one/table.csv", "cell", "", "lan@example.org, office"),
        ("value-beyond-limits", "a/b.csv", "value", "ha-noi 2022", "5"),
    }
    assert found.cells("personal-data", PLACE) == {
        ("datapackages/one/table.csv", "cell", "lan@example.org, office")
    }
    assert found.cells("value-beyond-limits", "x") == {("x/a/b.csv", "value", "5")}
    assert found.cells("cell-formula", PLACE) == frozenset()
    whole = ("value-beyond-limits", "a/b.csv", "value", "ha-noi 2022", "5")
    assert found.has(*whole)
    for place in range(5):
        assert not found.has(*whole[:place], "other", *whole[place + 1 :])


def test_a_line_break_in_a_reviewed_cell_is_kept_as_it_is(tmp_path):
    found = listed(tmp_path, HEAD.replace("\n", "\r\n") + 'a,b,c,d,"1\r\n2",x\r\n')
    assert found.entries == {("a", "b", "c", "d", "1\r\n2")}


def test_no_reviewed_list_is_an_empty_one(tmp_path):
    assert reviewed(tmp_path, PLACE) == Reviewed(frozenset(), ())
    (tmp_path / "reviewed.csv").mkdir()
    assert reviewed(tmp_path, PLACE) == Reviewed()
    (tmp_path / "reviewed.csv").rmdir()
    assert listed(tmp_path, HEAD) == listed(tmp_path, "") == Reviewed()


@pytest.mark.parametrize("target", ["elsewhere.csv", "nowhere.csv"])
def test_a_linked_reviewed_list_is_not_read(tmp_path, target):
    (tmp_path / "elsewhere.csv").write_text(HEAD + "a,b,c,d,e,f\n", "utf-8")
    (tmp_path / "reviewed.csv").symlink_to(target)
    found = reviewed(tmp_path, PLACE)
    assert (found.entries, places(found.problems)) == (frozenset(), [("symlink", FILE, None, None, None)])


@pytest.mark.parametrize(
    ("text", "expected", "message"),
    [
        ((HEAD + "a,b,c,d,é,f\n").encode("cp1252"), ("encoding-broken", None, None, "?"), "This line has characters that are not UTF-8 (byte ?)."),
        (b"x" * 1_000_001, ("too-large", None, None, "1000001"), "Bytes of the file datapackage.json: 1000001, at most 1000000."),
        ("code,file\na,b\n", ("row-short", 2, "field", None), "This row has only 2 cells, but the table has 6 columns."),
        (HEAD + "a,b,c,d,e,f\na,b,c,d,e\n", ("row-short", 3, "reason", None), "This row has only 6 cells, but the table has 6 columns."),
        (HEAD + "a,b,c,d,e,f,g\n", ("row-short", 2, None, None), "This row has only 7 cells, but the table has 6 columns."),
        (HEAD.replace("key", "row") + "a,b,c,d,e,f\n", ("row-short", 2, "key", None), "This row has only 6 cells, but the table has 6 columns."),
        (HEAD + "a,b,c,d,e, \n", ("cell-empty", 2, "reason", ""), "The portal's profile asks for something in column “reason”, but the cell is empty."),
    ],
)  # fmt: skip
def test_a_reviewed_list_that_cannot_be_read_is_refused_whole(tmp_path, text, expected, message):
    found = listed(tmp_path, text)
    code, line, field, value = expected
    assert found.entries == frozenset()
    assert places(found.problems) == [(code, FILE, line, field, value)]
    assert found.problems[0].message.en == message


def test_every_row_without_a_reason_is_named_up_to_the_first_that_is_no_row(tmp_path):
    found = listed(tmp_path, HEAD + "a,b,c,d,e,\na,b,c,d,e,f\na,b,c,d,e,  \na,b\na,b,c,d,e,\n")
    assert [(each.code, each.line) for each in found.problems] == [
        ("cell-empty", 2),
        ("cell-empty", 4),
        ("row-short", 5),
    ]


@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_may_be_reached_and_not_passed(name):
    limit, spot = LIMITS[name], Spot("a.csv", 7, "field", "value")
    assert too_large(name, spot, limit.most) is None
    found = too_large(name, spot, limit.most + 1)
    assert places([found]) == [("too-large", "a.csv", 7, "field", str(limit.most + 1))]
    assert found.message.vi == f"{limit.what.vi}: {limit.most + 1}, nhiều nhất là {limit.most}."
    assert found.message.en == f"{limit.what.en}: {limit.most + 1}, at most {limit.most}."


OPEN = [
    {"name": "CC-BY-4.0"}, {"name": "cc-by-sa-4.0"}, {"name": "CC0-1.0"}, {"name": "ODbL-1.0"}, {"name": "ODC-PDDL-1.0"}, {"name": "OGL-UK-3.0"},
    {"name": "CC BY 4.0"}, {"name": "cc_by/4.0"}, {"name": "MIT"}, {"name": "dl-de/by-2-0"}, {"name": "Public Domain"}, {"name": "other-pd"},
    {"path": "https://creativecommons.org/licenses/by/4.0/"}, {"path": "http://opendatacommons.org/licenses/odbl/"}, {"title": "CC BY 4.0"},
    {"title": "Creative Commons Attribution 4.0"}, {"path": "https://example.org/x", "title": "Open Data Commons"}, {"title": "Open Government Licence v3"},
    {"name": "", "path": "https://creativecommons.org/publicdomain/zero/1.0/"}, {"name": 5, "path": 6, "title": "cc0"}, {"title": "ODbL"},
    {"name": "Creative Commons Zero"}, {"name": "CC-BY-4.0", "path": "https://example.org"}, {"path": "HTTPS://WWW.ETALAB.GOUV.FR/x"},
]  # fmt: skip
CLOSED = [
    {"name": "CC-BY-NC-4.0"}, {"name": "cc-by-nd-4.0"}, {"name": "proprietary"}, {}, {"name": ""}, {"path": "https://example.org"}, {"title": "Free"},
    {"name": "CC-BY-4.0", "title": "non-commercial use"}, {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by-nc/4.0/"},
    {"name": "mine", "path": "https://creativecommons.org/licenses/by/4.0/"}, {"name": "mine", "title": "CC BY 4.0"}, {"title": "bản quyền"},
    {"path": "https://example.org/?https://creativecommons.org/licenses/by/4.0/"}, {"path": 5, "title": None}, {"title": "All Rights Reserved, CC0"},
    {"path": "https://creativecommons.org/licenses/by-nc/4.0/", "title": "CC BY 4.0"}, {"title": "CC-BY-NC 4.0"}, {"name": "not CC-BY-4.0"}, {"name": "CC BY NC 4.0"},
    {"name": "Public domain, non-commercial"},
]  # fmt: skip


@pytest.mark.parametrize("licence", OPEN, ids=named)
def test_an_open_licence_is_known_by_its_name_else_its_address_else_its_title(licence):
    assert is_open(licence)


@pytest.mark.parametrize("licence", CLOSED, ids=named)
def test_another_licence_is_not_open_whatever_else_is_said_of_it(licence):
    assert not is_open(licence)


PARTICULARS = (
    "decimal",
    "reading_vi",
    "reading_en",
    "character",
    "allowed",
    "pattern",
    "expected_vi",
    "expected_en",
)


def found(code, line, *, file="a.csv", field="x"):
    return problem(code, Spot(file, line, field, "v"), **dict.fromkeys(PARTICULARS, "x"))


@pytest.mark.parametrize("telling", ["number-form", "missing-mark", "cell-line-break", "character-forbidden"])
@pytest.mark.parametrize("plain", ["type-error", "value-form", "constraint-pattern", "constraint-enum"])
def test_a_plain_problem_gives_way_to_a_telling_one_at_its_cell(telling, plain):
    says = found(telling, 2)
    elsewhere = [found(plain, 2, field="y"), found(plain, 3), found(plain, 2, file="b.csv")]
    kept = shortened([found(plain, 2), says, *elsewhere])
    assert set(kept) == {says, *elsewhere}
    assert shortened([found(plain, 2)]) == [found(plain, 2)]
    assert len(shortened([found("cell-formula", 2), says])) == 2


def test_a_hundred_problems_of_a_kind_in_a_file_are_listed_and_the_others_counted():
    hundred = [found("cell-formula", line) for line in range(2, 102)]
    other = [found("cell-formula", 2, file="b.csv"), found("text-decomposed", 2)]
    assert shortened([*hundred, *other]) == sorted([*hundred, *other], key=lambda each: each.place)
    more = [found("cell-formula", line) for line in (102, 103)]
    kept = shortened([*other, *more, *hundred])
    assert len(kept) == 103
    assert places(kept)[0] == ("more-problems", "a.csv", None, None, "2")
    assert kept[0].message.en == "There are 2 more problems cell-formula in this file."
    assert [each.place for each in kept] == sorted(each.place for each in kept)


def test_a_problem_that_gave_way_is_not_counted():
    lines = range(2, 110)
    both = itertools.chain.from_iterable(
        (found("type-error", line), found("number-form", line)) for line in lines
    )
    kept = shortened([*both, found("type-error", 1)])
    assert [(each.code, each.line) for each in kept[:3]] == [
        ("more-problems", None),
        ("type-error", 1),
        ("number-form", 2),
    ]
    assert kept[0].value == "8"
