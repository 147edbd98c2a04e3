"""``items show``, ``note``, ``log``, ``attach``, ``detach``, ``message``, ``plan``: what is kept about single items."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from pos_closeout.actions.cases.case_json import export_item
from pos_closeout.actions.cases.cases import load_case
from pos_closeout.actions.cleaning import clean_text
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.items.due import DueDate, due_of, refund_plan
from pos_closeout.actions.items.item_files import add_note, item_file, log_talk
from pos_closeout.actions.items.item_messages import MessageForm, Party, Written, load_item_messages, write_message
from pos_closeout.actions.items.proofs import attach_proof, remove_proof
from pos_closeout.cli import words
from pos_closeout.cli.context import ROW_ID, VerbContext, verb
from pos_closeout.cli.items import exported, item_lines, items
from pos_closeout.domain.case.sms import count_sms
from pos_closeout.domain.dates.parsing import parse_date
from pos_closeout.domain.ledger.item_file import ItemFile, Talk, TalkChannel, described
from pos_closeout.domain.ledger.refund_windows import RefundDeadline, RefundPlan
from pos_closeout.guidance import Guidance
from pos_closeout.guidance.loading import load_kinds

__all__ = ["items"]

_ID = click.argument("item_id", metavar="ID", type=ROW_ID)


@items.command("show")
@_ID
@verb
def show(context: VerbContext, item_id: int) -> None:
    """Show everything about an item: fields, why it is due, notes, log, proof and history."""
    with context.open() as store:
        _answer(context, store, item_id)


@items.command("note")
@_ID
@click.argument("text")
@verb
def note(context: VerbContext, item_id: int, text: str) -> None:
    """Add a note to an item."""
    with context.open() as store:
        add_note(store, item_id, clean_text(text, keep_lines=True), context.now)
        _answer(context, store, item_id)


@items.command("log")
@_ID
@click.option("--way", default=TalkChannel.CALL.value, type=click.Choice([way.value for way in TalkChannel]))
@click.option("--with", "with_whom", default="", help="Who it was, with the staff number.")
@click.option("--result", default="", help="What came of it.")
@click.option("--next", "next_step", default="", help="What follows.")
@click.option("--on", help="Date; now when left out.")
@verb
def log(
    context: VerbContext, item_id: int, *, way: str, with_whom: str, result: str, next_step: str, on: str | None
) -> None:
    """Log a call, a message or a visit about an item."""
    talk = Talk(
        at="" if on is None else parse_date(on).isoformat(),
        way=TalkChannel(way),
        with_whom=clean_text(with_whom),
        result=clean_text(result, keep_lines=True),
        next_step=clean_text(next_step),
    )
    with context.open() as store:
        log_talk(store, item_id, talk, context.now)
        _answer(context, store, item_id)


@items.command("attach")
@_ID
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@verb
def attach(context: VerbContext, item_id: int, files: tuple[Path, ...]) -> None:
    """Copy files into the data folder as proof of an item."""
    context.warn_of_cards(files)
    with context.open() as store:
        for file in files:
            attach_proof(store, item_id, file, context.now)
        _answer(context, store, item_id)


@items.command("detach")
@_ID
@click.argument("proof_id", metavar="PROOF", type=ROW_ID)
@verb
def detach(context: VerbContext, item_id: int, proof_id: int) -> None:
    """Take a file off an item; it moves to the bin of the attachments."""
    with context.open() as store:
        remove_proof(store, item_id, proof_id, context.now)
        _answer(context, store, item_id)


@items.command("message")
@_ID
@click.option("--to", "party", default=Party.CUSTOMER.value, type=click.Choice([party.value for party in Party]))
@click.option("--as", "form", default=MessageForm.SMS.value, type=click.Choice([form.value for form in MessageForm]))
@verb
def message(context: VerbContext, item_id: int, party: str, form: str) -> None:
    """Write a message about an item to the customer or the acquirer."""
    folder = context.paths.resources / "guidance"
    with context.open() as store:
        found = item_file(store, item_id)
        case = load_case(store, found.item.case_id)
    written = write_message(
        load_item_messages(folder),
        load_kinds(folder)[found.item.kind],
        case,
        found.item,
        found.facts,
        party=Party(party),
        form=MessageForm(form),
        language=context.language,
        today=context.today,
    )
    count = count_sms(written.text)
    told = {"to": party, "as": form, "subject": written.subject, "text": written.text}
    if form == MessageForm.SMS:
        told |= {"characters": count.characters, "messages": count.messages}  # type: ignore[dict-item]  # numbers for JSON
    context.answer(told, _message_lines(context, written, form))


@items.command("plan")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@verb
def plan(context: VerbContext, case_id: int) -> None:
    """Say which refunds must be done before the stop, and when the merchant number may be closed."""
    with context.open() as store:
        found = refund_plan(store, case_id, context.today)
    context.answer(_plan_data(found), _plan_lines(context, found))


def _answer(context: VerbContext, store: Store, item_id: int) -> None:
    found = item_file(store, item_id)
    due = due_of(store, found.item, found.facts)
    lines = Guidance(context.paths.resources / "guidance").due_words.explained(due, context.language)
    context.answer(_data(context, found, due, lines), _lines(context, found, lines))


def _data(context: VerbContext, found: ItemFile, due: DueDate, lines: tuple[str, ...]) -> dict[str, object]:
    decided = due.decided
    return exported(context, found.item) | {
        "facts": described(found.facts),
        "usual_due": {
            "on": _iso(due.on),
            "rule": None if decided is None else decided.rule.value,
            "mark": None if decided is None else decided.mark.value,
            "counted_from": None if decided is None else decided.from_on.isoformat(),
            "count": None if decided is None else decided.count,
            "unit": None if decided is None else decided.unit.value,
            "skipped": [] if decided is None else [day.isoformat() for day in decided.skipped],
            "uncertain": due.uncertain,
            "missing": [start.value for start in due.missing],
            "explained": list(lines),
        },
        "notes": [asdict(entry) for entry in found.notes],
        "log": [asdict(entry) for entry in found.talks],
        "proofs": [asdict(entry) for entry in found.proofs],
        "history": [asdict(entry) for entry in found.events],
    }


def _lines(context: VerbContext, found: ItemFile, explained: tuple[str, ...]) -> Iterator[str]:
    guidance = Guidance(context.paths.resources / "guidance")
    yield from item_lines(context, [found.item])
    yield from (f"  {line}" for line in explained)
    for fact, value in found.facts.items():
        text = guidance.facts[fact]
        yield f"  {context.say(text.label)}: {context.say(text.choices[value]) if value in text.choices else value}"
    yield from (f"  {entry.at}  {entry.text}" for entry in found.notes)
    for talk in found.talks:
        parts = (talk.way.value, talk.with_whom, talk.result, talk.next_step)
        yield f"  {talk.at}  " + " · ".join(part for part in parts if part)
    yield from (f"  {proof.id}  {proof.name}  {proof.size}  SHA-256 {proof.sha256}" for proof in found.proofs)


def _message_lines(context: VerbContext, written: Written, form: str) -> Iterator[str]:
    if written.subject:
        yield written.subject
        yield ""
    yield written.text
    if form == MessageForm.SMS:
        count = count_sms(written.text)
        yield context.say(words.SMS_COUNT).format(characters=count.characters, messages=count.messages)


def _plan_data(found: RefundPlan) -> dict[str, object]:
    return {
        "stop_on": _iso(found.stop_on),
        "refunds_before": _iso(found.lead),
        "earliest_close": _iso(found.close_on),
        "quiet_from": _iso(found.quiet_from),
        "quiet_days": found.quiet_days,
        "holding": found.holding,
        "uncertain": found.uncertain,
        "refunds": [
            {
                "item": export_item(reach.item),
                "window_on": _iso(reach.window_on),
                "last_on": _iso(reach.last_on),
                "passed": reach.passed,
                "by_hand": reach.by_hand,
                "before_stop": reach.before_stop,
            }
            for reach in found.refunds
        ],
    }


def _plan_lines(context: VerbContext, found: RefundPlan) -> Iterator[str]:
    if found.stop_on is None:
        yield context.say(words.NO_STOP)
    if not found.refunds:
        yield context.say(words.NO_REFUNDS)
    for reach, line in zip(found.refunds, item_lines(context, [reach.item for reach in found.refunds]), strict=True):
        yield f"{line}  {_reach_told(context, reach)}"
    if found.close_on is not None:
        yield context.say(words.EARLIEST_CLOSE).format(day=found.close_on.isoformat(), days=found.quiet_days)


def _reach_told(context: VerbContext, reach: RefundDeadline) -> str:
    if reach.passed:
        return context.say(words.BY_HAND if reach.by_hand else words.LOST)
    if reach.last_on is None:
        return "-"
    told = context.say(words.LAST_DAY).format(day=reach.last_on.isoformat())
    return f"{told}  {context.say(words.BEFORE_STOP)}" if reach.before_stop else told


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
