import unicodedata

import pytest

from build_scripts.model import folded


@pytest.mark.parametrize(
    ("text", "as_typed"),
    [
        ("Đồng bằng sông Hồng", "dong bang song hong"),
        ("tỷ lệ, tỉ lệ", "ti le, ti le"),
        ("hoà = hòa", "hoa = hoa"),
        ("Quy mô; kỳ, yếu tố", "qui mo; ki, yeu to"),
        ("30-NQ/TW", "30-nq/tw"),
        ("m² và CO₂", "m² va co₂"),
    ],
)
def test_a_text_is_folded_as_people_type_it_in_haste(text, as_typed):
    assert folded(text) == as_typed


def test_letters_in_parts_fold_like_letters_in_one():
    assert folded(unicodedata.normalize("NFD", "Ủy ban Dân tộc")) == folded("Ủy ban Dân tộc")


def test_folding_keeps_the_number_of_words():
    text = "Tỷ lệ hộ nghèo – theo chuẩn 2021-2025 (%)"
    assert len(folded(text).split()) == len(text.split())
