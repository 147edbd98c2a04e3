"""Names that earlier versions gave to lines, renewed by the rules of this one: the next bill finds them again."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from pos_closeout.domain.bills.transactions import REFERENCE, IdentityParts, identity, is_strong, reference_number
from pos_closeout.store.database import Database

_KNOWN = "SELECT 1 FROM bill_lines WHERE identity = ? AND case_id = ?"
_OLD = (
    "SELECT id, identity, at, amount_fen, order_number, refund_number, merchant_refund FROM bill_lines "
    "WHERE case_id = ? AND identity >= ? AND identity < ? AND damaged = 0"
)
_TABLES = (
    "SELECT DISTINCT substr(identity, 1, instr(identity, ':') - 1) FROM bill_lines "
    "WHERE identity >= 'table-' AND identity < 'table.' AND case_id = ?"
)


def renew_names(database: Database, case_id: int, families: Mapping[str, bool]) -> int:
    """Give the lines of a case the names that the readers of this version give them; return how many were renamed.

    Of tables without a layout only refunds are among them: for the others see ``bill_overlaps``.

    Args:
        database: with the right to import.
        case_id: the case.
        families: the families whose refunds carry the number of their order, and whether they are bills of sales, whose
            short numbers are the references of card payments.
    """
    renamed = 0
    tables = [str(row[0]) for row in database.rows(_TABLES, (case_id,))]
    with database.writing():
        for family, sales, first, last in (*_ranges(families), *map(_of_table, tables)):
            for row in database.rows(_OLD, (case_id, first, last)):
                parts = _parts(family, [str(cell) for cell in row], sales=sales)
                if parts is not None:
                    renamed += _rename(database, case_id, int(row[0] or 0), str(row[1]), parts)
    return renamed


def _ranges(families: Mapping[str, bool]) -> Iterator[tuple[str, bool, str, str]]:
    for family, sales in families.items():
        yield family, sales, f"{family}:r:", f"{family}:r:~"
        if sales:
            # The names of lines without a long number begin with a tilde.
            yield from ((family, sales, f"{family}:{side}:~", f"{family}:{side}:\x7f") for side in "pr")


def _of_table(family: str) -> tuple[str, bool, str, str]:
    """Return the refunds of a table of sales; only such a one names lines by references."""
    return family, True, f"{family}:r:{REFERENCE}", f"{family}:r:{REFERENCE}~"


def _parts(family: str, cells: list[str], *, sales: bool) -> IdentityParts | None:
    """Return what a line is told apart by, None for a line whose name follows the rules of every version."""
    _, name, at, fen, order, *own = cells
    refund = name.startswith(f"{family}:r:")
    mine = next((number for number in own if number), "") if refund else order
    number = reference_number(mine or order) if sales else mine or order
    shared = refund and not mine
    if not is_strong(number) or not (shared or number != (mine or order)):
        return None
    parts = IdentityParts(family, number, refund, int(fen), datetime.fromisoformat(at), "", shared)
    bare = identity(parts)
    return None if name == bare or name.startswith(f"{bare}:") else parts


def _rename(database: Database, case_id: int, line: int, old: str, parts: IdentityParts) -> bool:
    count = 0
    while database.rows(_KNOWN, (identity(parts, count), case_id)):
        count += 1
        if not parts.shared:
            # The case has the line under its new name already.
            return False
    database.run("UPDATE bill_lines SET identity = ? WHERE id = ?", (identity(parts, count), line))
    database.run(
        "UPDATE OR IGNORE proposals SET identity = ? WHERE case_id = ? AND identity = ?",
        (identity(parts, count), case_id, old),
    )
    return True
