"""What can be done with the entries chosen in the list, one or many at once."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFrame, QMenu, QVBoxLayout, QWidget

from pos_closeout.actions.items.item_lines import items_by_id
from pos_closeout.actions.reminders.reminders import rhythms_of, usual_rhythm
from pos_closeout.domain.ledger.common_fields import with_common
from pos_closeout.domain.ledger.open_items import (
    ItemKind,
    ItemTotals,
    OpenItem,
    is_open,
    only_on_its_way,
    reopen,
    totals,
)
from pos_closeout.domain.reminders.reminders import Later, moved, put_off
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.controller import LedgerController
from pos_closeout.ui.ledger.day_dialog import Asked, DayDialog
from pos_closeout.ui.ledger.many_editor import ManyEditor
from pos_closeout.ui.ledger.rhythm_dialog import RhythmDialog
from pos_closeout.ui.ledger.words import clearing_suggestions
from pos_closeout.ui.widgets.basic import button, label
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.widgets.phrases import sums_line


class SelectionActions(QObject):
    """Clears, puts off, moves and edits the entries that are chosen.

    Args:
        context: look and texts.
        ledger: where it is done.
        chosen: gives the ids of the chosen entries.
        over: the window that dialogs stand over.
    """

    message = Signal(str)
    """Something the owner should know, with nothing to undo."""

    def __init__(
        self,
        context: Context,
        ledger: LedgerController,
        chosen: Callable[[], Sequence[int]],
        over: QWidget,
    ) -> None:
        super().__init__(over)
        self._context, self._ledger, self._chosen, self._over = context, ledger, chosen, over

    def items(self) -> list[OpenItem]:
        """Return the chosen entries that are still open."""
        return [item for item in self._all() if is_open(item)]

    def clear(self) -> None:
        """Ask for one way and one day for all of them."""
        items = self.items()
        if not items:
            return
        kinds = {item.kind for item in items}
        offers = clearing_suggestions(kinds.pop()) if len(kinds) == 1 else ()
        asked = Asked(
            self.tr("Mark as cleared"),
            self._about(items),
            self.tr("How they were cleared"),
            self.tr("Cleared on"),
            self.tr("&Mark all as cleared"),
            offers,
        )

        def verdict(day: date, how: str) -> str:
            if day > self._context.today:
                return self.tr("This day has not come yet. Mark entries when they are really cleared.")
            if only_on_its_way(how) and any(item.kind is ItemKind.REFUND for item in items):
                return self.tr("Accepted is not refunded: there are refunds among these entries. Leave them open.")
            return ""

        keep = self._ledger.clear_many
        self._open(asked, self._context.today, verdict=verdict, keep=lambda day, how: keep(items, day, how))

    def edit(self) -> None:
        """Ask for what all of them have in common."""
        items = self._all()
        if not items:
            return
        keep = self._ledger.change_many
        dialog = ManyEditor(
            self._context,
            self._about(items),
            items,
            lambda changes: keep(with_common(items, changes)),
            self._over,
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def reopen(self) -> None:
        """Open those again that were cleared, as one action."""
        items = [reopen(item) for item in self._all() if not is_open(item)]
        if items:
            self._context.do(lambda: self._ledger.change_many(items), self.message.emit)

    def _all(self) -> list[OpenItem]:
        return items_by_id(self._context.store, list(self._chosen()))

    def delete(self) -> None:
        """Take the chosen entries out, as one action; no question, because it can be undone."""
        chosen = list(self._chosen())
        if chosen:
            self._context.do(lambda: self._ledger.delete_many(chosen), self.message.emit)

    def totals(self) -> ItemTotals:
        """Return what the chosen entries add up to that are still open."""
        return totals(self.items(), self._context.today)

    def move(self) -> None:
        """Ask for another due date and why."""
        items = self.items()
        if not items:
            return
        asked = Asked(
            self.tr("Move the due date"),
            self._about(items),
            self.tr("Why it moves"),
            self.tr("New due date"),
            self.tr("&Move"),
            (self.tr("The acquirer asked for more time"), self.tr("Agreed with the customer")),
        )

        def keep(day: date, why: str) -> None:
            self._ledger.change_many([moved(item, day, why) for item in items])

        self._open(asked, None, verdict=lambda *_: "", keep=keep)

    def later(self, how_long: Later) -> None:
        """Put their reminders off; the due dates stay."""
        items = self.items()
        if items:
            until = put_off(how_long, self._context.clock())
            self._context.do(lambda: self._ledger.snooze(items, until), self.message.emit)

    def ask_rhythm(self) -> None:
        """Ask how often to be reminded of them."""
        items, store = self.items(), self._context.store
        if not items:
            return
        own = next(iter(rhythms_of(store, [items[0].id]).values()))
        dialog = RhythmDialog(
            self._context,
            self._about(items),
            self._over,
            own=own,
            usual=usual_rhythm(store),
            keep=lambda rhythm: self._ledger.set_rhythm(items, rhythm),
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def fill_later(self, menu: QMenu) -> None:
        """Put the choices of "remind me later" into a menu."""
        menu.addAction(self.tr("In an hour"), lambda: self.later(Later.HOUR))
        menu.addAction(self.tr("Tomorrow morning"), lambda: self.later(Later.TOMORROW))
        menu.addAction(self.tr("In three days"), lambda: self.later(Later.THREE_DAYS))
        menu.addAction(self.tr("In a week"), lambda: self.later(Later.WEEK))
        menu.addSeparator()
        menu.addAction(self.tr("Move the due date…"), self.move)
        menu.addAction(self.tr("How often to be reminded…"), self.ask_rhythm)

    def _about(self, items: Sequence[OpenItem]) -> str:
        if len(items) > 1:
            sums = sums_line(self._context, totals(items, self._context.today))
            return " · ".join((self.tr("%n entries", "", len(items)), sums))
        item = items[0]
        name = self._context.say(self._context.guidance.kinds[item.kind].name)
        return " · ".join(part for part in (name, item.counterparty, self._context.yuan(item.amount_fen)) if part)

    def _open(
        self,
        asked: Asked,
        day: date | None,
        *,
        verdict: Callable[[date, str], str],
        keep: Callable[[date, str], object],
    ) -> None:
        dialog: QDialog = DayDialog(self._context, asked, day, self._over, verdict=verdict, keep=keep)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class SelectionBar(QFrame):
    """Stands below the list while several entries are chosen."""

    copy_asked = Signal()
    print_asked = Signal()
    file_asked = Signal(str)
    """A file of the chosen entries is wanted; carries how its name ends."""

    def __init__(self, context: Context, actions: SelectionActions) -> None:
        super().__init__()
        self._context, self._actions = context, actions
        self.setProperty("role", "card")
        look = context.look
        self._words = label("", "strong")
        later = button(look, self.tr("Remind me later"), lambda: None, icon="bell-off", kind="small")
        menu = QMenu(later)
        actions.fill_later(menu)
        later.setMenu(menu)
        parts = (
            button(look, self.tr("Mark as cleared…"), actions.clear, icon="check", kind="primarySmall"),
            later,
            button(look, self.tr("Edit…"), actions.edit, icon="pencil", kind="small"),
            button(look, self.tr("Copy as text"), self.copy_asked.emit, icon="message-square", kind="small"),
            button(look, self.tr("Print"), self.print_asked.emit, icon="printer", kind="small"),
            button(
                look, self.tr("Spreadsheet…"), lambda: self.file_asked.emit(".xlsx"), icon="file-down", kind="small"
            ),
            button(look, self.tr("Delete"), actions.delete, icon="trash-2", kind="small"),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.addWidget(self._words)
        layout.addLayout(FlowLayout().add_all(*parts))
        self.hide()

    def tell(self, count: int) -> None:
        """Say how many are chosen and what they add up to; with one or none the bar is away."""
        if count > 1:
            sums = sums_line(self._context, self._actions.totals())
            self._words.setText(" · ".join(filter(None, (self.tr("%n entries chosen", "", count), sums))))
        self.setVisible(count > 1)
