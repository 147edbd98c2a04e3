"""Reading a chosen file from end to end: transactions and problems one by one, totals and periods when it is done."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import date, datetime
from functools import partial
from itertools import count, dropwhile, islice
from pathlib import Path
from typing import NamedTuple

from pos_closeout.domain.bills.coverage import Period
from pos_closeout.domain.bills.line_columns import LineColumns
from pos_closeout.domain.bills.transactions import DESTROYED, Problem, Transaction
from pos_closeout.domain.errors import BadInputError, CloseoutError
from pos_closeout.domain.file_limits import MAX_BLANK_ROWS, MAX_OTHER_ROWS, MAX_PROBLEMS
from pos_closeout.statements.cells import MoneyCells
from pos_closeout.statements.mapping import ColumnMapping
from pos_closeout.statements.merchant_block import BLOCK
from pos_closeout.statements.no_data import says_no_data
from pos_closeout.statements.page_checks import checks_of
from pos_closeout.statements.parts import Part, open_parts
from pos_closeout.statements.plain import PlainReader
from pos_closeout.statements.recognising import Recognised, by_header, recognise
from pos_closeout.statements.rows import Row
from pos_closeout.statements.table import StatementTable
from pos_closeout.statements.totals import Totals, Verdict
from pos_closeout.statements.vocabulary import Vocabulary
from pos_closeout.statements.wechat_merchant import TICK, WechatMerchantReader

STEP_ROWS = 2048
"""Rows between two reports of progress and two looks at Cancel."""


class Progress(NamedTuple):
    """How far a reading is: rows read, bytes of the file done (hashing is one half, reading the other) and in all."""

    rows: int
    done: int
    total: int


OnProgress = Callable[[Progress], None]
Cancelled = Callable[[], bool]
Batch = LineColumns | list[Transaction] | Problem


def read(
    path: Path,
    *,
    vocabulary: Vocabulary,
    password: str | None = None,
    mapping: ColumnMapping | None = None,
    remembered: Sequence[ColumnMapping] = (),
    on_progress: OnProgress | None = None,
    cancelled: Cancelled | None = None,
) -> "Reading":
    """Prepare the reading of a file; nothing is opened before the first item is asked for.

    Args:
        path: the file the owner chose, whatever its name.
        vocabulary: what is known about platforms.
        password: of an archive; used for this reading only.
        mapping: the confirmed meaning of the columns of an unknown table.
        remembered: what was confirmed for other headers; the one that fits the header is used.
        on_progress: told about every ``STEP_ROWS`` rows.
        cancelled: asked at the same pace; True stops with ``statement.cancelled``.
    """
    return Reading(
        path,
        vocabulary=vocabulary,
        password=password,
        mapping=mapping,
        remembered=remembered,
        on_progress=on_progress,
        cancelled=cancelled,
    )


class Reading:
    """One pass over a file: iterate it once, then look at its attributes.

    Attributes:
        sha256: hash of the chosen file, known from the first item on.
        format, encoding: of the first recognised table.
        rows: transactions yielded.
        repeated: rows of a further sheet that an earlier one already had.
        footer: whether promised totals agree with the rows.
        announced_rows: rows that the lines above the header promise, None where they promise none.
        periods: the days each table covers.
        mapping: what an unknown table was read with.
    """

    def __init__(
        self,
        path: Path,
        *,
        vocabulary: Vocabulary,
        password: str | None,
        mapping: ColumnMapping | None,
        remembered: Sequence[ColumnMapping],
        on_progress: OnProgress | None,
        cancelled: Cancelled | None,
    ) -> None:
        self.path = path
        self.sha256 = self.format = self.encoding = ""
        self.rows = self.repeated = 0
        self.footer = Verdict.NONE
        self.announced_rows: int | None = None
        self.periods: list[Period] = []
        self.mapping = mapping
        self._mappings = by_header(mapping, remembered)
        self._vocabulary, self._password = vocabulary, password
        self._on_progress, self._cancelled = on_progress, cancelled
        self._size = self._bytes = self._start = self._problems = self._others = self._blanks = 0

    def __iter__(self) -> Iterator[Transaction | Problem]:
        """Yield what every row turned into, in the order of the file; see ``batches``."""
        for batch in self.batches():
            if isinstance(batch, Problem):
                yield batch
            else:
                yield from batch.lines() if isinstance(batch, LineColumns) else batch

    def batches(self) -> Iterator[Batch]:
        """Yield the same in the same order, lines together that were read together, regular ones column by column.

        Raises:
            BadInputError: a refusal of the whole file, as one message id; ``statement.no_row_read`` at the end of a
                file all of whose rows failed.
            CloseoutError: ``statement.cancelled``.
        """
        with ExitStack() as stack:
            found = self._recognised(stack)
            first = found[0]
            self.format, self.encoding = first.table.layout.id, first.part.encoding
            self.mapping = first.table.mapping
            announced = [
                each.table.announced_rows
                for each in found
                if each.table.announced_rows is not None and each.part.paged is None
            ]
            self.announced_rows = sum(announced) if announced else None
            seen: set[str] | None = set() if len(found) > 1 else None
            for each in found:
                yield from self._part(each, seen)
            if self._problems and not self.rows and not self.repeated:
                raise BadInputError("statement.no_row_read", name=self.path.name, count=self._problems)
            self._report(self._size)

    def _recognised(self, stack: ExitStack) -> list[Recognised]:
        opened = None
        try:
            opened = open_parts(self.path, self._password, self.moved, stack, self._vocabulary.header_names)
            self.sha256, self._size = opened.sha256, opened.size
            self._start = self._bytes = opened.size // 2
            return recognise(self.path.name, opened.parts, self._vocabulary, self._mappings)
        except BadInputError as error:
            parts = opened.parts if opened else []
            if says_no_data(self.path, parts, error.message_id, self._vocabulary.no_data_words):
                raise BadInputError("statement.no_data", name=self.path.name) from error
            raise

    def _part(self, recognised: Recognised, seen: set[str] | None) -> Iterator[Batch]:
        """Read one table; ``seen`` holds the identities of the tables before it."""
        part, table = recognised
        money = MoneyCells()
        kind = WechatMerchantReader if table.layout.id == "wechat_merchant" else PlainReader
        reader = kind(table, self._vocabulary, money, self.sha256, part.name)
        totals, days = Totals(table, self._vocabulary, money), _Days()
        checks = checks_of(recognised, self._vocabulary, self.sha256)
        fresh: set[str] = set()
        new = partial(self._is_new, seen=seen, fresh=fresh)
        single = partial(self._single, reader=reader, part=part, totals=totals, days=days, new=new)
        if isinstance(reader, WechatMerchantReader) and _in_blocks(recognised) and seen is None:
            yield from self._in_blocks(recognised, reader, totals, days, single)
        else:
            rows = part.rows(table.delimiter, quotes=table.quotes)
            below = dropwhile(lambda row: row.number <= table.header_row, rows)
            while some := list(islice(below, BLOCK)):
                if some[-1].number % STEP_ROWS < BLOCK:
                    self._report(self._bytes)
                for item in single(some):
                    if checks is not None and isinstance(item, list):
                        checks.add(item[0])
                    yield item
        if isinstance(reader, PlainReader) and reader.unit_assumed:
            yield Problem(part.source(self.sha256, table.header_row), "", "amount.unit_assumed")
        if checks is not None:
            yield from map(self._problem, checks.problems())
            self._promise(checks.announced)
        if seen is not None:
            seen |= fresh
        self._close_part(table, totals, days)

    def _in_blocks(
        self,
        recognised: Recognised,
        reader: WechatMerchantReader,
        totals: Totals,
        days: "_Days",
        single: Callable[[Sequence[Row]], Iterator[Batch]],
    ) -> Iterator[Batch]:
        """Read many lines of text at a time, those of a block with one that is not regular one by one."""
        part, table = recognised
        number = 1
        for some in part.texts(BLOCK) if part.texts else ():
            texts = some[max(0, table.header_row - number + 1) :]
            number += len(some)
            first = number - len(texts)
            block = reader.read_block(first, texts) if texts else None
            if block is None:
                rows = (text.rstrip("\r\n").split(table.delimiter) for text in texts)
                yield from single(list(map(Row, count(first), rows)))
                continue
            totals.add_block(block.columns)
            days.add(block.first)
            days.add(block.last)
            self.rows += len(block.lines.rows)
            yield block.lines

    def _single(
        self,
        rows: Iterable[Row],
        reader: PlainReader | WechatMerchantReader,
        part: Part,
        *,
        totals: Totals,
        days: "_Days",
        new: Callable[[Transaction], bool],
    ) -> Iterator[Batch]:
        """Read rows one by one."""
        for row in rows:
            if not any(row.cells):
                self._note_blank()
                continue
            if part.undecodable and (at := _lost_cell(row)) is not None:
                yield self._problem(Problem(part.source(self.sha256, row.number), str(at), "text.undecodable"))
            item = reader.read(row)
            if item is not None and part.paged is not None:
                item = item._replace(source=part.source(self.sha256, row.number))
            if item is None:
                self._note_other()
                totals.take_footer(row)
            elif isinstance(item, Problem):
                yield self._problem(item)
            else:
                totals.add(item)
                days.add(item.when)
                if new(item):
                    self.rows += 1
                    if item.damaged:
                        yield self._problem(Problem(item.source, "", DESTROYED, item.ids.order))
                    yield [item]

    def _promise(self, count: int | None) -> None:
        if count is not None:
            self.announced_rows = (self.announced_rows or 0) + count

    def _is_new(self, item: Transaction, seen: set[str] | None, fresh: set[str]) -> bool:
        if seen is None:
            return True
        fresh.add(item.identity)
        new = item.identity not in seen
        self.repeated += not new
        return new

    def _note_blank(self) -> None:
        self._blanks += 1
        if self._blanks > MAX_BLANK_ROWS:
            raise BadInputError("statement.too_many_problems", name=self.path.name, limit=MAX_BLANK_ROWS)

    def _note_other(self) -> None:
        """Count a row that is no line; a bill has a few above its header and at its end."""
        self._others += 1
        if self._others > MAX_OTHER_ROWS:
            raise BadInputError("statement.too_many_problems", name=self.path.name, limit=MAX_OTHER_ROWS)

    def _problem(self, problem: Problem) -> Problem:
        self._problems += 1
        if self._problems > MAX_PROBLEMS:
            raise BadInputError("statement.too_many_problems", name=self.path.name, limit=MAX_PROBLEMS)
        return problem

    def _close_part(self, table: StatementTable, totals: Totals, days: "_Days") -> None:
        verdict = totals.verdict()
        if self.footer is not Verdict.DIFFERS and verdict is not Verdict.NONE:
            self.footer = verdict
        # The announced period only counts with rows or without any: a month without sales is covered as well.
        span = table.period or days.span()
        if span is not None:
            layout = table.layout
            self.periods.append(Period(layout.channel, layout.family, span[0], span[1], layout.keep_months))

    def moved(self, count: int) -> None:
        """Take the position in a text: hashing is the first half of the way, reading the second."""
        self._bytes = self._start + count // 2
        self._report(self._bytes)

    def _report(self, done: int) -> None:
        if self._cancelled is not None and self._cancelled():
            raise CloseoutError("statement.cancelled", name=self.path.name)
        if self._on_progress is not None:
            total = self._size or self.path.stat().st_size
            self._on_progress(Progress(self.rows, min(done, total), total))


class _Days:
    """First and last time seen."""

    def __init__(self) -> None:
        self._first: datetime | None = None
        self._last: datetime | None = None

    def add(self, when: datetime) -> None:
        if self._first is None or when < self._first:
            self._first = when
        if self._last is None or when > self._last:
            self._last = when

    def span(self) -> tuple[date, date] | None:
        return (self._first.date(), self._last.date()) if self._first and self._last else None


def _in_blocks(recognised: Recognised) -> bool:
    """Tell whether a merchant bill is text that a comma and a backtick part, line by line."""
    part, table = recognised
    return part.texts is not None and not part.undecodable and not table.quotes and table.delimiter == f",{TICK}"


def _lost_cell(row: Row) -> int | None:
    return next((at for at, cell in enumerate(row.cells, 1) if "\ufffd" in cell), None)
