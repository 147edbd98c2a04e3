"""What can be asked about a file from outside; each question is answered by the process that reads such files."""

import base64
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pos_closeout.actions.error_log import note_error
from pos_closeout.actions.isolated.forms import Pieces
from pos_closeout.actions.isolated.frames import FrameError, checked
from pos_closeout.actions.isolated.process import Cancelled, ReaderFaultError, ReaderProcess, file_size
from pos_closeout.actions.isolated.readings import IsolatedReading
from pos_closeout.actions.isolated.results import (
    book_from,
    bundle_from,
    head_from,
    inspection_from,
    mapping_to,
    some_lines_from,
)
from pos_closeout.domain.bills.transactions import Problem, Transaction
from pos_closeout.domain.case.address_book import AddressBook
from pos_closeout.domain.errors import BadInputError, CloseoutError
from pos_closeout.domain.file_limits import FORM_MEMORY, FORM_SECONDS, bundle_memory
from pos_closeout.domain.forms.page_picture import PagePicture
from pos_closeout.evidence.bundle import CheckedBundle
from pos_closeout.forms.reading import Filled, FormContent
from pos_closeout.statements.inspecting import Inspection
from pos_closeout.statements.inspection import FOR_THE_CALLER, refused_entry
from pos_closeout.statements.mapping import ColumnMapping
from pos_closeout.statements.preview import Head
from pos_closeout.statements.reading import OnProgress, Progress
from pos_closeout.statements.vocabulary import Vocabulary


