"""The cards of home: one for each case, with how far it has come and what can be done with it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from pos_closeout.domain.phases import Step, StepState
from pos_closeout.domain.steps.case_card import CaseCard
from pos_closeout.ui.context import Context
from pos_closeout.ui.plain_text import shown_plain
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.style.values import RIGHT_TO_LEFT
from pos_closeout.ui.widgets.basic import button, card, column, icon_label, label, row, tag
from pos_closeout.ui.widgets.phrases import proposals_text, shortened
from pos_closeout.ui.widgets.progress import StepBar

_COLUMNS = 40
"""What the name of a shop takes beside its buttons in a window of 1024 pixels."""


class CardMaker(QObject):
    """Makes the cards and passes on what is asked for with a case, by its id.

    Args:
        context: the look and the texts.
    """

    case_asked = Signal(int)
    delete_asked = Signal(int)
    close_asked = Signal(int)
    reopen_asked = Signal(int)
    copy_asked = Signal(int)
    history_asked = Signal(int)
    archive_asked = Signal(int)
    bills_asked = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def open_card(self, told: CaseCard, *, first: bool, waiting: int, listed: bool = False) -> QFrame:
        """Return the card of an open case.

        Args:
            told: where the case stands.
            first: whether it is the one to go on with.
            waiting: how many finds in its bills nobody has decided about.
            listed: whether items of it are open.
        """
        name = told.shop or self.tr("New case, no name yet")
        words = column(self._heading(told, name), label(self._about(told), "subtitle"), spacing=4)
        top = QHBoxLayout()
        top.addLayout(words, 1)
        top.addLayout(_in_the_middle(self._go(told, name, first=first)))
        top.addLayout(_in_the_middle(self._more(told, name)))
        bar = StepBar(self._context, told.states, listed=listed)
        parts: list[QWidget | QHBoxLayout] = [top, bar, label(self._next(told), "hint")]
        if waiting:
            parts.append(self._to_decide(told, waiting))
        return card(*parts, spacing=10)

    def closed_card(self, told: CaseCard) -> QFrame:
        """Return one line for a case that has been closed: it can be opened again."""
        look, name = self._context.look, told.shop or told.number
        words = self.tr("Closed on {day}").format(
            day="" if told.closed_on is None else self._context.long_day(told.closed_on)
        )
        if told.carried:
            words += " · " + self.tr("%n item(s) left for later", "", told.carried)
        again = button(
            look, self.tr("Open again…"), lambda: self.reopen_asked.emit(told.case_id), icon="rotate-ccw", kind="small"
        )
        again.setAccessibleDescription(name)
        line = row(tag(look, "lock", words, Tone.NEUTRAL), label(f"{name} · {told.number}"), spacing=12)
        line.addWidget(again)
        line.addWidget(self._more(told, name))
        return card(line)

    def _heading(self, told: CaseCard, name: str) -> QHBoxLayout:
        context = self._context
        title = shortened(name, _COLUMNS)
        if told.action:
            title += f" · {context.say(context.guidance.names.actions[told.action])}"
        called = label(title, "cardTitle", wrap=False)
        called.setToolTip(shown_plain(name))
        heading = row(called, spacing=10)
        if told.sample:
            heading.addWidget(tag(context.look, "eye", self.tr("Sample, not a real shop"), Tone.AMBER))
        heading.addStretch()
        return heading

    def _go(self, told: CaseCard, name: str, *, first: bool) -> QPushButton:
        go = button(
            self._context.look,
            self.tr("Go on") if first else self.tr("Open"),
            lambda: self.case_asked.emit(told.case_id),
            icon="arrow-right",
            kind="primary" if first else "",
            name=self.tr("Go on") + f": {name}",
        )
        go.setProperty("layoutDirection", RIGHT_TO_LEFT)
        go.setText(f"{go.text().strip()} ")
        return go

    def _to_decide(self, told: CaseCard, waiting: int) -> QHBoxLayout:
        look = self._context.look
        decide = button(look, proposals_text(waiting), lambda: self.bills_asked.emit(told.case_id), kind="link")
        line = row(icon_label(look, "triangle-alert", Tone.AMBER, 16), decide, spacing=6)
        line.addStretch()
        return line

    def _more(self, told: CaseCard, name: str) -> QWidget:
        more = button(self._context.look, "", lambda: None, icon="chevron-down", kind="quiet", name=self.tr("More"))
        more.setAccessibleDescription(name)
        menu = QMenu(more)
        # Filled when it is first opened: a card is drawn often, its menu is looked at rarely.
        menu.aboutToShow.connect(lambda: self._fill(menu, told))
        more.setMenu(menu)
        return more

    def _fill(self, menu: QMenu, told: CaseCard) -> None:
        if not menu.isEmpty():
            return
        put_away = (self.tr("Put into the archive"), self.archive_asked)
        wishes = (
            (self.tr("What happened so far…"), self.history_asked),
            (self.tr("New case for the same shop"), self.copy_asked),
            (self.tr("Close this case…"), self.close_asked) if told.closed_on is None else put_away,
            (self.tr("Delete this case…"), self.delete_asked),
        )
        # Connected apart: addAction() with what it does has PySide6 make the names of all standard keys.
        asked = {menu.addAction(text): signal for text, signal in wishes}
        menu.triggered.connect(lambda action: asked[action].emit(told.case_id))

    def _about(self, told: CaseCard) -> str:
        parts = [told.acquirer or self.tr("acquirer not named yet")]
        if told.terminals:
            parts.append(self.tr("%n terminal(s)", "", told.terminals))
        if told.stop_on is not None:
            parts.append(self.tr("to stop on %1").replace("%1", self._context.long_day(told.stop_on)))
        return " · ".join(parts)

    def _next(self, told: CaseCard) -> str:
        place = list(Step).index(told.step)
        parts = [
            self.tr("Step %1 of 12").replace("%1", str(place + 1)),
            self._context.say(self._context.guidance.names.steps[told.step]),
        ]
        if told.states[place] is StepState.BLOCKED:
            parts.append(self.tr("%n thing(s) must be done first", "", told.missing))
        if told.states[place] is StepState.DONE:
            parts.append(self.tr("the letter is ready"))
        return " · ".join(parts)


def _in_the_middle(widget: QWidget) -> QVBoxLayout:
    """Return a column with the widget half way down."""
    layout = QVBoxLayout()
    layout.addStretch()
    layout.addWidget(widget)
    layout.addStretch()
    return layout
