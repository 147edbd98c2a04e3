"""``remind``: what is to be told now; ``snooze``: put off; ``rhythm``: how often; ``calendar``: all as a file."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from pos_closeout.actions.cases.case_json import export_item
from pos_closeout.actions.files import write_file
from pos_closeout.actions.items.item_lines import items_by_id
from pos_closeout.actions.papers.letter import open_documents
from pos_closeout.actions.papers.list_files import export_calendar
from pos_closeout.actions.reminders.reminders import (
    parse_moment,
    read_reminder_settings,
    remind_now,
    rhythms_of,
    set_rhythms,
    snooze,
    snooze_all,
)
from pos_closeout.cli.context import ROW_ID, VerbContext, verb
from pos_closeout.cli.items import item_lines, sum_lines
from pos_closeout.domain.case.case import LetterLanguage
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.reminders.reminders import MOST_DAYS, Later, Rhythm, put_off
from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.names import load_names, task_name

_NOTHING = Bilingual("现在没有要提醒的。", "There is nothing to remind of now.")
_SUMMARY = Bilingual(
    "要提醒 {count} 项，其中 {overdue} 项已逾期",
    "{count} to remind of, {overdue} of them overdue",
)
_RHYTHM = "{id}  -{before}  +{every}"
_PUT_OFF = Bilingual("推迟到 {until} 再提醒。", "Put off until {until}.")


def _at(context: VerbContext, now: str | None) -> VerbContext:
    """Return the context at a moment the caller names."""
    return context if now is None else replace(context, now=parse_moment(now, context.now))


@click.command("remind")
@click.option("--now", help="A moment such as 2026-11-23T09:00; this one when left out.")
@verb
def remind(context: VerbContext, now: str | None) -> None:
    """Tell what is to be told; it counts as told, so that the same call again tells nothing."""
    context = _at(context, now)
    with context.open() as store:
        heard = remind_now(store, context.now)
        found = items_by_id(store, heard.ids)
    names = load_names(context.paths.resources / "guidance")
    tasks = [(each, task_name(names, each.words, each.about, context.language)) for each in heard.tasks]
    told = {
        "now": context.now.isoformat(),
        "count": len(heard.ids),
        "to_pay_fen": heard.totals.to_pay.fen,
        "to_get_fen": heard.totals.to_get.fen,
        "overdue": heard.overdue,
        "items": [export_item(item) | {"id": item.id} for item in found],
        "tasks": [
            {"case": each.case_id, "key": each.key, "due": each.due_on.isoformat(), "what": name}
            for each, name in tasks
        ],
    }

    def lines() -> Iterator[str]:
        if not heard:
            yield context.say(_NOTHING)
            return
        if found:
            yield context.say(_SUMMARY).format(count=len(found), overdue=heard.overdue)
            yield from sum_lines(context, heard.totals)
            yield from item_lines(context, found)
        yield from (f"{each.due_on}  {name}" for each, name in tasks)

    context.answer(told, lines())


@click.command("snooze")
@click.argument("item_ids", metavar="[ID]...", nargs=-1, type=ROW_ID)
@click.option("--all", "everything", is_flag=True, help="Every reminder.")
@click.option("--until", help="A moment such as 2026-11-23T09:00.")
@click.option("--for", "later", type=click.Choice([each.value for each in Later]), help="How long.")
@click.option("--now", help="The moment it is; this one when left out.")
@verb
def put_reminders_off(
    context: VerbContext,
    item_ids: tuple[int, ...],
    *,
    everything: bool,
    until: str | None,
    later: str | None,
    now: str | None,
) -> None:
    """Put reminders off; the due dates stay as they are."""
    context = _at(context, now)
    if until is not None and later is None:
        moment = parse_moment(until, context.now)
    elif later is not None and until is None:
        moment = put_off(Later(later), context.now)
    else:
        raise BadInputError("usage", detail="--until / --for")
    if everything == bool(item_ids):
        raise BadInputError("usage", detail="ID / --all")
    with context.open() as store:
        if everything:
            snooze_all(store, moment, context.now)
        else:
            snooze(store, item_ids, moment, context.now)
    told = {"until": moment.isoformat(), "items": list(item_ids), "all": everything}
    context.answer(told, [context.say(_PUT_OFF).format(until=f"{moment:%Y-%m-%d %H:%M}")])


@click.command("rhythm")
@click.argument("item_ids", metavar="ID...", nargs=-1, type=ROW_ID, required=True)
@click.option("--before", type=click.IntRange(0, MOST_DAYS), help="Days before the due date; 0 for not before.")
@click.option("--every", type=click.IntRange(0, MOST_DAYS), help="Every so many days after it; 0 for not again.")
@click.option("--usual", is_flag=True, help="As the settings say.")
@verb
def rhythm(
    context: VerbContext, item_ids: tuple[int, ...], before: int | None, every: int | None, *, usual: bool
) -> None:
    """Remind of entries in a way of their own; what is left out stays as it is."""
    if usual == (before is not None or every is not None):
        raise BadInputError("usage", detail="--before / --every / --usual")
    with context.open() as store:
        settings = read_reminder_settings(store)
        now = {each: own or settings for each, own in rhythms_of(store, item_ids).items()}
        set_rhythms(
            store,
            {
                each: None
                if usual
                else Rhythm(had.days_before if before is None else before, had.every_days if every is None else every)
                for each, had in now.items()
            },
        )
        kept = {each: own or settings for each, own in rhythms_of(store, item_ids).items()}
    told = [
        {"id": each, "days_before": own.days_before, "every_days": own.every_days, "usual": usual}
        for each, own in kept.items()
    ]
    lines = (_RHYTHM.format(id=each, before=own.days_before, every=own.every_days) for each, own in kept.items())
    context.answer({"items": told}, lines)


@click.command("calendar")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The .ics file to write.")
@verb
def calendar(context: VerbContext, out: Path) -> None:
    """Write every due date as a calendar file; importing it again brings the calendar up to date."""
    with context.open() as store:
        documents = open_documents(context.paths.resources)
        data = export_calendar(store, documents, LetterLanguage(context.language), context.now)
    write_file(out, data)
    context.answer({"file": str(out), "events": data.count(b"BEGIN:VEVENT")}, [str(out)])
