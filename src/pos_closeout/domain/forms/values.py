"""What a case knows, by the fields of a form, and the way back: an answer given beside a form is kept in the case."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from pos_closeout.domain.case.case import Case, EntityType, Reason
from pos_closeout.domain.dates.parsing import parse_date
from pos_closeout.domain.money import format_yuan, parse_fen


@dataclass(frozen=True, slots=True)
class Values:
    """What may be written into a form; what is not known is missing or empty.

    Attributes:
        single: by id of the field.
        terminals: the same for every terminal, in the order of the case.
        choices: what is ticked, by group of boxes; several where the owner gave several.
        account_ending: last figures of the account, for the owner who writes it by hand.
    """

    single: Mapping[str, str] = field(default_factory=dict)
    terminals: tuple[Mapping[str, str], ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    account_ending: str = ""


def values_of(case: Case, reasons: Mapping[Reason, str], today: date) -> Values:
    """Return what a case knows.

    Args:
        case: the case.
        reasons: the words of each reason, in the language of the form.
        today: the day of applying.
    """
    merchant, settlement, handler = case.merchant, case.settlement, case.handler
    single = {
        "merchant.registered_name": merchant.registered_name,
        "merchant.trading_name": merchant.trading_name,
        "merchant.identity_number": merchant.identity_number,
        "merchant.merchant_number": merchant.merchant_number,
        "merchant.agreement_number": merchant.agreement_number,
        "merchant.registered_address": merchant.registered_address,
        "merchant.representative": merchant.representative,
        "merchant.phone": merchant.phone,
        "merchant.email": merchant.email,
        "handler.name": handler.name or merchant.representative,
        "handler.name_or_representative": handler.name or merchant.representative,
        "handler.phone": handler.phone if handler.name else merchant.phone,
        "handler.phone_or_merchant": handler.phone if handler.name else merchant.phone,
        "acquirer.name": f"{case.acquirer.name}{case.acquirer.branch}",
        "settlement.account_name": settlement.account_name,
        "settlement.bank": settlement.bank,
        "settlement.account_last4": settlement.account_last4,
        "settlement.deposit": ""
        if settlement.deposit_fen is None
        else format_yuan(settlement.deposit_fen).replace(",", ""),
        "settlement.deposit_receipt": settlement.deposit_receipt,
        "request.reason": _reason(case, reasons),
        "request.stop_on": "" if case.request.stop_on is None else case.request.stop_on.isoformat(),
        "request.applied_on": today.isoformat(),
        "terminals.count": str(len(case.terminals)) if case.terminals else "",
    }
    actions = {terminal.action for terminal in case.terminals}
    action = next(iter(actions)) if len(actions) == 1 else None
    return Values(
        {name: value.strip() for name, value in single.items()},
        tuple(_terminal(case, number) for number in range(len(case.terminals))),
        {
            "choice.action": () if action is None else (action.value,),
            "choice.reason": tuple(reason.value for reason in case.request.reasons),
            "choice.entity": () if merchant.entity_type is EntityType.UNSAID else (merchant.entity_type.value,),
        },
        settlement.account_last4,
    )


def _terminal(case: Case, number: int) -> dict[str, str]:
    terminal = case.terminals[number]
    return {
        "terminal.index": str(number + 1),
        "terminal.number": terminal.number.strip(),
        "terminal.serial_number": terminal.serial_number.strip(),
        "terminal.model": terminal.model.strip(),
        "terminal.place": terminal.place.strip(),
        "terminal.sim": terminal.sim.strip(),
    }


def _reason(case: Case, reasons: Mapping[Reason, str]) -> str:
    told = [reasons[reason] for reason in case.request.reasons if reason is not Reason.OTHER]
    if case.request.reason_note.strip() and Reason.OTHER in case.request.reasons:
        told.append(case.request.reason_note.strip())
    return "、".join(told)


_TEXTS = {
    "merchant": (
        "registered_name", "trading_name", "identity_number", "merchant_number", "agreement_number",
        "registered_address", "representative", "phone", "email",
    ),
    "handler": ("name", "phone"),
    "settlement": ("account_name", "bank", "account_last4", "deposit_receipt"),
}  # fmt: skip
_LAST4 = 4


def can_keep(name: str) -> bool:
    """Tell whether an answer to a field has a place in the case."""
    part, _, attribute = name.partition(".")
    return (
        attribute in _TEXTS.get(part, ()) or name in _SPECIAL or (part == "terminal" and attribute not in {"index", ""})
    )


def with_value(case: Case, name: str, value: str, terminal: int = -1) -> Case:
    """Return the case with an answer given beside a form; a field that has no place in it changes nothing.

    Raises:
        BadInputError: a day or an amount that cannot be read.
    """
    part, _, attribute = name.partition(".")
    if name in _SPECIAL:
        return _SPECIAL[name](case, value)
    if part == "terminal" and 0 <= terminal < len(case.terminals) and can_keep(name):
        changed = replace(case.terminals[terminal], **{attribute: value})  # type: ignore[arg-type]  # texts only
        return replace(case, terminals=(*case.terminals[:terminal], changed, *case.terminals[terminal + 1 :]))
    if attribute not in _TEXTS.get(part, ()):
        return case
    return replace(case, **{part: replace(getattr(case, part), **{attribute: value})})


def _with_deposit(case: Case, value: str) -> Case:
    return replace(case, settlement=replace(case.settlement, deposit_fen=parse_fen(value) if value else None))


def _with_stop(case: Case, value: str) -> Case:
    return replace(case, request=replace(case.request, stop_on=parse_date(value) if value else None))


def _with_handler(case: Case, value: str) -> Case:
    return replace(case, handler=replace(case.handler, name=value))


_SPECIAL: Mapping[str, Callable[[Case, str], Case]] = {
    "settlement.deposit": _with_deposit,
    "request.stop_on": _with_stop,
    "handler.name_or_representative": _with_handler,
}
