"""``coverage``: which months the imported bills of a case cover.

With ``--json``: a list of ``{"month", "channel", "source", "days", "covered", "lost", "download_by", "days_left",
"imported"}``; ``month`` is its first day, ``lost`` the missing days that the platform no longer offers, ``download_by``
the last day on which the earliest missing day can still be downloaded (null when nothing is missing or no limit is
known); ``imported`` is false for a way of paying that the owner has and of which no bill was imported yet.
"""

import click

from pos_closeout.actions.bills.bills import coverage_of
from pos_closeout.cli import words
from pos_closeout.cli.context import ROW_ID, VerbContext, verb
from pos_closeout.domain.bills.coverage import MonthCover


@click.command("coverage")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@verb
def coverage(context: VerbContext, case_id: int) -> None:
    """Say which months of which platform have been imported, and what can soon no longer be downloaded."""
    with context.open() as store:
        found = coverage_of(store, case_id, context.today)
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
            "imported": each.imported,
        }
        for each in found
    ]
    context.answer(told, [_line(context, each) for each in found])


def _line(context: VerbContext, each: MonthCover) -> str:
    countdown = f"  ↓ {each.download_by} ({each.days_left})" if each.download_by else ""
    state = f"{each.covered}/{each.days}" if each.imported else context.say(words.NOT_IMPORTED)
    return f"{each.month:%Y-%m}  {each.source}  {state}{countdown}"
