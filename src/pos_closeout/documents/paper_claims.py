"""What is asked of the acquirer beside the letter: a lost device blocked, the deposit back, fees explained."""

from collections.abc import Iterable
from datetime import date

from pos_closeout.documents.content import Align, Block, Column, GridEntry, Points, Prose, Section, Table, lines, packed
from pos_closeout.documents.letter_draft import Draft, addressee
from pos_closeout.documents.letter_request import fee_name, nothing_comes_back, objected_fees
from pos_closeout.documents.paper_words import day_or_blank, letter_title, money_or_blank, text_or_blank
from pos_closeout.domain.case.case import EntityType
from pos_closeout.domain.case.stop_day import first_day_without
from pos_closeout.domain.device.tasks import Task
from pos_closeout.domain.device.terminal import Condition, Ownership, Terminal
from pos_closeout.domain.ledger.item_facts import Fact
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem
from pos_closeout.domain.money import format_yuan
from pos_closeout.domain.papers.answers import Basis, Known, stops_at_once

_THREE_LINES = "　\n　\n　"
"""Three lines of nothing: what happened takes more than one line by hand."""


def loss_opening(draft: Draft) -> str:
    """Return the declaration."""
    return draft.claim("papers.loss.opening")


def loss_sections(draft: Draft) -> tuple[Section, ...]:
    """Return the lost devices and what happened, what is asked for and what is promised."""
    say, answers = draft.say, draft.case.paper_answers
    lost = [each for each in draft.case.terminals if each.condition is Condition.LOST]
    grids = tuple(_lost_device(draft, each) for each in lost)
    happened = packed(
        (
            GridEntry(say("papers.loss.lost_on"), "" if answers.lost_on is None else say.day(answers.lost_on)),
            GridEntry(
                say("papers.loss.report"), _reported(draft), wide=draft.known(Basis.LOSS_REPORTED) is Known.UNKNOWN
            ),
            GridEntry(say("papers.loss.lost_where"), answers.lost_where.strip(), wide=True),
            GridEntry(say("papers.loss.lost_how"), answers.lost_how.strip() or _THREE_LINES, wide=True),
        )
    )
    day = day_or_blank(draft, answers.lost_on)
    owned = bool(lost) and all(each.ownership is Ownership.OWNED for each in lost)
    asks = ("block", "unbind", "check") if owned else ("block", "unbind", "check", "cost")
    return (
        Section(say("papers.loss.facts_heading"), (*grids, happened)),
        Section(say("papers.loss.asks_heading"), (_points(draft, "loss", asks, day=day),)),
        Section(say("papers.loss.promises_heading"), (Prose(draft.claim("papers.loss.promises")),)),
    )


def _reported(draft: Draft) -> str:
    return draft.claim("papers.loss.report_said", number=draft.case.paper_answers.report_number.strip())


def _points(draft: Draft, paper: str, asks: Iterable[str], **facts: str) -> Points:
    """Return what a paper asks for; a request whose form says nothing is no point."""
    texts = (draft.claim(f"papers.{paper}.ask.{name}", **facts) for name in asks)
    return Points(tuple(text for text in texts if text))


def deposit_opening(draft: Draft) -> str:
    """Return which agreement it is about."""
    number = draft.say.about("papers.deposit.number", draft.case.merchant.agreement_number)
    return draft.claim("papers.deposit.opening", number=number, letter=letter_title(draft))


def deposit_sections(draft: Draft) -> tuple[Section, ...]:
    """Return the deposit, what is asked for, and the ground."""
    say = draft.say
    amount = money_or_blank(draft, draft.case.settlement.deposit_fen)
    grids: tuple[Block, ...] = (_deposit_grid(draft, amount),)
    if draft.case.settlement.deposit_account.strip():
        # A full number is never typed into the program: it is written in by hand.
        grids = (*grids, packed((GridEntry(say("letter.money.full_account"), wide=True),)))
    without = "_without" if nothing_comes_back(draft) else ""
    asks = _points(draft, "deposit", (f"pay{without}", "proof", f"reasons{without}", "answer"), amount=amount)
    return (
        Section(say("papers.deposit.facts_heading"), grids),
        Section(say("papers.deposit.ask_heading"), (asks,)),
        Section(say("papers.deposit.law_heading"), (Prose(draft.claim("papers.deposit.law")),)),
    )


def fees_opening(draft: Draft) -> str:
    """Return what is objected to."""
    return draft.claim("papers.fees.opening")


def _no_fees_from(draft: Draft) -> str:
    """Name the day from which nothing may be charged; who deals with an acquirer that has left asks for no stop."""
    if draft.known(Basis.ACQUIRER_LEFT) is Known.YES:
        return draft.say("letter.request.day_of_receipt")
    if stops_at_once(draft.told):
        return draft.say("letter.request.day_of_stop")
    return day_or_blank(draft, draft.case.settlement.stop_billing_on or first_day_without(draft.case.request))


