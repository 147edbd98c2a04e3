"""One program a data folder: a second start rings at the first, which comes to the front, and goes."""

import os
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_RING = b"show\n"
_WAIT_S = 0.5


def instance_name(data: Path) -> str:
    """Return the name of the bell of a data folder, the same for every way to write its path."""
    whole = os.path.normcase(data.resolve()).encode(errors="replace")
    # Two checksums and not a hash: the start need not load one.
    return f"pos-closeout-{zlib.crc32(whole):08x}{zlib.adler32(whole):08x}"


def activate_running(name: str) -> bool:
    """Ring at the program that listens under a name and return whether there is one.

    Without Qt's network, which a start that finds nobody need not load.
    """
    try:
        if sys.platform == "win32":
            # QLocalServer listens on a named pipe there.
            with Path(rf"\\.\pipe\{name}").open("r+b", buffering=0) as pipe:
                pipe.write(_RING)
            return True
        if not Path(_unix_path(name)).exists():
            return False
        # Imported here: hardly ever is anybody there.
        import socket

        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(_WAIT_S)
            line.connect(_unix_path(name))
            line.sendall(_RING)
            return True
    except OSError:
        return False


def listen_for_starts(name: str, come: Callable[[], object], parent: QObject) -> "QLocalServer":
    """Do something whenever somebody rings; what an ended program left behind is put away."""
    # Imported here: nobody can ring before the window is there, and it costs the start some milliseconds.
    from PySide6.QtNetwork import QLocalServer

    server = QLocalServer(parent)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)

    def answer() -> None:
        while server.hasPendingConnections():
            server.nextPendingConnection().disconnectFromServer()
            come()

    server.newConnection.connect(answer)
    where = name if sys.platform == "win32" else _unix_path(name)
    QLocalServer.removeServer(where)
    server.listen(where)
    return server


def _unix_path(name: str) -> str:
    return str(Path(os.environ.get("XDG_RUNTIME_DIR") or os.environ.get("TMPDIR") or "/tmp") / name)  # noqa: S108
