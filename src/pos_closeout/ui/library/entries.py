"""What stands in the library, as plain entries in the language of the screen; made from guidance, searched here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import normalize

from PySide6.QtCore import QObject

from pos_closeout.guidance import Guidance
from pos_closeout.guidance.library import RuleText
from pos_closeout.guidance.texts import CheckText, KindText, LawText
from pos_closeout.ui.context import Context

_NEAR = 6
"""Entries shown for a question that none holds as a whole."""
_WORD = 4
"""Letters from which a Latin word says something."""
_EMPTY = frozenset(
    {"怎么", "么办", "什么", "可以", "能不", "不能", "会不", "不会", "是不", "不是", "有没", "没有", "吗？"}
)
"""Pieces of Chinese questions that are about nothing."""


class LibrarySection(StrEnum):
    """The parts of the library, in their order."""

    WORDS = "words"
    RULES = "rules"
    CHECKS = "checks"
    ITEMS = "items"


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """One thing to look up.

    Attributes:
        lines: pairs of a small heading (may be empty) and a text below it.
        slip: the place on the sample slip, empty when it is not there.
        search: everything it is found by, folded.
        names: its title and other words for it, folded.
    """

    section: LibrarySection
    key: str
    title: str
    lines: tuple[tuple[str, str], ...]
    slip: str
    search: str
    names: str = ""


class Library(QObject):
    """Makes the entries in the language of the screen."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def entries(self) -> tuple[LibraryEntry, ...]:
        """Return everything in the library, section by section."""
        guidance = self._context.guidance
        return (
            *self._words(),
            *(self._rule(key, rule, _articles(guidance, rule)) for key, rule in guidance.rules.items()),
            *(self._check(key, check) for key, check in guidance.checks.items()),
            *(self._item(key.value, kind) for key, kind in guidance.kinds.items()),
        )

    def _words(self) -> Iterator[LibraryEntry]:
        for key, term in self._context.guidance.glossary.items():
            lines = [("", self._context.say(term.meaning))]
            if term.where is not None:
                lines.append((self.tr("Where to find it"), self._context.say(term.where)))
            names = (term.name.zh, term.name.en, *term.search)
            yield _entry(LibrarySection.WORDS, key, self._context.say(term.name), lines, names=names, slip=term.slip)

    def _rule(self, key: str, rule: RuleText, articles: Iterable[LawText]) -> LibraryEntry:
        lines = [("", self._context.say(rule.about))]
        if rule.number:
            lines.append((self.tr("Number"), rule.number))
        if rule.in_force:
            lines.append((self.tr("In force since"), rule.in_force))
        lines += [
            (self.tr("Status"), self._context.say(rule.status)),
            (self.tr("How well it is known"), self._read(rule)),
        ]
        lines += [(self._context.say(law.article), _told(law, self._context.say(law.gist))) for law in articles]
        lines.append((self.tr("Checked"), rule.checked))
        return _entry(
            LibrarySection.RULES, key, self._context.say(rule.name), lines, names=(rule.name.zh, rule.name.en)
        )

    def _read(self, rule: RuleText) -> str:
        return {
            "text": self.tr("Its text was read word for word; articles may be quoted."),
            "part": self.tr("Only parts of its text were read; do not quote more than stands here."),
            "report": self.tr("Known only as others report it. Good for asking your acquirer, not for quoting."),
        }[rule.read]

    def _check(self, key: str, check: CheckText) -> LibraryEntry:
        lines = [
            ("", self._context.say(check.why)),
            (self.tr("What proves it"), self._context.say(check.evidence)),
            (self.tr("What to do"), self._context.say(check.remedy)),
        ]
        laws = [self._context.guidance.laws[law] for law in check.law]
        lines += [(self.tr("Basis"), f"{self._context.say(law.name)} {self._context.say(law.article)}") for law in laws]
        return _entry(
            LibrarySection.CHECKS,
            key,
            self._context.say(check.title_met),
            lines,
            names=(check.title_met.zh, check.title_met.en),
        )

    def _item(self, key: str, kind: KindText) -> LibraryEntry:
        lines = [
            ("", self._context.say(kind.explanation)),
            (self.tr("Usual time limit"), self._context.say(kind.due)),
            (self.tr("Whom to ask"), self._context.say(kind.contact)),
            (self.tr("What clears it"), self._context.say(kind.proof)),
        ]
        return _entry(
            LibrarySection.ITEMS, key, self._context.say(kind.name), lines, names=(kind.name.zh, kind.name.en)
        )


def matching(all_entries: Iterable[LibraryEntry], asked: str) -> tuple[LibraryEntry, ...]:
    """Return the entries that hold every word asked for, those named so first; all of them when nothing is asked.

    Where none does, the ones whose names share most with the question: owners type whole sentences.
    """
    words, entries = fold(asked).split(), tuple(all_entries)
    holding = [entry for entry in entries if all(word in entry.search for word in words)]
    if not holding:
        return _near(entries, words)
    return tuple(sorted(holding, key=lambda entry: not all(word in fold(entry.title) for word in words)))


def _near(entries: Iterable[LibraryEntry], words: Iterable[str]) -> tuple[LibraryEntry, ...]:
    """Return the few entries whose names hold most pieces of a question: words, and two Chinese characters in a row."""
    pieces = {piece for word in words for piece in _pieces(word)} - _EMPTY
    shared = [(sum(piece in entry.names for piece in pieces), entry) for entry in entries]
    most = max((count for count, _ in shared), default=0)
    return tuple(entry for count, entry in shared if count == most)[:_NEAR] if most else ()


def _pieces(word: str) -> Iterator[str]:
    if word.isascii():
        if len(word) >= _WORD:
            yield word.strip("?!.,")
        return
    yield from (word[at : at + 2] for at in range(len(word) - 1))


def fold(text: str) -> str:
    """Return a text as it is compared: full-width and half-width alike, capitals and small letters alike."""
    return normalize("NFKC", text).casefold()


def _articles(guidance: Guidance, rule: RuleText) -> list[LawText]:
    return [law for law in guidance.laws.values() if law.name == rule.name]


def _told(law: LawText, gist: str) -> str:
    """Return an article's own words, which are Chinese in both languages, above what they mean."""
    return f"「{law.quote}」\n{gist}" if law.quote else gist


def _entry(
    section: LibrarySection, key: str, title: str, lines: list[tuple[str, str]], *, names: Iterable[str], slip: str = ""
) -> LibraryEntry:
    called = fold(" ".join((title, *names)))
    search = fold(" ".join((called, *(f"{head} {text}" for head, text in lines))))
    return LibraryEntry(section, key, title, tuple(lines), slip, search, called)
