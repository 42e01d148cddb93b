"""What `portal check` prints, in its four forms, whole."""

import json

import pytest

from build_scripts.compute.metadata import Score
from build_scripts.model import Problem, Text
from build_scripts.present.report import FORMS, report

PROBLEMS = (
    Problem(
        file="datapackages/population/observations.csv",
        line=7,
        field="value",
        code="type-error",
        value="8.587,1",
        message=Text("Ô ghi “8.587,1”, phải là số.", "The cell says “8.587,1”, but it must be a number."),
        remedy=Text("Ghi lại ô.", "Write the cell again."),
    ),
    Problem(
        file="datapackages/health/datapackage.json",
        line=None,
        field=None,
        code="descriptor-missing",
        value=None,
        message=Text("Không có tệp mô tả.", "There is no descriptor."),
        remedy=Text("Thêm tệp.", "Add the file."),
        severity="warning",
    ),
)
HOSTILE = Problem(
    file="datapackages/a,b:c%/x.csv",
    line=2,
    field="na,me::",
    code="row-long",
    value="\n::warning::x\u202e",
    message=Text("“\r\n::error file=x::y ##[add-path]/bin”", "“\r\n::error file=x::y ##[add-path]/bin”"),
    remedy=Text(
        "<b>@admin</b> `|` [a](http://x.y) #12 www.x.y ![i](j) *đậm*",
        "<b>@admin</b> `|` [a](http://x.y) #12 www.x.y",
    ),
)
VERDICTS = (("health", True), ("population", False))

TEXT_VI = """\
datapackages/health/datapackage.json
  cảnh báo [descriptor-missing]
    Không có tệp mô tả.
    Cách sửa: Thêm tệp.

datapackages/population/observations.csv
  lỗi dòng 7 “value” [type-error]
    Ô ghi “8.587,1”, phải là số.
    Đang ghi: “8.587,1”
    Cách sửa: Ghi lại ô.

1 lỗi, 1 cảnh báo; 1/2 gói dữ liệu hợp lệ.
"""
TEXT_EN = """\
datapackages/health/datapackage.json
  warning [descriptor-missing]
    There is no descriptor.
    Remedy: Add the file.

datapackages/population/observations.csv
  error line 7 “value” [type-error]
    The cell says “8.587,1”, but it must be a number.
    Found: “8.587,1”
    Remedy: Write the cell again.

Errors: 1, warnings: 1; valid packages: 1 of 2.
"""
GITHUB_EN = """\
::warning file=datapackages/health/datapackage.json,line=1,title=descriptor-missing::\
There is no descriptor. Add the file.
::error file=datapackages/population/observations.csv,line=7,title=type-error (value)::\
The cell says “8.587,1”, but it must be a number. Write the cell again.
Errors: 1, warnings: 1; valid packages: 1 of 2.
"""
MARKDOWN_VI = """\
1 lỗi, 1 cảnh báo; 1/2 gói dữ liệu hợp lệ.

| Mức | Chỗ | Mã | Điều gì sai | Cách sửa |
| --- | --- | --- | --- | --- |
| cảnh báo | datapackages/health/datapackage.json | descriptor-missing | Không có tệp mô tả. | Thêm tệp. |
| lỗi | datapackages/population/observations.csv&#58;7 “value” | type-error | Ô ghi “8.587,1”, phải là số. | Ghi lại ô. |
"""


@pytest.mark.parametrize(("language", "expected"), [("vi", TEXT_VI), ("en", TEXT_EN)])
def test_text_is_grouped_by_file_and_ends_with_a_count(language, expected):
    assert report(PROBLEMS, VERDICTS, language=language, form="text") == expected


def test_github_gets_one_command_a_problem():
    assert report(PROBLEMS, VERDICTS, language="en", form="github") == GITHUB_EN


def test_markdown_is_a_table():
    assert report(PROBLEMS, VERDICTS, language="vi", form="markdown") == MARKDOWN_VI


