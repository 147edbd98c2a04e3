"""The search over everything: type, see what is found at once, press Enter to go there."""

from collections.abc import Mapping
from threading import Event

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from pos_closeout.actions.search import Searcher, together
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.domain.masking import mask_identity
from pos_closeout.domain.phases import Step
from pos_closeout.domain.search import Hit, SearchResult, terms_of
from pos_closeout.ui.context import Context, Runner
from pos_closeout.ui.plain_text import shown_plain
from pos_closeout.ui.search.hit_delegate import SHOP, TEXT, WHERE, HitDelegate
from pos_closeout.ui.widgets.basic import button, label, row
from pos_closeout.ui.widgets.dialog_size import fit
from pos_closeout.ui.widgets.field import search_line

_PAUSE_MS = 150
"""How long the typing rests before anything is looked for."""
_TO_LIST = {Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_PageUp}


class SearchDialog(QDialog):
    """Finds things while somebody types; the search runs beside the window and ends with the next key.

    Args:
        context: look and texts.
        finder: searches.
        shops: the name of each case by its id.
        parent: the window it stands over.
    """

    chosen = Signal(object)
    """A :class:`Hit` to go to; the dialog has closed."""

    def __init__(
        self, context: Context, finder: Searcher, shops: Mapping[int, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._searcher, self._shops = context, finder, shops
        self._asked, self._near = "", SearchResult()
        self._overtaken = Event()
        self.setWindowTitle(self.tr("Search everything"))
        fit(self, context.look, 760, 620)
        hint = self.tr("A name, a number, an amount such as 123.45, a day such as 2026-12-01…")
        self.search = search_line(hint, self.tr("Search everything"))
        self.search.installEventFilter(self)
        self._open = button(context.look, self.tr("&Go there"), self._go_to_current, icon="arrow-right", kind="primary")
        self._open.setDefault(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setItemDelegate(HitDelegate(context, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The words above stay where they are while there is nothing to list.
        steady = self.list.sizePolicy()
        steady.setRetainSizeWhenHidden(True)
        self.list.setSizePolicy(steady)
        self.list.itemActivated.connect(self._go)
        self.list.currentItemChanged.connect(lambda line, _: self._open.setEnabled(_hit(line) is not None))
        self.status = label("", "hint")
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._find)
        self.search.textChanged.connect(lambda _: self._timer.start())
        self._runner, self._bill_runner = Runner(self._tell_error, self), Runner(self._tell_error, self)
        self._runner.done.connect(self._show_near)
        self._bill_runner.done.connect(self._show_bills)
        self._lay_out()
        self._show(SearchResult(), searching=False)

    def _lay_out(self) -> None:
        close = button(self._context.look, self.tr("&Close"), self.reject)
        bottom = row()
        bottom.addStretch()
        bottom.addWidget(close)
        bottom.addWidget(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self.search)
        layout.addWidget(self.status)
        layout.addWidget(self.list, 1)
        layout.addLayout(bottom)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while the typing goes on."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _TO_LIST and self.list.count():
                self.list.keyPressEvent(event)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._go_to_current()
                return True
        return super().eventFilter(watched, event)

    def done(self, result: int) -> None:
        """Close, once nothing runs any more."""
        self._timer.stop()
        self._overtaken.set()
        self._runner.wait()
        self._bill_runner.wait()
        super().done(result)

    def _find(self) -> None:
        asked = self.search.text()
        if terms_of(asked) == terms_of(self._asked) and self._asked:
            return
        self._overtaken.set()
        self._asked, self._overtaken, self._near = asked, Event(), SearchResult()
        if not terms_of(asked):
            self._show(SearchResult(), searching=False)
            return
        stopped = self._overtaken.is_set
        self._runner.run(lambda _job: self._searcher.find_near(asked, None, stopped))

    def _show_near(self, found: SearchResult) -> None:
        if self._overtaken.is_set() or not terms_of(self._asked):
            return
        self._near = found
        self._show(found, searching=True)
        asked, stopped = self._asked, self._overtaken.is_set
        self._bill_runner.run(lambda _job: self._searcher.find_in_bills(asked, None, stopped))

    def _show_bills(self, found: SearchResult) -> None:
        if not self._overtaken.is_set() and found.whole:
            self._show(together(self._near, found), searching=False)

    def _show(self, found: SearchResult, *, searching: bool) -> None:
        at = self.list.currentRow() if found.hits[: len(self._near.hits)] == self._near.hits else -1
        self.list.clear()
        group = ""
        for hit in found.hits:
            if hit.group != group:
                group = hit.group
                self._add_heading(self._name(group), more=group in found.more)
            self._add_hit(hit)
        self._tell(len(found.hits), searching=searching)
        self.list.setVisible(bool(found.hits))
        self.list.setCurrentRow(at if at > 0 else 1)
        self._open.setEnabled(_hit(self.list.currentItem()) is not None)

    def _add_heading(self, name: str, *, more: bool) -> None:
        told = self.tr("%1 · the first ones; write more to see fewer").replace("%1", name) if more else name
        QListWidgetItem(told, self.list).setFlags(Qt.ItemFlag.NoItemFlags)

    def _add_hit(self, hit: Hit) -> None:
        shop = self._shops.get(hit.case_id, "")
        line = QListWidgetItem(self.list)
        line.setData(Qt.ItemDataRole.UserRole, hit)
        line.setData(WHERE, hit.where)
        line.setData(SHOP, shop)
        text = mask_identity(hit.text)
        line.setData(TEXT, text)
        line.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in (hit.where, text, shop) if part))
        line.setToolTip(shown_plain(text))

    def _name(self, group: str) -> str:
        guidance = self._context.guidance
        if group in set(Step):
            return self._context.say(guidance.steps[Step(group)].name)
        return self._context.say(guidance.case_words.phrases[group])

    def _tell(self, count: int, *, searching: bool) -> None:
        if not terms_of(self._asked):
            told = self.tr(
                "Looks through all cases, open items, notes, contacts, notices, history, imported bills and the "
                "library. Several words: all of them must be found."
            )
        elif count:
            told = self.tr("%n found", "", count)
        elif not searching:
            told = self.tr("Nothing found. Try fewer or other words; part of a number is enough.")
        else:
            told = ""
        if searching:
            told = " ".join(part for part in (told, self.tr("Still looking through the bills…")) if part)
        self.status.setText(told)

    def _tell_error(self, error: CloseoutError) -> None:
        self.status.setText(self._context.sentence(error))

    def _go_to_current(self) -> None:
        line = self.list.currentItem()
        if line is not None:
            self._go(line)

    def _go(self, line: QListWidgetItem) -> None:
        hit = _hit(line)
        if hit is not None:
            self.accept()
            self.chosen.emit(hit)


def _hit(line: QListWidgetItem | None) -> Hit | None:
    return None if line is None else line.data(Qt.ItemDataRole.UserRole)
