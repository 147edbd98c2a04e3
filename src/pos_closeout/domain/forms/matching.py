"""Says for every place of a form what is written there, what is proposed, and what is left to the owner's pen.

A wrong entry is worse than ten empty ones: whatever is not certain is a proposal, which nobody writes before a click.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from pos_closeout.domain.forms.form import TICK, Cell, Entry, Form, Line, Outcome, Place, PlaceKind, Why
from pos_closeout.domain.forms.marks import PlaceMark, marks, room_of, width
from pos_closeout.domain.forms.names import ACCOUNT, FormVocabulary, Name, box_value, choice_of, meaning, plain
from pos_closeout.domain.forms.parts import Standing, is_signature, standings
from pos_closeout.domain.forms.tables import FormTable, Label, terminal_number
from pos_closeout.domain.forms.values import Values

_ID_NUMBER = "handler.id_number"
_PHONES = {"merchant.phone", "handler.phone", "handler.phone_or_merchant"}
_HANDLERS = {"handler.name", "handler.name_or_representative"}
_PERSONS = _HANDLERS | {"merchant.representative"}
_DATES = {"request.stop_on", "request.applied_on"}
_OWN = (
    "merchant.registered_name", "merchant.trading_name", "merchant.identity_number", "merchant.agreement_number",
    "merchant.registered_address", "settlement.", "request.reason", "request.stop_on", "choice.",
)  # fmt: skip
"""Fields that only the merchant fills in; the others come again in the parts of banks."""
_Where = tuple[int, int, int]
_PARTS = (PlaceKind.YEAR, PlaceKind.MONTH, PlaceKind.DAY)


@dataclass(frozen=True, slots=True)
class _Named:
    """A place with what its name means, before any value."""

    place: Place
    mark: PlaceMark
    name: Name
    label: Label
    standing: Standing
    choice: str = ""
    sign: bool = False
    unsure: Why | None = None
    person: str = ""


def match(form: Form, vocabulary: FormVocabulary, values: Values, mine: Collection[str] = ()) -> dict[str, Entry]:
    """Return what becomes of every place of a form, by the key of the place, in reading order.

    Args:
        form: what was read.
        vocabulary: the names of forms.
        values: what the case knows.
        mine: titles of parts that the owner said are the merchant's.
    """
    tables = {
        number: FormTable(block, vocabulary) for number, block in enumerate(form.blocks) if not isinstance(block, Line)
    }
    standing = standings(form, tables, vocabulary, mine)
    named = _all_named(form, vocabulary, tables, standing)
    boxes = _boxes(named, vocabulary, values)
    entries = {each.place.key: boxes.get(each.place.key) or _entry(each, vocabulary, values) for each in named}
    by_key = {each.place.key: each for each in named}
    _doubt_twice(entries, by_key, _asked(named, tables, standing))
    _doubt_outside(entries, by_key)
    _doubt_days(entries, by_key)
    return {key: _fitting(entry) for key, entry in entries.items()}


def _all_named(
    form: Form, vocabulary: FormVocabulary, tables: Mapping[int, FormTable], standing: Mapping[_Where, Standing]
) -> list[_Named]:
    found: list[_Named] = []
    for number, block in enumerate(form.blocks):
        if isinstance(block, Line):
            found += _in_line(number, block, vocabulary, standing[number, -1, -1])
        else:
            found += _in_table(number, tables[number], vocabulary, standing)
    return _with_persons(found)


def _in_line(number: int, line: Line, vocabulary: FormVocabulary, standing: Standing) -> list[_Named]:
    found = []
    signed = False
    for mark in marks(line.passage):
        room = room_of(line.passage, mark)
        place = Place(number, -1, -1, mark.start, mark.end, mark.kind, mark.names[0] if mark.names else "", room)
        each = _named(place, mark, Label(), standing, vocabulary)
        if signed:
            each = replace(each, sign=each.sign or _is_plain_date(each), standing=replace(standing, signed=True))
        signed = signed or each.sign
        found.append(each)
    return found


def _in_table(
    number: int, table: FormTable, vocabulary: FormVocabulary, standing: Mapping[_Where, Standing]
) -> list[_Named]:
    found = []
    for cell in sorted(table.grid.cells, key=lambda cell: (cell.row, cell.column)):
        if not cell.writable:
            continue
        key, text = (cell.row, cell.column), cell.passage.text
        stands = standing.get((number, *key), Standing(unknown=True))
        label = table.label(cell) if any(not mark.names for mark in table.marks[key]) else Label()
        signs = is_signature(text, vocabulary)
        for mark in table.marks[key]:
            name = mark.names[0] if mark.names else label.text
            if not name and _is_bare(cell, table):
                continue
            room = room_of(cell.passage, mark) if mark.names or cell.passage.edges else cell.room
            place = Place(number, *key, mark.start, mark.end, mark.kind, name, room)
            each = _named(place, mark, label, stands, vocabulary)
            found.append(replace(each, sign=each.sign or (signs and (not mark.names or _is_plain_date(each)))))
    return found


def _is_bare(cell: Cell, table: FormTable) -> bool:
    """Tell whether an empty cell of a spreadsheet is none of its form: nobody made it, or its row has no word."""
    in_sheet = cell.room is not None and not cell.passage.edges
    return not cell.drawn or (in_sheet and cell.row not in table.wordy)


def _is_plain_date(each: _Named) -> bool:
    return not each.name.field or each.name.field == "request.applied_on" or each.place.kind in _PARTS


def _named(place: Place, mark: PlaceMark, label: Label, standing: Standing, vocabulary: FormVocabulary) -> _Named:
    readings = mark.names or ((label.text,) if label.text else ())
    choice = next((found for found in (choice_of(each, vocabulary) for each in readings) if found), "")
    if mark.kind is PlaceKind.BOX:
        return _Named(place, mark, Name(), label, standing, choice)
    name, used = Name(), ""
    for reading in readings:
        found = meaning(reading, vocabulary)
        if found.sure or found.new or found.old or (found.field and not name.field):
            name, used = found, reading
        if found.sure or found.new or found.mixed:
            name = found
            break
    sign = any(vocabulary.has("sign", each) and not meaning(each, vocabulary).sure for each in readings)
    unsure = None if name.sure and (mark.clear or used == readings[0]) else Why.UNSURE_NAME
    above = label.head
    if not mark.names and above:
        if any(word in plain(above) for word in vocabulary.words["after"]) or plain(above).startswith(("新", "拟")):
            name = Name(new=True)
        elif any(plain(above).startswith(word) or word in plain(above) for word in vocabulary.words["before"]):
            name, unsure = replace(name, old=True), Why.BEFORE_CHANGE
    return _Named(replace(place, label=used or place.label), mark, name, label, standing, "", sign, unsure)


def _with_persons(found: list[_Named]) -> list[_Named]:
    """Mark telephones that stand in the row of a person, or below one who has a row alone."""
    rows: dict[tuple[int, int], list[_Named]] = defaultdict(list)
    for each in found:
        rows[each.place.block, each.place.row].append(each)
    persons = {
        key: next((each.name.field for each in row if each.name.field in _PERSONS), "") for key, row in rows.items()
    }
    return [
        replace(each, person=persons[each.place.block, each.place.row] or _above(each, rows, persons))
        if each.name.field == "merchant.phone"
        else each
        for each in found
    ]


def _above(each: _Named, rows: Mapping[tuple[int, int], list[_Named]], persons: Mapping[tuple[int, int], str]) -> str:
    block, row = each.place.block, each.place.row
    key = (block - 1, -1) if row < 0 else (block, row - 1)
    alone = len(rows[block, row]) == 1 and len(rows.get(key, ())) == 1
    return persons.get(key, "") if alone else ""


def _entry(each: _Named, vocabulary: FormVocabulary, values: Values) -> Entry:
    left = _left(each)
    if left is not None:
        return _refused(each, left)
    number, entry = _terminal_of(each, vocabulary, values)
    if entry is not None:
        return entry
    name = each.name.field
    value, outcome, why = values.single.get(name, ""), Outcome.WRITE, Why.KNOWN
    if name in vocabulary.each:
        value = values.terminals[number].get(name, "")
    if each.person in _HANDLERS:
        name, value = "handler.phone", values.single.get("handler.phone", "")
    doubt = _doubt(each)
    if doubt is not None:
        outcome, why = Outcome.PROPOSE, doubt
    if each.label.many > 1 and not (terminal_number(each.label.head) >= 0 or each.name.old):
        value, outcome, why = _one_of_many(each, value)
    if each.place.kind in _PARTS:
        value = _part_of_day(value, each)
    if not value:
        return replace(_refused(each, Why.NOT_KNOWN), field=name, terminal=number)
    return Entry(each.place, outcome, why, name, value, number, each.standing.part)


def _left(each: _Named) -> Why | None:
    """Return why a place is left to the owner's pen, whatever its value; ``None`` when it is not."""
    if each.standing.forbidden:
        return Why.OTHER_PART
    if each.sign:
        return Why.SIGNATURE
    if each.name.new:
        return Why.NEW_VALUE
    if each.name.mixed:
        return Why.TWO_THINGS
    if each.name.field == ACCOUNT:
        return Why.ACCOUNT
    if each.name.field == _ID_NUMBER:
        return Why.ID_NUMBER
    if not each.name.field:
        return Why.NO_NAME
    is_day = each.place.kind in _PARTS
    return Why.NO_NAME if is_day and each.name.field not in _DATES else None


