"""The knowledge about platforms that is data: layouts, words, names of columns (``resources/statements/*.toml``)."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from pos_closeout.domain.bills.line_states import LineKind, Meaning
from pos_closeout.domain.bills.transactions import BillChannel, Direction
from pos_closeout.domain.errors import BadInputError
from pos_closeout.statements.cells import column_name, word
from pos_closeout.statements.kinds import KindWords, kind_words

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
    own_numbers: bool = False
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


class BillText(NamedTuple):
    """What the bills of a family are called and how to get one, each text as (zh, en)."""

    name: tuple[str, str]
    guide: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything the readers know about platforms; ``folder`` is where it stands. Build it with ``load_vocabulary``."""

    layouts: tuple[Layout, ...]
    meanings: Mapping[str, Mapping[str, Meaning]]
    kinds: KindWords
    channel_words: Mapping[str, BillChannel]
    roles: Mapping[str, tuple[str, ...]]
    never: Mapping[str, tuple[str, ...]]
    marks: Mapping[Direction, tuple[str, ...]]
    sides: Mapping[str, Direction]
    card_names: frozenset[str]
    card_titles: tuple[str, ...]
    repayment_words: tuple[str, ...]
    reversal_words: tuple[str, ...]
    totals: re.Pattern[str]
    grand_totals: frozenset[str]
    known_names: frozenset[str] = field(default=frozenset())
    folder: Path = field(default_factory=Path)
    header_names: frozenset[str] = field(default=frozenset())
    balance_names: tuple[str, ...] = ()
    own_account_names: tuple[str, ...] = ()
    no_data_words: tuple[str, ...] = ()
    texts: Mapping[str, BillText] = field(default_factory=dict)

    def meaning_of(self, family: str, text: str, kind: LineKind = LineKind.PAYMENT) -> Meaning:
        """Return what a word about the state of a line says on a platform.

        ``NONE`` for a blank cell, ``UNKNOWN`` for every word that is not written down, unless it says itself that
        something failed: a refund that did not succeed must never look finished, whatever its words.
        """
        folded = word(text).upper()
        if not folded:
            return Meaning.NONE
        found = self.meanings.get(family, {}).get(folded) or self.meanings["any"].get(folded)
        if found is None and "失败" in folded:
            found = Meaning.REFUND_FAILED if "退" in folded or kind is LineKind.REFUND else Meaning.FAILED
        return found or Meaning.UNKNOWN

    def is_total(self, text: str) -> bool:
        """Tell whether a cell names a row that sums up, such as 本页小计 or 合计."""
        return self.totals.fullmatch(word(text)) is not None


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
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, re.error) as error:
        raise BadInputError("statement.vocabulary_broken", folder=str(folder), detail=str(error)) from error


def _vocabulary(layouts: dict[str, Any], states: dict[str, Any], columns: dict[str, Any]) -> Vocabulary:
    read_layouts = tuple(_layout(entry) for entry in layouts["layout"])
    totals = columns["totals"]
    roles = {role: _names(names) for role, names in columns["roles"].items()}
    card = columns["card_statements"]
    return Vocabulary(
        layouts=read_layouts,
        meanings=_all_meanings(states["words"]["any"], layouts["layout"]),
        kinds=kind_words(states["line_kinds"]),
        channel_words={
            text: BillChannel[name.upper()] for name, texts in states["channel_words"].items() for text in texts
        },
        roles=roles,
        never={role: _names(names) for role, names in columns["never"].items()},
        marks={Direction(side): _names(names) for side, names in columns["marks"].items()},
        sides={word(text).upper(): Direction(side) for side, texts in columns["sides"].items() for text in texts},
        card_names=frozenset(_names(card["names"])),
        card_titles=tuple(card["titles"]),
        repayment_words=tuple(card["repayment"]),
        reversal_words=tuple(columns["reversals"]["words"]),
        grand_totals=frozenset(totals["grand"]),
        totals=re.compile("|".join((*totals["patterns"], *map(re.escape, totals["words"])))),
        known_names=frozenset(name for names in roles.values() for name in names),
        header_names=_header_names(read_layouts, roles, columns["pages"]),
        balance_names=_names(columns["pages"]["balance"]),
        own_account_names=_names(columns["pages"]["own_account"]),
        no_data_words=tuple(states["no_data"]["words"]),
        texts=_texts(layouts),
    )


def _header_names(
    layouts: Iterable[Layout], roles: Mapping[str, tuple[str, ...]], pages: dict[str, list[str]]
) -> frozenset[str]:
    """Return every name a column is known by, also those without a role."""
    of_layouts = (names for layout in layouts for names in (*layout.columns.values(), layout.requires))
    told = (*of_layouts, *roles.values(), *map(_names, pages.values()))
    return frozenset(name for names in told for name in names)


def _layout(entry: dict[str, Any]) -> Layout:
    options = {name: value for name, value in entry.items() if name not in _TOLD_APART}
    return Layout(
        **options,
        channel=BillChannel(entry["channel"]),
        columns={name: _names(names) for name, names in entry["columns"].items()},
        requires=frozenset(_names(entry["requires"])),
        needs=frozenset(_names(entry.get("needs", ()))),
    )


_TOLD_APART = frozenset({"columns", "requires", "needs", "channel", "name", "guide", "words"})


def _texts(layouts: dict[str, Any]) -> dict[str, BillText]:
    """Return name and guide by family: bills of sales first, what only repeats money after the others."""
    listed = {entry["family"]: entry for entry in reversed(layouts["layout"]) if "name" in entry}
    sales = [family for family, entry in listed.items() if entry["direction"] == "sales" and not entry.get("ledger")]
    others = sorted(
        listed.keys() - set(sales), key=lambda family: (listed[family].get("ledger", False), _at(layouts, family))
    )
    order = (*sorted(sales, key=lambda family: _at(layouts, family)), "acquirer", *others, UNMARKED)
    told = {**listed, **layouts["sources"]}
    return {family: _text(told[family]) for family in order}


def _at(layouts: dict[str, Any], family: str) -> int:
    return next(at for at, entry in enumerate(layouts["layout"]) if entry["family"] == family)


def _text(entry: dict[str, Any]) -> BillText:
    name = entry["name"]
    return BillText((name["zh"], name["en"]), tuple((line["zh"], line["en"]) for line in entry.get("guide", ())))


def _all_meanings(common: dict[str, list[str]], layouts: Iterable[dict[str, Any]]) -> dict[str, dict[str, Meaning]]:
    found = {"any": _meanings(common)}
    for entry in layouts:
        found.setdefault(entry["family"], {}).update(_meanings(entry.get("words", {})))
    return found


def _meanings(words: dict[str, list[str]]) -> dict[str, Meaning]:
    return {word(text).upper(): Meaning(meaning) for meaning, texts in words.items() for text in texts}


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(column_name(name) for name in names)
