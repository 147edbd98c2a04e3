from datetime import datetime

import pytest

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.errors import DataFolderError
from pos_closeout.store import Store


@pytest.mark.parametrize("sql", ["UPDATE timeline SET new = 'x'", "DELETE FROM timeline"])
def test_the_history_cannot_be_rewritten(store: Store, now: datetime, sql: str) -> None:
    case = store.cases.add(Case(), now)
    before = store.timeline.for_case(case.id)
    with pytest.raises(DataFolderError, match="append-only"):
        store.database.run(sql)
    assert store.timeline.for_case(case.id) == before
    assert before[0].what == "case.opened"
    assert before[0].new == case.number
