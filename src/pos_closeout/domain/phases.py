"""The twelve steps of a closure, the four phases they stand in, and the states they can be in."""

from enum import StrEnum


class Phase(StrEnum):
    """The four phases of the rail."""

    PREPARE = "prepare"
    APPLY = "apply"
    STOP = "stop"
    CLOSE = "close"


class Step(StrEnum):
    """The twelve steps in their order."""

    PURPOSE = "purpose"
    IDENTITY = "identity"
    ELIGIBILITY = "eligibility"
    OPEN_ITEMS = "open_items"
    IMPACT = "impact"
    CONTACT = "contact"
    BACKUP = "backup"
    APPLICATION = "application"
    REVIEW = "review"
    NOTICES = "notices"
    DEVICE = "device"
    FOLLOW_UP = "follow_up"


class StepState(StrEnum):
    """What the rail shows beside a step, always as an icon and a word."""

    DONE = "done"
    TO_DO = "to_do"
    BLOCKED = "blocked"
    LOCKED = "locked"
    NOT_NEEDED = "not_needed"


PHASES: dict[Phase, tuple[Step, ...]] = {
    Phase.PREPARE: (Step.PURPOSE, Step.IDENTITY, Step.ELIGIBILITY, Step.OPEN_ITEMS, Step.IMPACT),
    Phase.APPLY: (Step.CONTACT, Step.BACKUP, Step.APPLICATION, Step.REVIEW),
    Phase.STOP: (Step.NOTICES, Step.DEVICE),
    Phase.CLOSE: (Step.FOLLOW_UP,),
}
