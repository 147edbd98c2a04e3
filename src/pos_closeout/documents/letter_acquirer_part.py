"""Part I of the letter: the grid the acquirer fills in, and the receipt slip for the merchant."""

from collections.abc import Iterator

from pos_closeout.documents.content import AcquirerPart, EntryGrid, GridEntry
from pos_closeout.documents.letter_draft import Draft, groups
from pos_closeout.domain.case.profile import Applicant
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
        checks=_sealed(draft, _checks(draft)),
        cut=say("letter.receipt.cut"),
        receipt_title=say("letter.receipt.title"),
        receipt_text=_receipt(draft, title),
        receipt_grid=_sealed(draft, _blanks(draft, "accepted_by", "accepted_on", "ticket", "expected_on")),
    )


def _who(draft: Draft) -> str:
    """Name who hands the letter in; where there is no merchant any more, the person and the merchant that was."""
    name, merchant = draft.applicant, draft.case.merchant.registered_name.strip()
    kinds = {Applicant.FORMER: "former_of", Applicant.HEIRS: "heirs_of"}
    kind = kinds.get(draft.case.profile.applicant) if draft.case.profile.applicant else None
    if kind is None or not merchant:
        return name
    person = name or draft.say("letter.receipt.blank")
    return draft.say(f"letter.signature.{kind}", person=person, merchant=merchant)


def _boxes(draft: Draft) -> Iterator[GridEntry]:
    yield from _blanks(draft, "accepted_by", "accepted_on", "ticket", "stopped_at")


def _checks(draft: Draft) -> Iterator[GridEntry]:
    say = draft.say
    actions = set() if draft.claims else {action for action, _ in groups(draft.case)}
    if draft.title_key == "not_opened":
        yield GridEntry(say("letter.office.verdict"), say("letter.office.verdict_choice"))
        return
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
    yield GridEntry(say("letter.office.open_items"), say("letter.office.open_items_choice"))


def _sealed(draft: Draft, entries: Iterator[GridEntry]) -> EntryGrid:
    """Set boxes one a row, beside room for a seal."""
    return EntryGrid(tuple((entry,) for entry in entries), draft.say("letter.office.seal"))


def _blanks(draft: Draft, *keys: str) -> Iterator[GridEntry]:
    for key in keys:
        yield GridEntry(draft.say(f"letter.office.{key}"))


def _in_twos(entries: tuple[GridEntry, ...]) -> EntryGrid:
    """Set boxes two a row in their order."""
    return EntryGrid(tuple(entries[at : at + 2] for at in range(0, len(entries), 2)))


def _receipt(draft: Draft, title: str) -> str:
    say, case = draft.say, draft.case
    numbers = [terminal.number.strip() for terminal in case.terminals if terminal.number.strip()]
    named = say("letter.receipt.terminals", numbers=say.join(numbers)) if 0 < len(numbers) <= _LISTED else ""
    # The slip counts what lies in the envelope: not what is handed over or follows on the day of the stop.
    settled = draft.known(Basis.SETTLED) is Known.YES
    later = {Paper.DEVICES} if settled else {Paper.DEVICES, Paper.LAST_SETTLEMENT}
    papers = [paper for paper in draft.papers if paper not in later]
    without = say("letter.receipt.later", done=draft.done) if later & set(draft.papers) else ""
    blank = say("letter.receipt.blank")
    count = len(case.terminals)
    key = "letter.receipt.text_not_opened" if draft.title_key == "not_opened" else "letter.receipt.text"
    return say(
        key,
        merchant=_who(draft) or blank,
        title=title,
        number=case.number or blank,
        version=draft.version,
        merchant_number=draft.merchant_number,
        devices=say.plural("letter.receipt.devices", count) if count else say("letter.receipt.devices_blank"),
        terminals=named,
        papers=len(papers),
        later=without,
    )
