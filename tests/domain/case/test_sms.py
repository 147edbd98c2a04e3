import pytest

from pos_closeout.domain.case.sms import SmsCount, count_sms


@pytest.mark.parametrize(
    ("length", "messages"), [(0, 0), (1, 1), (70, 1), (71, 2), (134, 2), (135, 3), (201, 3), (202, 4)]
)
def test_seventy_characters_are_one_message_and_longer_ones_count_67_each(length: int, messages: int) -> None:
    assert count_sms("退" * length) == SmsCount(length, messages)


def test_letters_count_like_characters_and_an_emoji_twice() -> None:
    assert count_sms("【和顺】code 1").characters == 10
    assert count_sms("🙂").characters == 2
