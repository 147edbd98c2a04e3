"""The cards of home: what was worked out about each case, good as long as its history has not gone on."""

from pos_closeout.domain.steps.case_card import CaseCard
from pos_closeout.store.database import Database
from pos_closeout.store.mapping import mapping_of

# Every change of a case or of its items adds to its history, whoever makes it; so the history's last line tells whether
# a card was made before or after it, and no writer has to know of cards.
_LAST_LINE = "(SELECT max(id) FROM timeline WHERE timeline.case_id = cases.id)"


class CardRepository:
    """Reads and writes cards; keeps no history, as a card says nothing of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._mapping = mapping_of(CaseCard)
        self._columns = ", ".join(self._mapping.columns)

    def all(self) -> tuple[CaseCard, ...]:
        """Return the cards that are not behind their case, the oldest case first."""
        names = ", ".join(f"case_cards.{name}" for name in self._mapping.columns)
        sql = (
            f"SELECT {names} FROM cases JOIN case_cards ON case_id = cases.id WHERE history = {_LAST_LINE} "  # noqa: S608  # own names
            "ORDER BY cases.id"
        )
        return tuple(self._mapping.from_rows(self._database.rows(sql)))

    def behind(self) -> tuple[int, ...]:
        """Return the ids of the cases that changed after their card was made, or that have none."""
        joined = "SELECT cases.id FROM cases LEFT JOIN case_cards ON case_id = cases.id"
        sql = f"{joined} WHERE history IS NOT {_LAST_LINE} ORDER BY cases.id"
        return tuple(int(row[0] or 0) for row in self._database.rows(sql))

    def last_line(self, case_id: int) -> int:
        """Return the last line of the history of a case.

        Asked for before the case is read: a card made from that can then be thought older than it is, never newer.
        """
        ((line,),) = self._database.rows("SELECT ifnull(max(id), 0) FROM timeline WHERE case_id = ?", (case_id,))
        return int(line or 0)

    def keep(self, card: CaseCard, last_line: int) -> None:
        """Store a card in the place of the one before; nothing in a folder that can only be read.

        Args:
            card: made from the case as it was stored.
            last_line: what :meth:`last_line` said before the case was read.
        """
        if self._database.read_only:
            return
        places = ", ".join("?" * (len(self._mapping.columns) + 1))
        sql = f"INSERT OR REPLACE INTO case_cards ({self._columns}, history) VALUES ({places})"  # noqa: S608  # own names
        with self._database.writing():
            self._database.run(sql, (*self._mapping.to_row(card), last_line))
