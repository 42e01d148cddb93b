"""What search knows of the pages of a portal."""

from build_scripts.model import Synonym, Written
from build_scripts.pipeline import findable, pages, scenes_of
from build_scripts.present.search.entries import entries_of, names_of, shorts_of
from build_scripts.read import load
from tests.portals import portal

SYNONYMS = (Synonym("HN", "Hà Nội"), Synonym("GRDP", "Tổng sản phẩm trên địa bàn"), Synonym("TU", "Thành ủy"))


def test_a_short_form_belongs_to_whatever_names_what_it_stands_for_accents_aside():
    assert shorts_of(SYNONYMS, ("Dân số Hà nội", "Population")) == ("HN",)


def test_a_name_inside_a_word_is_not_named():
    assert shorts_of((Synonym("X", "nội"),), ("Nộis vụ",)) == ()


def test_a_title_that_writes_a_short_form_is_found_by_the_full_name():
    assert names_of(SYNONYMS, "Tốc độ tăng GRDP") == ("Tổng sản phẩm trên địa bàn",)
    assert names_of(SYNONYMS, "Tu bổ di tích") == ()


def drafted(root):
    reading = load(root)
    scenes = scenes_of(reading.catalog)
    return scenes, tuple(pages(scenes, reading.verdicts, lambda *_: None))


def test_every_page_of_a_portal_is_an_entry_once_with_its_sentence(tmp_path):
    scenes, drafts = drafted(portal(tmp_path))
    own = [each for each in drafts if each.language == "en"]
    written = Written("en", "about/", "About", "What this is.")
    entries = entries_of(scenes[1], own, [written])
    addresses = [each.address for each in entries if "#" not in each.address and "?" not in each.address]
    assert sorted(addresses) == sorted([*(each.address for each in own), "about/"])
    facts = {each.address: each.fact for each in entries}
    assert all(facts[each.address] == each.description for each in own)


def test_areas_of_today_come_first(catalog, scenes, drafts):
    known = entries_of(scenes[0], (each for each in drafts if each.language == "vi"), ())
    stands = [catalog.areas[each.areas[0]].is_current for each in known if each.kind == "area"]
    assert stands == sorted(stands, reverse=True)
    assert set(stands) == {True, False}


def test_a_portal_of_one_stranger_s_table_is_searched_without_filters_that_would_choose_nothing(tmp_path):
    scenes, drafts = drafted(portal(tmp_path, "rainfall"))
    page = next(each for each in findable(drafts, scenes) if each.address == "search/")
    assert [each.key for each in page.view["filters"]] == ["kind"]
    assert [each.kind for each in page.view["sections"]] == ["dataset", "page"]


def test_keys_of_groups_are_the_same_in_both_languages(scenes, drafts):
    found = [each for each in findable(drafts, scenes) if each.address == "search/"]
    keys = [
        {choice.key for each in page.view["filters"] if each.key == "group" for choice in each.choices}
        for page in found
    ]
    assert keys[0] == keys[1]
    assert {"economic", "population"} <= keys[0]