def _doubt(each: _Named) -> Why | None:
    """Return why a value is only proposed; ``None`` when nothing speaks against it."""
    if each.standing.signed:
        return Why.BEHIND_SIGNATURE
    if each.standing.unknown:
        return Why.UNKNOWN_PART
    if each.name.old:
        return Why.BEFORE_CHANGE
    if each.unsure is not None:
        return each.unsure
    return Why.PERSON if each.person else None


def _refused(each: _Named, why: Why) -> Entry:
    return Entry(each.place, Outcome.LEAVE, why, each.name.field, "", -1, each.standing.part)


def _terminal_of(each: _Named, vocabulary: FormVocabulary, values: Values) -> tuple[int, Entry | None]:
    """Return the number of the terminal a place is for, or the entry for places that are for none or for all."""
    name, count = each.name.field, len(values.terminals)
    if name not in vocabulary.each:
        if each.label.entry > 0:
            return -1, _refused(each, Why.NO_MORE)
        return -1, None
    number = each.label.entry if each.label.entry >= 0 else terminal_number(each.label.head)
    if number < 0 and count == 1 and each.label.many == 1:
        number = 0
    if number >= count:
        return -1, _refused(each, Why.NO_MORE if count else Why.NOT_KNOWN)
    if number >= 0:
        return number, None
    if name == "terminal.index":
        return -1, _refused(each, Why.NO_NAME)
    told = list(dict.fromkeys(value for terminal in values.terminals if (value := terminal.get(name, ""))))
    if not told or each.label.nth:
        return -1, _refused(each, Why.NOT_KNOWN if not told else Why.SEVERAL_TERMINALS)
    return -1, Entry(
        each.place,
        Outcome.PROPOSE,
        _doubt(each) or Why.SEVERAL_TERMINALS,
        name,
        "、".join(told),
        -1,
        each.standing.part,
    )


