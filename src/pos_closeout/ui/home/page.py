"""Home: the cases and what comes next, what is still owed, and what the program will remind of."""

from collections import deque
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from itertools import pairwise
from operator import itemgetter

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pos_closeout.actions.items.overview import has_open_items, waiting_proposals
from pos_closeout.domain.ledger.open_items import ItemDirection, ItemSum, ItemTotals
from pos_closeout.domain.ledger.outlook import WEEK, Outlook
from pos_closeout.domain.phases import Step
from pos_closeout.domain.steps.case_card import CardTask, CaseCard
from pos_closeout.guidance.names import task_name
from pos_closeout.ui.context import Context
from pos_closeout.ui.home.cards import CardMaker
from pos_closeout.ui.plain_text import shown_plain
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
from pos_closeout.ui.widgets.phrases import direction_name, item_line, neither_words, shortened

_DRAWN_AT_ONCE = 4
_LONG_FEN = 1_000_000_00
"""From here on a figure is set smaller, so that it is never cut."""
_COMING, _LATE = 5, 3
"""Lines of what is ahead, and below them of what is overdue."""
_COLUMNS = 44
"""What a line of it holds in a window of 1024 pixels: a long name must not make the whole page wider."""
_PAUSE_MS = 5
"""Between two cards below the first screen: the screen itself comes first, and so does whatever the owner does."""


