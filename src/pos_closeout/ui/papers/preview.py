"""The real PDF on the screen."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Signal
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QVBoxLayout

from pos_closeout.ui.context import Context
from pos_closeout.ui.plain_text import shown_plain
from pos_closeout.ui.widgets.basic import button, label, row

_ZOOM = (0.4, 2.5)


class Preview(QFrame):
    """Shows a PDF held in memory and follows its new versions without losing the place."""

    print_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "desk")
        self._context = context
        self._document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self._view = QPdfView(self)
        self._view.setDocument(self._document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setAccessibleName(self.tr("Preview of the document"))
        self._pages = label("", "hint", wrap=False)
        self._view.pageNavigator().currentPageChanged.connect(lambda: self._tell_page())
        look = context.look
        smaller = button(look, "", lambda: self._zoom(1 / 1.25), icon="zoom-out", kind="quiet", name=self.tr("Smaller"))
        larger = button(look, "", lambda: self._zoom(1.25), icon="zoom-in", kind="quiet", name=self.tr("Larger"))
        for each in (smaller, larger):
            each.repeats = True
        self.bar = row(self._pages, smaller, larger, spacing=4, margins=(12, 12, 12, 8))
        self.bar.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self.bar)
        layout.addWidget(self._view, 1)
        self._paint_desk()

    def _paint_desk(self) -> None:
        palette = self._view.palette()
        for role in (palette.ColorRole.Dark, palette.ColorRole.Mid, palette.ColorRole.Window, palette.ColorRole.Base):
            palette.setColor(role, self._context.look.tokens.desk)
        self._view.setPalette(palette)

    @property
    def document(self) -> QPdfDocument:
        """The document shown."""
        return self._document

    def set_pdf(self, data: bytes) -> None:
        """Show a new version at the same place."""
        place = self._view.verticalScrollBar().value()
        fresh = QBuffer(self)
        fresh.setData(QByteArray(data))
        fresh.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(fresh)
        if self._buffer is not None:
            self._buffer.deleteLater()
        self._buffer = fresh
        self._view.verticalScrollBar().setValue(place)
        self._tell_page()

    def _tell_page(self) -> None:
        at, count = self._view.pageNavigator().currentPage() + 1, self._document.pageCount()
        # In figures only: the form beside needs the room in a small window.
        self._pages.setText(f"{at} / {count}")
        told = self.tr("Page %1 of %2").replace("%1", str(at)).replace("%2", str(count))
        self._pages.setToolTip(shown_plain(told))
        self._pages.setAccessibleName(told)

    def _zoom(self, factor: float) -> None:
        if self._view.zoomMode() is not QPdfView.ZoomMode.Custom:
            self._view.setZoomFactor(self._fitted())
            self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        low, high = _ZOOM
        self._view.setZoomFactor(min(max(self._view.zoomFactor() * factor, low), high))

    def _fitted(self) -> float:
        """Return the zoom factor that "fit to width" stands for now."""
        points = self._document.pagePointSize(0).width() or 595.0
        pixels = points * self._view.logicalDpiX() / 72
        return max(self._view.viewport().width() / pixels, _ZOOM[0])
