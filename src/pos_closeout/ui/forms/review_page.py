"""Look before saving: left the form, right its places by outcome; what is clicked on one side shows on the other."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from pos_closeout.actions.forms.forms import InspectedForm, places_seen
from pos_closeout.actions.forms.texts import FormTexts
from pos_closeout.domain.forms.form import TICK, Entry, FormKind, Outcome, PlaceKind, Why
from pos_closeout.ui.context import Context
from pos_closeout.ui.forms.picture import FormPicture, scrolled_picture
from pos_closeout.ui.forms.place_list import KnownList, PlaceList, listed
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, column, label, row
from pos_closeout.ui.widgets.field import line_edit
from pos_closeout.ui.widgets.flow import FlowLayout


class FormReviewPage(QWidget):
    """Shows a form beside a case; what the owner does is asked for by signals, the controller answers."""

    accepted = Signal(str)
    """A proposal is to be written; carries the key of the place."""
    answered = Signal(str, str)
    """A place gets a value: key and value."""
    emptied = Signal(str)
    """A place is to stay empty."""
    laid = Signal(str, str)
    """A field of the case is laid on a place: key and field."""
    part_taken = Signal(str)
    """A part of the form is the merchant's."""
    save_asked = Signal()
    print_asked = Signal()
    open_asked = Signal()
    back_asked = Signal()

    def __init__(self, context: Context, texts: FormTexts) -> None:
        super().__init__()
        self._context, self._texts = context, texts
        self._form: InspectedForm | None = None
        self._title = label("", "title")
        self._told = label("", "hint")
        self.banner = Banner(context)
        self.picture = FormPicture(context)
        self.places = PlaceList(context, texts)
        self.known = KnownList(context, texts)
        self.value = line_edit(limit=200)
        self._place = label(self.tr("Click a place on the form or in the list."), "strong")
        self._reason = label("", "hint")
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._show_place("")

    def _make_buttons(self) -> None:
        look = self._context.look
        self.write = button(
            look, self.tr("&Write this"), lambda: self._here(self.accepted.emit), icon="check", kind="small"
        )
        self.use = button(look, self.tr("Use this &value"), self._use_value, icon="pencil", kind="small")
        self.empty = button(look, self.tr("&Leave empty"), lambda: self._here(self.emptied.emit), kind="small")
        self.mine = button(look, self.tr("This &part is ours"), self._take_part, kind="small")
        self.back = button(look, self.tr("Back"), self.back_asked.emit, icon="arrow-left", kind="small")
        self.open = button(look, self.tr("Open to print"), self.open_asked.emit, icon="external-link", kind="small")
        self.print = button(look, self.tr("Print"), self.print_asked.emit, icon="printer", kind="small")
        self.save = button(
            look, self.tr("Save the filled form"), self.save_asked.emit, icon="file-down", kind="primary"
        )

    def _lay_out(self) -> None:
        shown = label(self.tr("Value"), wrap=False)
        shown.setBuddy(self.value)
        self.value.setAccessibleName(self.tr("Value of the place"))
        chosen = QWidget()
        chosen.setLayout(FlowLayout().add_all(self.write, self.use, self.empty, self.mine))
        editor = column(self._place, self._reason, row(shown, self.value), chosen, spacing=6)
        right = QWidget()
        side = column(
            self.places, editor, label(self.tr("What your case knows: drag it onto a place"), "hint"), self.known,
            spacing=8, margins=(12, 0, 0, 0),
        )  # fmt: skip
        side.setStretch(0, 5)
        side.setStretch(3, 2)
        right.setLayout(side)
        parts = QSplitter()
        parts.setChildrenCollapsible(False)
        parts.addWidget(scrolled_picture(self.picture))
        parts.addWidget(right)
        parts.setStretchFactor(0, 54)
        parts.setStretchFactor(1, 46)
        parts.setSizes([560, 480])
        actions = row(self.back, spacing=8)
        actions.addStretch()
        for each in (self.open, self.print, self.save):
            actions.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._told)
        layout.addWidget(self.banner)
        layout.addWidget(parts, 1)
        layout.addLayout(actions)

    def _connect(self) -> None:
        self.picture.chosen.connect(self.choose)
        self.places.chosen.connect(self.choose)
        self.picture.laid.connect(self.laid)
        self.places.laid.connect(self.laid)
        self.places.accepted.connect(self.accepted)
        self.places.emptied.connect(self.emptied)
        self.places.edit_asked.connect(self._edit)
        self.known.laid.connect(self._lay_here)
        self.value.returnPressed.connect(self._use_value)

    def minimumSizeHint(self) -> QSize:
        """Return a size that fits the smallest window."""
        return QSize(560, 360)

    def show_form(self, form: InspectedForm) -> None:
        """Show another form, or the same one after a change."""
        fresh = self._form is None or self._form.read is not form.read
        self._form = form
        if fresh:
            self._title.setText(form.path.name)
            self.picture.show_form(form.read.form, form.read.pages)
        self.picture.show_entries(form.entries, places_seen(form.read, form.entries))
        self.places.show_entries(form.entries)
        self.known.show_values(form.values)
        prints = form.read.form.kind not in {FormKind.WORD, FormKind.SHEET}
        self.print.setVisible(prints)
        self.open.setVisible(not prints)
        self._told.setText(self._summary(form))
        self._warn(form)
        self._show_place(self.picture.current)

    def choose(self, key: str) -> None:
        """Show a place on both sides."""
        self.picture.choose(key)
        self.places.choose(key)
        self._show_place(key)

    def _summary(self, form: InspectedForm) -> str:
        counts = [sum(each.outcome is outcome for each in listed(form.entries).values()) for outcome in Outcome]
        text = self.tr("Filled in: %1 · for you to confirm: %2 · left to your pen: %3. Your file stays as it is.")
        for number, count in enumerate(counts, 1):
            text = text.replace(f"%{number}", str(count))
        return text

    def _warn(self, form: InspectedForm) -> None:
        text = ""
        if form.read.signed:
            text = self.tr("This PDF carries a signature. Filling it in makes that signature invalid.")
        elif form.read.form.kind is FormKind.PICTURE:
            text = self.tr("This is a picture. Drag a value onto a cell, or click the cell and type.")
        self.banner.tell(Tone.AMBER, text)

    def _show_place(self, key: str) -> None:
        entry = self._form.entries.get(key) if self._form is not None else None
        for each in (self.write, self.use, self.empty, self.value):
            each.setEnabled(entry is not None)
        self.mine.setVisible(entry is not None and bool(entry.part))
        if entry is None:
            return
        self._place.setText(" ".join(entry.place.label.split()) or self.tr("Without a name"))
        self._reason.setText(self._explained(entry))
        self.write.setEnabled(entry.outcome is Outcome.PROPOSE or entry.place.kind is PlaceKind.BOX)
        self.use.setEnabled(entry.place.kind is not PlaceKind.BOX)
        self.value.setEnabled(entry.place.kind is not PlaceKind.BOX)
        if not self.value.hasFocus() or self.value.text() != entry.value:
            self.value.setText("" if entry.value == TICK else entry.value)

    def _explained(self, entry: Entry) -> str:
        outcome, why = self._texts.outcome(entry.outcome), self._texts.why(entry.why)
        told = f"{self._context.say(outcome)}：{self._context.say(why)}"
        if self._context.language != "zh":
            told = told.replace("：", ": ")
        if entry.why is Why.NOT_KNOWN:
            kept = self.tr("What you type here is kept in your case.")
            told = f"{told}{self._stop()}{kept}"
        ending = self._form.values.account_ending if self._form is not None else ""
        if entry.why is Why.ACCOUNT and ending:
            told += self._stop() + self.tr("It ends in %1.").replace("%1", ending)
        return told

    def _stop(self) -> str:
        """Return what ends a sentence before the next one."""
        return "。" if self._context.language == "zh" else ". "

    def _here(self, act: Callable[[str], object]) -> None:
        """Do something with the chosen place."""
        if self.picture.current:
            act(self.picture.current)

    def _use_value(self) -> None:
        if self.picture.current:
            self.answered.emit(self.picture.current, self.value.text())

    def _edit(self, key: str) -> None:
        self.choose(key)
        self.value.setFocus()
        self.value.selectAll()

    def _take_part(self) -> None:
        entry = self._form.entries.get(self.picture.current) if self._form is not None else None
        if entry is not None and entry.part:
            self.part_taken.emit(entry.part)

    def _lay_here(self, field: str) -> None:
        if self.picture.current:
            self.laid.emit(self.picture.current, field)
