"""Decide about what bills propose: accept it as an open item, reject it, take either back, look again later."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from pos_closeout.actions.items.items import add_item
from pos_closeout.domain.bills.bills import KeptProposal, ProposalState
from pos_closeout.domain.bills.transactions import TransactionState
from pos_closeout.domain.errors import BadInputError, NotFoundError
from pos_closeout.domain.ledger.item_facts import ACCEPTED, Fact, fact_day
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, is_open
from pos_closeout.domain.masking import mask_cards
from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.row_places import row_place
from pos_closeout.store import Store
from pos_closeout.store.proposals import ProposalRepository

_DUE = {
    TransactionState.REFUND_PENDING: Bilingual(
        "账单里这笔退款还在处理，账单以后也不会更新：请在这天到平台上再查一次",
        "The bill shows this refund as in progress and is never updated: look again on the platform that day",
    ),
    TransactionState.REFUND_ACTION: Bilingual(
        "退款没有成功，要您处理：下一个工作日", "The refund failed and needs you: next working day"
    ),
    TransactionState.WAITING: Bilingual(
        "还在等对方：下一个工作日去问", "Waiting on the other side: ask the next working day"
    ),
    TransactionState.UNFINISHED: Bilingual(
        "这笔没有付完：下一个工作日核对", "This payment is unfinished: check the next working day"
    ),
    TransactionState.UNKNOWN: Bilingual(
        "这个状态程序不认识：下一个工作日核对", "The program does not know this state: check the next working day"
    ),
}
_PROOF = Bilingual(
    "依据：账单{place}“{word}”（SHA-256 {hash}…）",
    "Proof: bill {place}, “{word}” (SHA-256 {hash}…)",
)
_ORDER = Bilingual("；原订单在{place}", "; its order in {place}")


def list_proposals(store: Store, case_id: int) -> tuple[KeptProposal, ...]:
    """Return the proposals of a case, those that wait for the owner first, the soonest due first.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    store.cases.get(case_id)
    return ProposalRepository(store.database).for_case(case_id)


def proposed_item(kept: KeptProposal, language: str = "zh") -> OpenItem:
    """Return the open item that a proposal suggests, not stored, for the owner to look at and change.

    It carries its proof (file, row, hash, the platform's word) in ``note``, the number to ask the platform with in
    ``reference``, and why the day was chosen in ``due_basis``, in one language.
    """
    one = kept.proposal
    note = _PROOF.of(language).format(
        place=row_place(f"“{kept.file_name}”", one.source, language), word=one.word, hash=one.source.file_sha256[:12]
    )
    if one.order is not None and one.order != one.source:
        note += _ORDER.of(language).format(place=row_place(f"“{kept.order_file}”", one.order, language))
    return OpenItem(
        case_id=kept.case_id,
        kind=one.kind,
        amount_fen=one.amount_fen,
        original_on=(one.order_when or one.when).date(),
        channel=one.channel,
        terminal_number=one.ids.terminal,
        reference=one.ids.order or one.ids.merchant_order,
        voucher=one.ids.refund or one.ids.merchant_refund,
        counterparty=one.counterparty,
        due_on=one.due,
        due_basis=_DUE[one.reason].of(language),
        note=note,
    )


def accept_proposal(
    store: Store, proposal_id: int, item: OpenItem | None, now: datetime, *, language: str = "zh"
) -> OpenItem:
    """Store the open item of a proposal and return it.

    Args:
        store: the open data folder.
        proposal_id: a proposal that waits, or one that was rejected or settled.
        item: the item as the owner changed it, best begun from ``proposed_item``; None as proposed. It becomes an item
            of the proposal's case.
        now: the time of the decision.
        language: of the words in an item as proposed.

    Raises:
        NotFoundError: ``proposal.not_found``.
        BadInputError: ``proposal.accepted_before`` while its open item is there; as ``add_item``.
    """
    proposals = ProposalRepository(store.database)
    with store.database.writing():
        kept = proposals.get(proposal_id)
        if kept_item(store, kept) is not None:
            raise BadInputError("proposal.accepted_before", id=proposal_id)
        chosen = replace(item or proposed_item(kept, language), id=0, case_id=kept.case_id)
        stored = add_item(store, chosen, now)
        if kept.proposal.look_again is not None and stored.kind is ItemKind.REFUND:
            # The day is kept as what it is, so that reminders and the item's own page know why it is due then.
            day = kept.proposal.look_again.isoformat()
            store.item_files.keep_facts(stored.id, {Fact.PROGRESS: ACCEPTED, Fact.LOOK_AGAIN_ON: day}, now)
        proposals.decide(proposal_id, ProposalState.ACCEPTED, now, item_id=stored.id)
        store.timeline.append(kept.case_id, [("proposal.accepted", str(proposal_id), str(stored.id))], now)
    return stored


