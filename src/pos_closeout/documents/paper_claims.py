"""What is asked of the acquirer beside the letter: a lost device blocked, the deposit back, fees explained."""

from pos_closeout.documents.content import Align, Block, Column, Entry, Points, Prose, Section, Table, lines, packed
from pos_closeout.documents.letter_draft import Draft, addressee
from pos_closeout.documents.paper_words import day_or_blank, letter_title, money_or_blank, text_or_blank
from pos_closeout.domain.device.terminal import Condition, Ownership, Terminal
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.money import format_yuan
from pos_closeout.domain.papers.fitting_papers import disputed_fees


def loss_opening(draft: Draft) -> str:
    """Return the declaration."""
    return draft.say("papers.loss.opening", us=draft.us)


def loss_sections(draft: Draft) -> tuple[Section, ...]:
    """Return the lost devices and what happened, what is asked for and what is promised."""
    say, answers = draft.say, draft.case.paper_answers
    lost = [each for each in draft.case.terminals if each.condition is Condition.LOST]
    grids = tuple(_lost_device(draft, each) for each in lost)
    happened = packed(
        (
            Entry(say("papers.loss.lost_on"), "" if answers.lost_on is None else say.day(answers.lost_on)),
            Entry(say("papers.loss.report"), answers.report_number.strip() or say("papers.loss.report_none")),
            Entry(say("papers.loss.lost_where"), answers.lost_where.strip(), wide=True),
            Entry(say("papers.loss.lost_how"), answers.lost_how.strip(), wide=True),
        )
    )
    day = day_or_blank(draft, answers.lost_on)
    owned = all(each.ownership is Ownership.OWNED for each in lost)
    asks = ("block", "unbind", "check") if owned else ("block", "unbind", "check", "cost")
    return (
        Section(say("papers.loss.facts_heading"), (*grids, happened)),
        Section(
            say("papers.loss.asks_heading"),
            (Points(tuple(say(f"papers.loss.ask.{name}", day=day, us=draft.us) for name in asks)),),
        ),
        Section(say("papers.loss.promises_heading"), (Prose(say("papers.loss.promises", us=draft.us, you=draft.you)),)),
    )


def deposit_opening(draft: Draft) -> str:
    """Return which agreement it is about."""
    number = draft.say.about("papers.deposit.number", draft.case.merchant.agreement_number)
    return draft.say("papers.deposit.opening", us=draft.us, you=draft.you, number=number, letter=letter_title(draft))


def deposit_sections(draft: Draft) -> tuple[Section, ...]:
    """Return the deposit, what is asked for, and the ground."""
    say = draft.say
    amount = money_or_blank(draft, draft.case.settlement.deposit_fen)
    asks = tuple(say(f"papers.deposit.ask.{name}", amount=amount) for name in ("pay", "reasons", "answer"))
    return (
        Section(say("papers.deposit.facts_heading"), (_deposit_grid(draft, amount),)),
        Section(say("papers.deposit.ask_heading"), (Points(asks),)),
        Section(say("papers.deposit.law_heading"), (Prose(say("papers.deposit.law", us=draft.us)),)),
    )


def fees_opening(draft: Draft) -> str:
    """Return what is objected to."""
    return draft.say("papers.fees.opening", us=draft.us, you=draft.you)


def fees_sections(draft: Draft) -> tuple[Section, ...]:
    """Return the charges, why they are objected to, and what is asked for.

    The Regulations on Non-bank Payment Institutions bind payment institutions only, so a bank is not told of them.
    """
    say, fees = draft.say, disputed_fees(draft.case, draft.items)
    whole = sum(item.amount_fen or 0 for item in fees)
    kind = "bank" if "银行" in addressee(draft.case) else "company"
    grounds = (say(f"papers.fees.ground.{kind}", you=draft.you), say("papers.fees.ground.terms"))
    stop = day_or_blank(draft, draft.case.settlement.stop_billing_on or draft.case.request.stop_on)
    asks = (
        say("papers.fees.ask.show", us=draft.us),
        say("papers.fees.ask.refund", amount=money_or_blank(draft, whole)),
        say("papers.fees.ask.stop", day=stop),
    )
    return (
        Section(say("papers.fees.list_heading"), (_fee_table(draft, fees, whole),)),
        Section(say("papers.fees.ground_heading"), (Points(grounds),)),
        Section(say("papers.fees.ask_heading"), (Points(asks),)),
    )


def _lost_device(draft: Draft, terminal: Terminal) -> Block:
    say = draft.say
    return packed(
        (
            Entry(say("papers.loss.terminal"), terminal.number.strip()),
            Entry(say("papers.loss.serial"), terminal.serial_number.strip()),
            Entry(say("papers.loss.model"), terminal.model.strip()),
            Entry(say("papers.loss.place"), terminal.place.strip()),
        )
    )


def _deposit_grid(draft: Draft, amount: str) -> Block:
    say, money, answers = draft.say, draft.case.settlement, draft.case.paper_answers
    account = money.deposit_account.strip() or "　".join(
        part
        for part in (
            money.account_name.strip(),
            money.bank.strip(),
            say.about("letter.money.account_last4", money.account_last4),
        )
        if part
    )
    back = answers.collect_on
    returned = (
        say("papers.deposit.returned_open")
        if back is None or back > draft.today
        else say("papers.deposit.returned_on", day=say.day(back))
    )
    devices = [each for each in draft.case.terminals if each.ownership is Ownership.DEPOSIT] or draft.case.terminals
    return packed(
        (
            Entry(say("papers.deposit.amount"), amount, wide=True),
            Entry(
                say("papers.deposit.paid_on"),
                "" if answers.deposit_paid_on is None else say.day(answers.deposit_paid_on),
            ),
            Entry(say("papers.deposit.receipt"), money.deposit_receipt.strip()),
            Entry(
                say("papers.deposit.devices"),
                say.join(text_or_blank(draft, each.number) for each in devices),
                wide=True,
            ),
            Entry(say("papers.deposit.returned"), returned, wide=True),
            Entry(say("papers.deposit.account"), account, wide=True),
        )
    )


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
            lines(item.note) or say("papers.fees.unnamed"),
            "" if item.original_on is None else item.original_on.isoformat(),
            item.terminal_number.strip(),
            lines(item.reference, item.voucher),
            "" if item.amount_fen is None else format_yuan(item.amount_fen),
        )
        for place, item in enumerate(fees, 1)
    )
    foot = ("", say.plural("papers.fees.total", len(fees)), "", "", "", format_yuan(whole) if whole else "")
    return Table(columns, rows, foot)
