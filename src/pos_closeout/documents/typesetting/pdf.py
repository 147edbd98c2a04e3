"""One PDF file: pages, bookmarks and what is known about it. The same input gives the same bytes."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reportlab.pdfbase import pdfdoc

from pos_closeout.documents.typesetting.embed import Embedded
from pos_closeout.documents.typesetting.sheet import Sheet
from pos_closeout.documents.typesetting.text import cleaned


@dataclass(frozen=True, slots=True)
class Meta:
    """What the file says about itself.

    Args:
        title: shown by readers as the name of the window.
        author: who the paper is from.
        created: date and time written into the file; handed in, so that equal papers are equal files.
        language: BCP 47 tag such as "zh-CN" or "en-GB".
        subject: free text, may be empty.
    """

    title: str
    author: str
    created: datetime
    language: str = "zh-CN"
    subject: str = ""


class File:
    """Collects pages and writes them."""

    def __init__(self, meta: Meta, width: float, height: float) -> None:
        self.meta = meta
        self.size = (width, height)
        self.embedded = Embedded()
        self._document = pdfdoc.PDFDocument(compression=1, invariant=1, lang=meta.language, pdfVersion=(1, 7))
        self._resources = pdfdoc.PDFDictionary()
        self._contents: list[pdfdoc.PDFArray] = []
        self._bookmarks: list[tuple[str, object, float]] = []

    def sheet(self) -> Sheet:
        """Return an empty sheet."""
        return Sheet(self.embedded)

    def add_page(self, sheet: Sheet, bookmarks: Sequence[tuple[str, float]]) -> None:
        """Append a page. Bookmarks are (title, height on the page in points)."""
        contents = pdfdoc.PDFArray([self._content(sheet)])
        page = pdfdoc.PDFPage()
        page.pagewidth, page.pageheight = self.size
        page.Resources = self._document.Reference(self._resources)
        page.Contents = contents
        reference = self._document.thisPageRef()
        self._document.addPage(page)
        self._contents.append(contents)
        self._bookmarks += [(title, reference, top) for title, top in bookmarks]

    def add_to_page(self, index: int, sheet: Sheet) -> None:
        """Draw something more on a page that was added before (what depends on the number of pages)."""
        self._contents[index].sequence.append(self._content(sheet))

    def finished(self) -> bytes:
        """Return the file. Nothing can be added afterwards."""
        document = self._document
        self._resources["Font"] = pdfdoc.PDFDictionary(self.embedded.write(document))
        document.info = _information(self.meta)
        document.Catalog.Outlines = _outline(document, self._bookmarks)
        document.Catalog.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
        if self._bookmarks:
            document.Catalog.setPageMode("UseOutlines")
        document.updateSignature(repr(self.meta).encode())
        written: bytes = document.format()
        return written

    def _content(self, sheet: Sheet) -> object:
        """Return a reference to a compressed stream, so that full pages take little memory."""
        content = zlib.compress(sheet.stream.encode("ascii"))
        self._document.updateSignature(content)
        stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Filter": "/FlateDecode"}), content)
        return self._document.Reference(stream)


def _information(meta: Meta) -> pdfdoc.PDFDictionary:
    offset = meta.created.strftime("%z")
    zone = f"{offset[:3]}'{offset[3:5]}'" if offset else ""
    date = pdfdoc.PDFString(f"D:{meta.created:%Y%m%d%H%M%S}{zone}")
    return pdfdoc.PDFDictionary({
        "Title": pdfdoc.PDFString(cleaned(meta.title)), "Author": pdfdoc.PDFString(cleaned(meta.author)),
        "Subject": pdfdoc.PDFString(cleaned(meta.subject)), "Producer": pdfdoc.PDFString("POS Closeout, ReportLab"),
        "CreationDate": date, "ModDate": date,
    })  # fmt: skip


def _outline(document: pdfdoc.PDFDocument, bookmarks: Sequence[tuple[str, object, float]]) -> object:
    """Return a flat table of contents, or None without bookmarks."""
    if not bookmarks:
        return None
    root = pdfdoc.PDFDictionary()
    parent = document.Reference(root)
    entries = [
        pdfdoc.PDFDictionary({
            "Title": pdfdoc.PDFString(cleaned(title)), "Parent": parent,
            "Dest": pdfdoc.PDFArray([page, "/XYZ", "null", round(top, 2), "null"]),
        })
        for title, page, top in bookmarks
    ]  # fmt: skip
    references = [document.Reference(entry) for entry in entries]
    for index, entry in enumerate(entries):
        if index:
            entry["Prev"] = references[index - 1]
        if index + 1 < len(entries):
            entry["Next"] = references[index + 1]
    root["Type"], root["Count"] = "/Outlines", len(entries)
    root["First"], root["Last"] = references[0], references[-1]
    return parent
