"""Typing the acquirer's name: the directory completes it, and what it knows is proposed and never taken by itself."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QVBoxLayout, QWidget

from pos_closeout.actions.items.item_search import load_initials
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.contact import KnownNumber
from pos_closeout.guidance.contact_texts import ListedAcquirer, ListedNumber, completing, find_acquirer
from pos_closeout.ui.context import Context, Runner
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import clear_layout, label
from pos_closeout.ui.widgets.tab_order import put_in_order
from pos_closeout.ui.wizard.listed_acquirer import left_words, listed_number

_SHOWN = 8
_WRITTEN = int(Qt.ItemDataRole.UserRole)
"""The role of a line that holds what is written into the field."""


class AcquirerCompleter(QObject):
    """Completes a name by its beginning, a piece of it, or the first letters of its pinyin (lkl finds 拉卡拉)."""

    chosen = Signal(str)
    """The owner took a name from the list; carries it in Chinese, as the acquirer writes it."""

    def __init__(self, context: Context, editor: QLineEdit) -> None:
        super().__init__(editor)
        self._context = context
        self._initials: Callable[[str], str] | None = None
        self._names = QStandardItemModel(self)
        self.list = QCompleter(self._names, self)
        # The letter needs the Chinese name; on an English screen the English one beside it helps to find it.
        self.list.setCompletionRole(_WRITTEN)
        # What fits is found here, by more than Qt's prefix; the list is shown as it is.
        self.list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.list.setMaxVisibleItems(_SHOWN)
        self.list.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list.popup().setAccessibleName(self.tr("Acquirers that fit"))
        self.list.activated.connect(self.chosen)
        editor.setCompleter(self.list)
        editor.textEdited.connect(self._typed)
        # The dictionary of pinyin takes a while to load.
        self._loading = Runner(partial(context.tell, editor), self)
        self._loading.done.connect(self._loaded)

    def prepare(self) -> None:
        """Load the dictionary beside the window, once."""
        if self._initials is None and not self._loading.running:
            self._loading.run(lambda _job: load_initials())

    @property
    def ready(self) -> bool:
        """Whether first letters are known."""
        return self._initials is not None

    def _loaded(self, initials: Callable[[str], str]) -> None:
        self._initials = initials

    def _typed(self, text: str) -> None:
        self._names.clear()
        for entry in completing(self._context.guidance.acquirers, text, self._initials)[:_SHOWN]:
            both = self._context.language != "zh"
            line = QStandardItem(f"{entry.name.zh} {entry.name.en}" if both else entry.name.zh)
            line.setData(entry.name.zh, _WRITTEN)
            self._names.appendRow(line)


class AcquirerKnown(QWidget):
    """Shows what the directory knows of the acquirer that is named; ``changed`` carries the new case."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._case = context, Case()
        self._shown: ListedAcquirer | None = None
        self._left = Banner(context)
        self._full = label("", "hint")
        self._numbers = QVBoxLayout()
        self._numbers.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self._left, self._full):
            layout.addWidget(part)
        layout.addLayout(self._numbers)

    def tell(self, case: Case) -> None:
        """Show what is known of the acquirer of a case."""
        self._case = case
        entry = find_acquirer(self._context.guidance.acquirers, case.acquirer.name)
        short = entry is not None and case.acquirer.name.strip() in {entry.name.zh, entry.name.en}
        text = self.tr("Write the name out as it stands on the agreement; the letter is addressed so.")
        self._full.setText(text if short else "")
        self._full.setVisible(short)
        self._tell_left(entry)
        if entry is not self._shown:
            self._shown = entry
            clear_layout(self._numbers)
            if entry is not None:
                for number in entry.numbers:
                    self._numbers.addLayout(listed_number(self._context, number, partial(self._keep, entry, number)))
                put_in_order(self, *self.findChildren(QPushButton))
        self.setVisible(entry is not None and bool(entry.numbers or entry.left or short))

    def _tell_left(self, entry: ListedAcquirer | None) -> None:
        if entry is None or entry.left is None:
            self._left.tell(Tone.AMBER, "")
            return
        words = left_words(self._context, entry, entry.left)
        if self._case.profile.acquirer_left is True:
            self._left.tell(Tone.AMBER, words)
        else:
            offer = self.tr("Yes, that is mine")
            self._left.tell(Tone.AMBER, words, offer, partial(self._has_left, entry))

    def _has_left(self, entry: ListedAcquirer) -> None:
        day = None if entry.left is None else entry.left.day
        told = self._case.profile
        profile = replace(told, acquirer_left=True, acquirer_left_on=told.acquirer_left_on or day)
        self.changed.emit(replace(self._case, profile=profile))

    def _keep(self, entry: ListedAcquirer, number: ListedNumber) -> None:
        known = KnownNumber(number.number, self._context.say(entry.name))
        if all(each.number != known.number for each in self._case.numbers):
            self.changed.emit(replace(self._case, numbers=(*self._case.numbers, known)))