def _one_of_many(each: _Named, value: str) -> tuple[str, Outcome, Why]:
    """Return what stands in one of several empty cells behind one name: one sign in each, or all in the first."""
    if len(value) == each.label.many:
        return value[each.label.nth], Outcome.PROPOSE, Why.DIGITS
    return (value if each.label.nth == 0 else ""), Outcome.PROPOSE, Why.DIGITS


def _part_of_day(value: str, each: _Named) -> str:
    parts = value.split("-")
    if len(parts) != len(_PARTS):
        return ""
    return str(int(parts[_PARTS.index(each.place.kind)]))


def _boxes(named: list[_Named], vocabulary: FormVocabulary, values: Values) -> dict[str, Entry]:
    """Return what becomes of the boxes: one is ticked when exactly one stands for what the case says."""
    groups: dict[tuple[int, int, int, int], list[_Named]] = defaultdict(list)
    for each in named:
        if each.place.kind is PlaceKind.BOX:
            groups[each.place.block, each.place.row, each.place.column, each.mark.group].append(each)
    found = {}
    for group in groups.values():
        for each, entry in zip(group, _group_entries(group, vocabulary, values), strict=True):
            found[each.place.key] = entry
    return found


def _group_entries(group: list[_Named], vocabulary: FormVocabulary, values: Values) -> list[Entry]:
    first, choice = group[0], group[0].choice
    if first.standing.forbidden:
        return [_refused(each, Why.OTHER_PART) for each in group]
    if not choice:
        return [_refused(each, Why.DECLARATION) for each in group]
    if any(each.mark.ticked for each in group):
        return [_refused(each, Why.OTHER_BOX) for each in group]
    stands_for = [box_value(each.mark.word, choice, vocabulary) for each in group]
    wanted = values.choices.get(choice, ())
    counts = Counter(stands_for)
    doubt = _doubt(replace(first, unsure=None if first.mark.clear else Why.UNSURE_NAME))
    if len(wanted) > 1:
        doubt = doubt or Why.TWO_THINGS
    entries = []
    for each, value in zip(group, stands_for, strict=True):
        if not wanted:
            entries.append(replace(_refused(each, Why.NOT_KNOWN), field=choice))
        elif value in wanted and counts[value] == 1:
            outcome = Outcome.PROPOSE if doubt else Outcome.WRITE
            entries.append(Entry(each.place, outcome, doubt or Why.KNOWN, choice, TICK, -1, each.standing.part))
        else:
            entries.append(replace(_refused(each, Why.OTHER_BOX), field=choice))
    return entries


