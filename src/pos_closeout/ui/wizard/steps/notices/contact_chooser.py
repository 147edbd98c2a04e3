"""The dialog that shows who is in an address book and asks whom to put on the list of notices."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from pos_closeout.domain.case.address_book import MOST_NOTICES, AddressBook, Contact, ContactProblem, OnList
from pos_closeout.domain.case.notices import Audience, Notice, NoticeChannel
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, label, row
from pos_closeout.ui.widgets.combo_box import ComboBox
from pos_closeout.ui.widgets.field import Field, grid, line_edit
from pos_closeout.ui.wizard.steps.notices.names import notice_channel_name

_TOLD = 3


class ContactChooser(QDialog):
    """Nobody is chosen to begin with: whom to tell is for the owner to say. Space turns a line on or off.

    Args:
        context: look and texts.
        book: who is in the file.
        notices: the list so far; who is on it for the audience cannot be chosen again.
        parent: the window it stands over.
    """

    def __init__(self, context: Context, book: AddressBook, notices: Sequence[Notice], parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._book, self._notices = context, book, notices
        self.setWindowTitle(self.tr("People in the file"))
        self._audience, self._way = ComboBox(), ComboBox()
        for audience in Audience:
            self._audience.addItem(context.say(context.guidance.notices[audience].name), audience)
        self._audience.setCurrentIndex(list(Audience).index(Audience.SUPPLIER))
        for way in NoticeChannel:
            self._way.addItem(notice_channel_name(way), way)
        self._audience.activated.connect(self._show_known)
        self._find = line_edit(limit=60)
        self._find.setPlaceholderText(self.tr("Name, phone or e-mail"))
        self._find.textEdited.connect(self._filter)
        self._people = QListWidget()
        self._people.setAccessibleName(self.tr("People in the file"))
        for each in book.contacts:
            self._people.addItem(QListWidgetItem(" · ".join(filter(None, each[:3]))))
        self._people.itemChanged.connect(self._count)
        self._room = Banner(context)
        self._lay_out()
        self._show_known()
        self._people.setCurrentRow(0)
        self._people.setFocus()

    def _lay_out(self) -> None:
        context = self._context
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("Whom do you want to tell?"), "cardTitle"))
        audience = Field(context, self.tr("What they are to you"), self._audience)
        layout.addLayout(grid([[audience, Field(context, self.tr("How they are told"), self._way)]]))
        every = button(context.look, self.tr("Choose all shown"), lambda: self._choose(chosen=True), kind="small")
        none = button(context.look, self.tr("Choose nobody"), lambda: self._choose(chosen=False), kind="small")
        finding = row(self._find, every, none, spacing=8)
        finding.setStretch(0, 1)
        layout.addLayout(finding)
        layout.addWidget(self._people, 1)
        if self._book.problems:
            layout.addWidget(label(self._problems(), "hint", tone=Tone.AMBER))
        layout.addWidget(self._room)
        layout.addLayout(self._buttons())
        room = self.screen().availableGeometry().height() - 80
        self.resize(context.look.px(620), min(context.look.px(620), room))

    def _buttons(self) -> QHBoxLayout:
        look = self._context.look
        self._keep = button(look, self.tr("Put on the list"), self.accept, kind="primary")
        self._keep.setDefault(True)
        self._number = label("", "hint", wrap=False)
        ways = row(self._number)
        ways.addStretch()
        ways.addWidget(button(look, self.tr("Cancel"), self.reject))
        ways.addWidget(self._keep)
        return ways

    def chosen(self) -> tuple[tuple[Contact, ...], Audience, NoticeChannel]:
        """Return whom the owner chose, what they are to the shop, and how they are told."""
        people = tuple(each for place, each in enumerate(self._book.contacts) if self._is_chosen(place))
        return people, Audience(self._audience.currentData()), NoticeChannel(self._way.currentData())

    def _is_chosen(self, place: int) -> bool:
        item = self._people.item(place)
        return bool(item.flags() & Qt.ItemFlag.ItemIsEnabled) and item.checkState() is Qt.CheckState.Checked

    def _show_known(self) -> None:
        """Let nobody be chosen who is on the list for this audience."""
        audience = Audience(self._audience.currentData())
        on_list = OnList(audience, self._notices)
        self._people.blockSignals(True)  # noqa: FBT003  # Qt's own signature
        for place, contact in enumerate(self._book.contacts):
            item, there = self._people.item(place), contact in on_list
            item.setText(" · ".join(filter(None, (*contact[:3], self.tr("on the list already") if there else ""))))
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags if there else flags | Qt.ItemFlag.ItemIsEnabled)
            if there or item.data(Qt.ItemDataRole.CheckStateRole) is None:
                item.setCheckState(Qt.CheckState.Unchecked)
        self._people.blockSignals(False)  # noqa: FBT003  # as above
        self._count()

    def _filter(self, text: str) -> None:
        wanted = text.strip().casefold()
        for place in range(self._people.count()):
            item = self._people.item(place)
            item.setHidden(wanted not in item.text().casefold())

    def _choose(self, *, chosen: bool) -> None:
        """Choose everybody who is shown, or nobody at all."""
        self._people.blockSignals(True)  # noqa: FBT003  # as above
        for place in range(self._people.count()):
            item = self._people.item(place)
            if not chosen or (not item.isHidden() and item.flags() & Qt.ItemFlag.ItemIsEnabled):
                item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        self._people.blockSignals(False)  # noqa: FBT003  # as above
        self._count()

    def _count(self) -> None:
        count, room = len(self.chosen()[0]), MOST_NOTICES - len(self._notices)
        self._number.setText(self.tr("%n chosen", "", count))
        self._keep.setEnabled(0 < count <= room)
        told = self.tr("The list has room for %n more. Customers are better told by the poster.", "", max(room, 0))
        self._room.tell(Tone.AMBER, told if count > room else "")

    def _problems(self) -> str:
        lines = [self._problem(each) for each in self._book.problems[:_TOLD]]
        more = len(self._book.problems) - _TOLD
        return "\n".join([*lines, self.tr("… and %n more row(s) like these.", "", more)] if more > 0 else lines)

    def _problem(self, problem: ContactProblem) -> str:
        words = {
            "contact.phone": self.tr("Row {row}: “{text}” is no phone number and was left out."),
            "contact.damaged_number": self.tr(
                "Row {row}: a spreadsheet has turned the phone into “{text}”; it was left out."
            ),
            "contact.email": self.tr("Row {row}: “{text}” is no e-mail address and was left out."),
            "contact.too_many": self.tr("Only the first {text} people are read; row {row} and below are not."),
        }
        return words[problem.reason].format(row=problem.row, text=problem.text)
