"""Checks on money that is still on its way, and on what is owed to or by the merchant."""

from pos_closeout.domain.case.case import Answer, Reason, answer_to
from pos_closeout.domain.eligibility.checking import (
    Facts,
    Seen,
    asked,
    by_amount,
    by_items,
    hardening,
    met,
    nothing_open,
)
from pos_closeout.domain.eligibility.findings import Finding, Level
from pos_closeout.domain.ledger.open_items import ItemKind
from pos_closeout.domain.phases import Step

REFUNDS = frozenset({ItemKind.REFUND})
PREAUTHORISATIONS = frozenset({ItemKind.PREAUTH})
UNFINISHED = frozenset({ItemKind.UNFINISHED})
DISPUTES = frozenset({ItemKind.RETRIEVAL, ItemKind.CHARGEBACK, ItemKind.COMPLAINT})
PLANS = frozenset({ItemKind.INSTALMENT, ItemKind.RECURRING})
PREPAID = frozenset({ItemKind.PREPAID})
FEES = frozenset({ItemKind.FEE})
INVOICES = frozenset({ItemKind.INVOICE})
SETTLEMENTS = frozenset({ItemKind.SETTLEMENT})

LATE: Facts = (("expected", "late"),)


def unsettled_funds(seen: Seen) -> tuple[Finding, ...]:
    """Everything taken must have arrived; an amount whose day has passed is told as late."""
    settlement, expected = seen.case.settlement, seen.case.settlement.unsettled_expected_on
    late = LATE if expected is not None and expected < seen.today else ()
    return by_amount(seen, "unsettled_funds", Level.BLOCKING, SETTLEMENTS, fen=settlement.unsettled_fen, late=late)


def settlement_account(seen: Seen) -> tuple[Finding, ...]:
    """The last payment needs an account that is open, in the right name and not frozen."""
    return asked(seen, "settlement_account", Level.BLOCKING)


def pending_refunds(seen: Seen) -> tuple[Finding, ...]:
    """After the stop nothing goes back the way it came."""
    return by_items(seen, "pending_refunds", Level.BLOCKING, REFUNDS)


def preauthorisations(seen: Seen) -> tuple[Finding, ...]:
    """An open pre-authorisation holds the customer's money."""
    return by_items(seen, "preauthorisations", Level.BLOCKING, PREAUTHORISATIONS)


def unknown_transactions(seen: Seen) -> tuple[Finding, ...]:
    """A payment nobody knows the outcome of must be asked about while the terminal can still be looked up."""
    return by_items(seen, "unknown_transactions", Level.BLOCKING, UNFINISHED)


def disputes(seen: Seen) -> tuple[Finding, ...]:
    """Retrievals, chargebacks and complaints have deadlines that go on after the stop."""
    return by_items(seen, "disputes", Level.BLOCKING, DISPUTES)


def instalments_recurring(seen: Seen) -> tuple[Finding, ...]:
    """Instalments and standing debits would fail, or go on, without the merchant."""
    return by_items(seen, "instalments_recurring", Level.BLOCKING, PLANS)


def prepaid_balances(seen: Seen) -> tuple[Finding, ...]:
    """A shop that closes down owes its members their balance; one that goes on can still serve them."""
    closing_down = Reason.CLOSING_DOWN in seen.case.request.reasons
    return by_items(seen, "prepaid_balances", Level.BLOCKING if closing_down else Level.WARNING, PREPAID)


def fees_due(seen: Seen) -> tuple[Finding, ...]:
    """Unpaid fees are a usual reason to refuse, so they block shortly before the planned stop."""
    return by_amount(seen, "fees_due", hardening(seen), FEES, fen=seen.case.settlement.fees_due_fen)


def deposit_proof(seen: Seen) -> tuple[Finding, ...]:
    """A receipt number settles it; without one the owner says whether there is other proof, or no deposit."""
    if seen.case.settlement.deposit_receipt.strip():
        return met("deposit_proof", Step.IDENTITY)
    return asked(seen, "deposit_proof", Level.WARNING)


def invoices(seen: Seen) -> tuple[Finding, ...]:
    """Invoices for fees, and red ones for refunds, are easier to get while the contract lives."""
    return by_items(seen, "invoices", Level.WARNING, INVOICES)


def open_matters(seen: Seen) -> tuple[Finding, ...]:
    """While the list is empty one question stands for all its kinds; "there are some" opens the single questions."""
    check = "open_matters"
    if nothing_open(seen.case) or seen.items or answer_to(seen.case, check) is Answer.PROBLEM:
        return met(check, Step.OPEN_ITEMS)
    return asked(seen, check, Level.BLOCKING, Step.OPEN_ITEMS)
