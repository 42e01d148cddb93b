"""The text of hand-written pages can be changed in the finished site, and nothing else of it."""

from build_scripts.publish import reword

PAGE = '<html><nav>x</nav><article><div class="prose"><p>x</p><div>x</div></div>\n</article><footer>x</footer></html>'


def put(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE, encoding="utf-8")


def test_only_the_text_of_pages_that_somebody_wrote_is_changed(tmp_path):
    root, out = tmp_path / "root", tmp_path / "out"
    put(root / "docs", "vi/about/team.md", "en/about/team.md", "vi/notes/index.md")
    put(out, "about/team/index.html", "en/about/team/index.html", "notes/index.html", "targets/index.html")
    seen = []

    def change(language, address, text):
        seen.append((language, address))
        return text.replace("x", language)

    reword(root, out, change)
    assert seen == [("vi", "about/team/"), ("vi", "notes/"), ("en", "about/team/")]
    changed = PAGE.replace("<p>x</p><div>x</div>", "<p>vi</p><div>vi</div>")
    assert (out / "notes/index.html").read_text("utf-8") == changed
    assert "<p>en</p>" in (out / "en/about/team/index.html").read_text("utf-8")
    assert (out / "targets/index.html").read_text("utf-8") == PAGE
