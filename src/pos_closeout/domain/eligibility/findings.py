"""What a check of the eligibility step can find."""

from dataclasses import dataclass
from enum import StrEnum

from pos_closeout.domain.phases import Step


class Level(StrEnum):
    """How much a finding weighs; ``MET`` is a check that is satisfied."""

    BLOCKING = "blocking"
    WARNING = "warning"
    INFORMATION = "information"
    MET = "met"


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one check, for the whole case or for one terminal.

    Attributes:
        check: id of the check, a key of ``resources/guidance/checks.toml``.
        level: the weight it has for this case; for an unanswered question, the weight a bad answer would have.
        step: the step that repairs it.
        terminal: number of the terminal concerned, or its position such as ``#2``; empty for the whole case.
        values: what its text needs, such as ``("count", 2)`` or ``("amount_fen", 38650)``.
        unanswered: True while only the owner can say and has not said.
    """

    check: str
    level: Level
    step: Step
    terminal: str = ""
    values: tuple[tuple[str, str | int], ...] = ()
    unanswered: bool = False
