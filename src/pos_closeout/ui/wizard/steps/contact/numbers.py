"""Which number to call: the directory with source and date of each entry, and the owner's own numbers."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.contact import KnownNumber
from pos_closeout.guidance.contact_texts import ListedAcquirer, ListedNumber, find_acquirer
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, clear_layout, label, row, rule, set_tone
from pos_closeout.ui.widgets.combo_box import ComboBox
from pos_closeout.ui.widgets.field import Field, line_edit
from pos_closeout.ui.widgets.number_line import number_line
from pos_closeout.ui.wizard.listed_acquirer import listed_number
from pos_closeout.ui.wizard.situation import Situation
from pos_closeout.ui.wizard.steps.contact.source_choice import SourceChoice, source_warning


class NumberLine(QWidget):
    """One number of the owner's own."""

    def __init__(self, context: Context, position: int) -> None:
        super().__init__()
        self.source = SourceChoice(context)
        self.number, self.whose = number_line(limit=40), line_edit(limit=60)
        named = (
            (self.number, self.tr("Number to call")),
            (self.whose, self.tr("Whose number")),
            (self.source, self.tr("Where the number is from")),
        )
        for editor, title in named:
            editor.setAccessibleName(f"{title} {position}")
        self.number.setPlaceholderText(named[0][1])
        self.whose.setPlaceholderText(named[1][1])
        name = self.tr("Take number %1 off the list").replace("%1", str(position))
        self.remove = button(context.look, "", lambda: None, icon="trash-2", kind="quiet", name=name)
        self._warning = label("", "caption")
        line = row(self.number, self.whose, self.source, self.remove)
        for at, share in enumerate((3, 3, 3, 0)):
            line.setStretch(at, share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self._warning)

    def tell(self, known: KnownNumber) -> None:
        """Show a number without disturbing the cursor."""
        for editor, text in ((self.number, known.number), (self.whose, known.whose)):
            if editor.text() != text:
                editor.setText(text)
        self.source.set_source(known.source)
        warned = source_warning(known.source)
        self._warning.setVisible(warned is not None)
        if warned is not None:
            self._warning.setText(warned[1])
            set_tone(self._warning, "tone", warned[0].value)


class NumbersCard(QWidget):
    """Shows the directory's entry for the acquirer and keeps the owner's own numbers in the case."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._case = context, Case()
        self._listed = ComboBox()
        self._listed.addItem(self.tr("Please choose"), "")
        for key, entry in context.guidance.acquirers.items():
            self._listed.addItem(context.say(entry.name), key)
        self._listed.activated.connect(lambda: self._show_entry(self._chosen()))
        self._entry = QVBoxLayout()
        self._entry.setSpacing(6)
        self._shown: ListedAcquirer | None = None
        self._lines: list[NumberLine] = []
        self._own = QVBoxLayout()
        self._own.setSpacing(8)
        add = row(button(context.look, self.tr("Add a number"), self._added, icon="plus", kind="small"))
        add.addStretch()
        told = self.tr("Only a number from the slip, the agreement or the official site is safe.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            card(
                label(self.tr("Which number to call"), "cardTitle"),
                label(told, "hint"),
                Field(
                    context, self.tr("Directory"), self._listed, note=self.tr("compare with your slip before you call")
                ),
                self._entry,
                rule(),
                label(self.tr("Your own numbers for this case"), "strong"),
                self._own,
                add,
                spacing=10,
            )
        )

    def tell(self, now: Situation) -> None:
        """Show the entry that fits the acquirer, and the owner's numbers."""
        before, self._case = self._case, now.case
        if before.acquirer.name != now.case.acquirer.name:
            found = find_acquirer(self._context.guidance.acquirers, now.case.acquirer.name)
            self._listed.setCurrentIndex(0 if found is None else self._place(found))
            self._show_entry(found)
        numbers = now.case.numbers
        while len(self._lines) > len(numbers):
            line = self._lines.pop()
            line.hide()
            line.deleteLater()
        while len(self._lines) < len(numbers):
            self._new_line()
        for line, known in zip(self._lines, numbers, strict=True):
            line.tell(known)

    def _place(self, found: ListedAcquirer) -> int:
        return 1 + list(self._context.guidance.acquirers.values()).index(found)

    def _chosen(self) -> ListedAcquirer | None:
        return self._context.guidance.acquirers.get(self._listed.currentData())

    def _show_entry(self, entry: ListedAcquirer | None) -> None:
        clear_layout(self._entry)
        if entry is None:
            return
        if not entry.numbers:
            told = self.tr("No number of this acquirer has been checked. Take it from the slip or the agreement.")
            self._entry.addWidget(label(told, "hint", tone=Tone.AMBER))
        for number in entry.numbers:
            self._entry.addLayout(listed_number(self._context, number, partial(self._kept, entry, number)))

    def _kept(self, entry: ListedAcquirer, number: ListedNumber) -> None:
        known = KnownNumber(number.number, self._context.say(entry.name))
        if all(each.number != known.number for each in self._case.numbers):
            self.changed.emit(replace(self._case, numbers=(*self._case.numbers, known)))

    def _new_line(self) -> None:
        line = NumberLine(self._context, len(self._lines) + 1)
        line.number.textEdited.connect(lambda: self._edited(line))
        line.whose.textEdited.connect(lambda: self._edited(line))
        line.source.activated.connect(lambda: self._edited(line))
        line.remove.clicked.connect(lambda: self._removed(line))
        self._own.addWidget(line)
        self._lines.append(line)

    def _added(self) -> None:
        self.changed.emit(replace(self._case, numbers=(*self._case.numbers, KnownNumber())))
        if self._lines:
            self._lines[-1].number.setFocus()

    def _edited(self, line: NumberLine) -> None:
        at, numbers = self._lines.index(line), self._case.numbers
        known = replace(numbers[at], number=line.number.text(), whose=line.whose.text(), source=line.source.source())
        self.changed.emit(replace(self._case, numbers=(*numbers[:at], known, *numbers[at + 1 :])))

    def _removed(self, line: NumberLine) -> None:
        at, numbers = self._lines.index(line), self._case.numbers
        self.changed.emit(replace(self._case, numbers=numbers[:at] + numbers[at + 1 :]))
