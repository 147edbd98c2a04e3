"""What a line is about, from the words of its type, its state and its note."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pos_closeout.domain.bills.line_states import LineKind
from pos_closeout.statements.cells import word


class KnownKind(NamedTuple):
    """What a type says: the kind of line, and whether the words are known at all."""

    kind: LineKind
    known: bool


@dataclass(frozen=True, slots=True)
class KindWords:
    """The words of ``[line_kinds]`` in ``states.toml``, Latin letters in capitals."""

    payment: tuple[str, ...]
    hold: tuple[str, ...]
    hold_ends: tuple[str, ...]
    transfer: tuple[str, ...]
    withdrawal: tuple[str, ...]
    undone: re.Pattern[str]
    refund_statuses: frozenset[str]
    beginnings: tuple[str, ...]
    doubtful: tuple[str, ...]

    def of_type(self, text: str) -> KnownKind:
        """Return what the text of a type says; a blank one says that the line is a payment.

        What takes back counts: 消费撤销 is a refund, 消费撤销冲正 puts the sale back, 预授权撤销 frees a hold.
        """
        folded = word(text).upper()
        undone = len(self.undone.findall(folded))
        if self._is_hold(folded):
            return KnownKind(LineKind.HOLD_UNDONE if undone % 2 else LineKind.HOLD, known=True)
        if undone:
            return KnownKind(LineKind.REFUND if undone % 2 else LineKind.REFUND_UNDONE, known=True)
        known = any(each in folded for each in self.payment) and not any(each in folded for each in self.doubtful)
        if folded.startswith(self.transfer):
            return KnownKind(LineKind.TRANSFER, known)
        if any(each in folded for each in self.withdrawal):
            return KnownKind(LineKind.WITHDRAWAL, known)
        return KnownKind(LineKind.PAYMENT, known or not folded)

    def is_refund_status(self, status: str) -> bool:
        """Tell whether the word in a column of states says what the line is, a refund, and not how far it got."""
        return word(status).upper() in self.refund_statuses

    def begins_refund(self, text: str) -> bool:
        """Tell whether a note, or a state beside no type, begins like that of a refund."""
        return word(text).startswith(self.beginnings)

    def _is_hold(self, folded: str) -> bool:
        return any(each in folded for each in self.hold) and not any(each in folded for each in self.hold_ends)


def kind_words(told: Mapping[str, list[str]]) -> KindWords:
    """Read the section ``[line_kinds]``.

    Raises:
        KeyError: a list is missing.
        re.error: one of ``undone`` is no pattern.
    """
    texts = {name: tuple(word(text).upper() for text in listed) for name, listed in told.items() if name != "undone"}
    return KindWords(
        payment=texts["payment"],
        hold=texts["hold"],
        hold_ends=texts["hold_ends"],
        transfer=texts["transfer"],
        withdrawal=texts["withdrawal"],
        undone=re.compile("|".join(f"(?:{pattern})" for pattern in told["undone"])),
        refund_statuses=frozenset(texts["refund_statuses"]),
        beginnings=tuple(word(text) for text in told["beginnings"]),
        doubtful=texts["doubtful"],
    )
