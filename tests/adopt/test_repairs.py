"""What a stranger wrote in another way is written in ours, cell by cell the same, and told."""

import pytest

from build_scripts.read.adopt import adopt
from build_scripts.read.adopt.patterns import is_quick
from build_scripts.read.adopt.places import is_inside, slug, table_path, unused
from build_scripts.read.gate.addresses import is_web
from tests.adopt.kit import cells, codes, descriptor, fields, package, packed, table

PLAIN = "code,name\n01,Hà Nội\n02,Huế\n"


@pytest.mark.parametrize(
    ("declared", "data", "code"),
    [
        (None, "\ufeff" + PLAIN, "converted-bom"),
        (None, PLAIN.replace("\n", "\r\n"), "converted-lines"),
        (None, PLAIN.encode("utf-16"), "converted-encoding"),
        ("utf-16", PLAIN.encode("utf-16"), "converted-encoding"),
        ("utf-16-le", PLAIN.encode("utf-16-le"), "converted-encoding"),
        ("windows-1252", PLAIN.replace("ộ", "o").replace("ế", "e").encode("cp1252"), "converted-encoding"),
        ("latin-1", PLAIN, "converted-encoding-declared"),
        (None, PLAIN.replace(",", ";"), "converted-delimiter"),
        (None, PLAIN.replace(",", "|"), "converted-delimiter"),
        (None, PLAIN + "\n,\n", "dropped-rows"),
        (None, PLAIN.replace("\n", ",\n"), "dropped-cells"),
        (None, "name,code\nHà Nội,01\nHuế,02\n", "converted-order"),
        (None, "CODE, Name\n01,Hà Nội\n02,Huế\n", "renamed-column"),
        (None, "code,name,more\n01,Hà Nội,1\n02,Huế,2\n", "converted-column"),
    ],
)
def test_a_file_written_otherwise_gives_the_same_cells(tmp_path, declared, data, code):
    encoding = {} if declared is None else {"encoding": declared}
    adoption = adopt(
        package(tmp_path / "one", table(**fields(code="string", name="string"), **encoding), data__csv=data)
    )
    assert adoption.problems == ()
    assert code in codes(adoption)
    assert "01" in cells(adoption)
    assert "Huế" in cells(adoption) or "Hue" in cells(adoption)


def test_declared_ways_of_writing_are_read_as_declared(tmp_path):
    dialect = {
        "delimiter": "|",
        "quoteChar": "'",
        "commentChar": "#",
        "headerRows": [1, 2],
        "nullSequence": "NA",
    }
    data = "# a remark\nvalue|'a|b'\n2020|low\n1|'x'\n# another\nNA|'y'\n"
    adoption = adopt(
        package(tmp_path / "one", table(dialect={**dialect, "headerRows": [2, 3]}), data__csv=data)
    )
    assert cells(adoption) == "value 2020,a|b low\n1,x\nNA,y\n"
    assert descriptor(adoption)["resources"][0]["schema"]["missingValues"] == ["", "NA"]


def test_a_file_without_a_header_takes_the_declared_names(tmp_path):
    data = table(**fields(code="string", amount="integer"), dialect={"header": False})
    assert (
        cells(adopt(package(tmp_path / "one", data, data__csv="01,5\n02,6\n"))) == "code,amount\n01,5\n02,6\n"
    )


def test_a_declared_column_that_the_file_lacks_is_dropped_when_nothing_needs_it(tmp_path):
    adoption = adopt(
        package(tmp_path / "one", table(**fields(code="string", gone="string")), data__csv="code\n1\n2\n")
    )
    assert [field["name"] for field in descriptor(adoption)["resources"][0]["schema"]["fields"]] == ["code"]
    assert "dropped-column" in codes(adoption)


def test_blank_and_repeated_headings_get_names(tmp_path):
    adoption = adopt(package(tmp_path / "one", table(), data__csv=",value,value\na,1,2\nb,3,4\n"))
    assert cells(adoption).splitlines()[0] == "column_1,value,value_2"


@pytest.mark.parametrize("cell", ["007", "NaN", "1e999", "+5", "1,000", "12345678901234567890", "１２"])
def test_cells_that_a_type_would_change_stay_text(tmp_path, cell):
    adoption = adopt(package(tmp_path / "one", table(), data__csv=f'a,b\n"{cell}",1\n"{cell}",2\n'))
    assert descriptor(adoption)["resources"][0]["schema"]["fields"][0] == {"name": "a", "type": "string"}
    assert cell in cells(adoption)


