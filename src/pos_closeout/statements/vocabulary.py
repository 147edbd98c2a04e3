"""The knowledge about platforms that is data: layouts, words, names of columns (``resources/statements/*.toml``)."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pos_closeout.domain.bills.transactions import BillChannel, Direction, TransactionState
from pos_closeout.domain.errors import BadInputError
from pos_closeout.statements.cells import column_name, word

UNMARKED = "table"
"""Layout id of a table that no layout knows and a mapping reads."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout of a bill; the fields are explained at the head of ``layouts.toml``. Names are in comparable form."""

    id: str
    family: str
    channel: BillChannel
    direction: str
    columns: Mapping[str, tuple[str, ...]]
    requires: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    booked: bool = False
    ledger: bool = False
    quotes: bool = True
    delimiter: str = ","
    unit: str = "yuan"
    keep_months: int | None = None
    footer: str = "none"
    refuse: str = ""
    positive: Direction = Direction.IN

    def fits(self, names: frozenset[str]) -> bool:
        """Tell whether a header line with these names belongs to the layout."""
        return self.requires <= names and (not self.needs or not self.needs.isdisjoint(names))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything the readers know about platforms; ``folder`` is where it stands. Build it with ``load_vocabulary``."""

    layouts: tuple[Layout, ...]
    states: Mapping[str, Mapping[str, TransactionState]]
    refund_types: tuple[str, ...]
    refund_beginnings: tuple[str, ...]
    channel_words: Mapping[str, BillChannel]
    roles: Mapping[str, tuple[str, ...]]
    sides: Mapping[str, Direction]
    card_names: frozenset[str]
    card_titles: tuple[str, ...]
    repayment_words: tuple[str, ...]
    total_words: frozenset[str]
    known_names: frozenset[str] = field(default=frozenset())
    folder: Path = field(default_factory=Path)

    def state_of(self, family: str, text: str) -> TransactionState:
        """Return what a status word means on a platform; ``UNKNOWN`` for every word that is not written down."""
        folded = word(text)
        own = self.states.get(family, {}).get(folded)
        return own or self.states["any"].get(folded, TransactionState.UNKNOWN)


def load_vocabulary(folder: Path) -> Vocabulary:
    """Read the three files of ``resources/statements``.

    Raises:
        BadInputError: ``statement.vocabulary_broken`` when a file is missing or does not have the expected shape.
    """
    try:
        layouts, states, columns = (
            tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
            for name in ("layouts", "states", "columns")
        )
        return replace(_vocabulary(layouts, states, columns), folder=folder)
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise BadInputError("statement.vocabulary_broken", folder=str(folder), detail=str(error)) from error


def _vocabulary(layouts: dict[str, Any], states: dict[str, Any], columns: dict[str, Any]) -> Vocabulary:
    read_layouts = tuple(_layout(entry) for entry in layouts["layout"])
    roles = {role: _names(names) for role, names in columns["roles"].items()}
    card = columns["card_statements"]
    return Vocabulary(
        layouts=read_layouts,
        states={family: _states(words) for family, words in states["states"].items()},
        refund_types=tuple(states["refund_words"]["types"]),
        refund_beginnings=tuple(states["refund_words"]["beginnings"]),
        channel_words={
            text: BillChannel[name.upper()] for name, texts in states["channel_words"].items() for text in texts
        },
        roles=roles,
        sides={word(text): Direction(side) for side, texts in columns["sides"].items() for text in texts},
        card_names=frozenset(_names(card["names"])),
        card_titles=tuple(card["titles"]),
        repayment_words=tuple(card["repayment"]),
        total_words=frozenset(columns["totals"]["words"]),
        known_names=frozenset(name for names in roles.values() for name in names),
    )


def _layout(entry: dict[str, Any]) -> Layout:
    options = {name: value for name, value in entry.items() if name not in {"columns", "requires", "needs", "channel"}}
    return Layout(
        **options,
        channel=BillChannel(entry["channel"]),
        columns={name: _names(names) for name, names in entry["columns"].items()},
        requires=frozenset(_names(entry["requires"])),
        needs=frozenset(_names(entry.get("needs", ()))),
    )


def _states(words: dict[str, list[str]]) -> dict[str, TransactionState]:
    return {word(text): TransactionState(state) for state, texts in words.items() for text in texts}


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(column_name(name) for name in names)
