"""What the owner says at the start beside who and why: who signs, what became of licence, seal and acquirer.

Every field is ``None`` or empty while it has not been said; nothing is assumed from that. What follows from them
stands in :mod:`pos_closeout.domain.eligibility.concerns` (what is asked) and in
:mod:`pos_closeout.domain.papers.answers` (what papers say).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Applicant(StrEnum):
    """Who asks for the merchant.

    ``FORMER``: the licence is cancelled; the proprietor stays liable and signs as a person (民法典第56条); for a
    company former shareholders or liquidators act. ``CHANGED``: the register names somebody else than the acquirer has
    on file (民法典第64–65条). ``HEIRS``: the proprietor died, and an authority given before has ended (第1145–1147条).
    """

    REGISTERED = "registered"
    FORMER = "former"
    CHANGED = "changed"
    HEIRS = "heirs"


class Seal(StrEnum):
    """Whether there is a seal to press on papers; without one a signature or a fingerprint is equal (民法典第490条)."""

    HELD = "held"
    NONE = "none"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Profile:
    """Answers that decide what concerns this owner.

    Attributes:
        applicant: who asks.
        applicant_name: the name of who signs, where it is not the merchant's representative.
        since: the day of cancellation, of the change in the register, or of death.
        seal: whether there is one.
        acquirer_left: the acquirer has ended its payment business.
        acquirer_left_on: the day, as its notice or the list of the central bank gives it.
        successor: who took over, as the notice names it.
        one_place: only this place of business closes, the merchant goes on elsewhere.
        untouched: no device was altered, rented out, lent or passed on.
        loss_reported: a lost device was reported to the police.
        debits_allowed: the acquirer may take money from an account by a mandate (代扣).
        brought_back: ids of checks and papers that were left out and that the owner wants all the same.
    """

    applicant: Applicant | None = None
    applicant_name: str = ""
    since: date | None = None
    seal: Seal | None = None
    acquirer_left: bool | None = None
    acquirer_left_on: date | None = None
    successor: str = ""
    one_place: bool | None = None
    untouched: bool | None = None
    loss_reported: bool | None = None
    debits_allowed: bool | None = None
    brought_back: tuple[str, ...] = ()
