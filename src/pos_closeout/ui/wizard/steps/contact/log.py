"""The contact log: who said what, when, and what comes next."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.contact import ContactEntry, is_trusted
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, clear_layout, column, icon_label, label, row, rule
from pos_closeout.ui.wizard.situation import Situation
from pos_closeout.ui.wizard.steps.contact.entry_editor import ContactEditor
from pos_closeout.ui.wizard.steps.contact.source_choice import source_warning


class LogCard(QWidget):
    """Lists the entries, newest first; the pencil opens all fields of one."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._now: Situation | None = None
        self._shown: tuple[ContactEntry, ...] | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        add = row(button(context.look, self.tr("Write down a contact"), self._added, icon="plus", kind="primarySmall"))
        add.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card(label(self.tr("Contact log"), "cardTitle"), self._lines, add, spacing=10))

    def tell(self, now: Situation) -> None:
        """Show the entries of a case."""
        self._now = now
        if now.case.contacts == self._shown:
            return
        self._shown = now.case.contacts
        clear_layout(self._lines)
        if not now.case.contacts:
            self._lines.addWidget(label(self.tr("Nothing yet. Write down every call at once."), "hint"))
        order = sorted(enumerate(now.case.contacts), key=lambda each: (str(each[1].spoken_on), each[0]), reverse=True)
        for count, (place, entry) in enumerate(order):
            if count:
                self._lines.addWidget(rule())
            self._lines.addLayout(self._line(place, entry, now))

    def _line(self, place: int, entry: ContactEntry, now: Situation) -> QVBoxLayout:
        context = self._context
        name = self.tr("Edit contact %1").replace("%1", str(place + 1))
        pencil = button(context.look, "", lambda: self._edit(place), icon="pencil", kind="quiet", name=name)
        head = row(label(self._head(entry), "strong"), pencil)
        lines: list[QWidget] = [label(told, "hint") for told in self._told(entry)]
        told = column(head, *lines, spacing=2)
        warned = source_warning(entry.source)
        if warned is not None and not is_trusted(entry):
            tone, text = warned
            icon = "octagon-alert" if tone is Tone.SEAL else "triangle-alert"
            told.addLayout(
                row(icon_label(context.look, icon, tone, 16, top=True), label(text, "hint", tone=tone), spacing=6)
            )
        if entry.next_step:
            told.addLayout(self._next(entry, now))
        return told

    def _head(self, entry: ContactEntry) -> str:
        context, texts = self._context, self._context.guidance.contact
        day = context.long_day(entry.spoken_on) if entry.spoken_on else ""
        source = f" ({context.say(texts.sources[entry.source])})" if entry.source is not None else ""
        when = " ".join(part for part in (day, entry.spoken_at) if part)
        return " · ".join(part for part in (when, context.say(texts.ways[entry.way]), entry.number + source) if part)

    def _told(self, entry: ContactEntry) -> list[str]:
        stop = self._context.long_day(entry.agreed_stop_on) if entry.agreed_stop_on else ""
        who = (entry.clerk, entry.staff_number and self.tr("staff no. %1").replace("%1", entry.staff_number))
        ticket = entry.ticket and self.tr("ticket %1").replace("%1", entry.ticket)
        told = [" · ".join(part for part in (*who, ticket) if part)]
        named = (
            (self.tr("Fees: %1"), entry.agreed_fees),
            (self.tr("Deposit: %1"), entry.agreed_deposit),
            (self.tr("Data: %1"), entry.agreed_data),
            (self.tr("Agreed day of the stop: %1"), stop),
            ("%1", entry.note),
        )
        return [line for line in (*told, *(name.replace("%1", said) for name, said in named if said)) if line]

    def _next(self, entry: ContactEntry, now: Situation) -> QVBoxLayout:
        late = entry.next_on is not None and entry.next_on < now.today and not entry.next_done
        day = self._context.long_day(entry.next_on) if entry.next_on else ""
        text = self.tr("Next: %1").replace("%1", " · ".join(part for part in (entry.next_step, day) if part))
        if entry.next_done:
            return column(self._marked("circle-check", Tone.OK, self.tr("Done: %1").replace("%1", entry.next_step)))
        if late:
            text = self.tr("Overdue. %1").replace("%1", text)
        return column(self._marked("clock-alert" if late else "calendar", Tone.SEAL if late else Tone.ACCENT, text))

    def _marked(self, icon: str, tone: Tone, text: str) -> QWidget:
        held = QWidget()
        line = row(icon_label(self._context.look, icon, tone, 16, top=True), label(text, "hint", tone=tone), spacing=6)
        held.setLayout(line)
        return held

    def _edit(self, place: int) -> None:
        case, today = self._case, self._now.today if self._now else None
        if today is None:
            return
        editor = ContactEditor(self._context, case.contacts[place], today, self.window(), new=False)
        if editor.exec() == ContactEditor.DialogCode.Accepted:
            self._emit((*case.contacts[:place], editor.value(), *case.contacts[place + 1 :]))
        elif editor.removed:
            self._emit(case.contacts[:place] + case.contacts[place + 1 :])

    def _added(self) -> None:
        if self._now is None:
            return
        known = next(iter(self._case.numbers), None)
        fresh = ContactEntry(spoken_on=self._now.today)
        if known is not None:
            fresh = replace(fresh, number=known.number, source=known.source)
        editor = ContactEditor(self._context, fresh, self._now.today, self.window(), new=True)
        if editor.exec() == ContactEditor.DialogCode.Accepted:
            self._emit((*self._case.contacts, editor.value()))

    @property
    def _case(self) -> Case:
        return self._now.case if self._now is not None else Case()

    def _emit(self, entries: tuple[ContactEntry, ...]) -> None:
        self.changed.emit(replace(self._case, contacts=entries))
