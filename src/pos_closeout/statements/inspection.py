"""What a file holds, as plain data for ``inspect``: nothing is stored."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pos_closeout.domain.bills.bills import is_cut
from pos_closeout.domain.bills.line_states import goes_back, moves_money
from pos_closeout.domain.bills.proposals import propose
from pos_closeout.domain.bills.transactions import (
    OPEN_STATES,
    Direction,
    Kind,
    Problem,
    RowSource,
    Transaction,
    TransactionState,
)
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.statements.mapping import ColumnMapping
from pos_closeout.statements.reading import Cancelled, OnProgress, Reading, read
from pos_closeout.statements.vocabulary import Vocabulary


def inspect_file(
    path: Path,
    *,
    vocabulary: Vocabulary,
    today: date,
    password: str | None = None,
    mapping: ColumnMapping | None = None,
    on_progress: OnProgress | None = None,
    cancelled: Cancelled | None = None,
) -> dict[str, Any]:
    """Read a file and return one entry of the ``files`` list; amounts in fen, rows from 1.

    Beside the figures every entry has, ``announced_rows`` is the number of rows the file itself promises (None: none),
    ``cut`` whether its own totals or count say that something is missing, and ``refunded_fen`` what went back of the
    expenses, for platforms that write a refund into the line of its order. What stands in a PDF has its ``page`` beside
    the row, and a problem of the pages the ``text`` of what differs. Failed and closed lines are in no sum; a refund
    that stands in the line of a sale counts as money out. ``unrecognised`` counts the words nobody knows, ``notes``
    names rows with ``withdraw_again``: a withdrawal that failed and left the money where it was.
    A file that is refused as a whole is an entry too, with format ``unknown``, the refusal as its only problem, and
    ``refused`` with its id and facts (None for a file that was read).

    Raises:
        CloseoutError: ``statement.cancelled``, ``statement.password_needed`` and ``statement.password_wrong``.
    """
    reading = read(
        path,
        vocabulary=vocabulary,
        password=password,
        mapping=mapping,
        on_progress=on_progress,
        cancelled=cancelled,
    )
    tally, refused = _Tally(), None
    try:
        for item in reading:
            tally.take(item)
    except CloseoutError as error:
        if error.message_id in FOR_THE_CALLER:
            raise
        tally.problems.append({"row": 0, "column": "", "reason": str(error)})
        refused = {"error": error.message_id, **error.facts}
    proposals = [
        {
            "kind": str(proposal.kind),
            "amount_fen": proposal.amount_fen,
            "row": proposal.source.row,
            "reason": f"{proposal.reason}: {proposal.word}" if proposal.word else str(proposal.reason),
            **_page(proposal.source),
        }
        for proposal in propose(tally.open_lines, today)
    ]
    return {**_head(reading), **tally.figures(), "proposals": proposals, "problems": tally.problems, "refused": refused}


def refused_entry(path: Path, error: CloseoutError) -> dict[str, Any]:
    """Return the entry of a file that could not be read at all."""
    return {
        "path": str(path),
        "sha256": "",
        "format": "unknown",
        "encoding": "",
        "rows": 0,
        "announced_rows": None,
        "footer": "none",
        "cut": False,
        **_Tally().figures(),
        "proposals": [],
        "problems": [{"row": 0, "column": "", "reason": str(error)}],
        "refused": {"error": error.message_id, **error.facts},
    }


FOR_THE_CALLER = frozenset({"statement.cancelled", "statement.password_needed", "statement.password_wrong"})


def _head(reading: Reading) -> dict[str, Any]:
    return {
        "path": str(reading.path),
        "sha256": reading.sha256,
        "format": reading.format or "unknown",
        "encoding": reading.encoding,
        "rows": reading.rows,
        "announced_rows": reading.announced_rows,
        "footer": str(reading.footer),
        "cut": is_cut(str(reading.footer), reading.rows, reading.announced_rows),
    }


def _page(source: RowSource) -> dict[str, Any]:
    """Return the page of a PDF; nothing for all other files."""
    return {"page": source.page} if source.page else {}


class _Tally:
    """Counts and sums of one file; keeps only lines that leave money open."""

    def __init__(self) -> None:
        self.status: Counter[str] = Counter()
        self.sums: Counter[Direction] = Counter()
        self.refunded_fen = 0
        self.open_lines: list[Transaction] = []
        self.problems: list[dict[str, Any]] = []
        self.unrecognised: Counter[str] = Counter()
        self.notes: list[dict[str, Any]] = []

    def take(self, item: Transaction | Problem) -> None:
        if isinstance(item, Problem):
            told = {"row": item.source.row, "column": item.column, "reason": item.reason}
            more = {"text": item.text} if item.reason.startswith("pdf.") else {}
            self.problems.append({**told, **_page(item.source), **more})
            return
        self.status.update(text for text in _words(item) if text)
        if item.state is TransactionState.UNKNOWN:
            self.unrecognised[item.more_status or item.status] += 1
        if item.kind is Kind.WITHDRAWAL and item.state is TransactionState.CLOSED:
            self.notes.append({"row": item.source.row, "note": "withdraw_again", "amount_fen": item.amount_fen})
        if item.currency == "CNY" and moves_money(item.kind, item.state):
            self.sums[item.direction] += item.amount_fen
            self.sums[Direction.OUT] += goes_back(item.kind, item.state, item.refunded_fen)
            if item.state is TransactionState.PART_REFUNDED and item.direction is Direction.OUT:
                self.refunded_fen += item.refunded_fen
        if item.state in OPEN_STATES:
            self.open_lines.append(item)

    def figures(self) -> dict[str, Any]:
        return {
            "status": dict(self.status.most_common()),
            "income_fen": self.sums[Direction.IN],
            "expense_fen": self.sums[Direction.OUT],
            "refunded_fen": self.refunded_fen,
            "unrecognised": dict(self.unrecognised.most_common()),
            "notes": self.notes,
        }


def _words(item: Transaction) -> Iterator[str]:
    yield item.status
    yield item.more_status
