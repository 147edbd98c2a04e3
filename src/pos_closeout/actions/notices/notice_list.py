"""Keep the list of who is told: add, note as done, take that back, and draft the e-mail that goes out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from pos_closeout.actions.cleaning import clean_text
from pos_closeout.actions.papers.letter import Documents
from pos_closeout.actions.papers.pages import draw_poster
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.case.notices import Audience, Notice, check_notice, planned_day, sorted_notices
from pos_closeout.domain.case.stop_day import announces_closing
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.masking import mask_cards
from pos_closeout.guidance.filling import Written
from pos_closeout.outbox.message import Attached, draft_message, is_address
from pos_closeout.store import Store

_SHOWN_POSTER = frozenset({Audience.CUSTOMERS, Audience.STAFF, Audience.LANDLORD})
"""Those who see or hang up the poster, so that it goes with their e-mail."""


def clean_notice(notice: Notice) -> Notice:
    """Return the notice without unseen characters and with card numbers masked."""
    return replace(
        notice,
        name=mask_cards(clean_text(notice.name)),
        phone=mask_cards(clean_text(notice.phone)),
        email=clean_text(notice.email),
        not_needed=mask_cards(clean_text(notice.not_needed)),
        note=mask_cards(clean_text(notice.note)),
    )


def add_notice(store: Store, case_id: int, notice: Notice, *, now: datetime) -> tuple[Case, int]:
    """Put somebody on the list; without a planned day it is the usual one. Returns the case and the place, from 1.

    Raises:
        BadInputError: as :func:`check_notice`, or ``mail.not_an_address``.
        NotFoundError: ``case.not_found``.
    """
    if notice.email.strip() and not is_address(notice.email):
        raise BadInputError("mail.not_an_address", text=notice.email)
    case, fresh = store.cases.get(case_id), clean_notice(check_notice(notice, now.date()))
    if fresh.planned_on is None:
        fresh = replace(
            fresh,
            planned_on=planned_day(fresh.audience, case.request.stop_on, now.date(), closing=announces_closing(case)),
        )
    return _kept(store, case, (*case.notices, fresh), fresh, now)


def change_notice(
    store: Store, case_id: int, place: int, change: Callable[[Notice], Notice], *, now: datetime
) -> tuple[Case, int]:
    """Change one notice of a case. Returns the case and the place it now has, from 1.

    Raises:
        BadInputError: ``notice.not_found``, or as :func:`check_notice`.
        NotFoundError: ``case.not_found``.
    """
    case = store.cases.get(case_id)
    changed = check_notice(change(notice_at(case, place)), now.date())
    return _kept(store, case, (*case.notices[: place - 1], changed, *case.notices[place:]), changed, now)


def notice_at(case: Case, place: int) -> Notice:
    """Return the notice at a place of the list, from 1.

    Raises:
        BadInputError: ``notice.not_found``.
    """
    if not 1 <= place <= len(case.notices):
        raise BadInputError("notice.not_found", place=place, count=len(case.notices))
    return case.notices[place - 1]


def done_on(notice: Notice, day: date, *, acknowledged: bool) -> Notice:
    """Return the notice told on a day, or acknowledged on it."""
    if acknowledged:
        return replace(notice, sent_on=notice.sent_on or day, acknowledged_on=day)
    return replace(notice, sent_on=day)


def taken_back(notice: Notice) -> Notice:
    """Return the notice one step back: not acknowledged, then not told."""
    if notice.acknowledged_on is not None:
        return replace(notice, acknowledged_on=None)
    return replace(notice, sent_on=None)


def draft_notice(
    documents: Documents,
    case: Case,
    notice: Notice,
    items: tuple[OpenItem, ...],
    written: Written,
    *,
    language: LetterLanguage,
    today: date,
) -> bytes:
    """Return an ``.eml`` file with the words of a notice; the poster goes with it to those who see or hang it up.

    Args:
        documents: fonts and words of the poster.
        case: the case.
        notice: who it goes to; without an address the owner fills it in.
        items: the open items of the case, for the poster.
        written: subject and words.
        language: of the poster.
        today: the date of the poster.
    """
    attached = []
    if notice.audience in _SHOWN_POSTER:
        name = "停机告示.pdf" if language is LetterLanguage.CHINESE else "notice-to-customers.pdf"
        attached.append(Attached(name, "application/pdf", draw_poster(documents, case, items, language, today)))
    return draft_message(notice.email, written.subject, written.text, attached)


def _kept(store: Store, case: Case, notices: tuple[Notice, ...], one: Notice, now: datetime) -> tuple[Case, int]:
    stored = store.cases.save(replace(case, notices=sorted_notices(notices)), now)
    return stored, stored.notices.index(one) + 1
