"""Checks on what a paper would say: what is missing, malformed, contradicted or out of time before it is printed."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pos_closeout.domain.case.case import Answer, Case, EntityType, Reason, answer_to, main_action
from pos_closeout.domain.case.deposits import has_deposit
from pos_closeout.domain.case.identifiers import (
    VerdictKind,
    check_identity,
    check_merchant_number,
    looks_like_agent,
)
from pos_closeout.domain.case.profile import Applicant
from pos_closeout.domain.case.stop_day import notice_of_closing_by
from pos_closeout.domain.dates.working_days import is_published, is_working, worked_around
from pos_closeout.domain.device.terminal import Action
from pos_closeout.domain.eligibility.checking import Seen, met, nothing_open, terminal_name
from pos_closeout.domain.eligibility.concerns import Circumstance
from pos_closeout.domain.eligibility.findings import Finding, Level
from pos_closeout.domain.ledger.open_items import OpenItem, is_open
from pos_closeout.domain.phases import Step

_NUMBER = re.compile(r"\d{8,}")
"""What reads like a merchant number of a platform; owners also write other remarks into that field."""
_Values = tuple[tuple[str, str | int], ...]


def stop_day(seen: Seen) -> tuple[Finding, ...]:
    """A stop in the past cannot be asked for; one on a day that is not worked needs another day at the acquirer."""
    check, stop = "stop_day", seen.case.request.stop_on
    if stop is None or Circumstance.ACQUIRER_LEFT in seen.found:
        return met(check, Step.PURPOSE)
    if stop < seen.today:
        return (Finding(check, Level.WARNING, Step.PURPOSE, values=(("when", "past"), ("day", stop.isoformat()))),)
    around = None if is_working(stop, seen.calendar) else worked_around(stop, seen.calendar)
    if around is not None:
        before, after = around
        days = (("day", stop.isoformat()), ("before", before.isoformat()), ("after", after.isoformat()))
        return (Finding(check, Level.WARNING, Step.PURPOSE, values=(("when", "not_worked"), *days)),)
    if seen.calendar.years and not is_published(stop, seen.calendar):
        values = (("when", "uncertain"), ("day", stop.isoformat()))
        return (Finding(check, Level.INFORMATION, Step.PURPOSE, values=values),)
    return met(check, Step.PURPOSE)


def closing_notice(seen: Seen) -> tuple[Finding, ...]:
    """A shop that closes or moves announces it 30 days before (消费者权益保护法实施条例第21条 [C])."""
    check = "closing_notice"
    by = notice_of_closing_by(seen.case)
    if by is None or seen.case.profile.applicant is Applicant.FORMER or Circumstance.PERSONAL in seen.found:
        return met(check, Step.NOTICES)
    if any(each.sent_on is not None and each.sent_on <= by for each in seen.case.notices):
        return met(check, Step.NOTICES)
    late = by < seen.today
    values = (("when", "late" if late else "ahead"), ("day", by.isoformat()))
    return (Finding(check, Level.WARNING, Step.NOTICES, values=values),)


def merchant_number(seen: Seen) -> tuple[Finding, ...]:
    """Without its number the acquirer finds the merchant only by name; a malformed one is looked at again."""
    check, number = "merchant_number", seen.case.merchant.merchant_number
    verdict = check_merchant_number(number)
    if verdict.kind is VerdictKind.EMPTY:
        return (Finding(check, Level.WARNING, Step.IDENTITY, values=(("number", "missing"),)),)
    if verdict.kind is VerdictKind.WARNING:
        return (Finding(check, Level.WARNING, Step.IDENTITY, values=(("number", "malformed"),)),)
    if verdict.kind is VerdictKind.HINT:
        return (Finding(check, Level.INFORMATION, Step.IDENTITY, values=(("number", "unusual"),)),)
    return met(check, Step.IDENTITY)


def identity_number(seen: Seen) -> tuple[Finding, ...]:
    """A credit code or identity number with a wrong check digit was copied wrongly."""
    check, shop = "identity_number", seen.case.merchant
    verdict = check_identity(shop.entity_type, shop.identity_number)
    if verdict.kind is VerdictKind.EMPTY:
        return (Finding(check, Level.WARNING, Step.IDENTITY, values=(("number", "missing"),)),)
    if verdict.kind is VerdictKind.ERROR:
        return (Finding(check, Level.WARNING, Step.IDENTITY, values=(("number", "wrong"),)),)
    if verdict.kind is VerdictKind.WARNING:
        return (Finding(check, Level.INFORMATION, Step.IDENTITY, values=(("number", "unusual"),)),)
    return met(check, Step.IDENTITY)


def terminal_numbers(seen: Seen) -> tuple[Finding, ...]:
    """Two terminals with one number are one terminal twice or a slip; without a number the serial number serves."""
    check = "terminal_numbers"
    found = [*_equal(seen.case), *_unnumbered(seen.case)]
    return tuple(found) or met(check, Step.IDENTITY)


def _equal(case: Case) -> Iterator[Finding]:
    for field in ("number", "serial_number"):
        said = Counter(text for each in case.terminals if (text := getattr(each, field).strip()))
        for text, count in said.items():
            if count > 1:
                values: _Values = (("equal", field), ("text", text), ("count", count))
                yield Finding("terminal_numbers", Level.WARNING, Step.IDENTITY, values=values)


def _unnumbered(case: Case) -> Iterator[Finding]:
    for place, each in enumerate(case.terminals, 1):
        if not each.number.strip() and each.serial_number.strip():
            values = (("missing", "number"),)
            yield Finding("terminal_numbers", Level.WARNING, Step.IDENTITY, terminal_name(place, each), values)


def addressee_of(case: Case) -> str:
    """Return who a letter would go to, as written by the owner or else the acquirer."""
    return case.letter.addressee.strip() or case.acquirer.name.strip()


def goes_to_agent(case: Case) -> bool:
    """Return whether the addressee is the agent, or reads like one and was not checked."""
    name, agent = addressee_of(case), case.agent.name.strip()
    return (bool(agent) and agent in name) or (looks_like_agent(name) and not case.acquirer.confirmed)


def addressee(seen: Seen) -> tuple[Finding, ...]:
    """A letter to an agent ends nothing; contracts may not be outsourced (收单外包服务自律管理办法第12条 [C])."""
    check, case = "addressee", seen.case
    name = addressee_of(case)
    if not name:
        return met(check, Step.IDENTITY)
    if goes_to_agent(case):
        return (Finding(check, Level.BLOCKING, Step.IDENTITY, values=(("addressee", "agent"),)),)
    if Circumstance.SUSPICION in seen.found:
        return (Finding(check, Level.BLOCKING, Step.IDENTITY, values=(("addressee", "unverified"),)),)
    if looks_like_agent(name):
        return (Finding(check, Level.WARNING, Step.IDENTITY, values=(("addressee", "maybe_agent"),)),)
    return met(check, Step.IDENTITY)


def contradictions(seen: Seen) -> tuple[Finding, ...]:
    """Two answers that cannot both be true: papers then say neither."""
    check = "contradictions"
    found = tuple(
        Finding(check, Level.WARNING, step, values=(("both", name),))
        for name, step in contradicted(seen.case, seen.items)
    )
    return found or met(check, Step.ELIGIBILITY)


def contradicted(case: Case, items: Sequence[OpenItem]) -> tuple[tuple[str, Step], ...]:
    """Return what a case says in two ways (``deposit``, ``agreement``, ``open``, ``settled``), and where to look."""
    shop = case.merchant
    agreement = bool(shop.agreement_number.strip()) or shop.signed_on is not None
    asked = ("pending_refunds", "preauthorisations", "unknown_transactions", "disputes", "instalments_recurring")
    problems = any(answer_to(case, check) is Answer.PROBLEM for check in (*asked, "prepaid_balances"))
    owed = case.settlement
    none_paid = answer_to(case, "deposit_proof") is Answer.NOT_APPLICABLE or owed.deposit_fen == 0
    paid = has_deposit(case, items) or answer_to(case, "deposit_proof") in {Answer.FINE, Answer.PROBLEM}
    found = {
        "deposit": (none_paid and paid, Step.IDENTITY),
        "agreement": (agreement and answer_to(case, "contract_term") is Answer.NOT_APPLICABLE, Step.IDENTITY),
        "open": (nothing_open(case) and (problems or any(map(is_open, items))), Step.OPEN_ITEMS),
        "settled": (owed.unsettled_fen == 0 and answer_to(case, "unsettled_funds") is Answer.PROBLEM, Step.IDENTITY),
    }
    return tuple((name, step) for name, (holds, step) in found.items() if holds)


def action_fits(seen: Seen) -> tuple[Finding, ...]:
    """The action has to fit the reason and the people: each advice names the better one and why."""
    check, case = "action_fits", seen.case
    action = main_action(case)
    advice = tuple(name for name, holds in _advice(case, seen, action).items() if holds)
    if not advice:
        return met(check, Step.PURPOSE)
    return tuple(Finding(check, Level.WARNING, Step.PURPOSE, values=(("advice", name),)) for name in advice)


def _advice(case: Case, seen: Seen, action: Action | None) -> dict[str, bool]:
    reasons, found = case.request.reasons, seen.found
    shop_stays = Circumstance.ONE_PLACE in found
    return {
        "nothing_yet": Circumstance.SUSPICION in found,
        "change_record": Circumstance.RECORD_BEHIND in found and action is not None,
        "suspend_first": Circumstance.HEIRS in found and action is not Action.SUSPEND,
        "claim": Circumstance.ACQUIRER_LEFT in found,
        "remove": shop_stays and action is Action.CLOSE_MERCHANT,
        "close_merchant": Circumstance.CLOSES_SHOP in found
        and action is Action.REMOVE
        and Circumstance.RECORD_BEHIND not in found,
        "lent": case.profile.untouched is False and Circumstance.NOT_OPENED not in found,
        "swap": bool({Reason.FAULT, Reason.UPGRADE} & set(reasons)) and action is Action.CLOSE_MERCHANT,
    }


def idle_service(seen: Seen) -> tuple[Finding, ...]:
    """After twelve months without a payment the acquirer should have stopped; a person may do it in 云闪付 ([C2])."""
    check = "idle_service"
    if Circumstance.IDLE not in seen.found or Circumstance.ACQUIRER_LEFT in seen.found:
        return met(check, Step.PURPOSE)
    micro = seen.case.merchant.entity_type is EntityType.MICRO
    values = (("idle", "self_service" if micro else "ask"),)
    return (Finding(check, Level.WARNING, Step.CONTACT, values=values),)


def other_numbers(seen: Seen) -> tuple[Finding, ...]:
    """Numbers at payment platforms are closed there, each by itself; the acquirer cannot do it."""
    check = "other_numbers"
    if _NUMBER.search(seen.case.merchant.other_numbers) and main_action(seen.case) is Action.CLOSE_MERCHANT:
        return (Finding(check, Level.WARNING, Step.CONTACT),)
    return met(check, Step.CONTACT)


def deposit_due(seen: Seen) -> tuple[Finding, ...]:
    """A claim without a day is easily forgotten, and lost after three years (民法典第188条 [C])."""
    check = "deposit_due"
    if Circumstance.ACQUIRER_LEFT in seen.found and has_deposit(seen.case, seen.items):
        return (Finding(check, Level.WARNING, Step.OPEN_ITEMS),)
    return met(check, Step.OPEN_ITEMS)
