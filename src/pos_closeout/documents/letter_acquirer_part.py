"""Part I of the letter: the grid the acquirer fills in, and the receipt slip for the merchant."""

from collections.abc import Iterator

from pos_closeout.documents.content import AcquirerPart, EntryGrid, GridEntry
from pos_closeout.documents.letter_draft import Draft, groups
from pos_closeout.domain.device.terminal import Action
from pos_closeout.domain.papers.answers import Basis, Known
from pos_closeout.domain.papers.attachments import Paper

_LISTED = 8
"""Terminals the slip names one by one; more are counted only."""


def acquirer_part(draft: Draft, title: str) -> AcquirerPart:
    """Return part I.

    Args:
        draft: the letter.
        title: the letter's title, which the slip repeats.
    """
    say = draft.say
    return AcquirerPart(
        title=say("letter.office.title"),
        grid=_in_twos(tuple(_boxes(draft))),
        cut=say("letter.receipt.cut"),
        receipt_title=say("letter.receipt.title"),
        receipt_text=_receipt(draft, title),
        receipt_grid=_in_twos((*_blanks(draft, "accepted_by", "accepted_on", "ticket", "expected_on"), _seal(draft))),
    )


def _boxes(draft: Draft) -> Iterator[GridEntry]:
    say = draft.say
    if draft.title_key == "not_opened":
        yield from _blanks(draft, "accepted_by", "accepted_on", "ticket", "stopped_at", "merchant_closed_at")
        yield _seal(draft)
        return
    actions = set() if draft.claims else {action for action, _ in groups(draft.case)}
    yield from _blanks(draft, "accepted_by", "accepted_on", "ticket", "stopped_at")
    if Action.SUSPEND in actions and Action.CLOSE_MERCHANT not in actions:
        yield from _blanks(draft, "resumable")
    if Action.SWAP in actions:
        yield from _blanks(draft, "new_device")
    if Action.CLOSE_MERCHANT in actions:
        yield from _blanks(draft, "merchant_closed_at")
    if actions - {Action.SUSPEND}:
        yield GridEntry(say("letter.office.device"), say("letter.office.device_choice"))
    if draft.known(Basis.DEPOSIT_BACK) is not Known.NO:
        yield GridEntry(say("letter.office.deposit"), say("letter.office.deposit_choice"))
    yield GridEntry(say("letter.office.open_items"), say("letter.office.open_items_choice"), wide=True)
    yield _seal(draft)


def _seal(draft: Draft) -> GridEntry:
    return GridEntry(draft.say("letter.office.seal"), wide=True)


def _blanks(draft: Draft, *keys: str) -> Iterator[GridEntry]:
    for key in keys:
        yield GridEntry(draft.say(f"letter.office.{key}"))


def _in_twos(entries: tuple[GridEntry, ...]) -> EntryGrid:
    """Set boxes two a row in their order; a wide one stands alone."""
    narrow = [entry for entry in entries if not entry.wide]
    rows = [tuple(narrow[at : at + 2]) for at in range(0, len(narrow), 2)]
    return EntryGrid((*rows, *((entry,) for entry in entries if entry.wide)))


def _receipt(draft: Draft, title: str) -> str:
    say, case = draft.say, draft.case
    numbers = [terminal.number.strip() for terminal in case.terminals if terminal.number.strip()]
    named = say("letter.receipt.terminals", numbers=say.join(numbers)) if 0 < len(numbers) <= _LISTED else ""
    # The slip counts what lies in the envelope: not what is handed over or follows on the day of the stop.
    settled = draft.known(Basis.SETTLED) is Known.YES
    later = {Paper.DEVICES} if settled else {Paper.DEVICES, Paper.LAST_SETTLEMENT}
    papers = [paper for paper in draft.papers if paper not in later]
    without = say("letter.receipt.later") if later & set(draft.papers) else ""
    blank = say("letter.receipt.blank")
    count = len(case.terminals)
    key = "letter.receipt.text_not_opened" if draft.title_key == "not_opened" else "letter.receipt.text"
    return say(
        key,
        merchant=case.merchant.registered_name.strip() or blank,
        title=title,
        number=case.number or blank,
        version=draft.version,
        merchant_number=draft.merchant_number,
        devices=say.plural("letter.receipt.devices", count) if count else say("letter.receipt.devices_blank"),
        terminals=named,
        papers=len(papers),
        later=without,
    )
