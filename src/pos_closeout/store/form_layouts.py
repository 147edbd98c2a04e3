"""Which field stands where in forms of one making; no value of any case is kept here."""

from collections.abc import Mapping

from pos_closeout.domain.forms.layout import Remembered
from pos_closeout.store.database import Database


class FormLayoutRepository:
    """Reads and writes remembered layouts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def answers(self, layout: str) -> dict[str, Remembered]:
        """Return what is remembered of a layout, by place."""
        rows = self._database.rows("SELECT place, answer, own FROM form_layouts WHERE layout = ?", (layout,))
        return {str(place): Remembered(str(answer), bool(own)) for place, answer, own in rows}

    def all(self) -> dict[str, dict[str, Remembered]]:
        """Return everything remembered, by layout and place."""
        found: dict[str, dict[str, Remembered]] = {}
        for layout, place, answer, own in self._database.rows("SELECT layout, place, answer, own FROM form_layouts"):
            found.setdefault(str(layout), {})[str(place)] = Remembered(str(answer), bool(own))
        return found

    def names(self) -> dict[str, str]:
        """Return what the file of each layout was called last."""
        return {str(layout): str(name) for layout, name in self._database.rows("SELECT layout, name FROM form_names")}

    def keep(self, layout: str, name: str, answers: Mapping[str, Remembered]) -> None:
        """Remember answers beside those there are; an answer of the owner is never replaced by one taken in."""
        with self._database.writing():
            self._database.run("INSERT OR REPLACE INTO form_names (layout, name) VALUES (?, ?)", (layout, name))
            self._database.run_many(
                "INSERT INTO form_layouts (layout, place, answer, own) VALUES (?1, ?2, ?3, ?4) "
                "ON CONFLICT (layout, place) DO UPDATE SET answer = ?3, own = ?4 WHERE ?4 = 1 OR own = 0",
                ((layout, place, each.answer, int(each.own)) for place, each in answers.items()),
            )
