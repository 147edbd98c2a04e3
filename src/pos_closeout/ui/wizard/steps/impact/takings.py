"""How much comes in through which channel, and what of it stops: from bills, or from the owner's own estimate."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pos_closeout.domain.bills.bills import Takings
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.impact import (
    NEVER_STOPPING,
    Impact,
    TakingsEstimate,
    TakingsShare,
    stopping_channels,
    work_out,
)
from pos_closeout.domain.ledger.open_items import PaymentChannel
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, chip, clear_layout, icon_label, label, row, set_chip_text
from pos_closeout.ui.widgets.field import Field, grid
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.widgets.money_field import MoneyField
from pos_closeout.ui.widgets.takings_chart import TakingsChart
from pos_closeout.ui.wizard.situation import Situation

_ASKED = (
    PaymentChannel.CARD,
    PaymentChannel.WECHAT,
    PaymentChannel.ALIPAY,
    PaymentChannel.UNIONPAY_QR,
    PaymentChannel.CASH,
    PaymentChannel.OTHER,
)


class TakingsCard(QWidget):
    """Shows figure, chart and tables; ``changed`` carries the new case, ``bills_asked`` wants bills imported."""

    changed = Signal(object)
    bills_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._case = context, Case()
        self._shown: Impact | None = None
        self._telling = False
        self._figure, self._told = label("", "figure"), label("", "hint")
        self._chart = TakingsChart(context)
        self._months = QGridLayout()
        self._months.setHorizontalSpacing(16)
        self._money = {channel: MoneyField(context) for channel in _ASKED}
        self._chips = {channel: self._chip(channel) for channel in _ASKED if channel not in NEVER_STOPPING}
        for editor in self._money.values():
            editor.edited.connect(self._estimated)
        say, texts = context.say, context.guidance.impact
        fields: list[QWidget] = [Field(context, say(texts.channels[each]), self._money[each]) for each in _ASKED]
        self._estimate = QWidget()
        ways = row(
            button(context.look, self.tr("Import bills…"), self.bills_asked.emit, icon="file-input", kind="small")
        )
        ways.addStretch()
        inner = QVBoxLayout(self._estimate)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        inner.addLayout(ways)
        inner.addWidget(label(self.tr("No bills yet. Import them, or estimate a usual month (¥):"), "hint"))
        inner.addLayout(grid([fields[:3], fields[3:]]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        legend = row(icon_label(context.look, "triangle-alert", Tone.AMBER, 14), self._legend(), spacing=6)
        self._drawn, self._by_month = QWidget(), QWidget()
        drawn = QVBoxLayout(self._drawn)
        drawn.setContentsMargins(0, 0, 0, 0)
        drawn.addWidget(self._chart)
        drawn.addLayout(legend)
        held = QVBoxLayout(self._by_month)
        held.setContentsMargins(0, 0, 0, 0)
        held.addLayout(self._months)
        layout.addWidget(
            card(
                label(self.tr("How much stops?"), "cardTitle"),
                self._figure,
                self._told,
                self._estimate,
                label(self.tr("Tick what runs over the terminals that stop"), "strong"),
                self._channels(),
                self._drawn,
                self._by_month,
                spacing=10,
            )
        )

    def _legend(self) -> QLabel:
        return label(self.tr("Hatched: stops with the terminal. Above each column its share."), "caption")

    def _chip(self, channel: PaymentChannel) -> QPushButton:
        name = self._context.say(self._context.guidance.impact.channels[channel])
        made = chip(self._context.look, name, lambda: None)
        made.toggled.connect(lambda: self._ticked())
        return made

    def _channels(self) -> QWidget:
        held = QWidget()
        held.setLayout(FlowLayout().add_all(*self._chips.values()))
        return held

    def tell(self, now: Situation, takings: tuple[Takings, ...]) -> None:
        """Show a case with what its bills hold."""
        self._case = case = now.case
        found = work_out(takings, case.estimates, case.impact)
        said = {each.channel: each.monthly_fen for each in case.estimates}
        for channel, editor in self._money.items():
            editor.set_value(said.get(channel))
        stops = stopping_channels(case.impact)
        # One by one: what they say in between is no answer of the owner's.
        self._telling = True
        for channel, each in self._chips.items():
            each.setChecked(channel in stops)
        self._telling = False
        self._estimate.setVisible(found.estimated)
        if found != self._shown:
            self._shown = found
            self._tell_found(found)

    def _tell_found(self, found: Impact) -> None:
        context, whole = self._context, found.whole
        self._figure.setText(f"{whole.percent}%")
        self._figure.setVisible(bool(whole.fen))
        text = self.tr("%1 of %2 stops") + ("" if found.estimated else f" · {self._period(found)}")
        self._told.setText(text.replace("%1", context.yuan(whole.stopping_fen)).replace("%2", context.yuan(whole.fen)))
        self._told.setVisible(bool(whole.fen))
        self._tell_amounts(found)
        self._by_month.setVisible(bool(found.months))
        self._drawn.setVisible(bool(whole.fen))
        self._chart.tell(self._columns(found))
        clear_layout(self._months)
        heads = (self.tr("Month"), self.tr("Takings"), self.tr("Stops"), self.tr("Share"))
        for place, head in enumerate(heads):
            self._months.addWidget(_amount(head, role="caption") if place else label(head, "caption"), 0, place)
        for line, (month, part) in enumerate(reversed(found.months), 1):
            self._month(line, f"{month:%Y-%m}", part)

    def _tell_amounts(self, found: Impact) -> None:
        """Say beside each channel what came in through it; an estimate stands in its own field already."""
        parts = {} if found.estimated else dict(found.channels)
        for channel, each in self._chips.items():
            name = self._context.say(self._context.guidance.impact.channels[channel])
            told = f"{name} {self._context.yuan(parts[channel].fen)}" if channel in parts else name
            set_chip_text(self._context.look, each, told)

    def _columns(self, found: Impact) -> tuple[tuple[str, TakingsShare], ...]:
        """Return what is drawn: the months of the bills, or the channels of an estimate."""
        if found.months:
            return tuple((f"{month:%m}", part) for month, part in found.months)
        names = self._context.guidance.impact.channels
        return tuple((self._context.say(names[channel]), part) for channel, part in found.channels)

    def _period(self, found: Impact) -> str:
        return f"{found.months[0][0]:%Y-%m} – {found.months[-1][0]:%Y-%m}"

    def _month(self, line: int, name: str, part: TakingsShare) -> None:
        context = self._context
        cells = (context.yuan(part.fen), context.yuan(part.stopping_fen), f"{part.percent}%")
        self._months.addWidget(label(name, "hint"), line, 0)
        for place, cell in enumerate(cells, 1):
            self._months.addWidget(_amount(cell), line, place)

    def _ticked(self) -> None:
        stops = tuple(channel for channel, each in self._chips.items() if each.isChecked())
        if not self._telling and frozenset(stops) != stopping_channels(self._case.impact):
            choices = replace(self._case.impact, stopping=stops, stopping_said=True)
            self.changed.emit(replace(self._case, impact=choices))

    def _estimated(self) -> None:
        said = tuple(
            TakingsEstimate(channel, editor.value())
            for channel, editor in self._money.items()
            if editor.value() is not None
        )
        self.changed.emit(replace(self._case, estimates=said))


def _amount(text: str, role: str = "hint") -> QLabel:
    made = label(text, role, wrap=False)
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made