def test_json_is_the_same_in_every_language():
    vietnamese = report(PROBLEMS, VERDICTS, language="vi", form="json")
    assert vietnamese == report(PROBLEMS, VERDICTS, language="en", form="json")
    assert "Ô ghi" in vietnamese
    assert json.loads(vietnamese) == {
        "problems": [
            {
                "file": "datapackages/health/datapackage.json",
                "line": None,
                "field": None,
                "code": "descriptor-missing",
                "severity": "warning",
                "value": None,
                "message": {"vi": "Không có tệp mô tả.", "en": "There is no descriptor."},
                "remedy": {"vi": "Thêm tệp.", "en": "Add the file."},
            },
            {
                "file": "datapackages/population/observations.csv",
                "line": 7,
                "field": "value",
                "code": "type-error",
                "severity": "error",
                "value": "8.587,1",
                "message": {
                    "vi": "Ô ghi “8.587,1”, phải là số.",
                    "en": "The cell says “8.587,1”, but it must be a number.",
                },
                "remedy": {"vi": "Ghi lại ô.", "en": "Write the cell again."},
            },
        ],
        "packages": [{"name": "health", "valid": True}, {"name": "population", "valid": False}],
    }


def test_nothing_wrong_is_said_in_one_line():
    assert (
        report((), (("health", True),), language="vi", form="text")
        == "0 lỗi, 0 cảnh báo; 1/1 gói dữ liệu hợp lệ.\n"
    )
    assert report((), (("health", True),), language="en", form="markdown").count("\n") == 1


def test_values_of_strangers_start_no_command_in_a_log():
    for form in ("github", "text"):
        lines = report([HOSTILE], VERDICTS, language="en", form=form).splitlines()
        assert sum(line.lstrip().startswith("::") for line in lines) == (form == "github")
        assert not any("##[" in line for line in lines)


def test_properties_of_a_command_cannot_be_ended_from_inside():
    command = report([HOSTILE], VERDICTS, language="en", form="github").splitlines()[0]
    properties = command.removeprefix("::error ").split("::")[0]
    assert properties == "file=datapackages/a%2Cb%3Ac%25/x.csv,line=2,title=row-long (na%2Cme%3A%3A)"
    assert command.endswith("::“%0D%0A::error file=x::y ## [add-path]/bin” " + HOSTILE.remedy.en)


def test_values_of_strangers_are_dead_text_in_markdown():
    row = report([HOSTILE], VERDICTS, language="vi", form="markdown").splitlines()[-1]
    assert row.count("|") == 6
    for live in ("<", ">", "`", "*", "[", "]", "@", "://", "www.", "\u202e"):
        assert live not in row
    assert "&#64;\u2060admin" in row


@pytest.mark.parametrize("form", FORMS)
def test_every_form_can_be_written_as_utf_8(form):
    broken = Problem(
        "datapackages/\udcff", 1, "\ud800", "name-form", "\udcff", Text("\udcff", "x"), Text("x", "x")
    )
    assert report([broken], VERDICTS, language="vi", form=form).encode("utf-8")


SCORES = (Score("health", ("date",), ("licence", "keys")), Score("population", ("date",), ()))


def test_what_could_be_described_better_is_said_above_the_count():
    said = report((), VERDICTS, SCORES, language="en", form="text")
    assert said == (
        "health: Meets 1 of 3 criteria of a well described dataset. To add next: an open licence; a primary key for every table.\n"
        "\nErrors: 0, warnings: 0; valid packages: 1 of 2.\n"
    )
    assert "- health&#58; Đạt 1/3" in report((), VERDICTS, SCORES, language="vi", form="markdown")
    packages = json.loads(report((), VERDICTS, SCORES, language="vi", form="json"))["packages"]
    assert packages[0]["score"] == {"met": ["date"], "lacking": ["licence", "keys"]}


@pytest.mark.parametrize("form", FORMS)
def test_the_name_of_a_strangers_package_starts_nothing_in_its_score(form):
    said = report((), (), (Score("\n::error::@octocat", ("date",), ("keys",)),), language="en", form=form)
    assert not any(line.startswith("::error") for line in said.splitlines())
    assert form != "markdown" or "@o" not in said