class HomePage(QWidget):
    """The first thing the owner sees.

    Args:
        context: the look and the texts.
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
    import_asked = Signal()
    list_asked = Signal()
    print_asked = Signal()
    item_asked = Signal(int)
    bills_asked = Signal(int)
    step_asked = Signal(int, Step)

    def __init__(
        self,
        context: Context,
        make_welcome: Callable[[], QWidget],
    ) -> None:
        super().__init__()
        self._context, self._make_welcome = context, make_welcome
        self._maker = CardMaker(context)
        names = ("case_asked", "delete_asked", "close_asked", "reopen_asked", "bills_asked")
        for name in (*names, "copy_asked", "history_asked", "archive_asked"):
            getattr(self._maker, name).connect(getattr(self, name))
        self._welcome: QWidget | None = None
        self._today = date.min
        self._undrawn: deque[CaseCard] = deque()
        self._closed_told = False
        self._reached: list[QPushButton] = []
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
        # Not shown before all cards in it are made: each would lay out and paint the whole page anew.
        self._below = QWidget()
        self._more_cases = QVBoxLayout(self._below)
        self._more_cases.setContentsMargins(0, 0, 0, 0)
        self._more_cases.setSpacing(16)
        self._body.addWidget(self._below)
        self._idle = QTimer(self)
        self._idle.setInterval(_PAUSE_MS)
        self._idle.timeout.connect(lambda: self._draw_card(self._more_cases))
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
        look = self._context.look
        held = QWidget()
        self._new = button(look, self.tr("New case…"), self.new_asked.emit, icon="file-plus")
        bills = button(look, self.tr("Import bills…"), self.import_asked.emit, icon="file-input")
        self._sample = button(look, self.tr("Try the sample"), self.sample_asked.emit, icon="eye")
        ways = row(self._new, bills, self._sample, spacing=16)
        ways.addStretch()
        held.setLayout(ways)
        return held

    def tell(self, at: datetime, cases: list[CaseCard], totals: ItemTotals, reminder: Outlook) -> None:
        """Show where everything stands.

        Args:
            at: now, for the greeting.
            cases: all of them, the one to continue first; those below the first screen are drawn when there is time.
            totals: of all open items.
            reminder: what is due and what comes next.
        """
        lost = self._loses_keyboard()
        self._today = at.date()
        self._greeting.setText(self._greet(at, cases))
        week = self._today + WEEK
        # Which shop it is goes without saying where there is one.
        named = len(cases) > 1
        tasks = [(task, case.shop if named else "") for case in cases for task in case.tasks if task.due_on <= week]
        self._summary.setText(self._summed_up(cases, reminder, [task.due_on for task, _ in tasks]))
        self._show_welcome(wanted=not cases)
        self._ways.setVisible(bool(cases))
        self._sample.setVisible(not any(case.sample for case in cases))
        clear_layout(self._cases)
        clear_layout(self._more_cases)
        self._below.hide()
        self._undrawn, self._reached, self._closed_told = deque(cases), [], False
        self._idle.start()
        for _ in cases[:_DRAWN_AT_ONCE]:
            self._draw_card(self._cases)
        clear_layout(self._figures)
        if cases:
            self._figures.addWidget(self._totals_card(totals), 0, 0)
            self._figures.addWidget(self._reminder_card(reminder, tasks), 0, 1)
            self._figures.setColumnStretch(0, 1)
            self._figures.setColumnStretch(1, 1)
        if lost:
            self.arrive()

    def arrive(self) -> None:
        """Put the keyboard where the work goes on: on the case to go on with, on the way in while there is none."""
        ways = self._reached or ([] if self._welcome is None else self._welcome.findChildren(QPushButton))
        lead = next((each for each in ways if each.property("kind") == "primary"), self._new)
        lead.setFocus()

    def _loses_keyboard(self) -> bool:
        """Return whether what has the keyboard is about to be made anew."""
        now = self.focusWidget()
        stays = (self._ways, self._welcome)
        return (
            now is not None and now.hasFocus() and not any(each.isAncestorOf(now) for each in stays if each is not None)
        )

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

    def _draw_card(self, cases: QVBoxLayout) -> None:
        """Draw the next card into a layout; when it was the last one, show those below the first screen."""
        if self._undrawn:
            case = self._undrawn.popleft()
            if case.closed_on is not None:
                made = self._maker.closed_card(case)
                if not self._closed_told:
                    cases.addWidget(label(self.tr("Closed cases"), "subtitle"))
                    self._closed_told = True
            else:
                store, first = self._context.store, not self._cases.count()
                waiting, listed = waiting_proposals(store, case.case_id), has_open_items(store, case.case_id)
                made = self._maker.open_card(case, first=first, waiting=waiting, listed=listed)
            cases.addWidget(made)
            self._reached += made.findChildren(QPushButton)
        if not self._undrawn:
            self._idle.stop()
            self._below.setVisible(bool(self._more_cases.count()))
            # Qt would have Tab come to a card drawn later after everything else.
            for before, after in pairwise(self._reached):
                QWidget.setTabOrder(before, after)

    def _greet(self, at: datetime, cases: list[CaseCard]) -> str:
        if at.hour < 11:
            hello = self.tr("Good morning")
        elif at.hour < 18:
            hello = self.tr("Good afternoon")
        else:
            hello = self.tr("Good evening")
        name = next((case.representative for case in cases if case.representative), "")
        return self.tr("%1, %2").replace("%1", hello).replace("%2", name) if name else hello

    def _summed_up(self, cases: list[CaseCard], reminder: Outlook, tasks: list[date]) -> str:
        if not cases:
            return self.tr("Let us switch off your card terminal together, step by step.")
        parts = []
        if overdue := reminder.overdue + sum(day < self._today for day in tasks):
            parts.append(self.tr("%n thing(s) overdue", "", overdue))
        if today := reminder.today + tasks.count(self._today):
            parts.append(self.tr("%n due today", "", today))
        if not parts:
            return self.tr("Nothing is due today.")
        return self.tr("%1. Do the red ones first; the rest can wait.").replace("%1", " · ".join(parts))

    def _totals_card(self, totals: ItemTotals) -> QFrame:
        look = self._context.look
        parts: list[QWidget | QHBoxLayout] = [label(self.tr("Outstanding list"), "subtitle")]
        if not totals.count:
            parts.append(label(self.tr("Nothing is outstanding."), "hint"))
        for direction, one in totals.owed:
            parts += [*self._sum(direction, one)]
        if totals.neither.count:
            parts.append(label(neither_words(totals.neither.count), "hint"))
        if late := totals.neither.overdue_count:
            parts.append(self._late(self.tr("%n overdue", "", late)))
        show = button(look, self.tr("Show the list"), self.list_asked.emit, icon="list-checks", kind="small")
        printed = button(look, self.tr("Print"), self.print_asked.emit, icon="printer", kind="small")
        ways = row(show, printed)
        ways.addStretch()
        return card(*parts, ways, _slack(), spacing=8)

    def _sum(self, direction: ItemDirection, one: ItemSum) -> Iterator[QWidget | QHBoxLayout]:
        """Yield one of the two sums, and what of it is overdue."""
        counted = f"{direction_name(direction)} · " + self.tr("%n item(s)", "", one.count)
        line = row(label(counted, "hint", wrap=False), spacing=12)
        figure = label(self._context.yuan(one.fen), "figure", wrap=False)
        figure.setAccessibleName(f"{counted} · {self._context.yuan(one.fen)}")
        if one.fen >= _LONG_FEN:
            figure.setProperty("role", "title")
        line.addStretch()
        line.addWidget(figure)
        yield line
        if one.overdue_count:
            told = self.tr("%n overdue", "", one.overdue_count)
            yield self._late(f"{told} {self._context.yuan(one.overdue_fen)}" if one.overdue_fen else told)

    def _late(self, told: str) -> QHBoxLayout:
        line = row(tag(self._context.look, "clock-alert", told, Tone.SEAL))
        line.insertStretch(0)
        return line

    def _reminder_card(self, reminder: Outlook, tasks: list[tuple[CardTask, str]]) -> QFrame:
        """Return what is ahead, items and dated tasks together, by their day; what is past comes below."""
        context = self._context
        lines = [
            (item.due_on, item_line(context, item), partial(self.item_asked.emit, item.id))
            for item in {item.id: item for item in (*reminder.ahead, *reminder.first)}.values()
            if item.due_on is not None
        ]
        for task, shop in tasks:
            name = task_name(context.guidance.names, task.words, task.about, context.language)
            told = " · ".join(part for part in (name, shop) if part)
            lines.append((task.due_on, told, partial(self.step_asked.emit, task.case_id, task.step)))
        parts: list[QWidget | QHBoxLayout] = [label(self.tr("Coming up"), "subtitle")]
        lines.sort(key=itemgetter(0))
        ahead = [line for line in lines if line[0] >= self._today][:_COMING]
        late = [line for line in lines if line[0] < self._today][:_LATE]
        for due, told, act in ahead:
            parts += [self._coming_line(due, told, act), rule()]
        if not ahead:
            parts.append(label(self.tr("Nothing in the next seven days."), "hint"))
        if late:
            parts.append(label(self.tr("Overdue"), "hint", tone=Tone.SEAL))
        for due, told, act in late:
            parts += [self._coming_line(due, told, act), rule()]
        return card(*parts, _slack(), spacing=8)

    def _coming_line(self, due: date, told: str, act: Callable[[], object]) -> QHBoxLayout:
        day = self.tr("today") if due == self._today else self._context.day(due)
        when = label(day, "hint", wrap=False, tone=Tone.SEAL if due < self._today else None)
        when.setMinimumWidth(self._context.look.px(110))
        line = row(when, spacing=12)
        link = button(self._context.look, shortened(told, _COLUMNS), act, kind="link", name=told)
        link.setToolTip(shown_plain(told))
        line.addWidget(link)
        line.addStretch()
        return line


def _slack() -> QVBoxLayout:
    """Return what takes up the height a card has to spare."""
    layout = QVBoxLayout()
    layout.addStretch()
    return layout
