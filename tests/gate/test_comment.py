"""The comment under a pull request is dead text, whatever the report says that it is made of."""

import copy
import json
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from build_scripts.__main__ import main
from build_scripts.present.comment import comment

GOLDEN = Path(__file__).with_name("comment.md")
NAUGHTY = [
    "@octocat please merge", "#1 GH-2 octo/repo#3", "::error file=x::y", "##[add-path]/bin", "::set-output name=a::b",
    "![x](https://evil.example/p.png)", "[a](javascript:alert(1))", "<img src=x onerror=alert(1)>", "<script>alert(1)</script>",
    "<!-- x -->", "--> <b>", "| a | b |", "```\ncode\n```", "# heading", "> quote", "- [ ] task", "~~x~~ **y** _z_ `w`",
    "https://evil.example/?q=1", "www.evil.example", "mail@evil.example", "\u202egpj.exe", "a\u0000b", "\u200b", "&lt;b&gt; &#64;x",
    "${{ secrets.TOKEN }}", "$(id) `id` ;id", "{{7*7}} {% x %}", "\r\n\r\n# new\r\n", "Ω≈ç√∫ 田中さん ด้้้้้็็็็็้ 👾", "../../etc/passwd%00", "x" * 5000,
]  # fmt: skip


def report(texts=NAUGHTY):
    problems = [
        {
            "file": f"datapackages/{text}", "line": number, "field": text, "code": "type-error", "severity": "error", "value": text,
            "message": {"vi": f"Ô ghi “{text}”.", "en": f"The cell says “{text}”."},
            "remedy": {"vi": f"Sửa {text}", "en": f"Mend {text}"},
        }
        for number, text in enumerate(texts, start=1)
    ]  # fmt: skip
    return {"problems": problems, "packages": [{"name": text, "valid": False} for text in texts]}


def test_the_comment_of_a_package_full_of_naughty_strings_is_the_golden_one():
    assert comment(report()) == GOLDEN.read_bytes().decode()


def test_nothing_in_it_becomes_a_link_a_picture_a_mention_or_markup():
    written = comment(report())
    page = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable("table").render(written)
    tags = set(re.findall(r"<(\w+)", page.replace("<!-- portal-check -->", "")))
    assert tags <= {"h3", "p", "table", "thead", "tbody", "tr", "th", "td"}
    assert not re.search(r"(?<![\w;])@\w", page.replace("&#64;", "@").replace("@\u2060", ""))
    assert "://" not in page.replace("&#58;", ":").replace("://\u2060", "")
    assert not any(line.lstrip().startswith("::") for line in written.splitlines())
    assert "##[" not in written
    for sign in "\u202e\u200b\u0000":
        assert sign not in written


def test_a_long_report_is_cut_between_rows_and_says_so():
    written = comment(report(["x" * 400] * 500))
    assert len(written) < 65_000
    assert "longer than this" in written
    assert all(line.endswith("|") for line in written.splitlines() if line.startswith("|"))


def spoiled():
    whole = report(["a"])
    for change in (
        lambda found: found.pop("problems"),
        lambda found: found.pop("packages"),
        lambda found: found.update(problems={}),
        lambda found: found.update(problems=["x"]),
        lambda found: found["problems"][0].update(line="1"),
        lambda found: found["problems"][0].update(line=True),
        lambda found: found["problems"][0].update(severity="::error"),
        lambda found: found["problems"][0].update(file=None),
        lambda found: found["problems"][0].update(message="x"),
        lambda found: found["problems"][0].update(remedy={"vi": "x"}),
        lambda found: found["packages"][0].update(valid=1),
        lambda found: found["packages"].append(None),
    ):
        new = copy.deepcopy(whole)
        change(new)
        yield new


@pytest.mark.parametrize("found", spoiled(), ids=range(12))
def test_what_is_no_report_becomes_no_comment(found):
    assert comment(found) is None


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{", b'{"problems": NaN}', b"\xff\xfe", b'{"a":' * 200 + b"1" + b"}" * 200]
)
def test_a_file_that_is_no_report_is_refused(tmp_path, capsys, data):
    (tmp_path / "report.json").write_bytes(data)
    assert main(["comment", str(tmp_path / "report.json"), "--lang", "en"]) == 1
    assert "is not a report" in capsys.readouterr().err


def test_a_report_of_the_check_becomes_a_comment_in_both_languages(gate, capsys):
    gate.cell("=1+1")
    said = gate.check()
    path = gate.outside / "report.json"
    path.write_text(said.text, "utf-8")
    assert json.loads(said.text)["problems"]
    assert main(["comment", str(path)]) == 0
    written = capsys.readouterr().out
    assert "### Kết quả kiểm tra dữ liệu" in written
    assert "### Result of the data check" in written
    assert "cell-formula" in written
