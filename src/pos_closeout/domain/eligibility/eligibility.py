"""What stands in the way of an application: checks as predicates over a case, its open items and the day."""

from collections.abc import Iterable, Sequence
from datetime import date
from types import MappingProxyType

from pos_closeout.domain.case.backup import BackupProof, Material, proof
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.notices import notices_missing
from pos_closeout.domain.dates.working_days import WorkCalendar
from pos_closeout.domain.eligibility import checks_money as money
from pos_closeout.domain.eligibility import checks_papers as papers
from pos_closeout.domain.eligibility import checks_scope as scope
from pos_closeout.domain.eligibility.checking import Check, Seen, asked, hardening, met
from pos_closeout.domain.eligibility.concerns import circumstances, customers_concerned, left_out
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
    if notices_missing(seen.case.notices, seen.items, customers=customers_concerned(seen.case, seen.items)):
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
        "open_matters": money.open_matters,
        "stop_day": papers.stop_day,
        "closing_notice": papers.closing_notice,
        "merchant_number": papers.merchant_number,
        "identity_number": papers.identity_number,
        "terminal_numbers": papers.terminal_numbers,
        "addressee": papers.addressee,
        "contradictions": papers.contradictions,
        "action_fits": papers.action_fits,
        "idle_service": papers.idle_service,
        "other_numbers": papers.other_numbers,
        "deposit_due": papers.deposit_due,
        "scam_replied": _question("scam_replied", Level.BLOCKING),
        "scam_device_sent": _question("scam_device_sent", Level.BLOCKING),
        "slip_acquirer": _question("slip_acquirer", Level.BLOCKING),
        "device_works": _question("device_works", Level.WARNING),
        "what_was_sold": _question("what_was_sold", Level.BLOCKING),
        "back_office_access": _question("back_office_access", Level.WARNING),
        "termination_notice": scope.termination_notice,
        "deposit_conditions": _question("deposit_conditions", Level.WARNING),
        "heirs_agree": scope.heirs_agree,
        "device_in_use": _question("device_in_use", Level.BLOCKING),
        "shop_goes_on": _question("shop_goes_on", Level.INFORMATION),
    }
)

CHECKS: tuple[str, ...] = tuple(_TABLE)
"""The ids of the checks, in their order."""

_ANSWERED_BY_DATA = frozenset(
    {
        "acquirer_confirmed",
        "action_chosen",
        "ownership",
        "spare_terminal",
        "stop_day",
        "closing_notice",
        "merchant_number",
        "identity_number",
        "terminal_numbers",
        "addressee",
        "contradictions",
        "action_fits",
        "idle_service",
        "other_numbers",
        "deposit_due",
    }
)

QUESTIONS: tuple[str, ...] = tuple(check for check in CHECKS if check not in _ANSWERED_BY_DATA)
"""The checks that may ask the owner; each has a question in ``resources/guidance/checks.toml``."""


PAPER_CHECKS = frozenset(
    {
        "stop_day",
        "merchant_number",
        "identity_number",
        "terminal_numbers",
        "addressee",
        "contradictions",
        "action_fits",
    }
)
"""Checks on what a paper would say; what they find is said before it is printed."""


def evaluate(
    case: Case, items: Sequence[OpenItem], today: date, calendar: WorkCalendar | None = None
) -> tuple[Finding, ...]:
    """Return what all checks find, in their order; each check gives at least one finding.

    A question that does not concern this owner is not asked: its finding is met and says in ``left_out`` why.

    Args:
        case: the case as it stands on the screen.
        items: its ledger, cleared items included: they tell that something was there and is settled.
        today: the day of the evaluation.
        calendar: the working days; without one only weekends are known.
    """
    seen = Seen(case, items, today, calendar or WorkCalendar(), circumstances(case, items, today))
    return tuple(finding for check, find in _TABLE.items() for finding in _concerning(seen, check, find))


def _concerning(seen: Seen, check: str, find: Check) -> tuple[Finding, ...]:
    found = find(seen)
    if not any(each.unanswered for each in found):
        return found
    why = left_out(check, seen.case, seen.found)
    if why is None:
        return found
    kept = tuple(each for each in found if not each.unanswered)
    return kept or (Finding(check, Level.MET, Step.ELIGIBILITY, values=(("left_out", why.value),)),)


def open_questions(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return the ids of the checks that still wait for the owner's answer, each once, in order."""
    return tuple(dict.fromkeys(finding.check for finding in findings if finding.unanswered))
