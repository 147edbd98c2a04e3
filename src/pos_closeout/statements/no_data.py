"""Answers of a platform that has no bill for a day, which are neither a bill nor a wrong file."""

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

from pos_closeout.domain.file_limits import MAX_ANSWER_BYTES
from pos_closeout.statements.parts import Part

_ROWS = 20
_LONGEST = 4000
_REFUSALS = ("statement.not_recognised", "statement.wrong_kind")


def says_no_data(path: Path, parts: Iterable[Part], refusal: str, words: Sequence[str]) -> bool:
    """Tell whether a file that was refused says that there is no data.

    Args:
        path: the chosen file.
        parts: its tables, as far as it could be opened.
        refusal: the message id of the refusal.
        words: what platforms write (``no_data`` in ``states.toml``).
    """
    if not refusal.startswith(_REFUSALS):
        return False
    texts = [cell for part in parts for row in islice(part.rows(",", quotes=True), _ROWS) for cell in row.cells]
    if not texts and path.is_file() and path.stat().st_size <= MAX_ANSWER_BYTES:
        texts = [path.read_bytes().decode(encoding, "ignore") for encoding in ("utf-8", "gb18030")]
    folded = "\n".join(texts).casefold()
    return len(folded) <= _LONGEST and any(word.casefold() in folded for word in words)
