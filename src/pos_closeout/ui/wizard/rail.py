"""The rail at the left: home, the outstanding list, and the twelve steps in their four phases."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QVBoxLayout, QWidget

from pos_closeout.domain.phases import PHASES, Phase, Step, StepState
from pos_closeout.domain.steps.progress import StepStatus
from pos_closeout.ui.context import Context
from pos_closeout.ui.plain_text import shown_plain
from pos_closeout.ui.style.tokens import RAIL_WIDTH, WIDEST_RAIL, Tone
from pos_closeout.ui.widgets.basic import label, scrolled
from pos_closeout.ui.widgets.focus_ring import draw_focus
from pos_closeout.ui.widgets.step_words import listed_word, step_words

_ICONS = {
    StepState.DONE: ("circle-check", Tone.OK),
    StepState.TO_DO: ("circle", Tone.NEUTRAL),
    StepState.BLOCKED: ("octagon-alert", Tone.SEAL),
    StepState.LOCKED: ("lock", Tone.NEUTRAL),
    StepState.NOT_NEEDED: ("circle", Tone.NEUTRAL),
}

_BEFORE, _AFTER = 48, 26
"""Pixels at normal text size before the name of an entry, for its icon, and beside the word at its end."""
_MANY = "9999"
"""As many overdue items as there is room for beside the outstanding list."""
_FOLDED = 72
"""Pixels at normal text size of a folded rail: an icon and a figure beside it."""
_WALKING = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_End})
_SCROLL_BAR = 11
"""Pixels of the scroll bar of a low window and of the line at the edge."""


class RailEntry(QAbstractButton):
    """One line of the rail: icon, text, and a word for its state at the right edge."""

    walk_asked = Signal(int)
    """A key was pressed that goes to another entry; carries the key."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._icon, self._tone, self._word = "circle", Tone.NEUTRAL, ""
        self._badge = self._silent = self._folded = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def tell(
        self, text: str, icon: str, tone: Tone, word: str = "", *, badge: bool = False, silent: bool = False
    ) -> None:
        """Say what the entry stands for and how it is; the state reaches screen readers as the description.

        Args:
            text: its name.
            icon: a Lucide name.
            tone: of icon and word.
            word: its state.
            badge: the word stands on its soft colour.
            silent: the word is said by the tool tip only, as there is no room for it.
        """
        self._icon, self._tone, self._word, self._badge, self._silent = icon, tone, word, badge, silent
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(word)
        self.setToolTip(shown_plain(f"{text} · {word}" if word else text))
        self.update()

    def fold(self, *, folded: bool) -> None:
        """Show icon and figure alone, or everything again."""
        self._folded = folded
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that go from entry to entry to the rail: a button would take them for Tab."""
        if event.key() in _WALKING:
            self.walk_asked.emit(event.key())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the rail's width and one row."""
        return QSize(self._context.look.px(RAIL_WIDTH), self._context.look.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  (Qt's signature)
        """Draw background, icon, text and state."""
        look, tokens = self._context.look, self._context.look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.fillRect(self.rect(), QColor(tokens.card))
            painter.fillRect(QRect(0, 0, 3, self.height()), QColor(tokens.accent))
        elif self.underMouse():
            painter.fillRect(self.rect(), QColor(tokens.accent_soft))
        size, left = look.px(18), look.px(12 if self._folded else 20)
        icon = look.pixmap(self._icon, tokens.foreground(self._tone))
        painter.drawPixmap(left, (self.height() - size) // 2, icon)
        if self._folded:
            self._draw_figure(painter)
        else:
            self._draw_name(painter, self._draw_word(painter))
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()).adjusted(3, 1, -3, -1), tokens.ink)

    def _draw_name(self, painter: QPainter, word_width: int) -> None:
        look = self._context.look
        painter.setFont(self._name_font(bold=self.isChecked()))
        painter.setPen(QColor(look.tokens.ink))
        room = QRect(look.px(_BEFORE), 0, self.width() - look.px(_BEFORE + _AFTER) - word_width, self.height())
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _draw_figure(self, painter: QPainter) -> None:
        """Draw what stands beside the icon in a folded rail: the number of the step, or that of the badge."""
        look = self._context.look
        figure = self._word if self._badge else self.text().partition(" ")[0]
        if not figure.isdigit():
            return
        painter.setFont(self._name_font(bold=self.isChecked() or self._badge))
        painter.setPen(QColor(look.tokens.foreground(self._tone) if self._badge else look.tokens.ink))
        room = QRect(look.px(36), 0, self.width() - look.px(36), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, figure)

    def needed_width(self, text: str, word: str) -> int:
        """Return how wide an entry must be, in pixels, for a text and a word to be shown whole."""
        name = QFontMetrics(self._name_font(bold=True)).horizontalAdvance(text)
        return (
            self._context.look.px(_BEFORE + _AFTER) + name + QFontMetrics(self._word_font()).horizontalAdvance(word) + 2
        )

    def _name_font(self, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._context.look.px(14))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _word_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._context.look.px(12))
        return font

    def _draw_word(self, painter: QPainter) -> int:
        """Draw the word at the right edge, a badge on its soft colour, and return its width in pixels."""
        if not self._word or self._silent:
            return 0
        look, tokens = self._context.look, self._context.look.tokens
        painter.setFont(self._word_font())
        width = painter.fontMetrics().horizontalAdvance(self._word)
        box = QRect(self.width() - width - look.px(20), 0, width + 1, self.height())
        if self._badge:
            pill = QRect(box.x() - look.px(8), (self.height() - look.px(22)) // 2, width + look.px(16), look.px(22))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.background(self._tone)))
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(tokens.foreground(self._tone)))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._word)
        return width


