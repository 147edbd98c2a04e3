"""What concerns this owner: the circumstances of a case, and beside each check, task and paper those that leave it out.

A check that is left out is not asked; what data or the owner say about it still counts, and it can be brought back
(``Profile.brought_back``). The table is a professional judgement on the facts in ``docs/content.md``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from pos_closeout.domain.bills.coverage import add_months
from pos_closeout.domain.case.case import Answer, Case, EntityType, Reason, answer_to
from pos_closeout.domain.case.deposits import has_deposit
from pos_closeout.domain.case.notices import Audience, Notice, suggested
from pos_closeout.domain.case.profile import Applicant
from pos_closeout.domain.case.stop_day import announces_closing
from pos_closeout.domain.device.tasks import Task
from pos_closeout.domain.device.terminal import Action, DeviceKind, device_kind
from pos_closeout.domain.ledger.open_items import OpenItem

IDLE_MONTHS = 12
"""Months without a payment after which the acquirer has to stop (特约商户巡检指引 6.3-1 [C], self-regulatory)."""

OLD_MONTHS = 24
"""Months after the last payment from which refunds and holds are past every usual window ([C2])."""

FRESH_DAYS = 60
"""Days after the last payment within which its outcome can still be unclear to owner or customer (our own choice)."""


class Circumstance(StrEnum):
    """Why something does not concern an owner; the words stand in ``concerns.toml``."""

    PERSONAL = "personal"
    ONLY_CODES = "only_codes"
    SWAP = "swap"
    NUMBER_LIVES = "number_lives"
    CLOSES_SHOP = "closes_shop"
    ONE_PLACE = "one_place"
    LICENCE_GONE = "licence_gone"
    RECORD_BEHIND = "record_behind"
    HEIRS = "heirs"
    ACQUIRER_LEFT = "acquirer_left"
    SUSPICION = "suspicion"
    NOT_SUSPICION = "not_suspicion"
    NOT_HEIRS = "not_heirs"
    NOT_RECORD_BEHIND = "not_record_behind"
    NOT_ACQUIRER_LEFT = "not_acquirer_left"
    NOT_OPENED = "not_opened"
    IDLE = "idle"
    NOT_FRESH = "not_fresh"
    OLD = "old"
    NO_DEPOSIT = "no_deposit"
    ALL_IN_ONE = "all_in_one"
    ASKED_APART = "asked_apart"


_S = Circumstance
_SPECIAL = (_S.NOT_OPENED, _S.SUSPICION)
_TASK = (_S.CLOSES_SHOP, _S.SWAP, _S.PERSONAL, _S.ONE_PLACE, _S.RECORD_BEHIND, _S.HEIRS, _S.ACQUIRER_LEFT, *_SPECIAL)
"""Situations in which something is a task of a later step and no question."""

LEAVES_OUT: Mapping[str, tuple[Circumstance, ...]] = MappingProxyType(
    {
        "terminals_listed": (_S.SWAP, _S.RECORD_BEHIND, _S.HEIRS, _S.ACQUIRER_LEFT, *_SPECIAL),
        "shared_merchant_number": (_S.PERSONAL, _S.RECORD_BEHIND, _S.HEIRS, _S.ACQUIRER_LEFT, *_SPECIAL),
        "unsettled_funds": (_S.RECORD_BEHIND, _S.OLD, _S.ALL_IN_ONE, *_SPECIAL),
        "settlement_account": (_S.SWAP, _S.ONE_PLACE, *_SPECIAL),
        "pending_refunds": (_S.SWAP, _S.OLD, _S.HEIRS, _S.ALL_IN_ONE, *_SPECIAL),
        "preauthorisations": (
            _S.PERSONAL, _S.ONE_PLACE, _S.LICENCE_GONE, _S.RECORD_BEHIND, _S.HEIRS, _S.OLD, _S.ALL_IN_ONE, *_SPECIAL,
        ),
        "unknown_transactions": (_S.NOT_FRESH, _S.RECORD_BEHIND, _S.OLD, _S.ALL_IN_ONE, *_SPECIAL),
        "disputes": (_S.ALL_IN_ONE, *_SPECIAL),
        "instalments_recurring": (_S.LICENCE_GONE, _S.OLD, _S.ALL_IN_ONE, *_TASK),
        "prepaid_balances": (
            _S.PERSONAL, _S.SWAP, _S.LICENCE_GONE, _S.RECORD_BEHIND, _S.OLD, _S.ALL_IN_ONE, *_SPECIAL,
        ),
        "open_matters": (_S.ASKED_APART, *_SPECIAL),
        "fees_due": (_S.HEIRS, *_SPECIAL),
        "contract_term": (_S.ACQUIRER_LEFT, *_SPECIAL),
        "deposit_proof": (_S.SWAP, _S.NO_DEPOSIT, _S.RECORD_BEHIND, _S.HEIRS, *_SPECIAL),
        "licence_valid": (_S.PERSONAL, _S.SWAP, _S.ONE_PLACE, _S.LICENCE_GONE, _S.RECORD_BEHIND, _S.HEIRS, *_SPECIAL),
        "seal_and_representative": (
            _S.PERSONAL, _S.SWAP, _S.LICENCE_GONE, _S.HEIRS, _S.ACQUIRER_LEFT, *_SPECIAL,
        ),
        "frozen": (_S.SWAP, _S.RECORD_BEHIND, _S.HEIRS, _S.ACQUIRER_LEFT, *_SPECIAL),
        "history_exported": (_S.PERSONAL, _S.RECORD_BEHIND, _S.HEIRS, *_SPECIAL),
        "invoices": (
            _S.PERSONAL, _S.SWAP, _S.ONE_PLACE, _S.LICENCE_GONE, _S.RECORD_BEHIND, _S.HEIRS, _S.ACQUIRER_LEFT,
            _S.NUMBER_LIVES, *_SPECIAL,
        ),
        "tax": (_S.LICENCE_GONE, *_TASK, _S.NUMBER_LIVES),
        "replacement_ready": (
            _S.CLOSES_SHOP, _S.ONE_PLACE, _S.IDLE, _S.RECORD_BEHIND, _S.HEIRS, _S.ACQUIRER_LEFT, *_SPECIAL,
        ),
        "staff_access": _TASK,
        "notices_sent": (
            _S.PERSONAL, _S.SWAP, _S.LICENCE_GONE, _S.RECORD_BEHIND, _S.HEIRS, _S.ACQUIRER_LEFT, *_SPECIAL,
        ),
        "mall_terminal": _TASK,
        "data_lines": _TASK,
        "device_present": (_S.NOT_OPENED, _S.SUSPICION),
        "not_a_scam_call": (_S.SUSPICION,),
        "scam_replied": (_S.NOT_SUSPICION,),
        "scam_device_sent": (_S.NOT_SUSPICION,),
        "slip_acquirer": (_S.NOT_SUSPICION,),
        "device_works": (_S.NOT_SUSPICION,),
        "what_was_sold": (_S.NOT_RECORD_BEHIND,),
        "back_office_access": (_S.NOT_RECORD_BEHIND,),
        "termination_notice": (_S.NOT_ACQUIRER_LEFT,),
        "deposit_conditions": (_S.NOT_ACQUIRER_LEFT, _S.NO_DEPOSIT),
        "heirs_agree": (_S.NOT_HEIRS,),
        "device_in_use": (_S.NOT_HEIRS,),
        "shop_goes_on": (_S.NOT_HEIRS,),
        "paper.plan": (
            _S.PERSONAL, _S.ONLY_CODES, _S.LICENCE_GONE, _S.RECORD_BEHIND, _S.HEIRS, _S.ACQUIRER_LEFT, *_SPECIAL,
        ),
        "paper.deposit": (_S.SWAP, _S.NO_DEPOSIT, _S.RECORD_BEHIND, *_SPECIAL),
        "paper.retention": (_S.RECORD_BEHIND, _S.HEIRS, *_SPECIAL),
        "attachment.last_settlement": (_S.ACQUIRER_LEFT, _S.HEIRS, _S.IDLE, _S.RECORD_BEHIND, *_SPECIAL),
        "attachment.devices": (_S.ACQUIRER_LEFT, *_SPECIAL),
        "attachment.settlement_account": (_S.SWAP, _S.RECORD_BEHIND, *_SPECIAL),
        "attachment.device_photos": (_S.HEIRS, _S.RECORD_BEHIND, *_SPECIAL),
        "attachment.open_items": (_S.NOT_OPENED,),
        "attachment.deposit_receipt": (_S.NOT_OPENED,),
        "attachment.deposit_proof": (_S.NOT_OPENED,),
        "attachment.agreement": (_S.SWAP, _S.NOT_OPENED, _S.SUSPICION),
        "notice.customers": (_S.PERSONAL, _S.SWAP, _S.LICENCE_GONE, _S.ACQUIRER_LEFT, *_SPECIAL),
        "notice.staff": (_S.PERSONAL, _S.LICENCE_GONE, _S.ACQUIRER_LEFT, *_SPECIAL),
        "notice.supplier": (_S.PERSONAL, _S.SWAP, _S.LICENCE_GONE, _S.ACQUIRER_LEFT, *_SPECIAL),
        "notice.landlord": (_S.PERSONAL, _S.SWAP, _S.LICENCE_GONE, _S.ACQUIRER_LEFT, *_SPECIAL),
        "notice.accountant": (_S.PERSONAL, _S.SWAP, _S.LICENCE_GONE, _S.ACQUIRER_LEFT, *_SPECIAL),
    }
)  # fmt: skip
"""What is left out where: the id of a check, or ``paper.``, ``attachment.`` or ``notice.`` and an id."""

_APART = (
    "unsettled_funds",
    "pending_refunds",
    "preauthorisations",
    "unknown_transactions",
    "disputes",
    "prepaid_balances",
)
"""Questions that one question stands for while the ledger is empty."""


def circumstances(case: Case, items: Sequence[OpenItem], today: date | None) -> frozenset[Circumstance]:
    """Return every circumstance of a case on a day; without one, on the day of the stop."""
    found = {each for each, holds in _of_the_case(case).items() if holds}
    found |= {each for each, holds in _of_the_days(case, today).items() if holds}
    if case.settlement.deposit_fen == 0 and not has_deposit(case, items):
        found.add(_S.NO_DEPOSIT)
    usual = not found & {_S.LICENCE_GONE, _S.RECORD_BEHIND, _S.HEIRS, _S.ACQUIRER_LEFT, _S.SWAP}
    said = any(answer_to(case, check) is not None for check in _APART)
    in_one = usual and not said and not items and answer_to(case, "open_matters") is not Answer.PROBLEM
    found.add(_S.ALL_IN_ONE if in_one else _S.ASKED_APART)
    return frozenset(found)


def _of_the_case(case: Case) -> dict[Circumstance, bool]:
    told, reasons = case.profile, case.request.reasons
    kinds = {device_kind(each) for each in case.terminals}
    actions = {each.action for each in case.terminals} - {None}
    personal = case.merchant.entity_type is EntityType.MICRO or kinds == {DeviceKind.POCKET}
    one_place = Reason.CLOSING_DOWN in reasons and _one_place(case)
    suspicion = _suspicion(case)
    return {
        _S.PERSONAL: personal,
        _S.ONLY_CODES: bool(kinds) and kinds <= {DeviceKind.CODE},
        _S.SWAP: actions == {Action.SWAP},
        _S.NUMBER_LIVES: bool(actions) and Action.CLOSE_MERCHANT not in actions,
        _S.CLOSES_SHOP: Reason.CLOSING_DOWN in reasons and not one_place,
        _S.ONE_PLACE: one_place,
        _S.LICENCE_GONE: told.applicant is Applicant.FORMER,
        _S.RECORD_BEHIND: told.applicant is Applicant.CHANGED,
        _S.NOT_RECORD_BEHIND: told.applicant is not Applicant.CHANGED,
        _S.HEIRS: told.applicant is Applicant.HEIRS,
        _S.NOT_HEIRS: told.applicant is not Applicant.HEIRS,
        _S.ACQUIRER_LEFT: told.acquirer_left is True,
        _S.NOT_ACQUIRER_LEFT: told.acquirer_left is not True,
        _S.SUSPICION: suspicion,
        _S.NOT_SUSPICION: not suspicion,
        _S.NOT_OPENED: Reason.NOT_OPENED in reasons,
    }


def _one_place(case: Case) -> bool:
    """Return whether the merchant goes on elsewhere: as the owner said, else because another shop has the number."""
    said = case.profile.one_place
    return answer_to(case, "shared_merchant_number") is Answer.PROBLEM if said is None else said


def _suspicion(case: Case) -> bool:
    """Return whether nothing should be done yet: somebody pushed, and the name given is no confirmed acquirer."""
    return answer_to(case, "not_a_scam_call") is Answer.PROBLEM and not case.acquirer.confirmed


def _of_the_days(case: Case, today: date | None) -> dict[Circumstance, bool]:
    """Return what follows from the day of the last payment; papers look from the stop, to say the same every day."""
    last = case.settlement.last_transaction_on
    today = today or case.request.stop_on or last or date.min
    return {
        _S.IDLE: last is not None and add_months(last, IDLE_MONTHS) <= today,
        _S.OLD: last is not None and add_months(last, OLD_MONTHS) <= today,
        _S.NOT_FRESH: last is not None and today - last > timedelta(days=FRESH_DAYS),
    }


def left_out(concern: str, case: Case, found: frozenset[Circumstance]) -> Circumstance | None:
    """Return why something is left out of a case, or ``None`` where it stays or was brought back.

    Args:
        concern: the id of a check, or ``paper.``, ``attachment.`` or ``notice.`` with an id (tasks, ``task.``, are
            left out by the kind of each device: :mod:`pos_closeout.domain.device.tasks`).
        case: for what was brought back.
        found: its circumstances.
    """
    if concern in case.profile.brought_back:
        return None
    return next((each for each in LEAVES_OUT.get(concern, ()) if each in found), None)


def suggested_notices(case: Case, items: Sequence[OpenItem], today: date) -> tuple[Notice, ...]:
    """Return the notices that are not on the list yet and concern this owner; a shop that closes begins earlier."""
    found = circumstances(case, items, today)
    without = {each for each in Audience if left_out(f"notice.{each}", case, found) is not None}
    closing = announces_closing(case)
    return suggested(case.notices, items, case.request.stop_on, today, closing=closing, without=without)


def customers_concerned(case: Case, items: Sequence[OpenItem]) -> bool:
    """Return whether customers in general have to be told: not of a swap, nor by a person with a pocket device."""
    return left_out("notice.customers", case, circumstances(case, items, None)) is None


def tasks_back(case: Case) -> frozenset[Task]:
    """Return the tasks on devices that were brought back."""
    kept = (concern.removeprefix("task.") for concern in case.profile.brought_back if concern.startswith("task."))
    return frozenset(Task(name) for name in kept if name in set(Task))


def bring_back(case: Case, concern: str) -> Case:
    """Return the case with something that was left out in it again."""
    if concern in case.profile.brought_back:
        return case
    return replace(case, profile=replace(case.profile, brought_back=(*case.profile.brought_back, concern)))


def leave_out_again(case: Case, concern: str) -> Case:
    """Return the case with something that was brought back left out again."""
    kept = tuple(each for each in case.profile.brought_back if each != concern)
    return replace(case, profile=replace(case.profile, brought_back=kept))
