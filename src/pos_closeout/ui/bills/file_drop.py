"""Files dropped anywhere on the window, also on a line that would take them for text."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

_COMING = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class FileDrop(QObject):
    """Watches the native window: there drags arrive before any widget below sees them."""

    dropped = Signal(list)
    """Files or folders were dropped; carries their paths."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._watched: QObject | None = None
        self._hint: QLabel | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self._watch()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take drags of files; leave everything else alone."""
        if watched is self._window:
            if isinstance(event, QShowEvent):
                self._watch()
            return self._taken(event)
        return self._taken(event)

    def _watch(self) -> None:
        handle = self._window.windowHandle()
        if handle is not None and handle is not self._watched:
            handle.installEventFilter(self)
            self._watched = handle

    def _taken(self, event: QEvent) -> bool:
        if event.type() in _COMING and isinstance(event, (QDragEnterEvent, QDragMoveEvent)) and _paths(event):
            event.acceptProposedAction()
            self._invite()
            return True
        if event.type() in {QEvent.Type.DragLeave, QEvent.Type.Drop} and self._hint is not None:
            self._hint.deleteLater()
            self._hint = None
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            paths = _paths(event)
            if paths:
                event.acceptProposedAction()
                self.dropped.emit(paths)
                return True
        return False

    def _invite(self) -> None:
        """Say over the middle of the window that files may be let go anywhere."""
        if self._hint is not None:
            return
        self._hint = QLabel(self.tr("Drop the files here: the program looks what they are."), self._window)
        self._hint.setStyleSheet(
            "background: palette(highlight); color: palette(highlighted-text); border-radius: 8px; padding: 20px 32px;"
        )
        self._hint.adjustSize()
        self._hint.move(self._window.rect().center() - self._hint.rect().center())
        self._hint.show()


def _paths(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
