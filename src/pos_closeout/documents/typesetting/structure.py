"""The structure of a paper (tagged PDF, ISO 32000-1, 14.7 and 14.8): what each text is, in the order it is read.

Who has a paper read aloud, or copies a table out of it, gets headings, rows and cells from here; the page itself has
only letters at places.
"""

from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFObject, PDFObjectReference

_ROOT = "StructTreeRoot"


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """What a text is; one element may have several lines and go on over a page.

    Args:
        role: a standard type of ISO 32000-1, 14.8.4, such as "P", "H1", "Table", "TR", "TH" and "TD".
        parent: what it is a part of; ``None`` is the document itself.
        scope: what a "TH" is the head of, "Column" or "Row".
        span: columns of its table that a cell takes.
        rows: rows of its table that a cell takes.
        place: among its siblings, where they are not read in the order they are drawn in.
    """

    role: str
    parent: "Element | None" = None
    scope: str = ""
    span: int = 1
    place: int = 0
    rows: int = 1


class Structure:
    """The elements of one document, entered as they are drawn."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._nodes: dict[Element, _Node] = {}
        self._top = Element("Document")
        #: The element of each text that was marked: its place in a list of a page is its number there.
        self._pages: list[list[_Node]] = []
        self._page: list[_Node] = []

    def mark(self, element: Element) -> str:
        """Return the operator that begins a text of an element on the page that is being drawn."""
        node = self._node(element)
        node.texts.append((self._document.thisPageName(), len(self._page)))
        self._page.append(node)
        return f"/{element.role} <</MCID {len(self._page) - 1}>> BDC"

    def end_page(self) -> int:
        """Return the number by which the page that is finished finds its elements."""
        self._pages.append(self._page)
        self._page = []
        return len(self._pages) - 1

    def finish(self) -> None:
        """Enter the tree into the document; nothing can be marked afterwards."""
        top = self._node(self._top)
        entries = {"Type": PDFName(_ROOT), "K": top.reference, "ParentTree": _ParentTree(self._pages)}
        self._document.Catalog.StructTreeRoot = self._document.Reference(PDFDictionary(entries), _ROOT)
        self._document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def enter(self, element: Element) -> None:
        """Let an element stand here in the order that is read, though it may be empty: a row keeps its cells."""
        self._node(element)

    def _node(self, element: Element) -> "_Node":
        node = self._nodes.get(element)
        if node is None:
            parent = None if element is self._top else self._node(element.parent or self._top)
            node = self._nodes[element] = _Node(element, parent, f"Element{len(self._nodes)}")
            self._document.Reference(node, node.reference.name)
        return node


class _Node(PDFObject):  # type: ignore[misc] # reportlab has no types
    """An element in the file."""

    def __init__(self, element: Element, parent: "_Node | None", name: str) -> None:
        self.element = element
        self.reference = PDFObjectReference(name)
        self.parent = parent.reference if parent else PDFObjectReference(_ROOT)
        self.parts: list[_Node] = []
        #: Page and number of its texts.
        self.texts: list[tuple[str, int]] = []
        if parent:
            parent.parts.append(self)

    def format(self, document: PDFDocument) -> bytes:
        """Return the object as it stands in the file: by hand, as a long list has ten thousand."""
        parts = sorted(self.parts, key=lambda node: node.element.place)
        kids = [node.reference.format(document) for node in parts]
        first = self.texts[0][0] if self.texts else ""
        page = b" /Pg %b" % PDFObjectReference(first).format(document) if first else b""
        for on, number in self.texts:
            there = PDFObjectReference(on).format(document)
            kids.append(b"%d" % number if on == first else b"<< /Type /MCR /Pg %b /MCID %d >>" % (there, number))
        head = b"/Type /StructElem /S /%b /P %b" % (self.element.role.encode("ascii"), self.parent.format(document))
        return b"<< %b%b%b /K [%b] >>" % (head, page, self._attributes(), b" ".join(kids))

    def _attributes(self) -> bytes:
        element = self.element
        scope = f" /Scope /{element.scope}" if element.scope else ""
        span = f" /ColSpan {element.span}" if element.span > 1 else ""
        span += f" /RowSpan {element.rows}" if element.rows > 1 else ""
        return f" /A << /O /Table{scope}{span} >>".encode("ascii") if scope or span else b""


class _ParentTree(PDFObject):  # type: ignore[misc] # reportlab has no types
    """The way back from the texts of a page to their elements."""

    def __init__(self, pages: list[list[_Node]]) -> None:
        self.pages = pages

    def format(self, document: PDFDocument) -> bytes:
        """Return the tree: one list a page, in the order of the numbers of its texts."""
        lists = [b" ".join([node.reference.format(document) for node in page]) for page in self.pages]
        return b"<< /Nums [%b] >>" % b" ".join(b"%d [%b]" % numbered for numbered in enumerate(lists))
