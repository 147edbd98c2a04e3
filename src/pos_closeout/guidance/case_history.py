"""The history of a case in sentences: what the owner did, in the order it was done, without a name of a field.

The history holds a line for each field and each save. Here a few minutes of typing become one sentence, and entries of
lists, which the history knows by their place, are recognised again when their place has changed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.ledger.open_items import ItemKind
from pos_closeout.domain.money import format_yuan
from pos_closeout.domain.phases import Step
from pos_closeout.guidance.case_values import field_name, is_tick, shown
from pos_closeout.guidance.case_words import OWN
from pos_closeout.guidance.guidance import Guidance

_TOGETHER = timedelta(minutes=10)
"""How long changes of one part count as one doing."""
_KEYED = frozenset({"items", "terminals", "answers", "carried"})
"""Lists whose entries the history knows by a key that stays."""
_SINGLE = frozenset({"answers", "carried"})
"""Lists whose entries have one field only; the path ends with the key."""

Cells = dict[str, str]
Entries = dict[str, Cells]
"""What the entries of a part hold, by key or place; a part that is no list has one, with an empty key."""
Place = tuple[str, str, str]
"""Part, key or place of the entry (empty for none), and field."""


class HistoryLine(Protocol):
    """A line of the history, as the store gives it."""

    @property
    def at(self) -> str:
        """When, ISO 8601."""

    @property
    def what(self) -> str:
        """A path or a verb."""

    @property
    def old(self) -> str:
        """The text before."""

    @property
    def new(self) -> str:
        """The text after."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One sentence.

    Attributes:
        at: when, ISO 8601, of the first change it tells.
        step: the step it is about, ``None`` for the case itself.
    """

    at: str
    step: Step | None
    text: str


@dataclass(slots=True)
class _TimeSpan:
    """Some minutes: verbs as they came, and for each part what it was before and is now."""

    start: datetime
    at: str
    told: list[HistoryEntry] = field(default_factory=list[HistoryEntry])
    touched: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    before: dict[str, Entries] = field(default_factory=dict[str, Entries])


class _HistoryWriter:
    """Follows a history line by line, knowing what every part held."""

    def __init__(self, case: Case | None, guidance: Guidance, language: str) -> None:
        self.guidance, self.words, self.language = guidance, guidance.case_words, language
        self.now: dict[str, Entries] = {}
        self.items: dict[str, str] = {}
        self.terminals = {str(each.id): each.number for each in case.terminals} if case is not None else {}

    def say(self, phrase: str, **names: str) -> str:
        """Fill a phrase."""
        return _filled(self.words.phrases[phrase].of(self.language), names)

    def verb(self, line: HistoryLine) -> HistoryEntry:
        """Return the sentence of a verb."""
        names = {"old": line.old, "new": line.new}
        if line.what.startswith("item."):
            number, _, text = (line.new or line.old).partition(" ")
            if line.what in {"item.added", "item.removed", "item.restored"}:
                self.items[number] = self._item_name(number, text)
            way, _, rest = text.partition(" · ")
            talks = self.words.values["TalkChannel"]
            if line.what == "item.talked" and way in talks:
                text = f"{talks[way].of(self.language)} · {rest}"
            names |= {"item": self.item(number), "text": text.partition(" sha256=")[0]}
        step = None if line.what.startswith("case.") else Step.OPEN_ITEMS
        return HistoryEntry(line.at, step, _filled(self.words.verbs[line.what].of(self.language), names))

    def item(self, number: str) -> str:
        """Return what an open item is called."""
        kind = self.words.parts["items"].called.of(self.language)
        return self.items.get(number) or self.say("item", kind=kind, number=number)

    def _item_name(self, number: str, text: str) -> str:
        kind, _, fen = text.partition(" ")
        if kind not in set(ItemKind):
            return ""
        name = self.guidance.kinds[ItemKind(kind)].name.of(self.language)
        amount = f" ¥{format_yuan(int(fen))}" if fen.isdigit() else ""
        return self.say("item", kind=name + amount, number=number)

    def subject(self, part: str, key: str, cells: Mapping[str, str]) -> str:
        """Return what a part or an entry is called, by what tells it from others."""
        told = self.words.parts[part]
        if part in {"items", "carried"}:
            names = self.item(key)
            return names if part == "items" else self.say("named", called=told.called.of(self.language), names=names)
        texts = [self.shown(part, name, cells.get(name, "")) for name in told.named_by]
        names = " ".join(text for text in texts if text)
        called = told.called.of(self.language)
        return self.say("named", called=called, names=names) if names else called

    def shown(self, part: str, name: str, stored: str) -> str:
        """Write a value."""
        if name == "terminal":
            return self.now.get("terminals", {}).get(stored, {}).get("number") or self.terminals.get(stored) or stored
        return shown(self.guidance, part, name, stored, self.language)

    def changes(self, part: str, old: Mapping[str, str], new: Mapping[str, str], left_out: Sequence[str] = ()) -> str:
        """Return what differs between two states, empty when nothing does that an owner would know."""
        told = []
        for name in dict.fromkeys((*new, *old)):
            called = field_name(self.guidance, part, name)
            before, after = (cells.get(name, "").removeprefix("[]") for cells in (old, new))
            if called is None and part == "carried":
                told.append(after)
            elif called is not None and before != after and name not in left_out:
                told.append(self._change(part, name, called.of(self.language), before, after))
        return self.words.phrases["between"].of(self.language).join(text for text in told if text)

    def _change(self, part: str, name: str, called: str, before: str, after: str) -> str:
        if is_tick(self.guidance, part, name):
            # Not ticked is how every tick begins.
            return self.say("ticked" if after == "1" else "unticked", field=called) if after == "1" or before else ""
        old, new = self.shown(part, name, before), self.shown(part, name, after)
        phrase = "changed" if old and new else "set" if new else "emptied"
        return self.say(phrase, field=called, old=old, new=new)


def history_entries(
    lines: Iterable[HistoryLine], case: Case | None, guidance: Guidance, language: str, *, known: int = 0
) -> tuple[HistoryEntry, ...]:
    """Return the history of a case in sentences, oldest first.

    Args:
        lines: all of them from the first, oldest first.
        case: for the numbers of terminals.
        guidance: the words.
        language: ``zh`` or ``en``.
        known: how many lines from the first are not told: what comes after them is told as what changed since.
    """
    teller = _HistoryWriter(case, guidance, language)
    told: list[HistoryEntry] = []
    window: _TimeSpan | None = None
    for number, line in enumerate(lines):
        at = datetime.fromisoformat(line.at)
        parted = number == known or (at - window.start > _TOGETHER or at.date() != window.start.date() if window else 0)
        if window is not None and parted:
            told += _closed(window, teller)
            window = None
        if number == known:
            told.clear()
        window = window or _TimeSpan(at, line.at)
        _follow(window, line, teller)
    return (*told, *_closed(window, teller)) if window is not None else tuple(told)


def line_entry(line: HistoryLine, case: Case | None, guidance: Guidance, language: str) -> str:
    """Return one line of a history as a sentence; empty for what means nothing to an owner."""
    window, teller = _TimeSpan(datetime.fromisoformat(line.at), line.at), _HistoryWriter(case, guidance, language)
    place = _place(line.what, teller)
    if place is not None:
        part, key, name = place
        teller.now[part] = {key: {name: line.old}}
    _follow(window, line, teller)
    return " ".join(each.text for each in _closed(window, teller))


def _follow(window: _TimeSpan, line: HistoryLine, teller: _HistoryWriter) -> None:
    """Take one line in."""
    if line.what in teller.words.verbs:
        window.told.append(teller.verb(line))
        return
    place = _place(line.what, teller)
    if place is None:
        return
    part, key, name = place
    now, before = teller.now.setdefault(part, {}), window.before.setdefault(part, {})
    # Of a list that is known by places every entry may move, so all of it is kept.
    by_place = bool(key) and part not in _KEYED
    if not by_place or not before:
        for each in (*now, key) if by_place else (key,):
            before.setdefault(each, dict(now.get(each, {})))
    before.setdefault(key, {}).setdefault(name, line.old)
    window.touched.setdefault((part, "" if by_place else key), line.at)
    now.setdefault(key, {})[name] = line.new


def _place(what: str, teller: _HistoryWriter) -> Place | None:
    part, _, rest = what.partition(".")
    if not rest:
        return (OWN, "", part) if part in teller.words.parts[OWN].fields else None
    if part not in teller.words.parts:
        return None
    key, _, name = rest.partition(".")
    if part in _SINGLE:
        return part, rest, rest
    if name and key.isdigit():
        return part, key, name
    # Files are known by where they lie, which has points of its own.
    key, _, name = rest.rpartition(".")
    return part, key, name


def _closed(window: _TimeSpan, teller: _HistoryWriter) -> Iterator[HistoryEntry]:
    """Tell what happened in a window."""
    yield from window.told
    for (part, key), at in window.touched.items():
        step = None if part == OWN else teller.words.parts[part].step
        tell = _told_entry if key or not teller.words.parts[part].named_by else _told_list
        for text in tell(part, key, window, teller):
            yield HistoryEntry(at, step, text)


def _told_entry(part: str, key: str, window: _TimeSpan, teller: _HistoryWriter) -> Iterator[str]:
    old, new = window.before[part][key], teller.now[part][key]
    named_by = [name for name in teller.words.parts[part].named_by if not old.get(name)]
    text = teller.changes(part, old, new, named_by)
    if text:
        known = {name: new.get(name) or old.get(name, "") for name in (*old, *new)}
        yield teller.say("line", subject=teller.subject(part, key, known), changes=text)


def _told_list(part: str, _: str, window: _TimeSpan, teller: _HistoryWriter) -> Iterator[str]:
    old = [_filled_in(cells) for cells in window.before[part].values()]
    new = [_filled_in(cells) for cells in teller.now[part].values()]
    gone = [cells for cells in old if cells and cells not in new]
    named_by = teller.words.parts[part].named_by
    for cells in (cells for cells in new if cells and cells not in old):
        before = max(gone, key=lambda each: _alike(each, cells), default=None)
        if before is not None and _alike(before, cells):
            gone.remove(before)
            text = teller.changes(part, before, cells)
            if text:
                yield teller.say("line", subject=teller.subject(part, "", before | cells), changes=text)
            continue
        text = teller.changes(part, {}, cells, named_by)
        phrase = "added" if text else "added_bare"
        yield teller.say(phrase, subject=teller.subject(part, "", cells), changes=text)
    for cells in gone:
        yield teller.say("removed", subject=teller.subject(part, "", cells))


def _filled_in(cells: Mapping[str, str]) -> Cells:
    return {name: text for name, text in cells.items() if text}


def _alike(one: Mapping[str, str], other: Mapping[str, str]) -> int:
    """Return how many fields say the same; a tick that is not set says nothing."""
    return sum(other.get(name) == text and text != "0" for name, text in one.items())


def _filled(pattern: str, names: Mapping[str, str]) -> str:
    for name, text in names.items():
        pattern = pattern.replace("{" + name + "}", text)
    return pattern
