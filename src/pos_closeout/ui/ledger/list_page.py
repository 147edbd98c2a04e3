"""The outstanding list over all cases."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from itertools import islice

from PySide6.QtCore import QCollator, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_closeout.actions.items.due import due_of
from pos_closeout.actions.items.item_lines import items_by_id
from pos_closeout.actions.items.item_search import load_initials
from pos_closeout.domain.ledger.open_items import ItemState, OpenItem, is_open
from pos_closeout.ui.context import Context, Runner
from pos_closeout.ui.ledger.actions_row import ItemActions
from pos_closeout.ui.ledger.column_menu import ColumnMenu
from pos_closeout.ui.ledger.columns import Initials
from pos_closeout.ui.ledger.controller import LedgerController
from pos_closeout.ui.ledger.detail_panel import DetailPanel
from pos_closeout.ui.ledger.empty import EmptyNote
from pos_closeout.ui.ledger.filter_bar import FilterBar
from pos_closeout.ui.ledger.item_dialogs import ItemDialogs
from pos_closeout.ui.ledger.list_head import COLUMNS, ORDERS, ListHead, ListMenu
from pos_closeout.ui.ledger.list_state import ListState, kept_form
from pos_closeout.ui.ledger.model import ItemColumn
from pos_closeout.ui.ledger.places import ItemPlaces
from pos_closeout.ui.ledger.query import Query, stored_items
from pos_closeout.ui.ledger.rows import ItemRows
from pos_closeout.ui.ledger.selection import SelectionActions, SelectionBar
from pos_closeout.ui.ledger.table import ItemTable, table_frame
from pos_closeout.ui.ledger.text_loader import TextLoader
from pos_closeout.ui.ledger.undo_bar import UndoBar
from pos_closeout.ui.ledger.words import day_words, searched_names
from pos_closeout.ui.style.tokens import PAGE_MARGINS

_MOST_ASKED = 200
"""So many of the chosen entries are looked at for what the menu offers."""

_MOST_COPIED = 201
"""One more than a chat takes, so that it can be said that there are more."""

_LOW = 560
"""Page height in pixels at normal text below which everything around the table moves together."""

_NARROW = 960
"""Page width in pixels at normal text below which the head of the list says less."""

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
    query_changed = Signal(str)
    """Filter or order are others than before; carries them as they are stored."""

    def __init__(self, context: Context, ledger: LedgerController) -> None:
        super().__init__()
        self._context, self._ledger = context, ledger
        self._places = ItemPlaces()
        collator = QCollator(QLocale("zh_CN" if context.language == "zh" else "en_GB"))
        collator.setNumericMode(True)
        self._initials: Initials | None = None
        self._rows = ItemRows(
            stored_items(context.store),
            searched_names(context, {}),
            lambda: context.today,
            days=partial(day_words, context),
            initials=self._initials_of,
            sort_key=collator.sortKey,
        )
        self._filter = FilterBar(context)
        self._table = ItemTable(context, shops=True)
        self._empty = EmptyNote(context)
        self._detail = DetailPanel(context, partial(due_of, context.store))
        self._actions = ItemActions(context, prominent=False)
        self._bar = UndoBar(context)
        self._dialogs = ItemDialogs(context, ledger, self)
        self._framed = table_frame(self._table)
        self._selection = SelectionActions(context, ledger, self._table.chosen_ids, self)
        self._chosen = SelectionBar(context, self._selection)
        self.columns = ColumnMenu(self._table, self)
        self._menu = ListMenu(self._selection, self.columns, self)
        self._head = ListHead(context, self._menu)
        self._lay_out()
        self._connect()
        standard = QKeySequence.StandardKey
        self._keys = (
            (standard.New, self.add),
            (standard.Find, self.search),
            (standard.Undo, self.undo),
            (standard.Copy, self.copy),
            (standard.Print, self.print_list),
            (standard.Cancel, self._filter.leave),
        )
        self.setFocusProxy(self._table)
        self._changed: set[int] | None = None
        self._pending: ListState | None = None
        self._day = context.today
        self._kept = kept_form(Query())
        self._shown: tuple[OpenItem | None, str] | None = None
        self._reading = TextLoader(self._rows, self)
        self._reading.done.connect(self._read_out)
        self._loading = Runner(lambda error: self._bar.tell(context.sentence(error)), self)
        self._loading.done.connect(self._take_initials)

    def set_cases(self, shops: Mapping[int, str], terminals: Mapping[int, Sequence[str]] | None = None) -> None:
        """Name the shops by case id, and the terminal numbers the editor offers for each."""
        places = ItemPlaces(dict(shops), dict(terminals or {}))
        if places == self._places:
            return
        self._places = places
        self._dialogs.places = self._places
        self._filter.set_shops(self._places.shops)
        self._rows.rename(searched_names(self._context, places.shops))
        self._refill(None)

    def add(self) -> None:
        """Open the editor for a new item."""
        self._dialogs.add()

    def undo(self) -> None:
        """Take the last action back."""
        self._dialogs.undo()

    def search(self) -> None:
        """Go to the search box."""
        self._filter.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.search.selectAll()

    def show_item(self, item_id: int) -> None:
        """Choose an item; a filter that hides it is lifted."""
        self._settle()
        if self._table.result.row_of(item_id) < 0:
            self._filter.clear()
        self._table.use(item_id)
        self._table.setFocus()

    def show_only(self, item_ids: Sequence[int]) -> None:
        """Show these items alone, as far as they are still open; one of them is also chosen."""
        if len(item_ids) == 1:
            self.show_item(item_ids[0])
            return
        self._settle()
        self._filter.show_only(item_ids)
        self._table.setFocus()

    def print_list(self) -> None:
        """Ask for the items on paper that are chosen, or with one or none chosen, for all that are shown."""
        self.print_asked.emit(self.wanted())

    def wanted(self) -> list[OpenItem]:
        """Return the chosen items; with one or none chosen, all that are shown."""
        self._settle()
        chosen = self._table.chosen_ids()
        found = items_by_id(self._context.store, chosen) if len(chosen) > 1 else self._table.result.items()
        return list(found)

    def state(self) -> ListState:
        """Return what is looked for and chosen, also before a list that was rebuilt has been looked at."""
        if self._pending is not None:
            return self._pending
        item = self._table.item()
        return ListState(self._filter.query(), tuple(self._table.chosen_ids()), 0 if item is None else item.id)

    def put_back(self, state: ListState) -> None:
        """Look for and choose what was looked for and chosen before."""
        query = state.query
        self._menu.show_order(query.order, down=query.down, grouped=query.grouped)
        self._filter.put_back(query)
        self._pending = state
        if self.isVisible():
            # Now, or a later search would choose again what has been let go meanwhile.
            self._settle()
            self._find()

    def _clear(self) -> None:
        """Clear the entry in use, or all that are chosen."""
        if len(self._table.chosen_ids()) > 1:
            self._selection.clear()
        else:
            self._dialogs.clear(self._table.item())

    def _edit(self) -> None:
        """Edit the entry in use, or what several chosen ones have in common."""
        if len(self._table.chosen_ids()) > 1:
            self._selection.edit()
        else:
            self._table.opened.emit()

    def _tell_menu(self) -> None:
        chosen = items_by_id(self._context.store, self._table.chosen_ids()[:_MOST_ASKED])
        waiting = sum(map(is_open, chosen))
        self._menu.tell(waiting, len(chosen) - waiting)

    def _initials_of(self, text: str) -> str:
        if self._initials is None:
            # Somebody types before the dictionary is there.
            self._initials = load_initials()
        return self._initials(text)

    def _read_on(self) -> None:
        """Make the list searchable, once the dictionary is there; that is loaded beside the window."""
        if self._initials is not None:
            self._reading.begin()
        elif not self._loading.running:
            self._loading.run(lambda _job: load_initials())

    def _take_initials(self, loaded: Initials) -> None:
        if self._initials is None:
            self._initials = loaded
        if self.isVisible():
            self._reading.begin()

    def _lay_out(self) -> None:
        side, top = PAGE_MARGINS
        self._left = QWidget()
        left = self._column = QVBoxLayout(self._left)
        left.setContentsMargins(side, top, side, top)
        left.setSpacing(14)
        left.addWidget(self._head)
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

    def _ask_file(self, suffix: str) -> None:
        # The calendar holds every date, whatever the list shows.
        self.file_asked.emit(suffix, [] if suffix == ".ics" else self.wanted())

    def copy(self) -> None:
        """Ask for the chosen items as text; with one or none chosen, for all that are shown."""
        self._settle()
        chosen = self._table.chosen_ids()
        if len(chosen) > 1:
            self.copy_asked.emit(list(items_by_id(self._context.store, chosen)))
        else:
            self.copy_asked.emit(list(islice(self._table.result.items(), _MOST_COPIED)))

    def tell(self, sentence: str) -> None:
        """Say something below the list."""
        self._bar.tell(sentence)

    def _connect(self) -> None:
        self._connect_head()
        self._table.marked.connect(lambda: self._chosen.tell(len(self._table.chosen_ids())))
        self._table.sort_asked.connect(lambda column: self._menu.choose(ORDERS[ItemColumn(column)]))
        self._chosen.copy_asked.connect(self.copy)
        self._chosen.print_asked.connect(self.print_list)
        self._chosen.file_asked.connect(self._ask_file)
        self._selection.message.connect(self._bar.tell)
        self._ledger.changed.connect(self._refill)
        self._filter.changed.connect(self._find)
        self._filter.left.connect(self._table.setFocus)
        self._table.chosen.connect(self._show_item)
        self._table.opened.connect(lambda: self._dialogs.edit(self._table.item()))
        self._table.delete_asked.connect(self._selection.delete)
        for actions in (self._actions, self._detail.buttons):
            actions.clear_asked.connect(self._clear)
            actions.reopen_asked.connect(self._selection.reopen)
            actions.edit_asked.connect(self._edit)
            actions.more_asked.connect(lambda: self._dialogs.look_into(self._table.item()))
            actions.delete_asked.connect(self._table.delete_asked)
        self._detail.case_asked.connect(self.case_asked)
        self._detail.refunds_asked.connect(self._dialogs.show_refunds)
        self._empty.add_asked.connect(self.add)
        self._empty.all_asked.connect(self._filter.clear)
        self._dialogs.did.connect(self._bar.show_undoable)
        self._dialogs.message.connect(self._bar.tell)
        self._dialogs.kept.connect(self._table.use)
        self._bar.undo_asked.connect(self.undo)

    def _connect_head(self) -> None:
        self._head.home_asked.connect(self.home_asked)
        self._head.bills_asked.connect(self.bills_asked)
        self._head.print_asked.connect(self.print_list)
        self._head.add_asked.connect(self.add)
        self._menu.copy_asked.connect(self.copy)
        self._menu.file_asked.connect(self._ask_file)
        self._menu.order_asked.connect(lambda order, down: self._filter.set_order(order, down=down))
        self._menu.grouped_asked.connect(self._filter.set_grouped)
        self._menu.edit_asked.connect(self._edit)
        self._menu.more_asked.connect(lambda: self._dialogs.look_into(self._table.item()))
        self._menu.print_asked.connect(self.print_list)
        self._menu.undo_asked.connect(self.undo)
        self._menu.aboutToShow.connect(self._tell_menu)
        # The same by a right click and by the menu key.
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(
            lambda at: self._menu.popup(self._table.viewport().mapToGlobal(at))
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the list; as key presses, so that the same keys in a menu bar above come first."""
        act = next((act for key, act in self._keys if event.matches(key)), None)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the list up to date; while nobody looks at it, changes cost nothing."""
        self._freshen()
        if self._day != self._context.today:
            self._find()
        self._read_on()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing while nobody looks."""
        self._reading.stop()
        super().hideEvent(event)

    def renew(self) -> None:
        """Show the list as of today; filter, choice and place stay."""
        self._shown = None
        if self.isVisible():
            self._settle()
            self._find()

    def _refill(self, changed: Collection[int] | None) -> None:
        """Take note of changed items, ``None`` for all; while nobody looks at the list that is all."""
        if changed is None or self._changed is None:
            self._changed = None
        else:
            self._changed |= set(changed)
        if self.isVisible():
            self._freshen()
            self._read_on()

    def _freshen(self) -> None:
        if self._changed == set():
            return
        changed, self._changed = self._changed, set()
        if changed is None:
            self._rows.fill()
        else:
            self._rows.update(changed)
        self._table.set_largest(self._rows.largest())
        self._find()

    def _read_out(self) -> None:
        if self._filter.query().text:
            self._find()

    def _settle(self) -> None:
        """Have the list show the answer to what is asked, however long it takes."""
        self._freshen()
        if not self._rows.ready and self._filter.query().text:
            self._rows.read_all()
            self._find()

    def _find(self) -> None:
        self._day = self._context.today
        query = self._filter.query()
        if query.text.strip() and not self._rows.nearly_ready():
            # The list stays as it is until everything can be searched: a sum over a part of it would be wrong.
            self._filter.set_counting()
            self._reading.hurry()
            return
        found = self._rows.find(query)
        self._filter.set_counts(found.kinds)
        self._filter.set_totals(found)
        self._head.let_print(bool(found.count))
        self._framed.setVisible(bool(found.count))
        self._filter.setVisible(not self._rows.empty())
        self._empty.setVisible(not found.count)
        self._table.show_order(COLUMNS[query.order], down=query.down)
        if not found.count:
            self._empty.tell(query, self._rows.count(ItemState.OPEN), self._rows.count(ItemState.CLEARED))
        self._table.show_result(found, self._places.shops)
        if self._pending is not None:
            pending, self._pending = self._pending, None
            self._table.use(pending.current)
            self._table.choose(pending.chosen)
        self._make_room()
        if kept_form(query) != self._kept:
            self._kept = kept_form(query)
            self.query_changed.emit(self._kept)

    def _show_item(self) -> None:
        item = self._table.item()
        shop = "" if item is None else self._places.shops.get(item.case_id, "")
        if (item, shop) != self._shown:
            # Not made anew at every keystroke in the search box while the same item stays in use.
            self._shown = (item, shop)
            self._actions.tell(item)
            self._detail.tell(item, shop)

    def minimumSizeHint(self) -> QSize:
        """Return the size of the list alone: the details step aside when the window gets narrow."""
        return self._left.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the details beside the list while there is room for both."""
        super().resizeEvent(event)
        self._make_room()
        low, (side, top) = self.height() < self._context.look.px(_LOW), PAGE_MARGINS
        self._column.setContentsMargins(side, 8 if low else top, side, 8 if low else top)
        self._column.setSpacing(8 if low else 14)
        self._filter.set_low(low=low)
        self._head.set_narrow(narrow=self.width() < self._context.look.px(_NARROW))

    def _make_room(self) -> None:
        # In either language and at every text size: the panel stands there only where nothing gets cut for it.
        needed = self._left.minimumSizeHint().width() + self._detail.width()
        wide = self.width() >= max(needed, self._context.look.px(PANEL_FROM))
        self._detail.setVisible(wide and not self._rows.empty())
        self._actions.setVisible(not wide and bool(self._table.result.count))
