"""Step 10: who has to be told about the stop, how, when, and whether it has been done.

How many days before is good practice and an editable default; a notice in the shop may never say that there are no
refunds after the stop (消费者权益保护法 art. 26 [C]).
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, is_open


class Audience(StrEnum):
    """Everybody who may have to be told, in the order of the list."""

    CUSTOMERS = "customers"
    OPEN_MATTER = "open_matter"
    STORED_VALUE = "stored_value"
    SUPPLIER = "supplier"
    STAFF = "staff"
    LANDLORD = "landlord"
    ACCOUNTANT = "accountant"
    PLATFORM = "platform"
    SOFTWARE = "software"
    DATA_LINE = "data_line"
    BANK = "bank"


class NoticeChannel(StrEnum):
    """How somebody is told."""

    SMS = "sms"
    EMAIL = "email"
    PHONE = "phone"
    POSTER = "poster"
    IN_PERSON = "in_person"


DAYS_BEFORE: dict[Audience, int] = {
    Audience.CUSTOMERS: 15,
    Audience.OPEN_MATTER: 7,
    Audience.STORED_VALUE: 15,
    Audience.SUPPLIER: 7,
    Audience.STAFF: 3,
    Audience.LANDLORD: 7,
    Audience.ACCOUNTANT: 3,
    Audience.PLATFORM: 7,
    Audience.SOFTWARE: -1,
    Audience.DATA_LINE: -1,
    Audience.BANK: -7,
}
"""Days before the stop on which to tell them; negative is after it. The bank comes last: the settlement account stays
open until the last money has arrived."""

CLOSING_DAYS = 30
"""Days before the stop on which a shop that closes or moves tells its customers at the latest ([C])."""

_USUAL_WAY = {
    Audience.CUSTOMERS: NoticeChannel.POSTER,
    Audience.SUPPLIER: NoticeChannel.EMAIL,
    Audience.STAFF: NoticeChannel.IN_PERSON,
    Audience.ACCOUNTANT: NoticeChannel.EMAIL,
    Audience.PLATFORM: NoticeChannel.PHONE,
    Audience.SOFTWARE: NoticeChannel.PHONE,
    Audience.DATA_LINE: NoticeChannel.PHONE,
    Audience.BANK: NoticeChannel.PHONE,
}
_ALWAYS = (Audience.CUSTOMERS, Audience.STAFF, Audience.SUPPLIER, Audience.LANDLORD, Audience.ACCOUNTANT)
_CONCERNS = {
    ItemKind.REFUND: Audience.OPEN_MATTER,
    ItemKind.PREAUTH: Audience.OPEN_MATTER,
    ItemKind.COMPLAINT: Audience.OPEN_MATTER,
    ItemKind.RECURRING: Audience.OPEN_MATTER,
    ItemKind.INSTALMENT: Audience.OPEN_MATTER,
    ItemKind.PREPAID: Audience.STORED_VALUE,
}

_CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class NoticePlan:
    """What all notices say alike.

    Attributes:
        refund_until: the last day on which customers should ask for a refund.
        pay_instead: how customers pay after the stop, in the owner's words.
        pay_instead_en: the same for texts in English.
    """

    refund_until: date | None = None
    pay_instead: str = ""
    pay_instead_en: str = ""


def pay_words(plan: NoticePlan, language: str) -> str:
    """Return how customers pay in the owner's words for a language (``zh`` or ``en``); empty where there are none.

    Words without a Chinese character serve both; others do not stand in an English text.
    """
    zh, en = plan.pay_instead.strip(), plan.pay_instead_en.strip()
    if language.startswith("zh"):
        return zh or en
    return en or ("" if _CHINESE.search(zh) else zh)


@dataclass(frozen=True, slots=True)
class Notice:
    """One person or group to tell.

    Attributes:
        item_id: the open item it is about, 0 for none.
        not_needed: why nobody has to be told here; empty otherwise.
    """

    audience: Audience = Audience.CUSTOMERS
    name: str = ""
    phone: str = ""
    email: str = ""
    way: NoticeChannel = NoticeChannel.SMS
    item_id: int = 0
    planned_on: date | None = None
    sent_on: date | None = None
    acknowledged_on: date | None = None
    not_needed: str = ""
    note: str = ""


class NoticeState(StrEnum):
    """How far a notice has come."""

    LATE = "late"
    TODAY = "today"
    PLANNED = "planned"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    NOT_NEEDED = "not_needed"


def notice_state(notice: Notice, today: date) -> NoticeState:
    """Return how far a notice has come on a day."""
    if notice.not_needed.strip():
        return NoticeState.NOT_NEEDED
    if notice.acknowledged_on is not None:
        return NoticeState.ACKNOWLEDGED
    if notice.sent_on is not None:
        return NoticeState.SENT
    if notice.planned_on is not None and notice.planned_on <= today:
        return NoticeState.TODAY if notice.planned_on == today else NoticeState.LATE
    return NoticeState.PLANNED


def planned_day(audience: Audience, stop_on: date | None, today: date, *, closing: bool = False) -> date | None:
    """Return the day to tell an audience: counted from the stop, never before today, ``None`` without a stop.

    Args:
        audience: who.
        stop_on: the day of the stop.
        today: the day it is.
        closing: the shop itself closes or moves, which customers are told thirty days before (消费者权益保护法实施条例
            第21条 [C]).
    """
    if stop_on is None:
        return None
    days = DAYS_BEFORE[audience]
    if closing and audience in {Audience.CUSTOMERS, Audience.STORED_VALUE}:
        days = max(days, CLOSING_DAYS)
    return max(stop_on - timedelta(days=days), today)


def suggested(
    notices: Sequence[Notice],
    items: Iterable[OpenItem],
    stop_on: date | None,
    today: date,
    *,
    closing: bool = False,
    without: Collection[Audience] = (),
) -> tuple[Notice, ...]:
    """Return the notices that are not on the list yet: the usual audiences, and everybody with an open matter.

    Args:
        notices: what is on the list.
        items: the ledger of the case.
        stop_on: the day of the stop.
        today: the day it is.
        closing: the shop itself closes or moves.
        without: usual audiences that do not concern this owner.
    """
    there = {notice.audience for notice in notices}
    about = {notice.item_id for notice in notices}
    usual = [audience for audience in _ALWAYS if audience not in there and audience not in without]
    new = [Notice(audience, way=_USUAL_WAY.get(audience, NoticeChannel.SMS)) for audience in usual]
    for item in items:
        audience = _CONCERNS.get(item.kind)
        if audience is not None and is_open(item) and item.id not in about:
            new.append(_about(item, audience))
    return tuple(
        replace(notice, planned_on=planned_day(notice.audience, stop_on, today, closing=closing)) for notice in new
    )


def _about(item: OpenItem, audience: Audience) -> Notice:
    contact = item.contact.strip()
    email = contact if "@" in contact else ""
    return Notice(audience, name=item.counterparty, phone="" if email else contact, email=email, item_id=item.id)


def sorted_notices(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Return notices by the day they are planned for, then by audience and name."""
    order = list(Audience)
    return tuple(sorted(notices, key=lambda each: (each.planned_on or date.max, order.index(each.audience), each.name)))


