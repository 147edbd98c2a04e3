"""Texts that are cut to the room there is."""

import pytest

from pos_closeout.ui.widgets.phrases import shortened


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("ten letter", "ten letter"),
        ("eleven lett", "eleven le…"),
        ("五个字正好", "五个字正好"),
        ("六个字太长了", "六个字太…"),
        ("a 五个字好", "a 五个字好"),
        ("ab 五个字好", "ab 五个…"),
    ],
)
def test_a_text_is_cut_to_ten_columns(text: str, shown: str) -> None:
    assert shortened(text, 10) == shown
