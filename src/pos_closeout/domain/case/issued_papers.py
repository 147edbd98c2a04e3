"""The papers beside the application letter, what they need to know, and how they reached the acquirer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pos_closeout.domain.errors import BadInputError


class PaperKind(StrEnum):
    """Every paper of the application step."""

    LETTER = "letter"
    PLAN = "plan"
    ATTORNEY = "attorney"
    LOSS = "loss"
    DEPOSIT = "deposit"
    FEES = "fees"
    RETENTION = "retention"
    MIGRATION = "migration"
    FORM = "form"
    """The acquirer's own form; it is filled in, never drawn."""


DRAWN_PAPERS = tuple(kind for kind in PaperKind if kind is not PaperKind.FORM)
"""The papers that the program draws by itself."""


class DeliveryChannel(StrEnum):
    """How a paper was handed over."""

    IN_PERSON = "in_person"
    EMS = "ems"
    EMAIL = "email"
    SERVICE_DESK = "service_desk"


@dataclass(frozen=True, slots=True)
class PaperAnswers:
    """What only the further papers ask for.

    Attributes:
        operator: who works the device on the last day.
        checker: who looks on (双人复核).
        fallback: what is done when the device does not settle on the day.
        collect_on: the day the device is handed over, when it is agreed.
        attorney_until: last day of the power of attorney.
        lost_on: the day the device was missed.
        lost_where: where.
        lost_how: how, in a few words.
        report_number: of the report to the police, when there is one.
        deposit_paid_on: the day the deposit was paid.
    """

    operator: str = ""
    checker: str = ""
    fallback: str = ""
    collect_on: date | None = None
    attorney_until: date | None = None
    lost_on: date | None = None
    lost_where: str = ""
    lost_how: str = ""
    report_number: str = ""
    deposit_paid_on: date | None = None


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """The last version of a further paper that was printed, saved or sent, and the digest of what it said."""

    kind: PaperKind = PaperKind.PLAN
    version: int = 0
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a paper went to the acquirer. The contract ends when the notice arrives (民法典第五百六十五条).

    Attributes:
        paper: which paper.
        version: of it, 0 when not known.
        channel: how it went.
        to: whom to: the branch, the address, the clerk.
        number: of the EMS consignment, of the service ticket, or the signature on the receipt.
        sent_on: the day it left.
        arrived_on: the day it arrived, when that is known.
        proof: what shows the arrival: the EMS record, the stamped receipt, the answer by e-mail.
    """

    paper: PaperKind = PaperKind.LETTER
    version: int = 0
    channel: DeliveryChannel = DeliveryChannel.IN_PERSON
    to: str = ""
    number: str = ""
    sent_on: date | None = None
    arrived_on: date | None = None
    proof: str = ""


def has_proof(delivery: Delivery) -> bool:
    """Return whether the arrival is known and can be shown."""
    return delivery.arrived_on is not None and bool(delivery.proof.strip())


def sent_letter(deliveries: Sequence[Delivery], version: int) -> Delivery | None:
    """Return how a version of the letter went to the acquirer: with proof of arrival if any did, else the last."""
    mine = [each for each in deliveries if (each.paper, each.version) == (PaperKind.LETTER, version)]
    return next((each for each in reversed(mine) if has_proof(each)), mine[-1] if mine else None)


def handed_in_on(delivery: Delivery) -> date | None:
    """Return the day a paper counts as handed in: when it provably arrived (民法典 第565条), else when it was sent."""
    return delivery.arrived_on if has_proof(delivery) else delivery.sent_on


def check_delivery(delivery: Delivery) -> Delivery:
    """Return a delivery as it can be kept: not there before it left.

    Raises:
        BadInputError: ``delivery.arrived_before_sent``.
    """
    sent, arrived = delivery.sent_on, delivery.arrived_on
    if sent is not None and arrived is not None and arrived < sent:
        raise BadInputError("delivery.arrived_before_sent", sent=sent.isoformat(), arrived=arrived.isoformat())
    return delivery
