"""What is found in files as plain JSON, and the same built again from it, checked value by value.

Every ``…_from`` raises what ``frames.checked`` turns into a ``FrameError`` when a value is not what it should be.
"""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pos_closeout.actions.isolated.frames import text_of, texts_of, whole
from pos_closeout.domain.bills.coverage import Period
from pos_closeout.domain.bills.transactions import (
    OPEN_STATES,
    BillChannel,
    Direction,
    Ids,
    Kind,
    Problem,
    RowSource,
    Transaction,
    TransactionState,
)
from pos_closeout.domain.case.address_book import AddressBook, Contact, ContactProblem
from pos_closeout.domain.errors import BadInputError, CloseoutError
from pos_closeout.domain.file_limits import MAX_FAULTS
from pos_closeout.evidence.bundle import CheckedBundle
from pos_closeout.evidence.checking import BagFault, Fault
from pos_closeout.statements.inspecting import Inspection
from pos_closeout.statements.mapping import ColumnMapping
from pos_closeout.statements.preview import Head, HeadRow


def mapping_to(mapping: ColumnMapping | None) -> Any:
    """Return the meaning of columns as JSON."""
    if mapping is None:
        return None
    return [mapping.key, mapping.columns, mapping.positive.value, mapping.unit, mapping.channel.value, mapping.name]


def mapping_from(told: Any) -> ColumnMapping | None:
    """Return the meaning of columns."""
    if told is None:
        return None
    key, columns, positive, unit, channel, name = told
    named = {text_of(role): text_of(name) for role, name in columns.items()}
    return ColumnMapping(text_of(key), named, Direction(positive), text_of(unit), BillChannel(channel), text_of(name))


def error_to(error: CloseoutError) -> dict[str, Any]:
    """Return a refusal as JSON."""
    return {"kind": type(error).__name__, "id": error.message_id, "facts": error.facts}


def _error_from(told: Any) -> CloseoutError:
    facts = {text_of(name): fact if isinstance(fact, str) else whole(fact) for name, fact in told["facts"].items()}
    kind = BadInputError if told["kind"] == "BadInputError" else CloseoutError
    return kind(text_of(told["id"]), **facts)


def inspection_to(sight: Inspection) -> Any:
    """Return what a file turned out to be as JSON."""
    return [
        sight.format,
        [sight.rows, sight.income_fen, sight.expense_fen, sight.problems, sight.destroyed],
        [_day_to(sight.first), _day_to(sight.last)],
        sight.footer,
        sight.announced_rows,
        mapping_to(sight.mapping),
        None if sight.refusal is None else error_to(sight.refusal),
        sight.maybe_table,
        sight.head,
    ]


def inspection_from(told: Any, path: Path) -> Inspection:
    """Return what a file turned out to be."""
    kind, numbers, days, footer, announced, mapping, refusal, maybe, head = told
    rows, income, expense, problems, destroyed = map(whole, numbers)
    first, last = map(_day_from, days)
    return Inspection(
        path,
        text_of(kind),
        rows,
        income,
        expense,
        first,
        last,
        problems,
        destroyed,
        text_of(footer),
        None if announced is None else whole(announced),
        mapping_from(mapping),
        None if refusal is None else _error_from(refusal),
        maybe is True,
        None if head is None else head_from(head),
    )


def head_from(told: Any) -> Head:
    """Return the beginning of a table."""
    rows, likely = told
    return Head(tuple(HeadRow(whole(number), tuple(texts_of(cells))) for number, cells in rows), whole(likely))


def line_to(line: Transaction, *, raw: bool = False) -> Any:
    """Return a line as JSON; with its whole row only where it leaves money open, or where asked for."""
    return [
        [line.source.part, line.source.row, line.platform, line.when.isoformat()],
        [line.kind.value, line.direction.value, line.state.value, line.channel.value],
        [line.amount_fen, line.fee_fen, line.refunded_fen],
        [line.status, line.more_status, line.counterparty, line.summary, line.identity, line.currency, line.words],
        line.ids,
        line.raw if raw or line.state in OPEN_STATES else [],
        line.damaged,
    ]


