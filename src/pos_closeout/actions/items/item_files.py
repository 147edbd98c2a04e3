"""What is kept about one item beside its line: extra fields, notes, the communication log, its history."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime

from pos_closeout.actions.items.items import add_item, change_item
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.item_facts import SPECS, Fact, Facts, GivenFacts, check_facts, merge_facts
from pos_closeout.domain.ledger.item_file import ItemFile, Note, Talk
from pos_closeout.domain.ledger.open_items import OpenItem, changed_by_both
from pos_closeout.domain.masking import mask_cards
from pos_closeout.store import Store


@dataclass(frozen=True, slots=True)
class KeptItem:
    """An item as it was stored.

    Attributes:
        item: with its id.
        facts_before: the extra fields it had.
        overruled: what somebody else had entered meanwhile into fields that this change has, too; it is in the history.
    """

    item: OpenItem
    facts_before: Mapping[Fact, str]
    overruled: tuple[str, ...] = ()


LONGEST = 4000
"""Characters of a note or of an answer in the log."""


def item_file(store: Store, item_id: int) -> ItemFile:
    """Return everything about one item.

    Raises:
        NotFoundError: ``item.not_found``.
    """
    files = store.item_files
    return ItemFile(
        item=store.items.get(item_id),
        facts=files.facts(item_id),
        notes=files.notes(item_id),
        talks=files.talks(item_id),
        proofs=files.proofs(item_id),
        events=files.events(item_id),
    )


def facts_of(store: Store, item_id: int) -> dict[Fact, str]:
    """Return the extra fields of an item; none for an item that is not there."""
    return store.item_files.facts(item_id)


def facts_of_items(store: Store, items: Iterable[OpenItem]) -> dict[int, dict[Fact, str]]:
    """Return the extra fields of several items by id; items without any are missing."""
    return store.item_files.facts_of(item.id for item in items)


def keep_facts(store: Store, item_id: int, facts: GivenFacts, now: datetime) -> dict[Fact, str]:
    """Put extra fields in place of those an item had, and return those it had.

    Args:
        store: the open data folder.
        item_id: the item.
        facts: values in their kept form (ISO dates, fen, ids of choices) by the name of the field.
        now: for the history.

    Raises:
        BadInputError: as :func:`pos_closeout.domain.ledger.item_facts.check_facts`.
        NotFoundError: ``item.not_found``.
    """
    checked = check_facts(store.items.get(item_id).kind, facts)
    return store.item_files.keep_facts(item_id, checked, now)


def keep_item(
    store: Store, item: OpenItem, facts: GivenFacts, now: datetime, base: tuple[OpenItem, Facts] | None = None
) -> KeptItem:
    """Store an item, new or changed, together with its extra fields.

    Args:
        store: the open data folder.
        item: what is to be stored.
        facts: its extra fields.
        now: for the history.
        base: the item and the extra fields the changes started from: what somebody else stored meanwhile stays then.

    Raises:
        BadInputError: as :func:`~pos_closeout.actions.items.items.add_item` and :func:`keep_facts`; nothing is stored.
        NotFoundError: ``case.not_found`` or ``item.not_found``.
    """
    with store.database.writing():
        if not item.id:
            stored = add_item(store, item, now)
            return KeptItem(stored, keep_facts(store, stored.id, facts, now))
        theirs, their_facts = store.items.get(item.id), facts_of(store, item.id)
        stored = change_item(store, item, now, base[0] if base is not None else None)
        ours = check_facts(item.kind, facts)
        if base is None:
            return KeptItem(stored, keep_facts(store, stored.id, ours, now))
        known = {spec.fact for spec in SPECS[stored.kind]}
        merged = {name: value for name, value in merge_facts(base[1], their_facts, ours).items() if name in known}
        overruled = [
            *(str(getattr(theirs, name)) for name in changed_by_both(*map(_fields, (base[0], theirs, item)))),
            *(their_facts.get(Fact(name), "") for name in changed_by_both(base[1], their_facts, ours)),
        ]
        return KeptItem(stored, keep_facts(store, stored.id, merged, now), tuple(filter(None, overruled)))


def put_back_facts(store: Store, item_id: int, facts: Mapping[Fact, str], now: datetime) -> None:
    """Put back what :func:`keep_facts` returned, whatever kind the item has meanwhile.

    Raises:
        NotFoundError: ``item.not_found``.
    """
    store.item_files.keep_facts(item_id, facts, now)


def add_note(store: Store, item_id: int, text: str, now: datetime) -> None:
    """Add a note to an item; card numbers in it are masked.

    Raises:
        BadInputError: ``note.empty``.
        NotFoundError: ``item.not_found``.
    """
    if not text.strip():
        raise BadInputError("note.empty")
    store.item_files.note(item_id, Note(at=_at(now), text=_clean(text)), now)


def log_talk(store: Store, item_id: int, talk: Talk, now: datetime) -> None:
    """Add a call, message or visit to the log of an item; card numbers in it are masked.

    Args:
        store: the open data folder.
        item_id: the item.
        talk: what to log; an empty ``at`` means now.
        now: for the history.

    Raises:
        BadInputError: ``talk.empty`` when neither who nor what came of it is said.
        NotFoundError: ``item.not_found``.
    """
    if not (talk.with_whom.strip() or talk.result.strip()):
        raise BadInputError("talk.empty")
    kept = replace(
        talk,
        at=talk.at or _at(now),
        with_whom=_clean(talk.with_whom),
        result=_clean(talk.result),
        next_step=_clean(talk.next_step),
    )
    store.item_files.talk(item_id, kept, now)


def _fields(item: OpenItem) -> dict[str, object]:
    return {each.name: getattr(item, each.name) for each in fields(item)}


def _at(now: datetime) -> str:
    return now.isoformat(timespec="seconds")


def _clean(text: str) -> str:
    return mask_cards(text.strip()[:LONGEST])
