"""What went wrong without having been foreseen, in a file that turns over and holds nothing of the owner's.

A line of the log says where in the program an error came from and of which kind it is. Its message is left out: it may
quote a file, a name, a number.
"""

from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from pos_closeout.domain.errors import CloseoutError, UnexpectedError

FILE_NAME = "errors.log"
_MOST_BYTES = 256 << 10
_KEPT = 3
_NAME = "pos_closeout"
_MOST_CAUSES = 8


def keep_log(folder: Path) -> None:
    """Write what is noted from now on to ``errors.log`` in a folder; it is made with the first line.

    Files that have grown to a quarter of a MiB are put aside, three of them. A place that cannot be written is left.
    """
    # Imported here: the window comes up without it, and hardly ever is there anything to write.
    import logging.handlers

    class LogFile(logging.handlers.RotatingFileHandler):
        def _open(self) -> TextIOWrapper:
            Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
            return super()._open()

    class Bare(logging.Formatter):
        """Whoever writes an exception to the log, its message stays out of it."""

        def formatException(self, ei: Any) -> str:
            return bare_trace(ei[1])

    log = logging.getLogger(_NAME)
    for old in log.handlers[:]:
        log.removeHandler(old)
        old.close()
    # Nobody hears of a fault in the log itself.
    logging.raiseExceptions = False
    kept = LogFile(folder / FILE_NAME, maxBytes=_MOST_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True)
    kept.setFormatter(Bare("%(asctime)s %(message)s"))
    log.addHandler(kept)


def note_error(error: BaseException, where: str) -> None:
    """Write down where an error came from; ``where`` says which work met it, in the program's own words."""
    note_trace(bare_trace(error), where)


def note_trace(trace: str, where: str) -> None:
    """Write down a trace that ``bare_trace`` has made, perhaps in another process."""
    import logging

    log = logging.getLogger(_NAME)
    if not log.handlers:
        # Where no log is kept, nothing is printed either.
        log.addHandler(logging.NullHandler())
    log.error("%s\n%s", where, trace)


def bare_trace(error: BaseException) -> str:
    """Return where an error and its causes came from, one call a line, without any message."""
    return "\n".join(line for each in _with_causes(error) for line in _lines(each))


def unforeseen(error: Exception, where: str) -> CloseoutError:
    """Return an error the owner can be told; one that nobody foresaw is written down, as an ``UnexpectedError``."""
    if isinstance(error, CloseoutError):
        return error
    note_error(error, where)
    told = UnexpectedError("program.unexpected", detail=type(error).__name__)
    told.__cause__ = error
    return told


def details(error: CloseoutError) -> str:
    """Return what "copy details" copies: id and facts, and for one that nobody foresaw where it came from."""
    cause = error.__cause__
    return str(error) if cause is None else f"{error}\n{bare_trace(cause)}"


def _with_causes(error: BaseException) -> Iterator[BaseException]:
    shown: list[BaseException] = []
    following: BaseException | None = error
    while following is not None and following not in shown and len(shown) < _MOST_CAUSES:
        shown.append(following)
        following = following.__cause__ or following.__context__
    return reversed(shown)


def _lines(error: BaseException) -> Iterator[str]:
    told = getattr(error, "bare_trace", None)
    if isinstance(told, str):
        # It happened in another process, which has told it bare.
        yield told
        return
    import traceback

    for each in traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__), lookup_lines=False):
        yield f"  {Path(each.filename).name}:{each.lineno} {each.name}"
    yield f"{type(error).__name__} {error.message_id}" if isinstance(error, CloseoutError) else type(error).__name__
