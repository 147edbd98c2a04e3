"""The outstanding list over all cases."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import islice

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from pos_closeout.domain.open_items import ItemState, OpenItem
from pos_closeout.ui.kit import Kit
from pos_closeout.ui.ledger import Ledger
from pos_closeout.ui.open_items.actions_row import ItemActions
from pos_closeout.ui.open_items.desk import ItemDesk
from pos_closeout.ui.open_items.detail import DetailPanel
from pos_closeout.ui.open_items.empty import EmptyNote
from pos_closeout.ui.open_items.filter_bar import FilterBar
from pos_closeout.ui.open_items.found import Order
from pos_closeout.ui.open_items.model import Column
from pos_closeout.ui.open_items.places import Places
from pos_closeout.ui.open_items.rows import Shelf
from pos_closeout.ui.open_items.selection import SelectionBar, SelectionDesk
from pos_closeout.ui.open_items.table import ItemTable, table_frame
from pos_closeout.ui.open_items.undo_bar import UndoBar
from pos_closeout.ui.open_items.words import searched_names
from pos_closeout.ui.style.tokens import PAGE_MARGINS
from pos_closeout.ui.widgets.basic import button, label, row

_ORDERS = {Column.AMOUNT: Order.AMOUNT, Column.KIND: Order.KIND, Column.SHOP: Order.SHOP}

_MOST_COPIED = 201
"""One more than a chat takes, so that it can be said that there are more."""

PANEL_FROM = 900
"""Page width in pixels at normal text from which the details stand beside the list."""


class ListPage(QWidget):
    """Search, filter, table and details of all open items."""

    print_asked = Signal(list)
    """The owner wants the list on paper; carries the items that the filter shows, in their order."""
    case_asked = Signal(int)
    """The owner wants to go to a case; carries its id."""
    home_asked = Signal()
    file_asked = Signal(str, list)
    """A file is wanted; carries how its name ends and the items for it."""
    copy_asked = Signal(list)
    """The items it carries are to be copied as text."""
    bills_asked = Signal()
    """The owner wants to import bills."""

    def __init__(self, kit: Kit, ledger: Ledger, today: date) -> None:
        super().__init__()
        self._kit, self._ledger = kit, ledger
        self._places = Places()
        self._shelf = Shelf(ledger, searched_names(kit, {}), today)
        self._filter = FilterBar(kit)
        self._table = ItemTable(kit, today, shops=True)
        self._empty = EmptyNote(kit)
        self._detail = DetailPanel(kit, today, lambda item: ledger.office.due(item))
        self._actions = ItemActions(kit, prominent=False)
        self._bar = UndoBar(kit)
        self._desk = ItemDesk(kit, ledger, today, self)
        self._framed = table_frame(self._table)
        self._selection = SelectionDesk(kit, ledger, today, self._table.chosen_ids, self)
        self._chosen = SelectionBar(kit, self._selection)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._table)
        self._changed: set[int] | None = None
        self._shown: tuple[OpenItem | None, str] | None = None
        # An interval of nothing: whenever the event loop has nothing else to do.
        self._reader = QTimer(self)
        self._reader.timeout.connect(self._read_on)

    def set_cases(self, shops: Mapping[int, str], terminals: Mapping[int, Sequence[str]] | None = None) -> None:
        """Name the shops by case id, and the terminal numbers the editor offers for each."""
        places = Places(dict(shops), dict(terminals or {}))
        if places == self._places:
            return
        self._places = places
        self._desk.places = self._places
        self._filter.set_shops(self._places.shops)
        self._shelf.rename(searched_names(self._kit, places.shops))
        self._refill(None)

    def add(self) -> None:
        """Open the editor for a new item."""
        self._desk.add()

    def undo(self) -> None:
        """Take the last action back."""
        self._desk.undo()

    def search(self) -> None:
        """Go to the search box."""
        self._filter.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.search.selectAll()

    def show_item(self, item_id: int) -> None:
        """Choose an item; a filter that hides it is lifted."""
        self._freshen()
        if self._table.found.row_of(item_id) < 0:
            self._filter.clear()
        self._table.use(item_id)
        self._table.setFocus()

    def print_list(self) -> None:
        """Ask for the shown items on paper."""
        self._freshen()
        self.print_asked.emit(list(self._table.found.items()))

    def _lay_out(self) -> None:
        side, top = PAGE_MARGINS
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(side, top, side, top)
        left.setSpacing(14)
        left.addLayout(self._head())
        left.addWidget(self._filter)
        left.addWidget(self._framed)
        left.addWidget(self._empty)
        left.addStretch(1)
        left.addWidget(self._chosen)
        left.addWidget(self._actions)
        left.addWidget(self._bar)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._left, 1)
        outer.addWidget(self._detail)
        self._detail.hide()

    def _head(self) -> QHBoxLayout:
        look = self._kit.look
        home = button(look, self.tr("Home"), self.home_asked.emit, icon="house", kind="quiet")
        head = row(home, label(self.tr("Outstanding list"), "title", wrap=False), spacing=12)
        head.addStretch()
        head.addWidget(button(look, self.tr("Import bills…"), self.bills_asked.emit, icon="file-input"))
        self._print = button(look, self.tr("Print list"), self.print_list, icon="printer")
        head.addWidget(self._print)
        more = button(look, self.tr("More"), lambda: None, icon="chevron-down")
        menu = self._more_menu(more)
        more.setMenu(menu)
        # The same by a right click and by the menu key.
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(lambda at: menu.popup(self._table.viewport().mapToGlobal(at)))
        head.addWidget(more)
        add = button(look, self.tr("Add an entry"), self.add, icon="plus", kind="primary")
        add.setToolTip(self.tr("Add an entry (Ctrl+N)"))
        head.addWidget(add)
        return head

    def _more_menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        menu.addAction(self.tr("Mark as cleared…"), self._selection.clear)
        self._selection.fill_later(menu.addMenu(self.tr("Remind me later")))
        menu.addSeparator()
        menu.addAction(self.tr("Copy as text for WeChat"), self.copy)
        menu.addAction(self.tr("Save as a spreadsheet (XLSX)…"), lambda: self._ask_file(".xlsx"))
        menu.addAction(self.tr("Save as CSV…"), lambda: self._ask_file(".csv"))
        menu.addAction(self.tr("Save all dates for a calendar (ICS)…"), lambda: self.file_asked.emit(".ics", []))
        menu.addSeparator()
        order = menu.addMenu(self.tr("Order within each group"))
        group = QActionGroup(order)
        for each, name in self._orders().items():
            action = order.addAction(name, lambda each=each: self._filter.set_order(each))
            action.setCheckable(True)
            action.setChecked(each is Order.DATE)
            action.setActionGroup(group)
        self._order_actions = dict(zip(self._orders(), group.actions(), strict=True))
        return menu

    def _orders(self) -> dict[Order, str]:
        return {
            Order.DATE: self.tr("By date"),
            Order.AMOUNT: self.tr("Largest amount first"),
            Order.KIND: self.tr("By kind"),
            Order.SHOP: self.tr("By shop"),
        }

    def _sort(self, column: int) -> None:
        order = _ORDERS.get(Column(column), Order.DATE)
        self._order_actions[order].setChecked(True)
        self._filter.set_order(order)

    def _ask_file(self, suffix: str) -> None:
        self._freshen()
        self.file_asked.emit(suffix, list(self._table.found.items()))

    def copy(self) -> None:
        """Ask for the chosen items as text; with one or none chosen, for all that are shown."""
        self._freshen()
        chosen = self._table.chosen_ids()
        if len(chosen) > 1:
            self.copy_asked.emit(list(self._ledger.looked_at(chosen)))
        else:
            self.copy_asked.emit(list(islice(self._table.found.items(), _MOST_COPIED)))

    def tell(self, sentence: str) -> None:
        """Say something below the list."""
        self._bar.tell(sentence)

    def _connect(self) -> None:
        self._table.marked.connect(lambda: self._chosen.tell(len(self._table.chosen_ids())))
        self._table.sort_asked.connect(self._sort)
        self._chosen.copy_asked.connect(self.copy)
        self._selection.told.connect(self._bar.tell)
        self._ledger.changed.connect(self._refill)
        self._filter.changed.connect(self._find)
        self._filter.left.connect(self._table.setFocus)
        self._table.chosen.connect(self._show_item)
        self._table.opened.connect(self._edit)
        self._table.delete_asked.connect(self._delete)
        for actions in (self._actions, self._detail.buttons):
            actions.clear_asked.connect(lambda: self._desk.clear(self._table.item()))
            actions.reopen_asked.connect(lambda: self._desk.reopen(self._table.item()))
            actions.edit_asked.connect(self._edit)
            actions.more_asked.connect(lambda: self._desk.look_into(self._table.item()))
            actions.delete_asked.connect(self._delete)
        self._detail.case_asked.connect(self.case_asked)
        self._detail.reach_asked.connect(self._desk.show_reach)
        self._empty.add_asked.connect(self.add)
        self._empty.all_asked.connect(self._filter.clear)
        self._desk.did.connect(self._bar.tell_undoable)
        self._desk.told.connect(self._bar.tell)
        self._desk.kept.connect(self._table.use)
        self._bar.undo_asked.connect(self.undo)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the list; as key presses, so that the same keys in a menu bar above come first."""
        keys = (
            (QKeySequence.StandardKey.New, self.add),
            (QKeySequence.StandardKey.Find, self.search),
            (QKeySequence.StandardKey.Undo, self.undo),
            (QKeySequence.StandardKey.Copy, self.copy),
            (QKeySequence.StandardKey.Print, self.print_list),
            (QKeySequence.StandardKey.Cancel, self._filter.leave),
        )
        act = next((act for key, act in keys if event.matches(key)), None)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the list up to date; while nobody looks at it, changes cost nothing."""
        self._freshen()
        super().showEvent(event)

    def _refill(self, changed: Collection[int] | None) -> None:
        """Take note of changed items, ``None`` for all; while nobody looks at the list that is all."""
        if changed is None or self._changed is None:
            self._changed = None
        else:
            self._changed |= set(changed)
        if self.isVisible():
            self._freshen()

    def _freshen(self) -> None:
        if self._changed == set():
            return
        changed, self._changed = self._changed, set()
        if changed is None:
            self._shelf.fill()
            self._reader.start()
        else:
            self._shelf.update(changed)
        self._table.set_largest(self._shelf.largest())
        self._find()

    def _read_on(self) -> None:
        """Make some more items searchable, between two events; what is looked for meanwhile is found bit by bit."""
        self._shelf.read_on()
        if self._shelf.ready:
            self._reader.stop()
            if self._filter.query().text:
                self._find()

    def _find(self) -> None:
        query = self._filter.query()
        found = self._shelf.find(query)
        self._filter.set_counts(self._shelf.kinds(query))
        self._filter.set_found(found)
        self._print.setEnabled(bool(found.groups))
        self._framed.setVisible(bool(found.groups))
        self._filter.setVisible(not self._shelf.empty())
        self._empty.setVisible(not found.groups)
        if not found.groups:
            self._empty.tell(query, self._shelf.count(ItemState.OPEN), self._shelf.count(ItemState.CLEARED))
        self._table.show_found(found, self._places.shops)
        self._make_room()

    def _show_item(self) -> None:
        item = self._table.item()
        shop = "" if item is None else self._places.shops.get(item.case_id, "")
        if (item, shop) != self._shown:
            # Not made anew at every keystroke in the search box while the same item stays in use.
            self._shown = (item, shop)
            self._actions.tell(item)
            self._detail.tell(item, shop)

    def _edit(self) -> None:
        self._desk.edit(self._table.item())

    def _delete(self) -> None:
        self._desk.delete(self._table.item())

    def minimumSizeHint(self) -> QSize:
        """Return the size of the list alone: the details step aside when the window gets narrow."""
        return self._left.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the details beside the list while there is room for both."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        # In either language and at every text size: the panel stands there only where nothing gets cut for it.
        needed = self._left.minimumSizeHint().width() + self._detail.width()
        wide = self.width() >= max(needed, self._kit.look.px(PANEL_FROM))
        self._detail.setVisible(wide and not self._shelf.empty())
        self._actions.setVisible(not wide and bool(self._table.found.groups))
