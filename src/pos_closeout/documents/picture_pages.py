"""A PDF of the program's own made of pictures of pages: for printing what came from somebody else's file."""

from collections.abc import Iterable
from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, NumberObject, StreamObject

from pos_closeout.domain.forms.page_picture import PagePicture


def pdf_of_pictures(pages: Iterable[PagePicture]) -> bytes:
    """Return a PDF with a picture on each page, as large as the page."""
    writer = PdfWriter()
    for picture in pages:
        page = writer.add_blank_page(picture.width, picture.height)
        drawn = StreamObject()
        drawn.set_data(f"q {picture.width:.3f} 0 0 {picture.height:.3f} 0 0 cm /P Do Q".encode())
        held = DictionaryObject({NameObject("/P"): writer._add_object(_image(picture))})  # noqa: SLF001  # pypdf has no other way
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): held})
        page[NameObject("/Contents")] = writer._add_object(drawn)  # noqa: SLF001
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _image(picture: PagePicture) -> StreamObject:
    image = StreamObject()
    image.set_data(picture.packed)
    for name, value in (("Type", "XObject"), ("Subtype", "Image"), ("ColorSpace", "DeviceRGB"),
                        ("Filter", "FlateDecode")):  # fmt: skip
        image[NameObject(f"/{name}")] = NameObject(f"/{value}")
    for name, number in (("Width", picture.columns), ("Height", picture.rows), ("BitsPerComponent", 8)):
        image[NameObject(f"/{name}")] = NumberObject(number)
    return image
