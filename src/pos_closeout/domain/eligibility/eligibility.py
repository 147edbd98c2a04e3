"""What stands in the way of an application: checks as predicates over a case, its open items and the day."""

from collections.abc import Iterable, Sequence
from datetime import date
from types import MappingProxyType

from pos_closeout.domain.case.backup import BackupProof, Material, proof
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.notices import notices_missing
from pos_closeout.domain.eligibility import checks_money as money
from pos_closeout.domain.eligibility import checks_scope as scope
from pos_closeout.domain.eligibility.checking import Check, Seen, asked, hardening, met
from pos_closeout.domain.eligibility.findings import Finding, Level
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.phases import Step

__all__ = ["CHECKS", "QUESTIONS", "Finding", "Level", "evaluate", "open_questions"]


def _question(check: str, level: Level) -> Check:
    """Return a check that only the owner can answer."""

    def ask(seen: Seen) -> tuple[Finding, ...]:
        return asked(seen, check, level)

    return ask


def _history_exported(seen: Seen) -> tuple[Finding, ...]:
    """The back office often closes with the merchant, so an undone export blocks shortly before the planned stop.

    Bills in a backup that was read back are that export; nobody is asked again.
    """
    exported = any(source.material is Material.BILLS for source in seen.case.backup_sources)
    if exported and proof(seen.case.backup) is BackupProof.GOOD:
        return met("history_exported", Step.BACKUP)
    return asked(seen, "history_exported", hardening(seen), Step.BACKUP)


def _notices_sent(seen: Seen) -> tuple[Finding, ...]:
    """Once there is a list of whom to tell, the list answers and not the owner."""
    if not seen.case.notices:
        return asked(seen, "notices_sent", Level.WARNING, Step.NOTICES)
    if notices_missing(seen.case.notices, seen.items):
        return (Finding("notices_sent", Level.WARNING, Step.NOTICES),)
    return met("notices_sent", Step.NOTICES)


_TABLE: MappingProxyType[str, Check] = MappingProxyType(
    {
        "acquirer_confirmed": scope.acquirer_confirmed,
        "action_chosen": scope.action_chosen,
        "terminals_listed": scope.terminals_listed,
        "shared_merchant_number": scope.shared_merchant_number,
        "unsettled_funds": money.unsettled_funds,
        "settlement_account": money.settlement_account,
        "pending_refunds": money.pending_refunds,
        "preauthorisations": money.preauthorisations,
        "unknown_transactions": money.unknown_transactions,
        "disputes": money.disputes,
        "instalments_recurring": money.instalments_recurring,
        "prepaid_balances": money.prepaid_balances,
        "fees_due": money.fees_due,
        "contract_term": _question("contract_term", Level.WARNING),
        "deposit_proof": money.deposit_proof,
        "ownership": scope.ownership,
        "device_present": scope.device_present,
        "licence_valid": scope.licence_valid,
        "seal_and_representative": scope.seal_and_representative,
        "frozen": _question("frozen", Level.BLOCKING),
        "history_exported": _history_exported,
        "invoices": money.invoices,
        "tax": _question("tax", Level.WARNING),
        "replacement_ready": scope.replacement_ready,
        "staff_access": _question("staff_access", Level.WARNING),
        "notices_sent": _notices_sent,
        "mall_terminal": _question("mall_terminal", Level.BLOCKING),
        "data_lines": _question("data_lines", Level.INFORMATION),
        "spare_terminal": scope.spare_terminal,
        "not_a_scam_call": scope.not_a_scam_call,
    }
)

CHECKS: tuple[str, ...] = tuple(_TABLE)
"""The ids of the checks, in their order."""

_ANSWERED_BY_DATA = frozenset({"acquirer_confirmed", "action_chosen", "ownership", "spare_terminal"})

QUESTIONS: tuple[str, ...] = tuple(check for check in CHECKS if check not in _ANSWERED_BY_DATA)
"""The checks that may ask the owner; each has a question in ``resources/guidance/checks.toml``."""


def evaluate(case: Case, items: Sequence[OpenItem], today: date) -> tuple[Finding, ...]:
    """Return what all checks find, in their order; each check gives at least one finding.

    Args:
        case: the case as it stands on the screen.
        items: its ledger, cleared items included: they tell that something was there and is settled.
        today: the day of the evaluation.
    """
    seen = Seen(case, items, today)
    return tuple(finding for check in _TABLE.values() for finding in check(seen))


def open_questions(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return the ids of the checks that still wait for the owner's answer, each once, in order."""
    return tuple(dict.fromkeys(finding.check for finding in findings if finding.unanswered))
