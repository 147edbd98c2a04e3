"""The State Council's yearly notice on holidays (关于某年部分节假日安排的通知), read from its pasted text.

The grammar follows the notices of 2017 to 2026: ``节名：M月D日（周X）至[M月]D日（周X）放假[调休]，共N天。`` and
``M月D日（周X）上班。``, with 补休, 与周末连休, 放假1天 and dates that name their year as variants. Only 上班 names days
that are worked; the sentence that encourages (鼓励) companies to give more leave is no holiday.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pos_closeout.domain.errors import BadInputError

_TITLE = re.compile(r"(20\d\d)年(?:部分)?节假日安排")
_YEAR = re.compile(r"(20\d\d)年")
_DAY = re.compile(r"(?:(20\d\d)年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^()]*)\))?")
_TO = re.compile(r"\s*(?:至|到|—|-|~)\s*")
_WEEKDAY = re.compile(r"(?:周|星期)([一二三四五六日天])")
_COUNT = re.compile(r"共(\d{1,2})天")
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_LONGEST = 31
"""Days a holiday may have; more is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class HolidayNotice:
    """What a notice says.

    Attributes:
        year: the year it is about.
        days_off: free days, in order.
        make_up: days that are worked instead, in order.
        problems: what does not fit, as ids with the piece of text: ``weekday``, ``count`` or ``both``.
    """

    year: int
    days_off: tuple[date, ...]
    make_up: tuple[date, ...]
    problems: tuple[tuple[str, str], ...] = ()


def read_notice(text: str) -> HolidayNotice:
    """Read a pasted notice.

    Raises:
        BadInputError: ``holiday_notice.no_year`` when no year is named, ``holiday_notice.no_days`` when no day is.
    """
    plain = unicodedata.normalize("NFKC", text)
    named = _TITLE.search(plain) or _YEAR.search(plain)
    if named is None:
        raise BadInputError("holiday_notice.no_year")
    reader = _NoticeReader(int(named[1]))
    for sentence in re.split(r"[。;\n]", plain):
        reader.read(sentence)
    if not reader.off:
        raise BadInputError("holiday_notice.no_days", year=reader.year)
    both = reader.off & reader.worked
    problems = (*reader.problems, *(("both", day.isoformat()) for day in sorted(both)))
    return HolidayNotice(reader.year, tuple(sorted(reader.off - both)), tuple(sorted(reader.worked)), problems)


def runs(days: Iterable[date]) -> tuple[tuple[date, date], ...]:
    """Return days as spans of days in a row: their first and last, in order."""
    found: list[tuple[date, date]] = []
    for day in sorted(days):
        if found and day - found[-1][1] == timedelta(days=1):
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return tuple(found)


class _NoticeReader:
    """Gathers days sentence by sentence; a date without a month or year takes those of the date before it."""

    def __init__(self, year: int) -> None:
        self.year = year
        self.off: set[date] = set()
        self.worked: set[date] = set()
        self.problems: list[tuple[str, str]] = []

    def read(self, sentence: str) -> None:
        if "鼓励" in sentence or not re.search("放假|补休|上班|连休", sentence):
            return
        if "上班" in sentence:
            self.worked |= set(self._days(sentence))
            return
        found = set(self._days(sentence))
        self.off |= found
        said = _COUNT.search(sentence)
        if said is not None and int(said[1]) != len(found):
            self.problems.append(("count", sentence.strip()))

    def _days(self, sentence: str) -> Iterator[date]:
        at, month, year = 0, 0, self.year
        before: date | None = None
        while (found := _DAY.search(sentence, at)) is not None:
            year, month = int(found[1] or year), int(found[2] or month)
            day = self._date(year, month, int(found[3]), found[4], sentence)
            range_end = before is not None and _TO.fullmatch(sentence[at : found.start()])
            at = found.end()
            if day is None:
                continue
            if before is not None and range_end:
                if not 0 < (day - before).days < _LONGEST:
                    self.problems.append(("count", sentence.strip()))
                    continue
                yield from (before + timedelta(days=step) for step in range(1, (day - before).days))
            yield day
            before = day

    def _date(self, year: int, month: int, day: int, beside: str | None, sentence: str) -> date | None:
        try:
            found = date(year, month, day)
        except ValueError:
            self.problems.append(("weekday", sentence.strip()))
            return None
        said = _WEEKDAY.search(beside or "")
        if said is not None and _WEEKDAYS[said[1]] != found.weekday():
            self.problems.append(("weekday", f"{month}月{day}日"))
        return found
