"""Parts D and E of the letter: money and fees, and the statement on open items."""

from collections import Counter
from collections.abc import Iterator

from pos_closeout.documents.content import Entry, Prose, Section, packed, spaced, told
from pos_closeout.documents.item_sums import owed_in_a_sentence
from pos_closeout.documents.letter_draft import Draft
from pos_closeout.domain.ledger.open_items import ItemKind, totals
from pos_closeout.domain.papers.attachments import Paper, has_deposit, wants_deposit_back


def money_section(draft: Draft) -> Section:
    """Return part D. Amounts stand in figures and capitals; what was not said is left out, or left to the acquirer."""
    entries = (
        _account(draft),
        _unsettled(draft),
        *_deposit(draft),
        *_last_days(draft),
        *_fees(draft),
    )
    return Section(draft.say("letter.section.money"), (packed(entries),))


def open_items_section(draft: Draft) -> Section:
    """Return part E: how many items are open and what they come to, and who answers after the stop."""
    say = draft.say
    sentences = (
        (_count(draft), say("letter.open_items.promise", us=draft.us, done=draft.done))
        if draft.items
        else (_count(draft),)
    )
    text = ("" if say.chinese else " ").join((*sentences, _contact(draft)))
    return Section(say("letter.section.open_items"), (Prose(text),))


def _account(draft: Draft) -> Entry:
    money, say = draft.case.settlement, draft.say
    parts = (
        money.account_name.strip(),
        money.bank.strip(),
        say.about("letter.money.account_last4", money.account_last4),
    )
    return Entry(say("letter.money.account"), spaced(parts), wide=True)


def _last_days(draft: Draft) -> tuple[Entry, ...]:
    money, say = draft.case.settlement, draft.say
    days = {
        "last_transaction_on": money.last_transaction_on,
        "last_batch_on": money.last_batch_on,
    }
    return told(
        (
            *((say(f"letter.money.{key}"), say.day(day)) for key, day in days.items() if day is not None),
            (say("letter.money.last_batch_number"), money.last_batch_number),
        )
    )


def _unsettled(draft: Draft) -> Entry:
    money, say = draft.case.settlement, draft.say
    if money.unsettled_fen is None:
        amount = say("letter.money.unsettled_by_you", you=draft.you)
    else:
        amount = say.money(money.unsettled_fen) if money.unsettled_fen else say("letter.money.unsettled_none")
    expected = money.unsettled_expected_on
    parts = (amount, "" if expected is None else say("letter.money.expected_on", day=say.day(expected)))
    return Entry(say("letter.money.unsettled"), spaced(parts), wide=True)


def _deposit(draft: Draft) -> Iterator[Entry]:
    money, say = draft.case.settlement, draft.say
    if not has_deposit(draft.case, draft.items):
        return
    account = money.deposit_account.strip() or say("letter.money.deposit_to_settlement")
    back = wants_deposit_back(draft.case, draft.items)
    parts = (
        say.money(money.deposit_fen) if money.deposit_fen else say("letter.money.deposit_unknown"),
        say.about("letter.money.deposit_receipt", money.deposit_receipt),
        say("letter.money.deposit_account", text=account) if back else "",
    )
    yield Entry(say("letter.money.deposit"), spaced(parts), wide=True)


def _fees(draft: Draft) -> Iterator[Entry]:
    due, say = draft.case.settlement.fees_due_fen, draft.say
    if due is not None:
        yield Entry(
            say("letter.money.fees_due"), say.money(due) if due else say("letter.money.fees_none"), wide=due > 0
        )


def _count(draft: Draft) -> str:
    say = draft.say
    if not draft.items:
        return say(f"letter.open_items.{'none' if draft.case.nothing_open else 'none_known'}", us=draft.us)
    counted = Counter(item.kind for item in draft.items)
    kinds = say.join(
        say("letter.open_items.kind_count", kind=say(f"terms.kind.{kind}"), count=counted[kind])
        for kind in ItemKind
        if counted[kind]
    )
    added = totals(draft.items, draft.today)
    key = "some" if added.owed else "some_without_amount"
    attached = say("letter.open_items.attached") if Paper.OPEN_ITEMS in draft.papers else ""
    return say(
        f"letter.open_items.{key}",
        count=added.count,
        kinds=kinds,
        money=owed_in_a_sentence(added, say),
        attached=attached,
    )


def _contact(draft: Draft) -> str:
    """Word who answers after the stop: what the owner wrote, else the responsible person by telephone."""
    say, merchant = draft.say, draft.case.merchant
    phone = merchant.phone.strip()
    parts = (
        merchant.representative.strip() or merchant.registered_name.strip(),
        say("letter.open_items.contact_phone", phone=phone) if phone else "",
    )
    by_merchant = say("letter.open_items.contact_gap").join(part for part in parts if part) if phone else ""
    contact = draft.case.letter.contact_after.strip().rstrip("。.") or by_merchant
    return say("letter.open_items.contact", done=draft.done, contact=contact or say("letter.open_items.contact_blank"))
