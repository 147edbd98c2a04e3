"""The dialog with all fields of one set of data that is moved."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from pos_closeout.domain.case.moving import Move, Moved, needs_warning
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, label, row, scrolled
from pos_closeout.ui.widgets.choice import CheckLine
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.discard_question import may_discard
from pos_closeout.ui.widgets.field import Field, grid, line_edit
from pos_closeout.ui.widgets.money_field import MoneyField


class MoveEditor(QDialog):
    """Edits a move. ``removed`` tells, after a rejection, that the owner took it off the list."""

    def __init__(self, context: Context, move: Move, parent: QWidget, *, new: bool) -> None:
        super().__init__(parent)
        self._context, self._before = context, move
        self.removed = False
        self.setWindowTitle(self.tr("Data to move"))
        self._what = QComboBox()
        for kind, name in moved_names().items():
            self._what.addItem(name, kind)
        self._what.setCurrentIndex(list(Moved).index(move.what))
        self._texts: dict[str, QLineEdit] = {}
        self._counts: dict[str, QLineEdit] = {}
        self._sums: dict[str, MoneyField] = {}
        self._signed_on = DateField(context)
        self._signed_on.set_value(move.signed_on)
        self._third = CheckLine(self.tr("Somebody outside the shop does it"))
        self._agreed = CheckLine(self.tr("We agreed in writing on secrecy, purpose and deletion afterwards"))
        self._third.set_checked(checked=move.third_party)
        self._agreed.set_checked(checked=move.third_party_agreed)
        self._third.toggled.connect(self._warn)
        self._agreed.toggled.connect(self._warn)
        self._warning, self._problem = Banner(context), Banner(context)
        self._lay_out(new=new)
        self._warn()

    def _lay_out(self, *, new: bool) -> None:
        inner = QWidget()
        form = QVBoxLayout(inner)
        form.setContentsMargins(24, 4, 24, 4)
        form.setSpacing(10)
        form.addLayout(grid(self._rows()))
        for each in (self._third, self._agreed, self._warning):
            form.addWidget(each)
        form.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 20, 0, 20)
        layout.setSpacing(12)
        head = label(self.tr("Data to move"), "cardTitle")
        head.setContentsMargins(24, 0, 24, 0)
        layout.addWidget(head)
        layout.addWidget(scrolled(inner), 1)
        layout.addWidget(self._problem)
        look = self._context.look
        keep = button(look, self.tr("&Keep"), self.accept, kind="primary")
        keep.setDefault(True)
        take_off = button(look, self.tr("Take off the list"), self._remove, icon="trash-2", kind="danger")
        take_off.setVisible(not new)
        buttons = row(take_off, margins=(24, 0, 24, 0))
        buttons.addStretch()
        buttons.addWidget(button(look, self.tr("Cancel"), self.reject))
        buttons.addWidget(keep)
        layout.addLayout(buttons)
        room = self.screen().availableGeometry().height() - 80
        self.resize(look.px(600), min(look.px(680), room))

    def _rows(self) -> list[list[QWidget]]:
        context = self._context
        return [
            [Field(context, self.tr("What"), self._what), self._text("who", self.tr("Who does it"))],
            [self._text("source", self.tr("From where")), self._text("target", self.tr("To where"))],
            [
                self._count("count_before", self.tr("Entries before")),
                self._count("count_after", self.tr("Entries after")),
            ],
            [self._sum("fen_before", self.tr("Amount before")), self._sum("fen_after", self.tr("Amount after"))],
            [
                self._text("signed_by", self.tr("Compared and signed off by")),
                Field(context, self.tr("Signed off on"), self._signed_on),
            ],
            [self._text("note", self.tr("Note, such as why the counts differ"))],
        ]

    def _text(self, name: str, title: str) -> Field:
        self._texts[name] = editor = line_edit(limit=200)
        editor.setText(getattr(self._before, name))
        return Field(self._context, title, editor)

    def _count(self, name: str, title: str) -> Field:
        self._counts[name] = editor = line_edit(limit=9)
        value = getattr(self._before, name)
        editor.setText("" if value is None else str(value))
        return Field(self._context, title, editor)

    def _sum(self, name: str, title: str) -> Field:
        self._sums[name] = editor = MoneyField(self._context)
        editor.set_value(getattr(self._before, name))
        return Field(self._context, title, editor)

    def _warn(self) -> None:
        text = self.tr(
            "Customers' telephone and card numbers are personal data. Give only what is needed, never a password or a "
            "full card number, and agree in writing on secrecy, purpose and deletion. It is safest to do it yourself."
        )
        self._warning.tell(Tone.AMBER, text if needs_warning(self.entered_move()) else "")
        self._agreed.setVisible(self._third.box.isChecked())

    def entered_move(self) -> Move:
        """Return the move as it stands in the dialog."""
        values: dict[str, Any] = {name: editor.text().strip() for name, editor in self._texts.items()}
        values |= {name: _whole(editor.text()) for name, editor in self._counts.items()}
        values |= {name: editor.value() for name, editor in self._sums.items()}
        return replace(
            self._before,
            **values,
            what=Moved(self._what.currentData()),
            third_party=self._third.box.isChecked(),
            third_party_agreed=self._agreed.box.isChecked(),
            signed_on=self._signed_on.value(),
        )

    def _remove(self) -> None:
        self.removed = True
        super().reject()

    def accept(self) -> None:
        """Keep the move, or say what cannot be read."""
        verdicts = [self._signed_on.verdict(), *(editor.verdict() for editor in self._sums.values())]
        if any(editor.text().strip() and _whole(editor.text()) is None for editor in self._counts.values()):
            verdicts.append(self.tr("Please write the number of entries in figures."))
        said = next((verdict for verdict in verdicts if verdict), "")
        self._problem.tell(Tone.SEAL, said)
        if not said:
            super().accept()

    def reject(self) -> None:
        """Close without keeping, after asking when something was typed."""
        if self.entered_move() == self._before or may_discard(self):
            super().reject()


def moved_names() -> dict[Moved, str]:
    """Return what the kinds of data are called."""
    return {
        Moved.TILL: QCoreApplication.translate("MoveEditor", "Till software"),
        Moved.MEMBERS: QCoreApplication.translate("MoveEditor", "Members and balances"),
        Moved.STATEMENTS: QCoreApplication.translate("MoveEditor", "Statements"),
        Moved.RECURRING: QCoreApplication.translate("MoveEditor", "Recurring agreements"),
        Moved.OTHER: QCoreApplication.translate("MoveEditor", "Other data"),
    }


def _whole(text: str) -> int | None:
    plain = text.strip().replace(",", "")
    return int(plain) if plain.isascii() and plain.isdigit() else None
