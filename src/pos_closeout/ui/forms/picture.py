"""The picture of a form: a click on a place chooses it, a value dragged from the list is laid on it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from pos_closeout.domain.forms.form import TICK, Entry, Form, Outcome
from pos_closeout.domain.forms.page_picture import PagePicture
from pos_closeout.ui.context import Context
from pos_closeout.ui.forms.table_picture import TableDrawing, colours, lay_out, paint
from pos_closeout.ui.style.values import NEVER_SCROLLS

MIME = "application/x-pos-closeout-field"
_GAP = 12
_HIGH = 24
PageBox = tuple[int, float, float, float, float]


class FormPicture(QWidget):
    """Draws a form with the values of its places; the arrow keys go from place to place."""

    chosen = Signal(str)
    """A place was chosen; carries its key."""
    laid = Signal(str, str)
    """A field was dropped on a place: key and field."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._form: Form | None = None
        self._entries: Mapping[str, Entry] = {}
        self._pages: list[QImage] = []
        self._sizes: list[tuple[float, float]] = []
        self._seen: Mapping[str, PageBox] = {}
        self._drawn = TableDrawing()
        self._boxes: dict[str, QRectF] = {}
        self.current = ""
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Picture of the form"))
        self.setAccessibleDescription(self.tr("The arrow keys go from place to place."))

    def show_form(self, form: Form, pages: Sequence[PagePicture]) -> None:
        """Show another form.

        Args:
            form: what was read.
            pages: how they look; none shows its tables.
        """
        self._form, self.current = form, ""
        self._pages, self._sizes = [], []
        self._unpack(pages)

    def show_entries(self, entries: Mapping[str, Entry], seen: Mapping[str, PageBox]) -> None:
        """Show what becomes of the places; ``seen`` says where they stand on the pages."""
        self._entries, self._seen = entries, seen
        self._lay_out()

    def choose(self, key: str) -> None:
        """Mark a place and bring it into sight."""
        self.current = key
        box = self._boxes.get(key)
        viewport = self.parentWidget()
        area = viewport.parentWidget() if viewport is not None else None
        if box is not None and isinstance(area, QScrollArea):
            middle = box.center().toPoint()
            area.ensureVisible(middle.x(), middle.y(), 80, 80)
        entry = self._entries.get(key)
        if entry is not None:
            self.setAccessibleDescription(f"{entry.place.label} {entry.value}".strip())
        self.update()

    def box_of(self, key: str) -> QRectF:
        """Return where a place stands on the picture."""
        return self._boxes.get(key, QRectF())

    def place_at(self, x: float, y: float) -> str:
        """Return the place at a point, the smallest where several are; empty where none is."""
        near = [(box.width() * box.height(), key) for key, box in self._boxes.items()
                if box.adjusted(-3, -3, 3, 3).contains(x, y)]  # fmt: skip
        return min(near)[1] if near else ""

    def sizeHint(self) -> QSize:
        """Return the room of the whole form."""
        return QSize(480, int(self._height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the form, its values and a frame around the chosen place."""
        tokens = self._context.look.tokens
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor("white" if self._pages else tokens.card))
        if self._pages:
            self._paint_pages(painter)
        else:
            paint(self._drawn, painter, tokens)
        box = self._boxes.get(self.current)
        if box is not None:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(box.adjusted(-2, -2, 2, 2))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the form out in the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the place under the pointer."""
        self._choose_at(event.position().x(), event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a place can be clicked."""
        over = self.place_at(event.position().x(), event.position().y())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from place to place."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        step, keys = steps.get(Qt.Key(event.key())), list(self._entries)
        if step is None or not keys:
            super().keyPressEvent(event)
            return
        at = keys.index(self.current) + step if self.current in keys else 0
        self.chosen.emit(keys[at % len(keys)])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take fields of the case."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take them over places only."""
        key = self.place_at(event.position().x(), event.position().y())
        event.setAccepted(bool(key) and event.mimeData().hasFormat(MIME))

    def dropEvent(self, event: QDropEvent) -> None:
        """Lay a field on the place below the pointer."""
        key = self.place_at(event.position().x(), event.position().y())
        if key and event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self.laid.emit(key, bytes(event.mimeData().data(MIME).data()).decode())

    def _choose_at(self, x: float, y: float) -> None:
        key = self.place_at(x, y)
        if key:
            self.chosen.emit(key)

    def _unpack(self, pages: Sequence[PagePicture]) -> None:
        for page in pages:
            line = 3 * page.columns
            image = QImage(page.pixels(), page.columns, page.rows, line, QImage.Format.Format_RGB888)
            # Converted once, as the painter would do it with every look; it is a copy, too.
            self._pages.append(image.convertToFormat(QImage.Format.Format_RGB32))
            self._sizes.append((page.width, page.height))

    def _lay_out(self) -> None:
        if self._form is None:
            return
        width = max(self.width(), 200)
        if self._pages:
            self._boxes = {key: self._on_screen(box) for key, box in self._seen.items()}
        else:
            font = QFont(self.font())
            font.setPixelSize(self._context.look.px(14))
            self._drawn = lay_out(self._form, self._entries, width, font, self._context.look.tokens)
            self._boxes = self._drawn.boxes
        self.setMinimumHeight(int(self._height()))
        self.updateGeometry()
        self.update()

    def _height(self) -> float:
        if not self._pages:
            return self._drawn.height
        width = max(self.width(), 200)
        return sum(width * high / wide + _GAP for wide, high in self._sizes)

    def _page_top(self, number: int) -> float:
        width = max(self.width(), 200)
        return sum(width * high / wide + _GAP for wide, high in self._sizes[:number])

    def _on_screen(self, box: PageBox) -> QRectF:
        number, left, top, wide, high = box
        scale = max(self.width(), 200) / self._sizes[number][0]
        return QRectF(left * scale, self._page_top(number) + top * scale, wide * scale, high * scale)

    def _paint_pages(self, painter: QPainter) -> None:
        tokens = self._context.look.tokens
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, page in enumerate(self._pages):
            wide, high = self._sizes[number]
            width = max(self.width(), 200)
            painter.drawImage(QRectF(0, self._page_top(number), width, width * high / wide), page)
        for key, box in self._boxes.items():
            entry = self._entries.get(key)
            if entry is None:
                continue
            ground, _ = colours(tokens)[entry.outcome]
            if entry.outcome is not Outcome.LEAVE or key == self.current:
                painter.fillRect(box.adjusted(1, 1, -1, -1), QColor(ground))
            if entry.value:
                self._paint_value(painter, box, entry)

    def _paint_value(self, painter: QPainter, box: QRectF, entry: Entry) -> None:
        font = QFont(self.font())
        share = 0.62 if box.height() > _HIGH else 0.8
        font.setPixelSize(max(7, min(int(box.height() * share), self._context.look.px(14))))
        painter.setFont(font)
        painter.setPen(QColor(colours(self._context.look.tokens)[entry.outcome][1]))
        text = "✓" if entry.value == TICK else entry.value
        painter.drawText(box.adjusted(3, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def scrolled_picture(picture: FormPicture) -> QScrollArea:
    """Return a scroll area around the picture, as wide as the area."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setProperty("horizontalScrollBarPolicy", NEVER_SCROLLS)
    area.setWidget(picture)
    return area