def line_from(told: Any, sha256: str) -> Transaction:
    """Return a line of the file with this hash."""
    (part, row, platform, when), (kind, direction, state, channel), fens, texts, ids, raw, damaged = told
    amount, fee, refunded = map(whole, fens)
    status, more, who, what, identity, currency, words = texts_of(texts)
    return Transaction(
        source=RowSource(sha256, text_of(part), whole(row)),
        platform=text_of(platform),
        when=datetime.fromisoformat(when),
        kind=Kind(kind),
        direction=Direction(direction),
        amount_fen=amount,
        fee_fen=fee,
        refunded_fen=refunded,
        state=TransactionState(state),
        status=status,
        more_status=more,
        channel=BillChannel(channel),
        ids=Ids(*texts_of(ids)),
        counterparty=who,
        summary=what,
        raw=tuple(texts_of(raw)),
        identity=identity,
        currency=currency,
        damaged=damaged is True,
        words=words,
    )


def problem_to(problem: Problem) -> Any:
    """Return a problem as JSON."""
    return [problem.source.part, problem.source.row, problem.column, problem.reason, problem.text, problem.raw]


def problem_from(told: Any, sha256: str) -> Problem:
    """Return a problem of the file with this hash."""
    part, row, column, reason, text, raw = told
    source = RowSource(sha256, text_of(part), whole(row))
    return Problem(source, text_of(column), text_of(reason), text_of(text), tuple(texts_of(raw)))


def period_to(period: Period) -> Any:
    """Return covered days as JSON."""
    return [period.channel.value, period.source, _day_to(period.first), _day_to(period.last), period.keep_months]


def periods_from(told: Any) -> list[Period]:
    """Return covered days."""
    return [
        Period(
            BillChannel(channel),
            text_of(source),
            date.fromisoformat(first),
            date.fromisoformat(last),
            None if keep is None else whole(keep),
        )
        for channel, source, first, last, keep in told
    ]


def book_to(book: AddressBook) -> Any:
    """Return people as JSON."""
    return [book.contacts, book.problems]


def book_from(told: Any) -> AddressBook:
    """Return people."""
    contacts, problems = told
    return AddressBook(
        tuple(Contact(text_of(name), text_of(phone), text_of(mail), whole(row)) for name, phone, mail, row in contacts),
        tuple(ContactProblem(whole(row), text_of(reason), text_of(text)) for row, reason, text in problems),
    )


def some_lines_to(items: Sequence[Transaction | Problem]) -> Any:
    """Return lines and problems with their whole rows as JSON; the hash of the file comes first."""
    sha256 = next((item.source.file_sha256 for item in items), "")
    said = [
        ["problem", problem_to(item)] if isinstance(item, Problem) else ["line", line_to(item, raw=True)]
        for item in items
    ]
    return [sha256, said]


def some_lines_from(told: Any) -> tuple[Transaction | Problem, ...]:
    """Return lines and problems."""
    sha256, said = told
    return tuple(
        problem_from(each, text_of(sha256)) if kind == "problem" else line_from(each, text_of(sha256))
        for kind, each in said
    )


def bundle_to(checked: CheckedBundle) -> Any:
    """Return what reading a bundle back has shown as JSON; of very many faults the first."""
    return [checked.id, checked.files, [[each.fault.value, each.path] for each in checked.faults[:MAX_FAULTS]]]


def bundle_from(told: Any) -> CheckedBundle:
    """Return what reading a bundle back has shown."""
    identity, files, faults = told
    return CheckedBundle(
        text_of(identity), whole(files), tuple(BagFault(Fault(fault), text_of(path)) for fault, path in faults)
    )


def _day_to(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day_from(told: Any) -> date | None:
    return None if told is None else date.fromisoformat(told)