def reject_proposal(store: Store, proposal_id: int, reason: str, now: datetime) -> KeptProposal:
    """Note that a proposal is no open item, and why; no import proposes it again.

    Raises:
        NotFoundError: ``proposal.not_found``.
        BadInputError: ``proposal.accepted_before`` while its open item is there, ``proposal.reason_missing``.
    """
    proposals = ProposalRepository(store.database)
    why = mask_cards(reason.strip())
    if not why:
        raise BadInputError("proposal.reason_missing")
    with store.database.writing():
        kept = proposals.get(proposal_id)
        if kept_item(store, kept) is not None:
            raise BadInputError("proposal.accepted_before", id=proposal_id)
        rejected = proposals.decide(proposal_id, ProposalState.REJECTED, now, why=why)
        store.timeline.append(kept.case_id, [("proposal.rejected", str(proposal_id), why)], now)
    return rejected


def reopen_proposal(store: Store, proposal_id: int, now: datetime) -> KeptProposal:
    """Let a proposal wait for the owner again; the open item of an accepted one is removed.

    Raises:
        NotFoundError: ``proposal.not_found``.
    """
    proposals = ProposalRepository(store.database)
    with store.database.writing():
        kept = proposals.get(proposal_id)
        item = kept_item(store, kept)
        if item is not None:
            store.items.remove(item.id, now)
        state = ProposalState.WAITING if kept.settled is None else ProposalState.SETTLED
        reopened = proposals.decide(proposal_id, state, None)
        store.timeline.append(kept.case_id, [("proposal.reopened", str(proposal_id), "")], now)
    return reopened


def frozen_proposals(store: Store, case_id: int, today: date) -> tuple[tuple[date, KeptProposal], ...]:
    """Return the frozen ones and the day on which each is worth another look, the soonest first.

    A day that has passed counts as today. Of one that became an open item the day noted there counts, which the owner
    may have moved on; what was rejected, settled, cleared or deleted is left out.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    days = [(_look_again_on(store, each), each) for each in list_proposals(store, case_id)]
    listed = [(max(today, day), each) for day, each in days if day is not None]
    return tuple(sorted(listed, key=lambda pair: (pair[0], pair[1].proposal.when, pair[1].id)))


def _look_again_on(store: Store, kept: KeptProposal) -> date | None:
    day = kept.proposal.look_again
    if day is None or kept.settled is not None:
        return None
    if kept.state is not ProposalState.ACCEPTED:
        return day if kept.state is ProposalState.WAITING else None
    item = kept_item(store, kept)
    if item is None or not is_open(item):
        return None
    return fact_day(store.item_files.facts(item.id), Fact.LOOK_AGAIN_ON) or day


def kept_item(store: Store, kept: KeptProposal) -> OpenItem | None:
    """Return the open item of a proposal, None when there is none or the owner deleted it."""
    if kept.item_id is None:
        return None
    try:
        return store.items.get(kept.item_id)
    except NotFoundError:
        return None


def accept_proposals(store: Store, proposal_ids: Iterable[int], now: datetime, *, language: str) -> list[OpenItem]:
    """Store the open items of proposals as they are proposed, and return them.

    Raises:
        NotFoundError, BadInputError: as ``accept_proposal``; nothing is stored then.
    """
    with store.database.writing():
        return [accept_proposal(store, each, None, now, language=language) for each in proposal_ids]


def reject_proposals(store: Store, proposal_ids: Iterable[int], reason: str, now: datetime) -> None:
    """Note that proposals are no open items, and why.

    Raises:
        NotFoundError, BadInputError: as ``reject_proposal``; nothing is stored then.
    """
    with store.database.writing():
        for each in proposal_ids:
            reject_proposal(store, each, reason, now)


def reopen_proposals(store: Store, proposal_ids: Iterable[int], now: datetime) -> None:
    """Let proposals wait for the owner again; the open items they became are removed.

    Raises:
        NotFoundError: as ``reopen_proposal``; nothing is changed then.
    """
    with store.database.writing():
        for each in proposal_ids:
            reopen_proposal(store, each, now)
