"""Write down, change, clear, delete and list open items."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from pos_closeout.domain.ledger.open_items import OpenItem, check_item, clear, is_open, reopen, urgency
from pos_closeout.domain.masking import mask_account, mask_cards
from pos_closeout.store import Store


def add_item(store: Store, item: OpenItem, now: datetime) -> OpenItem:
    """Store a new item and return it with its id.

    Raises:
        BadInputError: as :func:`pos_closeout.domain.ledger.open_items.check_item`.
        NotFoundError: ``case.not_found``.
    """
    return store.items.add(_kept(item), now)


def add_items(store: Store, items: Iterable[OpenItem], now: datetime) -> tuple[OpenItem, ...]:
    """Store several new items, all or none, and return them with their ids.

    Raises:
        BadInputError, NotFoundError: as :func:`add_item`.
    """
    return store.items.add_many([_kept(item) for item in items], now)


def change_item(store: Store, item: OpenItem, now: datetime, base: OpenItem | None = None) -> OpenItem:
    """Store a changed item; nothing is written when nothing changed.

    Args:
        store: the open data folder.
        item: what is to be stored.
        now: for the history.
        base: the item the changes started from: what somebody else stored meanwhile stays then.

    Raises:
        BadInputError: as :func:`add_item`.
        NotFoundError: ``item.not_found``.
    """
    return store.items.save(_kept(item), now, base)


def change_items(store: Store, items: Iterable[OpenItem], now: datetime) -> list[OpenItem]:
    """Store changed items, all or none; nothing is written of those that did not change.

    Raises:
        BadInputError, NotFoundError: as :func:`change_item`.
    """
    with store.database.writing():
        return [change_item(store, item, now) for item in items]


def clear_item(store: Store, item_id: int, on: date, how: str, now: datetime) -> OpenItem:
    """Mark an item as cleared on a day in a way, and return it.

    Raises:
        BadInputError: ``item.cleared_without_way`` or ``item.cleared_before_original``.
        NotFoundError: ``item.not_found``.
    """
    return store.items.save(_kept(clear(store.items.get(item_id), on, how)), now)


def reopen_item(store: Store, item_id: int, now: datetime) -> OpenItem:
    """Mark an item as open again, and return it.

    Raises:
        NotFoundError: ``item.not_found``.
    """
    return store.items.save(reopen(store.items.get(item_id)), now)


def delete_item(store: Store, item_id: int, now: datetime) -> OpenItem:
    """Remove an item and return it, so that :func:`restore_item` can bring it back.

    Raises:
        NotFoundError: ``item.not_found``.
    """
    return store.items.remove(item_id, now)


def restore_item(store: Store, item: OpenItem, now: datetime) -> OpenItem:
    """Bring back a removed item under its old id.

    Raises:
        NotFoundError: ``case.not_found`` when its case has gone meanwhile.
    """
    return store.items.restore(item, now)


def load_item(store: Store, item_id: int) -> OpenItem:
    """Return an item.

    Raises:
        NotFoundError: ``item.not_found``.
    """
    return store.items.get(item_id)


def list_items(store: Store, case_id: int | None = None, *, cleared: bool = False) -> tuple[OpenItem, ...]:
    """Return the open items of a case or of all cases, most urgent first.

    Args:
        store: the open data folder.
        case_id: a case, or ``None`` for all.
        cleared: return the cleared ones too, after the open ones.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    if case_id is not None:
        store.cases.get(case_id)
        found = store.items.for_case(case_id)
    else:
        found = store.items.all() if cleared else store.items.all_open()
    waiting = sorted((item for item in found if is_open(item)), key=urgency)
    done = sorted((item for item in found if not is_open(item)), key=urgency) if cleared else []
    return (*waiting, *done)


def _kept(item: OpenItem) -> OpenItem:
    """Return the item as it may be stored: checked, and with no card number left whole in any text."""
    return check_item(
        replace(
            item,
            masked_account=mask_account(item.masked_account),
            reference=mask_cards(item.reference),
            voucher=mask_cards(item.voucher),
            counterparty=mask_cards(item.counterparty),
            contact=mask_cards(item.contact),
            due_basis=mask_cards(item.due_basis),
            note=mask_cards(item.note),
            cleared_how=mask_cards(item.cleared_how),
        )
    )
