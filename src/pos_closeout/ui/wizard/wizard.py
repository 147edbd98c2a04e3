"""The wizard: rail, the page of one step, side panel, and the bar with Back, Next and "saved"."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from pos_closeout.domain.phases import Step, StepState
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, framed, icon_label, label, row
from pos_closeout.ui.wizard.rail import Rail
from pos_closeout.ui.wizard.side_panel import SidePanel
from pos_closeout.ui.wizard.situation import Situation
from pos_closeout.ui.wizard.steps import make_page
from pos_closeout.ui.wizard.steps.application.page import ApplicationPage
from pos_closeout.ui.wizard.steps.page import StepPage

_STEPS = tuple(Step)
_WITHOUT_PANEL = frozenset({Step.APPLICATION, Step.OPEN_ITEMS})
_LEAST_PAGE = 700
"""Width at normal text that a page has at least beside the rail; with less the rail folds."""


class Wizard(QWidget):
    """Walks through the steps of one case. Pages are made when they are first shown."""

    changed = Signal(object)
    """A page changed an answer; carries the new case."""
    left = Signal()
    """The owner left a page; what is not saved is to be saved now."""
    step_shown = Signal(object)
    """A step is shown now."""

    def __init__(self, context: Context, prepare: Callable[[StepPage], None]) -> None:
        super().__init__()
        self._context, self._prepare = context, prepare
        self._now: Situation | None = None
        self._step = Step.PURPOSE
        self._pages: dict[Step, StepPage] = {}
        self.rail = Rail(context)
        self.rail.step_asked.connect(self.go)
        self._stack = QStackedWidget()
        self._panel = SidePanel(context)
        self._panel_wanted = True
        self._beside = True
        middle = self._middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self._stack, 1)
        middle.addWidget(self._panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(self._bottom())

    def _bottom(self) -> QFrame:
        look = self._context.look
        self._saved_icon, self._saved = QLabel(), label("", "hint", wrap=False)
        self._back = button(look, self.tr("&Back"), lambda: self._move(-1))
        self._next = button(look, self.tr("&Next"), lambda: self._move(1), kind="primary")
        self._why = button(look, self.tr("Why we ask"), self._toggle_panel, icon="circle-help", kind="quiet")
        self._why.setToolTip(self.tr("Why we ask, and the law behind it (F9)"))
        bar = row(self._saved_icon, self._saved, spacing=6, margins=(24, 10, 24, 10))
        bar.addStretch()
        self._why.setCheckable(True)
        bar.addWidget(self._why)
        bar.addSpacing(6)
        bar.addWidget(self._back)
        bar.addSpacing(6)
        bar.addWidget(self._next)
        return framed(bar, "bottom")

    @property
    def step(self) -> Step:
        """The step on the screen."""
        return self._step

    def page(self, step: Step) -> StepPage:
        """Return the page of a step, made now if it has not been shown yet."""
        if step not in self._pages:
            page = make_page(self._context, step)
            page.changed.connect(self.changed)
            page.step_asked.connect(self.go)
            self._prepare(page)
            self._pages[step] = page
            self._stack.addWidget(page)
        return self._pages[step]

    def tell(self, now: Situation) -> None:
        """Show a situation on the current page and the rail."""
        if self._now is not None and self._now.case.id != now.case.id:
            self._forget_pages()
        self._now = now
        self.rail.tell(now.statuses, self._step)
        self.page(self._step).tell(now)

    def let_pages_go(self) -> None:
        """Delete the pages now: a new style sheet would be put on each of their two thousand parts, for seconds."""
        pages = tuple(self._pages.values())
        self._forget_pages()
        for page in pages:
            QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)

    def _forget_pages(self) -> None:
        """Make the pages anew for another case: what could not be read in the old one must not stand in it."""
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()

    def go(self, step: Step) -> None:
        """Go to a step; what was typed on the page before is saved first."""
        if step is not self._step:
            self.left.emit()
        self._step = step
        page = self.page(step)
        if self._now is not None:
            self.rail.tell(self._now.statuses, step)
            page.tell(self._now)
        self._stack.setCurrentWidget(page)
        self._panel.tell(step)
        self._float(shown=False)
        self._fold()
        at = _STEPS.index(step)
        self._back.setEnabled(at > 0)
        # The last page ends in what closes the case, not in a button that leads nowhere.
        self._next.setVisible(at < len(_STEPS) - 1)
        if isinstance(page, ApplicationPage):
            page.redraw_now()
        page.arrive()
        self.step_shown.emit(step)

    def _move(self, by: int) -> None:
        """Go on by one step; those that this case has no use for are passed over."""
        at = _STEPS.index(self._step) + by
        while 0 < at < len(_STEPS) - 1 and self._not_needed(_STEPS[at]):
            at += by
        self.go(_STEPS[at])

    def _not_needed(self, step: Step) -> bool:
        return self._now is not None and self._now.statuses[step].state is StepState.NOT_NEEDED

    def set_panel(self, *, wanted: bool) -> None:
        """Unfold or fold the side panel away; where there is no room beside the page it lies over it."""
        self._panel_wanted = wanted
        self._fold()
        if not self._roomy():
            self._float(shown=wanted)

    def _roomy(self) -> bool:
        return self.width() >= self._context.look.px(1120)

    def _fold(self) -> None:
        """Give the page the room it needs: the panel steps aside first, then the names of the rail."""
        self.rail.fold(folded=self.width() - self.rail.full_width < self._context.look.px(_LEAST_PAGE))
        has_panel = self._step not in _WITHOUT_PANEL
        beside = self._panel_wanted and self._roomy() and has_panel
        if beside != self._beside:
            self._beside = beside
            if beside:
                self._middle.addWidget(self._panel)
            else:
                self._middle.removeWidget(self._panel)
        over = not beside and has_panel and self._why.isChecked()
        self._why.setVisible(has_panel and not beside)
        self._why.setChecked(over)
        self._panel.setVisible(beside or over)
        if over:
            self._lay_over()

    def _toggle_panel(self) -> None:
        self._fold()
        if self._why.isChecked():
            self._panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _float(self, *, shown: bool) -> None:
        """Lay the panel over the page, or take it away from there."""
        self._why.setChecked(shown)
        self._fold()

    def _lay_over(self) -> None:
        room = self._stack.geometry()
        wide = min(self._panel.width(), room.width())
        self._panel.setGeometry(room.right() + 1 - wide, room.top(), wide, room.height())
        self._panel.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the panel away from the page with Esc."""
        if event.key() == Qt.Key.Key_Escape and self._why.isChecked():
            self._float(shown=False)
            self._why.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002  (Qt's signature)
        """Fold away what would squeeze the page."""
        self._fold()
        # The layout gives the page its new place only after this.
        QTimer.singleShot(0, self, self._fold)

    def showEvent(self, event: object) -> None:  # noqa: ARG002  (Qt's signature)
        """Look again at the room there is: before it is shown a window has none."""
        self._fold()

    def tell_saved(self, at: datetime) -> None:
        """Say when the case was saved last."""
        self._say_saved("check", Tone.NEUTRAL, self.tr("Saved %1").replace("%1", f"{at:%H:%M}"))

    def tell_unsaved(self) -> None:
        """Say that the last change could not be saved yet."""
        self._say_saved("triangle-alert", Tone.SEAL, self.tr("Not saved yet, trying again"))

    def _say_saved(self, icon: str, tone: Tone, text: str) -> None:
        self._saved_icon.setPixmap(icon_label(self._context.look, icon, tone, 16).pixmap())
        self._saved.setText(text)
        self._saved.setAccessibleName(text)
