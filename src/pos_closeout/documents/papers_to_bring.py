"""The list of documents to bring in words, for the letter and for the screen beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pos_closeout.documents.wording import Phrases
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.ledger.open_items import OpenItem
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
    return tuple(
        ListedPaper(attachment, paper_name(case, attachment.id, say), say(f"attachments.why.{attachment.why}"))
        for attachment in documents_to_bring(case, items)
    )


def paper_name(case: Case, paper: Paper, say: Phrases) -> str:
    """Return what a paper is called for this merchant."""
    match paper:
        case Paper.REPRESENTATIVE_ID:
            return say(f"attachments.paper.{paper}.{case.merchant.entity_type}")
        case Paper.LAST_SETTLEMENT:
            there = case.settlement.last_batch_on is not None or case.settlement.last_batch_number.strip()
            return say(f"attachments.paper.{paper}.{'always' if there else 'still_to_come'}")
        case _:
            return say(f"attachments.paper.{paper}")