class Rail(QWidget):
    """Shows where a case stands and takes the owner to any step."""

    home_asked = Signal()
    list_asked = Signal()
    step_asked = Signal(Step)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("role", "rail")
        self.setAccessibleName(self.tr("Steps"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._listed, self._words = listed_word(), step_words()
        self._current = self.tr("current")
        self._heads: list[QLabel] = []
        inner = QWidget()
        self._layout = QVBoxLayout(inner)
        self._layout.setContentsMargins(0, 10, 0, 8)
        self._layout.setSpacing(0)
        self._list = RailEntry(context)
        self._add_places()
        self._entries = {step: self._entry(step) for step in Step}
        self._add_phases()
        # Names are shown whole in every face; where it would take too much of a small window, without the words.
        self._silent = self._needed_width(words=True) > WIDEST_RAIL
        self.full_width = max(context.look.px(RAIL_WIDTH), self._needed_width(words=not self._silent))
        self.setFixedWidth(self.full_width)
        self._layout.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 1, 0)
        self._area = scrolled(inner)
        outer.addWidget(self._area)
        for entry in self.entries():
            entry.walk_asked.connect(self._walk)
        self._current_entry = self._entries[Step.PURPOSE]
        self._let_tab_in()

    def _add_places(self) -> None:
        self._home = home = RailEntry(self._context)
        home.tell(self.tr("Home"), "house", Tone.ACCENT)
        home.setCheckable(False)
        home.clicked.connect(self.home_asked)
        self._list.setCheckable(False)
        self._list.clicked.connect(self.list_asked)
        self.set_overdue(0)
        self._layout.addWidget(home)
        self._layout.addWidget(self._list)

    def _add_phases(self) -> None:
        names = {
            Phase.PREPARE: self.tr("Prepare"),
            Phase.APPLY: self.tr("Apply"),
            Phase.STOP: self.tr("Stop"),
            Phase.CLOSE: self.tr("Close"),
        }
        for phase, steps in PHASES.items():
            head = label(names[phase], "caption", wrap=False)
            head.setAccessibleName(names[phase])
            head.setContentsMargins(20, 8, 0, 3)
            self._heads.append(head)
            self._layout.addWidget(head)
            for step in steps:
                self._layout.addWidget(self._entries[step])

    def _entry(self, step: Step) -> RailEntry:
        entry = RailEntry(self._context)
        entry.clicked.connect(lambda: self.step_asked.emit(step))
        return entry

    def set_overdue(self, count: int) -> None:
        """Show how many open items are overdue beside the outstanding list."""
        word = str(count) if count else ""
        self._list.tell(
            self.tr("Outstanding list"), "list-checks", Tone.SEAL if count else Tone.ACCENT, word, badge=True
        )

    def tell(self, statuses: Mapping[Step, StepStatus], current: Step) -> None:
        """Show how far the case has come and where the owner is."""
        for step, entry in self._entries.items():
            state = statuses[step].state
            icon, tone = _ICONS[state]
            word = self._words[state]
            if state is StepState.DONE and statuses[step].open_items:
                word = self._listed
            if step is current and state is StepState.TO_DO:
                icon, tone, word = "circle-dot", Tone.ACCENT, self._current
            entry.tell(self._name(step), icon, tone, word, silent=self._silent)
            entry.setChecked(step is current)
        if self._current_entry is not self._entries[current]:
            self._current_entry = self._entries[current]
            self._let_tab_in()
        # Once it has its place: a low window, or large text, shows a part of the rail only.
        QTimer.singleShot(0, self, self._show_current)

    def fold(self, *, folded: bool) -> None:
        """Show icons and figures alone where the page needs the room, or everything again."""
        self.setFixedWidth(
            self._context.look.px(_FOLDED) + _SCROLL_BAR if folded else self.full_width,
        )
        for entry in self.entries():
            entry.fold(folded=folded)
        for head in self._heads:
            head.setText("" if folded else head.accessibleName())

    def entries(self) -> list[RailEntry]:
        """Return every entry from the top down."""
        return [self._home, self._list, *self._entries.values()]

    def _walk(self, key: int) -> None:
        """Go from entry to entry with the arrows, Home and End: for Tab the whole rail is one stop."""
        entries = self.entries()
        at = next((place for place, entry in enumerate(entries) if entry.hasFocus()), 0)
        ways = {Qt.Key.Key_Down: at + 1, Qt.Key.Key_Up: at - 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(entries) - 1}
        wanted = ways[Qt.Key(key)]
        if 0 <= wanted < len(entries):
            entries[wanted].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(entries[wanted], 0, entries[wanted].height())

    def _let_tab_in(self) -> None:
        for entry in self.entries():
            here = entry is self._current_entry
            entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def _show_current(self) -> None:
        self._area.ensureWidgetVisible(self._current_entry, 0, self._current_entry.height())

    def _name(self, step: Step) -> str:
        return f"{list(Step).index(step) + 1} {self._context.say(self._context.guidance.steps[step].name)}"

    def _needed_width(self, *, words: bool) -> int:
        """Return the width that no entry is cut at, whatever becomes of it: the rail must not grow while one works."""
        said = (*self._words.values(), self._current, self._listed) if words else ("",)
        entries = [(self._name(step), word) for step in Step for word in said]
        entries.append((self._list.text(), _MANY))
        return _SCROLL_BAR + max(self._list.needed_width(name, word) for name, word in entries)
