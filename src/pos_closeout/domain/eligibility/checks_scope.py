"""Checks on who is asked, for what, and on the devices: acquirer, action, terminals, ownership."""

from collections.abc import Iterator
from datetime import timedelta

from pos_closeout.domain.case.case import Answer, EntityType, Reason, answer_to
from pos_closeout.domain.case.contact import alarms, guard_answered
from pos_closeout.domain.case.profile import Applicant, Seal
from pos_closeout.domain.device.terminal import Action, Condition, Ownership, Terminal
from pos_closeout.domain.eligibility.checking import ANSWERED_PROBLEM, Seen, asked, closes_merchant, met, terminal_name
from pos_closeout.domain.eligibility.concerns import Circumstance
from pos_closeout.domain.eligibility.findings import Finding, Level
from pos_closeout.domain.phases import Step

IDLE_AFTER = timedelta(days=90)
"""Three months without a payment, when acquirers verify a merchant anew ([C2])."""


def acquirer_confirmed(seen: Seen) -> tuple[Finding, ...]:
    """Only the licensed acquirer can end the service (条例 第22条), so its full name must be known and confirmed."""
    check, acquirer = "acquirer_confirmed", seen.case.acquirer
    if not acquirer.name.strip():
        return (Finding(check, Level.BLOCKING, Step.IDENTITY, values=(("missing", "name"),)),)
    if not acquirer.confirmed:
        return (Finding(check, Level.BLOCKING, Step.IDENTITY),)
    return met(check, Step.IDENTITY)


def action_chosen(seen: Seen) -> tuple[Finding, ...]:
    """Suspend, swap, remove or close: each terminal needs its own word."""
    check = "action_chosen"
    # Neither is asked to stop a terminal: one never had it, the other claims from an acquirer that has left.
    if {Circumstance.NOT_OPENED, Circumstance.ACQUIRER_LEFT} & seen.found:
        return met(check, Step.PURPOSE)
    if not seen.case.terminals:
        return (Finding(check, Level.BLOCKING, Step.PURPOSE, values=(("missing", "terminals"),)),)
    found = tuple(
        Finding(check, Level.BLOCKING, Step.PURPOSE, terminal_name(place, terminal))
        for place, terminal in enumerate(seen.case.terminals, 1)
        if terminal.action is None
    )
    return (*found, *_goes_down_with_merchant(seen)) or met(check, Step.PURPOSE)


def _goes_down_with_merchant(seen: Seen) -> Iterator[Finding]:
    """Closing the merchant ends every terminal under it, so none of them can be suspended, swapped or removed apart."""
    if not closes_merchant(seen.case):
        return
    for place, terminal in enumerate(seen.case.terminals, 1):
        if terminal.action in (Action.SUSPEND, Action.SWAP):
            values = (("conflict", terminal.action.value),)
            yield Finding("action_chosen", Level.WARNING, Step.PURPOSE, terminal_name(place, terminal), values)


def terminals_listed(seen: Seen) -> tuple[Finding, ...]:
    """Closing a merchant number takes every terminal and code under it along, listed or not."""
    check = "terminals_listed"
    level = Level.BLOCKING if closes_merchant(seen.case) else Level.WARNING
    if Circumstance.NOT_OPENED in seen.found:
        return met(check, Step.PURPOSE)
    if not seen.case.terminals:
        return (Finding(check, level, Step.PURPOSE, values=(("missing", "terminals"),)),)
    return asked(seen, check, level)


def shared_merchant_number(seen: Seen) -> tuple[Finding, ...]:
    """Other shops under the same number stop as well, but only when the number itself is closed."""
    check = "shared_merchant_number"
    if closes_merchant(seen.case):
        return asked(seen, check, Level.BLOCKING, Step.PURPOSE)
    if answer_to(seen.case, check) is Answer.PROBLEM:
        return (Finding(check, Level.INFORMATION, Step.ELIGIBILITY, values=ANSWERED_PROBLEM),)
    return met(check, Step.PURPOSE)


def ownership(seen: Seen) -> tuple[Finding, ...]:
    """Whose device it is decides whether it must go back."""
    check = "ownership"
    found = tuple(
        Finding(check, Level.WARNING, Step.IDENTITY, terminal_name(place, terminal))
        for place, terminal in enumerate(seen.case.terminals, 1)
        if terminal.ownership is Ownership.UNKNOWN
    )
    return found or met(check, Step.IDENTITY)


def device_present(seen: Seen) -> tuple[Finding, ...]:
    """The acquirer compares the device and its serial number with the register before it takes it back."""
    terminals = tuple(enumerate(seen.case.terminals, 1))
    found = [each for place, terminal in terminals for each in _device(seen, place, terminal)]
    lost = any(terminal.condition is Condition.LOST for _, terminal in terminals)
    if Reason.LOST in seen.case.request.reasons and not lost:
        found.append(Finding("device_present", Level.BLOCKING, Step.IDENTITY, values=(("missing", "lost_terminal"),)))
    return tuple(found) or met("device_present", Step.IDENTITY)


