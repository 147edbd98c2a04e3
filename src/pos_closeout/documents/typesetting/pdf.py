"""One PDF file: pages, bookmarks and what is known about it. The same input gives the same bytes."""

import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pos_closeout.documents.typesetting.embed import embedded
from pos_closeout.documents.typesetting.fonts import Face, Fonts, Glyph
from pos_closeout.documents.typesetting.objects import Objects, array, dictionary, string
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

    def __init__(self, meta: Meta, fonts: Fonts, width: float, height: float) -> None:
        self.meta = meta
        self.size = (width, height)
        self._fonts = fonts
        self._used: defaultdict[Face, set[Glyph]] = defaultdict(set)
        self._objects = Objects()
        self._tree = self._objects.reserve()
        self._resources = self._objects.reserve()
        self._pages: list[str] = []
        self._contents: list[list[str]] = []
        self._bookmarks: list[tuple[str, str, float]] = []

    def add_page(self, sheet: Sheet, bookmarks: Sequence[tuple[str, float]]) -> None:
        """Append a page. Bookmarks are (title, height on the page in points)."""
        page = self._objects.reserve()
        self._pages.append(page)
        self._contents.append([self._content(sheet)])
        self._bookmarks += [(title, page, top) for title, top in bookmarks]

    def add_to_page(self, index: int, sheet: Sheet) -> None:
        """Draw something more on a page that was added before (what depends on the number of pages)."""
        self._contents[index].append(self._content(sheet))

    def finished(self) -> bytes:
        """Return the file. Nothing can be added afterwards."""
        objects = self._objects
        box = array(0, 0, *(round(edge, 2) for edge in self.size))
        for page, contents in zip(self._pages, self._contents, strict=True):
            entries = {"Type": "/Page", "Parent": self._tree, "MediaBox": box, "Resources": self._resources}
            objects.put(page, {**entries, "Contents": array(*contents)})
        objects.put(self._tree, {"Type": "/Pages", "Count": len(self._pages), "Kids": array(*self._pages)})
        objects.put(self._resources, {"Font": dictionary(embedded(objects, self._used, self._fonts))})
        catalogue = {
            "Type": "/Catalog",
            "Pages": self._tree,
            "Lang": string(self.meta.language),
            "ViewerPreferences": dictionary({"DisplayDocTitle": "true"}),
        }
        if self._bookmarks:
            catalogue |= {"Outlines": _outline(objects, self._bookmarks), "PageMode": "/UseOutlines"}
        return objects.file(objects.add(catalogue), objects.add(_information(self.meta)))

    def _content(self, sheet: Sheet) -> str:
        """Return a reference to a compressed stream, so that full pages take little memory."""
        for face, glyphs in sheet.used.items():
            self._used[face] |= glyphs
        drawn = sheet.stream
        return self._objects.add_stream(self._fonts.streams.get(drawn, lambda: zlib.compress(drawn.encode("ascii"))))


def _information(meta: Meta) -> dict[str, str]:
    offset = meta.created.strftime("%z")
    zone = f"{offset[:3]}'{offset[3:5]}'" if offset else ""
    date = f"(D:{meta.created:%Y%m%d%H%M%S}{zone})"
    said = {"Title": meta.title, "Author": meta.author, "Subject": meta.subject, "Producer": "POS Closeout"}
    return {key: string(cleaned(text)) for key, text in said.items()} | {"CreationDate": date, "ModDate": date}


def _outline(objects: Objects, bookmarks: Sequence[tuple[str, str, float]]) -> str:
    """Return a flat table of contents."""
    root = objects.reserve()
    entries = [objects.reserve() for _ in bookmarks]
    for index, (title, page, top) in enumerate(bookmarks):
        entry = {"Title": string(cleaned(title)), "Parent": root}
        entry["Dest"] = array(page, "/XYZ", "null", round(top, 2), "null")
        if index:
            entry["Prev"] = entries[index - 1]
        if index + 1 < len(entries):
            entry["Next"] = entries[index + 1]
        objects.put(entries[index], entry)
    objects.put(root, {"Type": "/Outlines", "Count": len(entries), "First": entries[0], "Last": entries[-1]})
    return root
