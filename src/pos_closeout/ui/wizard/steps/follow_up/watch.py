"""The charges after the stop: statements month by month, what was found on them, and what became of it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_closeout.actions.bills.bills import list_bills
from pos_closeout.actions.bills.late_charges import charges_beside
from pos_closeout.domain.case.follow_up import (
    LateCharge,
    LeftWhy,
    WatchState,
    check_charge,
    stands,
    watch,
    with_checked,
)
from pos_closeout.domain.errors import BadInputError, CloseoutError
from pos_closeout.domain.papers.late_fees import new_charges
from pos_closeout.ui.context import Context, Runner
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, clear_layout, column, label, row, tag
from pos_closeout.ui.widgets.choice import CheckLine
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field, grid, line_edit
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.widgets.money_field import MoneyField
from pos_closeout.ui.wizard.situation import Situation


class WatchCard(QWidget):
    """Bank statements month by month, and what was charged all the same; ``changed`` carries the new case."""

    changed = Signal(object)
    objection_asked = Signal()
    """The paper that objects to the charges is to be shown."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._now: Situation | None = None
        self._looked_through: object = None
        self._on_statements: tuple[LateCharge, ...] = ()
        self._runner = Runner(self._tell_error, self)
        self._runner.done.connect(self._take_charges)
        self._found = QVBoxLayout()
        self._found.setSpacing(6)
        self._shown: object = None
        self._months = QVBoxLayout()
        self._months.setSpacing(4)
        self._charges = QVBoxLayout()
        self._charges.setSpacing(6)
        self._left = QVBoxLayout()
        self._left.setSpacing(6)
        self._day, self._amount, self._what = DateField(context), MoneyField(context, zero=False), line_edit(limit=120)
        self._what.setPlaceholderText(self.tr("what the statement calls it"))
        self._problem = label("", "caption", tone=Tone.SEAL)
        self._problem.hide()
        fields: list[list[QWidget]] = [
            [
                Field(context, self.tr("Charged on"), self._day),
                Field(context, self.tr("Amount"), self._amount, note="¥"),
                Field(context, self.tr("What for"), self._what),
            ]
        ]
        add = row(button(context.look, self.tr("Write down a charge"), self.add, icon="plus", kind="small"))
        add.addStretch()
        told = self.tr(
            "Look through the settlement account's statement for each month. A charge that the agreement does not name "
            "may not be taken: object to it. Statements that you import are looked through by the program."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        head = label(self.tr("Charges after the stop"), "cardTitle")
        layout.addWidget(
            card(
                head,
                label(told, "hint"),
                self._months,
                self._found,
                self._charges,
                grid(fields),
                self._problem,
                add,
                self._left,
            )
        )

    def tell(self, now: Situation) -> None:
        """Show the months and the charges of a case; the statements are looked through beside the window."""
        self._now, case = now, now.case
        imported = tuple(bill.id for bill in list_bills(self._context.store, case.id))
        wanted = (case.id, case.request.stop_on, case.acquirer.name, case.agent.name, imported)
        if wanted != self._looked_through:
            self._looked_through = wanted
            path = self._context.store.database.path
            self._runner.run(lambda _job: charges_beside(path, case))
        self._show(now)

    def _take_charges(self, found: tuple[LateCharge, ...]) -> None:
        self._on_statements = found
        if self._now is not None:
            self._show(self._now)

    def _tell_error(self, error: CloseoutError) -> None:
        self._tell_problem(self._context.sentence(error))

    def _tell_problem(self, told: str) -> None:
        self._problem.setText(told)
        self._problem.setVisible(bool(told))

    def _show(self, now: Situation) -> None:
        months = watch(now.case.request.stop_on, now.case.watched_months, now.today)
        found = new_charges(now.case, self._on_statements)
        if (months, found, now.case.late_charges) == self._shown:
            return
        self._shown = (months, found, now.case.late_charges)
        clear_layout(self._found)
        for each in found:
            self._found.addWidget(self._find_line(each))
        clear_layout(self._months)
        clear_layout(self._charges)
        clear_layout(self._left)
        if not months:
            self._months.addWidget(label(self.tr("The day of the stop is not set yet."), "hint"))
        for month, state in months:
            text = self.tr("Statement of %1 looked through").replace("%1", f"{month:%Y-%m}")
            ahead = self.tr("%1 (this month is not over yet)").replace("%1", text)
            line = CheckLine(ahead if state is WatchState.AHEAD else text)
            line.set_checked(checked=state is WatchState.CHECKED)
            line.box.setEnabled(state is not WatchState.AHEAD)
            line.toggled.connect(lambda on, month=month: self._check(month, on=on))
            self._months.addWidget(line)
        for place, charge in enumerate(now.case.late_charges):
            if stands(charge):
                self._charges.addWidget(self._charge(place, charge))
                continue
            if not self._left.count():
                self._left.addWidget(label(self.tr("Found in a statement, looked at and left"), "strong"))
            self._left.addWidget(self._left_line(place, charge))

    def _find_line(self, charge: LateCharge) -> QWidget:
        look, said = self._context.look, self._said(charge)
        line = row(label(said), tag(look, "search", self.tr("found in a statement"), Tone.AMBER), spacing=8)
        line.setStretch(0, 1)
        ways: dict[str, LeftWhy | None] = {
            self.tr("It is a charge: write it down"): None,
            self.tr("Not one of theirs"): LeftWhy.NOT_THEIRS,
            self.tr("Owed: leave it"): LeftWhy.OWED,
        }
        made = [
            button(look, text, partial(self._take_found, charge, why), icon="" if why else "plus", kind="small")
            for text, why in ways.items()
        ]
        for each in made:
            each.setAccessibleDescription(said)
        return _over(line, made)

    def _left_line(self, place: int, charge: LateCharge) -> QWidget:
        look, said = self._context.look, self._said(charge)
        words = {LeftWhy.NOT_THEIRS: self.tr("not one of theirs"), LeftWhy.OWED: self.tr("owed"), None: ""}
        told = label(" · ".join(part for part in (said, words[charge.left_why]) if part), "hint")
        act = self.tr("Look at it again")
        again = button(look, act, lambda: self._take_off(place), icon="rotate-ccw", kind="small")
        again.setAccessibleDescription(said)
        line = row(told, again, spacing=8)
        line.setStretch(0, 1)
        held = QWidget()
        held.setLayout(line)
        return held

    def _said(self, charge: LateCharge) -> str:
        day = "" if charge.charged_on is None else charge.charged_on.isoformat()
        return " · ".join(part for part in (day, self._context.yuan(charge.amount_fen), charge.what) if part)

    def _take_found(self, charge: LateCharge, left: LeftWhy | None) -> None:
        if self._now is not None:
            kept = charge if left is None else replace(charge, left_on=self._now.today, left_why=left)
            self._emit((*self._now.case.late_charges, kept))

    def _charge(self, place: int, charge: LateCharge) -> QWidget:
        look, back = self._context.look, charge.returned_on is not None
        words = self.tr("objected") if charge.objected_on else self.tr("not objected to yet")
        state = (
            tag(look, "circle-check", self.tr("came back"), Tone.OK)
            if back
            else tag(look, "triangle-alert", words, Tone.AMBER)
        )
        name = self.tr("Take this charge off")
        line = row(label(self._said(charge)), state, spacing=8)
        line.addWidget(button(look, "", lambda: self._take_off(place), icon="trash-2", kind="quiet", name=name))
        line.setStretch(0, 1)
        return _over(line, [] if back else self._ways(place, charge))

    def _ways(self, place: int, charge: LateCharge) -> list[QWidget]:
        look = self._context.look
        made: list[QWidget] = [
            button(look, self.tr("Objection…"), self.objection_asked.emit, icon="file-text", kind="small")
        ]
        if charge.objected_on is None:
            act = self.tr("Objected today")
            made.append(button(look, act, lambda: self._change(place, "objected_on"), kind="small"))
        back = self.tr("Came back today")
        return [*made, button(look, back, lambda: self._change(place, "returned_on"), kind="small")]

    def add(self) -> None:
        """Keep the charge that was typed, or say what is wrong with it."""
        if self._now is None:
            return
        charge = LateCharge(self._day.value(), self._amount.value(), self._what.text().strip())
        try:
            check_charge(charge, self._now.today)
        except BadInputError as error:
            self._tell_problem(self._words()[error.message_id])
            return
        self._tell_problem("")
        for editor in (self._day, self._amount, self._what):
            editor.clear()
        self._emit((*self._now.case.late_charges, charge))

    def _words(self) -> dict[str, str]:
        return {
            "charge.incomplete": self.tr("Please give the day and the amount."),
            "charge.in_future": self.tr("This day has not come yet."),
        }

    def _check(self, month: object, *, on: bool) -> None:
        if self._now is not None:
            day = self._now.today if on else None
            checked = with_checked(self._now.case.watched_months, month, day)  # type: ignore[arg-type]  # a date
            self.changed.emit(replace(self._now.case, watched_months=checked))

    def _change(self, place: int, name: str) -> None:
        if self._now is not None:
            charges = self._now.case.late_charges
            changed = replace(charges[place], **{name: self._now.today})  # type: ignore[arg-type]  # a date field
            self._emit((*charges[:place], changed, *charges[place + 1 :]))

    def _take_off(self, place: int) -> None:
        if self._now is not None:
            charges = self._now.case.late_charges
            self._emit(charges[:place] + charges[place + 1 :])

    def _emit(self, charges: tuple[LateCharge, ...]) -> None:
        if self._now is not None:
            self.changed.emit(replace(self._now.case, late_charges=charges))


def _over(line: QHBoxLayout, ways: Sequence[QWidget]) -> QWidget:
    """Return a line with its buttons below, wrapping: beside it they would be wider than the window."""
    held, below = QWidget(), QWidget()
    below.setLayout(FlowLayout().add_all(*ways))
    held.setLayout(column(line, below, spacing=4))
    below.setVisible(bool(ways))
    return held
