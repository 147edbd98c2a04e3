"""Moving data to where it is needed next: the till, members' balances, statements, recurring agreements (数据迁移)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Moved(StrEnum):
    """What is moved."""

    TILL = "till"
    MEMBERS = "members"
    STATEMENTS = "statements"
    RECURRING = "recurring"
    OTHER = "other"


class MoveState(StrEnum):
    """How far a move has come."""

    OPEN = "open"
    DIFFERS = "differs"
    TO_SIGN = "to_sign"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Move:
    """One set of data on its way.

    Attributes:
        what: what is moved.
        source: from where, such as the name of a till.
        target: to where.
        who: who does it.
        third_party: whether that is somebody outside the shop, who then handles personal data of customers.
        third_party_agreed: the owner read the warning and has an agreement with them.
        count_before: number of entries in the old place.
        count_after: number of entries in the new place.
        fen_before: what they add up to, fen.
        fen_after: what they add up to in the new place, fen.
        signed_by: who compared and signed it off.
        signed_on: the day.
        note: why a difference is right, for example.
    """

    what: Moved = Moved.OTHER
    source: str = ""
    target: str = ""
    who: str = ""
    third_party: bool = False
    third_party_agreed: bool = False
    count_before: int | None = None
    count_after: int | None = None
    fen_before: int | None = None
    fen_after: int | None = None
    signed_by: str = ""
    signed_on: date | None = None
    note: str = ""


def differences(move: Move) -> tuple[int, int]:
    """Return what is more (positive) or less in the new place: entries, and fen; 0 where a side was not counted."""
    return _difference(move.count_before, move.count_after), _difference(move.fen_before, move.fen_after)


def counted(move: Move) -> bool:
    """Return whether both sides were counted, and added up on both sides or on neither."""
    entries = move.count_before is not None and move.count_after is not None
    return entries and (move.fen_before is None) == (move.fen_after is None)


def move_state(move: Move) -> MoveState:
    """Return how far a move has come. A difference can be signed off only with a note that explains it."""
    if not counted(move):
        return MoveState.OPEN
    if any(differences(move)) and not move.note.strip():
        return MoveState.DIFFERS
    return MoveState.SIGNED if move.signed_on is not None and move.signed_by.strip() else MoveState.TO_SIGN


def needs_warning(move: Move) -> bool:
    """Return whether somebody outside gets personal data and the owner has not yet said that an agreement is there."""
    return move.third_party and not move.third_party_agreed


def _difference(before: int | None, after: int | None) -> int:
    return 0 if before is None or after is None else after - before
