"""The papers and things an acquirer asks for, computed from the answers of a case.

No acquirer publishes a list that binds all of them, so the list is a careful union and every line can be left out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pos_closeout.domain.case.case import Case, EntityType
from pos_closeout.domain.case.profile import Applicant
from pos_closeout.domain.device.terminal import Condition, Terminal, goes_back
from pos_closeout.domain.eligibility.concerns import left_out
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, is_open
from pos_closeout.domain.papers.answers import Basis, CaseFacts, Known, case_facts, known


class Paper(StrEnum):
    """What can be asked for, in the order of the list; the values are kept in ``LetterChoices.left_out``."""

    OPEN_ITEMS = "open_items"
    THEIR_FORM = "their_form"
    LICENCE = "licence"
    CANCELLATION = "cancellation"
    CHANGE_NOTICE = "change_notice"
    DEATH = "death"
    KINSHIP = "kinship"
    HEIRS_ID = "heirs_id"
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
    FORMER = "former"
    CHANGED = "changed"
    HEIRS = "heirs"
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
        items: its ledger; those already cleared do not count.
    """
    told = case_facts(case, items, None)
    needed = documents_of_any_owner(told)
    return tuple(
        Attachment(paper, needed[paper], paper.value not in case.letter.left_out)
        for paper in Paper
        if paper in needed and left_out(f"attachment.{paper}", case, told.found) is None
    )


def documents_of_any_owner(told: CaseFacts) -> dict[Paper, AttachmentReason]:
    """Return what the answers call for, also what does not concern this owner, with the answer it follows from."""
    return {**_about_the_merchant(told), **_about_the_money(told), **_about_the_devices(told.case.terminals)}


def enclosed(attachments: Iterable[Attachment]) -> tuple[Paper, ...]:
    """Return what goes with the letter: the lines that are ticked."""
    return tuple(attachment.id for attachment in attachments if attachment.ticked)


def _about_the_merchant(told: CaseFacts) -> dict[Paper, AttachmentReason]:
    case = told.case
    needed = {Paper.SETTLEMENT_ACCOUNT: AttachmentReason.ALWAYS, **_about_who_applies(told)}
    if case.filled_forms:
        needed[Paper.THEIR_FORM] = AttachmentReason.THEIR_FORM
    # A cancelled licence cannot be copied; where it may be either, the line says so.
    if case.merchant.entity_type is not EntityType.MICRO and known(Basis.LICENCE, told) is not Known.NO:
        needed[Paper.LICENCE] = AttachmentReason.REGISTERED
    if known(Basis.AGREEMENT, told) is not Known.NO:
        needed[Paper.AGREEMENT] = AttachmentReason.ALWAYS
    if case.handler.name.strip():
        needed[Paper.HANDLER_ID] = AttachmentReason.HANDLER
    if case.handler.name.strip() and case.profile.applicant is not Applicant.HEIRS:
        needed[Paper.AUTHORISATION] = AttachmentReason.HANDLER
    return needed


def _about_who_applies(told: CaseFacts) -> dict[Paper, AttachmentReason]:
    match told.case.profile.applicant:
        case Applicant.FORMER:
            return {Paper.CANCELLATION: AttachmentReason.FORMER, Paper.REPRESENTATIVE_ID: AttachmentReason.ALWAYS}
        case Applicant.CHANGED:
            return {Paper.CHANGE_NOTICE: AttachmentReason.CHANGED, Paper.REPRESENTATIVE_ID: AttachmentReason.ALWAYS}
        case Applicant.HEIRS:
            return dict.fromkeys((Paper.DEATH, Paper.KINSHIP, Paper.HEIRS_ID), AttachmentReason.HEIRS)
        case _:
            return {Paper.REPRESENTATIVE_ID: AttachmentReason.ALWAYS}


def _about_the_money(told: CaseFacts) -> dict[Paper, AttachmentReason]:
    settled = known(Basis.SETTLED, told) is Known.YES
    needed = {Paper.LAST_SETTLEMENT: AttachmentReason.ALWAYS if settled else AttachmentReason.STILL_TO_COME}
    # A deposit alone has a paper of its own.
    if any(is_open(item) and item.kind is not ItemKind.DEPOSIT for item in told.items):
        needed[Paper.OPEN_ITEMS] = AttachmentReason.OPEN_ITEMS
    if known(Basis.DEPOSIT_BACK, told) is Known.YES:
        if told.case.settlement.deposit_receipt.strip():
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
