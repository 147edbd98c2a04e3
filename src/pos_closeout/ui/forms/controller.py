"""From a dropped file to the filled form: read beside the window, looked at, saved, printed, kept with the case."""

import weakref
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from pos_closeout.actions.files import write_file
from pos_closeout.actions.forms.forms import (
    Filled,
    InspectedForm,
    accept,
    answered,
    emptied,
    fill_form,
    inspect_form,
    is_current,
    keep_filled,
    laid_on,
    looks_like_form,
    rematched,
    to_print,
    with_answer,
)
from pos_closeout.actions.forms.kept import filled_path
from pos_closeout.actions.forms.layouts import export_layouts, import_layouts, remember_layout, remembered_layouts
from pos_closeout.actions.forms.texts import FormTexts
from pos_closeout.actions.papers.letter import Documents
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.filled_forms import FilledForm
from pos_closeout.domain.errors import BadInputError, CloseoutError, DocumentError
from pos_closeout.domain.forms.form import TICK
from pos_closeout.ui.context import Context, Job, Runner
from pos_closeout.ui.forms.review_page import FormReviewPage
from pos_closeout.ui.papers.files import ask_place, documents_folder
from pos_closeout.ui.papers.print_controller import PrintController
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.waiting import WaitingDialog
from pos_closeout.ui.wizard.case_session import CaseSession

