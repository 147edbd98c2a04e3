"""The due date of an item: worked out while the other fields are typed, explained, and moved only with a reason."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_closeout.domain.ledger.due_dates import DueDate
from pos_closeout.domain.ledger.due_rules import Start
from pos_closeout.domain.ledger.item_facts import Fact
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, clear_layout, column, framed, icon_label, label, row
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field, grid, line_edit


class DueFields(QWidget):
    """Two fields, day and reason, with the explanation below."""

    edited = Signal()
    grown = Signal()
    """The explanation may need another height."""

    def __init__(self, context: Context, due_on: date | None, basis: str, *, new: bool) -> None:
        super().__init__()
        self._context = context
        self._due = DueDate()
        self._follows = new and due_on is None
        self._first = True
        self.day, self.reason = DateField(context), line_edit()
        self.day.set_value(due_on)
        self.reason.setText(basis)
        self._day_field = Field(context, self.tr("Due date"), self.day, note=self.tr("may stay empty"))
        self._reason_field = Field(context, self.tr("Why this date"), self.reason, note=self.tr("in your words"))
        self._lines = column(spacing=3)
        self._take = button(context.look, "", self._follow, kind="link", name=self.tr("Take the usual date"))
        self._box = framed(column(self._lines, self._take, spacing=4, margins=(10, 2, 0, 2)), "quote")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._asked = QWidget()
        asked = grid([[self._day_field, self._reason_field]])
        asked.setContentsMargins(0, 0, 0, 0)
        self._asked.setLayout(asked)
        layout.addWidget(self._asked)
        layout.addWidget(self._box)
        self.day.edited.connect(self._moved)
        self.day.editingFinished.connect(self._tell_problem)
        self.reason.textEdited.connect(self._typed_reason)

    def ask(self, *, asked: bool) -> None:
        """Ask for day and reason, or only say what the rules come to."""
        self._asked.setVisible(asked)

    def editors(self) -> list[QWidget]:
        """Return what takes the focus, in reading order."""
        return [self.day, self.reason, self._take]

    def value(self) -> date | None:
        """Return the day, ``None`` when empty or not readable."""
        return self.day.value()

    def basis(self) -> str:
        """Return the owner's reason; a date that follows the rules needs none."""
        return "" if self._follows else self.reason.text().strip()

    def hint(self, words: str) -> None:
        """Say in the empty reason what is usual for the kind."""
        self.reason.setPlaceholderText(words)

    def start_again(self, day: date | None, reason: str) -> None:
        """Take the date that belongs to the kind now chosen: none for another kind, so that its rules decide."""
        self._first, self._follows = True, day is None
        self.day.set_value(day)
        self.reason.setText(reason)

    def tell(self, due: DueDate) -> None:
        """Take what the rules come to now; the day follows unless the owner moved it."""
        if self._first:
            # An item that stands on its usual date goes on following it.
            self._follows = self._follows or (due.on is not None and due.on == self.value() and not self.reason.text())
            self._first = False
        self._due = due
        if self._follows and due.on is not None:
            self.day.set_value(due.on)
            self.reason.clear()
        self._explain()

    def problem(self) -> QWidget | None:
        """Say what is wrong beside the fields and return the first wrong editor."""
        self._tell_problem()
        if self.day.verdict():
            return self.day
        if self._moved_away() and not self.reason.text().strip():
            words = self.tr("You moved the date. Please say why, so that it can be understood later.")
            self._reason_field.set_verdict(Tone.SEAL, words)
            return self.reason
        return None

    def _is_usual(self) -> bool:
        return self._due.on is not None and self._due.on == self.value()

    def _moved_away(self) -> bool:
        """Whether the owner gives another date than the rules."""
        return self._due.on is not None and self.value() is not None and not self._is_usual()

    def _follow(self) -> None:
        self._follows = True
        self.tell(self._due)
        self._day_field.set_verdict(None, "")
        self._reason_field.set_verdict(None, "")
        self.day.setFocus()
        self.edited.emit()

    def _moved(self) -> None:
        self._follows = self._is_usual()
        self._day_field.set_verdict(None, "")
        self._explain()
        self.edited.emit()

    def _typed_reason(self) -> None:
        self._reason_field.set_verdict(None, "")
        self.edited.emit()

    def _tell_problem(self) -> None:
        problem = self.day.verdict()
        self._day_field.set_verdict(Tone.SEAL if problem else None, problem)

    def _explain(self) -> None:
        clear_layout(self._lines)
        for at, line in enumerate(self._told()):
            self._lines.addWidget(label(line, "strong" if at == 0 and self._due.decided else "hint"))
        if self._due.uncertain and self._due.on is not None:
            self._lines.addLayout(
                self._warned(self._context.guidance.due_words.uncertain(self._due.on, self._context.language))
            )
        self._take.setVisible(self._due.on is not None and not self._is_usual())
        if self._due.on is not None:
            taken = self.tr("Take the usual date {day}").format(day=self._context.long_day(self._due.on))
            self._take.setText(taken)
            self._take.setAccessibleName(taken)
        self.reason.setEnabled(not (self._follows and self._is_usual()))
        self._box.setVisible(bool(self._lines.count()))
        self.day.setAccessibleDescription(" ".join(self._told()))
        self.grown.emit()

    def _warned(self, words: str) -> QHBoxLayout:
        line = row(icon_label(self._context.look, "triangle-alert", Tone.AMBER, 15, top=True), spacing=6)
        line.addWidget(label(words, "hint", tone=Tone.AMBER), 1)
        return line

    def _told(self) -> Sequence[str]:
        context, words = self._context, self._context.guidance.due_words
        if self._due.decided is None:
            return self._missing()
        said = words.explained(self._due, context.language)
        uncertain = words.uncertain(self._due.decided.on, context.language) if self._due.uncertain else ""
        head = self.tr("Usual date: {day}").format(day=context.long_day(self._due.decided.on))
        return (head, *(line for line in said if line != uncertain))

    def _missing(self) -> Sequence[str]:
        """Say which answers would let the program work the date out."""
        named = [self._named(start) for start in self._due.missing]
        if not named:
            return ()
        return (
            self.tr("The date is worked out as soon as one of these is known: {days}").format(days=", ".join(named)),
        )

    def _named(self, start: Fact | Start) -> str:
        if isinstance(start, Fact):
            return self._context.say(self._context.guidance.facts[start].label)
        if start is Start.STOP:
            return self.tr("the planned stop (step 8)")
        return self.tr("the date of the original payment")
