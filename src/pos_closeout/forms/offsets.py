"""XML as a small tree that knows where every element and every character stands in the bytes of its file.

With that, a file is changed by splicing bytes, and whatever is not touched stays as it was to the byte.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_FORM_ELEMENTS


@dataclass(slots=True)
class Node:
    """An element.

    Attributes:
        tag: its name without the prefix.
        prefix: its prefix with the colon, or empty.
        attributes: by name without a prefix.
        start: first byte of its start tag.
        inner: the byte after its start tag.
        close: first byte of its end tag; equals ``end`` and ``inner`` where it is one tag.
        end: the byte after it.
        children: the elements in it.
        signs: the characters right in it, with the bytes each one takes.
    """

    tag: str
    prefix: str
    attributes: dict[str, str]
    start: int
    inner: int = 0
    close: int = 0
    end: int = 0
    children: list["Node"] = field(default_factory=list)
    signs: list[tuple[str, int, int]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The characters right in it."""
        return "".join(sign for sign, _, _ in self.signs)

    @property
    def single(self) -> bool:
        """Whether it is one tag, such as ``<w:p/>``."""
        return self.inner == self.end

    def child(self, tag: str) -> "Node | None":
        """Return the first element of a name right in it."""
        return next((each for each in self.children if each.tag == tag), None)

    def all(self, tag: str) -> Iterator["Node"]:
        """Give every element of a name below it, in order."""
        for each in self.children:
            if each.tag == tag:
                yield each
            yield from each.all(tag)


@dataclass(frozen=True, slots=True)
class Splice:
    """Bytes to be replaced."""

    start: int
    end: int
    put: bytes


def read_xml(data: bytes) -> Node:
    """Return the root of an XML file in UTF-8.

    Raises:
        BadInputError: ``form.damaged`` when it is no such file, or announces entities of its own.
    """
    reader = _OffsetReader(data)
    try:
        return reader.read()
    except (expat.ExpatError, RecursionError, UnicodeDecodeError) as error:
        raise BadInputError("form.damaged", reason=str(error)) from error


def splice(data: bytes, changes: Iterable[Splice]) -> bytes:
    """Return data with bytes replaced; changes at one place are put one after the other in the order given."""
    parts, at = [], 0
    for change in sorted(changes, key=lambda each: (each.start, each.end)):
        if change.start < at:
            raise ValueError("changes overlap")
        parts += [data[at : change.start], change.put]
        at = change.end
    return b"".join((*parts, data[at:]))


def escaped(text: str) -> bytes:
    """Return text as it stands in XML; characters that XML does not know are left out."""
    known = "".join(sign for sign in text if sign in "\t\n" or ord(sign) >= ord(" "))
    return escape(known.replace("\ufffe", "").replace("\uffff", "")).encode()


class _OffsetReader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._stack: list[Node] = []
        self._root: Node | None = None
        self._count = 0
        self._parser = expat.ParserCreate("UTF-8")
        self._parser.buffer_text = False
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartDoctypeDeclHandler = _refuse

    def read(self) -> Node:
        if self._data[:200].lstrip().startswith(b"<?xml"):
            declaration = self._data[: self._data.find(b"?>")].lower()
            if b"encoding" in declaration and b"utf-8" not in declaration and b"ascii" not in declaration:
                raise BadInputError("form.damaged", reason="encoding")
        self._parser.Parse(self._data, True)  # noqa: FBT003  # the parser takes no names
        if self._root is None:
            raise BadInputError("form.damaged", reason="empty")
        return self._root

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MAX_FORM_ELEMENTS:
            raise BadInputError("form.damaged", reason="size")
        prefix, colon, tag = name.rpartition(":")
        start = self._parser.CurrentByteIndex
        bare = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        node = Node(tag, prefix + colon, bare, start, inner=self._tag_end(start))
        if self._stack:
            self._stack[-1].children.append(node)
        else:
            self._root = node
        self._stack.append(node)

    def _tag_end(self, start: int) -> int:
        """Return the byte after a start tag, minding > in values."""
        at, quote = start, 0
        data = self._data
        while True:
            sign = data[at]
            if quote:
                if sign == quote:
                    quote = 0
            elif sign in b"\"'":
                quote = sign
            elif sign == ord(">"):
                return at + 1
            at += 1

    def _end(self, _name: str) -> None:
        node = self._stack.pop()
        if self._data[node.inner - 2 : node.inner] == b"/>":
            node.close = node.end = node.inner
            return
        node.close = self._parser.CurrentByteIndex
        node.end = self._data.index(b">", node.close) + 1

    def _characters(self, text: str) -> None:
        at, signs = self._parser.CurrentByteIndex, self._stack[-1].signs
        for sign in text:
            raw = sign.encode()
            if self._data.startswith(raw, at) and sign != "&":
                size = len(raw)
            elif self._data.startswith(b"\r\n", at):
                size = 2
            elif self._data.startswith(b"&", at):
                size = self._data.index(b";", at) + 1 - at
            elif self._data.startswith(b"\r", at):
                size = 1
            elif self._data.startswith(b"<![CDATA[", at):
                raise BadInputError("form.damaged", reason="CDATA")
            else:
                size = len(raw)
            signs.append((sign, at, at + size))
            at += size


def _refuse(*_given: object) -> None:
    raise BadInputError("form.damaged", reason="DOCTYPE")
