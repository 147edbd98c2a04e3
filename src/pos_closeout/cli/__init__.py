"""The verbs that need no screen, one file a noun. ``app`` calls :func:`run`; a new noun joins ``_NOUNS``."""

import io
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import click

from pos_closeout.cli.bag import bag
from pos_closeout.cli.bills import bills
from pos_closeout.cli.bundle import bundle, report
from pos_closeout.cli.case import case
from pos_closeout.cli.check import check
from pos_closeout.cli.contact import contact
from pos_closeout.cli.context import Clock, common_options, context_of
from pos_closeout.cli.coverage import coverage
from pos_closeout.cli.delivery import delivery
from pos_closeout.cli.device import device
from pos_closeout.cli.form import form
from pos_closeout.cli.impact import impact
from pos_closeout.cli.import_bills import import_bills
from pos_closeout.cli.inspect import inspect
from pos_closeout.cli.letter import letter
from pos_closeout.cli.list_files import items
from pos_closeout.cli.notice import notice
from pos_closeout.cli.proposals import proposals
from pos_closeout.cli.remind import calendar, put_reminders_off, remind, rhythm
from pos_closeout.cli.review import review
from pos_closeout.cli.search import search
from pos_closeout.domain.errors import BadInputError

_NOUNS: tuple[click.Command, ...] = (
    case, items, check, letter, impact, contact, review, inspect, import_bills, bills, proposals, coverage, bag, remind,
    put_reminders_off, rhythm, calendar, delivery, bundle, report, notice, search, device,
    form,
)  # fmt: skip


def verbs(more: Sequence[click.Command] = ()) -> click.Group:
    """Return all verbs; ``more`` are commands the caller adds, such as those that need Qt.

    The group wants a :data:`Clock` as its context object; :func:`run` hands it in.
    """

    @click.group("pos-closeout")
    @common_options
    def group() -> None:
        """POS Closeout: takes a card terminal out of service."""

    for command in (*_NOUNS, *more):
        group.add_command(command)
    return group


def run(arguments: Sequence[str], more: Sequence[click.Command] = (), clock: Clock | None = None) -> int:
    """Run a verb and return its exit code: 0 done, 1 broken off, 2 refused with one sentence on stderr.

    Args:
        arguments: the command line without the program's name.
        more: as in :func:`verbs`.
        clock: tells the time; the computer's clock when left out.
    """
    _print_anything()
    told = clock or _local_now
    try:
        code = verbs(more).main(list(arguments), prog_name="pos-closeout", standalone_mode=False, obj=told)
    except click.UsageError as error:
        context = error.ctx or click.Context(verbs(more), obj=told)
        verb_context = context_of(context)
        # Behind a verb that does not exist nothing is read any more, so look for --json by hand.
        verb_context = replace(verb_context, as_json=verb_context.as_json or "--json" in arguments)
        verb_context.refuse(BadInputError("usage", detail=error.format_message()))
        return 2
    except click.Abort:
        return 1
    return code if isinstance(code, int) else 0


def _local_now() -> datetime:
    return datetime.now().astimezone()


def _print_anything() -> None:
    """Let a stream that cannot write a character escape it; a program with a window has no streams at all."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
