"""Step 8: the application letter, with the real PDF beside the form."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pos_closeout.actions.cases.strict_json import MAX_CHARACTERS
from pos_closeout.actions.papers.left_out import LeftOutKind
from pos_closeout.actions.papers.letter import ListedPaper
from pos_closeout.actions.papers.papers import OfferedPaper
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.domain.eligibility.eligibility import Level
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.papers.attachments import Paper
from pos_closeout.domain.phases import Step, StepState
from pos_closeout.ui.context import Context
from pos_closeout.ui.papers.preview import Preview
from pos_closeout.ui.plain_text import shown_plain
from pos_closeout.ui.style.tokens import PAGE_MARGINS, Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, clear_layout, label, needed_width, row, scrolled
from pos_closeout.ui.widgets.choice import CheckLine
from pos_closeout.ui.widgets.date_field import DateField
from pos_closeout.ui.widgets.field import Field, TextEdit, line_edit
from pos_closeout.ui.wizard.field_path import write
from pos_closeout.ui.wizard.left_out import LeftOutLine
from pos_closeout.ui.wizard.situation import Situation
from pos_closeout.ui.wizard.steps.application.deliveries import DeliveryCard
from pos_closeout.ui.wizard.steps.application.paper_choice import PaperChoice
from pos_closeout.ui.wizard.steps.application.their_form import TheirFormCard
from pos_closeout.ui.wizard.steps.page import StepPage

ListPapers = Callable[[Case, tuple[OpenItem, ...]], tuple[ListedPaper, ...]]
OfferPapers = Callable[[Case, tuple[OpenItem, ...]], tuple[OfferedPaper, ...]]

REDRAW_AFTER_MS = 200
"""From an edit to the letter drawn anew, in milliseconds: long enough not to draw every keystroke."""


class ApplicationPage(StepPage):
    """Chooses language, addressee and enclosures; shows, prints and saves the letter."""

    redraw_asked = Signal()
    print_asked = Signal()
    envelope_asked = Signal()
    """All papers that go to the acquirer together are wanted."""
    save_asked = Signal()
    open_asked = Signal()
    mail_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, Step.APPLICATION)
        self._timer = QTimer(self, singleShot=True, interval=REDRAW_AFTER_MS)
        self._timer.timeout.connect(self.redraw_asked)
        self._drawn: tuple[object, ...] = ()
        self._languages = {language: self._language_chip(language) for language in LetterLanguage}
        self._addressee = line_edit(limit=120)
        self._addressee.textEdited.connect(lambda text: self.edit(write(self.case, "letter.addressee", text)))
        self._stop = DateField(context)
        self._stop.edited.connect(lambda: self.edit(write(self.case, "request.stop_on", self._stop.value())))
        self._contact = TextEdit(MAX_CHARACTERS)
        self._contact.setMaximumHeight(context.look.px(72))
        self._contact.textChanged.connect(self._contact_edited)
        self._papers = QVBoxLayout()
        self._papers.setSpacing(0)
        self._shown_papers: tuple[ListedPaper, ...] = ()
        self._list_papers: ListPapers = lambda _case, _items: ()
        self._offer_papers: OfferPapers = lambda _case, _items: ()
        self.papers = PaperChoice(context)
        self.papers.changed.connect(self.edit)
        self.papers.chosen.connect(self._paper_chosen)
        self._envelope = button(context.look, self.tr("Print all papers …"), self.envelope_asked.emit, icon="printer")
        self._deliveries = DeliveryCard(context)
        self._deliveries.changed.connect(self.edit)
        self._deliveries.mail_asked.connect(self.mail_asked)
        self.their_form = TheirFormCard(context)
        self._left_out = LeftOutLine(context, (LeftOutKind.PAPER, LeftOutKind.ATTACHMENT))
        self._left_out.changed.connect(self.edit)
        self._warning = Banner(context)
        self._problem = Banner(context)
        self.preview = Preview(context)
        self._version = label("", "caption")
        self._add_bar()
        self._lay_out_beside()

    def _language_chip(self, language: LetterLanguage) -> QPushButton:
        name = "中文" if language is LetterLanguage.CHINESE else self.tr("English (a translation)")
        made = button(self.context.look, name, lambda: self._language_chosen(language), kind="chip")
        made.setCheckable(True)
        return made

    def _add_bar(self) -> None:
        look, bar = self.context.look, self.preview.bar
        bar.addWidget(button(look, self.tr("Save as PDF"), self.save_asked.emit, icon="file-down", kind="small"))
        # The icon alone: with words the three do not fit beside the form in a small window.
        opener = button(look, "", self.open_asked.emit, icon="external-link", kind="small", name=self.tr("Open"))
        opener.setToolTip(self.tr("Open in the program that shows your PDF files"))
        bar.addWidget(opener)
        bar.addWidget(button(look, self.tr("Print"), self.print_asked.emit, icon="printer", kind="primarySmall"))

    def print_paper(self) -> bool:
        """Print the paper on the screen."""
        self.print_asked.emit()
        return True

    def _form(self) -> QWidget:
        held = QWidget()
        chips = row(*self._languages.values())
        chips.addStretch()
        languages = QWidget()
        languages.setLayout(chips)
        chips.setContentsMargins(0, 0, 0, 0)
        context = self.context
        form = QVBoxLayout(held)
        side, top = PAGE_MARGINS
        form.setContentsMargins(side - 8, top, side - 24, top)
        form.setSpacing(12)
        form.addLayout(self.heading)
        form.addWidget(self._problem)
        form.addWidget(self._warning)
        self._language = Field(
            context, self.tr("Language of the letter"), languages, note=self.tr("apart from the screen")
        )
        form.addWidget(self._language)
        form.addWidget(self.papers)
        form.addWidget(Field(context, self.tr("Addressed to"), self._addressee))
        form.addWidget(Field(context, self.tr("Stop from"), self._stop))
        self._letter_only = QWidget()
        own = QVBoxLayout(self._letter_only)
        own.setContentsMargins(0, 0, 0, 0)
        own.setSpacing(12)
        own.addWidget(Field(context, self.tr("How to reach you afterwards"), self._contact))
        own.addWidget(label(self.tr("To bring along (worked out from your answers)"), wrap=True))
        own.addLayout(self._papers)
        form.addWidget(self._letter_only)
        form.addWidget(self._left_out)
        form.addWidget(self._version)
        form.addWidget(self._envelope)
        form.addWidget(self.their_form)
        form.addWidget(self._deliveries)
        form.addStretch()
        return held

    def _lay_out_beside(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._area = scrolled(self._form())
        layout.addWidget(self._area, 40)
        layout.addWidget(self.preview, 60)

    def refresh(self, now: Situation) -> None:
        """Show the choices and have the letter drawn anew when something on it changed."""
        case = now.case
        for language, chip in self._languages.items():
            chip.setChecked(case.letter.language is language)
        if case.letter.language is LetterLanguage.CHINESE:
            self._language.set_verdict(Tone.OK, self.tr("The Chinese paper is the one that goes to the acquirer."))
        else:
            text = self.tr("A translation for you to read. Hand in the Chinese paper.")
            self._language.set_verdict(Tone.AMBER, text)
        if self._addressee.text() != case.letter.addressee:
            self._addressee.setText(case.letter.addressee)
        self._addressee.setPlaceholderText(f"{case.acquirer.name}{case.acquirer.branch}")
        self._stop.set_value(case.request.stop_on)
        if self._contact.toPlainText() != case.letter.contact_after:
            self._contact.setPlainText(case.letter.contact_after)
        self._show_papers(self._list_papers(case, now.items))
        self._show_warning(now)
        self.papers.tell(case, self._offer_papers(case, now.items))
        self._letter_only.setVisible(self.papers.kind is PaperKind.LETTER)
        self._left_out.tell(now)
        self._deliveries.tell(case, now.today)
        self.their_form.tell(case)
        self._version.setText(self._version_text(self.papers.version()))
        # In a wide face the form needs more than its part of a small window; the letter beside it gives way.
        self._area.setMinimumWidth(needed_width(self._area))
        drawn = (case, now.items, now.today)
        if drawn != self._drawn:
            self._drawn = drawn
            self._timer.start()

    def take_papers(self, list_papers: ListPapers) -> None:
        """Say how the papers to bring are found; their names are those of the letter."""
        self._list_papers = list_papers

    def take_offered(self, offer: OfferPapers) -> None:
        """Say how the papers that fit are found."""
        self._offer_papers = offer

    def choose_paper(self, kind: PaperKind) -> None:
        """Show a paper, where it fits the case."""
        self.papers.choose(kind)

    def _paper_chosen(self) -> None:
        if self.now is not None:
            self.refresh(self.now)
        self.redraw_now()

    def redraw_now(self) -> None:
        """Ask for the letter at once, when the page is opened."""
        self._timer.stop()
        self.redraw_asked.emit()

    def show_drawn(self, drawn: tuple[bytes, str]) -> None:
        """Show a letter, and name above the form the characters of it that no font has."""
        data, unprintable = drawn
        self.preview.set_pdf(data)
        text = self.tr("These characters cannot be printed and show as 〓: %1. Please write them another way.")
        self._problem.tell(Tone.AMBER, text.replace("%1", unprintable) if unprintable else "")

    def _version_text(self, issued: int) -> str:
        if not issued:
            return self.tr("Not handed out yet. Printing or saving makes it version 1.")
        return self.tr("Version %1 has been printed or saved; a change makes the next one.").replace("%1", str(issued))

    def _show_warning(self, now: Situation) -> None:
        blocking = sum(found.level is Level.BLOCKING and not found.unanswered for found in now.findings)
        if now.statuses[Step.PURPOSE].missing or now.statuses[Step.IDENTITY].missing:
            step = Step.PURPOSE if now.statuses[Step.PURPOSE].state is not StepState.DONE else Step.IDENTITY
            text = self.tr("Some answers are missing; the letter leaves room to fill them in by hand.")
            self._warning.tell(Tone.AMBER, text, self.tr("Fill in"), lambda: self.step_asked.emit(step))
        elif blocking:
            text = self.tr("%n thing(s) should be done before you hand this letter in.", "", blocking)
            self._warning.tell(Tone.SEAL, text, self.tr("Show"), lambda: self.step_asked.emit(Step.ELIGIBILITY))
        else:
            self._warning.tell(Tone.OK, "")

    def _show_papers(self, papers: tuple[ListedPaper, ...]) -> None:
        if papers == self._shown_papers:
            return
        same = [each.name for each in papers] == [each.name for each in self._shown_papers]
        self._shown_papers = papers
        if same:
            for at, paper in enumerate(papers):
                box = self._papers.itemAt(at).widget()
                if isinstance(box, CheckLine):
                    box.set_checked(checked=paper.attachment.ticked)
            return
        clear_layout(self._papers)
        for paper in papers:
            self._papers.addWidget(self._paper_box(paper))

    def _paper_box(self, paper: ListedPaper) -> CheckLine:
        box = CheckLine(paper.name)
        box.setToolTip(shown_plain(paper.reason))
        box.set_checked(checked=paper.attachment.ticked)
        box.toggled.connect(lambda ticked: self._paper_ticked(paper.attachment.id, ticked=ticked))
        return box

    def _paper_ticked(self, paper: Paper, *, ticked: bool) -> None:
        left_out = [each for each in self.case.letter.left_out if each != paper.value]
        if not ticked:
            left_out.append(paper.value)
        self.edit(write(self.case, "letter.left_out", tuple(left_out)))

    def _language_chosen(self, language: LetterLanguage) -> None:
        self.edit(replace(self.case, letter=replace(self.case.letter, language=language)))
        if self.now is not None:
            self.refresh(self.now)

    def _contact_edited(self) -> None:
        self.edit(write(self.case, "letter.contact_after", self._contact.toPlainText()))
