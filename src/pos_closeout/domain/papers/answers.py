"""What the owner's answers say about the things papers speak of: yes, no, or not known.

Every sentence of a paper that asserts, asks for or attaches something rests on one :class:`Basis` and has a form for
each :class:`Known`. Answers that contradict each other make a thing not known: a paper then says neither.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from pos_closeout.domain.case.case import Answer, Case, EntityType, Reason, answer_to
from pos_closeout.domain.case.deposits import has_deposit, wants_deposit_back
from pos_closeout.domain.case.notices import pay_words
from pos_closeout.domain.case.profile import Applicant, Seal
from pos_closeout.domain.case.stop_day import announces_closing, asked_day
from pos_closeout.domain.device.tasks import Task
from pos_closeout.domain.device.terminal import (
    Action,
    Condition,
    DeviceKind,
    Ownership,
    Terminal,
    device_kind,
    goes_back,
)
from pos_closeout.domain.eligibility.checking import nothing_open
from pos_closeout.domain.eligibility.checks_papers import contradicted
from pos_closeout.domain.eligibility.concerns import Circumstance, circumstances, left_out
from pos_closeout.domain.ledger.item_facts import Fact, Facts
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, is_open
from pos_closeout.domain.papers.late_fees import charged_late


class Known(StrEnum):
    """What is known about a thing."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """What a sentence can rest on; the rules stand in ``_RULES``."""

    ACTION = "action"
    STOPS = "stops"
    SUSPENDS = "suspends"
    SWAPS = "swaps"
    ENDS = "ends"
    CLOSES_NUMBER = "closes_number"
    STOP_DAY = "stop_day"
    REASONS = "reasons"
    AGREEMENT = "agreement"
    MERCHANT_NUMBER = "merchant_number"
    OTHER_NUMBERS = "other_numbers"
    STOP_KINDS = "stop_kinds"
    FEES_STOP = "fees_stop"
    DEBITS = "debits"
    DEVICES_BACK = "devices_back"
    OWN_DEVICES = "own_devices"
    RECORDS = "records"
    LOST = "lost"
    LOSS_REPORTED = "loss_reported"
    DEPOSIT = "deposit"
    DEPOSIT_BACK = "deposit_back"
    DEPOSIT_RECEIPT = "deposit_receipt"
    UNSETTLED = "unsettled"
    FEES_DUE = "fees_due"
    FEES_DISPUTED = "fees_disputed"
    FEES_LISTED = "fees_listed"
    OPEN_REFUNDS = "open_refunds"
    OPEN_PREAUTHS = "open_preauths"
    OPEN_UNKNOWN = "open_unknown"
    OPEN_DISPUTES = "open_disputes"
    OPEN_PLANS = "open_plans"
    OPEN_LISTED = "open_listed"
    OPEN_ANY = "open_any"
    COMPLETE = "complete"
    UNTOUCHED = "untouched"
    LICENCE = "licence"
    SEAL = "seal"
    HANDLER = "handler"
    FORMER = "former"
    HEIRS = "heirs"
    RECORD_BEHIND = "record_behind"
    NOT_OPENED = "not_opened"
    ACQUIRER_LEFT = "acquirer_left"
    SETTLED = "settled"
    COPIES = "copies"
    TERMINAL_NUMBERS = "terminal_numbers"
    STORED_VALUE = "stored_value"
    PAY_WAYS = "pay_ways"
    SHOP_CLOSES = "shop_closes"
    GOES_ON_ELSEWHERE = "goes_on_elsewhere"
    MALL = "mall"
    CUSTOMERS = "customers"
    SHARED_NUMBER = "shared_number"
    PREAUTH_USED = "preauth_used"
    CODES = "codes"
    CONFIRMED = "confirmed"
    CLEARANCE = "clearance"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What the rules look at: the case, its whole ledger, the day, and the circumstances that follow.

    Attributes:
        facts: the extra fields of the ledger by id; without them a fee counts as one of which nothing more was said.
    """

    case: Case
    items: Sequence[OpenItem]
    today: date
    found: frozenset[Circumstance]
    contradicted: frozenset[str]
    facts: Mapping[int, Facts] = field(default_factory=dict)


