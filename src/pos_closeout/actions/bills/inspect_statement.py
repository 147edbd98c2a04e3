"""Say what a bill of a payment platform holds, without storing anything."""

from datetime import date
from pathlib import Path
from typing import Any

from pos_closeout.actions.isolated.files import FileReader
from pos_closeout.statements.vocabulary import load_vocabulary


def inspect_statements(
    resources: Path, files: tuple[Path, ...], today: date, password: str | None = None
) -> dict[str, Any]:
    """Return ``{"files": [...]}`` with one entry for each file; amounts in fen, rows from 1.

    Args:
        resources: the folder with ``statements``, the words of the platforms.
        files: the bills; they are only read.
        today: decides what has been waiting too long.
        password: opens archives that have one; it is not kept.

    Raises:
        BadInputError: ``statement.password_needed`` and ``statement.password_wrong``.
    """
    vocabulary = load_vocabulary(resources / "statements")
    with FileReader() as reader:
        found = [reader.inspect(path, vocabulary=vocabulary, today=today, password=password) for path in files]
    return {"files": found}
