"""Clear an item with its proof, or note that a refund has only been accepted so far."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from pos_closeout.actions.items.due import terms
from pos_closeout.actions.items.items import clear_item
from pos_closeout.actions.items.proofs import attach_proof, put_in_bin, remove_proofs
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.due_dates import count_limit
from pos_closeout.domain.ledger.due_rules import Unit
from pos_closeout.domain.ledger.item_facts import ACCEPTED, Fact
from pos_closeout.domain.ledger.item_file import Proof
from pos_closeout.domain.ledger.limits import Limit
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, check_open
from pos_closeout.store import Store


class Cleared(NamedTuple):
    """A cleared item, and the files that were attached for it, by id."""

    item: OpenItem
    proof_ids: tuple[int, ...]


def clear_with_proof(
    store: Store,
    item_id: int,
    on: date,
    how: str,
    *,
    proofs: tuple[Path, ...],
    now: datetime,
    needed: bool = False,
) -> Cleared:
    """Mark an item as cleared, with files that prove it, all or nothing.

    Args:
        store: the open data folder.
        item_id: the item.
        on: the day it was cleared.
        how: how, in the owner's words.
        proofs: files to keep as proof.
        now: for the history.
        needed: refuse unless the item has proof, of now or from before.

    Returns:
        The item, and the ids of the files that were not kept with it before.

    Raises:
        BadInputError: ``item.proof_missing``; as :func:`clear_item` and :func:`attach_proof`.
        NotFoundError: ``item.not_found``.
        DataFolderError: as :func:`attach_proof`.
    """
    if needed and not proofs and not store.item_files.proofs(item_id):
        raise BadInputError("item.proof_missing")
    before = {proof.id for proof in store.item_files.proofs(item_id)}
    copied: list[Proof] = []
    try:
        with store.database.writing():
            cleared = clear_item(store, item_id, on, how, now)
            for proof in proofs:
                copied.append(attach_proof(store, item_id, proof, now))  # noqa: PERF401  (known when a later one fails)
    except BaseException:
        put_in_bin(store, item_id, [proof for proof in copied if proof.id not in before])
        raise
    return Cleared(cleared, tuple({proof.id: None for proof in copied if proof.id not in before}))


def take_back_clearing(store: Store, before: OpenItem, proof_ids: Iterable[int], now: datetime) -> OpenItem:
    """Make an item what it was before :func:`clear_with_proof`: the files kept with it go to the bin.

    Args:
        store: the open data folder.
        before: the item as it was.
        proof_ids: the files that were attached.
        now: for the history.

    Raises:
        NotFoundError: ``item.not_found``.
        DataFolderError: as :func:`pos_closeout.actions.items.proofs.remove_proof`; nothing has changed then.
    """
    there = {proof.id for proof in store.item_files.proofs(before.id)}
    with store.database.writing():
        kept = store.items.save(before, now)
        # The owner may have taken one off by hand meanwhile.
        remove_proofs(store, before.id, [number for number in proof_ids if number in there], now)
    return kept


def recheck_day(store: Store, today: date) -> date:
    """Return the day on which a refund accepted today is worth another look.

    Raises:
        BadInputError: ``date.impossible`` beyond the last year of the calendar.
    """
    return count_limit(today, Limit.LOOK_AGAIN, Unit.WORKING_DAYS, terms(store)).end


def note_accepted(store: Store, item_id: int, look_again_on: date, now: datetime) -> OpenItem:
    """Note that a refund has been accepted and not carried out: it stays open and is due again on another day.

    Raises:
        BadInputError: ``item.not_a_refund`` or ``item.cleared_already``.
        NotFoundError: ``item.not_found``.
    """
    item = store.items.get(item_id)
    if item.kind is not ItemKind.REFUND:
        raise BadInputError("item.not_a_refund", id=item_id)
    check_open(item)
    facts = store.item_files.facts(item_id)
    facts |= {Fact.PROGRESS: ACCEPTED, Fact.LOOK_AGAIN_ON: look_again_on.isoformat()}
    with store.database.writing():
        store.item_files.keep_facts(item_id, facts, now)
        return store.items.save(replace(item, due_on=look_again_on, due_basis=""), now)
