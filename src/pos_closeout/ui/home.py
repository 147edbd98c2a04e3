"""Home: the cases and what comes next, what is still owed, and what the program will remind of."""

from collections import deque
from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pos_closeout.domain.case_card import CaseCard
from pos_closeout.domain.open_items import Due, OpenItem, Totals, due_group
from pos_closeout.domain.outlook import Outlook
from pos_closeout.ui.home_cards import CardMaker
from pos_closeout.ui.kit import Kit
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import (
    button,
    card,
    clear_layout,
    column,
    label,
    row,
    rule,
    scrolled,
    tag,
)
from pos_closeout.ui.words import item_line

_DRAWN_AT_ONCE = 4
_PAUSE_MS = 5
"""Between two cards below the first screen: the screen itself comes first, and so does whatever the owner does."""


class HomePage(QWidget):
    """The first thing the owner sees.

    Args:
        kit: the look and the texts.
        make_welcome: makes what stands here while there is no case.
        finds: counts what was found in the bills of a case and waits for a decision.
    """

    new_asked = Signal()
    sample_asked = Signal()
    case_asked = Signal(int)
    delete_asked = Signal(int)
    close_asked = Signal(int)
    reopen_asked = Signal(int)
    copy_asked = Signal(int)
    history_asked = Signal(int)
    archive_asked = Signal(int)
    list_asked = Signal()
    print_asked = Signal()
    item_asked = Signal(int)
    bills_asked = Signal(int)

    def __init__(
        self,
        kit: Kit,
        make_welcome: Callable[[], QWidget],
        finds: Callable[[int], int],
    ) -> None:
        super().__init__()
        self._kit, self._make_welcome, self._finds = kit, make_welcome, finds
        self._maker = CardMaker(kit)
        names = ("case_asked", "delete_asked", "close_asked", "reopen_asked", "bills_asked")
        for name in (*names, "copy_asked", "history_asked", "archive_asked"):
            getattr(self._maker, name).connect(getattr(self, name))
        self._welcome: QWidget | None = None
        self._today = date.min
        self._undrawn: deque[CaseCard] = deque()
        self._closed_told = False
        self._last_reached: QWidget | None = None
        self._idle = QTimer(self)
        self._idle.setInterval(_PAUSE_MS)
        self._idle.timeout.connect(self._draw_card)
        inner = QWidget()
        inner.setObjectName("paper")
        self._body = QVBoxLayout(inner)
        self._body.setContentsMargins(48, 32, 48, 32)
        self._body.setSpacing(20)
        self._greeting = label("", "title")
        self._summary = label("", "subtitle")
        self._body.addLayout(column(self._greeting, self._summary, spacing=4))
        self._cases = QVBoxLayout()
        self._cases.setSpacing(16)
        self._body.addLayout(self._cases)
        self._figures = QGridLayout()
        self._figures.setSpacing(16)
        self._body.addLayout(self._figures)
        self._ways = self._buttons()
        self._body.addWidget(self._ways)
        self._body.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner))

    def _buttons(self) -> QWidget:
        look = self._kit.look
        held = QWidget()
        self._new = button(look, self.tr("New case…"), self.new_asked.emit, icon="file-plus")
        self._sample = button(look, self.tr("Try the sample"), self.sample_asked.emit, icon="eye")
        ways = row(self._new, self._sample, spacing=16)
        ways.addStretch()
        held.setLayout(ways)
        return held

    def tell(self, at: datetime, cases: list[CaseCard], totals: Totals, reminder: Outlook) -> None:
        """Show where everything stands.

        Args:
            at: now, for the greeting.
            cases: all of them, the one to continue first; those below the first screen are drawn when there is time.
            totals: of all open items.
            reminder: what is due and what comes next.
        """
        self._today = at.date()
        self._greeting.setText(self._greet(at, cases))
        self._summary.setText(self._summed_up(cases, reminder))
        self._show_welcome(wanted=not cases)
        self._ways.setVisible(bool(cases))
        self._sample.setVisible(not any(case.sample for case in cases))
        clear_layout(self._cases)
        self._undrawn, self._last_reached, self._closed_told = deque(cases), None, False
        self._idle.start()
        for _ in cases[:_DRAWN_AT_ONCE]:
            self._draw_card()
        clear_layout(self._figures)
        if cases:
            self._figures.addWidget(self._totals_card(totals), 0, 0)
            self._figures.addWidget(self._reminder_card(reminder), 0, 1)
            self._figures.setColumnStretch(0, 1)
            self._figures.setColumnStretch(1, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on drawing the cards below the first screen."""
        super().showEvent(event)
        if self._undrawn:
            self._idle.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing that nobody sees: the screen that is looked at needs the time."""
        super().hideEvent(event)
        self._idle.stop()

    def _show_welcome(self, *, wanted: bool) -> None:
        if wanted and self._welcome is None:
            self._welcome = self._make_welcome()
            # Below the greeting.
            self._body.insertWidget(1, self._welcome)
        if self._welcome is not None:
            self._welcome.setVisible(wanted)

    def _draw_card(self) -> None:
        if self._undrawn:
            case = self._undrawn.popleft()
            if case.closed_on is not None:
                made = self._maker.closed_card(case)
                if not self._closed_told:
                    self._cases.addWidget(label(self.tr("Closed cases"), "subtitle"))
                    self._closed_told = True
            else:
                first, waiting = not self._cases.count(), self._finds(case.case_id)
                made = self._maker.open_card(case, first=first, waiting=waiting)
            self._cases.addWidget(made)
            # Qt would have Tab come to a card drawn later after everything else.
            for reached in made.findChildren(QPushButton):
                if self._last_reached is not None:
                    QWidget.setTabOrder(self._last_reached, reached)
                self._last_reached = reached
        if not self._undrawn:
            self._idle.stop()

    def _greet(self, at: datetime, cases: list[CaseCard]) -> str:
        if at.hour < 11:
            hello = self.tr("Good morning")
        elif at.hour < 18:
            hello = self.tr("Good afternoon")
        else:
            hello = self.tr("Good evening")
        name = next((case.representative for case in cases if case.representative), "")
        return self.tr("%1, %2").replace("%1", hello).replace("%2", name) if name else hello

    def _summed_up(self, cases: list[CaseCard], reminder: Outlook) -> str:
        if not cases:
            return self.tr("Let us switch off your card terminal together, step by step.")
        parts = []
        if reminder.overdue:
            parts.append(self.tr("%n thing(s) overdue", "", reminder.overdue))
        if reminder.today:
            parts.append(self.tr("%n due today", "", reminder.today))
        if not parts:
            return self.tr("Nothing is due today.")
        return self.tr("%1. Do the red ones first; the rest can wait.").replace("%1", " · ".join(parts))

    def _totals_card(self, totals: Totals) -> QFrame:
        look = self._kit.look
        figure = self.tr("%n item(s)", "", totals.count) + f" · {self._kit.yuan(totals.fen)}"
        parts: list[QWidget | QHBoxLayout] = [label(self.tr("Outstanding list"), "subtitle"), label(figure, "figure")]
        if totals.overdue_count:
            told = self.tr("%n overdue", "", totals.overdue_count) + f" {self._kit.yuan(totals.overdue_fen)}"
            late = row(tag(look, "clock-alert", told, Tone.SEAL))
            late.addStretch()
            parts.append(late)
        show = button(look, self.tr("Show the list"), self.list_asked.emit, icon="list-checks", kind="small")
        printed = button(look, self.tr("Print"), self.print_asked.emit, icon="printer", kind="small")
        ways = row(show, printed)
        ways.addStretch()
        return card(*parts, ways, _slack(), spacing=8)

    def _reminder_card(self, reminder: Outlook) -> QFrame:
        parts: list[QWidget | QHBoxLayout] = [label(self.tr("Coming up"), "subtitle")]
        for item in reminder.first:
            group = due_group(item, self._today)
            when = label(self._when(item), "hint", wrap=False, tone=Tone.SEAL if group is Due.OVERDUE else None)
            when.setMinimumWidth(self._kit.look.px(110))
            line = row(when, spacing=12)
            link = button(
                self._kit.look, item_line(self._kit, item), partial(self.item_asked.emit, item.id), kind="link"
            )
            line.addWidget(link)
            line.addStretch()
            parts += [line, rule()]
        if not reminder.first:
            parts.append(label(self.tr("Nothing in the next seven days."), "hint"))
        return card(*parts, _slack(), spacing=8)

    def _when(self, item: OpenItem) -> str:
        if item.due_on is None:
            return ""
        return self.tr("today") if item.due_on == self._today else self._kit.day(item.due_on)


def _slack() -> QVBoxLayout:
    """Return what takes up the height a card has to spare."""
    layout = QVBoxLayout()
    layout.addStretch()
    return layout
