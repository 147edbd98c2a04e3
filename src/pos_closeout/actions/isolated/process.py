"""The process that reads files from outside, seen from the one that wants to know what is in them."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pos_closeout.actions.isolated.frames import FrameError, checked, read_frame, text_of, whole, write_frame
from pos_closeout.domain.errors import BadInputError, CloseoutError, EvidenceError
from pos_closeout.domain.file_limits import memory_for, seconds_for, silence_for
from pos_closeout.paths import own_command, package_folder

VERB = "read-files"
"""First argument of the process; it is no verb for people."""

_LOOK_EVERY = 0.05
"""Seconds between two looks at Cancel and at the clock."""

_ASLEEP = 5.0
"""Seconds between two looks after which the computer was asleep: some clocks go on meanwhile, the reader does not."""

_ERRORS = {each.__name__: each for each in (BadInputError, EvidenceError, CloseoutError)}
_MOST_FACTS = 20
_NO_WINDOW = 0x08000000
_PATIENCE = 1.0
_SLOW_CODES = frozenset({-27, 1816})
"""How a process ends whose time is up: SIGPROF on Unix, ERROR_NOT_ENOUGH_QUOTA on Windows."""

Cancelled = Callable[[], bool]


class ReaderFaultError(Exception):
    """What went wrong inside the reader, with the lines of its traceback, which hold nothing of what it read."""

    def __init__(self, trace: str) -> None:
        super().__init__(trace)
        self.bare_trace = trace


class ReaderProcess:
    """A process that reads one file after the other; it is started with the first, and anew after one it died of.

    Use it as a context: it is ended when that is left. One thread uses it at a time.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def ask(
        self, task: str, path: Path, arguments: dict[str, Any], *, cancelled: Cancelled | None = None
    ) -> Iterator[Any]:
        """Have a file read and yield what is said about it, message by message.

        Args:
            task: a name of ``worker.TASKS``.
            path: the file.
            arguments: what the task needs beside it, as JSON.
            cancelled: asked many times a second, from another thread; True ends the process.

        Raises:
            BadInputError: what the reader refuses the file for; ``file.reader_slow`` or ``file.reader_died`` when the
                process reached its limits, ``file.reader_fault`` when the reader failed, with its traceback as cause.
            CloseoutError: ``statement.cancelled``.
        """
        size = file_size(path)
        asked = {"task": task, "path": str(path), "memory": memory_for(size), "seconds": seconds_for(size), **arguments}
        process = self._running()
        watch = _Watch(process, silence_for(size), cancelled)
        idle = False
        try:
            with watch:
                yield from _messages(process, asked, watch)
            idle = True
        except _AnsweredError as answer:
            idle = True
            raise answer.error from answer.fault
        except (FrameError, OSError) as error:
            self._end(kill=True)
            raise _death(process, watch, path) from error
        finally:
            if not idle:
                self._end(kill=True)

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is not None and self._process.poll() is not None:
            self._end()
        if self._process is None:
            self._process = _start()
        return self._process

    def _end(self, *, kill: bool = False) -> None:
        process, self._process = self._process, None
        if process is None or process.stdin is None or process.stdout is None:
            return
        with suppress(OSError):
            # It ends when nothing more can be asked.
            process.stdin.close()
        try:
            process.wait(0 if kill else _PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()


class _AnsweredError(Exception):
    """The process has said why it does not read the file; it can read another one."""

    def __init__(self, error: CloseoutError, fault: Exception | None = None) -> None:
        super().__init__(error)
        self.error, self.fault = error, fault


class _Watch:
    """Ends a process when the owner cancels or when it has been silent for too long.

    Attributes:
        since: when it was last asked for a message that has not come, by the clock that only goes forward.
    """

    def __init__(self, process: "subprocess.Popen[bytes]", silence: float, cancelled: Cancelled | None) -> None:
        self._process, self._silence, self._asked = process, silence, cancelled
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, name="reader watch", daemon=True)
        self.since: float | None = None
        self.cancelled = self.silent = False

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        looked = awake_since = time.monotonic()
        while not self._over.wait(_LOOK_EVERY):
            now, since = time.monotonic(), self.since
            if now - looked > _ASLEEP:
                awake_since = now
            looked = now
            self.silent = since is not None and now - max(since, awake_since) > self._silence
            self.cancelled = self._asked is not None and self._asked()
            if self.silent or self.cancelled:
                self._process.kill()
                return


def _messages(process: "subprocess.Popen[bytes]", asked: object, watch: _Watch) -> Iterator[Any]:
    """Yield what is said about a file; a process that a file has taken over can lie about it, and no more."""
    if process.stdin is None or process.stdout is None:
        raise FrameError
    write_frame(process.stdin, asked)
    while True:
        watch.since = time.monotonic()
        message = read_frame(process.stdout)
        watch.since = None
        if not isinstance(message, list) or len(message) != 2:
            raise FrameError
        kind, said = message
        if kind == "done":
            return
        if kind != "said":
            raise checked(partial(_answered, kind, said))
        yield said


def _answered(kind: object, said: Any) -> _AnsweredError:
    facts = {
        text_of(name): told if isinstance(told, str) else whole(told)
        for name, told in list(said["facts"].items())[:_MOST_FACTS]
    }
    if kind == "refused":
        error = _ERRORS[said["kind"]](text_of(said["id"]), **facts)
        return _AnsweredError(error)
    if kind != "fault":
        raise ValueError(kind)
    return _AnsweredError(BadInputError("file.reader_fault", **facts), ReaderFaultError(text_of(said["trace"])))


def _death(process: "subprocess.Popen[bytes]", watch: _Watch, path: Path) -> CloseoutError:
    if watch.cancelled:
        return CloseoutError("statement.cancelled", name=path.name)
    slow = watch.silent or process.returncode in _SLOW_CODES
    return BadInputError("file.reader_slow" if slow else "file.reader_died", name=path.name)


def _start() -> "subprocess.Popen[bytes]":
    environment = {**os.environ, "PYTHONPATH": str(package_folder().parent)}
    return subprocess.Popen(  # noqa: S603  # this very program
        [*own_command(), VERB],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
    )


def file_size(path: Path) -> int:
    """Return the size of a file in bytes; 0 where there is none."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
