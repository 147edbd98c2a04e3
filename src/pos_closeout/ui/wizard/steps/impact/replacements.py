"""What takes the terminal's place: four ways with what each needs, and until when it is to be ready."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.impact import Replacement, ReplacementKind
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import card, label
from pos_closeout.ui.widgets.choice import CheckLine
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field, grid
from pos_closeout.ui.widgets.verdicts import show_problem
from pos_closeout.ui.wizard.situation import Situation


class ReplacementLine(QWidget):
    """One way: a box, what it needs, and once it is ticked the day and whether it is ready."""

    edited = Signal()

    def __init__(self, context: Context, kind: ReplacementKind) -> None:
        super().__init__()
        texts = context.guidance.impact.replacements[kind]
        self._kind = kind
        self.box = CheckLine(context.say(texts.name))
        self.day, self.ready = DateField(context), CheckLine(self.tr("It works already"))
        self.ready.box.setAccessibleName(f"{self.ready.box.accessibleName()}: {context.say(texts.name)}")
        self._field = Field(context, self.tr("Ready by"), self.day)
        self._more = QWidget()
        more = grid([[self.ready, self._field]])
        more.setContentsMargins(26, 0, 0, 0)
        self._more.setLayout(more)
        needs = label(context.say(texts.needs), "hint")
        needs.setContentsMargins(26, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for part in (self.box, needs, self._more):
            layout.addWidget(part)
        self.box.toggled.connect(lambda: self.edited.emit())
        self.ready.toggled.connect(lambda: self.edited.emit())
        self.day.edited.connect(self._day_edited)

    def _day_edited(self) -> None:
        show_problem(self._field, self.day.verdict())
        self.edited.emit()

    def tell(self, chosen: Replacement | None, now: Situation) -> None:
        """Show whether this way was chosen, and until when."""
        self.box.set_checked(checked=chosen is not None)
        self._more.setVisible(chosen is not None)
        if chosen is None:
            return
        self.ready.set_checked(checked=chosen.ready)
        self._field.setVisible(not chosen.ready)
        if not self.day.verdict():
            self.day.set_value(chosen.ready_by)
            stop = now.case.request.stop_on
            late = stop is not None and chosen.ready_by is not None and chosen.ready_by > stop and not chosen.ready
            told = self.tr("Later than the stop: customers could not pay in between.") if late else ""
            self._field.set_verdict(Tone.AMBER if late else None, told)

    def replacement(self) -> Replacement | None:
        """Return this way as it stands in the line, or ``None`` while it is not ticked."""
        if not self.box.box.isChecked():
            return None
        return Replacement(self._kind, self.day.value(), self.ready.box.isChecked())


class ReplacementsCard(QWidget):
    """Offers the four ways; ``changed`` carries the new case."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._case = Case()
        self._telling = False
        self._lines = {kind: ReplacementLine(context, kind) for kind in ReplacementKind}
        for line in self._lines.values():
            line.edited.connect(self._edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        told = self.tr("Have the new way working before the old one stops. Try one small payment.")
        layout.addWidget(
            card(
                label(self.tr("What replaces it?"), "cardTitle"), label(told, "hint"), *self._lines.values(), spacing=12
            )
        )

    def tell(self, now: Situation) -> None:
        """Show what was chosen."""
        self._case = now.case
        chosen = {each.kind: each for each in now.case.replacements}
        self._telling = True
        for kind, line in self._lines.items():
            line.tell(chosen.get(kind), now)
        self._telling = False

    def _edited(self) -> None:
        if self._telling:
            return
        found = tuple(told for told in (line.replacement() for line in self._lines.values()) if told is not None)
        self.changed.emit(replace(self._case, replacements=found))