def test_names_become_safe_and_stay_apart(tmp_path):
    resources = [
        {"name": name, "path": path} for name, path in (("Số liệu", "A b.csv"), ("so-lieu", "a-b.csv"))
    ]
    adoption = adopt(
        package(
            tmp_path / "x",
            {"name": "Gói Một", "resources": resources},
            **{"A b__csv": PLAIN, "a-b__csv": PLAIN},
        )
    )
    assert adoption.name == "goi-mot"
    assert [each["name"] for each in descriptor(adoption)["resources"]] == ["so-lieu", "so-lieu-2"]
    assert [artifact.path for artifact in adoption.artifacts] == ["datapackage.json", "a-b.csv", "a-b-2.csv"]


def test_a_package_without_a_name_is_called_like_its_folder(tmp_path):
    assert (
        adopt(package(tmp_path / "My Data", {"resources": [{"path": "d.csv"}]}, d__csv=PLAIN)).name
        == "my-data"
    )


def test_an_address_that_is_no_web_address_never_becomes_a_link(tmp_path):
    bad = [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://user:secret@example.org/",
        "http://127.0.0.1/",
        "ftp://example.org/x",
    ]
    about = table() | {"homepage": bad[0], "sources": [{"title": "s", "path": each} for each in bad]}
    adoption = adopt(package(tmp_path / "one", about, data__csv=PLAIN))
    assert descriptor(adoption)["sources"] == [{"title": "s"}]
    assert "homepage" not in descriptor(adoption)


def test_a_day_is_given_its_hour_and_a_date_that_is_none_is_dropped(tmp_path):
    dated = adopt(package(tmp_path / "a", table() | {"created": "2022-03-04"}, data__csv=PLAIN))
    wrong = adopt(package(tmp_path / "b", table() | {"created": "last year"}, data__csv=PLAIN))
    assert descriptor(dated)["created"] == "2022-03-04T00:00:00Z"
    assert "created" not in descriptor(wrong)


def test_what_is_stated_for_a_table_alone_is_stated_for_the_package(tmp_path):
    about = {
        "name": "one",
        "resources": [{"path": "data.csv", "licenses": [{"name": "CC0-1.0"}], "sources": ["An office"]}],
    }
    found = descriptor(adopt(package(tmp_path / "one", about, data__csv=PLAIN)))
    assert found["licenses"] == [{"name": "CC0-1.0"}]
    assert found["sources"] == [{"title": "An office"}]


@pytest.mark.parametrize(
    "pattern",
    [r"(a+)+", r"(a|aa)+", r"((a+))+", r"(x+x+)+y", r"(.*)(.*)(.*)(.*)(.*)x", r"(a)\1", r"(?=a)b", "a" * 400],
)
def test_a_pattern_that_might_run_without_end_is_not_quick(pattern):
    assert not is_quick(pattern)


@pytest.mark.parametrize(
    "pattern", [r"^[A-Z]{3}$", r"\d{4}-\d{2}", r"[a-z0-9]+([_-][a-z0-9]+)*", r"\d+(\.\d+)?", r"a|b", ""]
)
def test_an_ordinary_pattern_is_quick(pattern):
    assert is_quick(pattern)


@pytest.mark.parametrize(
    "path",
    [
        "../x.csv",
        "/x.csv",
        "a/../../x",
        "C:\\x",
        "a\\b",
        "x\0",
        "~/x",
        "$HOME/x",
        "%2e%2e/x",
        "*.csv",
        "a//b",
        "a/",
        ".",
        "-rf",
        " x",
        "x.",
        "file:x",
        "x" * 300,
    ],
)
def test_a_path_that_could_lead_out_is_not_inside(path):
    assert not is_inside(path)


@pytest.mark.parametrize("path", ["x.csv", "data/x.csv", "Cell Counts.csv", "số-liệu.csv", "a.b_c-d.csv"])
def test_a_relative_name_is_inside(path):
    assert is_inside(path)


def test_slugs_are_plain_and_never_a_reserved_word():
    assert [slug(text, "none") for text in ("Đường sắt", "CON", "***", "a" * 100)] == [
        "duong-sat",
        "con-data",
        "none",
        "a" * 64,
    ]
    assert unused("x.csv", {"x.csv"}) == "x-2.csv"
    assert table_path("data/X.TSV", set()) == "data/x.csv"


@pytest.mark.parametrize("address", ["https://example.org/@who?a=b@c", "http://example.org"])
def test_an_ordinary_address_may_become_a_link(address):
    assert is_web(address)