def case_facts(
    case: Case, items: Sequence[OpenItem], today: date | None, facts: Mapping[int, Facts] | None = None
) -> CaseFacts:
    """Gather what the rules look at; without a day no stop counts as past."""
    both = frozenset(name for name, _ in contradicted(case, tuple(items)))
    return CaseFacts(case, items, today or date.min, circumstances(case, items, None), both, facts or {})


def known(basis: Basis, told: CaseFacts) -> Known:
    """Return what is known about a thing."""
    return _RULES[basis](told)


def stops_at_once(told: CaseFacts) -> bool:
    """Return whether terminals are to stop today, whatever day was said: under a proprietor who died nobody swipes."""
    actions = {each.action for each in told.case.terminals}
    return known(Basis.HEIRS, told) is Known.YES and actions == {Action.SUSPEND}


def _sure(holds: bool) -> Known:
    return Known.YES if holds else Known.NO


def _maybe(said: bool | None) -> Known:
    return Known.UNKNOWN if said is None else _sure(said)


def _has_action(*actions: Action) -> Callable[[CaseFacts], Known]:
    def rule(told: CaseFacts) -> Known:
        chosen = {each.action for each in told.case.terminals}
        if chosen & set(actions):
            return Known.YES
        return Known.UNKNOWN if not chosen or None in chosen else Known.NO

    return rule


def _given(find: Callable[[CaseFacts], object]) -> Callable[[CaseFacts], Known]:
    """Return the rule of what stands there or stays to be written in."""

    def rule(told: CaseFacts) -> Known:
        return Known.YES if find(told) else Known.UNKNOWN

    return rule


def _either(find: Callable[[CaseFacts], object]) -> Callable[[CaseFacts], Known]:
    """Return the rule of what data always decides."""

    def rule(told: CaseFacts) -> Known:
        return _sure(bool(find(told)))

    return rule


def _agreement(told: CaseFacts) -> Known:
    shop, answer = told.case.merchant, answer_to(told.case, "contract_term")
    if "agreement" in told.contradicted:
        return Known.UNKNOWN
    if shop.agreement_number.strip() or shop.signed_on is not None:
        return Known.YES
    return {None: Known.UNKNOWN, Answer.NOT_APPLICABLE: Known.NO}.get(answer, Known.YES)


def _deposit(told: CaseFacts) -> Known:
    case, answer = told.case, answer_to(told.case, "deposit_proof")
    if "deposit" in told.contradicted:
        return Known.UNKNOWN
    if has_deposit(case, told.items) or answer in {Answer.FINE, Answer.PROBLEM}:
        return Known.YES
    none = case.settlement.deposit_fen == 0 or answer is Answer.NOT_APPLICABLE or case.follow_up.deposit_none
    return Known.NO if none else Known.UNKNOWN


def _deposit_back(told: CaseFacts) -> Known:
    paid = _deposit(told)
    chosen = {each.action for each in told.case.terminals} - {None}
    if chosen and chosen <= {Action.SUSPEND, Action.SWAP}:
        return Known.NO
    if paid is Known.YES and not chosen and not wants_deposit_back(told.case, told.items):
        return Known.UNKNOWN
    return paid


def _unsettled(told: CaseFacts) -> Known:
    fen, answer = told.case.settlement.unsettled_fen, answer_to(told.case, "unsettled_funds")
    if "settled" in told.contradicted:
        return Known.UNKNOWN
    if fen or any(item.kind is ItemKind.SETTLEMENT and is_open(item) for item in told.items):
        return Known.YES
    if fen == 0 or answer in {Answer.FINE, Answer.NOT_APPLICABLE}:
        return Known.NO
    if answer is Answer.PROBLEM:
        return Known.YES
    return Known.NO if nothing_open(told.case) and "open" not in told.contradicted else Known.UNKNOWN


def _fees_due(told: CaseFacts) -> Known:
    fen, answer = told.case.settlement.fees_due_fen, answer_to(told.case, "fees_due")
    if fen:
        return Known.YES
    if fen == 0 or answer is Answer.FINE:
        return Known.NO
    return Known.UNKNOWN


