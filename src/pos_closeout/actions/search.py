"""Search everything: cases, open items with their notes, the history, imported bills, and the library."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pos_closeout.domain.case.case import Case, shop_name
from pos_closeout.domain.ledger.open_items import ItemKind
from pos_closeout.domain.money import format_yuan
from pos_closeout.domain.phases import Step
from pos_closeout.domain.search import (
    BILLS,
    GROUPS,
    HISTORY,
    LIBRARY,
    Hit,
    SearchResult,
    Term,
    fen_of,
    fold,
    holds,
    terms_of,
)
from pos_closeout.guidance import Guidance
from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.case_history import line_entry
from pos_closeout.guidance.case_records import case_records
from pos_closeout.store import open_beside
from pos_closeout.store.mapping import Row
from pos_closeout.store.search import Rows, SearchRepository, Wanted

MOST = 30
"""Hits of one group that are listed."""
_AROUND = 60
"""Characters of a long text that are shown before and after what was found."""

_Stopped = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class _Record:
    """One thing with its texts folded once: as it is shown, as it is compared, and what it belongs to."""

    hit: Hit
    cells: tuple[tuple[str, str], ...]
    folded: str
    context: str


@dataclass(frozen=True, slots=True)
class _BillLine:
    """A line of the history."""

    at: str
    what: str
    old: str
    new: str


@dataclass(slots=True)
class Searcher:
    """Searches one data folder in one language; cases are read once, so make a new one after they have changed.

    Args:
        path: the database of the open data folder; every search opens it for itself, so any thread may search.
        guidance: for the library and the words.
        language: ``zh`` or ``en``.
    """

    path: Path
    guidance: Guidance
    language: str
    _records: tuple[_Record, ...] | None = field(default=None, init=False)
    _cases: tuple[Case, ...] = field(default=(), init=False)

    def find(self, asked: str, case_id: int | None = None, stopped: _Stopped = lambda: False) -> SearchResult:
        """Return what holds every word; nothing for no words.

        Args:
            asked: words of any language, amounts such as ``123.45`` among them.
            case_id: look in one case only; the library is left out then.
            stopped: asked every few milliseconds; once it says so, what has been found is all there is.

        Raises:
            DataFolderError: the data cannot be read.
        """
        near, bills = self.find_near(asked, case_id, stopped), self.find_in_bills(asked, case_id, stopped)
        return together(near, bills)

    def find_near(self, asked: str, case_id: int | None = None, stopped: _Stopped = lambda: False) -> SearchResult:
        """Return the same without imported bills: at once, whatever has been imported."""
        terms = terms_of(asked)
        if not terms:
            return SearchResult()
        with open_beside(self.path) as store:
            if self._records is None:
                self._cases = store.cases.all()
                self._records = (*self._of_cases(), *self._of_library())
            tables = SearchRepository(store.database, stopped)
            wanted = [self._wanted(term) for term in terms]
            parts = [
                self._items(tables.items(wanted, case_id, MOST), terms),
                self._items(tables.beside_items(wanted, case_id, MOST), terms),
                self._history(tables.history(wanted, case_id, 2 * MOST), terms),
            ]
        return _gathered([self._simple(terms, case_id), *parts])

    def find_in_bills(self, asked: str, case_id: int | None = None, stopped: _Stopped = lambda: False) -> SearchResult:
        """Return what stands in imported bills; a million lines take a few seconds."""
        terms = terms_of(asked)
        if not terms:
            return SearchResult()
        with open_beside(self.path) as store:
            self._cases = self._cases or store.cases.all()
            wanted = [self._wanted(term) for term in terms]
            rows = SearchRepository(store.database, stopped).bill_lines(wanted, case_id, MOST)
        hits = [self._bill_line(row, terms) for row in rows.rows]
        return _gathered([(hits, rows.more, not rows.broken_off)])

    def _wanted(self, term: Term) -> Wanted:
        kinds = tuple(key.value for key, text in self.guidance.kinds.items() if term.place(_both(text.name)) >= 0)
        cases = tuple(case.id for case in self._cases if term.place(_context(case)) >= 0)
        return Wanted(term.plain, cases, kinds, fen_of(term.word), term.date)

    def _of_cases(self) -> Iterator[_Record]:
        for case in self._cases:
            other = "en" if self.language == "zh" else "zh"
            both = zip(
                case_records(case, self.guidance, self.language), case_records(case, self.guidance, other), strict=True
            )
            for record, translated in both:
                hit = Hit(record.step.value, record.called, "", case.id, record.step)
                texts = [text for _, text in (*record.cells, *translated.cells)]
                yield _Record(hit, record.cells, fold(" ".join(texts)), _context(case))

    def _of_library(self) -> Iterator[_Record]:
        guidance = self.guidance
        for shelf, key, name, texts in (
            *(("words", key, term.name, (term.meaning, term.where)) for key, term in guidance.glossary.items()),
            *(("rules", key, rule.name, (rule.about, rule.status)) for key, rule in guidance.rules.items()),
            *(("checks", key, check.title_met, (check.why, check.remedy)) for key, check in guidance.checks.items()),
            *(("items", key.value, kind.name, (kind.explanation, kind.proof)) for key, kind in guidance.kinds.items()),
        ):
            more = guidance.glossary[key].search if shelf == "words" else ()
            told = [text for text in texts if text is not None]
            cells = tuple(("", text.of(self.language)) for text in told)
            search = " ".join((_both(name), *map(_both, told), *map(fold, more)))
            yield _Record(Hit(LIBRARY, name.of(self.language), "", entry=f"{shelf}/{key}"), cells, search, "")

    def _simple(self, terms: Sequence[Term], case_id: int | None) -> tuple[list[Hit], bool, bool]:
        hits = [
            replace(record.hit, text=_matching(record.cells, terms))
            for record in self._records or ()
            if case_id in {None, record.hit.case_id} and holds(terms, record.folded, record.context)
        ]
        return hits, False, True

    def _items(self, rows: Rows, terms: Sequence[Term]) -> tuple[list[Hit], bool, bool]:
        hits = []
        for number, case, kind, fen, who, text in rows.rows:
            name = self.guidance.kinds[ItemKind(str(kind))].name.of(self.language)
            where = " ".join(part for part in (name, str(who), _yuan(fen)) if part)
            shown = _excerpt(str(text), terms)
            hits.append(Hit(Step.OPEN_ITEMS.value, where, shown, int(case or 0), Step.OPEN_ITEMS, int(number or 0)))
        return hits, rows.more, not rows.broken_off

    def _history(self, rows: Rows, terms: Sequence[Term]) -> tuple[list[Hit], bool, bool]:
        hits, cases = [], {case.id: case for case in self._cases}
        for row in rows.rows:
            number, (at, what, old, new) = int(row[0] or 0), map(str, row[1:5])
            sentence = line_entry(_BillLine(at, what, old, new), cases.get(number), self.guidance, self.language)
            if sentence:
                hits.append(Hit(HISTORY, at[:16].replace("T", " "), _excerpt(sentence, terms), number))
        return hits[:MOST], rows.more or len(hits) > MOST, not rows.broken_off

    def _bill_line(self, row: Row, terms: Sequence[Term]) -> Hit:
        bill, case, at, fen, who, text = row
        where = " ".join(part for part in (str(at)[:10], _yuan(fen), str(who)) if part)
        return Hit(BILLS, where, _excerpt(str(text), terms), int(case or 0), bill_id=int(bill or 0))


def together(one: SearchResult, other: SearchResult) -> SearchResult:
    """Return two answers to the same question as one."""
    hits = sorted((*one.hits, *other.hits), key=lambda hit: GROUPS.index(hit.group))
    more = tuple(group for group in GROUPS if group in {*one.more, *other.more})
    return SearchResult(tuple(hits), more, one.whole and other.whole)


def _gathered(parts: Iterable[tuple[list[Hit], bool, bool]]) -> SearchResult:
    hits: dict[str, list[Hit]] = {}
    more: set[str] = set()
    whole = True
    for found, further, complete in parts:
        whole = whole and complete
        for hit in found:
            group = hits.setdefault(hit.group, [])
            # An item is listed once, however many of its notes hold the words.
            if hit.item_id and any(hit.item_id == each.item_id for each in group):
                continue
            group.append(hit)
        if further and found:
            more.add(found[0].group)
    more |= {group for group, found in hits.items() if len(found) > MOST}
    listed = tuple(hit for group in GROUPS for hit in hits.get(group, ())[:MOST])
    return SearchResult(listed, tuple(group for group in GROUPS if group in more), whole)


def _context(case: Case) -> str:
    return fold(f"{shop_name(case)} {case.merchant.registered_name} {case.number}")


def _both(text: Bilingual) -> str:
    return fold(f"{text.zh} {text.en}")


def _yuan(fen: object) -> str:
    return f"¥{format_yuan(fen)}" if isinstance(fen, int) else ""


def _matching(cells: Sequence[tuple[str, str]], terms: Sequence[Term]) -> str:
    """Return the fields that hold a word, else the first ones."""
    found = [cell for cell in cells if any(term.place(fold(cell[1])) >= 0 for term in terms)] or list(cells[:2])
    return " · ".join(f"{name}: {_excerpt(text, terms)}" if name else _excerpt(text, terms) for name, text in found[:4])


def _excerpt(text: str, terms: Sequence[Term]) -> str:
    """Return a text shortened around the first word that is in it."""
    plain = " ".join(text.split())
    folded = fold(plain)
    at = min((place for term in terms if (place := term.place(folded)) >= 0), default=0)
    start, end = max(0, at - _AROUND), at + 2 * _AROUND
    return ("…" if start else "") + plain[start:end] + ("…" if end < len(plain) else "")
