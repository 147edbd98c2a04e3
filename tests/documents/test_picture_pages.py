"""Pictures of pages are printed as they are: each on a page of its own size, not a pixel changed."""

import zlib
from io import BytesIO

from pypdf import PdfReader

from pos_closeout.documents.picture_pages import pdf_of_pictures
from pos_closeout.documents.print_layout import count_pages, ink_boxes
from pos_closeout.domain.forms.page_picture import PagePicture


def test_every_pixel_is_on_its_page() -> None:
    rows = bytes(value % 256 for value in range(40 * 30 * 3))
    pages = [
        PagePicture(400.0, 300.0, 40, 30, zlib.compress(rows)),
        PagePicture(90.5, 120.25, 2, 1, zlib.compress(b"\0\0\0\xff\0\0")),
    ]
    made = pdf_of_pictures(pages)
    read = PdfReader(BytesIO(made))
    assert [(float(page.mediabox.width), float(page.mediabox.height)) for page in read.pages] == [
        (400.0, 300.0), (90.5, 120.25)
    ]  # fmt: skip
    assert [page.images[0].image.convert("RGB").tobytes() for page in read.pages if page.images[0].image] == [
        page.pixels() for page in pages
    ]
    assert count_pages(made) == 2
    box = ink_boxes(made, [1], lambda _done: None)[1]
    assert box.right - box.left > 80
