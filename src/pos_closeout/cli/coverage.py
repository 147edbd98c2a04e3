"""``coverage``: which months the imported bills of a case cover.

With ``--json``: a list of ``{"month", "channel", "source", "days", "covered", "lost", "download_by", "days_left"}``;
``month`` is its first day, ``lost`` the missing days that the platform no longer offers, ``download_by`` the last day
on which the earliest missing day can still be downloaded (null when nothing is missing or no limit is known).
"""

import click

from pos_closeout.actions.bills import coverage_of
from pos_closeout.cli import words
from pos_closeout.cli.desk import ROW_ID, Desk, verb
from pos_closeout.domain.coverage import MonthCover


@click.command("coverage")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@verb
def coverage(desk: Desk, case_id: int) -> None:
    """Say which months of which platform have been imported, and what can soon no longer be downloaded."""
    with desk.open() as store:
        found = coverage_of(store, case_id, desk.today)
    told = [
        {
            "month": each.month.isoformat(),
            "channel": each.channel.value,
            "source": each.source,
            "days": each.days,
            "covered": each.covered,
            "lost": each.lost,
            "download_by": each.download_by.isoformat() if each.download_by else None,
            "days_left": each.days_left,
        }
        for each in found
    ]
    desk.answer(told, [_line(each) for each in found] or [desk.say(words.NO_BILLS)])


def _line(each: MonthCover) -> str:
    countdown = f"  ↓ {each.download_by} ({each.days_left})" if each.download_by else ""
    return f"{each.month:%Y-%m}  {each.source}  {each.covered}/{each.days}{countdown}"
