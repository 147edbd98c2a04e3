"""Read a form, say what may be written where, write what was chosen, and keep the filled copy with the case."""

import hashlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from pos_closeout.actions.forms.kept import FOLDER
from pos_closeout.actions.forms.texts import FormTexts
from pos_closeout.actions.isolated.files import FileReader
from pos_closeout.actions.items.proofs import keep_copy
from pos_closeout.actions.papers.letter import Documents
from pos_closeout.documents.drawings import draw_overlay
from pos_closeout.documents.picture_pages import pdf_of_pictures
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.filled_forms import FilledForm, next_version
from pos_closeout.domain.errors import BadInputError, DataFolderError
from pos_closeout.domain.forms.form import TICK, Entry, FormKind, Outcome, Place, PlaceKind, Why, written
from pos_closeout.domain.forms.layout import (
    EMPTY,
    Remembered,
    answer_of,
    day_part,
    layout_key,
    value_of,
    with_remembered,
)
from pos_closeout.domain.forms.marks import width
from pos_closeout.domain.forms.matching import match
from pos_closeout.domain.forms.values import Values, can_keep, values_of, with_value
from pos_closeout.forms.package import read_file
from pos_closeout.forms.reading import Filled, FormContent, cell_name, overlay_for, places_seen
from pos_closeout.store import Store

__all__ = [
    "Filled", "InspectedForm", "accept", "answered", "emptied", "fill_form", "inspect_form", "keep_filled", "laid_on",
    "looks_like_form", "places_seen", "rematched", "to_print",
]  # fmt: skip

_ENOUGH = 3
_RULED = 8
"""Cells of a picture from which on it is taken for a form."""


@dataclass(frozen=True, slots=True)
class InspectedForm:
    """A form beside a case.

    Attributes:
        path: the acquirer's file, which is never changed.
        data: its bytes as they were read, which are filled even when the file has gone.
        sha256: their digest, in hexadecimal.
        read: what was read of it.
        layout: what forms of the same making share.
        entries: what becomes of every place, by its key, in reading order.
        values: what the case knows.
        mine: titles of parts that the owner said are the merchant's.
        chosen: keys of the places the owner decided.
        remembered: answers given before in a form of this layout, by place.
    """

    path: Path
    data: bytes
    sha256: str
    read: FormContent
    layout: str
    entries: Mapping[str, Entry]
    values: Values
    mine: frozenset[str] = frozenset()
    chosen: frozenset[str] = frozenset()
    remembered: Mapping[str, Remembered] = field(default_factory=dict)

    def cell_of(self, place: Place) -> str:
        """Return what the cell of a place is called in its file; empty where cells have no names."""
        return cell_name(self.read, place.row, place.column)


def inspect_form(
    path: Path,
    case: Case,
    texts: FormTexts,
    today: date,
    remembered: Mapping[str, Mapping[str, Remembered]] | None = None,
    *,
    cancelled: Callable[[], bool] | None = None,
    pictures: bool = False,
) -> InspectedForm:
    """Return a form with what may be written into it; the file is read in a process of its own.

    Args:
        path: the acquirer's file.
        case: whose form it is.
        texts: the names of forms.
        today: the day of applying.
        remembered: answers by layout and place.
        cancelled: asked many times a second, from another thread; True ends the process.
        pictures: whether its pages are to be looked at.

    Raises:
        BadInputError: as :func:`~pos_closeout.forms.reading.read_form` and :class:`FileReader`.
        CloseoutError: ``statement.cancelled``.
    """
    with FileReader() as reader:
        read = reader.form(path, cancelled, pictures=pictures)
    data = read_file(path)
    digest = hashlib.sha256(data).hexdigest()
    values = values_of(case, texts.reasons, today)
    key = layout_key(read.form)
    known = (remembered or {}).get(key, {})
    entries = with_remembered(match(read.form, texts.vocabulary, values), known, values)
    return InspectedForm(path, data, digest, read, key, entries, values, remembered=known)


