"""Which action fits a reason: said before the owner chooses, never chosen for them.

The table is a professional judgement on the facts in ``docs/content.md``; the words stand in ``advice.toml``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pos_closeout.domain.case.case import Case, Reason
from pos_closeout.domain.device.terminal import Action
from pos_closeout.domain.eligibility.concerns import Circumstance


@dataclass(frozen=True, slots=True)
class Advice:
    """What an adviser would say.

    Attributes:
        name: the key of the words.
        action: what fits, ``None`` where none of the four does.
    """

    name: str
    action: Action | None = None


_BY_REASON: Mapping[Reason, Advice] = MappingProxyType(
    {
        Reason.NOT_OPENED: Advice("not_opened"),
        Reason.LOST: Advice("lost", Action.REMOVE),
        Reason.ABNORMAL: Advice("abnormal", Action.SUSPEND),
        Reason.CLOSING_DOWN: Advice("closing_down", Action.CLOSE_MERCHANT),
        Reason.TRANSFER: Advice("transfer", Action.CLOSE_MERCHANT),
        Reason.CHANGE_ACQUIRER: Advice("change_acquirer", Action.CLOSE_MERCHANT),
        Reason.RELOCATION: Advice("relocation"),
        Reason.FAULT: Advice("fault", Action.SWAP),
        Reason.UPGRADE: Advice("upgrade", Action.SWAP),
        Reason.IDLE: Advice("idle", Action.REMOVE),
        Reason.FEES: Advice("fees", Action.REMOVE),
        Reason.COMPLIANCE: Advice("compliance"),
    }
)
"""By reason, the one that weighs most first."""

_BY_CIRCUMSTANCE: Mapping[Circumstance, Advice] = MappingProxyType(
    {
        Circumstance.SUSPICION: Advice("nothing_yet"),
        Circumstance.NOT_OPENED: Advice("not_opened"),
        Circumstance.ACQUIRER_LEFT: Advice("claim"),
        Circumstance.RECORD_BEHIND: Advice("change_record"),
        Circumstance.HEIRS: Advice("heirs", Action.SUSPEND),
    }
)
"""What goes before any reason, the most pressing first."""

_PERSONAL: Mapping[Reason, Advice] = MappingProxyType(
    {
        Reason.IDLE: Advice("personal", Action.CLOSE_MERCHANT),
        Reason.FEES: Advice("personal", Action.CLOSE_MERCHANT),
    }
)
"""A personal device has a merchant number of its own: a removal alone would leave it in the owner's name."""


ADVICE = tuple(
    dict.fromkeys(
        each.name
        for each in (*_BY_CIRCUMSTANCE.values(), *_BY_REASON.values(), *_PERSONAL.values(), Advice("one_place"))
    )
)
"""The keys of all words."""


def advice(case: Case, found: frozenset[Circumstance]) -> Advice | None:
    """Return what fits the case, or ``None`` while there is no reason to go by.

    Args:
        case: the case.
        found: its circumstances.
    """
    pressing = next((said for each, said in _BY_CIRCUMSTANCE.items() if each in found), None)
    if pressing is not None:
        return pressing
    given = [reason for reason in _BY_REASON if reason in case.request.reasons]
    if not given:
        return None
    if given[0] is Reason.CLOSING_DOWN and Circumstance.ONE_PLACE in found:
        return Advice("one_place", Action.REMOVE)
    own = _PERSONAL if Circumstance.PERSONAL in found else {}
    return own.get(given[0], _BY_REASON[given[0]])
