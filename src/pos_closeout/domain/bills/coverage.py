"""Which months of which channel have been imported, and which days can soon no longer be downloaded."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from pos_closeout.domain.bills.transactions import BillChannel


class Period(NamedTuple):
    """Days that an imported bill covers, first and last included.

    ``source`` is the family of layouts; ``keep_months`` how long its platform offers the download (None: unknown).
    """

    channel: BillChannel
    source: str
    first: date
    last: date
    keep_months: int | None


class Offer(NamedTuple):
    """A bill that a platform gives out.

    ``source`` is the family of layouts; ``keep_months`` how long the platform offers the download (None: unknown).
    """

    channel: BillChannel
    source: str
    keep_months: int | None


@dataclass(frozen=True, slots=True)
class MonthCover:
    """One month of one source of bills.

    Attributes:
        channel: where the money went through.
        source: family of layouts.
        month: its first day.
        days: days of the month that count (up to yesterday: a bill comes the day after).
        covered: how many of them are imported.
        lost: missing days that the platform no longer offers.
        download_by: last day on which the earliest missing day can still be downloaded, None when nothing is missing,
            nothing can be saved, or the platform's limit is not known.
        days_left: days from today to ``download_by``.
        imported: whether any bill of this source has been imported, of this month or another.
    """

    channel: BillChannel
    source: str
    month: date
    days: int
    covered: int
    lost: int
    download_by: date | None
    days_left: int | None
    imported: bool = True

    @property
    def complete(self) -> bool:
        """Tell whether no day is missing."""
        return self.covered == self.days


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def coverage(
    periods: Iterable[Period], today: date, since: date, expected: Iterable[Offer] = ()
) -> tuple[MonthCover, ...]:
    """Return the map of months, one entry for each source and month from ``since`` to yesterday's month.

    Args:
        periods: what has been imported, in any order, overlapping or not.
        today: the day the map is for; a bill of a day exists from the next day on.
        since: the first day the owner needs.
        expected: bills the owner should have; one whose channel nothing was imported of stands in the map as well.
    """
    by_source: dict[tuple[BillChannel, str], list[Period]] = {}
    for period in periods:
        by_source.setdefault((period.channel, period.source), []).append(period)
    offers = {key: _offer(listed) for key, listed in by_source.items()}
    seen = {_kin(channel) for channel, _ in by_source}
    offers |= {(offer.channel, offer.source): offer for offer in expected if _kin(offer.channel) not in seen}
    last = today - timedelta(days=1)
    return tuple(
        _month_cover(offer, by_source.get(key, []), _span(month, since, last), today)
        for key, offer in sorted(offers.items())
        for month in _months(since, last)
    )


def oldest_whole(covers: Iterable[MonthCover]) -> MonthCover | None:
    """Return the oldest month of which nothing is lost yet while its download is closing, None when there is none."""
    closing = [each for each in covers if each.download_by is not None and not each.lost]
    return min(closing, key=lambda each: each.month, default=None)


def _offer(periods: list[Period]) -> Offer:
    keep = next((period.keep_months for period in periods if period.keep_months is not None), None)
    return Offer(periods[0].channel, periods[0].source, keep)


def _kin(channel: BillChannel) -> BillChannel:
    """Return the channel under which a platform's bill stands: UnionPay codes are in the acquirer's bill of cards."""
    return BillChannel.CARD if channel is BillChannel.UNIONPAY else channel


def _span(month: date, since: date, last: date) -> tuple[date, date]:
    """Return the first and the last day of a month that count."""
    return max(month, since), min(add_months(month, 1) - timedelta(days=1), last)


def _months(since: date, last: date) -> Iterator[date]:
    month = since.replace(day=1)
    while month <= last:
        yield month
        month = add_months(month, 1)


def _month_cover(offer: Offer, periods: list[Period], span: tuple[date, date], today: date) -> MonthCover:
    (first, end), keep = span, offer.keep_months
    days = [first + timedelta(days=offset) for offset in range((end - first).days + 1)]
    missing = [day for day in days if not any(period.first <= day <= period.last for period in periods)]
    offered = [day for day in missing if keep is None or add_months(day, keep) >= today]
    by = add_months(offered[0], keep) if offered and keep is not None else None
    return MonthCover(
        channel=offer.channel,
        source=offer.source,
        month=first.replace(day=1),
        days=len(days),
        covered=len(days) - len(missing),
        lost=len(missing) - len(offered),
        download_by=by,
        days_left=(by - today).days if by else None,
        imported=bool(periods),
    )
