"""The dialog that closes a case: nothing may be open, or each open item is carried over with a reason."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from pos_closeout.domain.case.closing import CarriedItem, OpenSummary
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.guidance.messages import sentence
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, label, row, scrolled
from pos_closeout.ui.widgets.dialog_size import fit
from pos_closeout.ui.widgets.field import Field, line_edit
from pos_closeout.ui.widgets.phrases import item_line

SHOWN = 50
"""How many open items are listed, each with a line for its reason; the others take the reason for all."""


class CloseCaseDialog(QDialog):
    """Closes only when the case has been closed, or when the owner lets it be.

    Args:
        context: look and texts.
        name: what the owner knows the case by.
        standing: what is open now.
        keep: closes the case with what is carried over, and the reason for what is not listed.
        parent: the window it stands over.
    """

    def __init__(
        self,
        context: Context,
        name: str,
        standing: OpenSummary,
        keep: Callable[[Sequence[CarriedItem], str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._keep, self._standing = context, keep, standing
        self.setWindowTitle(self.tr("Close this case"))
        fit(self, context.look, 640, 520 if standing.count else 260)
        self._error_banner = Banner(context)
        self.same = line_edit()
        self.reasons: dict[int, tuple[QLineEdit, Field]] = {}
        self._lay_out(name)

    def accept(self) -> None:
        """Close the case, or say which open items still need a reason."""
        carried = [CarriedItem(number, line.text().strip()) for number, (line, _) in self.reasons.items()]
        if self._missing(carried):
            return
        more = self._standing.count > len(self._standing.first)
        try:
            self._keep(carried, self.same.text().strip() if more else "")
        except CloseoutError as error:
            self._error_banner.tell(Tone.SEAL, sentence(self._context.guidance.messages, error, self._context.language))
            return
        super().accept()

    def _missing(self, carried: Sequence[CarriedItem]) -> int:
        """Mark the items without a reason, go to the first, and return how many they are."""
        missing = [given.item_id for given in carried if not given.reason]
        for number, (line, field) in self.reasons.items():
            words = self.tr("Please clear it, or say why it is left for later.") if number in missing else ""
            field.set_verdict(Tone.SEAL if words else None, words)
            if missing and number == missing[0]:
                line.setFocus()
        if missing:
            words = self.tr("Still in the way: %n open item(s). The case stays open.", "", len(missing))
            self._error_banner.tell(Tone.SEAL, words)
        return len(missing)

    def _lay_out(self, name: str) -> None:
        context = self._context
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("Close “{name}”").format(name=name), "cardTitle"))
        layout.addWidget(label(self._explained(), "subtitle"))
        layout.addWidget(self._error_banner)
        if self._standing.count:
            layout.addWidget(self._everybody())
            layout.addWidget(scrolled(self._list()), 1)
        else:
            layout.addStretch()
        ok = button(context.look, self.tr("&Close the case"), self.accept, kind="primary")
        ok.setDefault(True)
        buttons = row()
        buttons.addStretch()
        buttons.addWidget(button(context.look, self.tr("Cancel"), self.reject))
        buttons.addWidget(ok)
        layout.addLayout(buttons)

    def _explained(self) -> str:
        if not self._standing.count:
            return self.tr(
                "Nothing is open. A closed case can no longer be changed; you can open it again at any time."
            )
        return self.tr(
            "Still open: %n item(s). Clear them first, or say for each why it is left for later: it stays on the "
            "outstanding list and goes on being reminded of.",
            "",
            self._standing.count,
        )

    def _everybody(self) -> QWidget:
        held = QWidget()
        field = Field(self._context, self.tr("The same reason for all"), self.same)
        fill = button(self._context.look, self.tr("&Use for all"), self._fill, kind="small")
        layout = row(spacing=10)
        layout.addWidget(field, 1)
        layout.addWidget(fill)
        held.setLayout(layout)
        return held

    def _list(self) -> QWidget:
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.setSpacing(10)
        for item in self._standing.first:
            inside.addWidget(self._entry(item))
        more = self._standing.count - len(self._standing.first)
        if more > 0:
            inside.addWidget(label(self.tr("… and %n more, with the same reason for all", "", more), "hint"))
        inside.addStretch()
        return inner

    def _entry(self, item: OpenItem) -> Field:
        line = line_edit(self.tr("why it is left for later"))
        due = "" if item.due_on is None else self._context.day(item.due_on)
        field = Field(self._context, item_line(self._context, item), line, note=due)
        self.reasons[item.id] = (line, field)
        return field

    def _fill(self) -> None:
        for line, _ in self.reasons.values():
            if not line.text().strip():
                line.setText(self.same.text())
