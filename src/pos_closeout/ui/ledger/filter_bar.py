"""What is looked for: search box, shop, open or cleared, kinds with their counts, and the total of what is left."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QComboBox, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from pos_closeout.domain.ledger.open_items import Due, ItemDirection, ItemKind, ItemState, ItemSum, ItemTotals
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.query import Order, Query, QueryResult
from pos_closeout.ui.ledger.words import group_tag
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, clear_layout, label, row
from pos_closeout.ui.widgets.combo_box import ComboBox
from pos_closeout.ui.widgets.field import search_line
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.widgets.phrases import direction_name, neither_words

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
        self._order, self._down, self._grouped = Order.DATE, False, True
        self._only: frozenset[int] | None = None
        self._counts: Mapping[ItemKind, int] = {}
        self.search = self._search_box()
        self._state = self._state_box()
        self._shop = ComboBox()
        self._shop.setAccessibleName(self.tr("Shop"))
        self._shop.currentIndexChanged.connect(self.changed)
        self._due = self._due_box()
        self._chips = FlowLayout()
        self._group = QButtonGroup(self)
        self._sums = FlowLayout()
        self._told: tuple[ItemTotals, ItemState | None] | None = None
        self._lay_out()
        self.set_shops({})

    def query(self) -> Query:
        """Return what is looked for."""
        case_id = self._shop.currentData()
        return Query(
            self.search.text(),
            self._kind,
            None if case_id is None else int(case_id),
            None if self._state.currentData() is None else ItemState(self._state.currentData()),
            None if self._due.currentData() is None else Due(self._due.currentData()),
            self._order,
            self._down,
            self._grouped,
            self._only,
        )

    def set_order(self, order: Order, *, down: bool) -> None:
        """Let the items follow each other in another order."""
        self._order, self._down = order, down
        self.changed.emit()

    def set_grouped(self, grouped: bool) -> None:
        """Show groups by due date, or one list."""
        self._grouped = grouped
        self.changed.emit()

    def show_only(self, item_ids: Iterable[int]) -> None:
        """Look for these items alone, whatever else was looked for."""
        self._only = frozenset(item_ids)
        self._make_chips()
        self._reset(keep_only=True)

    def put_back(self, query: Query) -> None:
        """Look for what was looked for before, as far as there is still such a thing."""
        self._kind, self._order, self._down, self._grouped = query.kind, query.order, query.down, query.grouped
        self._only = query.only
        with QSignalBlocker(self):
            self._state.setCurrentIndex(
                max(self._state.findData(None if query.state is None else query.state.value), 0)
            )
            self._due.setCurrentIndex(max(self._due.findData(None if query.due is None else query.due.value), 0))
            self._shop.setCurrentIndex(max(self._shop.findData(query.case_id), 0))
            self.search.setText(query.text)
        self._make_chips()
        self.changed.emit()

    def clear(self) -> None:
        """Look for everything that is open again."""
        self._reset(keep_only=False)

    def _reset(self, *, keep_only: bool) -> None:
        self._kind = None
        if not keep_only:
            self._only = None
        with QSignalBlocker(self):
            self.search.clear()
            self._shop.setCurrentIndex(0)
            self._state.setCurrentIndex(0)
            self._due.setCurrentIndex(0)
        self._make_chips()
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
        self._make_chips()
        if had_focus:
            self._group.checkedButton().setFocus()

    def set_totals(self, found: QueryResult) -> None:
        """Show what the answer adds up to."""
        if (found.totals, found.state) == self._told:
            return
        self._told = (found.totals, found.state)
        clear_layout(self._sums)
        cleared = found.state is ItemState.CLEARED
        names = {ItemDirection.TO_PAY: self.tr("Paid"), ItemDirection.TO_GET: self.tr("Came in")}
        for direction, one in found.totals.owed:
            name = names[direction] if cleared else direction_name(direction)
            self._add_sum(self._sum(name, one))
        if found.totals.neither.count:
            self._add_sum(label(neither_words(found.totals.neither.count), "hint", wrap=False))

    def _add_sum(self, told: QWidget) -> None:
        self._sums.addWidget(told)
        # Qt would show it with the next turn of the event loop only: there would be a blink without sums.
        told.show()

    def _sum(self, name: str, one: ItemSum) -> QWidget:
        """Return one of the two sums: its name and count, its amount, and what of it is overdue."""
        context = self._context
        words = [label(f"{name} · " + self.tr("%n item(s)", "", one.count), "hint", wrap=False)]
        words.append(label(context.yuan(one.fen), "cardTitle", wrap=False))
        if one.overdue_count:
            told = self.tr("overdue {amount}").format(amount=context.yuan(one.overdue_fen))
            words.append(label(told, "caption", wrap=False, tone=Tone.SEAL))
        held = QWidget()
        held.setLayout(row(*words, margins=(0, 0, 24, 0), spacing=8))
        held.setAccessibleName(" ".join(each.text() for each in words))
        return held

    def set_counting(self) -> None:
        """Say that the answer is still being looked for."""
        self._told = None
        clear_layout(self._sums)
        self._add_sum(label(self.tr("counting…"), "hint", wrap=False))

    def _search_box(self) -> QLineEdit:
        box = search_line(self.tr("Number, name, day or amount"), self.tr("Search the list"))
        box.setMinimumWidth(self._context.look.px(200))
        look = self._context.look
        box.addAction(QAction(look.icon("search", look.tokens.mute), "", box), QLineEdit.ActionPosition.LeadingPosition)
        box.textChanged.connect(self.changed)
        box.returnPressed.connect(self.left)
        return box

    def _state_box(self) -> QComboBox:
        box = ComboBox()
        box.setAccessibleName(self.tr("Open or cleared"))
        box.addItem(self.tr("Still open"), ItemState.OPEN.value)
        box.addItem(self.tr("Cleared"), ItemState.CLEARED.value)
        box.addItem(self.tr("Open and cleared"), None)
        box.currentIndexChanged.connect(self._change_state)
        return box

    def _change_state(self) -> None:
        # What is cleared is due no more.
        waiting = self._state.currentData() != ItemState.CLEARED.value
        self._due.setEnabled(waiting)
        if not waiting:
            with QSignalBlocker(self._due):
                self._due.setCurrentIndex(0)
        self.changed.emit()

    def _due_box(self) -> QComboBox:
        box = ComboBox()
        box.setAccessibleName(self.tr("Due"))
        box.addItem(self.tr("All dates"), None)
        for due in Due:
            box.addItem(group_tag(due).text, due.value)
        box.currentIndexChanged.connect(self.changed)
        return box

    def _lay_out(self) -> None:
        first = row(self.search, self._state, self._due, self._shop, spacing=8)
        # What is searched for gets the room that is left: its hint must be readable in either language.
        first.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(first)
        # Beside each other in a low window, below each other in others.
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._both.setSpacing(10)
        self._both.addLayout(self._chips)
        self._both.addLayout(self._sums)
        layout.addLayout(self._both)

    def set_low(self, *, low: bool) -> None:
        """Take one line less where the window is low and wide enough for both in one."""
        way = QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom
        if self._both.direction() != way:
            self._both.setDirection(way)
            self._both.setSpacing(24 if low else 10)

    def _make_chips(self) -> None:
        for chip in self._group.buttons():
            self._group.removeButton(chip)
        clear_layout(self._chips)
        counts = dict(self._counts)
        if self._kind is not None:
            # What was chosen stays chosen while the search leaves nothing of it.
            counts.setdefault(self._kind, 0)
        by_count = sorted(counts, key=lambda kind: -counts[kind])
        if self._only is not None:
            self._chips.addWidget(self._only_chip(len(self._only)))
        own, rest = by_count[:CHIPS], by_count[CHIPS:]
        if len(rest) == 1:
            own, rest = by_count, []
        self._add_chip(self.tr("All"), sum(counts.values()), None)
        for kind in own:
            self._add_chip(self._name(kind), counts[kind], kind)
        if rest:
            self._chips.addWidget(self._more(rest))

    def _add_chip(self, name: str, count: int, kind: ItemKind | None) -> None:
        chip = button(self._context.look, f"{name} {count}", lambda: self._choose(kind), kind="chip")
        chip.setCheckable(True)
        chip.setChecked(kind is self._kind)
        self._group.addButton(chip)
        self._chips.addWidget(chip)

    def _only_chip(self, count: int) -> QPushButton:
        """Return what says that only some entries are shown, and shows all again."""
        words = self.tr("Only the %n entries you were reminded of", "", count)
        chip = button(self._context.look, words, self._lift_only, icon="x", kind="chip")
        chip.setToolTip(self.tr("Show the whole list again"))
        return chip

    def _lift_only(self) -> None:
        self._only = None
        QTimer.singleShot(0, self, self._chosen)

    def _more(self, kinds: list[ItemKind]) -> QPushButton:
        chosen = self._kind if self._kind in kinds else None
        text = self.tr("More") if chosen is None else f"{self._name(chosen)} {self._counts.get(chosen, 0)}"
        chip = button(self._context.look, text, lambda: None, icon="chevron-down", kind="chip")
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        menu = QMenu(chip)
        for kind in kinds:
            act = menu.addAction(f"{self._name(kind)} {self._counts.get(kind, 0)}")
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
