"""``notice list|add|import|done|undo|text|poster|mail``: who is told of the stop, in which words, and when."""

from functools import partial
from pathlib import Path

import click

from pos_closeout.actions.cases.case_json import export_part
from pos_closeout.actions.cases.cases import load_case
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.files import write_file
from pos_closeout.actions.items.items import list_items
from pos_closeout.actions.notices.address_book import import_contacts, read_contacts
from pos_closeout.actions.notices.notice_list import (
    add_notice,
    change_notice,
    done_on,
    draft_notice,
    notice_at,
    taken_back,
)
from pos_closeout.actions.notices.notices import write_notice
from pos_closeout.actions.papers.letter import open_documents
from pos_closeout.actions.papers.pages import draw_poster
from pos_closeout.cli import notice_words
from pos_closeout.cli.context import ROW_ID, VerbContext, common_options, verb
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.case.notices import Audience, Notice, NoticeChannel, NoticeState, notice_state
from pos_closeout.domain.dates.parsing import parse_date
from pos_closeout.guidance import load_guidance
from pos_closeout.guidance.filling import MessageForm, Written
from pos_closeout.guidance.notices import load_notices

_CASE = click.option("--case", "case_id", required=True, type=ROW_ID)
_PLACE = click.argument("place", type=ROW_ID)
_FORM_OF = {
    NoticeChannel.EMAIL: MessageForm.EMAIL,
    NoticeChannel.PHONE: MessageForm.PHONE,
    NoticeChannel.IN_PERSON: MessageForm.PHONE,
}


@click.group("notice")
@common_options
def notice() -> None:
    """Tell others of the stop. PLACE is the number in front of each line of "notice list"."""


@notice.command("list")
@_CASE
@verb
def list_all(context: VerbContext, case_id: int) -> None:
    """List who is told, how, and whether that was done."""
    with context.open() as store:
        told = load_case(store, case_id).notices
    context.answer([export_part(each) for each in told], _lines(context, told))


@notice.command("add")
@_CASE
@click.option("--audience", required=True, type=click.Choice([each.value for each in Audience]))
@click.option("--way", default=NoticeChannel.SMS.value, type=click.Choice([each.value for each in NoticeChannel]))
@click.option("--name", default="")
@click.option("--phone", default="")
@click.option("--email", default="")
@click.option("--on", help="The planned day; the usual one when left out.")
@click.option("--note", default="")
@verb
def add(context: VerbContext, case_id: int, *, audience: str, way: str, on: str | None, **given: str) -> None:
    """Put somebody on the list."""
    fresh = Notice(
        Audience(audience),
        way=NoticeChannel(way),
        planned_on=None if on is None else parse_date(on),
        name=given["name"],
        phone=given["phone"],
        email=given["email"],
        note=given["note"],
    )
    with context.open() as store:
        case, place = add_notice(store, case_id, fresh, now=context.now)
    _answer(context, case, place)


@notice.command("import")
@_CASE
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--audience", required=True, type=click.Choice([each.value for each in Audience]))
@click.option("--way", default=NoticeChannel.SMS.value, type=click.Choice([each.value for each in NoticeChannel]))
@verb
def take_contacts(context: VerbContext, case_id: int, file: Path, *, audience: str, way: str) -> None:
    """Put everybody in an address book (CSV, Excel or vCard) on the list who is not there yet."""
    book = read_contacts(context.paths.resources, file)
    with context.open() as store:
        case, added = import_contacts(
            store, case_id, book.contacts, Audience(audience), NoticeChannel(way), now=context.now
        )
    known = len(book.contacts) - added
    problems = [each._asdict() for each in book.problems]
    lines = [context.say(notice_words.IMPORTED).format(added=added, known=known)]
    for each in book.problems:
        why = context.say(notice_words.CONTACT_PROBLEMS[each.reason]).format(text=each.text)
        lines.append(context.say(notice_words.CONTACT_PROBLEM).format(row=each.row, why=why))
    context.answer({"case": case.id, "added": added, "known": known, "problems": problems}, lines)


