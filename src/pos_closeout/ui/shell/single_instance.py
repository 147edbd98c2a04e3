"""One program a data folder: a second start rings at the first, which comes to the front, and goes."""

import os
import sys
import threading
import zlib
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_RING = b"show\n"
_HERE = b"here\n"
_WAIT_S = 0.5
ANSWER_S = 8.0
"""How long a first start may take to answer, in seconds: it may be drawing a paper or reading a bill."""


class Running(Enum):
    """What a second start finds."""

    NOBODY = "nobody"
    CAME = "came"
    SILENT = "silent"
    """A first start is there and does not answer."""


def instance_name(data: Path) -> str:
    """Return the name of the bell of a data folder, the same for every way to write its path."""
    whole = os.path.normcase(data.resolve()).encode(errors="replace")
    # Two checksums and not a hash: the start need not load one.
    return f"pos-closeout-{zlib.crc32(whole):08x}{zlib.adler32(whole):08x}"


def activate_running(name: str, wait_s: float = ANSWER_S) -> Running:
    """Ring at the program that listens under a name, and wait for its answer; to hang up is one, too.

    Without Qt's network, which a start that finds nobody need not load.

    Args:
        name: as :func:`instance_name`.
        wait_s: how long to wait for the answer, in seconds.
    """
    try:
        if sys.platform == "win32":
            # QLocalServer listens on a named pipe there.
            return _ring_pipe(rf"\\.\pipe\{name}", wait_s)
        if not Path(_unix_path(name)).exists():
            return Running.NOBODY
        # Imported here: hardly ever is anybody there.
        import socket

        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(_WAIT_S)
            line.connect(_unix_path(name))
            line.sendall(_RING)
            line.settimeout(wait_s)
            line.recv(1)
    except TimeoutError:
        return Running.SILENT
    except (BrokenPipeError, ConnectionResetError):
        # It answered and hung up before the ring was over.
        return Running.CAME
    except OSError:
        return Running.NOBODY
    return Running.CAME


def _ring_pipe(pipe: str, wait_s: float) -> Running:
    """Ring at a named pipe; reading from one cannot be given a time, so another thread does."""
    line = Path(pipe).open("r+b", buffering=0)  # noqa: SIM115  (closed when the reading ends)
    line.write(_RING)
    answered = threading.Event()

    def read() -> None:
        with line, suppress(OSError):
            line.read(1)
        answered.set()

    threading.Thread(target=read, daemon=True).start()
    return Running.CAME if answered.wait(wait_s) else Running.SILENT


def listen_for_starts(name: str, come: Callable[[], object], parent: QObject) -> "QLocalServer":
    """Do something whenever somebody rings; what an ended program left behind is put away."""
    # Imported here: nobody can ring before the window is there, and it costs the start some milliseconds.
    from PySide6.QtNetwork import QLocalServer

    server = QLocalServer(parent)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)

    def answer() -> None:
        while server.hasPendingConnections():
            line = server.nextPendingConnection()
            line.write(_HERE)
            line.disconnectFromServer()
            come()

    server.newConnection.connect(answer)
    where = name if sys.platform == "win32" else _unix_path(name)
    QLocalServer.removeServer(where)
    server.listen(where)
    return server


def _unix_path(name: str) -> str:
    return str(Path(os.environ.get("XDG_RUNTIME_DIR") or os.environ.get("TMPDIR") or "/tmp") / name)  # noqa: S108
