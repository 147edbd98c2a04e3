"""``delivery add``, ``delivery list``, ``delivery mail``."""

from pathlib import Path

import click

from pos_closeout.actions.cases.cases import load_case, save_after_paper, save_case
from pos_closeout.actions.cleaning import clean_text
from pos_closeout.actions.files import write_file
from pos_closeout.actions.items.item_files import facts_of_items
from pos_closeout.actions.items.items import list_items
from pos_closeout.actions.papers.deliveries import write_message
from pos_closeout.actions.papers.letter import open_documents
from pos_closeout.actions.papers.papers import offered_papers
from pos_closeout.cli import words
from pos_closeout.cli.context import ROW_ID, VerbContext, common_options, verb
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.case.issued_papers import Delivery, DeliveryChannel, PaperKind, has_proof
from pos_closeout.domain.dates.parsing import parse_date
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.papers.fitting_papers import add_delivery, to_the_acquirer

_PAPERS = click.Choice([kind.value for kind in PaperKind])


@click.group("delivery")
@common_options
def delivery() -> None:
    """Log how papers reached the acquirer, and write e-mail files."""


@delivery.command("add")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@click.option("--paper", default=PaperKind.LETTER.value, type=_PAPERS)
@click.option("--how", required=True, type=click.Choice([channel.value for channel in DeliveryChannel]))
@click.option("--to", default="", help="Branch, address or clerk.")
@click.option("--number", default="", help="Consignment or ticket number.")
@click.option("--sent", help="Date it left; today when left out.")
@click.option("--arrived", help="Date it arrived.")
@click.option("--proof", default="", help="What shows the arrival.")
@verb
def add(
    context: VerbContext, *, case_id: int, paper: str, how: str, sent: str | None, arrived: str | None, **given: str
) -> None:
    """Write down that a paper went to the acquirer."""
    made = Delivery(
        paper=PaperKind(paper),
        channel=DeliveryChannel(how),
        to=clean_text(given["to"]),
        number=clean_text(given["number"]),
        sent_on=context.today if sent is None else parse_date(sent),
        arrived_on=None if arrived is None else parse_date(arrived),
        proof=clean_text(given["proof"]),
    )
    with context.open() as store:
        case = save_case(store, add_delivery(load_case(store, case_id), made), context.now)
    context.answer(_exported(case.deliveries[-1]), [_line(context, case.deliveries[-1])])


@delivery.command("list")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@verb
def list_all(context: VerbContext, case_id: int) -> None:
    """List what went to the acquirer, in the order it was written down."""
    with context.open() as store:
        case = load_case(store, case_id)
    context.answer([_exported(each) for each in case.deliveries], _lines(context, case))


@delivery.command("mail")
@click.option("--case", "case_id", required=True, type=ROW_ID)
@click.option("--paper", "papers", type=_PAPERS, multiple=True, help="Once for each; all that fit when left out.")
@click.option("--to", default="", help="The acquirer's address, from the agreement or its own site.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The .eml file to write.")
@verb
def mail(context: VerbContext, *, case_id: int, papers: tuple[str, ...], to: str, out: Path) -> None:
    """Write an e-mail file with papers attached, which opens in the mail program as a draft."""
    with context.open() as store:
        case, items = load_case(store, case_id), list_items(store, case_id)
        language = LetterLanguage(context.asked_language or case.letter.language)
        documents = open_documents(context.paths.resources)
        facts = facts_of_items(store, items)
        offered = [each.kind for each in offered_papers(documents, case, items, language, facts)]
        kinds = tuple(PaperKind(paper) for paper in papers) or to_the_acquirer(case, items, facts)
        for kind in kinds:
            if kind not in offered:
                raise BadInputError("paper.not_fitting", kind=kind.value, choices=", ".join(offered))
        issued, message = write_message(
            documents,
            kinds,
            case,
            items,
            language=language,
            to=to,
            today=context.today,
            facts=facts,
        )
        write_file(out, message)
        kept = save_after_paper(store, issued, context.now)
    not_kept = [] if kept else [context.say(words.PAPER_NOT_KEPT)]
    data = {"file": str(out), "papers": [kind.value for kind in kinds], "kept": kept}
    context.answer(data, [str(out), *not_kept])


def _exported(sent: Delivery) -> dict[str, object]:
    return {
        "paper": sent.paper.value,
        "version": sent.version,
        "how": sent.channel.value,
        "to": sent.to,
        "number": sent.number,
        "sent": None if sent.sent_on is None else sent.sent_on.isoformat(),
        "arrived": None if sent.arrived_on is None else sent.arrived_on.isoformat(),
        "proof": sent.proof,
        "proved": has_proof(sent),
    }


def _lines(context: VerbContext, case: Case) -> list[str]:
    return [_line(context, each) for each in case.deliveries] or [context.say(words.NO_DELIVERIES)]


def _line(context: VerbContext, sent: Delivery) -> str:
    days = " → ".join(day.isoformat() for day in (sent.sent_on, sent.arrived_on) if day is not None)
    arrived = context.say(words.ARRIVED if has_proof(sent) else words.NOT_PROVED)
    told = (sent.paper.value, f"v{sent.version}", sent.channel.value, sent.to, sent.number, days, arrived)
    return "  ".join(part for part in told if part)
