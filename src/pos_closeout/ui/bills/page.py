"""Everything about bills on one page: choose, decide, look again, months, and what has been imported."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import cache, partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from pos_closeout.actions.bills.bill_proposals import frozen_proposals, list_proposals
from pos_closeout.actions.bills.bills import coverage_of, list_bills, source_names
from pos_closeout.actions.bills.statement_words import load_words
from pos_closeout.actions.bills.unpaid import ask_unpaid_again, say_none_unpaid, unpaid_answer
from pos_closeout.actions.data_folder import Store
from pos_closeout.actions.items.due import due_calculator
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.ui.bills.choose_view import ChooseView
from pos_closeout.ui.bills.chosen_files import ChosenFile
from pos_closeout.ui.bills.cover_view import CoverView
from pos_closeout.ui.bills.decisions import Decisions
from pos_closeout.ui.bills.import_view import ImportView
from pos_closeout.ui.bills.kept_view import KeptView
from pos_closeout.ui.bills.layout_names import LayoutNames
from pos_closeout.ui.bills.proposals_view import ProposalsView
from pos_closeout.ui.bills.recheck_view import RecheckView
from pos_closeout.ui.bills.unpaid_question import UnpaidQuestion
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.controller import LedgerController
from pos_closeout.ui.ledger.item_editor import ItemEditor
from pos_closeout.ui.ledger.places import ItemPlaces
from pos_closeout.ui.ledger.undo_bar import UndoBar
from pos_closeout.ui.style.tokens import PAGE_MARGINS
from pos_closeout.ui.widgets.basic import button, chip, column, label, row, set_chip_text
from pos_closeout.ui.widgets.combo_box import ComboBox
from pos_closeout.ui.widgets.flow import FlowLayout


class BillsPage(QWidget):
    """The bills of one case.

    Args:
        context: look and texts.
        ledger: the open items, which accepted finds join.
    """

    back_asked = Signal()
    item_asked = Signal(int)
    """The owner wants to see an open item on the outstanding list; carries its id."""
    finds_changed = Signal()
    """There may be more or fewer finds to decide about."""

    def __init__(self, context: Context, ledger: LedgerController) -> None:
        super().__init__()
        self._context, self._ledger = context, ledger
        self._case_id = 0
        self._places, self._samples = ItemPlaces(), frozenset[int]()
        decisions = Decisions(context, ledger, self)
        # Read when the first bill comes.
        vocabulary = cache(partial(load_words, context.paths.resources))
        names = LayoutNames(context, vocabulary)
        self.choose, self.importing = ChooseView(context, vocabulary, names), ImportView(context, vocabulary, names)
        self._question = UnpaidQuestion(context)
        self.proposals = ProposalsView(context, decisions, self._question)
        self.again = RecheckView(context, decisions)
        self.cover = CoverView(context, names)
        self.kept = KeptView(context, names)
        self._bar = UndoBar(context)
        self._shop = ComboBox()
        self._shop.setAccessibleName(self.tr("Shop"))
        self._tabs = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect(decisions)

    # What is shown

    def set_cases(self, places: ItemPlaces, samples: Iterable[int]) -> None:
        """Name the shops and terminals by case id, and the cases that are samples."""
        self._places, self._samples = places, frozenset(samples)
        shops = places.shops
        self._shop.clear()
        for number, name in shops.items():
            self._shop.addItem(name, number)
        self._shop.setVisible(len(shops) > 1)
        self.proposals.places = self._places

    def show_case(self, case_id: int) -> None:
        """Show the bills of a case; while an import is running the page stays with the case it runs for."""
        if self.importing.running:
            self._shop.setCurrentIndex(self._shop.findData(self._case_id))
            return
        if case_id != self._case_id:
            self._bar.hide()
            self.importing.forget()
        self._case_id = case_id
        self._shop.setCurrentIndex(self._shop.findData(case_id))
        self.choose.drop.offer_sample(offered=case_id in self._samples)
        self.refresh()

    def open_first(self) -> None:
        """Show what matters now: the finds that wait, else the place to choose bills."""
        waiting = bool(self.proposals.waiting) and not self.importing.running
        self.show_tab(1 if waiting else 0)

    def show_tab(self, at: int) -> None:
        """Show one of the five parts: choose, finds, look again, months, imported bills."""
        self._tabs.button(at).setChecked(True)
        self._stack.setCurrentIndex(at)

    def show_bill(self, bill_id: int, told: str) -> None:
        """Show an imported bill, and below it what was looked for in it."""
        self.show_tab(4)
        self.kept.use(bill_id)
        self._bar.tell(told)

    def take_files(self, paths: Iterable[Path]) -> None:
        """Look at files that were dropped or chosen."""
        self.show_tab(0)
        if not self.importing.running:
            self.importing.forget()
            self._show_first_part()
            self.choose.add(paths)

    def refresh(self) -> None:
        """Read everything about the case anew."""
        self._context.do(self._read, self._bar.tell)

    def _read(self) -> None:
        store, case_id, today = self._context.store, self._case_id, self._context.today
        again, bills = frozen_proposals(store, case_id, today), list_bills(store, case_id)
        self.proposals.show_proposals(list_proposals(store, case_id))
        self._question.show_answer(unpaid_answer(store, case_id))
        self.again.show_proposals(again)
        self.cover.show_covers(coverage_of(store, case_id, today), source_names(store, case_id))
        self.kept.show_bills(bills)
        self._name_tabs((0, self.proposals.waiting, len(again), 0, len(bills)))
        self._show_first_part()

    def close_down(self) -> None:
        """Stop what is running, before the page goes away."""
        self.choose.close_down()
        self.importing.close_down()
        self.kept.close_down()

    def undo(self) -> None:
        """Take the last decision back."""
        self._context.do(self._ledger.undo, self._bar.tell)

    # The screen

    def _lay_out(self) -> None:
        look = self._context.look
        back = button(look, self.tr("Go &back"), self.back_asked.emit, kind="quiet", icon="arrow-left")
        head = row(back, label(self.tr("Bills of the payment platforms"), "title", wrap=False), spacing=12)
        head.addStretch()
        head.addWidget(self._shop)
        tabs = QWidget()
        held = QVBoxLayout(tabs)
        held.setContentsMargins(0, 0, 0, 0)
        self._chips = [self._tab(at) for at in range(5)]
        held.addLayout(FlowLayout().add_all(*self._chips))
        first = QWidget()
        first.setLayout(column(self.choose, self.importing, spacing=12))
        for part in (first, self.proposals, self.again, self.cover, self.kept):
            self._stack.addWidget(part)
        side, top = PAGE_MARGINS
        layout = QVBoxLayout(self)
        layout.setContentsMargins(side, top, side, top)
        layout.setSpacing(14)
        layout.addLayout(head)
        layout.addWidget(tabs)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._bar)

    def _tab(self, at: int) -> QPushButton:
        made = chip(self._context.look, "", partial(self.show_tab, at))
        self._tabs.addButton(made, at)
        return made

    def _name_tabs(self, counts: tuple[int, ...]) -> None:
        names = (
            self.tr("&1 Import bills"),
            self.tr("&2 To review"),
            self.tr("&3 Look again"),
            self.tr("&4 Months"),
            self.tr("&5 Imported bills"),
        )
        for at, (name, count) in enumerate(zip(names, counts, strict=True)):
            set_chip_text(self._context.look, self._chips[at], f"{name} · {count}" if count else name)

    def _show_first_part(self) -> None:
        self.choose.setVisible(self.importing.idle)
        self.importing.setVisible(not self.importing.idle)

    def _connect(self, decisions: Decisions) -> None:
        self.choose.import_asked.connect(self._import)
        self.importing.finished.connect(self._imported)
        self.importing.stopped.connect(self._tell_stopped)
        self.importing.more_asked.connect(self._import_more)
        self.importing.decide_asked.connect(partial(self.show_tab, 1))
        self.importing.months_asked.connect(partial(self.show_tab, 3))
        self.cover.import_asked.connect(self._import_more)
        self.kept.changed.connect(self._taken_back)
        self.again.item_asked.connect(self.item_asked)
        self._question.entry_asked.connect(self._write_down)
        self._question.none_said.connect(partial(self._answer, say_none_unpaid))
        self._question.again_asked.connect(partial(self._answer, ask_unpaid_again))
        self._shop.activated.connect(lambda: self.show_case(int(self._shop.currentData())))
        decisions.changed.connect(self._changed)
        for view in (self.proposals, self.kept):
            view.failed.connect(self._bar.tell)
        self._ledger.did.connect(self._bar.show_undoable)
        # Bound methods, not lambdas: they end with this page, the ledger stays.
        self._ledger.undone.connect(self._tell_undone)
        self._bar.undo_asked.connect(self.undo)

    # What the owner does

    def _import(self, files: tuple[ChosenFile, ...]) -> None:
        self.importing.start(self._case_id, files)
        self._show_first_part()

    def _imported(self) -> None:
        self.choose.clear()
        self._changed()

    def _tell_undone(self, what: str) -> None:
        self._bar.tell(self.tr("Undone. {what}").format(what=what))
        if self._case_id:
            self._changed()

    def _tell_stopped(self, why: str) -> None:
        self._bar.tell(why)
        self._show_first_part()

    def _import_more(self) -> None:
        self.importing.forget()
        self._show_first_part()
        self.show_tab(0)

    def _changed(self) -> None:
        self.refresh()
        self.finds_changed.emit()

    def _taken_back(self, told: str) -> None:
        self._changed()
        self._bar.tell(told)

    def _answer(self, keep: Callable[[Store, int, datetime], None]) -> None:
        """Keep what the owner says about payments that no bill shows."""
        self._context.do(lambda: keep(self._context.store, self._case_id, self._context.clock()), self._bar.tell)
        self.refresh()

    def _write_down(self, item: OpenItem) -> None:
        begun = replace(item, case_id=self._case_id)

        reckon = due_calculator(self._context.store)
        dialog = ItemEditor(self._context, begun, self._places, self._ledger.keep, self, reckon=reckon)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
