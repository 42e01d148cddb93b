"""Every status on the real site has its sentence, its sum and its reason, the same figures in both languages."""

import json
import re
from collections import Counter

import pytest

from build_scripts.model import LANGUAGES
from build_scripts.present.verdict import box, judgement_files
from tests.tiny import scene, target, tiny

NUMBER = re.compile(r"[−+]?\d[\d.,]*\d|[−+]?\d")
SEPARATORS = {"vi": (".", ","), "en": (",", ".")}
DATES = {
    "vi": r"ngày (\d+) tháng (\d+) năm (\d+)",
    "en": r"(\d+) (January|February|March|April|May|June|July|August|September|October|November|December) (\d+)",
}
HALVES = r"[69] tháng (đầu|cuối) năm"
"""What English calls the first half, or the first nine months."""


@pytest.fixture(name="scenes", scope="module")
def by_language(scenes):
    return {each.language: each for each in scenes}


def numbers(text, language):
    """Count the numbers of a text as numbers, dates left aside."""
    text = re.sub(HALVES, "", re.sub(DATES[language], "", text))
    group, point = SEPARATORS[language]
    written = (each.replace("−", "-").lstrip("+") for each in NUMBER.findall(text))
    return Counter(float(each.replace(group, "").replace(point, ".")) for each in written)


def told(shown):
    """Everything a box says that is computed: its sentence, its sum, its checks."""
    rows = [said for _, said in shown.rows]
    checks = [*shown.robust.checks, shown.robust.revision] if shown.robust is not None else []
    return [shown.sentence, *rows, *checks, *shown.beside]


def without_names(text, catalog, language):
    """Take out names, whose digits may be written differently: of target indicators, documents, areas, series."""
    named = [*catalog.goals.values(), *catalog.areas.values(), *catalog.indicators.values()]
    words = {each.name[language] for each in named} | {
        each.short[language] for each in catalog.documents.values()
    }
    for each in sorted(words, key=len, reverse=True):
        text = text.replace(each, "")
    return text


def test_every_judged_target_says_the_same_numbers_in_both_languages(catalog, scenes):
    judged = 0
    for each in catalog.targets:
        boxes = {language: box(scenes[language], each) for language in LANGUAGES}
        if boxes["vi"] is None:
            continue
        judged += 1
        for vi, en in zip(told(boxes["vi"]), told(boxes["en"]), strict=True):
            found = {"vi": without_names(vi, catalog, "vi"), "en": without_names(en, catalog, "en")}
            assert numbers(found["vi"], "vi") == numbers(found["en"], "en"), (each.id, vi, en)
    assert judged == len(scenes["vi"].judgements.leading)


def test_every_status_has_a_word_a_sentence_and_a_sum_or_a_reason(catalog, scenes):
    for language in LANGUAGES:
        for each in catalog.targets:
            shown = box(scenes[language], each)
            judgement = scenes[language].judgements.leading.get(each.id)
            if shown is None:
                assert each.draft or each.confidence == "low"
                continue
            assert shown.mark.word
            assert shown.sentence.endswith(".")
            assert "None" not in shown.sentence
            assert bool(shown.rows) == judgement.assessed
            assert (judgement.reason is not None) == (judgement.status == "not-assessable")


def test_points_are_never_called_per_cent(catalog, scenes):
    """Shares move by percentage points; only growth of amounts is in per cent."""
    for each in catalog.targets:
        judgement = scenes["en"].judgements.leading.get(each.id)
        if judgement is None or judgement.basis != "pace" or judgement.method != "linear":
            continue
        for language, point in (("en", "percentage points"), ("vi", "điểm %")):
            if scenes[language].promised_unit(each).symbol["en"].startswith("%"):
                assert point in box(scenes[language], each).sentence


def test_the_sum_of_urbanisation_can_be_read_and_redone(catalog, scenes):
    each = next(one for one in catalog.targets if one.id == "nq12-09a")
    rows = dict(box(scenes["en"], each).rows)
    assert rows["Base"] == "49.16% in 2021, the first figure of the term"
    assert rows["Latest"] == "49.11% in 2024 (preliminary)"
    assert rows["To reach"] == "60% (60–62%) in 2025"
    assert (
        rows["Pace so far"] == "(49.11 − 49.16) ÷ (2024 − 2021) = −0.017\N{NO-BREAK SPACE}percentage points"
    )
    assert rows["Pace needed since the base"] == (
        "(60 − 49.16) ÷ (2025 − 2021) = +2.71\N{NO-BREAK SPACE}percentage points"
    )
    assert rows["R"] == "(−0.017) ÷ 2.71 = −0.006: Moving away"


def test_the_sum_of_growth_shows_every_year(catalog, scenes):
    each = next(one for one in catalog.targets if one.id == "nq12-01")
    shown = box(scenes["vi"], each)
    rows = dict(shown.rows)
    assert rows["Bình quân đến nay"] == "(2,92 + 8,89 + 6,27 + 6,52 + 8,16) ÷ 5 = 6,55%/năm"
    assert shown.sentence == (
        "Tốc độ tăng GRDP của Hà Nội bình quân 2021–2025 là 6,55%/năm, chưa đạt mục tiêu 7,5–8%/năm giai đoạn "
        "2021–2025. Thời hạn đã qua nên mục tiêu được xếp là chậm tiến độ."
    )


def test_the_districts_are_no_longer_applicable_with_the_act(catalog, scenes):
    ended = [each for each in catalog.targets if each.ended is not None]
    assert len(ended) == 6
    for each in ended:
        shown = box(scenes["en"], each)
        assert shown.mark.kind == "no-longer-applicable"
        assert shown.sentence.endswith("no longer applies since 1 July 2025 (Resolution 203/2025/QH15).")


def test_the_data_hold_the_same_judgement_as_the_pages(catalog, scenes):
    files = {each.path: each for each in judgement_files(tuple(scenes.values()))}
    assert len(files) == len(catalog.goals)
    record = json.loads(files["api/v1/progress/ha-noi-urbanisation.json"].data)
    found = {each["id"]: each["judgement"] for each in record["targets"]}
    assert (record["now"], record["lead"]) == (2025, "nq12-09b")
    assert found["q1569d-02"] is None
    assert (found["nq12-09a"]["status"], found["nq12-09a"]["firm"]) == ("moving-away", False)
    assert found["nq12-09a"]["pace"]["base"]["value"] == 49.16
    assert found["nq12-09a"]["sentence"]["vi"].endswith("Con số đang đi ngược mục tiêu.")


def test_a_draft_has_no_judgement():
    made = tiny(targets=(target("only", draft=True),))
    assert box(scene(made), made.targets[0]) is None
