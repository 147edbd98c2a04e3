"""Work that comes to the same in every test is done once a process; tests of that work have ``as_it_is`` instead."""

import copy
import pickle
import sqlite3
import subprocess
import tomllib
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import BytesIO
from threading import Lock
from typing import Any

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from pos_closeout.actions.isolated import process
from pos_closeout.actions.isolated.process import ReaderProcess
from pos_closeout.documents.typesetting import fonts
from pos_closeout.paths import own_command
from pos_closeout.store import migrations, sums
from pos_closeout.store.database import Database


class WorkDoneOnce:
    """What is kept from test to test, and the few places of the program that are told to use it."""

    def __init__(self) -> None:
        self._patch = pytest.MonkeyPatch()
        self._reader, self._tables, self._texts, self._faces = KeptReader(), KeptTables(), KeptTexts(), KeptFaces()

    def start(self) -> None:
        """Use what is kept."""
        self._patch.setattr(process, "_start", self._reader.start)
        self._patch.setattr(ReaderProcess, "ask", self._reader.asking())
        self._patch.setattr(ReaderProcess, "_end", self._reader.ending())
        self._patch.setattr("pos_closeout.store.opening.migrate", self._tables.migrate)
        self._patch.setattr(tomllib, "loads", self._texts.loads)
        self._patch.setattr(fonts, "TTFontFace", self._faces.face)

    def stop(self) -> None:
        """Do everything as it is."""
        self._patch.undo()

    def close(self) -> None:
        """End what still runs."""
        self.stop()
        self._reader.close()


class KeptReader:
    """The process that reads files from outside, for the next one who has something to be read.

    It is the real one, which is made for many files; one that died or was called off is not kept. To start it takes a
    third of a second.
    """

    def __init__(self) -> None:
        self._really_start = process._start
        self._command = own_command()
        self._idle: list[subprocess.Popen[bytes]] = []
        self._talking: list[ReaderProcess] = []

    def start(self) -> "subprocess.Popen[bytes]":
        """Return one that is idle, else a new one."""
        while self._idle and self._usual():
            found = self._idle.pop()
            if found.poll() is None:
                return found
            _end(found)
        return self._really_start()

    def asking(self) -> Callable[..., Iterator[Any]]:
        """Return ``ReaderProcess.ask`` that lets it be known who is in the middle of an answer."""
        ask = ReaderProcess.ask

        def asked(reader: ReaderProcess, *given: Any, **more: Any) -> Iterator[Any]:
            self._talking.append(reader)
            try:
                yield from ask(reader, *given, **more)
            finally:
                self._talking.remove(reader)

        return asked

    def ending(self) -> Callable[..., None]:
        """Return ``ReaderProcess._end`` that keeps a process which waits for the next file."""
        end = ReaderProcess._end

        def ended(reader: ReaderProcess, *, kill: bool = False) -> None:
            found = reader._process
            dead = found is None or found.poll() is not None
            if kill or dead or found is None or reader in self._talking or not self._usual():
                end(reader, kill=kill)
                return
            reader._process = None
            self._idle.append(found)

        return ended

    def close(self) -> None:
        """End those that are idle."""
        for each in self._idle:
            _end(each)

    def _usual(self) -> bool:
        """Return whether no other program stands in for the reader."""
        return bool(vars(process)["own_command"]() == self._command)


def _end(reader: "subprocess.Popen[bytes]") -> None:
    for stream in (reader.stdin, reader.stdout):
        if stream is not None:
            with suppress(OSError):
                stream.close()
    reader.kill()
    reader.wait()


class KeptTables:
    """The tables of the first new data folder, for every other one: to take all steps takes a tenth of a second."""

    def __init__(self) -> None:
        self._steps = migrations._STEPS
        self._made: sqlite3.Connection | None = None
        self._lock = Lock()

    def migrate(self, database: Database) -> None:
        """Copy the tables into an empty file; anything else takes its steps."""
        if self._steps != migrations._STEPS or database.rows("SELECT 1 FROM sqlite_master LIMIT 1"):
            migrations.migrate(database)
            return
        with self._lock:
            if self._made is None:
                migrations.migrate(database)
                self._made = sqlite3.connect(":memory:", check_same_thread=False)
                database.connection.backup(self._made)
            else:
                self._made.backup(database.connection)
                database.run_bare(_become_another_folder)


def _become_another_folder(connection: sqlite3.Connection) -> None:
    """Give the copy an id of its own, as each data folder has, and the sum that belongs to it."""
    connection.execute("BEGIN")
    connection.execute("UPDATE data_folder SET value = lower(hex(randomblob(16))) WHERE key = 'id'")
    (table,) = (each for each in sums._tables(connection) if each.name == "data_folder")
    with sums._bytes(connection):
        sums._keep(connection, table.name, 0, sums._block_sum(connection, table, 0))
    connection.execute("COMMIT")


class KeptTexts:
    """TOML texts that were parsed before; whoever asks gets values of his own all the same."""

    def __init__(self) -> None:
        self._parse = tomllib.loads
        self._known: dict[str, bytes] = {}

    def loads(self, text: str, /, **more: Any) -> dict[str, Any]:
        """Return what ``tomllib.loads`` returns."""
        if more:
            return self._parse(text, **more)
        if text not in self._known:
            self._known[text] = pickle.dumps(self._parse(text))
        found: dict[str, Any] = pickle.loads(self._known[text])  # noqa: S301  # dumped two lines above
        return found


class KeptFaces:
    """Font files that were parsed before: those of Chinese take a tenth of a second."""

    def __init__(self) -> None:
        self._parse = TTFontFace
        self._known: dict[bytes, Any] = {}

    def face(self, file: BytesIO) -> Any:
        """Return a face of one's own, with its own place in the file; the tables, which nobody changes, are shared."""
        data = file.getvalue()
        if data not in self._known:
            self._known[data] = self._parse(file)
        return copy.copy(self._known[data])