def _device(seen: Seen, place: int, terminal: Terminal) -> Iterator[Finding]:
    check, name = "device_present", terminal_name(place, terminal)
    if terminal.condition is Condition.LOST:
        yield _lost(seen, name)
    if terminal.condition is Condition.DAMAGED:
        yield Finding(check, Level.WARNING, Step.IDENTITY, name, (("condition", "damaged"),))
    if not terminal.serial_number.strip():
        yield Finding(check, Level.WARNING, Step.IDENTITY, name, (("missing", "serial_number"),))


def _lost(seen: Seen, name: str) -> Finding:
    """A lost device blocks until the owner says that the loss is reported and declared; it stays a warning then."""
    check, answer = "device_present", answer_to(seen.case, "device_present")
    if answer is Answer.FINE:
        return Finding(check, Level.WARNING, Step.ELIGIBILITY, name, (("condition", "lost_and_reported"),))
    values = (("condition", "lost"),)
    return Finding(check, Level.BLOCKING, Step.ELIGIBILITY, name, values, unanswered=answer is None)


def replacement_ready(seen: Seen) -> tuple[Finding, ...]:
    """A shop that goes on needs another way to be paid first; one that closes down does not."""
    if Reason.CLOSING_DOWN in seen.case.request.reasons:
        return met("replacement_ready", Step.ELIGIBILITY)
    chosen = seen.case.replacements
    if any(each.ready for each in chosen):
        return met("replacement_ready", Step.IMPACT)
    if chosen:
        return (Finding("replacement_ready", Level.WARNING, Step.IMPACT),)
    return asked(seen, "replacement_ready", Level.WARNING, Step.IMPACT)


def licence_valid(seen: Seen) -> tuple[Finding, ...]:
    """The terminal goes first, the business licence after it; a micro merchant has no licence."""
    check = "licence_valid"
    if seen.case.merchant.entity_type is EntityType.MICRO:
        return met(check, Step.ELIGIBILITY)
    if seen.case.profile.applicant is Applicant.FORMER:
        return (Finding(check, Level.WARNING, Step.PURPOSE, values=(("licence", "gone"),)),)
    return asked(seen, check, Level.WARNING)


def seal_and_representative(seen: Seen) -> tuple[Finding, ...]:
    """A letter with an outdated seal or signatory comes back; a micro merchant only signs."""
    check, told = "seal_and_representative", seen.case.profile
    if told.applicant in {Applicant.CHANGED, Applicant.HEIRS}:
        found = (Finding(check, Level.BLOCKING, Step.PURPOSE, values=(("applicant", told.applicant.value),)),)
        # An authority the deceased gave has ended: whoever comes needs one of all the heirs.
        alone = told.applicant is Applicant.HEIRS and bool(seen.case.handler.name.strip())
        handler = (Finding(check, Level.WARNING, Step.IDENTITY, values=(("applicant", "heirs_handler"),)),)
        return (*found, *handler) if alone else found
    if seen.case.merchant.entity_type is EntityType.MICRO or told.applicant is Applicant.FORMER:
        return met(check, Step.ELIGIBILITY)
    if told.seal is Seal.LOST:
        return (Finding(check, Level.BLOCKING, Step.PURPOSE, values=(("seal", "lost"),)),)
    if told.applicant is Applicant.REGISTERED and told.seal is not None:
        return met(check, Step.PURPOSE)
    return asked(seen, check, Level.BLOCKING)


def termination_notice(seen: Seen) -> tuple[Finding, ...]:
    """Who took over stands in the notice of the institution (条例 第14条 [C]); a successor that is known answers it."""
    check = "termination_notice"
    if seen.case.profile.successor.strip():
        return (Finding(check, Level.WARNING, Step.PURPOSE, values=(("successor", "known"),)),)
    return asked(seen, check, Level.WARNING)


def heirs_agree(seen: Seen) -> tuple[Finding, ...]:
    """Heirs act together or choose one (民法典第1145条 [C]); an authority the deceased gave has ended."""
    return asked(seen, "heirs_agree", Level.BLOCKING)


def not_a_scam_call(seen: Seen) -> tuple[Finding, ...]:
    """Who was called first goes through the three questions of step 6 before anything is said or signed."""
    check, guard = "not_a_scam_call", seen.case.guard
    if Circumstance.SUSPICION in seen.found:
        return (Finding(check, Level.BLOCKING, Step.CONTACT, values=ANSWERED_PROBLEM),)
    if alarms(guard):
        return (Finding(check, Level.WARNING, Step.CONTACT),)
    if guard_answered(guard):
        return met(check, Step.CONTACT)
    return asked(seen, check, Level.WARNING, Step.CONTACT)


def spare_terminal(seen: Seen) -> tuple[Finding, ...]:
    """A terminal that stays but takes no payments should be known to the acquirer as a spare ([C2])."""
    case, last = seen.case, seen.case.settlement.last_transaction_on
    idle = Reason.IDLE in case.request.reasons or (last is not None and seen.today - last >= IDLE_AFTER)
    staying = {Action.SUSPEND, None} if idle else {Action.SUSPEND}
    if any(terminal.action in staying for terminal in case.terminals):
        return (Finding("spare_terminal", Level.INFORMATION, Step.PURPOSE),)
    return met("spare_terminal", Step.PURPOSE)
