"""Put closed cases away, and take them out again. Nothing is deleted: an archived case only leaves home."""

from dataclasses import replace
from datetime import datetime

from pos_closeout.domain.case.case import Case, is_closed
from pos_closeout.domain.errors import BadInputError
from pos_closeout.store import Store


def archive_case(store: Store, case_id: int, now: datetime) -> Case:
    """Put a closed case away and return it; one that is away already is returned as it is.

    Raises:
        BadInputError: ``case.not_closed``: only what is finished can be put away.
        NotFoundError: ``case.not_found``.
    """
    case = store.cases.get(case_id)
    if not is_closed(case):
        raise BadInputError("case.not_closed", id=case_id)
    if case.closing.archived_on is not None:
        return case
    return store.cases.save(replace(case, closing=replace(case.closing, archived_on=now.date())), now)


def unarchive_case(store: Store, case_id: int, now: datetime) -> Case:
    """Take a case out of the archive and return it, still closed.

    Raises:
        NotFoundError: ``case.not_found``.
    """
    case = store.cases.get(case_id)
    return store.cases.save(replace(case, closing=replace(case.closing, archived_on=None)), now)
