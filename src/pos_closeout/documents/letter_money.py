"""Parts D and E of the letter: money and fees, and the statement on open items."""

from collections import Counter
from collections.abc import Iterator

from pos_closeout.documents.content import GridEntry, Prose, Section, filled_entries, packed, spaced
from pos_closeout.documents.item_sums import owed_in_a_sentence
from pos_closeout.documents.letter_draft import Draft
from pos_closeout.domain.case.profile import Applicant
from pos_closeout.domain.ledger.open_items import ItemKind
from pos_closeout.domain.papers.answers import OPEN_KINDS, Basis, Known, concerns
from pos_closeout.domain.papers.attachments import Paper


def money_section(draft: Draft) -> Section:
    """Return part D. Amounts stand in figures and capitals; what was not said is left out, or left to the acquirer."""
    entries = (
        _account(draft),
        _unsettled(draft),
        *_deposit(draft),
        *_fees(draft),
        *_last_days(draft),
    )
    return Section(draft.say("letter.section.money"), (packed(entries),))


def open_items_section(draft: Draft) -> Section:
    """Return part E: what is open, what is not, what is not known, and who answers after the stop."""
    # An acquirer that has left stops nothing: there is no time before the stop, nor after it.
    promise = "" if draft.claims else draft.claim("letter.open_items.promise", done=draft.done)
    sentences = (*_statements(draft), promise, _contact(draft))
    text = ("" if draft.say.chinese else " ").join(sentence for sentence in sentences if sentence)
    return Section(draft.say("letter.section.open_items"), (Prose(text),))


def _statements(draft: Draft) -> Iterator[str]:
    """Count what is listed, then word the kinds that are not on the list by what the owner said of each."""
    if draft.items:
        yield _count(draft)
    kinds = {item.kind for item in draft.items}
    listed = {basis for basis, of_it in OPEN_KINDS.items() if of_it & kinds}
    groups: dict[Known, list[str]] = {Known.YES: [], Known.NO: [], Known.UNKNOWN: []}
    for basis in OPEN_KINDS:
        if basis not in listed and concerns(basis, draft.told):
            groups[draft.known(basis)].append(draft.say(f"letter.open_items.group.{basis}"))
    for form, names in groups.items():
        if names:
            named = draft.say.join(names)
            yield draft.say(f"letter.open_items.none.{form}", kinds=named, us=draft.us, you=draft.you)


def _account(draft: Draft) -> GridEntry:
    money, say = draft.case.settlement, draft.say
    parts = (
        money.account_name.strip(),
        money.bank.strip(),
        say.about("letter.money.account_last4", money.account_last4),
    )
    return GridEntry(say("letter.money.account"), spaced(parts), wide=True)


def _last_days(draft: Draft) -> tuple[GridEntry, ...]:
    money, say = draft.case.settlement, draft.say
    last, batch = ("" if day is None else say.day(day) for day in (money.last_transaction_on, money.last_batch_on))
    number = say.about("letter.money.last_batch_number", money.last_batch_number)
    return filled_entries(
        (
            (say("letter.money.last_transaction_on"), last),
            (say("letter.money.last_batch_on"), " ".join(part for part in (batch, number) if part)),
        )
    )


def _unsettled(draft: Draft) -> GridEntry:
    money, say = draft.case.settlement, draft.say
    listed = sum(item.amount_fen or 0 for item in draft.items if item.kind is ItemKind.SETTLEMENT)
    fen = money.unsettled_fen or listed
    amount = say.money(fen) if fen else say("letter.request.blank_money")
    said = draft.claim("letter.money.unsettled_said", amount=amount)
    expected = money.unsettled_expected_on if draft.known(Basis.UNSETTLED) is Known.YES else None
    late = expected is not None and expected < draft.told.today
    when = "" if expected is None else say(f"letter.money.expected_{'late' if late else 'on'}", day=say.day(expected))
    return GridEntry(say("letter.money.unsettled"), spaced((said, when)), wide=True)


def _deposit(draft: Draft) -> Iterator[GridEntry]:
    money, say = draft.case.settlement, draft.say
    amount = say.money(money.deposit_fen) if money.deposit_fen else say("letter.money.deposit_unknown")
    said = draft.claim("letter.money.deposit_said", amount=amount)
    if draft.known(Basis.DEPOSIT) is not Known.YES:
        yield GridEntry(say("letter.money.deposit"), said)
        return
    elsewhere = money.deposit_account.strip()
    back = draft.known(Basis.DEPOSIT_BACK) is Known.YES
    account = elsewhere or say("letter.money.deposit_to_settlement")
    parts = (
        said,
        say.about("letter.money.deposit_receipt", money.deposit_receipt),
        say("letter.money.deposit_account", text=account) if back else "",
    )
    yield GridEntry(say("letter.money.deposit"), spaced(parts), wide=True)
    if back and elsewhere:
        # A full number is never typed into the program: it is written in by hand.
        yield GridEntry(say("letter.money.full_account"), wide=True)


def _fees(draft: Draft) -> Iterator[GridEntry]:
    due, say = draft.case.settlement.fees_due_fen, draft.say
    said = draft.claim("letter.money.fees_said", amount=say.money(due) if due else "")
    yield GridEntry(say("letter.money.fees_due"), said, wide=bool(due))


def _count(draft: Draft) -> str:
    say = draft.say
    counted = Counter(item.kind for item in draft.items)
    kinds = say.join(
        say("letter.open_items.kind_count", kind=say(f"terms.kind.{kind}"), count=counted[kind])
        for kind in ItemKind
        if counted[kind]
    )
    added = draft.owed
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
    if draft.case.profile.applicant is Applicant.HEIRS:
        handler = draft.case.handler
        phone = handler.phone.strip()
        person = handler.name.strip() or draft.case.profile.applicant_name.strip()
        parts = (person, say("letter.open_items.contact_phone", phone=phone) if phone else "")
    by_merchant = say("letter.open_items.contact_gap").join(part for part in parts if part) if phone else ""
    contact = draft.case.letter.contact_after.strip().rstrip("。.") or by_merchant
    key = "contact_now" if draft.claims else "contact"
    return say(f"letter.open_items.{key}", done=draft.done, contact=contact or say("letter.open_items.contact_blank"))
