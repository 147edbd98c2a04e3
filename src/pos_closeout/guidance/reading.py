"""Strict reading of one guidance file: every key is expected, every text has both languages."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pos_closeout.domain.errors import DataFolderError
from pos_closeout.guidance.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class TextSection:
    """One table of a guidance file, with the file and key an error has to name."""

    file: str
    key: str
    values: Mapping[str, object]

    def broken(self, key: str) -> DataFolderError:
        """Return the error for a value that is missing or of the wrong shape."""
        return DataFolderError("guidance.broken", file=self.file, key=f"{self.key}.{key}")

    def only(self, allowed: Iterable[str]) -> "TextSection":
        """Return the section itself.

        Raises:
            DataFolderError: ``guidance.broken`` for a key that is not allowed, most likely a misspelt one.
        """
        for key in self.values:
            if key not in allowed:
                raise self.broken(key)
        return self

    def string(self, key: str, default: str | None = None) -> str:
        """Return a plain text.

        Raises:
            DataFolderError: ``guidance.broken`` when it is no text, or is missing or empty and has no default.
        """
        value = self.values.get(key, default)
        if not isinstance(value, str) or (not value.strip() and value != default):
            raise self.broken(key)
        return value

    def whole(self, key: str) -> int:
        """Return a whole number.

        Raises:
            DataFolderError: ``guidance.broken`` when it is none.
        """
        value = self.values.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.broken(key)
        return value

    def text(self, key: str) -> Bilingual:
        """Return a text in both languages.

        Raises:
            DataFolderError: ``guidance.broken`` when one of them is missing or empty.
        """
        return self._bilingual(key, self.values.get(key))

    def text_or_none(self, key: str) -> Bilingual | None:
        """Return a text in both languages, or ``None`` when the key is not there.

        Raises:
            DataFolderError: ``guidance.broken`` when it is there and not whole.
        """
        return self.text(key) if key in self.values else None

    def texts(self, key: str) -> tuple[Bilingual, ...]:
        """Return a list of texts; a missing key is an empty list.

        Raises:
            DataFolderError: ``guidance.broken`` when it is no list or one of its texts is not whole.
        """
        return tuple(self._bilingual(f"{key}.{place}", value) for place, value in enumerate(self._list(key)))

    def names(self, key: str) -> tuple[str, ...]:
        """Return a list of plain words, such as law keys; a missing key is an empty list.

        Raises:
            DataFolderError: ``guidance.broken`` when it is anything else.
        """
        found = tuple(value for value in self._list(key) if isinstance(value, str))
        if len(found) != len(self._list(key)):
            raise self.broken(key)
        return found

    def section(self, key: str) -> "TextSection":
        """Return a table inside this one; a missing key is an empty table.

        Raises:
            DataFolderError: ``guidance.broken`` when it is no table.
        """
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise self.broken(key)
        return TextSection(self.file, f"{self.key}.{key}", value)

    def sections(self, key: str) -> "tuple[TextSection, ...]":
        """Return a list of tables; a missing key is an empty list.

        Raises:
            DataFolderError: ``guidance.broken`` when it is no list of tables.
        """
        made = []
        for place, value in enumerate(self._list(key)):
            if not isinstance(value, dict):
                raise self.broken(key)
            made.append(TextSection(self.file, f"{self.key}.{key}.{place}", value))
        return tuple(made)

    def _list(self, key: str) -> list[object]:
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise self.broken(key)
        return value

    def _bilingual(self, key: str, value: object) -> Bilingual:
        if not isinstance(value, dict) or value.keys() != {"zh", "en"}:
            raise self.broken(key)
        zh, en = value["zh"], value["en"]
        if not (isinstance(zh, str) and isinstance(en, str) and zh.strip() and en.strip()):
            raise self.broken(key)
        return Bilingual(zh, en)


def read_sections(folder: Path, name: str, expected: Iterable[str] | None = None) -> dict[str, TextSection]:
    """Read one guidance file into its tables, in the order of ``expected``, or of the file without it.

    Raises:
        DataFolderError: ``guidance.unreadable`` when the file is missing or neither TOML nor JSON, ``guidance.broken``
            when its keys are not exactly the expected ones or one of them is no table.
    """
    try:
        content = _content(folder / name)
    except (OSError, ValueError) as error:
        raise DataFolderError("guidance.unreadable", file=name, reason=str(error)) from error
    wanted = list(content) if expected is None else [str(key) for key in expected]
    for key in [*wanted, *content]:
        if key not in wanted or not isinstance(content.get(key), dict):
            raise DataFolderError("guidance.broken", file=name, key=key)
    return {key: TextSection(name, key, content[key]) for key in wanted}


def _content(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
