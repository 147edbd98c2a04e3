"""``contact log``, ``contact list``."""

from collections.abc import Iterator
from typing import Any

import click

from pos_closeout.actions.cases.case_json import export_part
from pos_closeout.actions.cleaning import clean_text
from pos_closeout.actions.contacts import list_contacts, log_contact
from pos_closeout.cli import words
from pos_closeout.cli.context import ROW_ID, VerbContext, common_options, verb
from pos_closeout.domain.case.contact import ContactChannel, ContactEntry, NumberSource, is_baited, is_trusted
from pos_closeout.domain.dates.parsing import parse_date
from pos_closeout.guidance.contact_texts import load_contact_texts

_TEXTS = (
    "number",
    "clerk",
    "staff_number",
    "ticket",
    "agreed_fees",
    "agreed_deposit",
    "agreed_data",
    "next_step",
    "note",
)


@click.group("contact")
@common_options
def contact() -> None:
    """Keep the log of what was said with the acquirer."""


def _text_options(command: click.decorators.FC) -> click.decorators.FC:
    for name in reversed(_TEXTS):
        command = click.option(f"--{name.replace('_', '-')}", name, default="")(command)
    return command


@contact.command("log")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@click.option("--way", default=ContactChannel.PHONE.value, type=click.Choice([way.value for way in ContactChannel]))
@click.option("--source", type=click.Choice([source.value for source in NumberSource]), help="Of the number.")
@click.option("--on", help="Date; today when left out.")
@click.option("--at", default="", help="Time of day, such as 14:30.")
@click.option("--agreed-stop", help="Agreed date of the stop.")
@click.option("--next-on", help="Date of the next step.")
@_text_options
@verb
def log(context: VerbContext, *, case_id: int, way: str, source: str | None, **given: Any) -> None:
    """Write down one contact."""
    dates = {name: None if given[name] is None else parse_date(given[name]) for name in ("agreed_stop", "next_on")}
    texts: dict[str, Any] = {name: clean_text(given[name]) for name in _TEXTS}
    entry = ContactEntry(
        spoken_on=context.today if given["on"] is None else parse_date(given["on"]),
        spoken_at=clean_text(given["at"]),
        way=ContactChannel(way),
        source=None if source is None else NumberSource(source),
        agreed_stop_on=dates["agreed_stop"],
        next_on=dates["next_on"],
        **texts,
    )
    with context.open() as store:
        case = log_contact(store, case_id, entry, today=context.today, now=context.now)
    stored = case.contacts[-1]
    context.answer(_exported(len(case.contacts), stored), _lines(context, len(case.contacts), stored))


@contact.command("list")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@verb
def list_all(context: VerbContext, case_id: int) -> None:
    """List the contacts of a case in the order they were written down."""
    with context.open() as store:
        found = list(enumerate(list_contacts(store, case_id), 1))
    context.answer(
        [_exported(place, entry) for place, entry in found],
        [line for place, entry in found for line in _lines(context, place, entry)] or [context.say(words.NO_CONTACTS)],
    )


def _exported(place: int, entry: ContactEntry) -> dict[str, object]:
    return {"place": place, **export_part(entry), "trusted": is_trusted(entry)}


def _lines(context: VerbContext, place: int, entry: ContactEntry) -> Iterator[str]:
    """Return an entry in one line, and a warning below it when its number was handed out by a stranger."""
    texts = load_contact_texts(context.paths.resources / "guidance")
    source = "" if entry.source is None else f"({context.say(texts.sources[entry.source])})"
    day = "" if entry.spoken_on is None else entry.spoken_on.isoformat()
    told = (str(place), day, entry.spoken_at, context.say(texts.ways[entry.way]), entry.number, source, entry.clerk)
    yield "  ".join(part for part in (*told, entry.ticket) if part)
    if is_baited(entry):
        yield context.say(words.BAITED)
