"""The words of the papers, read once from ``resources/letters/*.toml`` where Chinese and English stand side by side."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pos_closeout.domain.case.case import LetterLanguage
from pos_closeout.domain.errors import DocumentError
from pos_closeout.domain.money import format_yuan, in_capitals
from pos_closeout.domain.papers.answers import Basis, CaseFacts, Known, known

RESTS = "rests_on"
"""Marks a sentence that asserts, asks for or attaches something: its value names the answer it rests on."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of one language. Keys read ``file.table.entry``, such as ``letter.title.remove``.

    Attributes:
        rests: for every sentence with forms for yes, no and unknown, the answer it rests on.
    """

    language: LetterLanguage
    texts: Mapping[str, str]
    rests: Mapping[str, Basis] = field(default_factory=dict)

    def __call__(self, key: str, **facts: str | int) -> str:
        """Return a phrase with its facts filled in; what the owner typed is never read as a pattern.

        Raises:
            DocumentError: ``wording.missing`` when no file has the key.
        """
        text = self.texts.get(key)
        if text is None:
            raise DocumentError("wording.missing", key=key, language=self.language.value)
        return text.format_map(facts) if facts else text

    def claim(self, key: str, told: CaseFacts, **facts: str | int) -> str:
        """Return a sentence in the form that fits what is known; empty text where that form says nothing.

        Raises:
            DocumentError: ``wording.missing`` when the sentence has no entry with an answer it rests on.
        """
        basis = self.rests.get(key)
        if basis is None:
            raise DocumentError("wording.missing", key=key, language=self.language.value)
        return self(f"{key}.{known(basis, told)}", **facts)

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
    rests: dict[str, Basis] = {}
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise DocumentError("wording.unreadable", path=str(folder))
    for path in paths:
        read = _read(path)
        found.update(_entries(path.stem, read))
        rests.update(_rests(path.stem, read))
    return Wording({language: Phrases(language, _texts(found, language), rests) for language in LetterLanguage})


def _read(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DocumentError("wording.unreadable", path=str(path)) from error


def _entries(prefix: str, node: Mapping[str, object]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield every key below a table whose values are texts by language."""
    if RESTS in node:
        yield from _forms(prefix, node)
        return
    texts = {name: value for name, value in node.items() if isinstance(value, str)}
    if texts:
        yield prefix, texts
        return
    for name, value in node.items():
        if isinstance(value, dict):
            yield from _entries(f"{prefix}.{name}", value)


def _forms(key: str, node: Mapping[str, object]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the three forms of a sentence; one that says nothing is written as an empty text."""
    if node.keys() != {RESTS, *Known} or node[RESTS] not in set(Basis):
        raise DocumentError("wording.incomplete", key=key)
    for form in Known:
        texts = node[form]
        yield f"{key}.{form}", dict.fromkeys(LetterLanguage, "") if texts == "" else _languages(f"{key}.{form}", texts)


def _languages(key: str, texts: object) -> dict[str, str]:
    if not isinstance(texts, dict):
        raise DocumentError("wording.incomplete", key=key)
    return {str(name): str(text) for name, text in texts.items()}


def _rests(prefix: str, node: Mapping[str, object]) -> Iterator[tuple[str, Basis]]:
    """Yield every sentence below a table that rests on an answer, with that answer."""
    if RESTS in node:
        yield prefix, Basis(str(node[RESTS]))
        return
    for name, value in node.items():
        if isinstance(value, dict):
            yield from _rests(f"{prefix}.{name}", value)


def _texts(found: Mapping[str, Mapping[str, str]], language: LetterLanguage) -> dict[str, str]:
    for key, texts in found.items():
        if set(texts) != set(LetterLanguage):
            raise DocumentError("wording.incomplete", key=key)
    return {key: texts[language] for key, texts in found.items()}
