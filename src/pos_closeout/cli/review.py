"""``review submit|accept|return|approve|receipt|show``."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import click

from pos_closeout.actions.cases.case_json import export_part
from pos_closeout.actions.cases.cases import load_case
from pos_closeout.actions.cleaning import clean_text
from pos_closeout.actions.review import expected_answer, note_event
from pos_closeout.cli import words
from pos_closeout.cli.context import ROW_ID, VerbContext, common_options, verb
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.issued_papers import DeliveryChannel, handed_in_on, sent_letter
from pos_closeout.domain.case.review import EventKind, ReturnReason, ReviewEvent, state_of, version_changes
from pos_closeout.domain.dates.parsing import parse_date
from pos_closeout.domain.dates.working_days import WorkingSpan
from pos_closeout.domain.errors import BadInputError
from pos_closeout.guidance.review_texts import ReviewTexts, load_review_texts, repair_text

_WAYS = click.Choice([channel.value for channel in DeliveryChannel])


@click.group("review")
@common_options
def review() -> None:
    """Follow an application once it is handed in."""


def _event_options(command: click.decorators.FC) -> click.decorators.FC:
    command = click.option("--note", default="", help="A remark, or what they said.")(command)
    command = click.option("--on", help="Date; today when left out.")(command)
    return click.option("--case", "case_id", required=True, type=ROW_ID)(command)


def _note(context: VerbContext, kind: EventKind, case_id: int, given: dict[str, Any]) -> None:
    event = ReviewEvent(
        kind,
        context.today if given["on"] is None else parse_date(given["on"]),
        how=given.get("how"),
        number=clean_text(given.get("number", "")),
        reasons=given.get("reasons", ()),
        note=clean_text(given["note"]),
    )
    texts = load_review_texts(context.paths.resources / "guidance")
    with context.open() as store:
        case = note_event(store, case_id, event, texts=texts, language=context.language, now=context.now)
        span = expected_answer(store, case_id)
    _answer(context, case, span, texts)


@review.command("submit")
@_event_options
@click.option("--how", type=_WAYS, help="From the delivery log when left out.")
@click.option("--tracking", "number", default="", help="Number of the consignment or the ticket.")
@verb
def submit(context: VerbContext, *, case_id: int, how: str | None, **given: Any) -> None:
    """Note that the letter was handed in; what is left out is taken from the delivery log."""
    with context.open() as store:
        case = load_case(store, case_id)
    sent = sent_letter(case.deliveries, case.letter.issued_version)
    if sent is None and how is None:
        raise BadInputError("usage", detail="--how")
    if sent is not None:
        day = handed_in_on(sent)
        given |= {"number": given["number"] or sent.number}
        given |= {"on": given["on"] or (None if day is None else day.isoformat())}
    channel = DeliveryChannel(how) if how is not None else None if sent is None else sent.channel
    _note(context, EventKind.SUBMITTED, case_id, given | {"how": channel})


@review.command("return")
@_event_options
@click.option(
    "--reason", "reasons", multiple=True, required=True, type=click.Choice([each.value for each in ReturnReason])
)
@verb
def send_back(context: VerbContext, *, case_id: int, reasons: tuple[str, ...], **given: Any) -> None:
    """Note that the application came back, and why; --reason may be given several times."""
    wanted = tuple(reason for reason in ReturnReason if reason.value in reasons)
    _note(context, EventKind.RETURNED, case_id, given | {"reasons": wanted})


def _plain(name: str, kind: EventKind, told: str) -> None:
    """Add a verb that needs a day and a number at most."""

    @review.command(name, help=told)
    @_event_options
    @click.option("--number", default="", help="The number they gave.")
    @verb
    def noted(context: VerbContext, *, case_id: int, **given: Any) -> None:
        _note(context, kind, case_id, given)


_plain("accept", EventKind.ACCEPTED, "Note that the application was accepted.")
_plain("approve", EventKind.APPROVED, "Note that the application was approved.")
_plain("receipt", EventKind.RECEIVED, "Note that the stamped receipt is here.")


@review.command("show")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@verb
def show(context: VerbContext, case_id: int) -> None:
    """Show where an application stands, what is to be mended, and what the last version changed."""
    texts = load_review_texts(context.paths.resources / "guidance")
    with context.open() as store:
        case, span = load_case(store, case_id), expected_answer(store, case_id)
    _answer(context, case, span, texts)


def _answer(context: VerbContext, case: Case, span: WorkingSpan | None, texts: ReviewTexts) -> None:
    changes = version_changes(case.issued_texts, case.letter.issued_version, context.language)
    late = span is not None and span.end < context.today
    told = {
        "case": case.id,
        "state": state_of(case.reviews).value,
        "version": case.letter.issued_version,
        "expected_on": None if span is None else span.end.isoformat(),
        "may_move": span is not None and span.uncertain,
        "overdue": late,
        "events": [export_part(event) for event in case.reviews],
        "repairs": [
            export_part(repair) | {"told": repair_text(texts, repair, context.language)} for repair in case.repairs
        ],
        "changed": [{"before": list(change.before), "after": list(change.after)} for change in changes],
    }
    context.answer(told, _lines(context, case, span, texts))


def _lines(context: VerbContext, case: Case, span: WorkingSpan | None, texts: ReviewTexts) -> Iterator[str]:
    yield context.say(texts.states[state_of(case.reviews)].name)
    for event in case.reviews:
        parts = (_day(event.happened_on), context.say(texts.events[event.kind]), event.number, event.note)
        yield "  ".join(part for part in parts if part)
    if span is not None:
        yield context.say(words.EXPECTED).format(day=span.end.isoformat())
    if span is not None and span.end < context.today:
        yield from (f"- {context.say(rung.who)} {rung.number}".rstrip() for rung in texts.ladder)
    for repair in case.repairs:
        yield f"[{'x' if repair.done else ' '}] {repair_text(texts, repair, context.language)}"


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
