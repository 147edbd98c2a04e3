"""Carries out what the owner wants done with an item, for every screen that shows items."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from pos_closeout.actions.items.clearing import recheck_day
from pos_closeout.actions.items.due import due_calculator, refund_plan
from pos_closeout.actions.items.item_files import facts_of, item_file
from pos_closeout.actions.settings import read_setting, write_setting
from pos_closeout.domain.ledger.item_facts import Facts
from pos_closeout.domain.ledger.open_items import OpenItem, reopen
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.clear_dialog import ClearDialog
from pos_closeout.ui.ledger.controller import LedgerController
from pos_closeout.ui.ledger.item_editor import NO_FACTS, ItemEditor
from pos_closeout.ui.ledger.item_window import ItemWindow
from pos_closeout.ui.ledger.places import ItemPlaces
from pos_closeout.ui.ledger.refund_windows import SHOWN, RefundDialog
from pos_closeout.ui.settings.screen_settings import DETAILS_SETTING


class ItemDialogs(QObject):
    """Opens the dialogs and talks to the ledger; what came of it is told in one sentence."""

    did = Signal(str)
    """Something was done that can be undone."""
    message = Signal(str)
    """Something the owner should know, with nothing to undo."""
    kept = Signal(int)
    """The id of an item that was added or changed."""

    def __init__(self, context: Context, ledger: LedgerController, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._ledger, self._over = context, ledger, parent
        self.places = ItemPlaces()
        ledger.did.connect(self.did)
        ledger.undone.connect(self._tell_undone)

    def add(self) -> None:
        """Open the editor for a new item; with no case there is nothing it could belong to."""
        first = next(iter(self.places.shops), None)
        if first is None:
            self.message.emit(self.tr("Please open a case first; every entry belongs to a shop."))
            return
        self._edit(OpenItem(case_id=first))

    def edit(self, item: OpenItem | None) -> None:
        """Open the editor for an item."""
        if item is not None:
            self._edit(item)

    def clear(self, item: OpenItem | None) -> None:
        """Ask when and how an item was cleared."""
        if item is None:
            return
        store = self._context.store
        dialog = ClearDialog(
            self._context,
            item,
            lambda on, how, proofs: self._ledger.clear_with_proof(item, on, how, proofs),
            self._over,
            accepted=lambda day: self._ledger.note_accepted(item, day),
            again=recheck_day(store, self._context.today),
            proven=bool(item_file(store, item.id).proofs),
        )
        self._open(dialog)

    def show_refunds(self, case_id: int) -> None:
        """Show how far the refunds of a case reach before its stop."""
        self._open(
            RefundDialog(
                self._context, refund_plan(self._context.store, case_id, self._context.today, SHOWN), self._over
            )
        )

    def look_into(self, item: OpenItem | None, tab: str = "") -> None:
        """Open the window with everything about an item, on a tab such as ``proof``."""
        if item is not None:
            self._open(ItemWindow(self._context, item, self._over, tab=tab))

    def reopen(self, item: OpenItem | None) -> None:
        """Mark a cleared item as open again."""
        if item is not None:
            self._attempt(lambda: self._ledger.change(reopen(item)))

    def delete(self, item: OpenItem | None) -> None:
        """Take an item out; no question, because it can be undone."""
        if item is not None:
            self._attempt(lambda: self._ledger.delete(item.id))

    def undo(self) -> None:
        """Take the last action back."""
        self._attempt(self._ledger.undo)

    def _tell_undone(self, what: str) -> None:
        self.message.emit(self.tr("Undone. {what}").format(what=what))

    def _edit(self, item: OpenItem) -> None:
        store = self._context.store
        facts = facts_of(store, item.id) if item.id else NO_FACTS

        def keep_and_show(edited: OpenItem, typed: Facts) -> None:
            self.kept.emit(self._ledger.keep(edited, typed, (item, facts) if item.id else None).id)

        editor = ItemEditor(
            self._context,
            item,
            self.places,
            keep_and_show,
            self._over,
            facts=facts,
            reckon=due_calculator(store),
            details=read_setting(store, DETAILS_SETTING) == "1",
        )
        editor.form.unfolded.connect(self._keep_details)
        self._open(editor)

    def _keep_details(self, wanted: bool) -> None:
        # Not worth a word: the fold is only as it was before.
        self._context.do(
            lambda: write_setting(self._context.store, DETAILS_SETTING, "1" if wanted else "0"), lambda _: None
        )

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _attempt(self, act: Callable[[], object]) -> None:
        self._context.do(act, self.message.emit)
