"""Photos and scans of forms: straightened, and the ruled cells found in them, for placing values by a click.

No text is read. Cells are in points on the page that the picture makes, as for any other page.
"""

import io
from itertools import pairwise

import pypdfium2
from PIL import Image, ImageFilter, ImageOps

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_FORM_PAGES, MAX_FORM_PIXELS
from pos_closeout.domain.forms.form import Block, Cell, Form, FormKind, Grid
from pos_closeout.forms.geometry import Laid, Page, Stroke, lay_out, tables
from pos_closeout.forms.pdf import PdfForm

_LONG_SIDE = 1700
_DARK = 150
_TURNS = [step / 10 for step in range(-20, 21, 2)]
_SHORTEST = 0.02
_LONGEST = 842.0
_GAP = 3


def read_picture(data: bytes) -> PdfForm:
    """Return a picture as a page of a PDF with the ruled cells in it.

    Raises:
        BadInputError: ``form.damaged`` or ``form.too_long``.
    """
    return read_scan(_as_pdf(data))


def read_scan(data: bytes) -> PdfForm:
    """Return the ruled cells of a PDF whose pages are pictures.

    Raises:
        BadInputError: ``form.damaged`` or ``form.too_long``.
    """
    blocks: list[Block] = []
    laid: dict[tuple[int, int, int], tuple[int, Laid]] = {}
    sizes = []
    for number, (image, width, height) in enumerate(_rendered(data)):
        sizes.append((width, height))
        page = Page(width, height)
        _find_strokes(image, page)
        for cells in tables(page):
            made = []
            for cell in cells:
                text = lay_out((), cell.box)
                laid[len(blocks), cell.row, cell.column] = (number, text)
                made.append(Cell(cell.row, cell.column, cell.rows, cell.columns, text.passage, text.passage.right))
            blocks.append(Grid(tuple(made)))
    return PdfForm(Form(FormKind.PICTURE, tuple(blocks)), data, laid, {}, tuple(sizes))


def _as_pdf(data: bytes) -> bytes:
    try:
        with Image.open(io.BytesIO(data)) as opened:
            if opened.width * opened.height > MAX_FORM_PIXELS:
                raise BadInputError("form.too_large_picture")
            image = ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise BadInputError("form.damaged", reason=str(error)) from error
    turn = _skew(image)
    if turn:
        image = image.rotate(turn, resample=Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))
    resolution = 72 * max(image.size) / _LONGEST
    written = io.BytesIO()
    # Without a time in it the same picture is the same document, whenever it is read.
    image.save(written, "PDF", resolution=resolution, quality=88, creationDate=None, modDate=None)
    return written.getvalue()


def _rendered(data: bytes) -> list[tuple[Image.Image, float, float]]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise BadInputError("form.damaged", reason=str(error)) from error
    try:
        if len(document) > MAX_FORM_PAGES:
            raise BadInputError("form.too_long", limit=MAX_FORM_PAGES)
        found = []
        for number in range(len(document)):
            page = document[number]
            width, height = page.get_size()
            scale = _LONG_SIDE / max(width, height, 1.0)
            found.append((page.render(scale=scale, grayscale=True).to_pil().convert("L"), width, height))
            page.close()
    except pypdfium2.PdfiumError as error:
        raise BadInputError("form.damaged", reason=str(error)) from error
    finally:
        document.close()
    return found


def _skew(image: Image.Image) -> float:
    """Return by how many degrees a picture has to be turned so that its rules lie level."""
    small = image.convert("L")
    small.thumbnail((700, 700))
    dark = small.point(lambda value: 255 if value < _DARK else 0)
    best, most = 0.0, -1.0
    for turn in _TURNS:
        rows = dark.rotate(turn, resample=Image.Resampling.BILINEAR).resize((1, dark.height), Image.Resampling.BOX)
        sums = list(rows.tobytes())
        sharp = float(sum((one - two) ** 2 for one, two in pairwise(sums)))
        if sharp > most * 1.001:
            best, most = turn, sharp
    return best


def _find_strokes(image: Image.Image, page: Page) -> None:
    """Find level and upright strokes of a picture; one that leans a little is followed from pixel to pixel."""
    turn = _skew(image)
    level = image.rotate(turn, resample=Image.Resampling.BICUBIC, fillcolor=255) if turn else image
    dark = level.filter(ImageFilter.MinFilter(3)).point(lambda value: 255 if value < _DARK else 0)
    scale = page.width / image.width
    shortest = int(_SHORTEST * max(image.size))
    for at, start, end in _runs(dark, shortest):
        page.across.append(Stroke(page.height - at * scale, start * scale, end * scale))
    upright = dark.transpose(Image.Transpose.TRANSPOSE)
    for at, start, end in _runs(upright, shortest):
        page.down.append(Stroke(at * scale, page.height - end * scale, page.height - start * scale))


def _runs(dark: Image.Image, shortest: int) -> list[tuple[float, int, int]]:
    """Return the dark runs along the rows of a picture: the middle row, the start and the end of each."""
    width, data = dark.width, dark.tobytes()
    found: list[list[float]] = []
    for row in range(dark.height):
        line = data[row * width : (row + 1) * width]
        if line.count(255) < shortest:
            continue
        for start, end in _dark_spans(line, shortest):
            near = next((each for each in reversed(found[-60:]) if row - each[1] <= _GAP and start < each[3] and (
                end > each[2])), None)  # fmt: skip
            if near is None:
                found.append([row, row, start, end])
            else:
                near[1], near[2], near[3] = row, min(near[2], start), max(near[3], end)
    thick = max(8, dark.height // 150)
    return [((top + bottom) / 2, int(start), int(end)) for top, bottom, start, end in found if bottom - top <= thick]


def _dark_spans(line: bytes, shortest: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    at = line.find(b"\xff")
    while at >= 0:
        end = line.find(b"\x00", at)
        end = len(line) if end < 0 else end
        if spans and at - spans[-1][1] <= _GAP:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((at, end))
        at = line.find(b"\xff", end)
    return [(start, end) for start, end in spans if end - start >= shortest]