@pytest.mark.parametrize("sign", ["\\t", "\t"])
def test_a_delimiter_spelt_out_is_read_and_an_empty_sign_is_none(tmp_path, sign):
    dialect = {"delimiter": sign, "quoteChar": "", "escapeChar": "", "commentChar": "", "lineTerminator": ""}
    adoption = adopt(package(tmp_path / "one", table(dialect=dialect), data__csv='a\tb\n1\t2"\n'))
    assert cells(adoption) == 'a,b\n1,"2"""\n'


def test_columns_named_by_id_as_in_the_oldest_descriptors_keep_their_names(tmp_path):
    schema = {"fields": [{"id": "code", "type": "string"}, {"id": "name", "type": "string"}]}
    adoption = adopt(package(tmp_path / "one", table(schema=schema), data__csv=PLAIN))
    fields_ = descriptor(adoption)["resources"][0]["schema"]["fields"]
    assert [field["name"] for field in fields_] == ["code", "name"]
    assert "converted-key" in codes(adoption)


@pytest.mark.parametrize("kind", ["integer", "number"])
def test_a_point_between_groups_leaves_whole_numbers(tmp_path, kind):
    schema = {"fields": [{"name": "people", "type": kind, "groupChar": "."}]}
    adoption = adopt(package(tmp_path / "one", table(schema=schema), data__csv="people\n1.234\n56\n"))
    assert cells(adoption) == "people\n1234\n56\n"


@pytest.mark.parametrize(
    ("kind", "form", "cell"),
    [
        ("datetime", "fmt:%Y-%m-%dT%H%M%SZ", "2015-01-01T00:00:00Z"),
        ("date", "YYYY-MM-DD", "2015-01-01"),
        ("string", "url", "https://example.org/"),
    ],
)
def test_a_format_that_nothing_can_be_read_by_goes_and_the_cells_stay(tmp_path, kind, form, cell):
    schema = {"fields": [{"name": "when", "type": kind, "format": form}]}
    adoption = adopt(package(tmp_path / "one", table(schema=schema), data__csv=f"when\n{cell}\n"))
    assert descriptor(adoption)["resources"][0]["schema"]["fields"] == [{"name": "when", "type": kind}]
    assert cells(adoption) == f"when\n{cell}\n"
    assert "dropped-value" in codes(adoption)


def test_a_format_that_the_cells_have_stays(tmp_path):
    field = {"name": "when", "type": "date", "format": "%d/%m/%Y"}
    adoption = adopt(
        package(tmp_path / "one", table(schema={"fields": [field]}), data__csv="when\n31/12/2015\n")
    )
    assert descriptor(adoption)["resources"][0]["schema"]["fields"] == [field]


def test_a_constraint_that_its_type_does_not_have_goes_and_the_others_stay(tmp_path):
    limits = {"required": True, "minimum": 1, "maxLength": 9}
    schema = {"fields": [{"name": "code", "type": "string", "constraints": limits}]}
    adoption = adopt(package(tmp_path / "one", table(schema=schema), data__csv="code\na\n"))
    [field] = descriptor(adoption)["resources"][0]["schema"]["fields"]
    assert field["constraints"] == {"required": True, "maxLength": 9}


@pytest.mark.parametrize(
    ("old", "new"), [("number (float)", "number"), ("varchar(255)", "string"), ("int64", "integer")]
)
def test_types_of_other_programs_become_those_of_the_standard(tmp_path, old, new):
    adoption = adopt(package(tmp_path / "one", table(**fields(a=old)), data__csv="a\n1\n"))
    assert descriptor(adoption)["resources"][0]["schema"]["fields"] == [{"name": "a", "type": new}]


@pytest.mark.parametrize("kind", ["gz", "zip"])
def test_a_packed_table_is_unpacked(tmp_path, kind):
    adoption = adopt(
        package(
            tmp_path / "one",
            table(f"data.csv.{kind}", compression=kind),
            **{f"data__csv__{kind}": packed(PLAIN, kind)},
        )
    )
    assert [artifact.path for artifact in adoption.artifacts] == ["datapackage.json", "data.csv"]
    assert cells(adoption) == PLAIN
    assert "converted-packed" in codes(adoption)


def test_a_table_whose_first_thousand_cells_are_whole_numbers_may_hold_others(tmp_path):
    rows = "".join(f"{number},2020-01-01,{number}\n" for number in range(1200))
    adoption = adopt(package(tmp_path / "one", table(), data__csv=f"a,b,c\n{rows}0.5,2020-02-31,x\n"))
    kinds = [field["type"] for field in descriptor(adoption)["resources"][0]["schema"]["fields"]]
    assert kinds == ["number", "string", "string"]
