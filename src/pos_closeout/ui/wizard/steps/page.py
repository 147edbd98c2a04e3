"""What all step pages have in common: a heading from the guidance texts, a text column, and two signals."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_closeout.domain.case.case import Case, never_opened
from pos_closeout.domain.phases import Step, StepState
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import PAGE_MARGINS, TEXT_COLUMN, Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import column, label, scrolled
from pos_closeout.ui.wizard.situation import Situation


class _Held(QWidget):
    """What a page scrolls: as high as its texts are at the width there is.

    Qt would keep it as high as they were in narrower columns, and leave a blank below the last card.
    """

    def minimumSizeHint(self) -> QSize:
        """Ask for no height of its own: the layout tells it for each width."""
        return QSize(super().minimumSizeHint().width(), 0)


class StepPage(QWidget):
    """One step of the wizard.

    A page shows a situation and reports a new case; it never stores anything. ``tell`` may come at any time, also while
    the owner types, so it changes only those widgets whose answer differs.
    """

    changed = Signal(object)
    """The owner gave an answer; carries the new :class:`Case`."""
    step_asked = Signal(object)
    """The owner wants to go to another step; carries a :class:`Step`."""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__()
        self.context, self.step = context, step
        self.now: Situation | None = None
        texts = context.guidance.steps[step]
        self._unneeded = Banner(context)
        self._title = label(context.say(texts.name), "title")
        self._title.setAccessibleDescription(context.say(texts.subtitle))
        self.heading = column(self._title, label(context.say(texts.subtitle), "subtitle"), spacing=2)
        self.heading.addWidget(self._unneeded)

    def arrive(self) -> None:
        """Put the keyboard on the heading, which is read out: no key that is pressed then can change an answer."""
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, now: Situation) -> None:
        """Show a situation."""
        self.now = now
        needed = now.statuses[self.step].state is not StepState.NOT_NEEDED
        self._unneeded.tell(Tone.ACCENT, "" if needed else self._unneeded_text())
        self.refresh(now)

    def _unneeded_text(self) -> str:
        if not never_opened(self.case):
            return self.tr(
                "The acquirer has left the market: nothing is switched off on the device any more. Keep it sealed "
                "until they say whom to hand it to."
            )
        return self.tr("You never opened this merchant, so there is nothing to do here. Go on with the next step.")

    def refresh(self, now: Situation) -> None:
        """Bring the widgets in line with a situation; pages say how."""
        raise NotImplementedError

    def print_paper(self) -> bool:
        """Ask for the paper that belongs to this step to be printed; return whether there is one."""
        return False

    def edit(self, case: Case) -> None:
        """Report a new case when it differs from the one shown."""
        if self.now is not None and case != self.now.case:
            self.changed.emit(case)

    @property
    def case(self) -> Case:
        """The case shown last."""
        return self.now.case if self.now is not None else Case()

    def lay_out(self, *parts: QWidget, spacing: int = 16) -> None:
        """Put the heading and the parts below each other into a scrolled column of readable width."""
        inner = QWidget()
        inner.setMaximumWidth(self.context.look.px(TEXT_COLUMN))
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(spacing)
        body.addLayout(self.heading)
        for part in parts:
            body.addWidget(part)
        # All the room left over: fields that may grow would pull their cards apart on a high screen.
        body.addStretch(1)
        side, top = PAGE_MARGINS
        held = _Held()
        centred = QHBoxLayout(held)
        centred.setContentsMargins(side, top, side, top)
        centred.addWidget(inner, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(held))
