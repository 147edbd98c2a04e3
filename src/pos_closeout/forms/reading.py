"""Any form from its file: told by what it holds, not by its name. Plain functions over a path, for a process apart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.forms.form import Form, FormKind
from pos_closeout.domain.forms.page_picture import PagePicture
from pos_closeout.forms.package import open_package, read_file
from pos_closeout.forms.pdf import PdfForm, read_pdf
from pos_closeout.forms.pdf_write import Overlay, flatten_pdf, place_boxes, plan_overlay, write_pdf
from pos_closeout.forms.picture import read_picture, read_scan
from pos_closeout.forms.sheet import SheetForm, read_sheet, reference, write_sheet
from pos_closeout.forms.word import WordForm, read_word, write_word

__all__ = [
    "Filled", "FormContent", "Overlay", "ReadForm", "cell_name", "fill", "overlay_for", "places_seen",
    "read_form",
]  # fmt: skip

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")


@dataclass(frozen=True, slots=True)
class FormContent:
    """What a form says and how it looks, without what is needed to write into its file.

    Attributes:
        form: its lines and tables.
        pdf: where everything stands, for a form with pages; ``None`` for Word and Excel.
        pages: how they look, where that was asked for.
    """

    form: Form
    pdf: PdfForm | None = None
    pages: tuple[PagePicture, ...] = ()

    @property
    def suffix(self) -> str:
        """The ending of the name of the filled file."""
        return {FormKind.WORD: ".docx", FormKind.SHEET: ".xlsx"}.get(self.form.kind, ".pdf")

    @property
    def signed(self) -> bool:
        """Whether it carries a signature that a change voids."""
        return self.pdf is not None and self.pdf.signed


@dataclass(frozen=True, slots=True)
class ReadForm:
    """A form that was read, whatever its kind.

    Attributes:
        held: what its reader keeps to write into it.
    """

    held: WordForm | SheetForm | PdfForm

    @property
    def form(self) -> Form:
        """Its lines and tables."""
        return self.held.form

    @property
    def content(self) -> FormContent:
        """What it says and where."""
        return FormContent(self.form, replace(self.held, data=b"") if isinstance(self.held, PdfForm) else None)


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled form: the file to hand in, and for a PDF the copy to look at and to print."""

    data: bytes
    flat: bytes | None = None


def read_form(path: Path) -> ReadForm:
    """Return a form from a file.

    Raises:
        BadInputError: ``file.not_found``, ``file.unreadable``, ``file.too_big``; ``form.old_word``, ``form.old_excel``,
            ``form.locked``, ``form.no_filling``, ``form.xfa``, ``form.too_long``, ``form.too_large_picture``,
            ``form.unknown`` or ``form.damaged``, each with ``path``.
    """
    data = read_file(path)
    try:
        return ReadForm(_read(data))
    except BadInputError as error:
        raise BadInputError(error.message_id, path=path.name, **error.facts) from error
    except (RecursionError, MemoryError) as error:
        raise BadInputError("form.damaged", path=path.name, reason=type(error).__name__) from error


def overlay_for(content: FormContent, values: Mapping[str, str]) -> Overlay | None:
    """Return what has to be drawn for values at places; ``None`` for forms that take text as it is."""
    return plan_overlay(content.pdf, values) if content.pdf is not None else None


def fill(read: ReadForm, values: Mapping[str, str], drawn: bytes = b"") -> Filled:
    """Return the form with values at places, by the keys of the places (:attr:`Place.key`).

    Args:
        read: the form.
        values: what is written.
        drawn: the pages and then the fields of :func:`overlay_for`, as a PDF; empty for forms that take text as it is.
    """
    held = read.held
    if isinstance(held, WordForm):
        return Filled(write_word(held, values))
    if isinstance(held, SheetForm):
        return Filled(write_sheet(held, values))
    data = write_pdf(held, plan_overlay(held, values), drawn)
    return Filled(data, flatten_pdf(data))


def places_seen(content: FormContent, keys: Iterable[str]) -> dict[str, tuple[int, float, float, float, float]]:
    """Return where places stand on the pages: page, left, top, width and height, points from the upper left.

    Empty for forms that are shown as tables.
    """
    return place_boxes(content.pdf, keys) if content.pdf is not None else {}


def cell_name(content: FormContent, row: int, column: int) -> str:
    """Return what a cell is called in its file, such as ``B5``; empty where cells have no names."""
    return reference(row, column) if content.form.kind is FormKind.SHEET and row >= 0 else ""


def _read(data: bytes) -> WordForm | SheetForm | PdfForm:
    if data.startswith(_OLD):
        raise BadInputError(_old_kind(data))
    if data.startswith(b"PK"):
        with open_package(data) as package:
            names = set(package.namelist())
        if "word/document.xml" in names:
            return read_word(data)
        if "xl/workbook.xml" in names:
            return read_sheet(data)
        raise BadInputError("form.unknown")
    if b"%PDF-" in data[:1024]:
        read = read_pdf(data)
        return read_scan(read.data) if read.form.kind is FormKind.PICTURE else read
    if data.startswith(_PICTURES):
        return read_picture(data)
    raise BadInputError("form.unknown")


def _old_kind(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "form.locked"
    book = "Workbook".encode("utf-16-le") in data or "Book".encode("utf-16-le") in data
    return "form.old_excel" if book and "WordDocument".encode("utf-16-le") not in data else "form.old_word"
