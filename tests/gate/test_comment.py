"""The comment under a pull request is dead text, whatever the report says that it is made of."""

import copy
import json
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from build_scripts.__main__ import main
from build_scripts.present.comment import comment
from tests.portals import portal, rewrite
from tests.read.bad_portals import GOOD

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


def change(texts=NAUGHTY):
    """A difference full of the same, as large as it may be and in every kind."""
    kinds = ("changed", "removed", "added")
    both = [{"vi": text, "en": text} for text in texts]
    return {
        "flips": [
            {"target": text["en"], "old": "on-track", "new": None, "subject": text, "said": {"old": text, "new": None}} for text in both
        ],
        "differences": [
            {"kind": kinds[number % 3], "table": text, "key": text, "column": text, "old": text, "new": text, "size": number % 3}
            for number, text in enumerate(texts)
        ],
    }  # fmt: skip


def test_the_comment_of_a_package_full_of_naughty_strings_is_the_golden_one():
    assert comment(report(), change()) == GOLDEN.read_bytes().decode()


def test_nothing_in_it_becomes_a_link_a_picture_a_mention_or_markup():
    written = comment(report(), change())
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
    written = comment(report(["x" * 400] * 500), change(["x" * 400] * 500))
    assert len(written.encode()) < 65_000
    assert written.count("longer than this") == 2
    assert all(line.endswith("|") for line in written.splitlines() if line.startswith("|"))


def spoiled():
    whole = report(["a"])
    for spoil in (
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
        lambda found: found["packages"][0].update(score={}),
        lambda found: found["packages"][0].update(score={"met": ["@octocat"], "lacking": []}),
        lambda found: found["packages"][0].update(score=[]),
    ):
        new = copy.deepcopy(whole)
        spoil(new)
        yield new


@pytest.mark.parametrize("found", list(spoiled()), ids=range(15))
def test_what_is_no_report_becomes_no_comment(found):
    assert comment(found) is None


def spoiled_changes():
    whole = change(["a"])
    for spoil in (
        lambda found: found.pop("flips"),
        lambda found: found.pop("differences"),
        lambda found: found.update(flips={}),
        lambda found: found["flips"].append("x"),
        lambda found: found["flips"][0].update(old="::error"),
        lambda found: found["flips"][0].update(old=["on-track"]),
        lambda found: found["flips"][0].update(new="achieved"),
        lambda found: found["flips"][0].update(subject="x"),
        lambda found: found["flips"][0].update(said=None),
        lambda found: found["flips"][0].update(target=1),
        lambda found: found["differences"][0].update(kind="@octocat"),
        lambda found: found["differences"][0].update(kind=[]),
        lambda found: found["differences"][0].update(size="1"),
        lambda found: found["differences"][0].update(size=True),
        lambda found: found["differences"][0].update(size=10**400),
        lambda found: found["differences"][0].update(size=float("nan")),
        lambda found: found["differences"][0].update(old=None),
        lambda found: found["differences"][0].pop("table"),
    ):
        new = copy.deepcopy(whole)
        spoil(new)
        yield new


@pytest.mark.parametrize("found", list(spoiled_changes()), ids=range(18))
def test_what_is_no_difference_is_not_shown(found):
    written = comment(report(["a"]), found)
    assert "Nothing could be compared yet" in written
    assert "octocat" not in written


def test_the_largest_change_comes_first_and_a_status_that_turns_before_all():
    found = change(["a"])
    found["flips"] = [
        {
            "target": "t", "old": "on-track", "new": "off-track", "subject": {"vi": "Cây", "en": "Trees"},
            "said": {"old": {"vi": "Nhanh.", "en": "Fast."}, "new": {"vi": "Chậm.", "en": "Slow."}},
        }
    ]  # fmt: skip
    written = comment({"problems": [], "packages": []}, found)
    vietnamese, english = written.split("### Result of the data check")
    assert "| Status&#58; | Trees | On track. Fast. | Off track. Slow. |" in english.splitlines()
    assert "| Đánh giá&#58; | Cây |" in vietnamese
    assert english.index("Trees") < english.index("Changed&#58;")
    assert "artifact “preview”" in english


def test_how_well_a_package_is_described_is_told():
    found = {
        "problems": [],
        "packages": [{"name": "x", "valid": True, "score": {"met": ["date"], "lacking": ["licence"]}}],
    }
    assert "- x&#58; Meets 1 of 2 criteria" in comment(found)


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{", b'{"problems": NaN}', b"\xff\xfe", b'{"a":' * 200 + b"1" + b"}" * 200]
)
def test_a_file_that_is_no_report_is_refused(tmp_path, capsys, data):
    (tmp_path / "report.json").write_bytes(data)
    assert main(["comment", str(tmp_path / "report.json"), "--lang", "en"]) == 1
    assert "is not a report" in capsys.readouterr().err


@pytest.mark.parametrize("data", [None, b"", b"[]", b"{}", b"\xff", b'{"flips": [], "differences": [{}]}'])
def test_a_difference_that_is_none_leaves_the_report(tmp_path, capsys, data):
    (tmp_path / "report.json").write_text(json.dumps(report(["a"])), "utf-8")
    if data is not None:
        (tmp_path / "difference.json").write_bytes(data)
    assert main(["comment", str(tmp_path / "report.json"), str(tmp_path / "difference.json")]) == 0
    assert "Nothing could be compared yet" in capsys.readouterr().out


def test_the_difference_of_two_folders_becomes_part_of_the_comment(tmp_path, capsys):
    head = portal(tmp_path / "head")
    rewrite(
        head,
        "population/observations",
        lambda row: row | ({"value": "1289.3"} if row["value"] == "3289.3" else {}),
    )
    assert main(["diff", str(GOOD), str(head), "--format", "json"]) == 0
    (tmp_path / "difference.json").write_text(capsys.readouterr().out, "utf-8")
    (tmp_path / "report.json").write_text('{"problems": [], "packages": []}', "utf-8")
    assert main(["comment", str(tmp_path / "report.json"), str(tmp_path / "difference.json")]) == 0
    written = capsys.readouterr().out
    assert "Số ô thay đổi: 1; dòng thêm: 0" in written
    assert "| 3289.3 | 1289.3 |" in written


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
