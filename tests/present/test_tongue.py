import pytest

from build_scripts.present.page import Words
from build_scripts.present.say import Say
from build_scripts.present.tongue import foreign, tongue

VI, EN = Words(Say("vi", {})), Words(Say("en", {}))


@pytest.mark.parametrize(
    ("fragment", "spoken"),
    [
        ("Tỷ lệ đô thị hóa", "vi"),
        ("Ty\u0309 lê\u0323 thôn", "vi"),
        ("Hơn 4 năm thực hiện Chương trình (English edition)", "vi"),
        ("Chuẩn an toàn in to", "vi"),
        ("Nam Định", "vi"),
        ("Resolution on Nam Định and Hải Dương of the Assembly", "en"),
        ("GRDP per capita", "en"),
        ("12,5", None),
        ("–", None),
    ],
)
def test_a_fragment_is_heard_in_the_language_of_its_letters_and_small_words(fragment, spoken):
    assert tongue(fragment) == spoken


@pytest.mark.parametrize(
    ("fragment", "language", "spoken"),
    [
        ("Tỷ lệ đô thị hóa", "en", "vi"),
        ("Tỷ lệ đô thị hóa", "vi", None),
        ("General Statistics Office", "vi", "en"),
        ("General Statistics Office", "en", None),
        ("population_avg", "vi", None),
        ("2024-01-01", "vi", None),
    ],
)
def test_only_what_is_in_the_other_language_is_foreign(fragment, language, spoken):
    assert foreign(fragment, language) == spoken


@pytest.mark.parametrize(
    ("fragment", "spoken"),
    [("Messwerte der Elbe", None), ("Height of the river", "en"), ("Dân số, được tính", None)],
)
def test_where_any_language_may_stand_english_needs_a_word_of_its_own(fragment, spoken):
    assert foreign(fragment, "vi", only_two=False) == spoken


def test_a_foreign_fragment_says_so_and_stays_text():
    assert EN.heard("Sở Y tế <b>") == '<span lang="vi">Sở Y tế &lt;b&gt;</span>'
    assert VI.heard("Sở Y tế <b>") == "Sở Y tế &lt;b&gt;"
    assert EN.lang("Sở Y tế") == ' lang="vi"'
