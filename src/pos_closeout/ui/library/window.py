"""The library's window: a search field over a list of shelves, and the entry beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QSplitter, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from pos_closeout.ui.context import Context
from pos_closeout.ui.library.entries import Library, LibraryEntry, LibrarySection, matching
from pos_closeout.ui.library.paper_pictures import PICTURES
from pos_closeout.ui.library.slip_picture import PLACES, SlipPicture
from pos_closeout.ui.plain_text import shown_plain
from pos_closeout.ui.widgets.basic import card, clear_layout, column, label, scrolled
from pos_closeout.ui.widgets.field import search_line


class LibraryWindow(QDialog):
    """Stands beside the main window, so that the owner can read and type at the same time.

    Args:
        context: look and texts.
        parent: the main window.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._entries = Library(context).entries()
        self.setWindowTitle(self.tr("Library"))
        self.setModal(False)
        self.search = search_line(self.tr("Search rules, words, checks…"), self.tr("Search the library"))
        self.search.textChanged.connect(self._list_found)
        self.list = QTreeWidget()
        self.list.setHeaderHidden(True)
        self.list.setStyleSheet(f"QTreeView::item {{ padding: {context.look.px(5)}px 0; }}")
        self.list.setAccessibleName(self.tr("Entries"))
        self.list.currentItemChanged.connect(lambda current, _: self._show(current))
        self._none = label(self.tr("Nothing found. Try fewer or other words."), "hint")
        held = QWidget()
        self._shown = QVBoxLayout(held)
        self._shown.setContentsMargins(24, 4, 16, 16)
        self._shown.setSpacing(10)
        left = QWidget()
        left.setLayout(column(self.search, self._none, self.list, spacing=10))
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(left)
        halves.addWidget(scrolled(held))
        halves.setChildrenCollapsible(False)
        halves.setSizes([context.look.px(320), context.look.px(640)])
        halves.setHandleWidth(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 8, 20)
        layout.addWidget(halves)
        self._list_found("")
        room = self.screen().availableGeometry().size()
        self.resize(min(context.look.px(980), room.width() - 40), min(context.look.px(680), room.height() - 60))

    def show_entry(self, section: LibrarySection, key: str) -> None:
        """Show one entry; an unknown one leaves the window as it is."""
        self.search.clear()
        for line in self._lines():
            entry = line.data(0, Qt.ItemDataRole.UserRole)
            if (entry.section, entry.key) == (section, key):
                self.list.setCurrentItem(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrow down lead from the search field into the list."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def _section_names(self) -> dict[LibrarySection, str]:
        return {
            LibrarySection.WORDS: self.tr("Words explained"),
            LibrarySection.RULES: self.tr("Laws and rules"),
            LibrarySection.CHECKS: self.tr("What the acquirer checks"),
            LibrarySection.ITEMS: self.tr("Kinds of open items"),
        }

    def _list_found(self, asked: str) -> None:
        shown = matching(self._entries, asked)
        self.list.clear()
        for section, name in self._section_names().items():
            of_section = [entry for entry in shown if entry.section is section]
            if of_section:
                top = QTreeWidgetItem(self.list, [f"{name} ({len(of_section)})"])
                top.setFlags(Qt.ItemFlag.ItemIsEnabled)
                for entry in of_section:
                    line = QTreeWidgetItem(top, [entry.title])
                    line.setData(0, Qt.ItemDataRole.UserRole, entry)
                    # A long title is cut off at very large text.
                    line.setToolTip(0, shown_plain(entry.title))
        self.list.expandAll()
        self._none.setVisible(not shown)
        lines = self._lines()
        if lines:
            self.list.setCurrentItem(lines[0])
        else:
            clear_layout(self._shown)

    def _lines(self) -> list[QTreeWidgetItem]:
        tops = [self.list.topLevelItem(place) for place in range(self.list.topLevelItemCount())]
        return [top.child(place) for top in tops if top is not None for place in range(top.childCount())]

    def _show(self, line: QTreeWidgetItem | None) -> None:
        entry: LibraryEntry | None = None if line is None else line.data(0, Qt.ItemDataRole.UserRole)
        if entry is None:
            return
        clear_layout(self._shown)
        self._shown.addWidget(label(entry.title, "title"))
        for heading, text in entry.lines:
            words = label(text)
            words.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            parts = [label(heading, "caption"), words] if heading else [words]
            self._shown.addLayout(column(*parts, spacing=2))
        if entry.slip:
            self._shown.addWidget(self._picture(entry.slip))
        self._shown.addStretch()

    def _picture(self, place: str) -> QWidget:
        """Return the drawn paper that a word stands on."""
        if place not in PICTURES:
            return self._slip(place)
        hint = label(self.tr("A sample; yours may look a little different."), "caption")
        told = label(self.tr("Look for the marked line"), "strong")
        return card(told, hint, PICTURES[place](self.context), spacing=8)

    def _slip(self, place: str) -> QWidget:
        told = self.tr("Its numbers are explained below")
        if place in PLACES:
            told = self.tr("Number %1 on the slip").replace("%1", str(PLACES.index(place) + 1))
        hint = label(self.tr("A sample; the order of the lines differs between terminals."), "caption")
        # The slip is Chinese whatever the screen speaks; this says what each number is.
        names = {entry.slip: entry.title for entry in self._entries if entry.slip in PLACES}
        legend = "\n".join(f"{number}  {names[name]}" for number, name in enumerate(PLACES, 1) if name in names)
        return card(label(told, "strong"), hint, SlipPicture(self.context, place), label(legend, "hint"), spacing=8)


def show_library(parent: QWidget, context: Context) -> LibraryWindow:
    """Open the library beside a window, or come back to the one that is open in the same language and size."""
    there = parent.findChild(LibraryWindow)
    if there is not None and there.context is context:
        there.activateWindow()
        return there
    if there is not None:
        there.close()
    made = LibraryWindow(context, parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.show()
    made.search.setFocus()
    return made


def show_word(parent: QWidget, context: Context, word: str) -> None:
    """Open the library at a word of the glossary, with the slip where the word stands on it."""
    show_library(parent, context).show_entry(LibrarySection.WORDS, word)