class FileReader:
    """Reads files in a process of its own, one after the other; a context that ends the process.

    Every method raises ``BadInputError`` with what the reader refuses the file for or ``file.reader_slow``,
    ``file.reader_died`` and ``file.reader_fault``, and ``CloseoutError`` ``statement.cancelled``.
    """

    def __init__(self) -> None:
        self._process = ReaderProcess()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.__exit__(kind, error, trace)

    def bill(
        self,
        path: Path,
        *,
        vocabulary: Vocabulary,
        password: str | None = None,
        mapping: ColumnMapping | None = None,
        remembered: Sequence[ColumnMapping] = (),
        on_progress: OnProgress | None = None,
        cancelled: Cancelled | None = None,
    ) -> IsolatedReading:
        """Prepare the reading of a bill, with the arguments of ``statements.reading.read``."""
        asked = _meanings(vocabulary, password, mapping, remembered)
        return IsolatedReading(path, self._said("read", path, asked, on_progress, cancelled))

    def look(
        self,
        path: Path,
        *,
        vocabulary: Vocabulary,
        password: str | None = None,
        mapping: ColumnMapping | None = None,
        remembered: Sequence[ColumnMapping] = (),
        on_progress: OnProgress | None = None,
        cancelled: Cancelled | None = None,
    ) -> Inspection:
        """Read a file to its end and say what it is; a refusal is part of the answer."""
        asked = _meanings(vocabulary, password, mapping, remembered)
        try:
            found: Inspection = self._found(
                "look",
                path,
                asked,
                lambda told: inspection_from(told, path),
                on_progress=on_progress,
                cancelled=cancelled,
            )
        except BadInputError as error:
            return Inspection(path, refusal=error)
        return found

    def inspect(self, path: Path, *, vocabulary: Vocabulary, today: date, password: str | None) -> dict[str, Any]:
        """Return what a file holds, as ``statements.inspection.inspect_file`` does."""
        asked = {"words": str(vocabulary.folder), "today": today.isoformat(), "password": password}
        try:
            found: dict[str, Any] = self._found("inspect", path, asked, dict)
        except BadInputError as error:
            if error.message_id in FOR_THE_CALLER:
                raise
            return refused_entry(path, error)
        return found

    def head(self, path: Path, password: str | None = None, names: Collection[str] = ()) -> Head:
        """Return the first lines of a table; ``names`` are comparable names of columns."""
        found: Head = self._found("head", path, {"password": password, "names": sorted(names)}, head_from)
        return found

    def first_lines(
        self, path: Path, *, vocabulary: Vocabulary, mapping: ColumnMapping, password: str | None, limit: int
    ) -> tuple[Transaction | Problem, ...]:
        """Return how the first rows are read with a mapping."""
        asked = {**_meanings(vocabulary, password, mapping, ()), "limit": limit}
        found: tuple[Transaction | Problem, ...] = self._found("understood", path, asked, some_lines_from)
        return found

    def contacts(self, path: Path, columns: Path) -> AddressBook:
        """Return the people in a file; ``columns`` is the folder with the names of columns."""
        found: AddressBook = self._found("contacts", path, {"columns": str(columns)}, book_from)
        return found

    def form(self, path: Path, cancelled: Cancelled | None = None, *, pictures: bool = False) -> FormContent:
        """Return what a form holds, as ``forms.reading.read_form`` does; if wanted, with pictures of its pages."""
        pieces = self._form_pieces("form", path, {"pictures": pictures}, cancelled)
        found: FormContent = _built(path, Pieces.content, pieces)
        return found

    def printed_pages(self, path: Path, cancelled: Cancelled | None = None) -> tuple[PagePicture, ...]:
        """Return pictures of the pages of a PDF, sharp enough for paper."""
        pieces = self._form_pieces("printed_pages", path, {}, cancelled)
        found: tuple[PagePicture, ...] = _built(path, Pieces.pages, pieces)
        return found

    def filled_form(
        self, path: Path, values: Mapping[str, str], drawn: bytes, cancelled: Cancelled | None = None
    ) -> Filled:
        """Return a form with values at places, with the arguments of ``forms.reading.fill``."""
        asked = {"values": dict(values), "drawn": base64.b64encode(drawn).decode("ascii")}
        found: Filled = _built(path, Pieces.filled, self._form_pieces("filled_form", path, asked, cancelled))
        return found

    def shows_card(self, path: Path, cancelled: Cancelled | None = None) -> bool:
        """Return whether the text in a file holds a whole card number."""
        found: bool = self._found("card", path, {}, lambda told: told is True, cancelled=cancelled)
        return found

    def bundle(self, path: Path, expected: str = "", cancelled: Cancelled | None = None) -> CheckedBundle:
        """Return what reading a bundle back has shown, as ``evidence.bundle.read_bundle`` does."""
        asked = {"expected": expected, "memory": bundle_memory(file_size(path))}
        found: CheckedBundle = self._found("bundle", path, asked, bundle_from, cancelled=cancelled)
        return found

    def _form_pieces(self, task: str, path: Path, asked: dict[str, Any], cancelled: Cancelled | None) -> Pieces:
        pieces = Pieces()
        limits = {"memory": FORM_MEMORY, "seconds": FORM_SECONDS}
        for name, piece in self._said(task, path, {**asked, **limits}, None, cancelled):
            _built(path, lambda told: pieces.add(*told), (name, piece))
        return pieces

    def _found(
        self,
        task: str,
        path: Path,
        asked: dict[str, Any],
        build: Callable[[Any], Any],
        *,
        on_progress: OnProgress | None = None,
        cancelled: Cancelled | None = None,
    ) -> Any:
        found = None
        for kind, said in self._said(task, path, asked, on_progress, cancelled):
            if kind == "found":
                found = _built(path, build, said)
        if found is None:
            raise BadInputError("file.reader_died", name=path.name)
        return found

    def _said(
        self,
        task: str,
        path: Path,
        asked: dict[str, Any],
        on_progress: OnProgress | None,
        cancelled: Cancelled | None,
    ) -> Iterator[Any]:
        """Yield what is said but the progress, which goes where it is wanted."""
        try:
            for message in self._process.ask(task, path, asked, cancelled=cancelled):
                if cancelled is not None and cancelled():
                    raise CloseoutError("statement.cancelled", name=path.name)
                kind, said = _built(path, _pair, message)
                if kind != "progress":
                    yield kind, said
                elif on_progress is not None:
                    on_progress(_built(path, lambda told: Progress(*map(int, told)), said))
        except BadInputError as error:
            if isinstance(error.__cause__, ReaderFaultError):
                note_error(error, f"reader of files: {task}")
            raise


def _built(path: Path, build: Callable[[Any], Any], told: Any) -> Any:
    try:
        return checked(lambda: build(told))
    except FrameError as error:
        raise BadInputError("file.reader_died", name=path.name) from error


def _pair(told: Any) -> tuple[Any, Any]:
    kind, said = told
    return kind, said


def _meanings(
    vocabulary: Vocabulary, password: str | None, mapping: ColumnMapping | None, remembered: Sequence[ColumnMapping]
) -> dict[str, Any]:
    return {
        "words": str(vocabulary.folder),
        "password": password,
        "mapping": mapping_to(mapping),
        "remembered": [mapping_to(each) for each in remembered],
    }
