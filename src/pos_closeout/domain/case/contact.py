"""Step 6: who the acquirer really is, the guard against fraud before the first call, and what was said."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pos_closeout.domain.errors import BadInputError


class NumberSource(StrEnum):
    """Where a phone number, an address or a link came from."""

    SLIP = "slip"
    AGREEMENT = "agreement"
    OFFICIAL_SITE = "official_site"
    AGENT = "agent"
    SEARCH = "search"
    CALLED_ME = "called_me"
    SMS = "sms"


TRUSTED = frozenset({NumberSource.SLIP, NumberSource.AGREEMENT, NumberSource.OFFICIAL_SITE})
"""The only sources of a number to be relied on."""
BAITED = frozenset({NumberSource.CALLED_ME, NumberSource.SMS})
"""How frauds hand out their own numbers: by calling, or by a text message."""


class ContactChannel(StrEnum):
    """How the acquirer was reached."""

    PHONE = "phone"
    ONLINE = "online"
    EMAIL = "email"
    COUNTER = "counter"


@dataclass(frozen=True, slots=True)
class ContactGuard:
    """The three places that name the acquirer, and the three questions before the first call.

    Attributes:
        slip_name: whom the card slip names.
        agreement_name: who signed the agreement.
        payer_name: who pays the settlements out, as the bank shows it.
        own_number: the owner found the number on slip, agreement or official site; ``None`` while not answered.
        called_first: somebody called or wrote first about deposit, closing or an upgrade.
        secret_asked: somebody asked for a password, a code, an app, a face scan or a transfer.
    """

    slip_name: str = ""
    agreement_name: str = ""
    payer_name: str = ""
    own_number: bool | None = None
    called_first: bool | None = None
    secret_asked: bool | None = None


@dataclass(frozen=True, slots=True)
class KnownNumber:
    """A number the owner keeps for this case."""

    number: str = ""
    whose: str = ""
    source: NumberSource | None = None
    checked_on: date | None = None


@dataclass(frozen=True, slots=True)
class ContactEntry:
    """One call, chat, message or visit.

    Attributes:
        spoken_on: the day.
        spoken_at: the time of day as the owner writes it, such as ``14:30``.
        number: the number called, the address written to or the counter visited.
        source: where that number came from.
        staff_number: of the clerk (工号).
        ticket: the number the acquirer gave to the request (工单号).
        agreed_stop_on: the day of the stop that was agreed on.
        next_step: what is to happen next, until ``next_on``; ``next_done`` once it has.
    """

    spoken_on: date | None = None
    spoken_at: str = ""
    way: ContactChannel = ContactChannel.PHONE
    number: str = ""
    source: NumberSource | None = None
    clerk: str = ""
    staff_number: str = ""
    ticket: str = ""
    agreed_fees: str = ""
    agreed_deposit: str = ""
    agreed_data: str = ""
    agreed_stop_on: date | None = None
    next_step: str = ""
    next_on: date | None = None
    next_done: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class NameFinding:
    """What the three places say together.

    Attributes:
        name: the name that most of them give, ``""`` when each says something else or nothing is known.
        agreeing: how many places give it.
        given: how many places give any name.
    """

    name: str
    agreeing: int
    given: int


SAFE_ANSWERS = (("own_number", True), ("called_first", False), ("secret_asked", False))
"""The questions of the guard by field, each with the answer that gives no alarm."""


def alarms(guard: ContactGuard) -> tuple[str, ...]:
    """Return the questions whose answer smells of fraud, by field name."""
    return tuple(name for name, safe in SAFE_ANSWERS if getattr(guard, name) is (not safe))


def guard_answered(guard: ContactGuard) -> bool:
    """Return whether all three questions have an answer."""
    return all(getattr(guard, name) is not None for name, _ in SAFE_ANSWERS)


def is_trusted(entry: ContactEntry) -> bool:
    """Return whether the owner can know whom they spoke to: at the counter, or by a number of a trusted source."""
    return entry.way is ContactChannel.COUNTER or entry.source in TRUSTED


def is_baited(entry: ContactEntry) -> bool:
    """Return whether the number was handed to the owner by whoever called or texted."""
    return entry.source in BAITED


def contact_missing(guard: ContactGuard, entries: Sequence[ContactEntry], *, confirmed: bool) -> tuple[str, ...]:
    """Return what step 6 still lacks: ``acquirer``, ``guard``, ``entry`` or ``trusted``.

    Args:
        guard: the answers before the first call.
        entries: the log.
        confirmed: the acquirer's name has been checked.
    """
    missing = [] if confirmed else ["acquirer"]
    if not guard_answered(guard):
        missing.append("guard")
    if not entries:
        missing.append("entry")
    elif not any(is_trusted(entry) for entry in entries):
        missing.append("trusted")
    return tuple(missing)


def compare_names(guard: ContactGuard) -> NameFinding:
    """Compare what slip, agreement and settlement say; spacing, width and brackets of a name do not matter."""
    names = [name.strip() for name in (guard.agreement_name, guard.payer_name, guard.slip_name) if name.strip()]
    if not names:
        return NameFinding("", 0, 0)
    keys = [_key(name) for name in names]
    best = max(keys, key=keys.count)
    if len(names) > 1 and keys.count(best) == 1:
        return NameFinding("", 0, len(names))
    return NameFinding(names[keys.index(best)], keys.count(best), len(names))


def next_contact(entries: Sequence[ContactEntry]) -> ContactEntry | None:
    """Return the entry whose next step is due first among those not done, or ``None``."""
    waiting = [entry for entry in entries if entry.next_on is not None and not entry.next_done]
    return min(waiting, key=lambda entry: entry.next_on or date.max, default=None)


def check_entry(entry: ContactEntry, today: date) -> ContactEntry:
    """Return the entry when it can be kept.

    Raises:
        BadInputError: ``contact.date_missing``, ``contact.in_future``, ``contact.number_missing``,
            ``contact.source_missing``, or ``contact.step_missing`` for a next date without a next step.
    """
    if entry.spoken_on is None:
        raise BadInputError("contact.date_missing")
    if entry.spoken_on > today:
        raise BadInputError("contact.in_future", date=entry.spoken_on.isoformat())
    if entry.way is not ContactChannel.COUNTER:
        if not entry.number.strip():
            raise BadInputError("contact.number_missing")
        if entry.source is None:
            raise BadInputError("contact.source_missing")
    if entry.next_on is not None and not entry.next_step.strip():
        raise BadInputError("contact.step_missing")
    return entry


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(each for each in plain if each.isalnum())
