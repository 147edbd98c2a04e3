"""Which edition of the program this is: where its publisher shows newer ones, and from when what it knows is.

Nothing is fetched: the address is what the build was given, and the dates stand in the program's own files.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pos_closeout.guidance.guidance import Guidance
from pos_closeout.guidance.reading import read_sections
from pos_closeout.guidance.work_calendar import load_work_calendar

_FILE = "edition.toml"
_TABLES = ("layouts", "publisher")
_SCHEME = "https://"


@dataclass(frozen=True, slots=True)
class Knowledge:
    """From when what the program knows is; where entries differ in age, the oldest counts.

    Attributes:
        laws: the month its articles and rules were compared, such as ``2026-11``; also the next two.
        acquirers: the month the numbers of the acquirers and the ways in apps were read.
        layouts: the month the layouts of bills were compared with files of the platforms.
        holidays: the last year whose make-up working days have been published.
    """

    laws: str
    acquirers: str
    layouts: str
    holidays: int

    def is_old(self, today: date) -> bool:
        """Return whether anything is older than a year, or the calendar of this year is not known."""
        a_year_ago = f"{today.year - 1:04}-{today.month:02}"
        return min(self.laws, self.acquirers, self.layouts) < a_year_ago or self.holidays < today.year


def load_knowledge(guidance: Guidance, folder: Path) -> Knowledge:
    """Return from when the laws, acquirers, layouts and holidays are.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    laws = [*(law.checked for law in guidance.laws.values()), *(rule.checked for rule in guidance.rules.values())]
    numbers = [number.checked for acquirer in guidance.acquirers.values() for number in acquirer.numbers]
    ways = [way.checked for way in guidance.routes.values()]
    layouts = read_sections(folder, _FILE, _TABLES)["layouts"].string("checked")
    return Knowledge(_oldest(laws), _oldest([*numbers, *ways]), layouts, max(load_work_calendar().years))


def publisher_address(folder: Path) -> str:
    """Return the page on which the publisher shows newer versions, or nothing where the build was given none.

    Only ``https`` counts: whatever else stood there would be opened by the system.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    address = read_sections(folder, _FILE, _TABLES)["publisher"].string("address", "")
    return address if address.startswith(_SCHEME) else ""


def _oldest(months: Iterable[str]) -> str:
    return min(filter(None, months), default="")
