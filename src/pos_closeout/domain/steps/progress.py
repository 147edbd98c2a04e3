"""How far a case has come in each of the twelve steps."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pos_closeout.domain.case.backup import BackupProof, proof
from pos_closeout.domain.case.case import Case, EntityType, Reason, main_action, never_opened
from pos_closeout.domain.case.contact import contact_missing
from pos_closeout.domain.case.follow_up import DepositState, deposit_state, follow_up_missing, watch
from pos_closeout.domain.case.impact import impact_missing
from pos_closeout.domain.case.notices import notices_missing
from pos_closeout.domain.case.review import ReviewState, review_missing, state_of
from pos_closeout.domain.device.tasks import device_missing
from pos_closeout.domain.device.terminal import Action, DeviceKind, Terminal, device_kind
from pos_closeout.domain.eligibility.concerns import customers_concerned, tasks_back
from pos_closeout.domain.eligibility.eligibility import Finding, Level
from pos_closeout.domain.ledger.open_items import OpenItem, is_open
from pos_closeout.domain.phases import Step, StepState


@dataclass(frozen=True, slots=True)
class StepStatus:
    """How far a case has come in one step.

    Attributes:
        missing: what is still to be given, by field id.
        open_items: how many of the things listed in the step are still open.
    """

    state: StepState
    missing: tuple[str, ...] = ()
    open_items: int = 0


def status(case: Case, findings: Sequence[Finding], items: Sequence[OpenItem]) -> dict[Step, StepStatus]:
    """Return the status of all twelve steps, in order.

    Args:
        case: the case as it stands on the screen.
        findings: its eligibility findings.
        items: its open items.
    """
    backup = _backup(case)
    asked = {
        Step.PURPOSE: _by_missing(purpose_missing(case)),
        Step.IDENTITY: _by_missing(identity_missing(case)),
    }
    every = asked | {
        Step.ELIGIBILITY: _eligibility(findings, {step for step, found in asked.items() if found.missing}),
        Step.OPEN_ITEMS: _open_items(case, items),
        Step.IMPACT: _impact(case),
        Step.CONTACT: _by_missing(contact_missing(case.guard, case.contacts, confirmed=case.acquirer.confirmed)),
        Step.BACKUP: backup,
        Step.APPLICATION: _by_missing(() if case.letter.issued_version else ("issued",)),
        Step.REVIEW: _review(case),
        Step.NOTICES: _by_missing(notices_missing(case.notices, items, customers=customers_concerned(case, items))),
        Step.DEVICE: _device(case, backup),
        Step.FOLLOW_UP: _follow_up(case, items),
    }
    if never_opened(case):
        every |= dict.fromkeys(_ABOUT_A_DEVICE, StepStatus(StepState.NOT_NEEDED))
    elif case.profile.acquirer_left is True:
        # Its function is off already; the device stays sealed until somebody entitled signs for it.
        every[Step.DEVICE] = StepStatus(StepState.NOT_NEEDED)
    return every


_ABOUT_A_DEVICE = (Step.OPEN_ITEMS, Step.IMPACT, Step.BACKUP, Step.NOTICES, Step.DEVICE)
"""Steps that a merchant who was never opened by its owner has no use for: there is no shop, device or record."""


def first_unfinished(statuses: dict[Step, StepStatus]) -> Step:
    """Return the step a case opens at: the first one that is not done, else the last, where it is closed."""
    waiting = (step for step, found in statuses.items() if found.state in {StepState.TO_DO, StepState.BLOCKED})
    return next(waiting, Step.FOLLOW_UP)


def purpose_missing(case: Case) -> tuple[str, ...]:
    """Return what step 1 still lacks.

    ``entity``, ``terminals``, ``action``, ``reasons``, ``reason_note`` or ``stop_on``; only who asks and why where the
    owner never opened the merchant.
    """
    missing = []
    if case.merchant.entity_type is EntityType.UNSAID:
        missing.append("entity")
    if never_opened(case):
        return tuple(missing)
    # An acquirer that has left is asked to confirm and to pay; nothing is stopped any more.
    claims = case.profile.acquirer_left is True
    if not case.terminals:
        missing.append("terminals")
    if not claims and any(terminal.action is None for terminal in case.terminals):
        missing.append("action")
    if not case.request.reasons:
        missing.append("reasons")
    if Reason.OTHER in case.request.reasons and not case.request.reason_note.strip():
        missing.append("reason_note")
    if case.request.stop_on is None and not claims:
        missing.append("stop_on")
    return tuple(missing)


def identity_missing(case: Case) -> tuple[str, ...]:
    """Return the fields of step 2 that an acquirer needs and that are still empty, by field name."""
    missing = [name for name, value in identity_needed(case).items() if not value.strip()]
    terminals = () if never_opened(case) else case.terminals
    missing += [f"terminal.{number}" for number, terminal in enumerate(terminals, 1) if not _identified(terminal)]
    return tuple(missing)


def identity_needed(case: Case) -> dict[str, str]:
    """Return the fields of step 2 that an acquirer needs, terminals aside, with what stands in each."""
    merchant = case.merchant
    needed = {
        "registered_name": merchant.registered_name,
        "identity_number": merchant.identity_number,
        "merchant_number": merchant.merchant_number,
        "acquirer": case.acquirer.name,
        "representative": merchant.representative,
        "phone": merchant.phone,
        "account_name": case.settlement.account_name,
    }
    if merchant.entity_type is EntityType.MICRO:
        del needed["representative"]
    if never_opened(case):
        # What an unknown merchant is called and where it is paid out, its supposed owner cannot know.
        needed = {name: needed[name] for name in ("registered_name", "identity_number", "acquirer", "phone")}
    return needed


def _identified(terminal: Terminal) -> bool:
    """A serial number does where there is no terminal number; what is carried in a pocket stands nowhere."""
    numbered = terminal.number.strip() or terminal.serial_number.strip()
    return bool(numbered and (terminal.place.strip() or device_kind(terminal) is DeviceKind.POCKET))


def _device(case: Case, backup: StepStatus) -> StepStatus:
    """The device waits for a backup that has been read back: what it holds cannot be fetched again afterwards."""
    going = [terminal for terminal in case.terminals if terminal.action is not None]
    if not going:
        return StepStatus(StepState.TO_DO, ("terminals",))
    missing = tuple(
        f"{terminal}.{task.value}" for terminal, task in device_missing(going, case.device_tasks, tasks_back(case))
    )
    if missing and backup.state is not StepState.DONE:
        return StepStatus(StepState.LOCKED, missing)
    return _by_missing(missing)


def _backup(case: Case) -> StepStatus:
    """The step is done while the last bag was read back and every byte was right; a damaged one blocks."""
    known = proof(case.backup)
    if known is BackupProof.BAD:
        return StepStatus(StepState.BLOCKED, ("checked",))
    return _by_missing({BackupProof.NONE: ("bag",), BackupProof.UNCHECKED: ("checked",)}.get(known, ()))


def deposit_of(case: Case) -> DepositState:
    """Return how the deposit of a case stands; with a suspension or a swap it stays, unless the owner asked for it."""
    told = case.follow_up
    stays = main_action(case) in {Action.SUSPEND, Action.SWAP}
    if stays and told.deposit_asked_on is None and told.deposit_received_fen is None:
        return DepositState.NONE
    return deposit_state(told, case.settlement.deposit_fen)


def _follow_up(case: Case, items: Sequence[OpenItem]) -> StepStatus:
    """Whether a month is due needs the day; whether all have been looked through does not."""
    missing = follow_up_missing(
        case.follow_up,
        watched=watch(case.request.stop_on, case.watched_months, date.min),
        charges=case.late_charges,
        deposit=deposit_of(case),
        open_items=sum(map(is_open, items)),
    )
    # Who never opened the merchant waits for the written word alone: no deposit was paid, no account is theirs.
    return _by_missing(tuple(name for name in missing if name == "confirmation" or not never_opened(case)))


def _by_missing(missing: tuple[str, ...]) -> StepStatus:
    return StepStatus(StepState.TO_DO if missing else StepState.DONE, missing)


def _eligibility(findings: Sequence[Finding], unfinished: Collection[Step]) -> StepStatus:
    """An unanswered question keeps the step to do; a blocking finding that is known blocks it.

    What a step before will answer that is not finished yet, stands in nobody's way so far: it is still to come.
    """
    known = [found for found in findings if found.level is Level.BLOCKING and not found.unanswered]
    blocking = tuple(found.check for found in known if found.step not in unfinished)
    if blocking:
        return StepStatus(StepState.BLOCKED, blocking)
    coming = tuple(found.check for found in known)
    return _by_missing((*coming, *(found.check for found in findings if found.unanswered)))


def _impact(case: Case) -> StepStatus:
    goes_on = Reason.CLOSING_DOWN not in case.request.reasons
    return _by_missing(impact_missing(case.impact, case.replacements, case.risks, goes_on=goes_on))


def _review(case: Case) -> StepStatus:
    """Whatever came back blocks until it is mended and handed in again."""
    missing = review_missing(case.reviews, case.repairs)
    if state_of(case.reviews) is ReviewState.RETURNED:
        return StepStatus(StepState.BLOCKED, missing)
    return _by_missing(missing)


def _open_items(case: Case, items: Sequence[OpenItem]) -> StepStatus:
    """The step is done once the owner wrote something down or said that there is nothing.

    Items may stay open long after that: the other steps do not wait for them.
    """
    found = _by_missing(() if items or case.nothing_open else ("items",))
    return replace(found, open_items=sum(map(is_open, items)))