def looks_like_form(form: InspectedForm) -> bool:
    """Tell whether a file asks for what a case knows, as against a bill or a photo of something else.

    A picture says nothing; one with a ruled table in it is a form rather than a photo of a machine or a slip.
    """
    if form.read.form.kind is FormKind.PICTURE:
        return len(form.entries) >= _RULED
    return sum(bool(each.field) for each in form.entries.values()) >= _ENOUGH


def is_current(form: InspectedForm, case: Case, texts: FormTexts, today: date) -> bool:
    """Return whether a form was filled from what the case knows now."""
    return values_of(case, texts.reasons, today) == form.values


def rematched(
    form: InspectedForm, case: Case, texts: FormTexts, today: date, mine: Collection[str] = ()
) -> InspectedForm:
    """Return a form matched anew, after the case changed or a part was said to be the merchant's.

    What the owner decided stays; what was filled from the case follows the case.
    """
    values = values_of(case, texts.reasons, today)
    parts = form.mine | frozenset(mine)
    fresh = with_remembered(match(form.read.form, texts.vocabulary, values, parts), form.remembered, values)
    for key in form.chosen & fresh.keys():
        entry = form.entries[key]
        if entry.field and entry.outcome is not Outcome.LEAVE and entry.value != TICK:
            known = value_of(answer_of(entry.field, entry.terminal), values)[2]
            entry = replace(entry, value=day_part(known, entry.place.kind) or entry.value)
        fresh[key] = entry
    return replace(form, entries=fresh, values=values, mine=parts)


def accept(form: InspectedForm, keys: Collection[str]) -> InspectedForm:
    """Return a form with proposals accepted.

    Raises:
        BadInputError: ``form.no_such_place``.
    """
    entries = dict(form.entries)
    for key in keys:
        entry = _entry(form, key)
        if entry.outcome is Outcome.PROPOSE:
            entries[key] = replace(entry, outcome=Outcome.WRITE, why=Why.CHOSEN)
    return replace(form, entries=entries, chosen=form.chosen | frozenset(keys))


def answered(form: InspectedForm, key: str, value: str) -> InspectedForm:
    """Return a form with a value the owner gave for a place.

    Raises:
        BadInputError: ``form.no_such_place``.
    """
    entry = _entry(form, key)
    if not value.strip():
        return emptied(form, key)
    value = TICK if entry.place.kind is PlaceKind.BOX else " ".join(value.split())
    made = replace(entry, outcome=Outcome.WRITE, why=_room_for(entry, value), value=value)
    return replace(form, entries={**form.entries, key: made}, chosen=form.chosen | {key})


def laid_on(form: InspectedForm, key: str, field: str, terminal: int = -1) -> InspectedForm:
    """Return a form with a field of the case laid on a place.

    Raises:
        BadInputError: ``form.no_such_place``.
    """
    entry = _entry(form, key)
    _, number, value = value_of(answer_of(field, terminal), form.values)
    value = day_part(value, entry.place.kind)
    if not value or entry.place.kind is PlaceKind.BOX:
        return form
    made = replace(entry, outcome=Outcome.WRITE, why=_room_for(entry, value), field=field, value=value, terminal=number)
    return replace(form, entries={**form.entries, key: made}, chosen=form.chosen | {key})


def emptied(form: InspectedForm, key: str) -> InspectedForm:
    """Return a form with a place that stays empty.

    Raises:
        BadInputError: ``form.no_such_place``.
    """
    made = replace(_entry(form, key), outcome=Outcome.LEAVE, why=Why.EMPTIED, value="")
    return replace(form, entries={**form.entries, key: made}, chosen=form.chosen | {key})


def with_answer(case: Case, entry: Entry, value: str) -> Case:
    """Return the case with an answer that it did not have, where the place asks for something a case holds.

    Raises:
        BadInputError: a day or an amount that cannot be read.
    """
    if entry.why is not Why.NOT_KNOWN or not can_keep(entry.field) or entry.place.kind is not PlaceKind.TEXT:
        return case
    return with_value(case, entry.field, value.strip(), entry.terminal)


