"""What an import tells while it runs and when it is done."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pos_closeout.domain.bills.bills import Bill, KeptProposal, is_cut
from pos_closeout.domain.errors import BadInputError
from pos_closeout.statements.mapping import ColumnMapping

if TYPE_CHECKING:
    # The window knows these reports long before it reads a bill.
    from pos_closeout.actions.isolated.readings import IsolatedReading


class ImportProgress(NamedTuple):
    """How far an import is.

    ``name`` of the file in work, which is number ``file`` (from 1) of ``files``; ``rows`` read so far in all files;
    ``done`` and ``total`` in bytes of all files, for the bar and the time left.
    """

    name: str
    file: int
    files: int
    rows: int
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file.

    Attributes:
        refusal: why nothing of the file was imported, None when it was. ``statement.password_needed`` and
            ``statement.password_wrong`` ask for another try with a password.
        bill_id: the bill in the store, None for a refused file.
        imported_before: whether this very file was in the case already; nothing was done then.
        sha256, format, encoding, rows, problems, footer, announced_rows: as in ``Bill``.
        new: lines the case did not have; ``known`` those it had from other files.
        proposals: what is newly proposed, waiting for the owner.
        mapping: the meaning of the columns an unknown table was read with.
    """

    path: Path
    refusal: BadInputError | None = None
    bill_id: int | None = None
    imported_before: bool = False
    sha256: str = ""
    format: str = "unknown"
    encoding: str = ""
    rows: int = 0
    new: int = 0
    known: int = 0
    problems: int = 0
    footer: str = "none"
    announced_rows: int | None = None
    proposals: tuple[KeptProposal, ...] = ()
    mapping: ColumnMapping | None = None

    @property
    def cut(self) -> bool:
        """Whether the file says itself that something is missing."""
        return is_cut(self.footer, self.rows, self.announced_rows)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import brought.

    Attributes:
        files: one report for each file, in the order they were given.
        settled: proposals that nobody had decided on and that the new bills show as finished.
        may_be_cleared: accepted proposals whose money the new bills show as through; the open items are left as they
            are, for the owner to clear.
    """

    files: tuple[FileReport, ...]
    settled: tuple[KeptProposal, ...]
    may_be_cleared: tuple[KeptProposal, ...]


def imported(reading: "IsolatedReading", bill: Bill) -> FileReport:
    """Report a bill that has just been read."""
    return FileReport(
        path=reading.path,
        bill_id=bill.id,
        sha256=bill.sha256,
        format=bill.format,
        encoding=bill.encoding,
        rows=bill.rows,
        new=bill.rows - bill.known,
        known=bill.known,
        problems=bill.problems,
        footer=bill.footer,
        announced_rows=bill.announced_rows,
        mapping=reading.mapping,
    )


def imported_before(reading: "IsolatedReading", bill: Bill | None) -> FileReport:
    """Report a file that the case has already; ``bill`` is None when it was taken back meanwhile."""
    if bill is None:
        return FileReport(reading.path, imported_before=True, sha256=reading.sha256)
    return FileReport(
        path=reading.path,
        bill_id=bill.id,
        imported_before=True,
        sha256=bill.sha256,
        format=bill.format,
        encoding=bill.encoding,
        rows=bill.rows,
        known=bill.rows,
        problems=bill.problems,
        footer=bill.footer,
        announced_rows=bill.announced_rows,
        mapping=reading.mapping,
    )
