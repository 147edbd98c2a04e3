"""The tables the owner has named: renamed, handed on as a small file, taken in from another computer, forgotten."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from pos_closeout.actions.bills.inspect_file import ColumnMapping
from pos_closeout.actions.bills.table_layouts import (
    export_mapping,
    forget_mapping,
    known_mappings,
    rename_mapping,
    take_in_mapping,
)
from pos_closeout.ui.context import Context
from pos_closeout.ui.papers.files import ask_place, file_name
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, label, row
from pos_closeout.ui.widgets.field import Field, line_edit
from pos_closeout.ui.widgets.flow import FlowLayout

_SUFFIX = ".layout.json"


class LayoutsDialog(QDialog):
    """A list, a field for the name, and a button for each verb.

    Args:
        context: look, texts and the open data folder.
        parent: the window it stands over.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._store = context, context.store
        self.setWindowTitle(self.tr("Tables the program knows"))
        self.setMinimumWidth(context.look.px(560))
        self.layouts = QListWidget()
        self.layouts.setAccessibleName(self.tr("Tables the program knows"))
        self.layouts.currentItemChanged.connect(self._show_name)
        self.name = line_edit(limit=60)
        self.name.returnPressed.connect(self.rename)
        self._reporter = Banner(context)
        self._lay_out()
        self._fill()

    def _lay_out(self) -> None:
        look = self._context.look
        self._on_one = [
            button(look, self.tr("&Rename"), self.rename, kind="small"),
            button(look, self.tr("Write to a &file…"), self.export, icon="save", kind="small"),
            button(look, self.tr("F&orget"), self.forget, icon="trash-2", kind="small"),
        ]
        take = button(look, self.tr("&Import a file…"), self.take_in, icon="file-input", kind="small")
        close = button(look, self.tr("Close"), self.accept, kind="primary")
        for each in (*self._on_one, take):
            each.setAutoDefault(False)
        lead = self.tr(
            "You have said once what the columns of these tables mean. A small file takes that to another computer; it "
            "holds names of columns and no money."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("Tables the program knows"), "cardTitle"))
        layout.addWidget(label(lead, "hint"))
        layout.addWidget(self.layouts)
        layout.addWidget(Field(self._context, self.tr("&Name"), self.name))
        layout.addLayout(FlowLayout().add_all(*self._on_one, take))
        layout.addWidget(self._reporter)
        buttons = row()
        buttons.addStretch()
        buttons.addWidget(close)
        layout.addLayout(buttons)

    @property
    def key(self) -> str:
        """The number of the layout in use, "" where there is none."""
        item = self.layouts.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def rename(self) -> None:
        """Give the layout in use the name that was typed."""
        key = self.key
        if key:
            self._do(lambda: rename_mapping(self._store, key, self.name.text()), self.tr("The name is kept."))

    def export(self) -> None:
        """Ask where the file is to go, and write it."""
        key = self.key
        suggested = f"{file_name(self.name.text().strip() or key)}{_SUFFIX}"
        path = ask_place(self, self.tr("Write to a file"), suggested, _SUFFIX, f"*{_SUFFIX}") if key else None
        if path is not None:
            self._do(lambda: export_mapping(self._store, key, path), self.tr("The file is written."))

    def take_in(self) -> None:
        """Ask for a file of another computer, and remember its layout."""
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Import a file"), "", f"*{_SUFFIX};;*")
        if path:
            self._do(lambda: take_in_mapping(self._store, Path(path)), self.tr("This table is known now."))

    def forget(self) -> None:
        """Forget the layout in use; the next table with its columns is asked about again."""
        key = self.key
        if key:
            self._do(
                lambda: forget_mapping(self._store, key),
                self.tr("The next such table is asked about again."),
            )

    def _do(self, verb: Callable[[], ColumnMapping], said: str) -> None:
        def show(used: ColumnMapping) -> None:
            self._fill(used.key)
            self._reporter.tell(Tone.OK, said)

        self._context.do(verb, partial(self._reporter.tell, Tone.SEAL), then=show)

    def _fill(self, use: str = "") -> None:
        self.layouts.clear()
        for each in known_mappings(self._store):
            columns = " · ".join(dict.fromkeys(each.columns.values()))
            name = each.name or self.tr("without a name")
            item = QListWidgetItem(f"{name}\n{columns}")
            item.setData(Qt.ItemDataRole.UserRole, each.key)
            item.setData(Qt.ItemDataRole.UserRole + 1, each.name)
            self.layouts.addItem(item)
            if each.key == use:
                self.layouts.setCurrentItem(item)
        if self.layouts.currentRow() < 0 and self.layouts.count():
            self.layouts.setCurrentRow(0)
        self._show_name()

    def _show_name(self) -> None:
        item = self.layouts.currentItem()
        self.name.setText("" if item is None else str(item.data(Qt.ItemDataRole.UserRole + 1)))
        for each in (self.name, *self._on_one):
            each.setEnabled(item is not None)
