"""Ten cases of owners with what a competent adviser asks, finds, prints and writes; shops and persons are invented.

The files are the shape of ``case new``. What stands there only in words is given as typed answers here.
"""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pos_closeout.actions.cases.case_json import read_case
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.profile import Applicant, Profile, Seal
from pos_closeout.domain.device.terminal import DeviceKind
from pos_closeout.domain.ledger.open_items import OpenItem

READ_ON = date(2026, 11, 29)
FOLDER = Path(__file__).parents[1] / "fixtures" / "cases"

TYPED = {
    "06": Profile(applicant=Applicant.FORMER, applicant_name="于海涛", since=date(2026, 11, 10), seal=Seal.NONE),
    "07": Profile(applicant=Applicant.CHANGED, applicant_name="贺兰舟"),
    "08": Profile(acquirer_left=True, acquirer_left_on=date(2024, 12, 9)),
    "09": Profile(applicant=Applicant.HEIRS, since=date(2026, 11, 22)),
    "10": Profile(one_place=True),
}
KINDS = {
    "01": DeviceKind.POCKET,
    "02": DeviceKind.POCKET,
}


@dataclass(frozen=True)
class Adviser:
    """What the adviser says; ids of checks, papers and attachments, and pieces of the Chinese letter.

    Attributes:
        blocking: checks that are found blocking, unanswered ones aside.
        letter: the letter is printed; ``False`` where it is held back.
    """

    most: int
    asks: str
    never: str
    blocking: str
    warning: str
    papers: str
    attachments: str
    says: tuple[str, ...] = ()
    says_not: tuple[str, ...] = ()
    letter: bool = True


def ten_cases(number: str) -> tuple[Case, tuple[OpenItem, ...]]:
    """Return one of the ten cases with its typed answers."""
    case, items = read_case((FOLDER / f"{number}.json").read_text(encoding="utf-8"))
    kind = KINDS.get(number)
    terminals = tuple(replace(each, kind=kind) for each in case.terminals)
    return replace(case, profile=TYPED.get(number, Profile()), terminals=terminals), items
