import io
from dataclasses import replace

import pytest
from PIL import Image

from build_scripts.model import Imprint
from build_scripts.present.charts.text import has_glyph, plain, width
from build_scripts.present.sharing.picture import picture, pictures
from build_scripts.present.sharing.subject import Subject, picture_path
from build_scripts.present.verdict.mark import Mark
from tests.portals import good_drafts

SUBJECT = Subject(
    title="Tỷ lệ đô thị hóa, Hà Nội",
    kicker="đô thị",
    value="49,1%",
    label="Sơ bộ 2024",
    aim="Mục tiêu: 60–62% (2025)",
    mark=Mark("off-track", "Chậm tiến độ", "chắc chắn"),
    credit="Nguồn: Cục Thống kê",
    day="12/03/2025",
    imprint=Imprint("Cổng dữ liệu mở"),
)


def opened(subject):
    return Image.open(io.BytesIO(picture(subject)))


def ink(subject, box):
    """Find where something other than paper stands in a part of the picture."""
    part = opened(subject).convert("L").crop(box).point(lambda shade: 255 if shade < 200 else 0)
    return part.getbbox()


def test_a_picture_has_the_size_that_previews_ask_for_and_is_small():
    image = opened(SUBJECT)
    assert (image.format, image.size, image.mode) == ("PNG", (1200, 630), "P")
    assert len(picture(SUBJECT)) < 30_000


def test_the_same_subject_gives_the_same_bytes():
    assert picture(SUBJECT) == picture(replace(SUBJECT))


TITLE = (0, 168, 1200, 250)


@pytest.mark.parametrize("title", ["Tỷ lệ đô thị hóa, Hà Nội", "ẶỆỘỮỴĐ ặệộữỵđ", "Average population"])
def test_the_title_is_as_wide_as_the_house_s_font_makes_it(title):
    left, _, right, _ = ink(replace(SUBJECT, title=title), TITLE)
    assert right - left == pytest.approx(width(title, 64, bold=True), abs=8)


def test_each_part_is_drawn():
    for name in ("title", "kicker", "value", "label", "aim", "credit", "day"):
        assert picture(replace(SUBJECT, **{name: ""})) != picture(SUBJECT), name
    assert picture(replace(SUBJECT, mark=None)) != picture(SUBJECT)


@pytest.mark.parametrize(
    "kind",
    ["achieved", "on-track", "at-risk", "off-track", "moving-away", "not-assessable", "no-longer-applicable", "not-judged"],
)  # fmt: skip
def test_every_status_has_a_shape_of_its_own(kind):
    others = {
        "achieved",
        "on-track",
        "at-risk",
        "off-track",
        "moving-away",
        "not-assessable",
        "not-judged",
    } - {kind}
    mine = picture(replace(SUBJECT, mark=Mark(kind, "", "")))
    assert all(picture(replace(SUBJECT, mark=Mark(each, "", ""))) != mine for each in others)


def test_a_long_source_is_cut_and_its_day_is_kept():
    long = replace(SUBJECT, credit="Nguồn: " + "Cục Thống kê và " * 12)
    assert picture(long) != picture(replace(long, day=""))
    assert ink(long, (0, 560, 1200, 630))[2] <= 1200 - 64


def test_a_sign_that_the_font_lacks_is_left_out_rather_than_drawn_as_a_box():
    assert not has_glyph("漢")
    assert picture(replace(SUBJECT, title="Hà Nội 漢")) == picture(replace(SUBJECT, title="Hà Nội"))


def test_a_title_of_any_length_stays_on_the_picture():
    box = ink(replace(SUBJECT, title="Tỷ lệ hộ dân được cấp nước sạch " * 12), (0, 0, 1200, 630))
    assert box[2] <= 1200
    assert picture(replace(SUBJECT, title="", value="", label="", aim="", mark=None))


def test_every_page_of_a_kind_that_is_shared_has_a_picture_in_its_language():
    made = {each.path: each.data for each in pictures(good_drafts())}
    kinds = ("targets/", "indicators/", "areas/", "documents/")
    expected = {
        picture_path(draft.language, draft.address)
        for draft in good_drafts()
        if draft.address == "" or (draft.address.startswith(kinds) and draft.address.count("/") == 2)
    }
    assert set(made) == expected
    assert "share/vi/home.png" in made
    assert made["share/vi/targets/urbanisation.png"] != made["share/en/targets/urbanisation.png"]


def test_no_letter_of_a_subject_is_missing_from_the_font():
    for draft in good_drafts():
        if draft.subject is not None:
            assert [sign for sign in plain(draft.subject.words) if not has_glyph(sign)] == [], draft.path
