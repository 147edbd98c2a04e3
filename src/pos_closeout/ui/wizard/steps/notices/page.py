"""Step 10: everybody who has to be told about the stop, with words for each and what was told when."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QLayout, QPushButton, QVBoxLayout, QWidget

from pos_closeout.actions.notices.address_book import read_contacts
from pos_closeout.actions.notices.notices import write_notice
from pos_closeout.actions.papers.left_out import LeftOutKind
from pos_closeout.domain.case.address_book import AddressBook, notices_for
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.case.notices import (
    Audience,
    Notice,
    NoticeChannel,
    notice_state,
    planned_day,
    sorted_notices,
)
from pos_closeout.domain.eligibility.concerns import suggested_notices
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.phases import Step
from pos_closeout.guidance.filling import MessageForm, Written
from pos_closeout.ui.context import Context, Runner
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, clear_layout, column, label, row, rule, tag
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field, grid, line_edit
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.widgets.verdicts import show_problem
from pos_closeout.ui.wizard.field_path import write
from pos_closeout.ui.wizard.left_out import LeftOutLine
from pos_closeout.ui.wizard.situation import Situation
from pos_closeout.ui.wizard.steps.notices.contact_chooser import ContactChooser
from pos_closeout.ui.wizard.steps.notices.names import notice_channel_name, state_name
from pos_closeout.ui.wizard.steps.notices.notice_editor import NoticeEditor
from pos_closeout.ui.wizard.steps.notices.words_dialog import NoticeWords
from pos_closeout.ui.wizard.steps.page import StepPage

DraftMail = Callable[[Case, tuple[OpenItem, ...], Notice, Written, str], bytes]
"""Drafts the e-mail of a notice: the case, its open items, the notice, its words and their language."""


class NoticesPage(StepPage):
    """A card for what all notices say, the poster, and the list of everybody to be told."""

    poster_asked = Signal(object)
    """The poster is to be printed; carries its :class:`LetterLanguage`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, Step.NOTICES)
        self._shown: tuple[tuple[Notice, ...], date] | None = None
        self._draft: DraftMail | None = None
        self._reading = Runner(self._cannot_read, self)
        self._reading.done.connect(self._choose_people)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._missing = label("", "hint", tone=Tone.AMBER)
        self._left_out = LeftOutLine(context, (LeftOutKind.NOTICE,))
        self._left_out.changed.connect(self.edit)
        self.lay_out(self._plan_card(), self._poster_card(), self._list_card(), self._left_out, self._missing)

    def take_mail(self, draft: DraftMail) -> None:
        """Take what drafts e-mail files."""
        self._draft = draft

    def _plan_card(self) -> QFrame:
        self._until = DateField(self.context)
        self._until_field = Field(
            self.context, self.tr("Customers should ask for refunds before"), self._until, note=self.tr("good practice")
        )
        self._until.edited.connect(self._until_edited)
        asked = {
            "pay_instead": (self.tr("How customers pay afterwards"), self.tr("such as 现金、微信或支付宝")),
            "pay_instead_en": (
                self.tr("The same for notices in English"),
                self.tr("such as cash, WeChat Pay or Alipay"),
            ),
        }
        self._pay = {name: line_edit(limit=60) for name in asked}
        for name, editor in self._pay.items():
            editor.setPlaceholderText(asked[name][1])
            editor.textEdited.connect(lambda text, name=name: self.edit(write(self.case, f"notice_plan.{name}", text)))
        pay: list[QWidget] = [Field(self.context, asked[name][0], editor) for name, editor in self._pay.items()]
        return card(label(self.tr("What all notices say"), "cardTitle"), _held(grid([[self._until_field], pay])))

    def _poster_card(self) -> QFrame:
        ways = QWidget()
        ways.setLayout(
            FlowLayout().add_all(
                self._poster_button(self.tr("Print the poster"), LetterLanguage.CHINESE),
                self._poster_button(self.tr("Print it in English"), LetterLanguage.ENGLISH),
            )
        )
        told = self.tr("One A4 page in large type, to hang up where customers pay. Leave it up until 30 days after.")
        return card(label(self.tr("Poster"), "cardTitle"), label(told, "hint"), ways)

    def _poster_button(self, text: str, language: LetterLanguage) -> QPushButton:
        return button(self.context.look, text, lambda: self.poster_asked.emit(language), icon="printer", kind="small")

    def _list_card(self) -> QFrame:
        look = self.context.look
        self.add_usual = button(
            look, self.tr("Add who is usually told"), self._add_usual, icon="list-checks", kind="small"
        )
        ways = QWidget()
        add = button(look, self.tr("Add one"), self._add, icon="plus", kind="small")
        self._take_people = button(look, self.tr("From an address book…"), self._take, icon="file-input", kind="small")
        self._reading_told = label(self.tr("Reading the address book…"), "hint")
        self._reading_told.hide()
        ways.setLayout(FlowLayout().add_all(self.add_usual, add, self._take_people))
        return card(label(self.tr("Who is told"), "cardTitle"), self._lines, ways, self._reading_told, spacing=10)

    def print_paper(self) -> bool:
        """Print the poster in the language of the screen."""
        self.poster_asked.emit(LetterLanguage(self.context.language))
        return True

    def refresh(self, now: Situation) -> None:
        """Show the plan and the list."""
        plan = now.case.notice_plan
        if not self._until.hasFocus():
            self._until.set_value(plan.refund_until)
        for name, editor in self._pay.items():
            if editor.text() != getattr(plan, name) and not editor.hasFocus():
                editor.setText(getattr(plan, name))
        self._left_out.tell(now)
        new = suggested_notices(now.case, now.items, now.today)
        self.add_usual.setVisible(bool(new))
        self._missing.setText("\n".join(self._missing_words()[each] for each in now.statuses[Step.NOTICES].missing))
        if (now.case.notices, now.today) != self._shown:
            self._shown = (now.case.notices, now.today)
            self._list(now)

    def _missing_words(self) -> dict[str, str]:
        return {
            "customers": self.tr("Nobody has thought of the customers yet: hang up the poster in time."),
            "items": self.tr("There are open items whose other side has not been told."),
            "unsent": self.tr("Some have not been told yet."),
        }

    def _list(self, now: Situation) -> None:
        clear_layout(self._lines)
        if not now.case.notices:
            hint = self.tr("Nobody yet. Begin with those who are usually told; names and days can be changed.")
            self._lines.addWidget(label(hint, "hint"))
        for count, notice in enumerate(now.case.notices):
            if count:
                self._lines.addWidget(rule())
            self._lines.addWidget(self._line(count, notice, now))

    def _line(self, place: int, notice: Notice, now: Situation) -> QWidget:
        look = self.context.look
        name = self._name(notice)
        icon, word, tone = state_name(notice_state(notice, now.today))
        day = notice.acknowledged_on or notice.sent_on or notice.planned_on
        state = " ".join(part for part in (word, "" if day is None else self.context.day(day)) if part)
        if notice.not_needed.strip():
            state = word
        words = button(look, self.tr("Words"), lambda: self._words(place), icon="message-square", kind="small")
        words.setAccessibleName(self.tr("Words for %1").replace("%1", name))
        pencil_name = self.tr("Edit %1").replace("%1", name)
        pencil = button(look, "", lambda: self._edit(place), icon="pencil", kind="quiet", name=pencil_name)
        how = [notice_channel_name(notice.way), notice.phone or notice.email, notice.not_needed or notice.note]
        told = column(label(name, "strong"), label(" · ".join(part for part in how if part), "hint"), spacing=2)
        line = row(told, tag(look, icon, state, tone), words, pencil, spacing=10)
        line.setStretch(0, 1)
        return _held(line)

    def _name(self, notice: Notice) -> str:
        return " · ".join(
            part
            for part in (self.context.say(self.context.guidance.notices[notice.audience].name), notice.name)
            if part
        )

    # What the owner does

    def _until_edited(self) -> None:
        show_problem(self._until_field, self._until.verdict())
        self.edit(write(self.case, "notice_plan.refund_until", self._until.value()))

    def _add_usual(self) -> None:
        if self.now is not None:
            new = suggested_notices(self.case, self.now.items, self.now.today)
            self._keep((*self.case.notices, *new))

    def _add(self) -> None:
        if self.now is None:
            return
        stop, today = self.case.request.stop_on, self.now.today
        planned = planned_day(Audience.SUPPLIER, stop, today)
        fresh = Notice(Audience.SUPPLIER, way=NoticeChannel.EMAIL, planned_on=planned)
        editor = NoticeEditor(self.context, fresh, stop_on=stop, parent=self.window(), new=True)
        if editor.exec() == NoticeEditor.DialogCode.Accepted:
            self._keep((*self.case.notices, editor.value()))

    def _take(self) -> None:
        """Ask for an address book and read it beside the window: some hold many thousand people with pictures."""
        if self.now is None:
            return
        kinds = self.tr("Address books") + " (*.csv *.xlsx *.xls *.vcf *.txt);;" + self.tr("All files") + " (*)"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose an address book"), "", kinds)
        if name:
            self._take_people.setEnabled(False)
            self._reading_told.show()
            resources = self.context.paths.resources
            self._reading.run(lambda _job: read_contacts(resources, Path(name)))

    def _stop_reading(self) -> None:
        self._take_people.setEnabled(True)
        self._reading_told.hide()

    def _cannot_read(self, error: CloseoutError) -> None:
        self._stop_reading()
        self.context.tell(self.window(), error)

    def _choose_people(self, book: AddressBook) -> None:
        """Ask whom of an address book to tell."""
        self._stop_reading()
        if self.now is None or not self.isVisible():
            # The owner has gone on to something else meanwhile.
            return
        notices, request, today = self.case.notices, self.case.request, self.now.today
        chooser = ContactChooser(self.context, book, notices, self.window())
        if chooser.exec() == ContactChooser.DialogCode.Accepted:
            people, audience, way = chooser.chosen()
            fresh = notices_for(people, audience, way, notices, stop_on=request.stop_on, today=today)
            self._keep((*notices, *fresh))

    def _edit(self, place: int) -> None:
        if self.now is None:
            return
        notices, stop = self.case.notices, self.case.request.stop_on
        editor = NoticeEditor(self.context, notices[place], stop_on=stop, parent=self.window(), new=False)
        if editor.exec() == NoticeEditor.DialogCode.Accepted:
            self._keep((*notices[:place], editor.value(), *notices[place + 1 :]))
        elif editor.removed:
            self._keep(notices[:place] + notices[place + 1 :])

    def _words(self, place: int) -> None:
        if self.now is None:
            return
        notices, now = self.case.notices, self.now
        notice = notices[place]
        dialog = NoticeWords(
            self.context,
            notice,
            lambda form, language: written(self.context, now, notice, form, language),
            lambda words, language: self._mail(notice, words, language),
            self.window(),
        )
        if dialog.exec() == NoticeWords.DialogCode.Accepted:
            self._keep((*notices[:place], replace(notice, sent_on=now.today), *notices[place + 1 :]))

    def _mail(self, notice: Notice, words: Written, language: str) -> bytes:
        items = () if self.now is None else tuple(self.now.items)
        return b"" if self._draft is None else self._draft(self.case, items, notice, words, language)

    def _keep(self, notices: tuple[Notice, ...]) -> None:
        self.edit(replace(self.case, notices=sorted_notices(notices)))


def written(context: Context, now: Situation, notice: Notice, form: MessageForm, language: str) -> Written:
    """Return the words of a notice for a form and a language."""
    item = next((each for each in now.items if each.id == notice.item_id), None)
    return write_notice(
        context.guidance.notices[notice.audience],
        now.case,
        notice,
        item,
        None if item is None else context.guidance.kinds[item.kind],
        form=form,
        language=language,
        today=now.today,
    )


def _held(layout: QLayout) -> QWidget:
    held = QWidget()
    held.setLayout(layout)
    return held
