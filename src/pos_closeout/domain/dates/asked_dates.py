"""Dates in a question as people write them, and the same day in a text, however that writes it."""

import re
from calendar import monthrange
from dataclasses import dataclass
from functools import cached_property

_LEAP_YEAR = 2024
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_REST = ("uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember")
_NAME = "|".join(f"{short}(?:{rest})?" if rest else short for short, rest in zip(_MONTHS, _REST, strict=True))
_TH = "(?:st|nd|rd|th)?"
_FORMS = (
    r"(?P<year0>\d{4})年(?P<month0>\d{1,2})月(?:(?P<day0>\d{1,2})[日号]?)?(?!\d)",
    r"(?P<month1>\d{1,2})月(?:(?P<day1>\d{1,2})[日号]?)?(?!\d)",
    r"(?P<year2>\d{4})(?P<sign2>[-/.])(?P<month2>\d{1,2})(?P=sign2)(?P<day2>\d{1,2})(?![\w/.-])",
    r"(?P<year3>\d{4})[-/](?P<month3>\d{1,2})(?![\w/.-])",
    r"(?P<month4>\d{1,2})[-/](?P<day4>\d{1,2})(?![\w/.-])",
    r"(?P<year5>20\d{2})(?P<month5>\d{2})(?P<day5>\d{2})(?![\w/.-])",
    rf"(?P<day6>\d{{1,2}}){_TH}\s+(?P<name6>{_NAME})\.?(?:,?\s+(?P<year6>\d{{4}}))?(?!\w)",
    rf"(?P<name7>{_NAME})\.?\s+(?P<day7>\d{{1,2}}){_TH}(?:,?\s+(?P<year7>\d{{4}}))?(?!\w)",
    rf"(?P<name8>{_NAME})\.?,?\s+(?P<year8>\d{{4}})(?!\w)",
)
"""The parts are named after what they are and after their form."""
ASKED = re.compile(rf"(?<![0-9a-z/.-])(?:{'|'.join(_FORMS)})")
"""Finds what may be a date in a folded question; :func:`date_in` says whether it is one."""


@dataclass(frozen=True)
class AskedDate:
    """A day or a month that is asked for; without a year those of all years."""

    month: int
    day: int | None = None
    year: int | None = None

    @property
    def stored(self) -> str:
        """What the ISO 8601 text of every such day holds."""
        return f"{self.year or ''}-{self.month:02}-" + (f"{self.day:02}" if self.day else "")

    @property
    def hints(self) -> tuple[str, ...]:
        """Short texts one of which stands in every text that :attr:`pattern` finds."""
        return (str(self.month), _MONTHS[self.month - 1])

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds the date in a folded text; one that is written there without a year may be of any."""
        year, month = str(self.year or r"\d{4}"), f"0?{self.month}"
        name = rf"\b{_MONTHS[self.month - 1]}[a-z]*\.?"
        of_year = rf"(?:,?\s+{year}(?!\d)|(?!,?\s+\d{{4}}))"
        if self.day is None:
            forms = [rf"(?<!\d){year}[-/.]{month}(?!\d)", rf"(?<!\d){year}年{month}月", rf"{name},?\s+{year}(?!\d)"]
            forms += [rf"(?<![\d年]){month}月", rf"(?<!\d)\d{{1,2}}{_TH}\s+{name}{of_year}"]
            forms += [rf"{name}\s+\d{{1,2}}{_TH}(?!\d){of_year}"]
            return re.compile("|".join(forms))
        day = rf"0?{self.day}"
        forms = [rf"(?<!\d){year}[-/.]{month}[-/.]{day}(?!\d)", rf"(?<!\d){year}年{month}月{day}(?!\d)"]
        forms += [rf"(?<![\d年]){month}月{day}(?!\d)", rf"(?<![\d/.-]){month}/{day}(?![\d/])"]
        forms += [rf"(?<!\d){day}{_TH}\s+{name}{of_year}", rf"{name}\s+{day}{_TH}(?!\d){of_year}"]
        return re.compile("|".join(forms))


def date_in(found: re.Match[str]) -> AskedDate | None:
    """Return the date that :data:`ASKED` has found, ``None`` for a day or month there is not."""
    parts = {name[:-1]: text for name, text in found.groupdict().items() if text is not None}
    month = _MONTHS.index(parts["name"][:3]) + 1 if "name" in parts else int(parts["month"])
    day, year = int(parts.get("day", 0)) or None, int(parts.get("year", 0)) or None
    if not 1 <= month <= len(_MONTHS) or parts.get("day") in {"0", "00"}:
        return None
    if day is not None and day > monthrange(year or _LEAP_YEAR, month)[1]:
        return None
    return AskedDate(month, day, year)
