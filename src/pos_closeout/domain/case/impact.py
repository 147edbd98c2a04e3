"""Step 5: how much of the takings stops with the terminal, what replaces it, and what could go wrong."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from pos_closeout.domain.ledger.open_items import PaymentChannel

if TYPE_CHECKING:
    from pos_closeout.domain.bills.bills import Takings

LAST_MONTHS = 12
"""How many months of bills are looked at, the latest first."""
USUALLY_STOPPING = frozenset({PaymentChannel.CARD, PaymentChannel.UNIONPAY_QR})
"""What runs over the terminal until the owner says otherwise; a QR plate of a platform's own goes on."""
_CHANNELS = MappingProxyType({channel.value: channel for channel in PaymentChannel})
NEVER_STOPPING = frozenset({PaymentChannel.CASH})


class Grade(StrEnum):
    """How likely something is, and how bad."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class ReplacementKind(StrEnum):
    """What can take the terminal's place."""

    QR_CODE = "qr_code"
    OTHER_ACQUIRER = "other_acquirer"
    BANK_TRANSFER = "bank_transfer"
    CASH = "cash"


@dataclass(frozen=True, slots=True)
class ImpactChoices:
    """What the owner decided.

    Attributes:
        stopping: the channels that stop; counts once ``stopping_said``, before that the usual ones do.
        risks_said: the list of risks is the owner's own; before that the suggested ones stand in it.
        accepted: the owner has gone through the risks.
    """

    stopping: tuple[PaymentChannel, ...] = ()
    stopping_said: bool = False
    risks_said: bool = False
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class TakingsEstimate:
    """What comes in through a channel in a usual month, in the owner's own estimate, in fen."""

    channel: PaymentChannel = PaymentChannel.CARD
    monthly_fen: int | None = None


@dataclass(frozen=True, slots=True)
class Replacement:
    """One way to be paid after the stop."""

    kind: ReplacementKind = ReplacementKind.QR_CODE
    ready_by: date | None = None
    ready: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Risk:
    """What could go wrong.

    Attributes:
        key: of the suggested risk it began as; its words stand in until ``what`` or ``measure`` hold the owner's own.
        until: when the measure is to be done.
    """

    key: str = ""
    what: str = ""
    likelihood: Grade = Grade.MEDIUM
    consequence: Grade = Grade.MEDIUM
    measure: str = ""
    who: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class TakingsShare:
    """An amount in fen and what of it stops."""

    fen: int
    stopping_fen: int

    @property
    def percent(self) -> int:
        """The share that stops, in whole per cent, rounded half up; 0 of nothing."""
        return percent(self.stopping_fen, self.fen)


@dataclass(frozen=True, slots=True)
class Impact:
    """What the takings say.

    Attributes:
        months: by first day of the month, oldest first; empty for an estimate.
        channels: by channel, the largest first.
        whole: everything together; a month of it for an estimate.
        estimated: the owner's estimate, not bills.
    """

    months: tuple[tuple[date, TakingsShare], ...]
    channels: tuple[tuple[PaymentChannel, TakingsShare], ...]
    whole: TakingsShare
    estimated: bool


def percent(part: int, whole: int) -> int:
    """Return a share in whole per cent, rounded half up; 0 of nothing."""
    return (200 * part + whole) // (2 * whole) if whole > 0 else 0


def stopping_channels(choices: ImpactChoices) -> frozenset[PaymentChannel]:
    """Return the channels that stop with the terminal."""
    said = frozenset(choices.stopping) if choices.stopping_said else USUALLY_STOPPING
    return said - NEVER_STOPPING


def work_out(takings: "Iterable[Takings]", estimates: Iterable[TakingsEstimate], choices: ImpactChoices) -> Impact:
    """Return what stops, from the last twelve months with bills, or from the estimate where there are none."""
    stops = stopping_channels(choices)
    rows = list(takings)
    months = sorted({row.month for row in rows})[-LAST_MONTHS:]
    kept = [
        (row.month, _CHANNELS.get(row.channel.value, PaymentChannel.OTHER), row.income_fen)
        for row in rows
        if row.month in months
    ]
    if not kept:
        said = [(date.min, each.channel, each.monthly_fen or 0) for each in estimates]
        return Impact((), _channels(said, stops), _part(said, stops), estimated=True)
    by_month = tuple((month, _part([row for row in kept if row[0] == month], stops)) for month in months)
    return Impact(by_month, _channels(kept, stops), _part(kept, stops), estimated=False)


def impact_missing(
    choices: ImpactChoices, replacements: Sequence[Replacement], risks: Sequence[Risk], *, goes_on: bool
) -> tuple[str, ...]:
    """Return what step 5 still lacks: ``replacement``, ``ready_by``, ``risk`` or ``accepted``.

    Args:
        choices: what the owner decided.
        replacements: what takes the terminal's place.
        risks: the owner's own list.
        goes_on: the shop goes on; one that closes down needs no replacement.
    """
    missing = []
    if goes_on and not replacements:
        missing.append("replacement")
    if any(each.ready_by is None and not each.ready for each in replacements):
        missing.append("ready_by")
    if any(not risk.key and not risk.what.strip() for risk in risks):
        missing.append("risk")
    if not choices.accepted:
        missing.append("accepted")
    return tuple(missing)


_Row = tuple[date, PaymentChannel, int]


def _part(rows: Iterable[_Row], stops: frozenset[PaymentChannel]) -> TakingsShare:
    whole = stopping = 0
    for _, channel, fen in rows:
        whole += fen
        stopping += fen if channel in stops else 0
    return TakingsShare(whole, stopping)


def _channels(
    rows: Sequence[_Row], stops: frozenset[PaymentChannel]
) -> tuple[tuple[PaymentChannel, TakingsShare], ...]:
    known = {row[1] for row in rows}
    parts = [
        (channel, _part([row for row in rows if row[1] is channel], stops))
        for channel in PaymentChannel
        if channel in known
    ]
    return tuple(sorted(parts, key=lambda each: -each[1].fen))
