"""The list of documents to bring in words, for the letter and for the screen beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pos_closeout.documents.wording import Phrases
from pos_closeout.domain.case.case import Case, main_action
from pos_closeout.domain.case.legal_form import legal_form
from pos_closeout.domain.device.terminal import goes_back
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.papers.answers import Basis, CaseFacts, Known, case_facts, known
from pos_closeout.domain.papers.attachments import Attachment, Paper, documents_to_bring


@dataclass(frozen=True, slots=True)
class ListedPaper:
    """One line of the list.

    Attributes:
        attachment: what it is, why it is asked for, and whether it goes with the letter.
        name: what it is called for this merchant.
        reason: why it is asked for, as a sentence without a full stop.
    """

    attachment: Attachment
    name: str
    reason: str


def papers_to_bring(case: Case, items: Sequence[OpenItem], say: Phrases) -> tuple[ListedPaper, ...]:
    """Return the documents to bring with their names and reasons, left-out ones included."""
    told = case_facts(case, items, None)
    return tuple(
        ListedPaper(attachment, paper_name(told, attachment.id, say), say(f"attachments.why.{attachment.why}"))
        for attachment in documents_to_bring(case, items)
    )


def paper_name(told: CaseFacts, paper: Paper, say: Phrases) -> str:
    """Return what a paper is called for this merchant."""
    match paper:
        case Paper.LICENCE:
            sealed = say("attachments.paper.licence_sealed") if known(Basis.SEAL, told) is Known.YES else ""
            return say.claim("attachments.paper.licence", told, seal=sealed)
        case Paper.AGREEMENT | Paper.DEPOSIT_PROOF:
            return say.claim(f"attachments.paper.{paper}", told)
        case Paper.REPRESENTATIVE_ID:
            return say(f"attachments.paper.{paper}.{legal_form(told.case.merchant)}")
        case Paper.LAST_SETTLEMENT:
            there = known(Basis.SETTLED, told) is Known.YES
            done = say(f"terms.done.{main_action(told.case) or 'none'}")
            return say(f"attachments.paper.{paper}.{'always' if there else 'still_to_come'}", done=done)
        case Paper.DEVICES:
            return say(f"attachments.paper.{paper}", which=_handed_over(told, say))
        case _:
            return say(f"attachments.paper.{paper}")


def _handed_over(told: CaseFacts, say: Phrases) -> str:
    """Name the terminals that are handed over; those that are only suspended, lost or owned are not."""
    terminals = told.case.terminals
    back = [(place, each) for place, each in enumerate(terminals, 1) if goes_back(each)]
    if len(back) == len(terminals):
        return say("attachments.paper.devices_all")
    return say(
        "attachments.paper.devices_some", numbers=say.join(each.number.strip() or f"#{place}" for place, each in back)
    )
