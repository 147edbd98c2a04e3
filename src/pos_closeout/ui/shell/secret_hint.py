"""Says it at once when somebody types a password, a code or a card number, wherever it is typed."""

from PySide6.QtCore import QMetaObject, QObject, QPoint
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QToolTip, QWidget

from pos_closeout.domain.masking import mask_cards
from pos_closeout.domain.secrets import has_secret

_SHOWN_MS = 8_000


class SecretHint(QObject):
    """Looks at the text of whichever field has the focus; what is kept is the store's affair."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._watched: QLineEdit | QPlainTextEdit | None = None
        self._links: list[QMetaObject.Connection] = []
        self.told = ""
        app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        for link in self._links:
            QObject.disconnect(link)  # by handle: a field about to go has no signals any more
        self._links = []
        self._watched = now if isinstance(now, QLineEdit | QPlainTextEdit) else None
        self.told = ""
        if self._watched is not None:
            self._links = [self._watched.textChanged.connect(self._look), self._watched.destroyed.connect(self._forget)]

    def _forget(self) -> None:
        self._watched = None

    def _look(self) -> None:
        field = self._watched
        if field is None:
            return
        text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        told = self._words(text)
        if told != self.told:
            self.told = told
            if told:
                where = field.mapToGlobal(QPoint(0, field.height()))
                QToolTip.showText(where, told, field, field.rect(), _SHOWN_MS)
            else:
                QToolTip.hideText()

    def _words(self, text: str) -> str:
        if has_secret(text):
            return self.tr("This looks like a password or a code. It is not kept: stars take its place.")
        if mask_cards(text) != text:
            return self.tr("This looks like a whole card number. Only its first 6 and last 4 digits are kept.")
        return ""