def fill_form(
    form: InspectedForm, documents: Documents, today: date, cancelled: Callable[[], bool] | None = None
) -> Filled:
    """Return the filled form; nothing but the places that are to be written has changed.

    Raises:
        BadInputError: ``form.damaged``, or as :class:`FileReader`.
        CloseoutError: ``statement.cancelled``.
        DataFolderError: ``proof.not_copied``; there is no room for a copy to read again.
        DocumentError: ``document.fonts_missing``.
    """
    values = written(form.entries)
    overlay, drawn = overlay_for(form.read, values), b""
    if overlay is not None:
        sheets = [*overlay.pages, *(look for _, _, look in overlay.fields)]
        drawn = draw_overlay(sheets, today, documents.fonts)
    with TemporaryDirectory() as folder, FileReader() as reader:
        # A copy: the file itself may have changed since its places were found, or have gone.
        path = Path(folder) / form.path.name
        try:
            path.write_bytes(form.data)
        except OSError as error:
            raise DataFolderError("proof.not_copied", path=folder) from error
        return reader.filled_form(path, values, drawn, cancelled)


def to_print(filled: Filled, cancelled: Callable[[], bool] | None = None) -> bytes:
    """Return the pages of a filled PDF as pictures in a PDF of the program's own, for a printer.

    Nothing of the acquirer's file is in it, so that laying it out on sheets understands nothing that came from outside.

    Raises:
        BadInputError: ``form.damaged``, or as :class:`FileReader`.
        CloseoutError: ``statement.cancelled``.
        DataFolderError: ``proof.not_copied``; there is no room for a copy to read again.
    """
    with TemporaryDirectory() as folder, FileReader() as reader:
        path = Path(folder) / "filled.pdf"
        try:
            path.write_bytes(filled.flat or filled.data)
        except OSError as error:
            raise DataFolderError("proof.not_copied", path=folder) from error
        pages = reader.printed_pages(path, cancelled)
    return pdf_of_pictures(pages)


def answers_of(form: InspectedForm) -> dict[str, str]:
    """Return what is worth remembering of a form: which field the owner put where, never a value."""
    found = {}
    for key in form.chosen:
        entry = form.entries[key]
        if entry.place.kind is PlaceKind.BOX:
            continue
        if entry.outcome is Outcome.LEAVE:
            found[key] = EMPTY
        elif entry.field:
            answer = answer_of(entry.field, entry.terminal)
            if day_part(value_of(answer, form.values)[2], entry.place.kind) == entry.value:
                found[key] = answer
    return found


def keep_filled(store: Store, case: Case, form: InspectedForm, filled: Filled, now: datetime) -> Case:
    """Keep the filled copy with a case and return the case with it; it has to be saved.

    Raises:
        DataFolderError: ``proof.not_copied``; no copy is left then.
    """
    version = next_version(case.filled_forms, form.layout)
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{form.path.stem}-v{version}{form.read.suffix}"
        try:
            path.write_bytes(filled.data)
        except OSError as error:
            raise DataFolderError("proof.not_copied", path=folder) from error
        copy = keep_copy(store, PurePosixPath(case.number) / FOLDER, path, now)
    made = FilledForm(
        form.path.name, form.sha256, form.layout, version, copy.stored_as, copy.sha256, copy.size, now.date(),
        len(written(form.entries)),
    )  # fmt: skip
    return replace(case, filled_forms=(*case.filled_forms, made))


def _entry(form: InspectedForm, key: str) -> Entry:
    if key not in form.entries:
        raise BadInputError("form.no_such_place", place=key)
    return form.entries[key]


def _room_for(entry: Entry, value: str) -> Why:
    room = entry.place.room
    return Why.NO_ROOM if room is not None and width(value) > room else Why.CHOSEN
