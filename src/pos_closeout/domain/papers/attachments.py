"""The papers and things an acquirer asks for, computed from the answers of a case.

No acquirer publishes a list that binds all of them, so the list is a careful union and every line can be left out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pos_closeout.domain.case.case import Case, EntityType
from pos_closeout.domain.device.terminal import Action, Condition, Ownership, Terminal
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, is_open


class Paper(StrEnum):
    """What can be asked for, in the order of the list; the values are kept in ``LetterChoices.left_out``."""

    OPEN_ITEMS = "open_items"
    THEIR_FORM = "their_form"
    LICENCE = "licence"
    REPRESENTATIVE_ID = "representative_id"
    HANDLER_ID = "handler_id"
    AUTHORISATION = "authorisation"
    SETTLEMENT_ACCOUNT = "settlement_account"
    AGREEMENT = "agreement"
    DEPOSIT_RECEIPT = "deposit_receipt"
    DEPOSIT_PROOF = "deposit_proof"
    DEVICE_PHOTOS = "device_photos"
    LAST_SETTLEMENT = "last_settlement"
    LOSS_STATEMENT = "loss_statement"
    DEVICES = "devices"


class AttachmentReason(StrEnum):
    """The answer a line follows from; the screen and the list word it."""

    ALWAYS = "always"
    OPEN_ITEMS = "open_items"
    REGISTERED = "registered"
    HANDLER = "handler"
    DEPOSIT = "deposit"
    DEPOSIT_WITHOUT_RECEIPT = "deposit_without_receipt"
    LOST = "lost"
    GOES_BACK = "goes_back"
    STILL_TO_COME = "still_to_come"
    THEIR_FORM = "their_form"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One line of the list of documents to bring.

    Attributes:
        id: what is asked for.
        why: the answer it follows from.
        ticked: whether it goes with the letter; every line does until the owner leaves it out.
    """

    id: Paper
    why: AttachmentReason
    ticked: bool = True


def documents_to_bring(case: Case, items: Sequence[OpenItem]) -> tuple[Attachment, ...]:
    """Return what the acquirer will ask for in this case, in the order of :class:`Paper`.

    Args:
        case: the case as answered so far.
        items: its open items; those already cleared do not count.
    """
    needed = {
        **_about_the_merchant(case),
        **_about_the_money(case, items),
        **_about_the_devices(case.terminals),
    }
    return tuple(
        Attachment(paper, needed[paper], paper.value not in case.letter.left_out) for paper in Paper if paper in needed
    )


def enclosed(attachments: Iterable[Attachment]) -> tuple[Paper, ...]:
    """Return what goes with the letter: the lines that are ticked."""
    return tuple(attachment.id for attachment in attachments if attachment.ticked)


def goes_back(terminal: Terminal) -> bool:
    """Return whether the device has to be handed over: it is somebody else's, at hand, and not to be resumed later."""
    at_hand = terminal.condition is not Condition.LOST
    return at_hand and terminal.ownership is not Ownership.OWNED and terminal.action is not Action.SUSPEND


def has_deposit(case: Case, items: Iterable[OpenItem] = ()) -> bool:
    """Return whether a deposit was paid: by the amount, by the terms of a device, or by an open item."""
    said = bool(case.settlement.deposit_fen) or bool(case.settlement.deposit_receipt.strip())
    by_device = any(terminal.ownership is Ownership.DEPOSIT for terminal in case.terminals)
    return said or by_device or any(item.kind is ItemKind.DEPOSIT and is_open(item) for item in items)


def wants_deposit_back(case: Case, items: Iterable[OpenItem] = ()) -> bool:
    """Return whether a deposit is to come back: one was paid, and not every terminal is only suspended or swapped."""
    chosen = {terminal.action for terminal in case.terminals} - {None}
    return has_deposit(case, items) and not (chosen and chosen <= {Action.SUSPEND, Action.SWAP})


def _about_the_merchant(case: Case) -> dict[Paper, AttachmentReason]:
    needed = {
        Paper.REPRESENTATIVE_ID: AttachmentReason.ALWAYS,
        Paper.SETTLEMENT_ACCOUNT: AttachmentReason.ALWAYS,
        Paper.AGREEMENT: AttachmentReason.ALWAYS,
    }
    if case.filled_forms:
        needed[Paper.THEIR_FORM] = AttachmentReason.THEIR_FORM
    if case.merchant.entity_type is not EntityType.MICRO:
        needed[Paper.LICENCE] = AttachmentReason.REGISTERED
    if case.handler.name.strip():
        needed |= {Paper.HANDLER_ID: AttachmentReason.HANDLER, Paper.AUTHORISATION: AttachmentReason.HANDLER}
    return needed


def _about_the_money(case: Case, items: Sequence[OpenItem]) -> dict[Paper, AttachmentReason]:
    settled = case.settlement.last_batch_on is not None or bool(case.settlement.last_batch_number.strip())
    needed = {Paper.LAST_SETTLEMENT: AttachmentReason.ALWAYS if settled else AttachmentReason.STILL_TO_COME}
    if any(is_open(item) for item in items):
        needed[Paper.OPEN_ITEMS] = AttachmentReason.OPEN_ITEMS
    if wants_deposit_back(case, items):
        if case.settlement.deposit_receipt.strip():
            needed[Paper.DEPOSIT_RECEIPT] = AttachmentReason.DEPOSIT
        else:
            needed[Paper.DEPOSIT_PROOF] = AttachmentReason.DEPOSIT_WITHOUT_RECEIPT
    return needed


def _about_the_devices(terminals: Sequence[Terminal]) -> dict[Paper, AttachmentReason]:
    needed: dict[Paper, AttachmentReason] = {}
    if any(terminal.condition is not Condition.LOST for terminal in terminals):
        needed[Paper.DEVICE_PHOTOS] = AttachmentReason.ALWAYS
    if any(terminal.condition is Condition.LOST for terminal in terminals):
        needed[Paper.LOSS_STATEMENT] = AttachmentReason.LOST
    if any(goes_back(terminal) for terminal in terminals):
        needed[Paper.DEVICES] = AttachmentReason.GOES_BACK
    return needed
