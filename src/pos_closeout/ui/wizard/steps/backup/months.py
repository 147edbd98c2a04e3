"""Which months are covered by bills, and which are missing."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from pos_closeout.domain.case.backup import MonthState, month_key, months, wanted_since
from pos_closeout.domain.case.case import Case
from pos_closeout.ui.context import Context
from pos_closeout.ui.plain_text import shown_plain
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, clear_layout, label
from pos_closeout.ui.widgets.flow import FlowLayout

_SIGNS = {
    MonthState.CHOSEN: ("circle-check", Tone.OK),
    MonthState.IMPORTED: ("circle-check", Tone.OK),
    MonthState.NOTHING: ("circle", Tone.NEUTRAL),
    MonthState.MISSING: ("triangle-alert", Tone.AMBER),
}


class MonthsCard(QWidget):
    """A chip for every month wanted; a missing one can be marked as having had no business."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._case = context, Case()
        self._shown: tuple[tuple[date, MonthState], ...] | None = None
        self._said = label("", "strong")
        self._flow = FlowLayout(spacing=6)
        held = QWidget()
        held.setLayout(self._flow)
        hint = label(
            self.tr(
                "Acquirers may come back on a payment for up to 36 months by some agreements; please ask yours. Click "
                "a missing month when there was no business in it."
            ),
            "hint",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card(label(self.tr("Bills by month"), "cardTitle"), self._said, held, hint, spacing=10))

    def tell(self, case: Case, imported: tuple[date, ...], today: date) -> None:
        """Show the months of a case."""
        self._case = case
        last = case.settlement.last_transaction_on or today
        last = min(last, today)
        since = wanted_since(case.backup, last, case.merchant.signed_on)
        found = months(case.backup_sources, imported, case.backup.nothing_in, since, last)
        missing = [month for month, state in found if state is MonthState.MISSING]
        text = self.tr("%n month(s) are missing.", "", len(missing)) if missing else self.tr("No month is missing.")
        self._said.setText(text)
        if found != self._shown:
            self._shown = found
            clear_layout(self._flow)
            self._flow.add_all(*(self._chip(month, state) for month, state in found))

    def _chip(self, month: date, state: MonthState) -> QPushButton:
        icon, tone = _SIGNS[state]
        look = self._context.look
        made = button(look, f" {month_key(month)}", lambda: self._toggled(month, state), kind="chip")
        made.setIcon(look.icon(icon, look.tokens.foreground(tone), 14))
        word = self._words()[state]
        made.setAccessibleName(f"{month_key(month)} {word}")
        made.setToolTip(shown_plain(word))
        made.setEnabled(state in {MonthState.MISSING, MonthState.NOTHING})
        return made

    def _words(self) -> dict[MonthState, str]:
        return {
            MonthState.CHOSEN: self.tr("among the files chosen"),
            MonthState.IMPORTED: self.tr("imported"),
            MonthState.NOTHING: self.tr("no business in this month"),
            MonthState.MISSING: self.tr("missing"),
        }

    def _toggled(self, month: date, state: MonthState) -> None:
        key, backup = month_key(month), self._case.backup
        kept = tuple(each for each in backup.nothing_in if each != key)
        marked = (*kept, key) if state is MonthState.MISSING else kept
        self.changed.emit(replace(self._case, backup=replace(backup, nothing_in=marked)))
