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


class DeviceKind(StrEnum):
    """What the device is, as the owner sees it: on the counter, with a big screen, in a pocket, or only a code."""

    COUNTER = "counter"
    SMART = "smart"
    POCKET = "pocket"
    CODE = "code"


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
    kind: DeviceKind | None = None


_POCKET_WORDS = ("电签", "MPOS", "蓝牙", "手机POS", "手刷", "个人POS")
_CODE_WORDS = ("台牌", "码牌", "音箱", "收款码", "云喇叭", "扫码盒")


def device_kind(terminal: Terminal) -> DeviceKind | None:
    """Return what the owner said a device is, else what a plain word in its model says, else ``None``."""
    if terminal.kind is not None:
        return terminal.kind
    model = terminal.model.upper()
    for kind, words in ((DeviceKind.POCKET, _POCKET_WORDS), (DeviceKind.CODE, _CODE_WORDS)):
        if any(word in model for word in words):
            return kind
    return DeviceKind.SMART if "智能" in model else None


def goes_back(terminal: Terminal) -> bool:
    """Return whether the device has to be handed over: it is somebody else's, at hand, and not to be resumed later."""
    at_hand = terminal.condition is not Condition.LOST
    return at_hand and terminal.ownership is not Ownership.OWNED and terminal.action is not Action.SUSPEND
