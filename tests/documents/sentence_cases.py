"""For every answer a sentence may rest on: a case where it is yes, one where it is no, one where nobody said."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from pos_closeout.domain.case.case import Answer, Case, EntityType, Handler, Reason, with_answer
from pos_closeout.domain.case.follow_up import LateCharge
from pos_closeout.domain.case.issued_papers import PaperAnswers
from pos_closeout.domain.case.notices import NoticePlan
from pos_closeout.domain.case.profile import Applicant, Profile, Seal
from pos_closeout.domain.device.tasks import DeviceTask, Task
from pos_closeout.domain.device.terminal import Action, Condition, Ownership
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem
from pos_closeout.domain.papers.answers import Basis, Known
from tests.documents.sample_cases import CASE, with_terminals

YES, NO, UNKNOWN = Known
Situated = tuple[Case, tuple[OpenItem, ...]]
PLAIN = replace(
    with_terminals(CASE, 1, Action.CLOSE_MERCHANT),
    settlement=replace(CASE.settlement, deposit_fen=None, deposit_receipt="", unsettled_fen=None, fees_due_fen=None),
    merchant=replace(CASE.merchant, agreement_number="", signed_on=None),
)
"""One rented terminal that closes with its number, and nothing said beside that."""


def case(**changes: object) -> Situated:
    return replace(PLAIN, **changes), ()  # type: ignore[arg-type]  # fields by name


def answered(check: str, answer: Answer) -> Situated:
    return with_answer(PLAIN, check, answer), ()


def profile(**told: object) -> Situated:
    return replace(PLAIN, profile=Profile(**told)), ()  # type: ignore[arg-type]  # fields by name


def device(**told: object) -> Situated:
    return replace(PLAIN, terminals=(replace(PLAIN.terminals[0], **told),)), ()  # type: ignore[arg-type]  # fields by name


def money(**told: object) -> Situated:
    return replace(PLAIN, settlement=replace(PLAIN.settlement, **told)), ()  # type: ignore[arg-type]  # fields by name


def request(**told: object) -> Situated:
    return replace(PLAIN, request=replace(PLAIN.request, **told)), ()  # type: ignore[arg-type]  # fields by name


def item(kind: ItemKind) -> Situated:
    return PLAIN, (OpenItem(id=1, kind=kind, amount_fen=12_800, original_on=date(2026, 11, 1)),)


def micro(situated: Situated) -> Situated:
    shop = replace(situated[0].merchant, entity_type=EntityType.MICRO)
    return replace(situated[0], merchant=shop), situated[1]


PLAINLY: Situated = (PLAIN, ())
STATES: Mapping[Basis, Mapping[Known, Situated]] = {
    Basis.ACTION: {YES: PLAINLY, UNKNOWN: device(action=None)},
    Basis.STOPS: {YES: PLAINLY, NO: device(action=Action.SWAP), UNKNOWN: device(action=None)},
    Basis.SUSPENDS: {YES: device(action=Action.SUSPEND), NO: PLAINLY, UNKNOWN: device(action=None)},
    Basis.SWAPS: {YES: device(action=Action.SWAP), NO: PLAINLY, UNKNOWN: device(action=None)},
    Basis.ENDS: {YES: device(action=Action.REMOVE), NO: device(action=Action.SWAP), UNKNOWN: device(action=None)},
    Basis.CLOSES_NUMBER: {YES: PLAINLY, NO: device(action=Action.REMOVE), UNKNOWN: device(action=None)},
    Basis.STOP_DAY: {YES: PLAINLY, UNKNOWN: request(stop_on=date(2026, 11, 1))},
    Basis.REASONS: {YES: PLAINLY, UNKNOWN: request(reasons=())},
    Basis.AGREEMENT: {
        YES: answered("contract_term", Answer.FINE),
        NO: answered("contract_term", Answer.NOT_APPLICABLE),
        UNKNOWN: PLAINLY,
    },
    Basis.MERCHANT_NUMBER: {YES: PLAINLY},
    Basis.OTHER_NUMBERS: {YES: PLAINLY, UNKNOWN: case(merchant=replace(PLAIN.merchant, other_numbers=""))},
    Basis.STOP_KINDS: {YES: PLAINLY, UNKNOWN: request(stop_kinds="")},
    Basis.FEES_STOP: {YES: PLAINLY, NO: device(action=Action.SWAP)},
    Basis.DEBITS: {YES: profile(debits_allowed=True), NO: profile(debits_allowed=False), UNKNOWN: micro(PLAINLY)},
    Basis.DEVICES_BACK: {
        YES: PLAINLY,
        NO: device(ownership=Ownership.OWNED),
        UNKNOWN: device(ownership=Ownership.UNKNOWN),
    },
    Basis.OWN_DEVICES: {
        YES: device(ownership=Ownership.OWNED),
        NO: PLAINLY,
        UNKNOWN: device(ownership=Ownership.UNKNOWN),
    },
    Basis.RECORDS: {YES: PLAINLY, NO: device(condition=Condition.LOST)},
    Basis.LOST: {YES: device(condition=Condition.LOST), NO: PLAINLY},
    Basis.LOSS_REPORTED: {
        YES: case(paper_answers=PaperAnswers(report_number="BJ-0001")),
        NO: profile(loss_reported=False),
        UNKNOWN: PLAINLY,
    },
    Basis.DEPOSIT: {YES: money(deposit_fen=29_900), NO: money(deposit_fen=0), UNKNOWN: PLAINLY},
    Basis.DEPOSIT_BACK: {YES: money(deposit_fen=29_900), NO: money(deposit_fen=0), UNKNOWN: PLAINLY},
    Basis.DEPOSIT_RECEIPT: {
        YES: (with_answer(money(deposit_fen=29_900)[0], "deposit_proof", Answer.FINE), ()),
        NO: (with_answer(money(deposit_fen=29_900)[0], "deposit_proof", Answer.PROBLEM), ()),
        UNKNOWN: money(deposit_fen=29_900),
    },
    Basis.UNSETTLED: {YES: money(unsettled_fen=100), NO: money(unsettled_fen=0), UNKNOWN: PLAINLY},
    Basis.FEES_DUE: {YES: money(fees_due_fen=100), NO: money(fees_due_fen=0), UNKNOWN: PLAINLY},
    Basis.FEES_DISPUTED: {
        YES: case(late_charges=(LateCharge(date(2026, 11, 20), 4_800, "流量费"),)),
        NO: PLAINLY,
        UNKNOWN: item(ItemKind.FEE),
    },
    Basis.FEES_LISTED: {YES: item(ItemKind.FEE), NO: PLAINLY},
    Basis.OPEN_REFUNDS: {
        YES: answered("pending_refunds", Answer.PROBLEM),
        NO: answered("pending_refunds", Answer.FINE),
        UNKNOWN: PLAINLY,
    },
    Basis.OPEN_UNKNOWN: {
        YES: item(ItemKind.UNFINISHED),
        NO: answered("unknown_transactions", Answer.FINE),
        UNKNOWN: PLAINLY,
    },
    Basis.OPEN_ANY: {YES: item(ItemKind.REFUND), NO: case(nothing_open=True), UNKNOWN: PLAINLY},
    Basis.OPEN_LISTED: {YES: item(ItemKind.REFUND), NO: PLAINLY},
    Basis.COMPLETE: {UNKNOWN: PLAINLY},
    Basis.UNTOUCHED: {YES: profile(untouched=True), NO: profile(untouched=False), UNKNOWN: PLAINLY},
    Basis.LICENCE: {
        YES: answered("licence_valid", Answer.FINE),
        NO: profile(applicant=Applicant.FORMER),
        UNKNOWN: answered("licence_valid", Answer.PROBLEM),
    },
    Basis.SEAL: {YES: profile(seal=Seal.HELD), NO: profile(seal=Seal.NONE), UNKNOWN: PLAINLY},
    Basis.HANDLER: {YES: PLAINLY, NO: case(handler=Handler())},
    Basis.FORMER: {YES: profile(applicant=Applicant.FORMER), NO: PLAINLY},
    Basis.HEIRS: {YES: profile(applicant=Applicant.HEIRS), NO: PLAINLY},
    Basis.RECORD_BEHIND: {YES: profile(applicant=Applicant.CHANGED), NO: PLAINLY},
    Basis.NOT_OPENED: {YES: request(reasons=(Reason.NOT_OPENED,)), NO: PLAINLY},
    Basis.ACQUIRER_LEFT: {YES: profile(acquirer_left=True), NO: PLAINLY},
    Basis.COPIES: {YES: PLAINLY},
    Basis.TERMINAL_NUMBERS: {YES: PLAINLY, UNKNOWN: device(number="")},
    Basis.STORED_VALUE: {
        YES: item(ItemKind.PREPAID),
        NO: answered("prepaid_balances", Answer.NOT_APPLICABLE),
        UNKNOWN: PLAINLY,
    },
    Basis.PAY_WAYS: {
        YES: case(notice_plan=NoticePlan(pay_instead="现金", pay_instead_en="cash")),
        NO: request(reasons=(Reason.CLOSING_DOWN,)),
        UNKNOWN: PLAINLY,
    },
    Basis.SHOP_CLOSES: {YES: request(reasons=(Reason.CLOSING_DOWN,)), NO: PLAINLY},
    Basis.GOES_ON_ELSEWHERE: {
        YES: (
            replace(
                PLAIN, request=replace(PLAIN.request, reasons=(Reason.CLOSING_DOWN,)), profile=Profile(one_place=True)
            ),
            (),
        ),
        NO: PLAINLY,
    },
    Basis.CUSTOMERS: {YES: PLAINLY, NO: micro(PLAINLY)},
    Basis.MALL: {
        YES: answered("mall_terminal", Answer.PROBLEM),
        NO: answered("mall_terminal", Answer.FINE),
        UNKNOWN: PLAINLY,
    },
    Basis.PREAUTH_USED: {
        YES: answered("preauthorisations", Answer.PROBLEM),
        NO: answered("preauthorisations", Answer.NOT_APPLICABLE),
        UNKNOWN: PLAINLY,
    },
    Basis.CODES: {YES: device(qr_codes="码牌"), UNKNOWN: PLAINLY},
    Basis.CLEARANCE: {YES: PLAINLY, NO: money(wants_clearance=False)},
    Basis.RETURNED: {
        YES: case(device_tasks=(DeviceTask(PLAIN.terminals[0].id, Task.HAND_OVER, date(2026, 11, 20)),)),
        NO: case(paper_answers=PaperAnswers(collect_on=date(2026, 12, 3))),
        UNKNOWN: PLAINLY,
    },
}
"""What cannot be told by any answer is missing: an action is chosen or not, it is never "no action"."""

Where = Callable[[Situated], Situated]


def _with(**told: object) -> Where:
    def moved(situated: Situated) -> Situated:
        return replace(situated[0], **told), situated[1]  # type: ignore[arg-type]  # fields by name

    return moved


def _terminals(*actions: Action) -> Where:
    def moved(situated: Situated) -> Situated:
        first = situated[0].terminals[0]
        terminals = tuple(replace(first, id=place, action=action) for place, action in enumerate(actions, 1))
        return replace(situated[0], terminals=terminals), situated[1]

    return moved


def _fee(situated: Situated) -> Situated:
    return situated[0], (*situated[1], OpenItem(id=9, kind=ItemKind.FEE, amount_fen=4_800))


def _left(situated: Situated) -> Situated:
    return replace(situated[0], profile=replace(situated[0].profile, acquirer_left=True)), situated[1]


def _reason(reason: Reason) -> Where:
    def moved(situated: Situated) -> Situated:
        return replace(situated[0], request=replace(situated[0].request, reasons=(reason,))), situated[1]

    return moved


def _company(situated: Situated) -> Situated:
    shop = replace(situated[0].merchant, entity_type=EntityType.COMPANY, registered_name="示例餐饮有限公司")
    return replace(situated[0], merchant=shop), situated[1]


def _named(name: str) -> Where:
    """Give a company a name that tells another legal form."""

    def moved(situated: Situated) -> Situated:
        case, items = _company(situated)
        return replace(case, merchant=replace(case.merchant, registered_name=name)), items

    return moved


def _nothing_comes_back(situated: Situated) -> Situated:
    """Have every device lost."""
    lost = tuple(replace(each, condition=Condition.LOST) for each in situated[0].terminals)
    return replace(situated[0], terminals=lost), situated[1]


def _bank(situated: Situated) -> Situated:
    return replace(situated[0], acquirer=replace(situated[0].acquirer, name="示例银行", branch="")), situated[1]


def _others_listed(situated: Situated) -> Situated:
    """Put every other kind on the list, so that the statement speaks of refunds alone."""
    kinds = (ItemKind.UNFINISHED, ItemKind.RETRIEVAL, ItemKind.PREAUTH, ItemKind.INSTALMENT)
    listed = (OpenItem(id=place, kind=kind, amount_fen=1_000) for place, kind in enumerate(kinds, 20))
    return situated[0], (*situated[1], *listed)


def _amount_not_entered(situated: Situated) -> Situated:
    """Leave of a deposit that was paid only its receipt."""
    money = situated[0].settlement
    known = replace(money, deposit_fen=None, deposit_receipt="YJ-1") if money.deposit_fen else money
    return replace(situated[0], settlement=known), situated[1]


def _unsaid(situated: Situated) -> Situated:
    shop = replace(situated[0].merchant, entity_type=EntityType.UNSAID)
    return replace(situated[0], merchant=shop), situated[1]


def _of_heirs(situated: Situated) -> Situated:
    """Have the heirs of the proprietor stop the terminal at once."""
    case, items = _terminals(Action.SUSPEND)(situated)
    return replace(case, profile=replace(case.profile, applicant=Applicant.HEIRS)), items


def _of_one_place(situated: Situated) -> Situated:
    """Have one of several shops close."""
    case, items = _reason(Reason.CLOSING_DOWN)(situated)
    return replace(case, profile=replace(case.profile, one_place=True)), items


PLACES: Mapping[str, Where] = {
    "letter.opening.agreement_left": _left,
    "letter.opening.suspend_at_once": _terminals(Action.SUSPEND),
    "letter.request.ground_mixed": _terminals(Action.SUSPEND, Action.REMOVE),
    "letter.request.claim_device": _left,
    "closing_report.text.deposit_without_amount": _amount_not_entered,
    "closing_report.text.deposit_stays": _terminals(Action.SUSPEND),
    "letter.open_items.none": _others_listed,
    "letter.opening.mixed": _terminals(Action.SUSPEND, Action.REMOVE),
    "letter.request.suspend_closing": _terminals(Action.SUSPEND, Action.CLOSE_MERCHANT),
    "letter.request.swap_closing": _terminals(Action.SWAP, Action.CLOSE_MERCHANT),
    "letter.request.billing_mixed": _terminals(Action.SWAP, Action.REMOVE),
    "letter.request.billing_suspended": _terminals(Action.SUSPEND),
    "letter.request.claim_deposit": _left,
    "letter.undertakings.no_use_mixed": _terminals(Action.SUSPEND, Action.REMOVE),
    "letter.signature.applicant_company": _company,
    "letter.signature.signer_company": _company,
    "letter.signature.signer_partnership": _named("大理听松客栈（普通合伙）"),
    "letter.signature.signer_branch": _named("示例餐饮有限公司文三路分公司"),
    "letter.signature.signer_unit": _named("示例农场"),
    "letter.request.deposit_without": _nothing_comes_back,
    "papers.deposit.ask.pay_without": _nothing_comes_back,
    "papers.deposit.ask.reasons_without": _nothing_comes_back,
    "papers.deposit.returned_lost": _nothing_comes_back,
    "letter.signature.applicant_unsaid": _unsaid,
    "letter.signature.signer_unsaid": _unsaid,
    "papers.attorney.sign_unsaid": _unsaid,
    "papers.attorney.sign_company": _company,
    "papers.fees.ground.electronic": micro,
    "papers.fees.ground.bank": _bank,
    "papers.fees.ask.debits": _fee,
    "poster.text.head_at_once": _terminals(Action.SUSPEND),
    "poster.text.card_at_once": _of_heirs,
    "poster.text.head_closing": _reason(Reason.CLOSING_DOWN),
    "poster.text.head_moving": _reason(Reason.RELOCATION),
    "poster.text.card_closing": _reason(Reason.CLOSING_DOWN),
    "poster.text.card_one_place": _of_one_place,
}
"""Where a sentence stands at all, beside the answer it rests on: another action, kind of merchant or reason."""
