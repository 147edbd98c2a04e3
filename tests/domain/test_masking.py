import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.domain.masking import mask_account, mask_cards, shows_card


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("6222021001000004", "622202******0004"),
        ("转入 6222 0210 0100 0004 完成", "转入 622202******0004 完成"),
        ("6222-0210-0100-0004", "622202******0004"),
        ("卡6228480402564890018转", "卡622848*********0018转"),
        ("62220210010000", "622202****0000"),
        ("4111111111111111,5500005555555559", "411111******1111,550000******5559"),
        ("378282246310005", "378282*****0005"),
        ("2024-01-05 6222021001000004", "2024-01-05 622202******0004"),
        ("６２２２０２１００１０００００４", "622202******0004"),
        ("`6222021001000004\t", "`622202******0004\t"),
    ],
)
def test_card_numbers_keep_six_and_four(text: str, masked: str) -> None:
    assert mask_cards(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "4200000263201902167700134212",
        "REF4200000263201902167700963919",
        "2088121121211215",
        "898440379930020",
        "1921000401",
        "20250101123456",
        "2025010112345678",
        "20250214160132001",
        "2026-10-01 00:00:00",
        "6901234567892",
        "13800000000",
        "1,234,567,890,123.45",
        "160572459521071810106004542906137497131422937",
        "6222 0210",
    ],
)
def test_numbers_that_are_no_card_stay_exact(text: str) -> None:
    assert mask_cards(text) == text


def test_a_cell_that_holds_an_account_is_masked_whatever_its_digits() -> None:
    assert mask_account("1323132313211331313") == "132313*********1313"
    assert mask_account("1234****9876") == "1234****9876"
    assert mask_account("k@x.com") == "k@x.com"
    assert mask_account("6217 0000-1234　5678") == "621700******5678"
    assert mask_account("9,234,567,890.12") == "9,234,567,890.12", "a balance"


@given(st.text(alphabet="0123456789 -,卡", max_size=60))
def test_masking_twice_is_masking_once(text: str) -> None:
    assert mask_cards(mask_cards(text)) == mask_cards(text)


@given(st.text(alphabet="04567 -.卡", max_size=80), st.integers(0, 30))
def test_looking_for_a_number_finds_what_masking_masks(text: str, zeros: int) -> None:
    text += "0" * zeros + text[:9]
    assert shows_card(text) == (mask_cards(text) != text)


@given(st.integers(10**9, 10**13 - 1), st.text(alphabet="卡号，转 ", max_size=5))
def test_no_unionpay_number_survives(rest: int, around: str) -> None:
    number = f"62{rest:013d}"
    assert number not in mask_cards(f"{around}{number}{around}")