def _open(check: str, kinds: frozenset[ItemKind]) -> Callable[[CaseFacts], Known]:
    """Return the rule of a kind of open item: what is listed, what was answered, else what was said of all."""

    def rule(told: CaseFacts) -> Known:
        answer = answer_to(told.case, check)
        if answer is Answer.PROBLEM or any(item.kind in kinds and is_open(item) for item in told.items):
            return Known.YES
        if answer is not None or any(item.kind in kinds for item in told.items):
            return Known.NO
        if nothing_open(told.case) and "open" not in told.contradicted:
            return Known.NO
        return Known.UNKNOWN

    return rule


def _licence(told: CaseFacts) -> Known:
    """Whether there is a licence to copy; "cancelled, revoked or abnormal" leaves open which."""
    if told.case.merchant.entity_type is EntityType.MICRO or told.case.profile.applicant is Applicant.FORMER:
        return Known.NO
    answer = answer_to(told.case, "licence_valid")
    if answer is None and told.case.merchant.entity_type is EntityType.UNSAID:
        return Known.UNKNOWN
    trades_on = {Circumstance.SWAP, Circumstance.ONE_PLACE, Circumstance.RECORD_BEHIND, Circumstance.HEIRS} & told.found
    if answer is Answer.FINE or (answer is None and trades_on):
        return Known.YES
    return Known.UNKNOWN


def _seal(told: CaseFacts) -> Known:
    case = told.case
    if case.merchant.entity_type is EntityType.MICRO or case.profile.applicant in {Applicant.HEIRS, Applicant.FORMER}:
        return Known.NO
    if case.profile.seal is not None:
        return _sure(case.profile.seal is Seal.HELD)
    answers = {Answer.FINE: Known.YES, Answer.NOT_APPLICABLE: Known.NO}
    answer = answer_to(case, "seal_and_representative")
    return Known.UNKNOWN if answer is None else answers.get(answer, Known.UNKNOWN)


def _applicant(applicant: Applicant) -> Callable[[CaseFacts], Known]:
    def rule(told: CaseFacts) -> Known:
        said = told.case.profile.applicant
        return Known.YES if said is applicant else Known.NO

    return rule


def _device_back(each: Terminal) -> Known:
    if each.ownership is Ownership.UNKNOWN:
        return Known.UNKNOWN if goes_back(each) else Known.NO
    return _sure(goes_back(each))


def _devices_back(told: CaseFacts) -> Known:
    if Circumstance.NOT_OPENED in told.found:
        return Known.NO
    return _any_of([_device_back(each) for each in told.case.terminals])


def _own_devices(told: CaseFacts) -> Known:
    ending = [each for each in told.case.terminals if each.action in {Action.REMOVE, Action.CLOSE_MERCHANT}]
    states = [
        Known.UNKNOWN if each.ownership is Ownership.UNKNOWN else _sure(each.ownership is Ownership.OWNED)
        for each in ending
        if each.condition is not Condition.LOST
    ]
    return _any_of(states) if ending else Known.NO


def _any_of(states: Sequence[Known]) -> Known:
    if Known.YES in states:
        return Known.YES
    return Known.UNKNOWN if Known.UNKNOWN in states or not states else Known.NO


def _lost(told: CaseFacts) -> bool:
    return any(each.condition is Condition.LOST for each in told.case.terminals)


def _loss_reported(told: CaseFacts) -> Known:
    if told.case.paper_answers.report_number.strip():
        return Known.YES
    return _maybe(told.case.profile.loss_reported)


def _stop_day(told: CaseFacts) -> bool:
    return asked_day(told.case.request, told.today) is not None


def _fees_stop(told: CaseFacts) -> Known:
    chosen = {each.action for each in told.case.terminals} - {None}
    return Known.NO if chosen == {Action.SWAP} or Circumstance.NOT_OPENED in told.found else Known.YES


def _debits(told: CaseFacts) -> Known:
    """A mandate to debit concerns a personal device; elsewhere it is only spoken of when the owner said so."""
    said = told.case.profile.debits_allowed
    if said is None and Circumstance.PERSONAL not in told.found:
        return Known.NO
    return _maybe(said)


def _pay_ways(told: CaseFacts) -> Known:
    if Circumstance.CLOSES_SHOP in told.found:
        return Known.NO
    ready = any(each.ready for each in told.case.replacements)
    return Known.YES if pay_words(told.case.notice_plan, "zh") or ready else Known.UNKNOWN


