"""How far refunds reach before the stop: a card with the sum of it, and a dialog with every refund."""

from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QVBoxLayout, QWidget

from pos_closeout.domain.ledger.refund_windows import RefundDeadline, RefundPlan
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.refund_chart import RefundChart
from pos_closeout.ui.ledger.words import channel_name
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import (
    button,
    clear_layout,
    column,
    framed,
    icon_label,
    label,
    row,
    rule,
    scrolled,
    tag,
)
from pos_closeout.ui.widgets.dialog_size import fit

SHOWN = 50
"""How many refunds the dialog names, the most urgent first."""


class RefundTexts(QWidget):
    """The few sentences about all refunds of a case."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._lines = column(spacing=6)
        self.setLayout(self._lines)

    def tell(self, plan: RefundPlan) -> None:
        """Say what must be done before the stop, and when the merchant number may be closed."""
        clear_layout(self._lines)
        for icon, tone, words in self._told(plan):
            line = row(icon_label(self._context.look, icon, tone, 16, top=True), spacing=8)
            line.addWidget(label(words), 1)
            self._lines.addLayout(line)

    def _told(self, plan: RefundPlan) -> list[tuple[str, Tone, str]]:
        day, told = self._context.long_day, list[tuple[str, Tone, str]]()
        if plan.stop_on is None:
            words = self.tr("As soon as step 8 says when to stop, you see here which refunds must be done before.")
            return [("info", Tone.NEUTRAL, words)]
        before, passed = plan.before, plan.passed
        if before and plan.lead is not None:
            words = self.tr("%n refund(s) must be done before the stop on {stop}: send them off by {lead}.", "", before)
            told.append(("clock-alert", Tone.AMBER, words.format(stop=day(plan.stop_on), lead=day(plan.lead))))
        if passed:
            words = self.tr(
                "%n refund(s) can no longer go back by machine: ask the acquirer to do it by hand.", "", passed
            )
            told.append(("octagon-alert", Tone.SEAL, words))
        if not plan.count:
            told.append(("circle-check", Tone.OK, self.tr("No refund is waiting.")))
        if plan.close_on is not None and plan.quiet_from is not None:
            words = self.tr(
                "Close the merchant number on {day} at the earliest: {count} quiet days after {start}, in which "
                "customers may still come. Ask your acquirer; you can change the number in the settings."
            ).format(day=day(plan.close_on), count=plan.quiet_days, start=day(plan.quiet_from))
            told.append(("calendar-days", Tone.ACCENT, words))
        if plan.uncertain and plan.close_on is not None:
            words = self._context.guidance.due_words.uncertain(plan.close_on, self._context.language)
            told.append(("triangle-alert", Tone.AMBER, words))
        return told


class RefundCard(QFrame):
    """One line for step 4, with the way to all of it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("role", "card")
        self._plan: RefundPlan | None = None
        self._line = column()
        more = button(context.look, self.tr("Will the refunds get through in time?"), self._show, kind="link")
        layout = row(spacing=12, margins=(16, 8, 16, 8))
        layout.addLayout(self._line, 1)
        layout.addWidget(more)
        self.setLayout(layout)

    def tell(self, plan: RefundPlan) -> None:
        """Show a plan; without refunds and without a stop there is nothing to say."""
        self.setVisible(plan.count > 0 or plan.stop_on is not None)
        if plan == self._plan:
            return
        self._plan = plan
        clear_layout(self._line)
        icon, tone, words = self._summary(plan)
        line = row(icon_label(self._context.look, icon, tone, 16, top=True), spacing=8)
        line.addWidget(label(words), 1)
        self._line.addLayout(line)

    def _summary(self, plan: RefundPlan) -> tuple[str, Tone, str]:
        day = self._context.long_day
        if plan.passed:
            return "octagon-alert", Tone.SEAL, self.tr("%n refund(s) too late for the channel", "", plan.passed)
        if plan.count and plan.lead is not None:
            words = self.tr("%n refund(s) to be sent off by {lead}", "", plan.count)
            return "clock-alert", Tone.AMBER, words.format(lead=day(plan.lead))
        if plan.close_on is not None:
            words = self.tr("Merchant number: to be closed on {day} at the earliest")
            return "calendar-days", Tone.ACCENT, words.format(day=day(plan.close_on))
        if plan.stop_on is not None:
            return "circle-check", Tone.OK, self.tr("No refund is waiting.")
        return "info", Tone.NEUTRAL, self.tr("No day for the stop yet (step 8)")

    def _show(self) -> None:
        if self._plan is not None:
            dialog = RefundDialog(self._context, self._plan, self.window())
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()


class RefundDialog(QDialog):
    """The most urgent refunds with the last day their channel takes them."""

    def __init__(self, context: Context, plan: RefundPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        title = self.tr("Will the refunds get through in time?")
        self.setWindowTitle(title)
        fit(self, context.look, 720, 520)
        words = RefundTexts(context)
        words.tell(plan)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.setSpacing(10)
        for reach in plan.refunds[:SHOWN]:
            inside.addLayout(self._line(reach))
            inside.addWidget(rule())
        more = plan.count - min(len(plan.refunds), SHOWN)
        if more:
            inside.addWidget(label(self.tr("… and %n more; the outstanding list holds them all", "", more), "hint"))
        inside.addStretch()
        close = button(context.look, self.tr("&Close"), self.accept, kind="primary")
        close.setDefault(True)
        bottom = row()
        bottom.addStretch()
        bottom.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(14)
        layout.addWidget(label(title, "cardTitle"))
        layout.addWidget(framed(column(words), ""))
        chart = RefundChart(context, plan)
        layout.addWidget(chart)
        # What the marks mean is said once, where they are drawn.
        self._legend = label(
            self.tr("■ too late · ● ends before the stop · ○ must be sent off before the stop"), "caption"
        )
        self._legend.setVisible(not chart.isHidden())
        layout.addWidget(self._legend)
        layout.addWidget(scrolled(inner), 1)
        layout.addLayout(bottom)

    def _line(self, reach: RefundDeadline) -> QGridLayout:
        context, item = self._context, reach.item
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(16)
        who = " · ".join(part for part in (item.counterparty, item.reference) if part) or "—"
        grid.addWidget(label(who, "strong"), 0, 0)
        grid.addWidget(label(context.yuan(item.amount_fen), "strong", wrap=False), 0, 1)
        paid = "" if item.original_on is None else context.long_day(item.original_on)
        window = self._window(reach)
        grid.addWidget(
            label(" · ".join(part for part in (paid, channel_name(item.channel), window) if part), "hint"), 1, 0
        )
        icon, tone, words = self._state(reach)
        grid.addWidget(tag(context.look, icon, words, tone), 1, 1)
        return grid

    def _window(self, reach: RefundDeadline) -> str:
        if reach.window_on is None:
            return self.tr("last day not known: ask the channel")
        return self.tr("its channel takes it until {day}").format(day=self._context.long_day(reach.window_on))

    def _state(self, reach: RefundDeadline) -> tuple[str, Tone, str]:
        if reach.by_hand:
            return "octagon-alert", Tone.SEAL, self.tr("by hand, ask the acquirer")
        if reach.passed:
            return "octagon-alert", Tone.SEAL, self.tr("too late for the channel")
        if reach.last_on is None:
            return "circle-help", Tone.NEUTRAL, self.tr("no date")
        return "calendar", Tone.AMBER, self.tr("by {day}").format(day=self._context.long_day(reach.last_on))
