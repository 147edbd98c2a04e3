"""Money that came back, as imported statements show it, each offered for the item, charge or deposit it clears."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.actions.bills.bills import list_bills
from pos_closeout.actions.bills.late_charges import returns_beside
from pos_closeout.domain.case.money_back import Clears, MoneyBack
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.ui.context import Context, Runner
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, clear_layout, column, label, row, tag
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.wizard.situation import Situation


class MoneyBackCard(QWidget):
    """A line and a button for each, hidden while nothing came back; ``changed`` carries the new case."""

    changed = Signal(object)
    clearing = Signal(object, object, str)
    """Open items are to be cleared: carries them, the day and how."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._now: Situation | None = None
        self._looked_through: object = None
        self._runner = Runner(self._show_failure, self)
        self._runner.done.connect(self._show)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self._problem = label("", "caption", tone=Tone.SEAL)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        told = self.tr(
            "The statements show that this came back. Please look whether it belongs to what stands beside it."
        )
        layout.addWidget(
            card(label(self.tr("Money that came back"), "cardTitle"), label(told, "hint"), self._lines, self._problem)
        )
        self.hide()

    def tell(self, now: Situation) -> None:
        """Look through the statements beside the window, again when something they are compared with has changed."""
        self._now, case = now, now.case
        owed = (case.late_charges, case.follow_up, case.settlement.deposit_fen, tuple(now.items))
        names = (case.request.stop_on, case.acquirer.name, case.agent.name)
        imported = tuple(bill.id for bill in list_bills(self._context.store, case.id))
        wanted = (case.id, names, owed, imported)
        if wanted != self._looked_through:
            self._looked_through = wanted
            path = self._context.store.database.path
            self._runner.run(lambda _job: returns_beside(path, case))

    def _show(self, found: tuple[MoneyBack, ...]) -> None:
        clear_layout(self._lines)
        for each in found:
            self._lines.addWidget(self._line(each))
        self.setVisible(bool(found))

    def _show_failure(self, error: CloseoutError) -> None:
        self._problem.setText(self._context.sentence(error))

    def _line(self, each: MoneyBack) -> QWidget:
        look, said = self._context.look, self._said(each)
        owed = self._owed()[each.clears].replace("%1", self._context.yuan(each.due_fen))
        line = row(label(said), tag(look, "search", owed, Tone.ACCENT), spacing=8)
        line.setStretch(0, 1)
        text = self.tr("Clear it with this") if each.item_id is not None else self.tr("Yes, it came back")
        act = button(look, text, partial(self._take, each), icon="check", kind="small")
        act.setAccessibleDescription(f"{said} · {owed}")
        below, held = QWidget(), QWidget()
        below.setLayout(FlowLayout().add_all(act))
        held.setLayout(column(line, below, spacing=4))
        return held

    def _owed(self) -> dict[Clears, str]:
        return {
            Clears.DEPOSIT_ITEM: self.tr("deposit of %1 on the outstanding list"),
            Clears.FEE_ITEM: self.tr("fee of %1 on the outstanding list"),
            Clears.CHARGE: self.tr("charge of %1 after the stop"),
            Clears.DEPOSIT: self.tr("deposit of %1"),
        }

    def _said(self, each: MoneyBack) -> str:
        line = each.line
        what = " ".join(part for part in (line.who, line.what) if part)[:120]
        return " · ".join(part for part in (line.day.isoformat(), self._context.yuan(line.fen), what) if part)

    def _take(self, each: MoneyBack) -> None:
        if self._now is None:
            return
        case = self._now.case
        if each.charge is not None:
            charges = list(case.late_charges)
            charges[each.charge] = replace(charges[each.charge], returned_on=each.line.day)
            self.changed.emit(replace(case, late_charges=tuple(charges)))
        elif each.clears is Clears.DEPOSIT:
            before = case.follow_up.deposit_received_fen or 0
            told = replace(
                case.follow_up, deposit_received_on=each.line.day, deposit_received_fen=before + each.line.fen
            )
            self.changed.emit(replace(case, follow_up=told))
        else:
            items = [item for item in self._now.items if item.id == each.item_id]
            how = self.tr("Came back: %1, statement %2, row %3").replace("%1", self._context.yuan(each.line.fen))
            how = how.replace("%2", each.line.file).replace("%3", str(each.line.row))
            self.clearing.emit(items, each.line.day, how)
