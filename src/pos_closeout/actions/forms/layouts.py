"""Remembered layouts: kept when a form is filled, exported, and taken in so that one owner's work helps another."""

import json
import re
from pathlib import Path

from pos_closeout.actions.cleaning import clean_text
from pos_closeout.actions.forms.forms import InspectedForm, answers_of
from pos_closeout.actions.forms.texts import FormTexts
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_FORM_LAYOUTS_BYTES
from pos_closeout.domain.forms.layout import EMPTY, Remembered
from pos_closeout.store import Store

_FORMAT = "pos-closeout-form-layouts"
_VERSION = 1
_HEAD = re.compile(rf"^{_FORMAT} {_VERSION}$")
_KEY = re.compile(r"^[0-9a-f]{64}$")
_PLACE = re.compile(r"^\d{1,6}\.-?\d{1,6}\.-?\d{1,6}:\d{1,7}-\d{1,7}$")
_MOST = 20_000


def remembered_layouts(store: Store) -> dict[str, dict[str, Remembered]]:
    """Return everything remembered, by layout and place."""
    return store.form_layouts.all()


def remember_layout(store: Store, form: InspectedForm) -> None:
    """Remember where the owner put which field."""
    answers = {key: Remembered(answer) for key, answer in answers_of(form).items()}
    store.form_layouts.keep(form.layout, form.path.name, answers)


def export_layouts(store: Store) -> bytes:
    """Return all layouts as a file for somebody else: ids of fields and places, no value and no name of a case."""
    layouts = [
        {"layout": layout, "answers": {place: each.answer for place, each in sorted(places.items())}}
        for layout, places in sorted(store.form_layouts.all().items())
    ]
    told = {"format": _FORMAT, "version": _VERSION, "layouts": layouts}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def import_layouts(store: Store, path: Path, texts: FormTexts) -> int:
    """Take in layouts of somebody else and return how many; what they say is only proposed.

    Raises:
        BadInputError: ``file.not_found``, ``file.unreadable``, ``file.too_big`` or ``form.layout_broken``.
    """
    found = _read(path, texts)
    with store.database.writing():
        for layout, answers in found.items():
            name = store.form_layouts.names().get(layout, clean_text(path.stem))
            store.form_layouts.keep(layout, name, answers)
    return len(found)


def _read(path: Path, texts: FormTexts) -> dict[str, dict[str, Remembered]]:
    try:
        if not path.is_file():
            raise BadInputError("file.not_found", path=str(path))
        if path.stat().st_size > MAX_FORM_LAYOUTS_BYTES:
            raise BadInputError("file.too_big", path=str(path), limit=MAX_FORM_LAYOUTS_BYTES >> 20)
        text = path.read_bytes()
    except OSError as error:
        raise BadInputError("file.unreadable", path=str(path)) from error
    try:
        told = json.loads(text)
        _checked(f"{told['format']} {told['version']}", _HEAD)
        return {
            _checked(each["layout"], _KEY): {
                _checked(place, _PLACE): Remembered(_field(answer, texts), own=False)
                for place, answer in list(each["answers"].items())[:_MOST]
            }
            for each in told["layouts"][:_MOST]
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadInputError("form.layout_broken", path=path.name) from error


def _checked(text: object, pattern: re.Pattern[str]) -> str:
    if not isinstance(text, str) or not pattern.match(text):
        raise ValueError(text)
    return text


def _field(answer: object, texts: FormTexts) -> str:
    if not isinstance(answer, str):
        raise TypeError(answer)
    field, _, number = answer.partition("@")
    if answer != EMPTY and (field not in texts.fields or (number and not (number.isascii() and number.isdigit()))):
        raise ValueError(answer)
    return answer
