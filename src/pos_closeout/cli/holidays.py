"""``holidays``: read the yearly notice on public holidays and keep its days."""

import sys
from pathlib import Path

import click

from pos_closeout.actions.work_calendar import keep_notice
from pos_closeout.cli.context import VerbContext, verb
from pos_closeout.domain.dates.holiday_notice import read_notice
from pos_closeout.domain.errors import BadInputError
from pos_closeout.guidance import Bilingual

_FREE = Bilingual("放假：{days}", "Free: {days}")
_WORKED = Bilingual("上班：{days}", "Worked: {days}")
_PROBLEM = {
    "weekday": Bilingual("星期对不上：{text}", "The weekday does not fit: {text}"),
    "count": Bilingual("天数对不上：{text}", "The number of days does not fit: {text}"),
    "both": Bilingual("又放假又上班：{text}", "Both free and worked: {text}"),
}


@click.command("holidays")
@click.argument("notice", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--keep", is_flag=True, help="Count with these days from now on.")
@verb
def holidays(context: VerbContext, notice: Path, keep: bool) -> None:  # click's parameter
    """Read the text of the yearly notice from a file, or from - for what is piped in, and show its days."""
    found = read_notice(_text(notice))
    if keep and found.problems:
        raise BadInputError("holiday_notice.problems", count=len(found.problems))
    changed = 0
    if keep:
        with context.open() as store:
            changed = len(keep_notice(store, found))
    free, worked = ([day.isoformat() for day in days] for days in (found.days_off, found.make_up))
    problems = [context.say(_PROBLEM[name]).format(text=text) for name, text in found.problems]
    context.answer(
        {"year": found.year, "free": free, "worked": worked, "problems": problems, "kept": keep, "changed": changed},
        [
            context.say(_FREE).format(days=" ".join(free)),
            context.say(_WORKED).format(days=" ".join(worked)),
            *(f"! {each}" for each in problems),
        ],
    )


def _text(path: Path) -> str:
    if str(path) == "-":
        return sys.stdin.read()
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise BadInputError("file.unreadable", path=str(path)) from error
