"""How many finds wait, by one query: home asks for it before anything else of the bills is loaded."""

from pos_closeout.store.database import Database

COMPLETE = "(bill_id IS NULL OR bill_id NOT IN (SELECT id FROM bills WHERE complete = 0))"
"""Of proposals: those of an import that is still running are not shown."""


def count_waiting(database: Database, case_id: int) -> int:
    """Return how many proposals of a case nobody has decided on."""
    sql = f"SELECT count(*) FROM proposals WHERE case_id = ? AND state = 'waiting' AND {COMPLETE}"  # noqa: S608  # own clause
    ((count,),) = database.rows(sql, (case_id,))
    return int(count or 0)
