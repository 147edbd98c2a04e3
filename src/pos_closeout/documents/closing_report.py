"""The closing report of a case: what was stopped, who confirmed it, the money, and what is left."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from pos_closeout.documents.content import Column, Heading, PlainPage, Table, Words
from pos_closeout.documents.drawings import draw_plain_page
from pos_closeout.documents.item_sums import owed
from pos_closeout.documents.wording import Phrases, Wording
from pos_closeout.domain.case.case import Case, LetterLanguage, shop_name
from pos_closeout.domain.case.follow_up import (
    DepositState,
    WatchState,
    deposit_open,
    stands,
    still_to_come,
    watch,
)
from pos_closeout.domain.case.stop_day import ended_on
from pos_closeout.domain.device.tasks import device_missing, print_of, tasks
from pos_closeout.domain.eligibility.checking import terminal_name
from pos_closeout.domain.eligibility.concerns import tasks_back
from pos_closeout.domain.ledger.open_items import OpenItem, totals
from pos_closeout.domain.money import format_yuan
from pos_closeout.domain.papers.answers import Basis, Known, case_facts, known
from pos_closeout.domain.steps.progress import deposit_of

if TYPE_CHECKING:
    from pos_closeout.documents.typesetting import Fonts

Part = Heading | Words | Table


def closing_report_pdf(
    case: Case,
    items: Sequence[OpenItem],
    *,
    language: LetterLanguage,
    today: date,
    fonts: "Fonts",
    wording: Wording,
) -> bytes:
    """Return the report as a PDF; the same input gives the same bytes.

    Raises:
        DocumentError: ``wording.missing``.
    """
    say = wording.phrases(language)
    head = (shop_name(case).strip(), case.acquirer.name.strip(), say.day(today))
    page = PlainPage(
        title=say("closing_report.text.title"),
        caption="　".join(part for part in head if part),
        parts=tuple(report_parts(case, items, say, today)),
        footer=case.number,
        sample=say("terms.text.sample") if case.sample else "",
    )
    return draw_plain_page(page, language, today, fonts)


def report_parts(case: Case, items: Sequence[OpenItem], say: Phrases, today: date) -> Iterator[Part]:
    """Yield the parts of the report, top to bottom."""
    chapters = (
        ("terminals", _terminals(case, say)),
        ("course", _course(case, say)),
        ("money", _money(case, items, say, today)),
        ("items", _items(items, say, today)),
        ("rest", _rest(case, items, say, today)),
        ("went", _went(case, say)),
    )
    for name, parts in chapters:
        made = list(parts)
        if made:
            yield Heading(say(f"closing_report.text.{name}"))
            yield from made


def _terminals(case: Case, say: Phrases) -> Iterator[Part]:
    heads = ("number", "serial", "place", "action", "batch")
    columns = tuple(Column(say(f"closing_report.text.{head}")) for head in heads)
    rows = tuple(
        (
            terminal.number,
            terminal.serial_number,
            terminal.place,
            "" if terminal.action is None else say(f"terms.action.{terminal.action.value}"),
            print_of(case.last_prints, terminal.id).batch,
        )
        for terminal in case.terminals
    )
    if rows:
        yield Table(columns, rows)


def _course(case: Case, say: Phrases) -> Iterator[Part]:
    told = case.follow_up
    not_yet = say("closing_report.text.not_yet")
    version = case.letter.issued_version
    issued = say("closing_report.text.issued_version", version=version) if version else not_yet
    confirmed = not_yet if told.confirmed_on is None else say.day(told.confirmed_on)
    if told.confirmed_on is not None and told.confirmation_number.strip():
        number = told.confirmation_number.strip()
        confirmed = say("closing_report.text.numbered", day=confirmed, number=number)
    sent = sum(notice.sent_on is not None for notice in case.notices)
    facts = [
        ("opened", "" if case.created_on is None else say.day(case.created_on)),
        ("issued", issued),
        ("told", say("closing_report.text.told_of", done=sent, total=len(case.notices))),
        *_planned(case, say),
        *(("device", line) for line in _device(case, say)),
        ("confirmed", confirmed),
    ]
    for name, text in facts:
        if text:
            yield Words(f"{say(f'closing_report.text.{name}')}{'：' if say.chinese else ': '}{text}")


def _planned(case: Case, say: Phrases) -> Iterator[tuple[str, str]]:
    """Name the day of the stop, of an acquirer that has left the day it left."""
    day = ended_on(case)
    if day is not None:
        yield ("left" if case.profile.acquirer_left else "planned"), say.day(day)


def _device(case: Case, say: Phrases) -> Iterator[str]:
    back = tasks_back(case)
    for place, terminal in enumerate(case.terminals, 1):
        if terminal.action is not None:
            total = len(tasks(terminal, back))
            left = len(device_missing([terminal], case.device_tasks, back))
            yield say(
                "closing_report.text.done_of", terminal=terminal_name(place, terminal), done=total - left, total=total
            )


def _money(case: Case, items: Sequence[OpenItem], say: Phrases, today: date) -> Iterator[Part]:
    told, deposit = case.follow_up, case.settlement.deposit_fen
    knowing = case_facts(case, items, today)
    stays = deposit_of(case) is DepositState.NONE and known(Basis.DEPOSIT, knowing) is Known.YES
    if stays and not told.deposit_none:
        yield Words(say.claim("closing_report.text.deposit_stays", knowing))
    else:
        amounts = {
            "due": format_yuan(deposit or 0),
            "received": format_yuan(told.deposit_received_fen or 0),
            "deducted": format_yuan(told.deposit_deducted_fen or 0),
            "open": format_yuan(deposit_open(told, deposit)),
        }
        key = "deposit_said" if deposit else "deposit_without_amount"
        yield Words(say.claim(f"closing_report.text.{key}", knowing, **amounts))
    if told.deposit_deducted_why.strip():
        yield Words(say.about("closing_report.text.why", told.deposit_deducted_why))
    months = watch(case.request.stop_on, case.watched_months, today)
    done = sum(state is WatchState.CHECKED for _, state in months)
    if months:
        yield Words(say("closing_report.text.watched", done=done, total=len(months)))
    charges = tuple(filter(stands, case.late_charges))
    for charge in charges:
        state = "charge_open" if charge.returned_on is None else "charge_back"
        facts = {
            "day": "" if charge.charged_on is None else say.day(charge.charged_on),
            "amount": format_yuan(charge.amount_fen or 0),
            "what": charge.what,
            "state": say(f"closing_report.text.{state}"),
        }
        yield Words(say("closing_report.text.charge", **facts))
    if months and not charges and done:
        yield Words(say("closing_report.text.charges_none"))


def _items(items: Sequence[OpenItem], say: Phrases, today: date) -> Iterator[Part]:
    total = totals(items, today)
    if not total.count:
        yield Words(say("closing_report.text.open_none"))
    else:
        both = "".join(say("terms.sum.gap") + part for part in owed(total, say))
        yield Words(say("closing_report.text.open_some", count=total.count, amount=both))


def _rest(case: Case, items: Sequence[OpenItem], say: Phrases, today: date) -> Iterator[Part]:
    for key, day in still_to_come(case.follow_up, ended_on(case), case.settlement.last_transaction_on):
        yield Words(say(f"closing_report.text.{key}", day=say.day(day)))
    yield Words(say.claim("closing_report.text.keep", case_facts(case, items, today)))


def _went(case: Case, say: Phrases) -> Iterator[Part]:
    told = case.follow_up
    for key, text in (("well", told.went_well), ("improve", told.to_improve), ("resumed", told.resumed_why)):
        if text.strip():
            yield Words(say.about(f"closing_report.text.{key}", " ".join(text.split())))
