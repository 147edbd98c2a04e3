"""The names of forms as data: ``resources/forms/names.toml``."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pos_closeout.domain.errors import DataFolderError
from pos_closeout.domain.forms.names import FormVocabulary, plain

_LISTS = ("part", "mine", "row", "sign", "after", "new", "old", "also", "before")


def load_vocabulary(path: Path) -> FormVocabulary:
    """Return the names of a file.

    Raises:
        DataFolderError: ``guidance.broken`` when it cannot be read, or one name stands under two fields.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return _vocabulary(data)
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, re.error) as error:
        raise DataFolderError("guidance.broken", file=path.name, key=str(error)) from error


def _vocabulary(data: Mapping[str, Any]) -> FormVocabulary:
    fields = data["field"]
    reasons = {each["id"]: each["sure"] for each in fields}
    choices = [
        (name, choice["id"])
        for choice in data["choice"]
        for label in choice["labels"]
        for name in (reasons[label.removeprefix("@")] if label.startswith("@") else [label])
    ]
    sure = _by_name((name, each["id"]) for each in fields for name in each["sure"])
    unsure = _by_name((name, each["id"]) for each in fields for name in each.get("unsure", ()))
    if sure.keys() & unsure.keys():
        raise ValueError(next(iter(sure.keys() & unsure.keys())))
    return FormVocabulary(
        sure=sure,
        unsure=unsure,
        each=frozenset(each["id"] for each in fields if each.get("each")),
        suffixes=tuple((re.compile(each["ends"]), each["id"]) for each in data["suffix"]),
        prefixes=tuple(data["strip"]["prefix"]),
        choices=_by_name(choices),
        boxes={
            choice["id"]: _by_name((word, value) for value, words in choice["values"].items() for word in words)
            for choice in data["choice"]
        },
        words={name: tuple(plain(word) for word in data["never"][name]) for name in _LISTS},
    )


def _by_name(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, meant in pairs:
        if found.setdefault(plain(name), meant) != meant:
            raise ValueError(name)
    return found
