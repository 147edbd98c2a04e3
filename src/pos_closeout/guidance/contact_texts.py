"""The words of step 6: where the acquirer's name stands, the guard, the call script, and the acquirers' directory."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pos_closeout.domain.case.case import Case, shop_name
from pos_closeout.domain.case.contact import SAFE_ANSWERS, ContactChannel, NumberSource
from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.reading import TextSection, read_sections

PLACES = ("slip", "agreement", "payer")
_MARKS = frozenset({"confirmed", "reported"})
_TABLES = ("places", "guard", "never", "script", "sources", "ways")
_BLANK = "______"
_WHOLE_DAY = len("2024-12-09")


@dataclass(frozen=True, slots=True)
class PlaceText:
    """One place that names the acquirer, and how to read it."""

    name: Bilingual
    how: Bilingual


@dataclass(frozen=True, slots=True)
class GuardText:
    """One question of the guard, and what an alarming answer means."""

    question: Bilingual
    alarm: Bilingual


@dataclass(frozen=True, slots=True)
class ScriptText:
    """What to say: to open, to ask, to close.

    Lines may hold ``{shop}``, ``{merchant_number}``, ``{terminals}``, ``{action}`` and ``{day}``.
    """

    opening: tuple[Bilingual, ...]
    ask: tuple[Bilingual, ...]
    closing: tuple[Bilingual, ...]


@dataclass(frozen=True, slots=True)
class ContactTexts:
    """All words of step 6."""

    places: Mapping[str, PlaceText]
    guard: Mapping[str, GuardText]
    never: tuple[Bilingual, ...]
    script: ScriptText
    sources: Mapping[NumberSource, Bilingual]
    ways: Mapping[ContactChannel, Bilingual]


@dataclass(frozen=True, slots=True)
class ListedNumber:
    """A number of the directory.

    Attributes:
        source: where it was read.
        checked: the month it was read, such as ``2026-11``.
        confirmed: the institution itself prints or says it; else others report it.
    """

    number: str
    note: Bilingual
    source: Bilingual
    checked: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class LeftMarket:
    """That an institution has ended its payment business.

    Attributes:
        on: the day, month or year as far as it is known, such as ``2024-12-09`` or ``2025``.
        how: what happened.
        source: where it was read.
        checked: the month it was read.
        confirmed: the institution or the central bank itself says so; else others report it.
    """

    on: str
    how: Bilingual
    source: Bilingual
    checked: str
    confirmed: bool

    @property
    def day(self) -> date | None:
        """The day where it is known to the day."""
        return date.fromisoformat(self.on) if len(self.on) == _WHOLE_DAY else None


@dataclass(frozen=True, slots=True)
class ListedAcquirer:
    """An entry of the directory.

    Attributes:
        name: the usual short name, not the registered one.
        match: words of the registered name by which the entry is found.
        numbers: empty where nobody has checked one.
        left: set where the institution has ended its payment business.
    """

    name: Bilingual
    match: tuple[str, ...]
    numbers: tuple[ListedNumber, ...]
    left: LeftMarket | None = None


def load_contact_texts(folder: Path) -> ContactTexts:
    """Read ``contact.toml``.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    found = read_sections(folder, "contact.toml", _TABLES)
    places, guard, script = found["places"].only(PLACES), found["guard"], found["script"]
    guard.only(name for name, _ in SAFE_ANSWERS)
    return ContactTexts(
        {place: _place(places.section(place)) for place in PLACES},
        {name: _guard(guard.section(name)) for name, _ in SAFE_ANSWERS},
        found["never"].texts("lines"),
        ScriptText(script.texts("opening"), script.texts("ask"), script.texts("closing")),
        {source: found["sources"].text(source) for source in NumberSource},
        {way: found["ways"].text(way) for way in ContactChannel},
    )


