"""The panel beside the list: everything about the item in use, and why its date is what it is."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from pos_closeout.domain.ledger.due_dates import DueDate
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, PaymentChannel, is_open
from pos_closeout.domain.money import in_capitals
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.actions_row import ItemActions
from pos_closeout.ui.ledger.words import account_shown, channel_name, due_tag
from pos_closeout.ui.style.tokens import PANEL_WIDTH
from pos_closeout.ui.widgets.basic import button, clear_layout, column, label, needed_width, rule, scrolled, tag

Explain = Callable[[OpenItem], DueDate]
"""Returns when an open item is due by the rules of its kind."""


class DetailPanel(QFrame):
    """Shows one item; with none it says what to do."""

    case_asked = Signal(int)
    refunds_asked = Signal(int)
    """The owner wants to see how far the refunds of a case reach; carries its id."""

    def __init__(self, context: Context, explain: Explain) -> None:
        super().__init__()
        self._context, self._explain = context, explain
        self.setProperty("role", "panel")
        self.setAccessibleName(self.tr("Details of the entry"))
        self.buttons = ItemActions(context, prominent=True)
        self._head, self._body = column(spacing=4), column(spacing=4)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(20, 24, 20, 16)
        inside.setSpacing(14)
        inside.addLayout(self._head)
        # Above the facts: below them they would lie outside a window of 800 pixels.
        inside.addWidget(self.buttons)
        inside.addLayout(self._body)
        inside.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        self._area = scrolled(inner)
        outer.addWidget(self._area)
        self._shown: tuple[OpenItem | None, str, tuple[str, ...]] = (OpenItem(), "", ())
        self.tell(None, "")

    def tell(self, item: OpenItem | None, shop: str) -> None:
        """Show an item and the name of the shop it belongs to."""
        reasons = () if item is None or not is_open(item) else self._reasons(item)
        if (item, shop, reasons) == self._shown:
            return
        self._shown = (item, shop, reasons)
        clear_layout(self._head)
        clear_layout(self._body)
        self.buttons.tell(item)
        self.buttons.setVisible(item is not None)
        if item is None:
            self._head.addWidget(label(self.tr("Choose an entry to see everything about it here."), "hint"))
        else:
            self._add_head(item)
            self._add_facts(item)
            self._add_reasons(reasons)
            if item.kind is ItemKind.REFUND and is_open(item):
                plan = button(
                    self._context.look,
                    self.tr("Will the refunds get through in time?"),
                    lambda: self.refunds_asked.emit(item.case_id),
                    kind="link",
                )
                self._body.addWidget(plan, 0, Qt.AlignmentFlag.AlignLeft)
            if shop:
                words = self.tr("Go to {shop}").format(shop=shop)
                link = button(self._context.look, words, lambda: self.case_asked.emit(item.case_id), kind="link")
                self._body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        # A link is one line, which a wide face makes longer than the usual width; the list beside it gives way.
        self.setFixedWidth(max(self._context.look.px(PANEL_WIDTH), needed_width(self._area) + 2))

    def _add_head(self, item: OpenItem) -> None:
        context = self._context
        name = context.say(context.guidance.kinds[item.kind].name)
        self._head.addWidget(label(" · ".join(part for part in (name, item.counterparty) if part), "strong"))
        if item.amount_fen is not None:
            figure = label(context.yuan(item.amount_fen), "figure", wrap=False)
            if item.amount_fen >= 1_000_000_00:
                figure.setProperty("role", "title")
            self._head.addWidget(figure)
            self._head.addWidget(label(in_capitals(item.amount_fen), "hint"))
        state = due_tag(context, item, self._context.today)
        self._head.addSpacing(4)
        self._head.addWidget(tag(context.look, state.icon, state.text, state.tone))

    def _add_facts(self, item: OpenItem) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        for number, (name, value) in enumerate(self._facts(item)):
            title = label(name, "hint", wrap=False)
            title.setAlignment(Qt.AlignmentFlag.AlignTop)
            words = label(value)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setAccessibleName(f"{name}: {value}")
            grid.addWidget(title, 2 * number, 0)
            grid.addWidget(words, 2 * number, 1)
            grid.addWidget(rule(), 2 * number + 1, 0, 1, 2)
        self._body.addLayout(grid)

    def _facts(self, item: OpenItem) -> Iterator[tuple[str, str]]:
        context = self._context
        channel = "" if item.channel is PaymentChannel.OTHER else channel_name(item.channel)
        facts = (
            (self.tr("Paid on"), "" if item.original_on is None else context.long_day(item.original_on)),
            (self.tr("Paid by"), f"{channel} {account_shown(item.masked_account)}".strip()),
            (self.tr("Reference"), item.reference),
            (self.tr("Voucher"), item.voucher),
            (self.tr("Terminal"), item.terminal_number),
            (self.tr("Contact"), item.contact),
            (self.tr("Due"), "" if item.due_on is None else context.long_day(item.due_on)),
            (self.tr("Cleared on"), "" if item.cleared_on is None else context.long_day(item.cleared_on)),
            (self.tr("Cleared how"), item.cleared_how),
            (self.tr("Note"), item.note),
        )
        return ((name, value) for name, value in facts if value)

    def _add_reasons(self, reasons: tuple[str, ...]) -> None:
        self._body.addSpacing(8)
        for words in reasons:
            self._body.addWidget(label(words, "hint"))

    def _reasons(self, item: OpenItem) -> tuple[str, ...]:
        """Say why the date is what it is: the owner's words, how it was worked out, and whom to ask."""
        context = self._context
        kind, due = context.guidance.kinds[item.kind], self._explain(item)
        words = []
        if item.due_basis:
            words.append(self.tr("Why this date: {reason}").format(reason=item.due_basis))
        if due.decided is None:
            words.append(self.tr("Usual date: {rule}").format(rule=context.say(kind.due)))
        else:
            if due.on != item.due_on:
                words.append(self.tr("Usual date: {day}").format(day=context.long_day(due.decided.on)))
            # What else applies stands in the window about the item; here it stays short.
            told = context.guidance.due_words
            words.append(f"{told.rule(due.decided, context.language)} · {told.basis(due.decided, context.language)}")
            if due.uncertain:
                words.append(told.uncertain(due.decided.on, context.language))
        return (*words, self.tr("Ask: {whom}").format(whom=context.say(kind.contact)))
