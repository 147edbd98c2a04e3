"""Notes, the communication log and the history of an item: lists of entries, newest first."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.actions.items.item_files import add_note, log_talk
from pos_closeout.domain.ledger.item_file import ItemFile, Talk, TalkChannel
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.history_words import event_text, talk_channel_name
from pos_closeout.ui.ledger.item_tab import ItemTab, moment, text_box
from pos_closeout.ui.widgets.basic import button, clear_layout, label, row, rule, scrolled
from pos_closeout.ui.widgets.combo_box import ComboBox
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field, grid, line_edit


class EntriesTab(ItemTab):
    """A list below whatever the tab lets the owner add."""

    def __init__(self, context: Context, item_id: int) -> None:
        super().__init__(context, item_id)
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(6)
        self._add_form()
        self.body.addWidget(scrolled(inner), 1)

    def _add_form(self) -> None:
        """Add what stands above the list."""

    def show_entries(self, entries: Iterable[tuple[str, str]], nothing: str) -> None:
        """Show pairs of a caption and a text."""
        clear_layout(self._list)
        empty = True
        for caption, text in entries:
            self._list.addWidget(label(caption, "caption"))
            self._list.addWidget(label(text))
            self._list.addWidget(rule())
            empty = False
        if empty:
            self._list.addWidget(label(nothing, "hint"))
        self._list.addStretch()


class NotesTab(EntriesTab):
    """Free notes."""

    def _add_form(self) -> None:
        self.text = text_box(self.tr("New note"), 3, self.context)
        self.text.setPlaceholderText(self.tr("What you want to remember about this entry"))
        add = button(self.context.look, self.tr("Add the note"), self._add, icon="plus", kind="small")
        self.body.addWidget(self.text)
        line = row(add)
        line.addStretch()
        self.body.addLayout(line)

    def refresh(self, file: ItemFile) -> None:
        """Show the notes, newest first."""
        notes = [(moment(note.at), note.text) for note in reversed(file.notes)]
        self.show_entries(notes, self.tr("There is no note yet."))

    def unsaved(self) -> bool:
        """Return whether a note was begun."""
        return bool(self.text.toPlainText().strip())

    def _add(self) -> None:
        if self.attempt(
            lambda: add_note(self.context.store, self.item_id, self.text.toPlainText(), self.context.clock())
        ):
            self.text.clear()


class LogTab(EntriesTab):
    """Calls, messages and visits."""

    def _add_form(self) -> None:
        self.way, self.day = ComboBox(), DateField(self.context)
        for way in TalkChannel:
            self.way.addItem(talk_channel_name(way), way.value)
        self.day.set_value(self.context.today)
        self.who, self.result, self.next = line_edit(), line_edit(), line_edit()
        self.body.addLayout(
            grid(
                [
                    [
                        Field(self.context, self.tr("How you spoke"), self.way),
                        Field(self.context, self.tr("On which day"), self.day),
                    ],
                    [
                        Field(self.context, self.tr("With whom"), self.who, note=self.tr("name or staff number")),
                        Field(self.context, self.tr("What follows"), self.next),
                    ],
                    [Field(self.context, self.tr("What came of it"), self.result)],
                ]
            )
        )
        add = button(self.context.look, self.tr("Add to the log"), self._add, icon="plus", kind="small")
        line = row(add)
        line.addStretch()
        self.body.addLayout(line)

    def refresh(self, file: ItemFile) -> None:
        """Show the log, newest first."""
        talks = [
            (f"{moment(talk.at)} · {talk_channel_name(talk.way)}", self._told(talk)) for talk in reversed(file.talks)
        ]
        self.show_entries(talks, self.tr("Nothing has been logged yet."))

    def unsaved(self) -> bool:
        """Return whether an entry was begun."""
        return any(line.text().strip() for line in (self.who, self.result, self.next))

    def _told(self, talk: Talk) -> str:
        following = self.tr("Next: {step}").format(step=talk.next_step) if talk.next_step else ""
        return "\n".join(part for part in (talk.with_whom, talk.result, following) if part)

    def _add(self) -> None:
        day = self.day.value()
        talk = Talk(
            # Today's entries keep their hour.
            at="" if day is None or day == self.context.today else day.isoformat(),
            way=TalkChannel(self.way.currentData()),
            with_whom=self.who.text(),
            result=self.result.text(),
            next_step=self.next.text(),
        )
        if self.attempt(lambda: log_talk(self.context.store, self.item_id, talk, self.context.clock())):
            for line in (self.who, self.result, self.next):
                line.clear()


class HistoryTab(EntriesTab):
    """What happened to the item, in words."""

    def refresh(self, file: ItemFile) -> None:
        """Show the history, newest first."""
        events = [(moment(event.at), event_text(self.context, event)) for event in reversed(file.events)]
        self.show_entries(events, self.tr("Nothing has happened yet."))
