"""Whether the entries of a PDF statement are all there: against its balances, its counts and its pages.

A PDF has no end of row, so an entry that was missed leaves no trace in the rows; its balance and its count do.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from pos_closeout.domain.bills.transactions import Direction, Problem, RowSource, Transaction, page_part
from pos_closeout.domain.money import format_yuan
from pos_closeout.statements.cells import plain, read_fen
from pos_closeout.statements.pdf_part import Paged
from pos_closeout.statements.recognising import Recognised
from pos_closeout.statements.vocabulary import Vocabulary

_MONEY = r"\D{0,8}?(-?[\d,]+\.\d{2})(?!\d)"
_OPENING = re.compile(r"(?:期初|上期|承前|上页)(?:账户)?余额" + _MONEY)
_CLOSING = re.compile(r"(?:期末|本期末)(?:账户)?余额" + _MONEY)


class _Entry(NamedTuple):
    source: RowSource
    signed_fen: int
    known_side: bool
    balance_fen: int
    account: str


class PageChecks:
    """Takes the entries of one table in order and says what does not agree.

    Args:
        paged: what is known of the pages.
        part: name of the part.
        sha256: hash of the file.
        balance_at: place of the column with the balance, None without one.
        account_at: place of a column with the owner's own account, None without one.
        owed: the balance of a credit card may be what is owed, and grow with what is spent.
    """

    def __init__(
        self,
        paged: Paged,
        part: str,
        sha256: str,
        *,
        balance_at: int | None,
        account_at: int | None = None,
        owed: bool = False,
    ) -> None:
        self._paged, self._part, self._sha256 = paged, part, sha256
        self._balance_at, self._account_at = balance_at, account_at
        self._senses = (1, -1) if owed else (1,)
        self._entries: list[_Entry] = []
        self._rows = 0
        self._sides = {Direction.IN: 0, Direction.OUT: 0, Direction.NEUTRAL: 0}

    @property
    def announced(self) -> int | None:
        """How many entries the document says it has, as far as it says one number."""
        counts = self._paged.counts
        return None if not counts else self._rows if self._counts_agree() else max(counts)

    def add(self, line: Transaction) -> None:
        """Take an entry that became a transaction."""
        self._rows += 1
        self._sides[line.direction] += 1
        balance = self._cell(line, self._balance_at)
        fen = read_fen(balance)
        if fen is None:
            return
        signed = -line.amount_fen if line.direction is Direction.OUT else line.amount_fen
        account = f"{line.currency} {self._cell(line, self._account_at)}"
        self._entries.append(_Entry(line.source, signed, line.direction is not Direction.NEUTRAL, fen, account))

    @staticmethod
    def _cell(line: Transaction, at: int | None) -> str:
        return plain(line.raw[at]) if at is not None and at < len(line.raw) else ""

    def problems(self) -> Iterator[Problem]:
        """Yield what does not agree, in the order of the pages; problems of the whole document stand at row 0."""
        paged = self._paged
        if paged.damaged:
            yield self._whole("pdf.damaged")
        if paged.missing_pages:
            yield self._whole("pdf.pages_missing", str(paged.missing_pages))
        for page in paged.empty_pages:
            yield Problem(
                RowSource(self._sha256, page_part(self._part, page), 0), "", "pdf.page_without_rows", str(page)
            )
        yield from self._breaks()
        if paged.counts and not self._counts_agree():
            yield self._whole("pdf.count_differs", f"{max(paged.counts)} ≠ {self._rows}")
        told = {self._rows, self._sides[Direction.IN], self._sides[Direction.OUT]}
        for count in sorted(paged.side_counts - told):
            yield self._whole("pdf.count_differs", f"{count} ≠ {self._rows}")

    def _whole(self, reason: str, text: str = "") -> Problem:
        return Problem(RowSource(self._sha256, self._part, 0), "", reason, text)

    def _counts_agree(self) -> bool:
        counts = self._paged.counts
        return self._rows in counts or self._rows == sum(counts)

    def _breaks(self) -> Iterator[Problem]:
        chains: dict[str, list[_Entry]] = {}
        for entry in self._entries:
            chains.setdefault(entry.account, []).append(entry)
        for chain in chains.values():
            breaks, newest_first = _breaks_of(chain, self._senses)
            for entry, expected in breaks:
                yield Problem(entry.source, "", "pdf.balance_breaks", f"{_yuan(expected)} ≠ {_yuan(entry.balance_fen)}")
            if len(chains) == 1:
                yield from self._ends(chain, newest_first=newest_first)

    def _ends(self, chain: list[_Entry], *, newest_first: bool) -> Iterator[Problem]:
        """Compare the first and the last balance with the ones the document names beside its table."""
        first, last = (chain[-1], chain[0]) if newest_first else (chain[0], chain[-1])
        opening, closing = self._named(_OPENING), self._named(_CLOSING)
        if opening is not None and first.known_side and abs(opening + first.signed_fen - first.balance_fen) > 0:
            found = f"{_yuan(opening + first.signed_fen)} ≠ {_yuan(first.balance_fen)}"
            yield Problem(first.source, "", "pdf.balance_breaks", found)
        if closing is not None and closing != last.balance_fen:
            yield Problem(last.source, "", "pdf.balance_breaks", f"{_yuan(closing)} ≠ {_yuan(last.balance_fen)}")

    def _named(self, pattern: re.Pattern[str]) -> int | None:
        """Return the one amount of this name, in fen; None where there is none or more than one."""
        found = {read_fen(each[1]) for note in self._paged.notes for each in pattern.finditer(note)}
        return found.pop() if len(found) == 1 else None


def checks_of(recognised: Recognised, vocabulary: Vocabulary, sha256: str) -> PageChecks | None:
    """Return the checks for a table on pages, None for any other."""
    part, table = recognised
    if part.paged is None:
        return None
    return PageChecks(
        part.paged,
        part.name,
        sha256,
        balance_at=next((table.at[name] for name in vocabulary.balance_names if name in table.at), None),
        account_at=next((table.at[name] for name in vocabulary.own_account_names if name in table.at), None),
        owed=table.layout.positive is Direction.OUT,
    )


def _breaks_of(chain: list[_Entry], allowed: tuple[int, ...]) -> tuple[list[tuple[_Entry, int]], bool]:
    """Return the entries whose balance does not follow, with the balance that should stand there, and the order.

    Statements run from the oldest entry or from the newest: the order in which the fewest entries break is taken.
    """
    if len(chain) < 2:
        return [], False
    senses = [(_walk(chain[::-1] if newest else chain, sense), newest) for newest in (False, True) for sense in allowed]
    breaks, newest_first = min(senses, key=lambda each: len(each[0]))
    return breaks, newest_first


def _walk(chain: list[_Entry], sense: int) -> list[tuple[_Entry, int]]:
    breaks = []
    for before, entry in pairwise(chain):
        change = entry.balance_fen - before.balance_fen
        expected = sense * entry.signed_fen
        if change != expected and (entry.known_side or abs(change) != abs(expected)):
            breaks.append((entry, before.balance_fen + expected))
    return breaks


def _yuan(fen: int) -> str:
    return format_yuan(fen)
