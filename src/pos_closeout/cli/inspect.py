"""``inspect``: say what bills hold, without a database."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from pos_closeout.actions.bills.inspect_statement import inspect_statements
from pos_closeout.actions.error_log import keep_log
from pos_closeout.cli import words
from pos_closeout.cli.bill_words import cut_line
from pos_closeout.cli.context import VerbContext, verb
from pos_closeout.domain.bills.transactions import DESTROYED
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.money import format_yuan


@click.command("inspect")
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option("--ask-password", is_flag=True, help="Ask for the password of a locked file; it is not kept.")
@verb
def inspect(context: VerbContext, files: tuple[Path, ...], ask_password: bool) -> None:  # click's parameter
    """Say what the bills of payment platforms hold; nothing is stored."""
    keep_log(context.paths.logs)
    password = click.prompt("Password", hide_input=True, err=True) if ask_password else None
    found = inspect_statements(context.paths.resources, files, context.today, password)
    context.answer(found, [line for entry in found["files"] for line in _lines(context, entry)])


def _lines(context: VerbContext, entry: dict[str, Any]) -> Iterator[str]:
    yield _line(context, entry)
    destroyed = sum(problem["reason"] == DESTROYED for problem in entry["problems"])
    if destroyed:
        yield context.say(words.DESTROYED).format(count=destroyed)
    if entry["cut"]:
        yield cut_line(context, entry["rows"], entry["announced_rows"])
    checks = sum(problem["reason"].startswith("pdf.") for problem in entry["problems"])
    if checks:
        yield context.say(words.PDF_CHECKS).format(count=checks)
    for word, count in entry.get("unrecognised", {}).items():
        yield context.say(words.UNRECOGNISED).format(word=word, count=count)
    for note in entry.get("notes", ()):
        yield context.say(words.WITHDRAW_AGAIN).format(row=note["row"], yuan=format_yuan(note["amount_fen"]))


def _line(context: VerbContext, entry: dict[str, Any]) -> str:
    """Return one file in a line: what it is, its rows, income and expense in yuan, what is open, what went wrong."""
    if entry["refused"]:
        facts = dict(entry["refused"])
        return f"{entry['path']}  {context.sentence_for(BadInputError(facts.pop('error'), **facts))}"
    income, expense = format_yuan(entry["income_fen"]), format_yuan(entry["expense_fen"])
    return (
        f"{entry['path']}  {entry['format']}  {entry['rows']}  +{income} -{expense}  "
        f"? {len(entry['proposals'])}  ! {len(entry['problems'])}"
    )
