"""A form field: label, note, editor, and a line below that says what is right or wrong with it."""

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, label, set_tone
from pos_closeout.ui.widgets.flow import FlowLayout

_ICONS = {
    Tone.OK: "circle-check",
    Tone.AMBER: "triangle-alert",
    Tone.SEAL: "octagon-alert",
    Tone.ACCENT: "info",
    Tone.NEUTRAL: "info",
}
_VERDICTS = {Tone.SEAL: "error", Tone.AMBER: "warning"}


class Field(QWidget):
    """An editor with everything around it; the label is its buddy.

    Args:
        context: look and texts.
        name: the label, with ``&`` for a mnemonic if any.
        editor: the widget that takes the answer.
        note: a few words beside the label, such as "15 characters".
        hint: a line below, shown while there is no verdict.
    """

    def __init__(self, context: Context, name: str, editor: QWidget, *, note: str = "", hint: str = "") -> None:
        super().__init__()
        self._context, self._hint = context, hint
        self.name, self._note = name, note
        self.editor = editor
        self._title = title = label(name)
        title.setTextFormat(Qt.TextFormat.RichText)
        title.setText(self._head(name, note))
        title.setBuddy(editor)
        if isinstance(editor, QComboBox):
            # A long choice must not make the form wider than the window.
            editor.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            editor.setMinimumContentsLength(6)
        editor.setAccessibleName(name.replace("&", "") + (f" ({note})" if note else ""))
        self._icon, self._line = QLabel(), label("", "caption")
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(self._icon)
        below.addWidget(self._line, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(title)
        layout.addWidget(editor)
        layout.addLayout(below)
        layout.addStretch()
        self.set_verdict(None, "")

    def _head(self, name: str, note: str) -> str:
        look = self._context.look
        small = f"color: {look.tokens.mute}; font-size: {look.px(13)}px;"
        # Not an entity: a label with a buddy would take the letter after its & as a shortcut.
        words = f'\u00a0 <span style="{small}">{escape(note)}</span>' if note else ""
        return f"{escape(name)}{words}"

    def set_needed(self, *, needed: bool) -> None:
        """Mark the answer as one that the letter cannot do without."""
        words = self.tr("needed") if needed else ""
        look = self._context.look
        small = f"color: {look.tokens.accent}; font-size: {look.px(13)}px;"
        marked = f'\u00a0 <span style="{small}">{escape(words)}</span>'
        self._title.setText(self._head(self.name, self._note) + (marked if needed else ""))
        told = ", ".join(part for part in (self._note, words) if part)
        self.editor.setAccessibleName(self.name.replace("&", "") + (f" ({told})" if told else ""))

    def offer(self, words: Sequence[str]) -> None:
        """Offer words below a line, to be chosen instead of typed."""
        line, layout = self.editor, self.layout()
        if words and isinstance(line, QLineEdit) and isinstance(layout, QVBoxLayout):
            chips = [button(self._context.look, text, partial(line.setText, text), kind="chip") for text in words]
            layout.insertSpacing(layout.count() - 1, 8)
            layout.insertLayout(layout.count() - 1, FlowLayout().add_all(*chips))

    def explain(self, act: Callable[[], object]) -> None:
        """Put a way to where the answer is found below the line."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            asked = self.tr("Where do I find this?")
            name = f"{self.name.replace('&', '')}: {asked}"
            link = button(self._context.look, asked, act, kind="link", name=name)
            layout.insertWidget(layout.count() - 1, link, 0, Qt.AlignmentFlag.AlignLeft)

    def set_verdict(self, tone: Tone | None, text: str) -> None:
        """Say something about the answer; with no tone the hint stands there again."""
        shown = text if tone is not None else self._hint
        self._line.setText(shown)
        self._line.setVisible(bool(shown))
        self._icon.setVisible(tone is not None)
        set_tone(self._line, "tone", "" if tone is None else tone.value)
        if tone is not None:
            look = self._context.look
            self._icon.setPixmap(look.pixmap(_ICONS[tone], look.tokens.foreground(tone), 15))
        self.editor.setAccessibleDescription(shown)
        if isinstance(self.editor, QLineEdit):
            set_tone(self.editor, "verdict", "" if tone is None else _VERDICTS.get(tone, ""))


def line_edit(placeholder: str = "", limit: int = 400) -> QLineEdit:
    """Return a one-line editor that takes ``limit`` characters at most."""
    made = QLineEdit()
    made.setPlaceholderText(placeholder)
    made.setMaxLength(limit)
    return made


def search_line(placeholder: str, name: str) -> QLineEdit:
    """Return a one-line editor for words to look for, with a button that empties it."""
    made = line_edit(placeholder, limit=200)
    made.setAccessibleName(name)
    made.setClearButtonEnabled(True)
    return made


class TextEdit(QPlainTextEdit):
    """Takes some lines of text, ``limit`` UTF-16 units at most, however they come: typed, composed or pasted."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit
        self.setTabChangesFocus(True)
        # Connected first: whoever follows the text hears of the shortened one last.
        self.textChanged.connect(self._shorten)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take as much of what is pasted as there is room for; laying out the rest would take seconds."""
        chosen = self.textCursor()
        room = self._limit - self._length() + chosen.selectionEnd() - chosen.selectionStart()
        chosen.insertText(source.text()[: max(room, 0)])

    def _length(self) -> int:
        return self.document().characterCount() - 1

    def _shorten(self) -> None:
        if self._length() <= self._limit:
            return
        cursor = self.textCursor()
        # A rare character is two units: never half of one.
        half = "\ud800" <= self.document().characterAt(self._limit - 1) <= "\udbff"
        cursor.setPosition(self._limit - half)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()


def grid(rows: list[list[QWidget]]) -> QGridLayout:
    """Return fields in rows; each row shares the width equally among its fields."""
    width = 12
    layout = QGridLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setHorizontalSpacing(16)
    layout.setVerticalSpacing(12)
    for at, fields in enumerate(rows):
        span = width // len(fields)
        for number, field in enumerate(fields):
            layout.addWidget(field, at, number * span, 1, span)
    for number in range(width):
        layout.setColumnStretch(number, 1)
    return layout