def _fees_listed(told: CaseFacts) -> bool:
    listed = any(item.kind is ItemKind.FEE and is_open(item) for item in told.items)
    return listed or bool(charged_late(told.case, told.items))


def stance(told: CaseFacts, item: OpenItem) -> Known:
    """Return whether the owner objects to a fee; one that is listed may as well be one that is owed."""
    said = told.facts.get(item.id, {}).get(Fact.DISPUTED)
    return Known.UNKNOWN if said is None else _sure(said == "yes")


def _disputed(told: CaseFacts) -> Known:
    if charged_late(told.case, told.items):
        return Known.YES
    stances = {stance(told, item) for item in told.items if item.kind is ItemKind.FEE and is_open(item)}
    return next((state for state in (Known.YES, Known.UNKNOWN) if state in stances), Known.NO)


def _deposit_receipt(told: CaseFacts) -> Known:
    answers = {Answer.FINE: Known.YES, Answer.PROBLEM: Known.NO}
    if told.case.settlement.deposit_receipt.strip():
        return Known.YES
    answer = answer_to(told.case, "deposit_proof")
    return Known.UNKNOWN if answer is None else answers.get(answer, Known.UNKNOWN)


def _ours_listed(told: CaseFacts) -> bool:
    """Return whether something is listed that the shop has to do, and so can promise; what is owed to it is not."""
    waits = {ItemKind.DEPOSIT, ItemKind.SETTLEMENT, ItemKind.UNFINISHED, ItemKind.INVOICE, ItemKind.RECEIPT}
    ours = (item for item in told.items if is_open(item) and item.kind not in waits)
    return any(item.kind is not ItemKind.FEE or stance(told, item) is Known.NO for item in ours)


def _open_any(told: CaseFacts) -> Known:
    """Return whether anything is open at all: listed, or said of one of the kinds."""
    if any(map(is_open, told.items)):
        return Known.YES
    return _any_of([known(each, told) for each in (*_OPEN_BASES, Basis.STORED_VALUE) if concerns(each, told)])


def _shared_number(told: CaseFacts) -> Known:
    if Circumstance.PERSONAL in told.found:
        return Known.NO
    if Circumstance.ONE_PLACE in told.found:
        return Known.YES
    answers = {Answer.FINE: Known.NO, Answer.NOT_APPLICABLE: Known.NO, Answer.PROBLEM: Known.YES}
    answer = answer_to(told.case, "shared_merchant_number")
    return Known.UNKNOWN if answer is None else answers[answer]


def _returned(told: CaseFacts) -> Known:
    """Whether the devices are back: as the tasks on the device say, or agreed for a day that has not come."""
    back = [each.id for each in told.case.terminals if goes_back(each)]
    done = {
        each.terminal for each in told.case.device_tasks if each.task is Task.HAND_OVER and each.done_on is not None
    }
    if back and all(each in done for each in back):
        return Known.YES
    agreed = told.case.paper_answers.collect_on
    return Known.NO if agreed is not None and agreed > told.today else Known.UNKNOWN


def _untouched(told: CaseFacts) -> Known:
    return _maybe(told.case.profile.untouched)


def _settled(told: CaseFacts) -> bool:
    money = told.case.settlement
    return money.last_batch_on is not None or bool(money.last_batch_number.strip())


def _mall(told: CaseFacts) -> Known:
    return {None: Known.UNKNOWN, Answer.PROBLEM: Known.YES}.get(answer_to(told.case, "mall_terminal"), Known.NO)


def _preauth_used(told: CaseFacts) -> Known:
    if Circumstance.PERSONAL in told.found:
        return Known.NO
    answer = answer_to(told.case, "preauthorisations")
    if any(item.kind is ItemKind.PREAUTH for item in told.items) or answer is Answer.PROBLEM:
        return Known.YES
    return Known.NO if answer is Answer.NOT_APPLICABLE else Known.UNKNOWN


def _codes(told: CaseFacts) -> Known:
    terminals = told.case.terminals
    named = any(each.qr_codes.strip() or device_kind(each) is DeviceKind.CODE for each in terminals)
    return Known.YES if named else Known.UNKNOWN


