"""Messages with names to fill in: what they are written for, the filling, and how they write a date."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pos_closeout.domain.case.case import Request
from pos_closeout.domain.case.stop_day import first_day_without, last_day


class MessageForm(StrEnum):
    """What a message is written for."""

    SMS = "sms"
    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Written:
    """A message ready to be sent by the owner; ``subject`` is empty unless it is an e-mail."""

    subject: str
    text: str


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_OPTIONAL = re.compile(r"\[([^\[\]|]*)(?:\|([^\[\]]*))?\]")
_NAME = re.compile(r"{(\w+)}")


def stop_words(request: Request, language: str) -> dict[str, str]:
    """Return how messages write the stop, empty where no day was said.

    ``stop`` is the moment, ``last`` the last day with payments, ``from`` the first without.
    """
    last, first = spoken_day(last_day(request), language), spoken_day(first_day_without(request), language)
    if language.startswith("zh"):
        moment = f"{last}打烊后" if request.after_close_of_business else first
    else:
        moment = f"after closing on {last}" if request.after_close_of_business else f"on {first}"
    return {"stop": moment if first else "", "last": last, "from": first}


def filled(text: str, words: Mapping[str, str]) -> str:
    """Fill in names; ``[…]`` goes when a name in it is empty, ``[…|…]`` then says what stands behind the bar."""

    def choose(found: re.Match[str]) -> str:
        names = _NAME.findall(found[1])
        if names and not all(words.get(name) for name in names):
            return found[2] or ""
        # Brackets without a name belong to the text, such as a signature in English.
        return found[1] if names else found[0]

    shaped = _OPTIONAL.sub(choose, text)
    return _NAME.sub(lambda found: words.get(found[1], ""), shaped)


def spoken_day(day: date | None, language: str, *, year: bool = False) -> str:
    """Write a date as a message says it: 12月1日 or 1 December; nothing for ``None``."""
    if day is None:
        return ""
    if language.startswith("zh"):
        return f"{day.year}年{day.month}月{day.day}日" if year else f"{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")
