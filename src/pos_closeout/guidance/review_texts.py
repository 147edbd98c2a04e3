"""The words of step 9: states, reasons, repairs, and the ladder to climb when nobody answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pos_closeout.domain.case.issued_papers import DeliveryChannel
from pos_closeout.domain.case.review import FORM_AGAIN, REPAIRS, EventKind, Repair, ReturnReason, ReviewState
from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.reading import TextSection, read_sections

BASES = ("answer", "answer_asked", "receipt", "receipt_asked", "uncertain", "returned", "received")


@dataclass(frozen=True, slots=True)
class StateText:
    """What a state is called, and what the owner does next."""

    name: Bilingual
    next: Bilingual


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung of the ladder; ``number``, ``source`` and ``checked`` are empty where there is none to give."""

    who: Bilingual
    note: Bilingual
    number: str
    source: Bilingual | None
    checked: str


@dataclass(frozen=True, slots=True)
class ReviewTexts:
    """All words of step 9. ``bases`` may hold ``{days}``, ``repairs["other"]`` holds ``{text}``."""

    states: Mapping[ReviewState, StateText]
    events: Mapping[EventKind, Bilingual]
    ways: Mapping[DeliveryChannel, Bilingual]
    reasons: Mapping[ReturnReason, Bilingual]
    repairs: Mapping[str, Bilingual]
    bases: Mapping[str, Bilingual]
    ladder: tuple[Rung, ...]


def load_review_texts(folder: Path) -> ReviewTexts:
    """Read ``review.toml``.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    tables = ("states", "events", "ways", "reasons", "repairs", "basis", "ladder")
    found = read_sections(folder, "review.toml", tables)
    keys = [key for steps in (*REPAIRS.values(), (FORM_AGAIN,)) for key, _ in steps]
    return ReviewTexts(
        states={state: _state(found["states"].section(state)) for state in ReviewState},
        events={kind: found["events"].text(kind) for kind in EventKind},
        ways={way: found["ways"].text(way) for way in DeliveryChannel},
        reasons={reason: found["reasons"].text(reason) for reason in ReturnReason},
        repairs={key: found["repairs"].only(keys).text(key) for key in keys},
        bases={name: found["basis"].only(BASES).text(name) for name in BASES},
        ladder=tuple(_rung(section) for section in found["ladder"].sections("rungs")),
    )


def repair_text(texts: ReviewTexts, repair: Repair, language: str) -> str:
    """Return what is to be mended; the acquirer's own words stay as they are."""
    known = texts.repairs.get(repair.key, texts.repairs["other"])
    return known.of(language).replace("{text}", repair.text)


def _state(section: TextSection) -> StateText:
    return StateText(section.only(("name", "next")).text("name"), section.text("next"))


def _rung(section: TextSection) -> Rung:
    section.only(Rung.__dataclass_fields__)
    number = section.string("number", "")
    return Rung(
        who=section.text("who"),
        note=section.text("note"),
        number=number,
        source=section.text("source") if number else None,
        checked=section.string("checked") if number else "",
    )