def _complete(told: CaseFacts) -> Known:
    """Whether everything the letter asserts is known; the sentences themselves are looked at, each with its basis."""
    asked = (
        Basis.ACTION,
        Basis.STOP_DAY,
        Basis.AGREEMENT,
        Basis.UNTOUCHED,
        Basis.DEPOSIT,
        Basis.UNSETTLED,
        Basis.FEES_DUE,
        Basis.DEVICES_BACK,
        Basis.DEBITS,
        Basis.FEES_DISPUTED,
        Basis.LICENCE,
        *_OPEN_BASES,
    )
    unsure = told.contradicted or any(known(each, told) is Known.UNKNOWN for each in asked if concerns(each, told))
    return Known.UNKNOWN if unsure or _leaves_blanks(told) else Known.YES


def _leaves_blanks(told: CaseFacts) -> bool:
    """Return whether something stays to be written in by hand though it is known how it stands."""
    case, money = told.case, told.case.settlement
    shop = case.merchant
    kinds = {item.kind for item in told.items if is_open(item)}
    unlisted = [basis for basis, of_it in OPEN_KINDS.items() if known(basis, told) is Known.YES and not of_it & kinds]
    amounts = (
        known(Basis.UNSETTLED, told) is Known.YES and not (money.unsettled_fen or ItemKind.SETTLEMENT in kinds),
        known(Basis.FEES_DUE, told) is Known.YES and not money.fees_due_fen,
    )
    written = (shop.registered_name, shop.merchant_number, shop.identity_number, shop.phone, money.account_last4)
    return (
        bool(unlisted)
        or any(amounts)
        or not all(text.strip() for text in written)
        or _untouched(told) is Known.NO
        or bool(money.deposit_account.strip())
        or not case.terminals
    )


OPEN_KINDS: Mapping[Basis, frozenset[ItemKind]] = MappingProxyType(
    {
        Basis.OPEN_REFUNDS: frozenset({ItemKind.REFUND}),
        Basis.OPEN_UNKNOWN: frozenset({ItemKind.UNFINISHED}),
        Basis.OPEN_DISPUTES: frozenset({ItemKind.RETRIEVAL, ItemKind.CHARGEBACK, ItemKind.COMPLAINT}),
        Basis.OPEN_PREAUTHS: frozenset({ItemKind.PREAUTH}),
        Basis.OPEN_PLANS: frozenset({ItemKind.INSTALMENT, ItemKind.RECURRING}),
    }
)
"""The kinds of open item the letter speaks of, in its order, each with what stands for it on the list."""
_OPEN_BASES = tuple(OPEN_KINDS)
_WITH_PAYMENTS = frozenset({Basis.OPEN_REFUNDS, Basis.OPEN_UNKNOWN, Basis.OPEN_PREAUTHS, Basis.OPEN_PLANS})
_NOT_PERSONAL = frozenset({Basis.OPEN_PREAUTHS, Basis.OPEN_PLANS})


def concerns(basis: Basis, told: CaseFacts) -> bool:
    """Return whether a kind of open item can exist here.

    A personal device makes no holds and no plans; long after the last payment only disputes may still come.
    """
    if known(basis, told) is not Known.UNKNOWN:
        return True
    old = Circumstance.OLD in told.found and basis in _WITH_PAYMENTS
    return not old and not (basis in _NOT_PERSONAL and Circumstance.PERSONAL in told.found)


def _confirmed(told: CaseFacts) -> Known:
    return Known.YES if told.case.follow_up.confirmed_on is not None else Known.UNKNOWN


