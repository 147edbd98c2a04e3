"""Write down and read what was said with the acquirer."""

from dataclasses import replace
from datetime import date, datetime

from pos_closeout.actions.cases.cases import save_case
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.contact import ContactEntry, check_entry
from pos_closeout.store import Store


def log_contact(store: Store, case_id: int, entry: ContactEntry, *, today: date, now: datetime) -> Case:
    """Add an entry to the contact log of a case and return the case.

    Raises:
        BadInputError: as :func:`pos_closeout.domain.case.contact.check_entry`.
        NotFoundError: ``case.not_found``.
    """
    case = store.cases.get(case_id)
    return save_case(store, replace(case, contacts=(*case.contacts, check_entry(entry, today))), now)


def list_contacts(store: Store, case_id: int) -> tuple[ContactEntry, ...]:
    """Return the contact log of a case, as it was written.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    return store.cases.get(case_id).contacts