def fees_sections(draft: Draft) -> tuple[Section, ...]:
    """Return the charges, why they are objected to, and what is asked for.

    The Regulations on Non-bank Payment Institutions bind payment institutions only, so a bank is not told of them.
    """
    say, fees = draft.say, objected_fees(draft)
    whole = sum(item.amount_fen or 0 for item in fees)
    kind = "bank" if "银行" in addressee(draft.case) else "company"
    personal = draft.case.merchant.entity_type is EntityType.MICRO
    names = (kind, "terms", "electronic") if personal else (kind, "terms")
    grounds = tuple(draft.claim(f"papers.fees.ground.{name}") for name in names)
    stop = _no_fees_from(draft)
    asks = _points(draft, "fees", ("show", "refund", "stop", "debits"), amount=money_or_blank(draft, whole), day=stop)
    return (
        Section(say("papers.fees.list_heading"), (_fee_table(draft, fees, whole),)),
        Section(say("papers.fees.ground_heading"), (Points(tuple(filter(None, grounds))),)),
        Section(say("papers.fees.ask_heading"), (asks,)),
    )


def _lost_device(draft: Draft, terminal: Terminal) -> Block:
    say = draft.say
    return packed(
        (
            GridEntry(say("papers.loss.terminal"), terminal.number.strip()),
            GridEntry(say("papers.loss.serial"), terminal.serial_number.strip()),
            GridEntry(say("papers.loss.model"), terminal.model.strip()),
            GridEntry(say("papers.loss.place"), terminal.place.strip()),
        )
    )


def _deposit_grid(draft: Draft, amount: str) -> Block:
    say, money = draft.say, draft.case.settlement
    account = money.deposit_account.strip() or "　".join(
        part
        for part in (
            money.account_name.strip(),
            money.bank.strip(),
            say.about("letter.money.account_last4", money.account_last4),
        )
        if part
    )
    returned = draft.claim("papers.deposit.returned_said", day=_returned_on(draft))
    if nothing_comes_back(draft) and draft.known(Basis.LOST) is Known.YES:
        returned = draft.claim("papers.deposit.returned_lost")
    devices = [each for each in draft.case.terminals if each.ownership is Ownership.DEPOSIT] or draft.case.terminals
    return packed(
        (
            GridEntry(say("papers.deposit.amount"), amount, wide=True),
            GridEntry(
                say("papers.deposit.paid_on"),
                "" if (paid := _paid_on(draft)) is None else say.day(paid),
            ),
            GridEntry(say("papers.deposit.receipt"), money.deposit_receipt.strip()),
            GridEntry(
                say("papers.deposit.devices"),
                say.join(text_or_blank(draft, each.number) for each in devices),
                wide=True,
            ),
            GridEntry(say("papers.deposit.returned"), returned, wide=True),
            GridEntry(say("papers.deposit.account"), account, wide=True),
        )
    )


def _paid_on(draft: Draft) -> date | None:
    listed = (item.original_on for item in draft.items if item.kind is ItemKind.DEPOSIT)
    return draft.case.paper_answers.deposit_paid_on or next((day for day in listed if day is not None), None)


def _returned_on(draft: Draft) -> str:
    """Return the day the devices went back, else the one agreed on."""
    tasks = draft.case.device_tasks
    done = [each.done_on for each in tasks if each.task is Task.HAND_OVER and each.done_on is not None]
    return day_or_blank(draft, max(done, default=draft.case.paper_answers.collect_on))


def _period(draft: Draft, item: OpenItem) -> str:
    return draft.facts.get(item.id, {}).get(Fact.PERIOD, "").strip()


def _fee_table(draft: Draft, fees: tuple[OpenItem, ...], whole: int) -> Block:
    say = draft.say
    columns = (
        Column(say("papers.fees.column.position"), Align.CENTRE, share=34),
        Column(say("papers.fees.column.what"), share=132),
        Column(say("papers.fees.column.on"), share=66),
        Column(say("papers.fees.column.terminal"), share=66),
        Column(say("papers.fees.column.reference"), share=86),
        Column(say("papers.fees.column.amount"), Align.RIGHT, share=72),
    )
    rows = tuple(
        (
            str(place),
            lines(fee_name(draft, item), _period(draft, item), item.note) or say("papers.fees.unnamed"),
            "" if item.original_on is None else item.original_on.isoformat(),
            item.terminal_number.strip(),
            lines(item.reference, item.voucher),
            "" if item.amount_fen is None else format_yuan(item.amount_fen),
        )
        for place, item in enumerate(fees, 1)
    )
    foot = ("", say.plural("papers.fees.total", len(fees)), "", "", "", format_yuan(whole) if whole else "")
    return Table(columns, rows, foot)
