"""The people in a table (CSV, XLS, XLSX) or a file of vCards, whatever program wrote it."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

from pos_closeout.domain.case.address_book import AddressBook, Contact, ContactProblem
from pos_closeout.domain.case.identifiers import VerdictKind, check_email
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_CARDS_BYTES, MAX_CONTACTS
from pos_closeout.statements.cards import is_cards, read_cards
from pos_closeout.statements.cells import column_name, is_damaged_number, plain
from pos_closeout.statements.detect import first_rows
from pos_closeout.statements.parts import WORKBOOK_ENCODING, Part, open_parts
from pos_closeout.statements.rows import Row

_HEADER_ROWS = 20
_LONGEST = 200
_PHONE = re.compile(r"\+?[\d ()-]{5,24}(?:\s*(?:ext\.?|转|-)\s*\d{1,6})?")
_FEWEST_DIGITS = 5
_LONGEST_MAIL = 254

Columns = dict[str, tuple[str, ...]]
"""The names of each role's columns in their comparable form, best first."""


def load_columns(folder: Path) -> Columns:
    """Return how columns may be called, from ``columns.toml`` in a folder."""
    told = tomllib.loads((folder / "columns.toml").read_text(encoding="utf-8"))["columns"]
    return {role: tuple(map(column_name, names)) for role, names in told.items()}


def read_address_book(path: Path, columns: Columns) -> AddressBook:
    """Read the people in a file.

    Raises:
        BadInputError: ``contacts.none_found`` when it holds nobody, ``contacts.unreadable`` when it is no such file.
    """
    try:
        with ExitStack() as stack:
            parts = open_parts(path, None, lambda _: None, stack).parts
            found = _cards(path, parts[0]) or next(filter(None, (_table(part, columns) for part in parts)), [])
    except BadInputError as error:
        raise BadInputError("contacts.unreadable", name=path.name) from error
    except OSError as error:
        raise BadInputError("contacts.unreadable", name=path.name) from error
    book = _checked(found[:MAX_CONTACTS])
    if not book.contacts:
        raise BadInputError("contacts.none_found", name=path.name)
    if len(found) <= MAX_CONTACTS:
        return book
    more = ContactProblem(found[MAX_CONTACTS].row, "contact.too_many", str(MAX_CONTACTS))
    return AddressBook(book.contacts, (*book.problems, more))


def _cards(path: Path, part: Part) -> list[Contact]:
    if part.name or part.encoding == WORKBOOK_ENCODING or path.stat().st_size > MAX_CARDS_BYTES:
        return []
    text = path.read_text(encoding=part.encoding, errors="replace")
    return list(islice(read_cards(text), MAX_CONTACTS + 1)) if is_cards(text) else []


def _table(part: Part, columns: Columns) -> list[Contact]:
    """Read a table with the separator that shows the names of its columns, or else the first that shows anybody."""
    guessed: list[Contact] = []
    for delimiter in part.delimiters:
        rows = first_rows(part, delimiter, MAX_CONTACTS + _HEADER_ROWS)
        for at, row in enumerate(rows[:_HEADER_ROWS]):
            places = _places(row.cells, columns)
            if places:
                return [each for each in (_placed(row, places) for row in rows[at + 1 :]) if any(each[:3])]
        guessed = guessed or [each for each in map(_guessed, rows) if each.phone or each.email]
    return guessed


def _places(cells: Sequence[str], columns: Columns) -> dict[str, list[int]]:
    """Return where each role stands, best first; nothing unless there is a name and a way to reach somebody."""
    names = [column_name(cell) for cell in cells]
    places = {role: [names.index(name) for name in known if name in names] for role, known in columns.items()}
    named = any(places[role] for role in ("name", "first", "last", "company"))
    return places if named and (places["phone"] or places["email"]) else {}


def _placed(row: Row, places: dict[str, list[int]]) -> Contact:
    def first(role: str) -> str:
        return next(filter(None, (plain(row.cells[at]) for at in places[role] if at < len(row.cells))), "")

    family, given = first("last"), first("first")
    joined = f"{given} {family}" if (family + given).isascii() else f"{family}{given}"
    name = first("name") or joined.strip() or first("company")
    return Contact(name, first("phone"), first("email"), row.number)


def _guessed(row: Row) -> Contact:
    """Read a row of a table without names: what looks like a phone, an address, and the first text that is neither."""
    cells = [plain(cell) for cell in row.cells]
    phone = next(filter(_is_phone, cells), "")
    email = next(filter(_is_mail, cells), "")
    name = next((cell for cell in cells if cell and cell not in {phone, email} and not cell[0].isdecimal()), "")
    return Contact(name, phone, email, row.number)


def _checked(found: Iterable[Contact]) -> AddressBook:
    contacts, problems = [], []
    for each in found:
        wrong = list(_wrong(each))
        problems += wrong
        reasons = {problem.reason for problem in wrong}
        kept = each._replace(
            name=each.name[:_LONGEST],
            phone="" if reasons & {"contact.phone", "contact.damaged_number"} else _bare(each.phone),
            email="" if "contact.email" in reasons else each.email,
        )
        if kept.name or kept.phone or kept.email:
            contacts.append(kept)
    return AddressBook(tuple(contacts), tuple(problems))


def _wrong(contact: Contact) -> Iterator[ContactProblem]:
    if is_damaged_number(contact.phone):
        yield ContactProblem(contact.row, "contact.damaged_number", contact.phone)
    elif contact.phone and not _is_phone(_bare(contact.phone)):
        yield ContactProblem(contact.row, "contact.phone", contact.phone[:40])
    if contact.email and not _is_mail(contact.email):
        yield ContactProblem(contact.row, "contact.email", contact.email[:40])


def _bare(phone: str) -> str:
    """Return a number without what spreadsheets add to it."""
    return phone.lstrip("'").removesuffix(".0").strip()


def _is_phone(text: str) -> bool:
    return _PHONE.fullmatch(text) is not None and sum(map(str.isdecimal, text)) >= _FEWEST_DIGITS


def _is_mail(text: str) -> bool:
    return len(text) <= _LONGEST_MAIL and check_email(text).kind is VerdictKind.OK
