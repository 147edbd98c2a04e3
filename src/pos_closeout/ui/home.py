"""Home: the cases and what comes next, what is still owed, and what the program will remind of."""

from collections import deque
from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from pos_closeout.domain.case import Case, is_closed, main_action, shop_name
from pos_closeout.domain.open_items import Due, OpenItem, Totals, due_group
from pos_closeout.domain.phases import State
from pos_closeout.domain.reminders import Outlook
from pos_closeout.domain.steps import first_unfinished
from pos_closeout.ui.kit import Kit
from pos_closeout.ui.situation import Situation
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.style.values import RIGHT_TO_LEFT
from pos_closeout.ui.widgets.basic import (
    button,
    card,
    clear_layout,
    column,
    icon_label,
    label,
    row,
    rule,
    scrolled,
    tag,
)
from pos_closeout.ui.widgets.progress import StepBar
from pos_closeout.ui.words import finds_told, item_line

_DRAWN_AT_ONCE = 4


class HomePage(QWidget):
    """The first thing the owner sees.

    Args:
        kit: the look and the texts.
        make_welcome: makes what stands here while there is no case.
        situation: works out where a case stands.
        finds: counts what was found in the bills of a case and waits for a decision.
    """

    new_asked = Signal()
    sample_asked = Signal()
    case_asked = Signal(int)
    delete_asked = Signal(int)
    close_asked = Signal(int)
    reopen_asked = Signal(int)
    list_asked = Signal()
    print_asked = Signal()
    item_asked = Signal(int)
    bills_asked = Signal(int)

    def __init__(
        self,
        kit: Kit,
        make_welcome: Callable[[], QWidget],
        situation: Callable[[Case], Situation],
        finds: Callable[[int], int],
    ) -> None:
        super().__init__()
        self._kit, self._make_welcome, self._situation, self._finds = kit, make_welcome, situation, finds
        self._welcome: QWidget | None = None
        self._today = date.min
        self._undrawn: deque[Case] = deque()
        self._closed_told = False
        self._last_reached: QWidget | None = None
        # An interval of nothing: whenever the event loop has nothing else to do.
        self._idle = QTimer(self)
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

    def tell(self, at: datetime, cases: list[Case], totals: Totals, reminder: Outlook) -> None:
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
            if is_closed(case):
                made = self._closed_card(case)
                if not self._closed_told:
                    self._cases.addWidget(label(self.tr("Closed cases"), "subtitle"))
                    self._closed_told = True
            else:
                made = self._case_card(self._situation(case), first=not self._cases.count())
            self._cases.addWidget(made)
            # Qt would have Tab come to a card drawn later after everything else.
            for reached in made.findChildren(QPushButton):
                if self._last_reached is not None:
                    QWidget.setTabOrder(self._last_reached, reached)
                self._last_reached = reached
        if not self._undrawn:
            self._idle.stop()

    def _greet(self, at: datetime, cases: list[Case]) -> str:
        if at.hour < 11:
            hello = self.tr("Good morning")
        elif at.hour < 18:
            hello = self.tr("Good afternoon")
        else:
            hello = self.tr("Good evening")
        name = next((case.merchant.representative for case in cases if case.merchant.representative), "")
        return self.tr("%1, %2").replace("%1", hello).replace("%2", name) if name else hello

    def _summed_up(self, cases: list[Case], reminder: Outlook) -> str:
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

    def _case_card(self, now: Situation, *, first: bool) -> QFrame:
        case, kit = now.case, self._kit
        action = main_action(case)
        name = shop_name(case) or self.tr("New case, no name yet")
        title = f"{name} · {kit.say(kit.guidance.actions[action].name)}" if action else name
        heading = QHBoxLayout()
        heading.setSpacing(10)
        heading.addWidget(label(title, "cardTitle", wrap=False))
        if case.sample:
            heading.addWidget(tag(kit.look, "eye", self.tr("Sample, not a real shop"), Tone.AMBER))
        heading.addStretch()
        words = column(heading, label(self._about(case), "subtitle"), spacing=4)
        go = button(
            kit.look,
            self.tr("Go on") if first else self.tr("Open"),
            lambda: self.case_asked.emit(case.id),
            icon="arrow-right",
            kind="primary" if first else "",
            name=f"{self.tr('Go on')}: {name}",
        )
        go.setProperty("layoutDirection", RIGHT_TO_LEFT)
        go.setText(f"{go.text().strip()} ")
        top = QHBoxLayout()
        top.addLayout(words, 1)
        top.addLayout(_in_the_middle(go))
        top.addLayout(_in_the_middle(self._more(case, name)))
        parts: list[QWidget | QHBoxLayout] = [top, StepBar(kit, now), label(self._next(now), "hint")]
        waiting = self._finds(case.id)
        if waiting:
            decide = button(kit.look, finds_told(waiting), lambda: self.bills_asked.emit(case.id), kind="link")
            line = row(icon_label(kit.look, "triangle-alert", Tone.AMBER, 16), decide, spacing=6)
            line.addStretch()
            parts.append(line)
        return card(*parts, spacing=10)

    def _closed_card(self, case: Case) -> QFrame:
        """Return one line for a case that has been closed: it can be opened again."""
        look, name = self._kit.look, shop_name(case) or case.number
        closed_on = case.closing.closed_on
        words = self.tr("Closed on {day}").format(day="" if closed_on is None else self._kit.long_day(closed_on))
        if case.carried:
            words += " · " + self.tr("%n item(s) left for later", "", len(case.carried))
        again = button(
            look, self.tr("Open again…"), lambda: self.reopen_asked.emit(case.id), icon="rotate-ccw", kind="small"
        )
        again.setAccessibleDescription(name)
        line = row(tag(look, "lock", words, Tone.NEUTRAL), label(f"{name} · {case.number}"), spacing=12)
        line.addWidget(again)
        line.addWidget(self._more(case, name))
        return card(line)

    def _more(self, case: Case, name: str) -> QWidget:
        more = button(self._kit.look, "", lambda: None, icon="chevron-down", kind="quiet", name=self.tr("More"))
        more.setAccessibleDescription(name)
        menu = QMenu(more)
        if not is_closed(case):
            closing = menu.addAction(self.tr("Close this case…"))
            closing.triggered.connect(lambda: self.close_asked.emit(case.id))
        # Connected apart: addAction() with what it does has PySide6 make the names of all standard keys.
        deleting = menu.addAction(self.tr("Delete this case…"))
        deleting.triggered.connect(lambda: self.delete_asked.emit(case.id))
        more.setMenu(menu)
        return more

    def _about(self, case: Case) -> str:
        parts = [case.acquirer.name or self.tr("acquirer not named yet")]
        if case.terminals:
            parts.append(self.tr("%n terminal(s)", "", len(case.terminals)))
        if case.request.stop_on is not None:
            parts.append(self.tr("to stop on %1").replace("%1", self._kit.long_day(case.request.stop_on)))
        return " · ".join(parts)

    def _next(self, now: Situation) -> str:
        step = first_unfinished(dict(now.statuses))
        number = list(now.statuses).index(step) + 1
        name = self._kit.say(self._kit.guidance.steps[step].name)
        found = now.statuses[step]
        parts = [self.tr("Step %1 of 12").replace("%1", str(number)), name]
        if found.state is State.BLOCKED:
            parts.append(self.tr("%n thing(s) must be done first", "", len(found.missing)))
        if found.state is State.DONE:
            parts.append(self.tr("the letter is ready"))
        return " · ".join(parts)

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


def _in_the_middle(widget: QWidget) -> QVBoxLayout:
    """Return a column with the widget half way down."""
    layout = QVBoxLayout()
    layout.addStretch()
    layout.addWidget(widget)
    layout.addStretch()
    return layout


def _slack() -> QVBoxLayout:
    """Return what takes up the height a card has to spare."""
    layout = QVBoxLayout()
    layout.addStretch()
    return layout
