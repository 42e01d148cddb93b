import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import datetime

from build_scripts.model import Imprint
from build_scripts.pipeline import scenes_of
from build_scripts.present.sharing.feed import MOST, entries, feeds
from build_scripts.read import load
from tests.read.bad_portals import GOOD
from tests.tiny import document, empty, package, scene

NS = {"a": "http://www.w3.org/2005/Atom"}


def parsed(data):
    return ET.fromstring(data)  # noqa: S314 - we wrote it just now


def feed(one):
    (made,) = feeds((one,))
    return parsed(made.data)


def portal():
    return scenes_of(load(GOOD).catalog)


def texts(root, path):
    return [each.text for each in root.findall(path, NS)]


def test_each_language_has_a_feed_of_its_own():
    made = {each.path: each.data for each in feeds(portal())}
    assert set(made) == {"feed.xml", "en/feed.xml"}
    languages = [parsed(data).get("{http://www.w3.org/XML/1998/namespace}lang") for data in made.values()]
    assert languages == ["vi", "en"]


def test_a_feed_has_what_atom_requires():
    for one in portal():
        root = feed(one)
        assert all(texts(root, f"a:{name}") for name in ("id", "title", "updated", "author/a:name"))
        for entry in root.findall("a:entry", NS):
            assert all(len(texts(entry, f"a:{name}")) == 1 for name in ("id", "title", "updated", "summary"))
            assert entry.find("a:link", NS).get("href")
        ids = texts(root, ".//a:id")
        assert len(ids) == len(set(ids))
        assert all(each.startswith("urn:uuid:") for each in ids)
        for moment in texts(root, ".//a:updated"):
            assert datetime.fromisoformat(moment).tzinfo is not None


def test_the_feed_is_as_new_as_its_newest_entry_and_no_newer():
    root = feed(portal()[0])
    moments = texts(root, "a:entry/a:updated")
    assert moments == sorted(moments, reverse=True)
    assert texts(root, "a:updated") == moments[:1]


def test_the_same_data_give_the_same_bytes():
    assert [each.data for each in feeds(portal())] == [each.data for each in feeds(portal())]


def test_what_bears_no_whole_day_is_not_in_the_feed():
    dated = {"day": document("day", date="2025-06-12"), "month": document("month", date="2025-06")}
    assert [each.key for each in entries(scene(replace(empty(), documents=dated)))] == ["document/day"]


def test_a_portal_in_which_nothing_is_dated_has_no_feed():
    assert list(feeds((scene(empty()),))) == []


def test_an_id_outlives_new_words_and_a_new_host_but_not_a_new_version():
    old = replace(package("water"), created="2026-01-02", version="1.0.0")
    before, after, later = (
        replace(scene(replace(empty(), packages=(each,))), imprint=Imprint("Cổng", address))
        for each, address in (
            (old, ""),
            (replace(old, description=old.title), "https://example.org/"),
            (replace(old, version="1.1.0"), ""),
        )
    )
    one, two, three = (texts(feed(each), "a:entry/a:id") for each in (before, after, later))
    assert one == two != three


def test_addresses_are_whole_where_the_site_s_is_known():
    one = replace(portal()[1], imprint=Imprint("Portal", "https://example.org/x/"))
    links = [each.get("href") for each in feed(one).findall(".//a:link", NS)]
    assert all(each.startswith("https://example.org/x/en/") for each in links)


def test_a_sign_that_xml_cannot_hold_does_not_break_the_feed():
    odd = replace(
        package("water"), created="2026-01-02", title=replace(package("water").title, en="a\x07b & <c>")
    )
    assert texts(feed(scene(replace(empty(), packages=(odd,)))), "a:entry/a:title") == ["Dataset: a b & <c>"]


def test_a_feed_keeps_the_newest_only():
    many = tuple(
        replace(package(f"p{day}"), created=f"2020-{day // 28 + 1:02}-{day % 28 + 1:02}")
        for day in range(100)
    )
    root = feed(scene(replace(empty(), packages=many)))
    assert len(root.findall("a:entry", NS)) == MOST
    assert re.match(r"2020-04-", texts(root, "a:updated")[0])
