"""A terminal (终端): one device with its number, serial number and place, and what is to happen to it."""

from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What is asked for a terminal, in the order of how far it reaches.

    Acquirers keep these four apart in their systems ([C]): a suspended terminal can be resumed, a
    swap keeps the merchant number, a removal ends one terminal, closing the merchant ends every terminal and code.
    """

    SUSPEND = "suspend"
    SWAP = "swap"
    REMOVE = "remove"
    CLOSE_MERCHANT = "close_merchant"


class Ownership(StrEnum):
    """Whose device it is; decides whether it must go back and whether a deposit is owed."""

    DEPOSIT = "deposit"
    RENTED = "rented"
    OWNED = "owned"
    UNKNOWN = "unknown"


class Condition(StrEnum):
    """The state of the device."""

    WORKING = "working"
    DAMAGED = "damaged"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Terminal:
    """Part B of the letter: one line of the terminal table. ``id`` is 0 while it has not been stored."""

    id: int = 0
    number: str = ""
    serial_number: str = ""
    model: str = ""
    sim: str = ""
    place: str = ""
    ownership: Ownership = Ownership.UNKNOWN
    condition: Condition = Condition.WORKING
    accessories: str = ""
    qr_codes: str = ""
    action: Action | None = None
