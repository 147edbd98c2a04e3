"""Put people from an address book on the list of who is told."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from pos_closeout.actions.cleaning import clean_text
from pos_closeout.actions.isolated.files import FileReader
from pos_closeout.domain.case.address_book import AddressBook, Contact, notices_for
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.notices import Audience, NoticeChannel, sorted_notices
from pos_closeout.domain.masking import mask_cards
from pos_closeout.store import Store


def read_contacts(resources: Path, path: Path) -> AddressBook:
    """Return who is in a CSV, Excel or vCard file, which is only read; card numbers are masked.

    Raises:
        BadInputError: ``contacts.unreadable`` or ``contacts.none_found``.
    """
    with FileReader() as reader:
        book = reader.contacts(path, resources / "contacts")
    # As they are kept, so that who is on the list already is known again.
    clean = tuple(
        each._replace(name=_clean(each.name), phone=_clean(each.phone), email=_clean(each.email))
        for each in book.contacts
    )
    return AddressBook(clean, tuple(each._replace(text=mask_cards(each.text)) for each in book.problems))


def import_contacts(
    store: Store, case_id: int, contacts: Sequence[Contact], audience: Audience, way: NoticeChannel, *, now: datetime
) -> tuple[Case, int]:
    """Put everybody on the list of a case who is not there yet; return the case and how many were added.

    Raises:
        BadInputError: ``notice.too_many``.
        NotFoundError: ``case.not_found``.
    """
    case = store.cases.get(case_id)
    fresh = notices_for(contacts, audience, way, case.notices, stop_on=case.request.stop_on, today=now.date())
    changed = replace(case, notices=sorted_notices((*case.notices, *fresh)))
    return store.cases.save(changed, now), len(fresh)


def _clean(text: str) -> str:
    return mask_cards(clean_text(text))
