"""The index of the text of the pages."""

import gzip
import json
import shutil

from sample_pages import page

from build_scripts.publish import written_pages
from build_scripts.publish.fulltext import record_of, write_fulltext


def fragments(site):
    found = {}
    for path in site.glob("pagefind/fragment/*.pf_fragment"):
        data = gzip.decompress(path.read_bytes()).decode().removeprefix("pagefind_dcd")
        fragment = json.loads(data)
        found[fragment["url"]] = fragment["content"]
    return found


def test_each_page_stands_in_the_index_of_its_language_in_folded_words(make):
    site = make(
        page("vi/areas/index.md", body="<p>Đô thị &amp; tỷ lệ</p><table><tr><td>12345</td></tr></table>"),
        page("en/areas/index.md", body="<p>Urban</p><svg><text>axis</text></svg>"),
    )
    found = fragments(site)
    assert found["/vi/areas/"] == "do thi & ti le"
    assert found["/en/areas/"] == "urban"
    assert {"/vi/", "/en/", "/vi/about/", "/en/about/"} <= set(found)


def test_only_what_a_search_of_our_own_needs_is_published(make):
    names = {path.name.partition(".")[0] for path in (make() / "pagefind").iterdir() if path.is_file()}
    assert names == {"pagefind", "pagefind-worker", "pagefind-entry", "wasm"}


def test_text_in_the_shape_of_markup_stays_text(make):
    body = "<p>&lt;script&gt;x&lt;/script&gt; data-pagefind-ignore</p>"
    site = make(page("vi/areas/index.md", body=body), page("en/areas/index.md"))
    assert fragments(site)["/vi/areas/"] == "<script>x</script> data-pagefind-ignore"


def test_the_same_pages_give_the_same_index(make):
    site = make(page("vi/areas/index.md"), page("en/areas/index.md"))
    before = {path.name: path.read_bytes() for path in (site / "pagefind").rglob("*") if path.is_file()}
    shutil.rmtree(site / "pagefind")
    pages = ((path.relative_to(site).as_posix(), path) for path in site.rglob("index.html"))
    records = (record_of(place, path.read_text("utf-8")) for place, path in pages)
    write_fulltext(site, (each for each in records if each is not None))
    after = {path.name: path.read_bytes() for path in (site / "pagefind").rglob("*") if path.is_file()}
    assert after == before


def test_a_hand_written_page_is_named_by_its_front_matter_or_its_heading(root):
    folder = root / "docs/en"
    folder.mkdir(parents=True)
    (folder / "one.md").write_text("---\ntitle: One\ndescription: First.\n---\n# Other\n", encoding="utf-8")
    (folder / "two.md").write_text("Words.\n\n# Two\n", encoding="utf-8")
    (folder / "three.md").write_text("Nothing that names it.\n", encoding="utf-8")
    (folder / "four.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    found = {each.address: (each.title, each.description) for each in written_pages(root)}
    assert found["one/"] == ("One", "First.")
    assert found["two/"] == ("Two", "")
    assert {"three/", "four/"} & found.keys() == set()
