"""The words of the papers, read once from ``resources/letters/*.toml`` where Chinese and English stand side by side."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pos_closeout.domain.case.case import LetterLanguage
from pos_closeout.domain.errors import DocumentError
from pos_closeout.domain.money import format_yuan, in_capitals


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of one language. Keys read ``file.table.entry``, such as ``letter.title.remove``."""

    language: LetterLanguage
    texts: Mapping[str, str]

    def __call__(self, key: str, **facts: str | int) -> str:
        """Return a phrase with its facts filled in; what the owner typed is never read as a pattern.

        Raises:
            DocumentError: ``wording.missing`` when no file has the key.
        """
        text = self.texts.get(key)
        if text is None:
            raise DocumentError("wording.missing", key=key, language=self.language.value)
        return text.format_map(facts) if facts else text

    def plural(self, key: str, count: int, **facts: str | int) -> str:
        """Return the phrase for one or for many, with ``count`` as a fact."""
        return self(f"{key}.{'one' if count == 1 else 'many'}", count=count, **facts)

    def about(self, key: str, text: str) -> str:
        """Return the phrase with ``text`` as its fact, or empty text when the owner gave none."""
        return self(key, text=text.strip()) if text.strip() else ""

    def day(self, day: date, key: str = "terms.text.date") -> str:
        """Write a date as the language writes it in a sentence: 2026年12月1日, 1 December 2026."""
        month_name = self("terms.text.months").split()[day.month - 1]
        return self(key, year=day.year, month=day.month, day=day.day, month_name=month_name)

    def money(self, fen: int) -> str:
        """Write an amount in fen in figures and in capitals."""
        return self("terms.text.money", figures=format_yuan(fen), capitals=in_capitals(fen))

    def join(self, parts: Iterable[str]) -> str:
        """Join parts with the comma of an enumeration."""
        return self("terms.text.and").join(parts)

    @property
    def chinese(self) -> bool:
        """Whether the language is Chinese."""
        return self.language is LetterLanguage.CHINESE


@dataclass(frozen=True, slots=True)
class Wording:
    """All words of all papers, by language."""

    languages: Mapping[LetterLanguage, Phrases]

    def phrases(self, language: LetterLanguage) -> Phrases:
        """Return the words of one language."""
        return self.languages[language]


def load_wording(folder: Path) -> Wording:
    """Read every ``*.toml`` of a folder.

    Raises:
        DocumentError: ``wording.unreadable`` when a file is missing or not TOML, ``wording.incomplete`` when an entry
            lacks a language.
    """
    found: dict[str, dict[str, str]] = {}
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise DocumentError("wording.unreadable", path=str(folder))
    for path in paths:
        found.update(_entries(path.stem, _read(path)))
    return Wording({language: Phrases(language, _texts(found, language)) for language in LetterLanguage})


def _read(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DocumentError("wording.unreadable", path=str(path)) from error


def _entries(prefix: str, node: Mapping[str, object]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield every key below a table whose values are texts by language."""
    texts = {name: value for name, value in node.items() if isinstance(value, str)}
    if texts:
        yield prefix, texts
        return
    for name, value in node.items():
        if isinstance(value, dict):
            yield from _entries(f"{prefix}.{name}", value)


def _texts(found: Mapping[str, Mapping[str, str]], language: LetterLanguage) -> dict[str, str]:
    for key, texts in found.items():
        if set(texts) != set(LetterLanguage):
            raise DocumentError("wording.incomplete", key=key)
    return {key: texts[language] for key, texts in found.items()}
