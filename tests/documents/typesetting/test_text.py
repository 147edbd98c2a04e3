from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.documents.typesetting.text import Span, Text, cleaned


def test_what_cannot_be_seen_is_taken_away() -> None:
    assert cleaned("和\u200b顺\ufeff\u202e店\x00\u00ad☑\ufe0f") == "和顺店☑"


def test_line_ends_become_one_kind() -> None:
    assert cleaned("甲\r\n乙\r丙\u2028丁") == "甲\n乙\n丙\n丁"


def test_an_accent_joins_its_letter_but_ideographs_stay_as_typed() -> None:
    assert cleaned("Jose\u0301 \uf92c") == "José \uf92c"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


def test_markup_in_what_an_owner_types_stays_text() -> None:
    assert Text.of("<b>店</b>", Span("&amp;", bold=True)).plain == "<b>店</b>&amp;"
