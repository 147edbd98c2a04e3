import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_closeout.domain.kept_text import kept_text
from pos_closeout.domain.secrets import has_secret, mask_secrets


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("密码123456，验证码8812，CVV 123", "密码******，验证码******，CVV ******"),
        ("支付密码是：a1b2c3", "支付密码是：******"),
        ("短信验证码 ８８１２３４ 已过期", "短信验证码 ****** 已过期"),
        ("PIN: 0000", "PIN: ******"),
        ("the password is Hunter2 now", "the password is ****** now"),
        ("cvv2=987", "cvv2=******"),
        ("安全码（321）", "安全码（******）"),
        ("操作员密码“0000”", "操作员密码“******”"),
    ],
)
def test_a_secret_is_never_kept(text: str, kept: str) -> None:
    assert mask_secrets(text) == kept
    assert kept_text("note", text) == kept
    assert has_secret(text)


@pytest.mark.parametrize(
    "text",
    [
        "密码键盘 SN12345678",
        "密码已经改了，2026年11月",
        "The password was changed on 2026-11-29",
        "pinpad 5100",
        "验证码没有收到，电话 13800138000",
        "安全码",
        "shipping 12345",
        "工号 8812",
    ],
)
def test_words_and_numbers_alone_stay(text: str) -> None:
    assert mask_secrets(text) == text


@given(st.text(alphabet="密码验证cvv 12345:：是ab*，", max_size=40))
def test_masking_twice_is_masking_once(text: str) -> None:
    assert mask_secrets(mask_secrets(text)) == mask_secrets(text)
