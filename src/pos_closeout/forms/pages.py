"""Pages of a PDF as pictures."""

import math
import zlib
from collections.abc import Iterator

import pypdfium2

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_FORM_PAGES, MAX_PAGE_SIDE
from pos_closeout.domain.forms.page_picture import PagePicture

_QUICK = 1
"""Level of packing: rules and text shrink to a fiftieth even so, and it must not take longer than drawing."""


def draw_pages(data: bytes, scale: float, most: int) -> Iterator[PagePicture]:
    """Draw the pages of a PDF one after the other.

    Args:
        data: the file.
        scale: pixels a point.
        most: pixels of all pages together; the scale is made smaller until they fit.

    Raises:
        BadInputError: ``form.damaged`` or ``form.too_long``.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise BadInputError("form.damaged", reason=str(error)) from error
    try:
        if len(document) > MAX_FORM_PAGES:
            raise BadInputError("form.too_long", limit=MAX_FORM_PAGES)
        fitting = _fitting(document, scale, most)
        for number in range(len(document)):
            page = document[number]
            width, height = page.get_size()
            image = page.render(scale=fitting, rev_byteorder=True).to_pil().convert("RGB")
            page.close()
            yield PagePicture(width, height, image.width, image.height, zlib.compress(image.tobytes(), _QUICK))
    except pypdfium2.PdfiumError as error:
        raise BadInputError("form.damaged", reason=str(error)) from error
    finally:
        document.close()


def _fitting(document: pypdfium2.PdfDocument, scale: float, most: int) -> float:
    sizes = [document.get_page_size(number) for number in range(len(document))]
    area = sum(width * height for width, height in sizes) * scale**2
    longest = max((max(size) for size in sizes), default=1.0) * scale
    return scale * min(1.0, math.sqrt(most / max(area, 1.0)), MAX_PAGE_SIDE / max(longest, 1.0))
