"""The files the owner chose, on their way to an import: what each is, and what it still needs."""

from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path

from pos_closeout.actions.bills.inspect_file import (
    UNMARKED,
    ColumnMapping,
    Head,
    Inspection,
    Vocabulary,
    column_samples,
    guess_columns,
    named_columns,
    read_head,
    understood,
)
from pos_closeout.domain.bills.transactions import Problem, Transaction

_EXAMPLES = 3
"""Texts of a column that are shown as examples."""

_PASSWORD = frozenset({"statement.password_needed", "statement.password_wrong"})


class Need(Enum):
    """What stands between a file and its import."""

    LOOKING = auto()
    NOTHING = auto()
    PASSWORD = auto()
    COLUMNS = auto()
    OTHER_FILE = auto()


@dataclass(frozen=True, slots=True)
class ChosenFile:
    """A file on the list.

    Attributes:
        sight: what it is, None until it has been looked at.
        password: opens it; lives as long as the list and is not written anywhere.
        mapping: the meaning of its columns, agreed to by the owner or remembered from an earlier table.
    """

    path: Path
    sight: Inspection | None = None
    password: str = field(default="", repr=False)
    mapping: ColumnMapping | None = None

    @property
    def need(self) -> Need:
        """What it still needs."""
        sight = self.sight
        if sight is None:
            return Need.LOOKING
        if sight.refusal is not None:
            if sight.refusal.message_id in _PASSWORD:
                return Need.PASSWORD
            return Need.COLUMNS if sight.maybe_table and self.mapping is None else Need.OTHER_FILE
        return Need.COLUMNS if sight.format == UNMARKED and self.mapping is None else Need.NOTHING

    @property
    def wrong_password(self) -> bool:
        """Whether a password was tried that does not fit."""
        refusal = None if self.sight is None else self.sight.refusal
        return refusal is not None and refusal.message_id == "statement.password_wrong"

    def afresh(self, *, password: str | None = None, mapping: ColumnMapping | None = None) -> "ChosenFile":
        """Return the file to be looked at once more, with what the owner has said about it."""
        return replace(
            self,
            sight=None,
            password=self.password if password is None else password,
            mapping=mapping or self.mapping,
        )


@dataclass(frozen=True, slots=True)
class TableColumns:
    """The head of a table with the verbs about the meaning of its columns."""

    path: Path
    head: Head
    header: int
    vocabulary: Vocabulary
    password: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """What the file is called."""
        return self.path.name

    def guess(self, header: int) -> ColumnMapping:
        """Guess the meanings below a header line."""
        return guess_columns(self.head, header, self.vocabulary)

    def named(self, header: int) -> tuple[tuple[str, str], ...]:
        """Return the columns as (comparable name, name as it stands)."""
        return named_columns(self.head, header)

    def samples(self, header: int) -> dict[str, tuple[str, ...]]:
        """Return the first different texts of each column by comparable name."""
        return column_samples(self.head, header, _EXAMPLES)

    def understood(self, mapping: ColumnMapping) -> tuple[Transaction | Problem, ...]:
        """Return how the first rows would be read."""
        return understood(self.path, vocabulary=self.vocabulary, mapping=mapping, password=self.password or None)


def open_columns(chosen: ChosenFile, vocabulary: Vocabulary) -> TableColumns:
    """Return the head of a chosen table: as it was found when the file was looked at, or read now.

    Raises:
        BadInputError: the refusals of a file as a whole.
    """
    found = None if chosen.sight is None else chosen.sight.head
    head = found or read_head(chosen.path, chosen.password or None, vocabulary.header_names)
    guessed = next(
        (row.number for row in head.rows if guess_columns(head, row.number, vocabulary).columns), head.likely_header
    )
    return TableColumns(chosen.path, head, guessed, vocabulary, chosen.password)
