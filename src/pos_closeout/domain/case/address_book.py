"""People found in an address book, and which of them the list of notices does not have yet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pos_closeout.domain.case.notices import Audience, Notice, NoticeChannel, planned_day
from pos_closeout.domain.errors import BadInputError

MOST_NOTICES = 300
"""Lines of the list: beyond that it is no list of people to tell but a mailing."""


class Contact(NamedTuple):
    """Somebody in an address book; ``row`` is the row of the table or the number of the card, from 1."""

    name: str
    phone: str
    email: str
    row: int


class ContactProblem(NamedTuple):
    """What could not be used: the row, a stable reason id (``contact.*``) and the text of the cell."""

    row: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class AddressBook:
    """What a file holds, in its order."""

    contacts: tuple[Contact, ...]
    problems: tuple[ContactProblem, ...]


class OnList:
    """Who of an audience is on the list: the same phone or e-mail, or for those who have neither the same name."""

    def __init__(self, audience: Audience, notices: Iterable[Notice]) -> None:
        same = [each for each in notices if each.audience is audience]
        self._reached = {way for each in same for way in _ways(each.phone, each.email)}
        self._names = {each.name.strip() for each in same}

    def __contains__(self, contact: Contact) -> bool:
        """Return whether this person is there."""
        ways = _ways(contact.phone, contact.email)
        return not self._reached.isdisjoint(ways) if ways else contact.name in self._names

    def add(self, contact: Contact) -> None:
        """Note that this person is there from now on."""
        self._reached |= _ways(contact.phone, contact.email)
        self._names.add(contact.name)


def notices_for(
    contacts: Sequence[Contact],
    audience: Audience,
    way: NoticeChannel,
    notices: Sequence[Notice],
    *,
    stop_on: date | None,
    today: date,
) -> tuple[Notice, ...]:
    """Return a notice for each person whom the list does not have, with the usual day of the audience.

    Raises:
        BadInputError: ``notice.too_many`` when the list would hold more than ``MOST_NOTICES``.
    """
    fresh: list[Notice] = []
    day, there = planned_day(audience, stop_on, today), OnList(audience, notices)
    for each in contacts:
        if each not in there:
            there.add(each)
            fresh.append(Notice(audience, name=each.name, phone=each.phone, email=each.email, way=way, planned_on=day))
    if len(notices) + len(fresh) > MOST_NOTICES:
        raise BadInputError("notice.too_many", count=len(fresh), limit=MOST_NOTICES)
    return tuple(fresh)


def _ways(phone: str, email: str) -> set[str]:
    """Return what somebody is reached by, in the spelling that is compared."""
    return {way for way in (_digits(phone), email.strip().casefold()) if way}


def _digits(phone: str) -> str:
    """Return the digits of a number, without the prefix of China, so that two spellings are one."""
    digits = "".join(sign for sign in phone if sign.isdecimal())
    for prefix in ("0086", "86"):
        if digits.startswith(prefix) and len(digits) == len(prefix) + 11:
            return digits[len(prefix) :]
    return digits
