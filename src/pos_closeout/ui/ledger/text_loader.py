"""Makes the items of the list searchable while the window has nothing else to do."""

from PySide6.QtCore import QObject, QTimer, Signal

from pos_closeout.ui.ledger.rows import ItemRows

_AFTER_MS = 250
"""How long after the list came up reading begins: first it is to stand there and to scroll."""


class TextLoader(QObject):
    """Reads a shelf slice by slice between two events."""

    done = Signal()
    """Everything can be searched."""

    def __init__(self, shelf: ItemRows, parent: QObject) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._read_on)

    def begin(self) -> None:
        """Read soon what is left to be read."""
        if not self._shelf.nearly_ready():
            self._timer.start(_AFTER_MS)

    def hurry(self) -> None:
        """Begin at once: somebody waits for an answer."""
        self._timer.start(0)

    def stop(self) -> None:
        """Read no further."""
        self._timer.stop()

    def _read_on(self) -> None:
        # From here on without a pause: whenever the event loop has nothing else to do.
        self._timer.setInterval(0)
        self._shelf.read_on()
        if self._shelf.ready:
            self._timer.stop()
            self.done.emit()