_RULES: Mapping[Basis, Callable[[CaseFacts], Known]] = MappingProxyType(
    {
        Basis.ACTION: _has_action(*Action),
        Basis.STOPS: _has_action(Action.SUSPEND, Action.REMOVE, Action.CLOSE_MERCHANT),
        Basis.SUSPENDS: _has_action(Action.SUSPEND),
        Basis.SWAPS: _has_action(Action.SWAP),
        Basis.ENDS: _has_action(Action.REMOVE, Action.CLOSE_MERCHANT),
        Basis.CLOSES_NUMBER: _has_action(Action.CLOSE_MERCHANT),
        Basis.STOP_DAY: _given(_stop_day),
        # "Another reason" alone gives none.
        Basis.REASONS: _given(
            lambda told: set(told.case.request.reasons) - {Reason.OTHER} or told.case.request.reason_note.strip()
        ),
        Basis.AGREEMENT: _agreement,
        Basis.MERCHANT_NUMBER: _given(lambda told: told.case.merchant.merchant_number.strip()),
        Basis.OTHER_NUMBERS: _given(lambda told: told.case.merchant.other_numbers.strip()),
        Basis.STOP_KINDS: _given(lambda told: told.case.request.stop_kinds.strip()),
        Basis.FEES_STOP: _fees_stop,
        Basis.DEBITS: _debits,
        Basis.DEVICES_BACK: _devices_back,
        Basis.OWN_DEVICES: _own_devices,
        Basis.RECORDS: _either(
            lambda told: any(
                each.condition is not Condition.LOST and each.action not in {Action.SUSPEND, None}
                for each in told.case.terminals
            )
        ),
        Basis.LOST: _either(_lost),
        Basis.LOSS_REPORTED: _loss_reported,
        Basis.DEPOSIT: _deposit,
        Basis.DEPOSIT_BACK: _deposit_back,
        Basis.DEPOSIT_RECEIPT: _deposit_receipt,
        Basis.UNSETTLED: _unsettled,
        Basis.FEES_DUE: _fees_due,
        Basis.FEES_DISPUTED: _disputed,
        Basis.FEES_LISTED: _either(_fees_listed),
        Basis.OPEN_REFUNDS: _open("pending_refunds", OPEN_KINDS[Basis.OPEN_REFUNDS]),
        Basis.OPEN_PREAUTHS: _open("preauthorisations", OPEN_KINDS[Basis.OPEN_PREAUTHS]),
        Basis.OPEN_UNKNOWN: _open("unknown_transactions", OPEN_KINDS[Basis.OPEN_UNKNOWN]),
        Basis.OPEN_DISPUTES: _open("disputes", OPEN_KINDS[Basis.OPEN_DISPUTES]),
        Basis.OPEN_PLANS: _open("instalments_recurring", OPEN_KINDS[Basis.OPEN_PLANS]),
        Basis.OPEN_LISTED: _either(_ours_listed),
        Basis.OPEN_ANY: _open_any,
        Basis.COMPLETE: _complete,
        Basis.UNTOUCHED: _untouched,
        Basis.LICENCE: _licence,
        Basis.SEAL: _seal,
        Basis.HANDLER: _either(lambda told: told.case.handler.name.strip()),
        Basis.FORMER: _applicant(Applicant.FORMER),
        Basis.HEIRS: _applicant(Applicant.HEIRS),
        Basis.RECORD_BEHIND: _applicant(Applicant.CHANGED),
        Basis.NOT_OPENED: _either(lambda told: Circumstance.NOT_OPENED in told.found),
        Basis.ACQUIRER_LEFT: _either(lambda told: Circumstance.ACQUIRER_LEFT in told.found),
        Basis.SETTLED: _either(_settled),
        Basis.COPIES: _either(lambda told: Circumstance.SUSPICION not in told.found),
        Basis.TERMINAL_NUMBERS: _given(
            lambda told: told.case.terminals and all(each.number.strip() for each in told.case.terminals)
        ),
        Basis.STORED_VALUE: _open("prepaid_balances", frozenset({ItemKind.PREPAID})),
        Basis.PAY_WAYS: _pay_ways,
        Basis.SHOP_CLOSES: _either(lambda told: announces_closing(told.case)),
        Basis.GOES_ON_ELSEWHERE: _either(lambda told: Circumstance.ONE_PLACE in told.found),
        Basis.MALL: _mall,
        Basis.CUSTOMERS: _either(lambda told: left_out("notice.customers", told.case, told.found) is None),
        Basis.SHARED_NUMBER: _shared_number,
        Basis.PREAUTH_USED: _preauth_used,
        Basis.CODES: _codes,
        Basis.CONFIRMED: _confirmed,
        Basis.RETURNED: _returned,
        Basis.CLEARANCE: _either(lambda told: told.case.settlement.wants_clearance),
    }
)
