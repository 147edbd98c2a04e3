"""A case: one merchant asking one acquirer to take card terminals out of service.

Everything is frozen. A page that edits makes a new case with :func:`dataclasses.replace`; fields the owner has not
answered are empty text, ``None`` or an empty tuple. Amounts are fen, dates are :class:`datetime.date`.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from pos_closeout.domain.case.backup import Backup, BackupSource
from pos_closeout.domain.case.closing import CarriedItem, Closing
from pos_closeout.domain.case.contact import ContactEntry, ContactGuard, KnownNumber
from pos_closeout.domain.case.filled_forms import FilledForm
from pos_closeout.domain.case.follow_up import FollowUp, LateCharge, WatchedMonth
from pos_closeout.domain.case.impact import ImpactChoices, Replacement, Risk, TakingsEstimate
from pos_closeout.domain.case.issued_papers import Delivery, IssuedPaper, PaperAnswers
from pos_closeout.domain.case.moving import Move
from pos_closeout.domain.case.notices import Notice, NoticePlan
from pos_closeout.domain.case.profile import Profile
from pos_closeout.domain.case.review import IssuedText, Repair, ReviewEvent, ReviewPlan
from pos_closeout.domain.device.tasks import DeviceFile, DeviceTask, LastPrint
from pos_closeout.domain.device.terminal import Action, Terminal
from pos_closeout.domain.device.upkeep import UpkeepMark


class Reason(StrEnum):
    """Why the terminal is to stop; the letter words each one."""

    CLOSING_DOWN = "closing_down"
    TRANSFER = "transfer"
    RELOCATION = "relocation"
    CHANGE_ACQUIRER = "change_acquirer"
    FAULT = "fault"
    IDLE = "idle"
    FEES = "fees"
    COMPLIANCE = "compliance"
    UPGRADE = "upgrade"
    ABNORMAL = "abnormal"
    LOST = "lost"
    NOT_OPENED = "not_opened"
    OTHER = "other"


class EntityType(StrEnum):
    """What the merchant is in law; decides which identity number and which papers are asked for.

    ``UNSAID`` stands until the owner has said it; papers then leave boxes to tick.
    """

    COMPANY = "company"
    SOLE_TRADER = "sole_trader"
    MICRO = "micro"
    UNSAID = "unsaid"


class Answer(StrEnum):
    """What the owner answered to a check that no data can answer. ``FINE`` always means: nothing stands in the way."""

    FINE = "fine"
    PROBLEM = "problem"
    NOT_APPLICABLE = "not_applicable"


class LetterLanguage(StrEnum):
    """The language of a document, chosen apart from the screen's."""

    CHINESE = "zh"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Merchant:
    """Part A of the letter: who asks."""

    registered_name: str = ""
    trading_name: str = ""
    entity_type: EntityType = EntityType.SOLE_TRADER
    identity_number: str = ""
    merchant_number: str = ""
    other_numbers: str = ""
    industry: str = ""
    registered_address: str = ""
    representative: str = ""
    phone: str = ""
    email: str = ""
    agreement_number: str = ""
    signed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Acquirer:
    """The licensed institution that can close the merchant (收单机构), not a brand on the machine."""

    name: str = ""
    branch: str = ""
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Agent:
    """Who the owner dealt with when the machine came (外包服务机构/代理商); may be nobody."""

    name: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Handler:
    """Who goes to the acquirer for the merchant (经办人); empty when the representative goes in person."""

    name: str = ""
    id_number: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """Part D of the letter: money and fees. Amounts in fen, ``None`` means not said."""

    account_name: str = ""
    account_last4: str = ""
    bank: str = ""
    last_transaction_on: date | None = None
    last_batch_number: str = ""
    last_batch_on: date | None = None
    unsettled_fen: int | None = None
    unsettled_expected_on: date | None = None
    deposit_fen: int | None = None
    deposit_receipt: str = ""
    deposit_account: str = ""
    fees_due_fen: int | None = None
    stop_billing_on: date | None = None
    wants_clearance: bool = True


@dataclass(frozen=True, slots=True)
class Request:
    """Part C of the letter: what is asked for, why and from when."""

    reasons: tuple[Reason, ...] = ()
    reason_note: str = ""
    stop_on: date | None = None
    after_close_of_business: bool = True
    stop_kinds: str = ""