def _doubt_twice(entries: dict[str, Entry], named: Mapping[str, _Named], asked: Mapping[str, int]) -> None:
    """Make proposals of a field that is asked for twice, and of what stands in its rows."""
    rows = {_row(each) for each in named.values() if _counts(each) and asked[each.name.field] > 1}
    for key, entry in entries.items():
        if _row(named[key]) in rows and entry.outcome is Outcome.WRITE:
            entries[key] = replace(entry, outcome=Outcome.PROPOSE, why=Why.TWICE)


def _counts(each: _Named) -> bool:
    """Tell whether a place asks the merchant for a field: not behind a signature, and not in somebody else's part."""
    taken = each.standing.forbidden or each.standing.signed or each.sign or each.name.new
    return bool(each.name.field) and not taken


def _asked(named: list[_Named], tables: Mapping[int, FormTable], standing: Mapping[_Where, Standing]) -> Counter[str]:
    """Return how often the form asks for each field: by names in cells of their own, and by those beside their room."""
    asked: Counter[str] = Counter()
    for number, table in tables.items():
        for cell in table.grid.cells:
            stands = standing.get((number, cell.row, cell.column), Standing())
            if table.is_text(cell) and not stands.forbidden and not stands.signed:
                found = meaning(cell.passage.text, table.vocabulary)
                asked[found.field] += not found.new
    for each in named:
        if each.mark.names and _counts(each) and each.place.kind in {PlaceKind.TEXT, PlaceKind.YEAR}:
            asked[each.name.field] += 1
    return asked


def _row(each: _Named) -> tuple[int, int]:
    return each.place.block, each.place.row


def _doubt_outside(entries: dict[str, Entry], named: Mapping[str, _Named]) -> None:
    """Make proposals of names that banks use too where they stand before or after all that is the merchant's alone.

    An untitled part of a bank looks the same as the merchant's; only what stands among the merchant's names is sure.
    """
    lists = _lists(named)
    own = [
        _row(named[key])
        for key, entry in entries.items()
        if entry.outcome is Outcome.WRITE and (_is_own(named[key]) or _list_of(named[key]) in lists)
    ]
    first, last = (min(own), max(own)) if own else ((0, 0), (-1, -1))
    for key, entry in entries.items():
        if entry.outcome is Outcome.WRITE and not first <= _row(named[key]) <= last:
            entries[key] = replace(entry, outcome=Outcome.PROPOSE, why=Why.OUTSIDE)


def _is_own(each: _Named) -> bool:
    return (each.choice or each.name.field).startswith(_OWN)


def _list_of(each: _Named) -> tuple[int, int]:
    return each.place.block, each.label.head_row


def _lists(named: Mapping[str, _Named]) -> set[tuple[int, int]]:
    """Return the lists of terminals, which only merchants write: two columns of a terminal's, two lines at least."""
    columns: dict[tuple[int, int], set[str]] = defaultdict(set)
    lines: Counter[tuple[int, int]] = Counter()
    for each in named.values():
        if each.label.head_row >= 0 and each.name.field.startswith("terminal."):
            columns[_list_of(each)].add(each.name.field)
            lines[_list_of(each)] = max(lines[_list_of(each)], each.label.entry + 1)
    return {key for key, fields in columns.items() if len(fields) > 1 and lines[key] > 1}


def _doubt_days(entries: dict[str, Entry], named: Mapping[str, _Named]) -> None:
    """Write a day as a whole or not at all."""
    days: dict[tuple[int, int, int, int], list[str]] = defaultdict(list)
    for key, each in named.items():
        if each.place.kind in _PARTS:
            days[each.place.block, each.place.row, each.place.column, each.mark.group].append(key)
    for keys in days.values():
        weakest = next((entries[key] for key in keys if entries[key].outcome is not Outcome.WRITE), None)
        for key in keys:
            if weakest is not None and entries[key].outcome is Outcome.WRITE:
                entries[key] = replace(entries[key], outcome=weakest.outcome, why=weakest.why)


def _fitting(entry: Entry) -> Entry:
    """Return the entry, or a proposal with the reason where the value has no room."""
    room = entry.place.room
    whole = entry.place.kind is PlaceKind.TEXT and entry.value and room is not None
    if whole and room is not None and width(entry.value) > room and entry.outcome is not Outcome.LEAVE:
        return replace(entry, outcome=Outcome.PROPOSE, why=Why.NO_ROOM)
    return entry
