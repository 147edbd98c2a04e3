"""A form that is read and filled by the process says what it says in the program's own, and a lie about it is none."""

import base64
import json
import sys
import zlib
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfWriter

from pos_closeout.actions.isolated import process
from pos_closeout.actions.isolated.files import FileReader
from pos_closeout.actions.isolated.forms import Pieces, say_content
from pos_closeout.actions.isolated.frames import FrameError, checked
from pos_closeout.domain.errors import BadInputError, CloseoutError
from pos_closeout.domain.file_limits import MAX_FORM_PAGES, MAX_PAGE_SIDE, PRINTED_PIXELS
from pos_closeout.domain.forms.form import passages
from pos_closeout.forms.reading import fill, read_form
from tests.forms.hostile_forms import hostile_forms
from tests.forms.sample_forms import SAMPLES

pytestmark = pytest.mark.usefixtures("as_it_is")

FORMS = sorted(path for path in SAMPLES.iterdir() if path.suffix in {".docx", ".xlsx", ".pdf", ".jpg"})


@pytest.fixture
def reader() -> Generator[FileReader]:
    with FileReader() as made:
        yield made


def test_every_sample_is_said_as_it_is_read(reader: FileReader) -> None:
    assert FORMS
    for path in FORMS:
        assert reader.form(path) == read_form(path).content, path.name


@pytest.mark.parametrize("name", ["S1-docx-4col.docx", "S5-merged.xlsx"])
def test_a_form_is_filled_to_the_byte_as_here(reader: FileReader, name: str) -> None:
    read = read_form(SAMPLES / name)
    block, row, column = next(
        (block, row, column) for block, row, column, text in passages(read.form) if row >= 0 and not text.text
    )
    values = {f"{block}.{row}.{column}:0-0": "甲乙丙"}
    assert reader.filled_form(SAMPLES / name, values, b"") == fill(read, values)


def test_hostile_forms_are_refused_and_the_next_one_is_read(reader: FileReader, tmp_path: Path) -> None:
    for path, message in hostile_forms(tmp_path).items():
        with pytest.raises(BadInputError) as refused:
            reader.form(path)
        assert refused.value.message_id == message, path.name
    assert reader.form(FORMS[0]).form.blocks


def test_cancel_ends_the_process(reader: FileReader) -> None:
    with pytest.raises(CloseoutError) as stopped:
        reader.form(FORMS[0], lambda: True)
    assert stopped.value.message_id == "statement.cancelled"


@pytest.mark.parametrize("name", ["S6-acroform.pdf", "S7-flat-table.pdf", "S8-scan.jpg"])
def test_pages_come_as_pixels_that_show_what_the_file_shows(reader: FileReader, name: str) -> None:
    found = reader.form(SAMPLES / name, pictures=True)
    assert found.pdf is not None
    assert found.pdf.data == b""
    assert [(page.width, page.height) for page in found.pages] == [pytest.approx(size) for size in found.pdf.sizes]
    for page in found.pages:
        image = Image.frombytes("RGB", (page.columns, page.rows), page.pixels())
        assert page.columns == pytest.approx(2 * page.width, abs=2)
        dark = sum(image.convert("L").histogram()[:128])
        assert 0.002 < dark / (page.columns * page.rows) < 0.5


def test_pages_without_end_are_drawn_smaller_and_too_many_are_refused(reader: FileReader, tmp_path: Path) -> None:
    large = blank_pages(tmp_path, 3, 14_000, 9_000)
    pages = reader.printed_pages(large)
    assert sum(page.columns * page.rows for page in pages) <= 1.01 * PRINTED_PIXELS
    assert max(max(page.columns, page.rows) for page in pages) <= MAX_PAGE_SIDE + 1
    with pytest.raises(BadInputError) as refused:
        reader.printed_pages(blank_pages(tmp_path, MAX_FORM_PAGES + 1, 100, 100))
    assert refused.value.message_id == "form.too_long"


def blank_pages(folder: Path, count: int, width: float, height: float) -> Path:
    writer = PdfWriter()
    for _ in range(count):
        writer.add_blank_page(width, height)
    path = folder / f"{count}.pdf"
    writer.write(path)
    return path


@pytest.mark.parametrize(
    ("size", "pixels"),
    [
        ([100.0, 100.0, 20_000, 1], b"\0" * 60_000),
        ([100.0, 100.0, 10, 10], b"\0" * 299),
        ([100.0, 100.0, 10, 10], b"\0" * 3_000_000),
        ([0.0, 100.0, 10, 10], b"\0" * 300),
        ([100.0, 100.0, -10, -10], b"\0" * 300),
        ([100.0, 100.0, 10, 10], None),
    ],
)
def test_a_picture_that_is_not_what_it_says_is_not_believed(size: list[float], pixels: bytes | None) -> None:
    pieces = Pieces()
    packed = b"no zlib" if pixels is None else zlib.compress(pixels)
    for name, data in (("pages", json.dumps([size]).encode()), ("page 0", packed)):
        pieces.add(name, base64.b64encode(data).decode())
    with pytest.raises(FrameError):
        checked(pieces.pages)


def no_pages(told: Any) -> None:
    told[2][2] = []


def other_signs(told: Any) -> None:
    told[2][0][0][4][0].append(["x", 0, 0, 0, 0, ""])


def no_number(told: Any) -> None:
    told[2][0][0][4][2] = float("nan")


def place_left_out(told: Any) -> None:
    told[2][0].pop()


def no_such_kind(told: Any) -> None:
    told[0] = "exe"


def row_far_away(told: Any) -> None:
    told[1][0] = ["grid", [[[1 << 40, 0, 1, 1], ["", [], [], 0.0], None, True, True]]]


@pytest.mark.parametrize("lie", [no_pages, other_signs, no_number, place_left_out, no_such_kind, row_far_away])
def test_what_does_not_fit_together_is_not_believed(lie: Callable[[Any], None]) -> None:
    said: list[Any] = []
    say_content(read_form(SAMPLES / "S7-flat-table.pdf").content, said.append, lambda: None)
    told = json.loads(b"".join(base64.b64decode(data) for name, data in said if name == "form"))
    lie(told)
    pieces = Pieces()
    pieces.add("form", base64.b64encode(json.dumps(told).encode()).decode())
    with pytest.raises(FrameError):
        checked(pieces.content)


@pytest.mark.parametrize(
    "said", ["['done', None]", "['said', ['form', 'é']]", "['said', ['form', 5]]", "['said', [[], '']]"]
)
def test_a_process_that_says_anything_else_is_told_as_dead(
    monkeypatch: pytest.MonkeyPatch, reader: FileReader, said: str
) -> None:
    code = (
        "import sys, json\n"
        f"for message in ({said}, ['done', None]):\n"
        "    d = json.dumps(message).encode()\n"
        "    sys.stdout.buffer.write(len(d).to_bytes(4, 'big') + d)\n"
        "sys.stdout.buffer.flush(); sys.stdin.buffer.read()\n"
    )
    monkeypatch.setattr(process, "own_command", lambda: (sys.executable, "-c", code))
    with pytest.raises(BadInputError) as refused:
        reader.form(FORMS[0])
    assert refused.value.message_id == "file.reader_died"
