"""What several verbs say about a bill."""

from pos_closeout.cli import words
from pos_closeout.cli.context import VerbContext


def cut_line(context: VerbContext, rows: int, announced_rows: int | None) -> str:
    """Say that a file says itself that something is missing; ``announced_rows`` is its own count, None for none."""
    said = words.CUT if announced_rows is None or announced_rows == rows else words.CUT_COUNT
    return context.say(said).format(rows=rows, count=announced_rows)