@notice.command("done")
@_CASE
@_PLACE
@click.option("--on", help="The day; today when left out.")
@click.option("--acknowledged", is_flag=True, help="They also confirmed it.")
@verb
def done(context: VerbContext, case_id: int, place: int, on: str | None, *, acknowledged: bool) -> None:
    """Note that somebody was told."""
    day = context.today if on is None else parse_date(on)
    with context.open() as store:
        change = partial(done_on, day=day, acknowledged=acknowledged)
        case, place = change_notice(store, case_id, place, change, now=context.now)
    _answer(context, case, place)


@notice.command("undo")
@_CASE
@_PLACE
@verb
def undo(context: VerbContext, case_id: int, place: int) -> None:
    """Take back the last step of a notice: that it was confirmed, then that it was told."""
    with context.open() as store:
        case, place = change_notice(store, case_id, place, taken_back, now=context.now)
    _answer(context, case, place)


@notice.command("text")
@_CASE
@_PLACE
@click.option(
    "--form", type=click.Choice([each.value for each in MessageForm]), help="As the notice is told, if left out."
)
@verb
def text(context: VerbContext, case_id: int, place: int, form: str | None) -> None:
    """Write the words of a notice, in the language of --language."""
    with context.open() as store:
        one = notice_at(load_case(store, case_id), place)
        chosen = _FORM_OF.get(one.way, MessageForm.SMS) if form is None else MessageForm(form)
        written = _written(context, store, case_id, place, chosen)
    told = {"case": case_id, "place": place, "form": chosen.value, "subject": written.subject, "text": written.text}
    context.answer(told, [part for part in (written.subject, written.text) if part])


@notice.command("mail")
@_CASE
@_PLACE
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The .eml file to write.")
@verb
def mail(context: VerbContext, case_id: int, place: int, out: Path) -> None:
    """Write a notice as an e-mail file, in the language of --language; the poster goes with it where it fits."""
    with context.open() as store:
        case, items = load_case(store, case_id), tuple(list_items(store, case_id))
        one, documents = notice_at(case, place), open_documents(context.paths.resources)
        written = _written(context, store, case_id, place, MessageForm.EMAIL)
        language = LetterLanguage(context.language)
    data = draft_notice(documents, case, one, items, written, language=language, today=context.today)
    write_file(out, data)
    context.answer({"file": str(out), "case": case_id, "place": place, "to": one.email}, [str(out)])


@notice.command("poster")
@_CASE
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The PDF file to write.")
@verb
def poster(context: VerbContext, case_id: int, out: Path) -> None:
    """Write the poster for customers, in the language of --language."""
    with context.open() as store:
        case, items = load_case(store, case_id), list_items(store, case_id)
    language = LetterLanguage(context.language)
    write_file(out, draw_poster(open_documents(context.paths.resources), case, items, language, context.today))
    context.answer({"file": str(out), "case": case_id, "language": language.value}, [str(out)])


def _written(context: VerbContext, store: Store, case_id: int, place: int, form: MessageForm) -> Written:
    guidance, case = load_guidance(context.paths.resources / "guidance"), load_case(store, case_id)
    one = notice_at(case, place)
    item = next((each for each in list_items(store, case_id, cleared=True) if each.id == one.item_id), None)
    kind = None if item is None else guidance.kinds[item.kind]
    words = guidance.notices[one.audience]
    return write_notice(words, case, one, item, kind, form=form, language=context.language, today=context.today)


def _answer(context: VerbContext, case: Case, place: int) -> None:
    told = export_part(case.notices[place - 1])
    context.answer({"case": case.id, "place": place, **told}, [_lines(context, case.notices)[place - 1]])


def _lines(context: VerbContext, notices: tuple[Notice, ...]) -> list[str]:
    texts = load_notices(context.paths.resources / "guidance")
    lines = []
    for place, each in enumerate(notices, 1):
        who = " · ".join(filter(None, (context.say(texts[each.audience].name), each.name, each.phone or each.email)))
        facts = {"place": str(place), "who": who, "way": context.say(notice_words.WAYS[each.way])}
        lines.append(context.say(notice_words.LINE).format(**facts, state=_state(context, each)))
    return lines or [context.say(notice_words.NOBODY)]


def _state(context: VerbContext, one: Notice) -> str:
    state, day = notice_state(one, context.today), one.acknowledged_on or one.sent_on or one.planned_on
    if state is NoticeState.PLANNED and day is None:
        return context.say(notice_words.UNPLANNED)
    return context.say(notice_words.STATES[state]).format(day=day or "", why=one.not_needed)
