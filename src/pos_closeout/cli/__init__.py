"""The verbs that need no screen, one file a noun. ``app`` calls :func:`run`; a new noun joins ``_NOUNS``."""

import io
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from types import MappingProxyType

import click

from pos_closeout.cli.context import Clock, common_options, context_of
from pos_closeout.domain.errors import BadInputError

_NOUNS = MappingProxyType(
    {
        "bag": "bag.bag",
        "bills": "bills.bills",
        "bundle": "bundle.bundle",
        "calendar": "remind.calendar",
        "case": "case.case",
        "check": "check.check",
        "contact": "contact.contact",
        "copies": "copies.copies",
        "coverage": "coverage.coverage",
        "delivery": "delivery.delivery",
        "device": "device.device",
        "everything": "everything.everything",
        "form": "form.form",
        "holidays": "holidays.holidays",
        "impact": "impact.impact",
        "import": "import_bills.import_bills",
        "inspect": "inspect.inspect",
        "items": "list_files.items",
        "layouts": "layouts.layouts",
        "letter": "letter.letter",
        "notice": "notice.notice",
        "proposals": "proposals.proposals",
        "remind": "remind.remind",
        "report": "bundle.report",
        "review": "review.review",
        "rhythm": "remind.rhythm",
        "search": "search.search",
        "snooze": "remind.put_reminders_off",
        "watch": "watch.watch",
    }
)
"""The file and function of each noun; a file is loaded when its noun is used, so that no verb waits for the others."""


class _Verbs(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *_NOUNS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _NOUNS:
            return super().get_command(ctx, cmd_name)
        module, _, function = _NOUNS[cmd_name].partition(".")
        found = getattr(import_module(f"{__name__}.{module}"), function)
        return found if isinstance(found, click.Command) else None


def verbs(more: Sequence[click.Command] = ()) -> click.Group:
    """Return all verbs; ``more`` are commands the caller adds, such as those that need Qt.

    The group wants a :data:`Clock` as its context object; :func:`run` hands it in.
    """

    @click.group("pos-closeout", cls=_Verbs)
    @common_options
    def group() -> None:
        """POS Closeout: takes a card terminal out of service."""

    for command in more:
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
