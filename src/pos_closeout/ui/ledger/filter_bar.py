"""What is looked for: search box, shop, open or cleared, kinds with their counts, and the total of what is left."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from pos_closeout.domain.ledger.open_items import Due, ItemKind, ItemState
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.query import Order, Query, QueryResult
from pos_closeout.ui.ledger.words import group_tag
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, clear_layout, label, row, set_tone
from pos_closeout.ui.widgets.flow import FlowLayout

CHIPS = 3
"""How many kinds get a chip of their own; the others share a menu."""


class FilterBar(QWidget):
    """Holds the query; knows nothing about the items."""

    changed = Signal()
    left = Signal()
    """The owner is done typing and wants to go on to the list."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._kind: ItemKind | None = None
        self._order = Order.DATE
        self._counts: Mapping[ItemKind, int] = {}
        self.search = self._search_box()
        self._state = self._state_box()
        self._shop = QComboBox()
        self._shop.setAccessibleName(self.tr("Shop"))
        self._shop.currentIndexChanged.connect(self.changed)
        self._due = self._due_box()
        self._chips = FlowLayout()
        self._group = QButtonGroup(self)
        self._total, self._overdue = label("", "cardTitle", wrap=False), label("", "caption", wrap=False)
        self._lay_out()
        self.set_shops({})

    def query(self) -> Query:
        """Return what is looked for."""
        case_id = self._shop.currentData()
        return Query(
            self.search.text(),
            self._kind,
            None if case_id is None else int(case_id),
            ItemState(self._state.currentData()),
            None if self._due.currentData() is None else Due(self._due.currentData()),
            self._order,
        )

    def set_order(self, order: Order) -> None:
        """Let the items of each group follow each other in another order."""
        self._order = order
        self.changed.emit()

    def clear(self) -> None:
        """Look for everything that is open again."""
        self._kind = None
        self.search.clear()
        self._shop.setCurrentIndex(0)
        self._state.setCurrentIndex(0)
        self._due.setCurrentIndex(0)
        self.changed.emit()

    def leave(self) -> None:
        """Empty the search box; when it is empty, go on to the list."""
        if self.search.text():
            self.search.clear()
        else:
            self.left.emit()

    def set_shops(self, shops: Mapping[int, str]) -> None:
        """Offer the shops; with one shop or none there is nothing to choose."""
        chosen = self._shop.currentData()
        with QSignalBlocker(self._shop):
            self._shop.clear()
            self._shop.addItem(self.tr("All shops"), None)
            for case_id, name in shops.items():
                self._shop.addItem(name, case_id)
            self._shop.setCurrentIndex(max(self._shop.findData(chosen), 0))
        self._shop.setVisible(len(shops) > 1)

    def set_counts(self, counts: Mapping[ItemKind, int]) -> None:
        """Show how many items of each kind there are; the chips are made anew only when that has changed."""
        if counts == self._counts and self._group.buttons():
            return
        had_focus = any(chip.hasFocus() for chip in self._group.buttons())
        self._counts = counts
        if self._kind not in counts:
            self._kind = None
        self._make_chips()
        if had_focus:
            self._group.checkedButton().setFocus()

    def set_totals(self, found: QueryResult) -> None:
        """Show what the answer adds up to."""
        self._total.setText(self._context.yuan(found.fen))
        late = found.overdue
        words = self.tr("overdue {amount}").format(amount=self._context.yuan(late.fen))
        self._overdue.setText(words if late.count else "")
        self._overdue.setVisible(late.count > 0)
        set_tone(self._overdue, "tone", Tone.SEAL.value)

    def set_counting(self) -> None:
        """Say that the answer is still being looked for."""
        self._total.setText(self.tr("counting…"))
        self._overdue.hide()

    def _search_box(self) -> QLineEdit:
        box = QLineEdit()
        box.setPlaceholderText(self.tr("Number, name or amount"))
        box.setAccessibleName(self.tr("Search the list"))
        box.setClearButtonEnabled(True)
        box.setMinimumWidth(self._context.look.px(200))
        look = self._context.look
        box.addAction(QAction(look.icon("search", look.tokens.mute), "", box), QLineEdit.ActionPosition.LeadingPosition)
        box.textChanged.connect(self.changed)
        box.returnPressed.connect(self.left)
        return box

    def _state_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Open or cleared"))
        box.addItem(self.tr("Still open"), ItemState.OPEN.value)
        box.addItem(self.tr("Cleared"), ItemState.CLEARED.value)
        box.currentIndexChanged.connect(self._change_state)
        return box

    def _change_state(self) -> None:
        # What is cleared is due no more.
        waiting = self._state.currentIndex() == 0
        self._due.setEnabled(waiting)
        if not waiting:
            with QSignalBlocker(self._due):
                self._due.setCurrentIndex(0)
        self.changed.emit()

    def _due_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Due"))
        box.addItem(self.tr("All dates"), None)
        for due in Due:
            box.addItem(group_tag(due).text, due.value)
        box.currentIndexChanged.connect(self.changed)
        return box

    def _lay_out(self) -> None:
        totals = QVBoxLayout()
        totals.setSpacing(0)
        self._total.setAccessibleName(self.tr("Total"))
        sum_line = row(label(self.tr("Total"), "hint", wrap=False), self._total, spacing=6)
        sum_line.insertStretch(0)
        self._overdue.setAlignment(Qt.AlignmentFlag.AlignRight)
        totals.addLayout(sum_line)
        totals.addWidget(self._overdue)
        first = row(self.search, self._state, self._due, self._shop, spacing=8)
        first.addSpacing(16)
        first.addLayout(totals)
        # What is searched for gets the room that is left: its hint must be readable in either language.
        first.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(first)
        layout.addLayout(self._chips)

    def _make_chips(self) -> None:
        for chip in self._group.buttons():
            self._group.removeButton(chip)
        clear_layout(self._chips)
        by_count = sorted(self._counts, key=lambda kind: -self._counts[kind])
        own, rest = by_count[:CHIPS], by_count[CHIPS:]
        if len(rest) == 1:
            own, rest = by_count, []
        self._add_chip(self.tr("All"), sum(self._counts.values()), None)
        for kind in own:
            self._add_chip(self._name(kind), self._counts[kind], kind)
        if rest:
            self._chips.addWidget(self._more(rest))

    def _add_chip(self, name: str, count: int, kind: ItemKind | None) -> None:
        chip = button(self._context.look, f"{name} {count}", lambda: self._choose(kind), kind="chip")
        chip.setCheckable(True)
        chip.setChecked(kind is self._kind)
        self._group.addButton(chip)
        self._chips.addWidget(chip)

    def _more(self, kinds: list[ItemKind]) -> QPushButton:
        chosen = self._kind if self._kind in kinds else None
        text = self.tr("More") if chosen is None else f"{self._name(chosen)} {self._counts[chosen]}"
        chip = button(self._context.look, text, lambda: None, icon="chevron-down", kind="chip")
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        menu = QMenu(chip)
        for kind in kinds:
            act = menu.addAction(f"{self._name(kind)} {self._counts[kind]}")
            act.triggered.connect(lambda _=False, kind=kind: self._choose(kind))
        chip.setMenu(menu)
        if chosen is not None:
            chip.setCheckable(True)
            chip.setChecked(True)
            self._group.addButton(chip)
        return chip

    def _choose(self, kind: ItemKind | None) -> None:
        self._kind = kind
        # After the click has been dealt with: the chips are made anew, the clicked one among them.
        QTimer.singleShot(0, self, self._chosen)

    def _chosen(self) -> None:
        self._make_chips()
        self.changed.emit()

    def _name(self, kind: ItemKind) -> str:
        return self._context.say(self._context.guidance.kinds[kind].name)
