"""What an item is, when it is due and why, whom to ask, and what clears it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from pos_closeout.actions.items.due import due_of
from pos_closeout.actions.reminders.reminders import rhythms_of
from pos_closeout.domain.ledger.item_facts import SPECS, FactType, fact_day, fact_fen
from pos_closeout.domain.ledger.item_file import ItemFile
from pos_closeout.domain.ledger.open_items import is_open
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.item_tab import ItemTab
from pos_closeout.ui.widgets.basic import clear_layout, label, scrolled


class OverviewTab(ItemTab):
    """Reads only."""

    def __init__(self, context: Context, item_id: int) -> None:
        super().__init__(context, item_id)
        inner = QWidget()
        self._inside = QVBoxLayout(inner)
        self._inside.setContentsMargins(0, 0, 8, 0)
        self._inside.setSpacing(6)
        self.body.addWidget(scrolled(inner))

    def refresh(self, file: ItemFile) -> None:
        """Show fields, due date and what the kind wants."""
        clear_layout(self._inside)
        self._add_due(file)
        self._add_kind(file)
        self._add_facts(file)
        self._inside.addStretch()

    def _add_due(self, file: ItemFile) -> None:
        item, context = file.item, self.context
        if not is_open(item):
            return
        due = due_of(self.context.store, item, file.facts)
        self._inside.addWidget(label(self.tr("When it is due"), "cardTitle"))
        day = self.tr("no date yet") if item.due_on is None else context.long_day(item.due_on)
        self._inside.addWidget(label(day, "strong"))
        if item.due_basis:
            self._inside.addWidget(label(self.tr("Why this date: {reason}").format(reason=item.due_basis), "body"))
        if due.on is not None and due.on != item.due_on:
            self._inside.addWidget(label(self.tr("Usual date: {day}").format(day=context.long_day(due.on)), "body"))
        for line in context.guidance.due_words.explained(due, context.language):
            self._inside.addWidget(label(line, "hint"))
        own = rhythms_of(context.store, [item.id])[item.id]
        if own is not None:
            words = self.tr("Reminders of its own: from {before} days before; after it every {every} days (0: none)")
            told = words.format(before=own.days_before, every=own.every_days)
            self._inside.addWidget(label(told, "body"))
        self._inside.addSpacing(10)

    def _add_kind(self, file: ItemFile) -> None:
        text, say = self.context.guidance.kinds[file.item.kind], self.context.say
        self._inside.addWidget(label(say(text.name), "cardTitle"))
        self._table(
            [
                (self.tr("Overdue when"), say(text.overdue)),
                (self.tr("Whom to ask"), say(text.contact)),
                (self.tr("What clears it"), say(text.proof)),
            ]
        )
        self._inside.addSpacing(10)

    def _add_facts(self, file: ItemFile) -> None:
        rows = []
        for spec in SPECS[file.item.kind]:
            value = file.facts.get(spec.fact, "")
            text = self.context.guidance.facts[spec.fact]
            if spec.type is FactType.CHOICE and value in text.choices:
                value = self.context.say(text.choices[value])
            elif spec.type is FactType.FEN:
                value = self.context.yuan(fact_fen(file.facts, spec.fact))
            elif spec.type is FactType.DATE and (day := fact_day(file.facts, spec.fact)) is not None:
                value = self.context.long_day(day)
            if value:
                rows.append((self.context.say(text.label), value))
        if rows:
            self._inside.addWidget(label(self.tr("What you noted about it"), "cardTitle"))
            self._table(rows)

    def _table(self, rows: list[tuple[str, str]]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for number, (name, value) in enumerate(rows):
            title, words = label(name, "hint", wrap=False), label(value)
            title.setAlignment(Qt.AlignmentFlag.AlignTop)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setAccessibleName(f"{name}: {value}")
            grid.addWidget(title, number, 0)
            grid.addWidget(words, number, 1)
        self._inside.addLayout(grid)
