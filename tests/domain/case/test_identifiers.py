"""Identifiers: real numbers pass, legal but unusual ones warn, slips of the pen are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.domain.case import identifiers as ids
from pos_closeout.domain.case.case import EntityType
from pos_closeout.domain.case.identifiers import VerdictKind


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("92310115MA1K3TE79M", VerdictKind.OK),
        ("91310115MA1K3TE79Q", VerdictKind.OK),
        ("９２３１０１１５ma1k3te79m", VerdictKind.OK),
        ("9231 0115-MA1K3TE79M", VerdictKind.OK),
        ("92310115\u200bMA1K3TE79M\u202e", VerdictKind.OK),
        ("N2310115MA1K3TE798", VerdictKind.WARNING),
        ("92310115MA1K3TE79N", VerdictKind.ERROR),
        ("9231O115MA1K3TE79M", VerdictKind.ERROR),
        ("9231", VerdictKind.WARNING),
        ("", VerdictKind.EMPTY),
    ],
)
def test_credit_codes(typed: str, kind: VerdictKind) -> None:
    assert ids.check_credit_code(typed).kind is kind


@given(st.integers(0, 17), st.sampled_from("0123456789ABCDEFGHJKLMNPQRTUWXY"))
def test_every_single_wrong_character_of_a_credit_code_is_found(place: int, wrong: str) -> None:
    right = "92310115MA1K3TE79M"
    typed = right[:place] + wrong + right[place + 1 :]
    assert (ids.check_credit_code(typed).kind is VerdictKind.ERROR) == (typed != right)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("310101199001011234", VerdictKind.OK),
        ("810000199001011230", VerdictKind.WARNING),
        ("310101199013011234", VerdictKind.ERROR),
        ("31010119900101123x", VerdictKind.ERROR),
        ("310101900101123", VerdictKind.WARNING),
        ("", VerdictKind.EMPTY),
    ],
)
def test_resident_ids(typed: str, kind: VerdictKind) -> None:
    assert ids.check_resident_id(typed).kind is kind


def test_the_kind_of_business_decides_which_number_is_meant() -> None:
    assert ids.check_identity(EntityType.COMPANY, "310115600123458").message_id == "registration.old"
    assert ids.check_identity(EntityType.SOLE_TRADER, "92310115MA1K3TE79M").kind is VerdictKind.OK
    assert ids.check_identity(EntityType.MICRO, "310101199001011234").kind is VerdictKind.OK


@pytest.mark.parametrize(
    "typed", ["13800138000", "+86 138 0013 8000", "0571-88888888", "010-12345678-123", "400-800-1234", "95016"]
)
def test_phone_numbers_of_china_pass(typed: str) -> None:
    assert ids.check_phone(typed).kind is VerdictKind.OK


@pytest.mark.parametrize("typed", ["12345", "abc", "138001380", "２３８００１３８０００"])
def test_other_phone_numbers_only_warn(typed: str) -> None:
    assert ids.check_phone(typed).kind in {VerdictKind.WARNING, VerdictKind.OK}
    assert ids.check_phone("abc").kind is VerdictKind.WARNING


def test_numbers_of_merchant_terminal_and_device() -> None:
    assert ids.check_merchant_number("822331054110001").kind is VerdictKind.OK
    assert ids.check_merchant_number("1900000109").kind is VerdictKind.HINT
    assert ids.check_merchant_number("82233105411000！").kind is VerdictKind.WARNING
    assert ids.check_terminal_number("10023456").kind is VerdictKind.OK
    assert ids.check_terminal_number("1002").kind is VerdictKind.HINT
    assert ids.check_serial_number("N7NL00123456").kind is VerdictKind.OK
    assert ids.check_serial_number("9" * 51).kind is VerdictKind.WARNING
    assert ids.check_last4("0817").kind is VerdictKind.OK
    assert ids.check_last4("6222021001000004").kind is VerdictKind.WARNING
    assert ids.check_email("a@example.com").kind is VerdictKind.OK
    assert ids.check_email("a@example").kind is VerdictKind.WARNING


def test_an_agents_name_is_pointed_out_and_a_banks_is_not() -> None:
    assert ids.check_acquirer_name("杭州某某网络科技有限公司").message_id == "acquirer.maybe_agent"
    for name in (
        "拉卡拉支付股份有限公司",
        "银联商务股份有限公司",
        "中国建设银行杭州分行",
        "通联支付网络服务股份有限公司",
    ):
        assert ids.check_acquirer_name(name).kind is VerdictKind.OK


@pytest.mark.parametrize(
    "typed", ["6222021001000004", "卡号 6222 0210 0100 0004 张三", "６２２２０２１００１００００００４"]
)
def test_whole_card_numbers_are_noticed(typed: str) -> None:
    assert ids.looks_like_full_card_number(typed)


@pytest.mark.parametrize("typed", ["0817", "822331054110001", "13800138000", "622202******0004", "2026-11-22"])
def test_other_numbers_are_no_card_numbers(typed: str) -> None:
    assert not ids.looks_like_full_card_number(typed)


@given(st.text(max_size=60))
def test_no_check_ever_fails_on_what_is_typed(typed: str) -> None:
    for check in (
        ids.check_credit_code,
        ids.check_resident_id,
        ids.check_merchant_number,
        ids.check_terminal_number,
        ids.check_serial_number,
        ids.check_phone,
        ids.check_email,
        ids.check_last4,
        ids.check_acquirer_name,
    ):
        assert check(typed).kind in VerdictKind
