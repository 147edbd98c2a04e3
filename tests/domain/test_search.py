"""Words are compared whatever their width and case, and amounts are understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.domain.search import MOST_WORDS, fen_of, fold, holds, terms_of


def words(asked: str) -> list[str]:
    return [each.word for each in terms_of(asked)]


def test_width_and_case_do_not_matter_and_a_word_counts_once() -> None:
    assert words("　ＡＢc  abC １２３ ") == ["abc", "123"]
    assert words("   ") == []
    assert len(words(" ".join(map(str, range(99))))) == MOST_WORDS


@pytest.mark.parametrize(
    ("word", "fen"),
    [
        ("123.45", 12345),
        ("¥1,234", 123400),
        ("128元", 12800),
        ("0.5", 50),
        ("abc", None),
        ("1.234", None),
        ("-3", None),
    ],
)
def test_an_amount_is_known_by_its_form(word: str, fen: int | None) -> None:
    assert fen_of(word) == fen


def test_the_context_helps_but_never_finds_anything_alone() -> None:
    assert holds(terms_of("和顺 退款"), "退款 128", "和顺便利店")
    assert not holds(terms_of("和顺"), "退款 128", "和顺便利店")
    assert not holds(terms_of("和顺 押金"), "退款 128", "和顺便利店")


@given(st.text(), st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1))
def test_what_a_text_holds_is_found_in_it(before: str, word: str) -> None:
    text = fold(before + " " + word)
    assert all(each.place(text) >= 0 for each in terms_of(word))
