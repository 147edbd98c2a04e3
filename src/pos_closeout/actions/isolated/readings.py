"""A bill on its way from the process that reads it to the one that stores it, many lines a message.

Regular lines travel column by column, all cells in one text: of a column whose cells are alike only one, and a column
that stands in several places once. A million lines then cost little more than reading them.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import accumulate, chain
from pathlib import Path
from typing import Any

from pos_closeout.actions.isolated.frames import FrameError, checked, text_of, texts_of, whole
from pos_closeout.actions.isolated.results import (
    line_from,
    line_to,
    mapping_from,
    mapping_to,
    period_to,
    periods_from,
    problem_from,
    problem_to,
)
from pos_closeout.domain.bills.coverage import Period
from pos_closeout.domain.bills.line_columns import LineColumns
from pos_closeout.domain.bills.transactions import BillChannel, Direction, Kind, Problem, Transaction, TransactionState
from pos_closeout.domain.errors import BadInputError
from pos_closeout.statements.mapping import ColumnMapping
from pos_closeout.statements.reading import Batch, Reading

_LINES = 256
"""Single lines that go together."""

_BETWEEN = "\x7f"
"""Stands between cells; lines with a cell that holds it travel one by one."""

_IDS = 6
_STAMP = 19


def say_reading(reading: Reading, say: Callable[[object], object], got_on: Callable[[], object]) -> None:
    """Read a bill to its end and say it; ``got_on`` is called with every batch.

    Raises:
        CloseoutError: the file is refused.
    """
    single: list[Transaction] = []

    def say_single() -> None:
        if single:
            say(["lines", [line_to(line) for line in single]])
            single.clear()

    begun = False
    for batch in reading.batches():
        got_on()
        if not begun:
            begun = True
            say(["known", _known_to(reading)])
        if isinstance(batch, list):
            single += batch
            if len(single) >= _LINES:
                say_single()
            continue
        columns = None if isinstance(batch, Problem) else _columns_to(batch)
        if columns is None and isinstance(batch, LineColumns):
            single += batch.lines()
            continue
        say_single()
        say(["problem", problem_to(batch)] if isinstance(batch, Problem) else ["columns", columns])
    say_single()
    say(["known", _known_to(reading)])


class IsolatedReading:
    """A bill as it is told by the process that reads it; iterate ``batches`` once, then look at the attributes.

    The attributes are those of ``Reading``.
    """

    def __init__(self, path: Path, said: Iterator[Any]) -> None:
        self.path = path
        self._said = said
        self.sha256 = self.format = self.encoding = ""
        self.rows = self.repeated = 0
        self.footer = "none"
        self.announced_rows: int | None = None
        self.periods: list[Period] = []
        self.mapping: ColumnMapping | None = None

    def batches(self) -> Iterator[Batch]:
        """Yield the lines and problems in the order of the file.

        Raises:
            CloseoutError: the file is refused, or could not be read.
        """
        for kind, said in self._said:
            try:
                batch = checked(partial(self._batch, kind, said))
            except FrameError as error:
                raise BadInputError("file.reader_died", name=self.path.name) from error
            if batch is not None:
                yield batch

    def _batch(self, kind: object, said: Any) -> Batch | None:
        if kind == "columns":
            return _columns_from(said, self.sha256)
        if kind == "lines":
            return [line_from(each, self.sha256) for each in said]
        if kind == "problem":
            return problem_from(said, self.sha256)
        if kind != "known":
            raise ValueError(kind)
        self._know(said)
        return None

    def _know(self, said: Any) -> None:
        texts, numbers, announced, periods, mapping = said
        self.sha256, self.format, self.encoding, self.footer = texts_of(texts)
        self.rows, self.repeated = map(whole, numbers)
        self.announced_rows = None if announced is None else whole(announced)
        self.periods, self.mapping = periods_from(periods), mapping_from(mapping)


def _known_to(reading: Reading) -> Any:
    return [
        [reading.sha256, reading.format, reading.encoding, str(reading.footer)],
        [reading.rows, reading.repeated],
        reading.announced_rows,
        [period_to(each) for each in reading.periods],
        mapping_to(reading.mapping),
    ]


def _columns_to(lines: LineColumns) -> Any:
    """Return the message for some lines, None when a cell holds what stands between cells."""
    places: dict[int, int] = {}
    sent: list[Sequence[str]] = []

    def place(column: Sequence[str]) -> int:
        at = places.get(id(column))
        if at is None:
            at = places[id(column)] = len(sent)
            sent.append(column[:1] if all(map(column[0].__eq__, column)) else column)
        return at

    texts = (lines.at, lines.kinds, lines.directions, lines.states, lines.statuses, lines.more_statuses)
    more = (*lines.ids, lines.counterparties, lines.summaries, lines.identities)
    at = [place(column) for column in (*texts, *more)]
    lengths = list(map(len, sent))
    text = _BETWEEN.join(chain.from_iterable(sent))
    if text.count(_BETWEEN) != sum(lengths) - 1:
        return None
    open_rows = [[where, [column[where] for column in lines.raw]] for where in lines.open_places()]
    first, count = lines.rows[0], len(lines.rows)
    rows = first if lines.rows[-1] - first == count - 1 else list(lines.rows)
    numbers = [_alike(column) for column in (lines.amounts_fen, lines.fees_fen, lines.refunded_fen)]
    return [[lines.part, lines.platform, lines.channel.value], count, rows, numbers, lengths, text, at, open_rows]


def _alike(column: Sequence[int]) -> Any:
    first = column[0]
    return first if all(map(first.__eq__, column)) else list(column)


def _columns_from(told: Any, sha256: str) -> LineColumns:
    (part, platform, channel), count, rows, numbers, lengths, text, at, open_rows = told
    if not 0 < whole(count) <= 1 << 16:
        raise ValueError(count)
    columns = _cells(text_of(text), list(map(whole, lengths)), count)
    when, kinds, directions, states, *rest = (columns[whole(place)] for place in at)
    _check_words(kinds, directions, states, when)
    statuses, more, *ids, who, what, identities = rest
    if len(ids) != _IDS:
        raise ValueError(len(ids))
    amounts, fees, refunded = (_numbers(each, count) for each in numbers)
    raw = {whole(place): texts_of(cells) for place, cells in open_rows}
    width = max(map(len, raw.values()), default=0)
    return LineColumns(
        file_sha256=sha256,
        part=text_of(part),
        platform=text_of(platform),
        channel=BillChannel(channel),
        rows=range(whole(rows), rows + count) if isinstance(rows, int) else _numbers(rows, count),
        at=when,
        kinds=kinds,
        directions=directions,
        amounts_fen=amounts,
        fees_fen=fees,
        refunded_fen=refunded,
        states=states,
        statuses=statuses,
        more_statuses=more,
        ids=ids,
        counterparties=who,
        summaries=what,
        raw=[{place: cells[column] for place, cells in raw.items()} for column in range(width)],
        identities=identities,
    )


def _cells(text: str, lengths: Sequence[int], count: int) -> list[list[str]]:
    """Return the columns of a text; a column of one cell is one whose cells are all alike."""
    cells = text.split(_BETWEEN)
    if len(cells) != sum(lengths) or not set(lengths) <= {1, count}:
        raise ValueError(lengths)
    ends = list(accumulate(lengths))
    return [
        cells[end - length : end] if length == count else cells[end - 1 : end] * count
        for end, length in zip(ends, lengths, strict=True)
    ]


def _numbers(told: Any, count: int) -> Sequence[int]:
    if isinstance(told, list):
        if len(told) != count:
            raise ValueError(len(told))
        if set(map(type, told)) != {int}:
            raise TypeError
        whole(min(told))
        whole(max(told))
        return told
    return [whole(told)] * count


def _check_words(kinds: list[str], directions: list[str], states: list[str], when: list[str]) -> None:
    for choice, column in ((Kind, kinds), (Direction, directions), (TransactionState, states)):
        for word in set(column):
            choice(word)
    if set(map(len, when)) != {_STAMP} or {text[4:17:3] for text in when} != {"-- ::"}:
        raise ValueError
