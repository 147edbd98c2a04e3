"""The verbs that need Qt for their pictures and checks, beside those of ``cli``."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from pos_closeout.cli import run
from pos_closeout.cli.context import VerbContext, verb
from pos_closeout.domain.errors import DocumentError


def run_verb(arguments: Sequence[str]) -> int:
    """Run a verb and return its exit code; ``--self-check`` may stand anywhere in the line."""
    if sys.platform == "linux":
        # Pictures and checks must not depend on a screen being there.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    given = [each for each in arguments if each != "--self-check"]
    if len(given) < len(arguments):
        given = ["self-check", *given]
    return run(given, (demo, check_self))


@click.command("demo")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to write into.")
@verb
def demo(context: VerbContext, out: Path) -> None:
    """Play the sample case: letters, list, and a picture of every screen in both languages."""
    from pos_closeout.app.demo import run_demo

    try:
        written = [str(path) for path in run_demo(context.paths, out)]
    except OSError as error:
        raise DocumentError("document.not_written", path=str(out), reason=error.strerror or "") from error
    context.answer({"files": written}, written)


@click.command("self-check")
@verb
def check_self(context: VerbContext) -> None:
    """Prove that what the program needs is there and works; exit 0 or 1."""
    from pos_closeout.app.self_check import self_check

    found = self_check(context.paths)
    context.answer(
        [{"name": each.name, "passed": each.passed, "seen": each.seen} for each in found],
        [f"{'ok  ' if each.passed else 'FAIL'}  {each.name}: {each.seen}" for each in found],
    )
    if not all(each.passed for each in found):
        click.get_current_context().exit(1)