def notices_missing(notices: Sequence[Notice], items: Iterable[OpenItem], *, customers: bool = True) -> tuple[str, ...]:
    """Return what step 10 still lacks.

    ``customers`` when nobody thought of them and they have to be told, ``items`` for open matters whose other side is
    not on the list, and ``unsent`` for notices that have not gone out.
    """
    missing = []
    if customers and not any(notice.audience is Audience.CUSTOMERS for notice in notices):
        missing.append("customers")
    about = {notice.item_id for notice in notices}
    if any(item.kind in _CONCERNS and is_open(item) and item.id not in about for item in items):
        missing.append("items")
    if any(notice.sent_on is None and not notice.not_needed.strip() for notice in notices):
        missing.append("unsent")
    return tuple(missing)


def check_notice(notice: Notice, today: date) -> Notice:
    """Return the notice when it can be kept.

    Raises:
        BadInputError: ``notice.sent_in_future``, ``notice.acknowledged_unsent`` or ``notice.acknowledged_before_sent``.
    """
    if notice.sent_on is not None and notice.sent_on > today:
        raise BadInputError("notice.sent_in_future")
    if notice.acknowledged_on is not None:
        if notice.sent_on is None:
            raise BadInputError("notice.acknowledged_unsent")
        if notice.acknowledged_on < notice.sent_on:
            raise BadInputError("notice.acknowledged_before_sent")
    return notice