def load_acquirers(folder: Path) -> Mapping[str, ListedAcquirer]:
    """Read ``acquirers.toml``, in its own order.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    return {key: _acquirer(section) for key, section in read_sections(folder, "acquirers.toml").items()}


def find_acquirer(directory: Mapping[str, ListedAcquirer], name: str) -> ListedAcquirer | None:
    """Return the entry whose words stand in a name, the longest such word first, or ``None``."""
    plain = name.casefold()
    fitting = [(len(word), entry) for entry in directory.values() for word in entry.match if word.casefold() in plain]
    return max(fitting, key=lambda each: each[0], default=(0, None))[1]


def completing(
    directory: Mapping[str, ListedAcquirer], typed: str, initials: Callable[[str], str] | None = None
) -> tuple[ListedAcquirer, ...]:
    """Return the entries that go on from what was typed, those whose name begins so first.

    Args:
        directory: the entries.
        typed: a piece of a name in either language, of the registered name, or first letters of the pinyin.
        initials: gives the first letters of a name; left out while its dictionary is not loaded.
    """
    plain = "".join(typed.split()).casefold()
    if not plain:
        return ()
    ranked = ((_rank(entry, plain, initials), place) for place, entry in enumerate(directory.values()))
    entries = tuple(directory.values())
    return tuple(entries[place] for rank, place in sorted((rank, place) for rank, place in ranked if rank is not None))


def _rank(entry: ListedAcquirer, plain: str, initials: Callable[[str], str] | None) -> int | None:
    names = [name.replace(" ", "").casefold() for name in (entry.name.zh, entry.name.en, *entry.match)]
    if any(name.startswith(plain) for name in names):
        return 0
    letters = "" if initials is None else initials(entry.name.zh)
    if letters and letters.startswith(plain):
        return 1
    return 2 if any(plain in name for name in names) else None


def call_script(script: ScriptText, case: Case, action: str, day: str, language: str) -> tuple[tuple[str, ...], ...]:
    """Return opening, questions and closing with the case filled in; what is not known yet is left blank to write in.

    Args:
        script: the words.
        case: the case.
        action: what is asked for, in the language of the script.
        day: the wished day of the stop, as that language writes it.
        language: ``zh`` or ``en``.
    """
    numbers = [terminal.number.strip() for terminal in case.terminals if terminal.number.strip()]
    facts = {
        "shop": shop_name(case).strip(),
        "merchant_number": case.merchant.merchant_number.strip(),
        "terminals": ("、" if language == "zh" else ", ").join(numbers),
        "action": action,
        "day": day,
    }
    return tuple(
        tuple(_filled(line.of(language), facts) for line in part)
        for part in (script.opening, script.ask, script.closing)
    )


def script_as_text(parts: Sequence[Sequence[str]], *, room: int = 0) -> str:
    """Return the script as plain text, its questions numbered.

    Args:
        parts: what :func:`call_script` returns.
        room: empty lines below each question, to write the answer in on paper.
    """
    opening, ask, closing = parts
    numbered = [f"{place}. {line}" + "\n" * room for place, line in enumerate(ask, 1)]
    return "\n".join([*opening, "", *numbered, "", *closing])


def _filled(line: str, facts: Mapping[str, str]) -> str:
    return re.sub(r"{(\w+)}", lambda found: facts[found[1]] or _BLANK, line)


def _place(section: TextSection) -> PlaceText:
    section.only(PlaceText.__dataclass_fields__)
    return PlaceText(section.text("name"), section.text("how"))


def _guard(section: TextSection) -> GuardText:
    section.only(GuardText.__dataclass_fields__)
    return GuardText(section.text("question"), section.text("alarm"))


def _acquirer(section: TextSection) -> ListedAcquirer:
    section.only(ListedAcquirer.__dataclass_fields__)
    numbers = tuple(_number(each) for each in section.sections("numbers"))
    left = _left(section.section("left")) if "left" in section.values else None
    return ListedAcquirer(section.text("name"), section.names("match"), numbers, left)


def _left(section: TextSection) -> LeftMarket:
    section.only(("on", "how", "source", "checked", "mark"))
    on = section.string("on")
    if section.string("mark") not in _MARKS:
        raise section.broken("mark")
    if not re.fullmatch(r"20\d\d(-\d\d){0,2}", on):
        raise section.broken("on")
    return LeftMarket(
        on=on,
        how=section.text("how"),
        source=section.text("source"),
        checked=section.string("checked"),
        confirmed=section.string("mark") == "confirmed",
    )


def _number(section: TextSection) -> ListedNumber:
    section.only(("number", "note", "source", "checked", "mark"))
    if section.string("mark") not in _MARKS:
        raise section.broken("mark")
    return ListedNumber(
        number=section.string("number"),
        note=section.text("note"),
        source=section.text("source"),
        checked=section.string("checked"),
        confirmed=section.string("mark") == "confirmed",
    )
