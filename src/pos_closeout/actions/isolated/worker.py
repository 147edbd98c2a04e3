"""The process that reads files from outside, seen from inside: one request after the other until nobody asks any more.

It imports what the first request needs and holds itself to the limits of that file before it is opened.
"""

import base64
import gc
import os
from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from pos_closeout.actions.error_log import bare_trace
from pos_closeout.actions.isolated.confinement import Confinement, stay_small
from pos_closeout.actions.isolated.frames import FrameError, read_frame, write_frame
from pos_closeout.domain.errors import BadInputError, CloseoutError, EvidenceError
from pos_closeout.domain.file_limits import LOADING_SECONDS, PRINTED_PIXELS, PRINTED_SCALE, SHOWN_PIXELS, SHOWN_SCALE

Say = Callable[[object], None]
GotOn = Callable[[], None]


def serve() -> int:
    """Answer requests on the standard streams and return the exit code."""
    # What a library prints must not come between the messages.
    out = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 1)
    stay_small()
    # Readers make millions of cells and hardly a cycle.
    gc.set_threshold(50_000)
    confinement = Confinement()
    requests = os.fdopen(os.dup(0), "rb")
    try:
        while (request := read_frame(requests)) is not None:
            # Every task says that it got on once its reader is loaded; what comes then is the file's own time.
            confinement.hold(request["memory"], request["seconds"], loading=LOADING_SECONDS)
            write_frame(out, answer(request, partial(_said, out), confinement.renew))
            confinement.rest()
    except (FrameError, OSError):
        return 1
    return 0


def _said(out: BinaryIO, message: object) -> None:
    write_frame(out, ["said", message])


def answer(request: dict[str, Any], say: Say, got_on: GotOn) -> object:
    """Do one task, say what it brings, and return the last message: done, refused, or what went wrong."""
    path = Path(request["path"])
    try:
        TASKS[request["task"]](path, request, say, got_on)
    except CloseoutError as error:
        kind = next(each.__name__ for each in (BadInputError, EvidenceError, CloseoutError) if isinstance(error, each))
        return ["refused", {"kind": kind, "id": error.message_id, "facts": error.facts}]
    except MemoryError:
        return ["refused", {"kind": "BadInputError", "id": "file.reader_died", "facts": {"name": path.name}}]
    except Exception as error:  # noqa: BLE001  # whatever a file does to its reader is told, and is no end of the program
        return ["fault", {"facts": {"name": path.name}, "trace": bare_trace(error)}]
    return ["done", None]


def _words(request: dict[str, Any]) -> Any:
    from pos_closeout.statements.vocabulary import load_vocabulary

    return load_vocabulary(Path(request["words"]))


def _meanings(request: dict[str, Any]) -> dict[str, Any]:
    from pos_closeout.actions.isolated.results import mapping_from

    return {
        "password": request["password"],
        "mapping": mapping_from(request["mapping"]),
        "remembered": [found for each in request["remembered"] if (found := mapping_from(each)) is not None],
    }


def _read(path: Path, request: dict[str, Any], say: Say, got_on: GotOn) -> None:
    from pos_closeout.actions.isolated.readings import say_reading
    from pos_closeout.statements.reading import read

    got_on()
    progress = _progress(say, got_on)
    say_reading(read(path, vocabulary=_words(request), on_progress=progress, **_meanings(request)), say, got_on)


def _look(path: Path, request: dict[str, Any], say: Say, got_on: GotOn) -> None:
    from pos_closeout.actions.isolated.results import inspection_to
    from pos_closeout.statements.inspecting import inspect_to_end

    got_on()
    progress = _progress(say, got_on)
    sight = inspect_to_end(path, vocabulary=_words(request), on_progress=progress, **_meanings(request))
    say(["found", inspection_to(sight)])


def _inspect(path: Path, request: dict[str, Any], say: Say, got_on: GotOn) -> None:
    from pos_closeout.statements.inspection import inspect_file

    got_on()
    today = date.fromisoformat(request["today"])
    progress = _progress(say, got_on)
    found = inspect_file(
        path, vocabulary=_words(request), today=today, password=request["password"], on_progress=progress
    )
    say(["found", found])


def _head(path: Path, request: dict[str, Any], say: Say, got_on: GotOn) -> None:
    from pos_closeout.statements.preview import read_head

    got_on()
    say(["found", read_head(path, request["password"], request["names"], lambda _bytes: got_on())])


def _understood(path: Path, request: dict[str, Any], say: Say, got_on: GotOn) -> None:
    from pos_closeout.actions.isolated.results import some_lines_to
    from pos_closeout.statements.reading import read

    got_on()
    progress = _progress(say, got_on)
    reading = read(path, vocabulary=_words(request), on_progress=progress, **_meanings(request))
    say(["found", some_lines_to(list(islice(reading, request["limit"])))])


def _contacts(path: Path, request: dict[str, Any], say: Say, got_on: GotOn) -> None:
    from pos_closeout.actions.isolated.results import book_to
    from pos_closeout.statements.address_book import load_columns, read_address_book

    got_on()
    say(["found", book_to(read_address_book(path, load_columns(Path(request["columns"]))))])


def _form(path: Path, request: dict[str, Any], say: Say, got_on: GotOn) -> None:
    from pos_closeout.actions.isolated.forms import say_content, say_pages
    from pos_closeout.forms.pages import draw_pages
    from pos_closeout.forms.pdf import PdfForm
    from pos_closeout.forms.reading import read_form

    got_on()
    read = read_form(path)
    got_on()
    say_content(read.content, say, got_on)
    if request["pictures"] and isinstance(read.held, PdfForm):
        say_pages(draw_pages(read.held.data, SHOWN_SCALE, SHOWN_PIXELS), say, got_on)


def _printed_pages(path: Path, request: dict[str, Any], say: Say, got_on: GotOn) -> None:
    from pos_closeout.actions.isolated.forms import say_pages
    from pos_closeout.forms.package import read_file
    from pos_closeout.forms.pages import draw_pages

    got_on()
    del request
    say_pages(draw_pages(read_file(path), PRINTED_SCALE, PRINTED_PIXELS), say, got_on)


def _filled_form(path: Path, request: dict[str, Any], say: Say, got_on: GotOn) -> None:
    from pos_closeout.actions.isolated.forms import say_filled
    from pos_closeout.forms.reading import fill, read_form

    got_on()
    read = read_form(path)
    got_on()
    say_filled(fill(read, request["values"], base64.b64decode(request["drawn"])), say, got_on)


def _card(path: Path, request: dict[str, Any], say: Say, got_on: GotOn) -> None:
    from pos_closeout.statements.card_numbers import file_shows_card

    got_on()
    del request
    say(["found", file_shows_card(path, got_on)])


def _bundle(path: Path, request: dict[str, Any], say: Say, got_on: GotOn) -> None:
    from pos_closeout.actions.isolated.results import bundle_to
    from pos_closeout.evidence.bundle import read_bundle

    got_on()
    say(["found", bundle_to(read_bundle(path, request["expected"]))])


def _progress(say: Say, got_on: GotOn) -> Callable[[object], None]:
    def tell(progress: object) -> None:
        got_on()
        say(["progress", progress])

    return tell


TASKS: dict[str, Callable[[Path, dict[str, Any], Say, GotOn], None]] = {
    "read": _read,
    "look": _look,
    "inspect": _inspect,
    "head": _head,
    "understood": _understood,
    "contacts": _contacts,
    "form": _form,
    "filled_form": _filled_form,
    "printed_pages": _printed_pages,
    "card": _card,
    "bundle": _bundle,
}
"""What can be asked for, by name."""