@dataclass(frozen=True, slots=True)
class LetterChoices:
    """How the letter is to be set, and how many versions have been issued (printed, saved or sent)."""

    language: LetterLanguage = LetterLanguage.CHINESE
    addressee: str = ""
    contact_after: str = ""
    left_out: tuple[str, ...] = ()
    issued_version: int = 0
    issued_digest: str = ""


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """The owner's answer to one check of the eligibility step."""

    check: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Case:
    """One application from purpose to follow-up.

    Attributes:
        id: row number in the store, 0 while it has not been stored.
        number: what the letter's footer shows, such as ``TJ-2026-0007``.
        created_on: the day the case was opened.
        closing: the day it was closed, if it was; ``carried`` are the items that were still open then.
        nothing_open: the owner said that there is no open item at all.
        sample: True for the sample case of the first run; it is marked wherever it is shown.
    """

    id: int = 0
    number: str = ""
    created_on: date | None = None
    sample: bool = False
    merchant: Merchant = field(default_factory=Merchant)
    acquirer: Acquirer = field(default_factory=Acquirer)
    agent: Agent = field(default_factory=Agent)
    handler: Handler = field(default_factory=Handler)
    settlement: Settlement = field(default_factory=Settlement)
    request: Request = field(default_factory=Request)
    letter: LetterChoices = field(default_factory=LetterChoices)
    terminals: tuple[Terminal, ...] = ()
    answers: tuple[CheckAnswer, ...] = ()
    closing: Closing = field(default_factory=Closing)
    carried: tuple[CarriedItem, ...] = ()
    notice_plan: NoticePlan = field(default_factory=NoticePlan)
    notices: tuple[Notice, ...] = ()
    device_tasks: tuple[DeviceTask, ...] = ()
    last_prints: tuple[LastPrint, ...] = ()
    device_files: tuple[DeviceFile, ...] = ()
    follow_up: FollowUp = field(default_factory=FollowUp)
    watched_months: tuple[WatchedMonth, ...] = ()
    late_charges: tuple[LateCharge, ...] = ()
    upkeep_marks: tuple[UpkeepMark, ...] = ()
    nothing_open: bool = False
    backup: Backup = field(default_factory=Backup)
    backup_sources: tuple[BackupSource, ...] = ()
    moves: tuple[Move, ...] = ()
    paper_answers: PaperAnswers = field(default_factory=PaperAnswers)
    issued_papers: tuple[IssuedPaper, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    filled_forms: tuple[FilledForm, ...] = ()
    guard: ContactGuard = field(default_factory=ContactGuard)
    numbers: tuple[KnownNumber, ...] = ()
    contacts: tuple[ContactEntry, ...] = ()
    review: ReviewPlan = field(default_factory=ReviewPlan)
    reviews: tuple[ReviewEvent, ...] = ()
    repairs: tuple[Repair, ...] = ()
    issued_texts: tuple[IssuedText, ...] = ()
    impact: ImpactChoices = field(default_factory=ImpactChoices)
    estimates: tuple[TakingsEstimate, ...] = ()
    replacements: tuple[Replacement, ...] = ()
    risks: tuple[Risk, ...] = ()
    profile: Profile = field(default_factory=Profile)


def case_number(year: int, serial: int) -> str:
    """Return the number printed on papers: 停机 in letters, the year and the serial of that year."""
    return f"TJ-{year}-{serial:04d}"


def shop_name(case: Case) -> str:
    """Return the name the owner knows the shop by: the trading name, else the registered one, else empty text."""
    return case.merchant.trading_name or case.merchant.registered_name


def is_closed(case: Case) -> bool:
    """Return whether the case has been closed."""
    return case.closing.closed_on is not None


def main_action(case: Case) -> Action | None:
    """Return the action that names the letter: the one that reaches furthest among the terminals, else ``None``."""
    chosen = [terminal.action for terminal in case.terminals if terminal.action is not None]
    return max(chosen, key=list(Action).index, default=None)


def never_opened(case: Case) -> bool:
    """Return whether the merchant stands in the owner's name without their doing: no terminal, no seal, no records."""
    return Reason.NOT_OPENED in case.request.reasons


def number_closes(case: Case) -> bool:
    """Return whether the merchant number is to be closed; while nothing is chosen it may be."""
    chosen = {terminal.action for terminal in case.terminals} - {None}
    return not chosen or Action.CLOSE_MERCHANT in chosen


def answer_to(case: Case, check: str) -> Answer | None:
    """Return what the owner answered to a check, or ``None``."""
    return next((given.answer for given in case.answers if given.check == check), None)


def with_answer(case: Case, check: str, answer: Answer | None) -> Case:
    """Return the case with the answer to one check set, or taken back with ``None``."""
    kept = tuple(given for given in case.answers if given.check != check)
    added = () if answer is None else (CheckAnswer(check, answer),)
    return replace(case, answers=kept + added)
