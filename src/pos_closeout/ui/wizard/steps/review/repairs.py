"""After a return: what is to be mended, where, and what the next version of the letter changed."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.case.review import (
    LetterChange,
    Repair,
    ReviewState,
    open_repairs,
    repair_step,
    state_of,
    version_changes,
)
from pos_closeout.domain.phases import Step
from pos_closeout.guidance.review_texts import repair_text
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, clear_layout, column, framed, label, row
from pos_closeout.ui.widgets.choice import CheckLine
from pos_closeout.ui.wizard.situation import Situation


class RepairCard(QWidget):
    """Lists the repairs of the last return with a box and a way to the step; ``changed`` carries the new case."""

    changed = Signal(object)
    step_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._case = context, Case()
        self._shown: tuple[str, ...] = ()
        self._boxes: list[CheckLine] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._left = label("", "hint")
        next_version = button(
            context.look,
            self.tr("Make the next version"),
            lambda: self.step_asked.emit(Step.APPLICATION),
            kind="primarySmall",
        )
        ways = row(next_version)
        ways.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card(label(self.tr("To be fixed"), "cardTitle"), self._lines, self._left, ways, spacing=10))

    def tell(self, now: Situation) -> None:
        """Show the repairs while the application is with the owner."""
        self._case = now.case
        returned = state_of(now.case.reviews) is ReviewState.RETURNED
        self.setVisible(returned)
        if not returned:
            return
        texts, repairs = self._context.guidance.review, now.case.repairs
        told = tuple(repair_text(texts, repair, self._context.language) for repair in repairs)
        if told != self._shown:
            self._shown = told
            self._build(told, repairs)
        for box, repair in zip(self._boxes, repairs, strict=True):
            box.set_checked(checked=repair.done)
        left = len(open_repairs(repairs))
        self._left.setText(
            self.tr("%n thing(s) left to fix.", "", left)
            if left
            else self.tr("All fixed. Print the next version, then note that you handed it in.")
        )

    def _build(self, told: tuple[str, ...], repairs: tuple[Repair, ...]) -> None:
        clear_layout(self._lines)
        self._boxes, ways = [], []
        for place, (text, repair) in enumerate(zip(told, repairs, strict=True)):
            box = CheckLine(text)
            box.toggled.connect(partial(self._ticked, place))
            step = repair_step(repair)
            name = self._context.say(self._context.guidance.steps[step].name)
            go = button(self._context.look, name, partial(self.step_asked.emit, step), icon="arrow-right", kind="small")
            go.setAccessibleDescription(text)
            ways.append(go)
            line = row(box, go)
            line.setStretch(0, 1)
            self._boxes.append(box)
            self._lines.addLayout(line)
        # Of one width, so that they stand below each other.
        widest = max((each.sizeHint().width() for each in ways), default=0)
        for each in ways:
            each.setMinimumWidth(widest)

    def _ticked(self, place: int, done: bool) -> None:
        repairs = self._case.repairs
        changed = replace(repairs[place], done=done)
        self.changed.emit(replace(self._case, repairs=(*repairs[:place], changed, *repairs[place + 1 :])))


class ChangesCard(QWidget):
    """Says what the last issued version changed; ``print_asked`` carries title, text and language."""

    print_asked = Signal(str, str, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[LetterChange, ...] = ()
        self._version = 0
        self._title = label("", "cardTitle")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        printed = row(button(context.look, self.tr("Print this note"), self.print_note, icon="printer", kind="small"))
        printed.addStretch()
        told = self.tr("The clerk sees at a glance what is new. Hand this note in with the letter.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card(self._title, label(told, "hint"), self._lines, printed, spacing=10))

    def tell(self, now: Situation) -> None:
        """Compare the version issued last with the one before it."""
        version = now.case.letter.issued_version
        changes = version_changes(now.case.issued_texts, version, self._context.language)
        self.setVisible(bool(changes))
        if (changes, version) == (self._shown, self._version):
            return
        self._shown, self._version = changes, version
        title = self.tr("What version %1 changed")
        self._title.setText(title.replace("%1", str(version)))
        clear_layout(self._lines)
        for change in changes:
            before = [label(self.tr("Before: %1").replace("%1", line), "hint") for line in change.before]
            after = [label(self.tr("Now: %1").replace("%1", line), tone=Tone.OK) for line in change.after]
            self._lines.addWidget(framed(column(*before, *after, spacing=2), "quote"))

    def print_note(self) -> bool:
        """Ask for the note on paper; return whether there is anything to note."""
        if not self._shown:
            return False
        lines: list[str] = []
        for change in self._shown:
            lines += [self.tr("Before: %1").replace("%1", line) for line in change.before]
            lines += [self.tr("Now: %1").replace("%1", line) for line in change.after]
            lines.append("")
        self.print_asked.emit(self._title.text(), "\n".join(lines), LetterLanguage(self._context.language))
        return True
