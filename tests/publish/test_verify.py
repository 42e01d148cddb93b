"""A site is looked over before it is published: each thing that may be wrong with it is found, and nothing else."""

import json

import pytest

from build_scripts.__main__ import main
from build_scripts.ground.sums import write_sums
from build_scripts.present.say import speak
from build_scripts.publish.verify import verify
from build_scripts.publish.verify import whole as limits
from build_scripts.publish.verify.leads import Map, led
from build_scripts.publish.verify.page import Page

HOME = "https://example.org/portal/"
POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">"


def html(body="", head="", policy=POLICY):
    return f'<!doctype html><html lang="en"><head>{policy}{head}<title>x</title></head><body>{body}</body></html>'


@pytest.fixture
def site(tmp_path):
    """A small sound site."""
    made = tmp_path / "site"
    files = {
        "index.html": html(
            '<a href="areas/">a</a><a href="areas/#one">b</a><a href="https://elsewhere.example/x">c</a>'
            '<a href="mailto:a@example.org">d</a><a href="#top-1">e</a><i id="top-1"></i><a href="">f</a>',
            f'<link rel="canonical" href="{HOME}"><link rel="stylesheet" href="assets/a.css">',
        ),
        "areas/index.html": html(
            '<h2 id="one">1</h2><a name="old"></a><a href="../index.html">h</a><a href="..">h</a>'
            '<a href="../data/b%20c.csv">t</a><a href="./#:~:text=word">w</a><img src="../i.svg" srcset="../i.svg 2x">'
        ),
        "404.html": html('<a href="/portal/areas/#old">a</a><script src="/portal/assets/a.js"></script>'),
        "assets/a.css": '@font-face{src:url("f.woff2")} i{background:url(data:image/png;base64,AA)}',
        "assets/f.woff2": "font",
        "assets/a.js": "1",
        "data/b c.csv": "x",
        "i.svg": "<svg/>",
    }
    for name, text in files.items():
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(text, "utf-8")
    write_sums(made)
    return made


def found(site, root=None):
    return [(each.code, each.file, each.value) for each in verify(site, root)]


def with_page(site, text, name="areas/index.html"):
    (site / name).write_text(text, "utf-8")
    write_sums(site)
    return found(site)


def test_a_sound_site_has_no_fault(site):
    assert found(site) == []


