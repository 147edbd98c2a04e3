"""Amounts: read at the edge, whole fen inside, capitals as on a cheque."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.money import MAX_FEN, format_yuan, in_capitals, parse_fen

CAPITALS = {
    "0": "零元整",
    "0.05": "伍分",
    "0.50": "伍角整",
    "10": "壹拾元整",
    "15.06": "壹拾伍元零陆分",
    "325.04": "叁佰贰拾伍元零肆分",
    "1005.30": "壹仟零伍元叁角整",
    "1409.50": "壹仟肆佰零玖元伍角整",
    "1680.32": "壹仟陆佰捌拾元零叁角贰分",
    "6007.14": "陆仟零柒元壹角肆分",
    "10000.01": "壹万元零壹分",
    "100010": "壹拾万零壹拾元整",
    "107000.53": "壹拾万柒仟元零伍角叁分",
    "1005000": "壹佰万零伍仟元整",
    "1200305.06": "壹佰贰拾万零叁佰零伍元零陆分",
    "20010003": "贰仟零壹万零叁元整",
    "100000000": "壹亿元整",
    "100010000.10": "壹亿零壹万元零壹角整",
}


@pytest.mark.parametrize(("yuan", "capitals"), CAPITALS.items())
def test_capitals_follow_the_table_of_known_answers(yuan: str, capitals: str) -> None:
    assert in_capitals(int(Decimal(yuan) * 100)) == capitals


_VALUES = {digit: value for value, digit in enumerate("零壹贰叁肆伍陆柒捌玖")}
_UNITS = {"拾": 10, "佰": 100, "仟": 1000}


def read_capitals(text: str) -> int:
    """Read capitals back into fen, independently of how they are written."""
    total = section = digit = 0
    for each in text.removesuffix("整"):
        if each in _VALUES:
            digit = _VALUES[each]
        elif each in _UNITS:
            section, digit = section + digit * _UNITS[each], 0
        elif each in "万亿":
            total = (total + section + digit) * (10_000 if each == "万" else 1)
            total, section, digit = (total * 100_000_000 if each == "亿" else total), 0, 0
        elif each == "元":
            total, section, digit = (total + section + digit) * 100, 0, 0
        else:
            total, digit = total + digit * (10 if each == "角" else 1), 0
    return total


@given(st.integers(0, 99_999_999))
def test_capitals_can_be_read_back(yuan_and_fen: int) -> None:
    assert read_capitals(in_capitals(yuan_and_fen)) == yuan_and_fen


@given(st.integers(0, MAX_FEN))
def test_capitals_end_as_the_rule_says_and_never_double_a_zero(fen: int) -> None:
    words = in_capitals(fen)
    assert words.endswith("分") if fen % 10 else words.endswith("整")
    assert "零零" not in words


@given(st.integers(1, MAX_FEN))
def test_what_is_written_is_read_as_the_same_amount(fen: int) -> None:
    assert parse_fen(format_yuan(fen)) == fen


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("128.5", 12850),
        ("¥1,234.56", 123456),
        ("１２８．５０元", 12850),
        (" 0.01 ", 1),
        ("99999999.99", MAX_FEN),
        (".5", 50),
    ],
)
def test_amounts_are_read_as_owners_type_them(typed: str, fen: int) -> None:
    assert parse_fen(typed) == fen


@pytest.mark.parametrize(
    "typed", ["", "abc", "12a", "1.005", "1,23", "-5", "1e5", "1 2", "١٢", "5.", "0x10", "¥", "NaN"]
)
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(BadInputError, match=r"amount.not_a_number"):
        parse_fen(typed)


@pytest.mark.parametrize("typed", ["0", "0.00", "100000000", "99999999999999999999"])
def test_absurd_amounts_are_refused(typed: str) -> None:
    with pytest.raises(BadInputError, match=r"amount.out_of_range"):
        parse_fen(typed)
