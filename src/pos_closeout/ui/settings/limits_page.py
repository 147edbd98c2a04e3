"""The page of the settings with the usual time limits."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent

from pos_closeout.actions.items.due import keep_limits, own_limits
from pos_closeout.domain.ledger.limits import DEFAULTS, HIGHEST, Limit
from pos_closeout.ui.context import Context
from pos_closeout.ui.settings.page import SettingsPage
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, label, row
from pos_closeout.ui.widgets.field import Field, grid
from pos_closeout.ui.widgets.number_line import CountBox


class LimitsPage(SettingsPage):
    """Every number is a habit that the acquirer, the platform or the place may set differently."""

    icon = "hourglass"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.boxes: dict[Limit, LimitBox] = {}
        self._fields: dict[Limit, Field] = {}
        for limit, text in context.guidance.limits.items():
            box = LimitBox()
            box.setRange(*((1, 28) if limit is Limit.INVOICE else (0, HIGHEST)))
            box.setSuffix(f" {self._unit(text.unit)}")
            note = "" if text.note is None else context.say(text.note)
            self.boxes[limit], self._fields[limit] = box, Field(context, context.say(text.label), box, hint=note)
        self._lay_out()
        self._show()
        for box in self.boxes.values():
            box.valueChanged.connect(self._keep)

    def name(self) -> str:
        """Return the title."""
        return self.tr("Usual time limits")

    def _lay_out(self) -> None:
        told = self.tr(
            "Due dates are worked out with these numbers. They are habits, not law: ask your acquirer, and change what "
            "is different for you."
        )
        reset = button(
            self.context.look, self.tr("&Back to the usual numbers"), self._reset, icon="rotate-ccw", kind="small"
        )
        line = row(reset)
        line.addStretch()
        fields = list(self._fields.values())
        rows = [list(fields[at : at + 2]) for at in range(0, len(fields), 2)]
        self.body.addWidget(card(label(told), line, grid([[*pair] for pair in rows]), spacing=14))
        self.body.addStretch()

    def _unit(self, unit: str) -> str:
        return {
            "days": self.tr("days"),
            "working_days": self.tr("working days"),
            "months": self.tr("months"),
            "day_of_month": self.tr("of the month"),
        }[unit]

    def _show(self) -> None:
        for limit, number in own_limits(self.context.store).items():
            with QSignalBlocker(self.boxes[limit]):
                self.boxes[limit].setValue(number)
            self._tell(limit)

    def _tell(self, limit: Limit) -> None:
        """Mark a number that differs from the usual one."""
        if self.boxes[limit].value() == DEFAULTS[limit]:
            self._fields[limit].set_verdict(None, "")
        else:
            words = self.tr("Changed; usually {number}").format(number=DEFAULTS[limit])
            self._fields[limit].set_verdict(Tone.ACCENT, words)

    def _keep(self) -> None:
        self.attempt(lambda: keep_limits(self.context.store, {limit: box.value() for limit, box in self.boxes.items()}))
        for limit in self.boxes:
            self._tell(limit)

    def _reset(self) -> None:
        self.attempt(lambda: keep_limits(self.context.store, {}))
        self._show()


class LimitBox(CountBox):
    """A number that the wheel does not change while the page is scrolled over it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