@pytest.mark.parametrize(
    ("body", "code", "value"),
    [
        ('<a href="../nowhere/">x</a>', "broken", "../nowhere/"),
        ('<a href="../../index.html">x</a>', "broken", "../../index.html"),
        ('<a href="/areas/">x</a>', "broken", "/areas/"),
        ('<a href="https://example.org/portal/nowhere">x</a>', "broken", "https://example.org/portal/nowhere"),
        ('<a href="../i.svg/">x</a>', "broken", "../i.svg/"),
        ('<a href="../data/">x</a>', "broken", "../data/"),
        ('<a href="http://[">x</a>', "broken", "http://["),
        ('<a href="#two">x</a>', "fragment", "#two"),
        ('<a href="../#two">x</a>', "fragment", "../#two"),
        ('<a href="javascript:alert(1)">x</a>', "scheme", "javascript:alert(1)"),
        ('<a href="file:///etc/passwd">x</a>', "scheme", "file:///etc/passwd"),
        ('<a href="vbscript://x/">x</a>', "scheme", "vbscript://x/"),
        ('<form action="../gone"></form>', "broken", "../gone"),
        ('<meta http-equiv="refresh" content="0; url=../gone">', "broken", "../gone"),
        ('<meta property="og:image" content="https://example.org/portal/no.png">', "broken", "https://example.org/portal/no.png"),
        ('<img src="https://elsewhere.example/p.png">', "foreign", "https://elsewhere.example/p.png"),
        ('<img src="//elsewhere.example/p.png">', "foreign", "//elsewhere.example/p.png"),
        ('<img src="../i.svg" srcset="../i.svg 1x, https://elsewhere.example/2.png 2x">', "foreign", "https://elsewhere.example/2.png"),
        ('<script src="https://elsewhere.example/a.js"></script>', "foreign", "https://elsewhere.example/a.js"),
        ('<iframe src="https://elsewhere.example/"></iframe>', "foreign", "https://elsewhere.example/"),
        ('<object data="https://elsewhere.example/"></object>', "foreign", "https://elsewhere.example/"),
        ('<svg><use href="https://elsewhere.example/i.svg#a"/></svg>', "foreign", "https://elsewhere.example/i.svg#a"),
        ('<link rel="stylesheet" href="https://elsewhere.example/a.css">', "foreign", "https://elsewhere.example/a.css"),
        ('<link rel="preconnect" href="https://elsewhere.example">', "foreign", "https://elsewhere.example"),
        ("<script>alert(1)</script>", "inline", "script"),
        ('<script type="module">1</script>', "inline", "script"),
        ('<p onclick="x()">x</p>', "inline", "onclick (p)"),
        ('<base href="https://elsewhere.example/">', "base", "https://elsewhere.example/"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_page_is_found(site, body, code, value):
    assert with_page(site, html(f'<h2 id="one"></h2><a name="old"></a>{body}')) == [
        (code, "areas/index.html", value)
    ]


@pytest.mark.parametrize(
    ("policy", "code"),
    [
        ("", "policy"),
        (POLICY.replace("'self'", "'self' 'unsafe-inline'"), "policy-scripts"),
        (POLICY.replace("script-src 'self'", "img-src 'self'").replace("'none'", "'unsafe-eval'"), "policy-scripts"),
        (POLICY.replace("'self'", "https://elsewhere.example"), "policy-scripts"),
        (POLICY.replace("'self'", "*"), "policy-scripts"),
        (POLICY.replace("default-src 'none'; script-src 'self'", "img-src 'self'"), "policy-scripts"),
        ('<script src="../assets/a.js"></script>' + POLICY, "policy-late"),
    ],
)  # fmt: skip
def test_a_policy_that_lets_strangers_run_is_found(site, policy, code):
    page = html('<h2 id="one"></h2><a name="old"></a>', policy=policy)
    assert [each[:2] for each in with_page(site, page)] == [(code, "areas/index.html")]


def test_data_in_a_script_are_no_script(site):
    body = '<h2 id="one"></h2><a name="old"></a><script type="application/ld+json">{"@id": "https://x.example"}</script>'
    assert with_page(site, html(body)) == []


@pytest.mark.parametrize(
    "text",
    ["i{background:url(https://elsewhere.example/x.png)}", "@import 'https://elsewhere.example/x.png';"],
)
def test_a_style_sheet_may_not_fetch_elsewhere(site, text):
    assert with_page(site, text, "assets/a.css") == [
        ("foreign", "assets/a.css", "https://elsewhere.example/x.png")
    ]


def test_a_style_sheet_may_not_name_what_is_not_there(site):
    assert with_page(site, "i{src:url('g.woff2')}", "assets/a.css") == [("broken", "assets/a.css", "g.woff2")]


def test_what_changed_since_the_build_is_found(site):
    (site / "i.svg").write_text("<svg></svg>", "utf-8")
    (site / "assets/a.js").rename(site / "assets/b.js")
    assert found(site) == [
        ("broken", "404.html", "/portal/assets/a.js"),
        ("missing", "assets/a.js", ""),
        ("unlisted", "assets/b.js", ""),
        ("altered", "i.svg", ""),
    ]


def test_a_site_without_digests_is_not_whole(site):
    (site / "SHA256SUMS").unlink()
    assert found(site) == [("no-sums", "SHA256SUMS", "")]


def test_a_link_in_the_file_system_is_found(site, tmp_path):
    (tmp_path / "secret").write_text("x", "utf-8")
    (site / "leak.txt").symlink_to(tmp_path / "secret")
    (site / "folder").symlink_to(tmp_path)
    assert {each[:2] for each in found(site)} >= {("not-a-file", "leak.txt"), ("not-a-file", "folder")}


def test_a_site_larger_than_its_host_takes_is_found(site, monkeypatch):
    monkeypatch.setattr(limits, "MOST_BYTES", 1000)
    assert [each[0] for each in found(site)] == ["too-large"]


def test_without_an_address_of_its_own_a_site_is_read_from_its_root():
    way = Map("", frozenset(["a/index.html", "b.html"]), {"a/index.html": set(), "b.html": {"x"}})
    page = Page("a/index.html", leads=["/b.html#x", "../b.html", "/c", "//host.example/", "/a"])
    assert [(each.code, each.value) for each in led(page, way)] == [("broken", "/c")]


@pytest.fixture
def root(site, tmp_path):
    """A portal that published a page, a file and a version, all still there."""
    folder = tmp_path / "datapackages" / ".releases"
    folder.mkdir(parents=True)
    kept = site / "data/one/versions/1.0.0/t.csv"
    kept.parent.mkdir(parents=True)
    kept.write_text("a,b\n", "utf-8")
    write_sums(site)
    listed = dict(line.split("  ")[::-1] for line in (site / "SHA256SUMS").read_text("utf-8").splitlines())
    (folder / "addresses.txt").write_text("\nareas/\ndata/b c.csv\n", "utf-8")
    digest = listed["data/one/versions/1.0.0/t.csv"]
    (folder / "ledger.json").write_text(json.dumps({"one": {"1.0.0": {"t.csv": digest}}}), "utf-8")
    return tmp_path


def test_what_was_published_must_be_there(site, root):
    assert found(site, root) == []
    with (root / "datapackages/.releases/addresses.txt").open("a") as listed:
        listed.write("gone/\n")
    assert found(site, root) == [("vanished", "gone/", "")]


def test_a_published_version_must_be_there_and_the_same(site, root):
    kept = site / "data/one/versions/1.0.0/t.csv"
    kept.write_text("a,c\n", "utf-8")
    write_sums(site)
    assert found(site, root) == [("changed", "data/one/versions/1.0.0/t.csv", "")]
    kept.unlink()
    write_sums(site)
    assert found(site, root) == [("vanished", "data/one/versions/1.0.0/t.csv", "")]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_command_names_file_value_and_remedy(site, root, capsys, language):
    asked = ["verify", "--root", str(root), "--lang", language, "--jobs", "1", str(site)]
    assert main(asked) == 0
    assert speak(language)("verify.clean", files="10") in capsys.readouterr().out
    with_page(site, html('<h2 id="one"></h2><a name="old"></a><a href="gone/\x1b[31m">x</a>'))
    assert main(asked) == 1
    told = capsys.readouterr()
    assert told.out == (f"areas/index.html “gone/\\u001b[31m” {speak(language)['verify.broken']} [broken]\n")
    assert "1" in told.err
    assert main([*asked[:-1], str(root / "nothing")]) == 1
