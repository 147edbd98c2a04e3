"""The numbers of a terminal's last settlement print, copied by the owner."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from pos_closeout.domain.device.tasks import LastPrint
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.field import Field, grid, line_edit
from pos_closeout.ui.widgets.money_field import MoneyField
from pos_closeout.ui.widgets.number_line import CountValidator, number_line

_MOST = 99_999


class PrintFields(QWidget):
    """Batch, last voucher, counts and amounts; ``changed`` carries the new :class:`LastPrint`."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._terminal = 0
        self.batch, self.voucher = number_line(limit=16), number_line(limit=16)
        self.sale_count, self.refund_count = _count(self), _count(self)
        self.sale, self.refund = MoneyField(context), MoneyField(context)
        self._money = {
            self.sale: Field(context, self.tr("Sales, amount"), self.sale, note="¥"),
            self.refund: Field(context, self.tr("Refunds and voids, amount"), self.refund, note="¥"),
        }
        rows: list[list[QWidget]] = [
            [
                Field(context, self.tr("Batch number"), self.batch, note=self.tr("on the print")),
                Field(context, self.tr("Last voucher number"), self.voucher),
            ],
            [Field(context, self.tr("Sales, number of"), self.sale_count), self._money[self.sale]],
            [Field(context, self.tr("Refunds and voids, number of"), self.refund_count), self._money[self.refund]],
        ]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(grid(rows))
        for line in (self.batch, self.voucher, self.sale_count, self.refund_count):
            line.textEdited.connect(self._edited)
        for field in self._money:
            field.edited.connect(self._edited)

    def tell(self, shown: LastPrint) -> None:
        """Show the numbers; what is being typed is left alone."""
        self._terminal = shown.terminal
        texts = {
            self.batch: shown.batch,
            self.voucher: shown.voucher,
            self.sale_count: "" if shown.sale_count is None else str(shown.sale_count),
            self.refund_count: "" if shown.refund_count is None else str(shown.refund_count),
        }
        for line, text in texts.items():
            if line.text() != text and not line.hasFocus():
                line.setText(text)
        for field, fen in ((self.sale, shown.sale_fen), (self.refund, shown.refund_fen)):
            if not field.hasFocus():
                field.set_value(fen)

    def _edited(self) -> None:
        for editor, field in self._money.items():
            problem = editor.verdict()
            field.set_verdict(Tone.SEAL if problem else None, problem)
        self.changed.emit(
            LastPrint(
                self._terminal,
                batch=self.batch.text().strip(),
                voucher=self.voucher.text().strip(),
                sale_count=_whole(self.sale_count),
                sale_fen=self.sale.value(),
                refund_count=_whole(self.refund_count),
                refund_fen=self.refund.value(),
            )
        )


def _count(parent: QWidget) -> QLineEdit:
    made = line_edit(limit=5)
    made.setValidator(CountValidator(0, _MOST, parent))
    return made


def _whole(line: QLineEdit) -> int | None:
    return int(line.text()) if line.text().isdecimal() else None
