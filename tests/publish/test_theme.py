import re
from pathlib import Path

import pytest
from sample_pages import page

from build_scripts.model import Artifact
from build_scripts.publish.theme import Wear, bare, kept_properties, kept_rules, theme_sheet, worn

WORN = worn(
    [
        '<body dir="ltr" data-md-color-scheme="default"><p class="note big">',
        '<input data-md-color-scheme="slate"><ul class=\'plain\'><li class=bare style="color: var( --own, red)"><a class="md:x">',
    ]
)


def test_what_pages_wear_is_read_however_it_is_quoted():
    assert WORN.classes == {"note", "big", "plain", "bare", "md:x"}
    assert WORN.properties == {"--own"}
    assert WORN.attributes == {
        ("dir", "ltr"),
        ("data-md-color-scheme", "default"),
        ("data-md-color-scheme", "slate"),
    }


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        ("p{a:b}", "p{a:b}"),
        (".note{a:b}.else{a:b}", ".note{a:b}"),
        (".else,.note,p .else{a:b}", ".note{a:b}"),
        (".note:not(.else){a:b}", ".note:not(.else){a:b}"),
        (".note:not(.else,:is(.other)){a:b}", ".note:not(.else,:is(.other)){a:b}"),
        (".else:not(.note){a:b}", ""),
        (".note:is(.else,.big){a:b}.else:is(p){a:b}", ".note:is(.else,.big){a:b}"),
        (r".md\:x{a:b}.md\:y{a:b}", r".md\:x{a:b}"),
        ("[dir=ltr] p{a:b}[dir=rtl] p{a:b}", "[dir=ltr] p{a:b}"),
        ('[data-md-color-scheme="slate"] p{a:b}', '[data-md-color-scheme="slate"] p{a:b}'),
        ("[data-md-color-scheme=youtube] p{a:b}", ""),
        ('a[href^="x,.else"]{a:b}', 'a[href^="x,.else"]{a:b}'),
        ("@media print{.else{a:b}}", ""),
        ("@media print{.else{a:b}.note{a:b}}", "@media print{.note{a:b}}"),
        ('@charset "UTF-8";.else{a:b}', '@charset "UTF-8";'),
        ("@keyframes turn{0%{a:b}to{a:c}}.else{a:b}", "@keyframes turn{0%{a:b}to{a:c}}"),
        ('p{a:url("data:x;},{y")}.else{a:b}', 'p{a:url("data:x;},{y")}'),
    ],
)
def test_a_rule_stays_when_a_page_may_need_it(css, kept):
    assert kept_rules(css, WORN) == kept


@pytest.mark.parametrize(
    ("css", "used", "kept"),
    [
        (":root{--a:1;--b:2}p{c:var(--a)}", "", ":root{--a:1}p{c:var(--a)}"),
        (":root{--a:var(--b);--b:2}p{c:d}", "", "p{c:d}"),
        (":root{--a:var(--b);--b:2}", "--a", ":root{--a:var(--b);--b:2}"),
        ("@media print{:root{--a:1;c:d}}", "", "@media print{:root{c:d}}"),
        (
            ':root{--a:url("data:;--b:1");--c:1}p{d:var(--a)}',
            "",
            ':root{--a:url("data:;--b:1")}p{d:var(--a)}',
        ),
        ("@font-face{--a:1}@import x;", "", "@font-face{--a:1}@import x;"),
    ],
)
def test_a_custom_property_stays_when_something_uses_it(css, used, kept):
    assert kept_properties(css, frozenset(used.split())) == kept


def test_comments_and_indentation_stay_with_the_editors():
    assert bare("/* why */\np {\n  a: b; /* x */\n}\n\n") == "p {\na: b;\n}"


def test_everything_the_theme_says_would_be_kept_for_pages_that_wear_everything():
    whole = theme_sheet().data.decode()
    everything = Wear(
        frozenset(each.replace("\\", "") for each in re.findall(r"\.((?:\\.|[\w-])+)", whole)),
        frozenset(re.findall(r'\[(dir|data-md-[\w-]+)="?([\w-]+)"?\]', whole)),
        frozenset(),
    )
    assert kept_rules(whole, everything).count("{") == whole.count("{")


def sheet(site: Path) -> str:
    return (site / "assets/theme.css").read_text(encoding="utf-8")


def test_the_theme_speaks_of_what_a_hand_written_page_has_and_of_nothing_else(make, root):
    without = sheet(make())
    (root / "docs/vi/extra").mkdir(parents=True)
    (root / "docs/vi/extra/index.md").write_text(
        '---\ntitle: "x"\n---\n<div class="admonition warning"><p class="admonition-title">x</p></div>\n',
        encoding="utf-8",
    )
    with_it = sheet(make())
    assert ".md-typeset .admonition" not in without
    assert ".md-typeset .admonition" in with_it
    assert "--md-admonition-icon--warning:url(" in with_it
    assert "--md-admonition-icon--bug:url(" not in with_it
    assert len(without) < 30_000


def test_a_style_sheet_of_a_portal_may_use_the_colours_of_the_theme(make):
    own = Artifact("assets/own.css", b"p{color:var(--md-code-hl-special-color)} /* \xff */")
    assert "--md-code-hl-special-color:" in sheet(make(page("vi/areas/index.md"), files=(own,)))


def test_no_page_has_a_part_of_the_themes_own_frame(make):
    html = (make(page("vi/areas/index.md")) / "areas/index.html").read_text(encoding="utf-8")
    assert (
        re.findall(r"md-(?:toggle|dialog|overlay|skip|header|footer|nav|sidebar)|__drawer|__search", html)
        == []
    )
