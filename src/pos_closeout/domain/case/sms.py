"""How many text messages (短信) a text costs: 70 characters with its signature are one, longer ones count 67 each."""

from dataclasses import dataclass

SINGLE = 70
PART = 67
"""Characters of each part of a long message: three are used up to put the parts together again."""


@dataclass(frozen=True, slots=True)
class SmsCount:
    """Length of a message in characters, and how many messages are charged for it."""

    characters: int
    messages: int


def count_sms(text: str) -> SmsCount:
    """Count a message as it will be sent: signature in 【】 and filled-in words included.

    The network counts 16-bit units: a Chinese character or a letter is one, an emoji is two.
    """
    characters = len(text.encode("utf-16-le", "surrogatepass")) // 2
    if characters <= SINGLE:
        return SmsCount(characters, min(1, characters))
    return SmsCount(characters, -(-characters // PART))