FORM_SUFFIXES = {".docx", ".doc", ".xlsx", ".xls", ".pdf", ".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".webp"}
"""Endings of files that may be forms."""
_OLD = {"form.old_word", "form.old_excel"}


class FormController(QObject):
    """Serves the review page of the acquirer's own form."""

    shown = Signal()
    """A form was read and stands on the page."""
    refused = Signal(object)
    """A file that came by itself is no form; carries the path."""
    kept = Signal()
    """A filled form was kept with the case."""

    def __init__(
        self, context: Context, window: QWidget, session: CaseSession, documents: Documents, texts: FormTexts
    ) -> None:
        super().__init__(window)
        self._context, self._window, self._session = context, window, session
        self._documents, self._texts = documents, texts
        self.page = FormReviewPage(context, texts)
        self._form: InspectedForm | None = None
        self._asked, self._sure = Path(), True
        self._after: Callable[[InspectedForm, Filled], object] = lambda _form, _filled: None
        self._reader, self._writer = Runner(self._not_read, self), Runner(self._failed, self)
        self._drawer, self._matcher = Runner(self._failed, self), Runner(self._failed, self)
        self._waiting = WaitingDialog(window)
        self._printing = PrintController(context, window)
        self._reader.done.connect(self._read)
        self._writer.done.connect(self._written)
        self._drawer.done.connect(self._print)
        self._matcher.done.connect(self._rematched)
        self._folder = QTemporaryDir()
        weakref.finalize(self, self._folder.remove)
        self._connect(self.page)

    def _connect(self, page: FormReviewPage) -> None:
        page.accepted.connect(self._accepted)
        page.answered.connect(self._answered)
        page.emptied.connect(lambda key: self._change(lambda form: emptied(form, key)))
        page.laid.connect(self._laid)
        page.part_taken.connect(self._part_taken)
        page.save_asked.connect(lambda: self._fill(self._save))
        page.print_asked.connect(self._ask_print)
        page.open_asked.connect(lambda: self._fill(self._open))

    def read(self, path: Path, *, sure: bool = True) -> None:
        """Read a form and show it.

        Args:
            path: the file.
            sure: the owner said that it is a form; else a file that is none is handed on by :attr:`refused`.
        """
        self._asked, self._sure = path, sure
        case, texts, today = self._session.case, self._texts, self._context.today
        remembered = remembered_layouts(self._context.store)

        def read(job: Job) -> InspectedForm:
            return inspect_form(path, case, texts, today, remembered, cancelled=job.stopped, pictures=True)

        self._reader.run(read)
        told = self.tr("“%1” is being read …").replace("%1", path.name)
        self._waiting.begin(self._reader, self.tr("Their form"), told)

    def choose(self) -> None:
        """Ask for the file of a form and read it."""
        endings = " ".join(f"*{each}" for each in sorted(FORM_SUFFIXES))
        kinds = self.tr("Forms (%1)").replace("%1", endings)
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Their form"), str(documents_folder()), kinds)
        if name:
            self.read(Path(name))

    def open_kept(self, filled: FilledForm) -> None:
        """Open a filled copy in the program that shows such files."""
        self._context.do(lambda: self._show(filled_path(self._context.store, filled)), self._window)

    def export_layouts(self) -> None:
        """Ask for a file and write what was remembered of forms into it."""
        kinds = self.tr("Layouts (*.json)")
        name = self.tr("layouts of forms")
        target = ask_place(self._window, self.tr("Export layouts"), f"{name}.json", ".json", kinds)
        if target is not None:
            self._context.do(lambda: write_file(target, export_layouts(self._context.store)), self._window)

    def take_in_layouts(self) -> None:
        """Ask for a file of somebody else's and take in what it remembers; it is only proposed."""
        kinds = self.tr("Layouts (*.json)")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Import layouts"), str(documents_folder()), kinds)
        if name:
            path, texts = Path(name), self._texts
            self._context.do(lambda: import_layouts(self._context.store, path, texts), self._window, self._taken_in)

    def _taken_in(self, count: int) -> None:
        told = self.tr("Layouts imported: %1. What they say is proposed, never written by itself.")
        QMessageBox.information(self._window, self.tr("Import layouts"), told.replace("%1", str(count)))

    @property
    def reading(self) -> bool:
        """Whether a form is being read just now."""
        return self._reader.running

    @property
    def form(self) -> InspectedForm | None:
        """The form on the page."""
        return self._form

    def wait(self) -> None:
        """Wait for work under way, before the window goes."""
        self._reader.wait()
        self._writer.wait()
        self._drawer.wait()
        self._matcher.wait()
        self._printing.wait()

    def follow_case(self) -> None:
        """Fill the form on the page anew when the case has come to know something else."""
        form, case = self._form, self._session.case
        if form is not None and not is_current(form, case, self._texts, self._context.today):
            self._rematch()

    def _read(self, form: InspectedForm) -> None:
        self._waiting.over()
        if not self._sure and not looks_like_form(form):
            self.refused.emit(self._asked)
            return
        self._form = form
        self.page.show_form(form)
        self.shown.emit()

    def _not_read(self, error: CloseoutError) -> None:
        self._waiting.over()
        if error.message_id in _OLD:
            self._offer_to_open(error)
        elif not self._sure and isinstance(error, BadInputError):
            self.refused.emit(self._asked)
        else:
            self._failed(error)

    def _offer_to_open(self, error: CloseoutError) -> None:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle(self.tr("Their form"))
        box.setText(self._context.sentence(error))
        opener = box.addButton(self.tr("Open it there"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Close"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is opener:
            self._context.do(lambda: self._show(self._asked), self._window)

    def _accepted(self, key: str) -> None:
        form = self._form
        if form is not None and form.entries[key].value:
            self._change(lambda form: accept(form, [key]))
        elif form is not None:
            self._change(lambda form: answered(form, key, TICK))

    def _answered(self, key: str, value: str) -> None:
        form = self._form
        if form is None:
            return
        entry = form.entries[key]
        kept = with_answer(self._session.case, entry, value)
        if self._context.do(lambda: self._keep_answer(kept), self._window):
            self._change(lambda form: answered(form, key, value))
            self.follow_case()

    def _keep_answer(self, case: Case) -> None:
        self._session.edit(case)
        self._session.flush()

    def _laid(self, key: str, answer: str) -> None:
        field, _, number = answer.partition("@")
        self._change(lambda form: laid_on(form, key, field, int(number) if number else -1))

    def _part_taken(self, part: str) -> None:
        if self._form is not None:
            # Kept with the form at once, so that a second part taken while the first is matched loses neither.
            self._form = replace(self._form, mine=self._form.mine | {part})
            self._rematch()

    def _rematch(self) -> None:
        """Match the form anew beside the window: a form of forty terminals takes seconds."""
        form, case = self._form, self._session.case
        if form is None:
            return
        texts, today = self._texts, self._context.today
        self.page.setCursor(Qt.CursorShape.BusyCursor)
        self._matcher.run(lambda _job: (form, rematched(form, case, texts, today)))

    def _rematched(self, result: tuple[InspectedForm, InspectedForm]) -> None:
        asked, form = result
        if self._form is asked:
            self.page.unsetCursor()
            self._show_changed(form)
        else:
            # Something was decided, or another form read, while it was matched.
            self._rematch()

    def _change(self, act: Callable[[InspectedForm], InspectedForm]) -> None:
        if self._form is None:
            return
        form = self._form
        self._context.do(lambda: act(form), self._window, self._show_changed)

    def _show_changed(self, form: InspectedForm) -> None:
        self._form = form
        self.page.show_form(form)

    def _fill(self, after: Callable[[InspectedForm, Filled], object]) -> None:
        form = self._form
        if form is None:
            return
        documents, today = self._documents, self._context.today
        self._after = after

        def fill(job: Job) -> tuple[InspectedForm, Filled]:
            return form, fill_form(form, documents, today, job.stopped)

        self._writer.run(fill)
        self._waiting.begin(self._writer, self.tr("Their form"), self.tr("The form is being filled in …"))

    def _written(self, result: tuple[InspectedForm, Filled]) -> None:
        self._waiting.over()
        form, filled = result
        self._context.do(lambda: self._after(form, filled), self._window)

    def _save(self, form: InspectedForm, filled: Filled) -> None:
        suffix = form.read.suffix
        kinds = f"{suffix[1:].upper()} (*{suffix})"
        title = self.tr("Save the filled form")
        target = ask_place(self._window, title, f"{self._name(form)}{suffix}", suffix, kinds)
        if target is None:
            return
        if target.exists() and form.path.exists() and target.samefile(form.path):
            raise BadInputError("form.own_file", path=target.name)
        write_file(target, filled.data)
        self._keep(form, filled)
        self.page.banner.tell(
            Tone.OK, self.tr("Saved, and a copy is kept with your case: %1").replace("%1", str(target))
        )

    def _ask_print(self) -> None:
        self._fill(self._draw)

    def _draw(self, form: InspectedForm, filled: Filled) -> None:
        """Have the pages drawn by the process for foreign files, then print the pictures."""
        self._drawer.run(lambda job: (form, filled, to_print(filled, job.stopped)))
        self._waiting.begin(self._drawer, self.tr("Their form"), self.tr("The pages are being made ready …"))

    def _print(self, result: tuple[InspectedForm, Filled, bytes]) -> None:
        self._waiting.over()
        form, filled, pages = result

        def accepted() -> None:
            self._context.do(lambda: self._keep(form, filled), self._window)

        self._printing.print_pdf(pages, self._name(form), accepted)

    def _open(self, form: InspectedForm, filled: Filled) -> None:
        path = Path(self._folder.path()) / f"{self._name(form)}{form.read.suffix}"
        write_file(path, filled.data)
        self._keep(form, filled)
        self._show(path)

    def _keep(self, form: InspectedForm, filled: Filled) -> None:
        case = keep_filled(self._context.store, self._session.case, form, filled, self._context.clock())
        last = self._session.case.filled_forms[-1:]
        if not (last and last[0].sha256 == case.filled_forms[-1].sha256):
            self._session.edit(case)
            self._session.flush()
        remember_layout(self._context.store, form)
        self.kept.emit()

    def _show(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            raise DocumentError("document.no_viewer", path=str(path))

    def _name(self, form: InspectedForm) -> str:
        filled = self.tr("filled")
        return f"{form.path.stem}-{filled}"

    def _failed(self, error: CloseoutError) -> None:
        self._waiting.over()
        if error.message_id != "statement.cancelled":
            self._context.tell(self._window, error)
