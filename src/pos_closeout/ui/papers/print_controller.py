"""Papers on their way to a printer: asked for, laid out and handed over beside the window, and every outcome told."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QMessageBox, QProgressDialog, QWidget

from pos_closeout.actions.files import write_file
from pos_closeout.actions.papers.printing import pages_of, send_sheets, sheets_of, takes_pdf
from pos_closeout.actions.settings import read_setting, write_setting
from pos_closeout.domain.errors import CloseoutError, DocumentError, PrintError, StoppedError
from pos_closeout.domain.papers.print_sheets import PaperSize, PrintChoice, PrintOutcome, is_a4
from pos_closeout.ui.context import Context, Job, Runner
from pos_closeout.ui.papers.files import ask_place, file_name
from pos_closeout.ui.papers.job_watch import JobWatch, WatchedJob
from pos_closeout.ui.papers.print_choice import PRINT_SETTING, choice_of, recall, remembered
from pos_closeout.ui.papers.print_drawing import draw_sheets, prepare


class PrintController(QObject):
    """Prints one paper at a time; while one is under way, the window shows how far it is.

    Args:
        context: settings and texts.
        window: dialogs stand over it.
    """

    saved = Signal(object)
    """A paper was saved instead; carries its path."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._runner = Runner(self._failed, self)
        self._runner.progress.connect(self._show_progress)
        self._runner.done.connect(self._sent)
        self._progress: QProgressDialog | None = None
        self._paper, self._title = b"", ""
        self._starts: tuple[int, ...] = ()
        self._accepted: Callable[[], object] = _nothing
        self.watch = JobWatch(self)
        self.watch.failed.connect(self._tell_late)

    def wait(self) -> None:
        """Stop printing, before the window goes."""
        self._runner.wait()
        self.watch.wait()

    def print_pdf(
        self,
        data: bytes,
        title: str,
        accepted: Callable[[], object] | None = None,
        starts: Sequence[int] = (),
    ) -> None:
        """Ask for a printer and print a paper.

        Args:
            data: the paper as a PDF.
            title: its name in the queue, and proposed for a file.
            accepted: called when a printer has accepted the whole job, and only then.
            starts: pages, from 0, that begin a new sheet where both sides are printed.
        """
        if self._runner.running:
            self._context.tell(self._window, PrintError("print.busy"))
            return
        self._paper, self._title, self._accepted = data, title, accepted or _nothing
        self._starts = tuple(starts)
        if not printer_names():
            self._offer_file(PrintError("print.no_printer"), data, title)
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        recall(printer, read_setting(self._context.store, PRINT_SETTING))
        if not ask_for_printer(printer, pages_of(data), self._window):
            return
        self._context.do(lambda: write_setting(self._context.store, PRINT_SETTING, remembered(printer)), self._window)
        choice = choice_of(printer)
        if is_a4(choice.paper) or self._agreed(choice.paper):
            self.print_on(printer, choice)

    def print_on(self, printer: QPrinter, choice: PrintChoice) -> None:
        """Lay the paper out and hand it over, beside the window."""
        prepare(printer)
        data, title, starts = self._paper, self._title, self._starts
        self._show_progress((0, 0))

        def work(job: Job) -> tuple[PrintOutcome, int | None]:
            number: int | None = None
            sheets, outcome = sheets_of(data, choice, job.report, job.stopped, starts)
            if printer.outputFileName():
                write_file(Path(printer.outputFileName()), sheets)
            elif takes_pdf():
                number = send_sheets(sheets, title, choice, job.stopped)
            else:
                draw_sheets(sheets, printer, job.report, job.stopped)
            return outcome, number

        self._runner.run(work)

    def save_pdf(self, data: bytes, title: str) -> Path | None:
        """Ask for a place and save a paper as it is; return where, ``None`` when it was not saved."""
        proposed = f"{file_name(title)}.pdf"
        path = ask_place(self._window, self.tr("Save as PDF"), proposed, ".pdf", "PDF (*.pdf)")
        if path is None or not self._context.do(lambda: write_file(path, data), self._window):
            return None
        self.saved.emit(path)
        return path

    def _agreed(self, paper: PaperSize) -> bool:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("The paper is not A4"))
        box.setText(
            self.tr(
                "The printer is set to {paper}; this paper is made for A4. Every page comes out whole, "
                "made smaller where it has to be. If there is A4 in the printer, go back and choose A4."
            ).format(paper=paper.name)
        )
        go_on = box.addButton(self.tr("&Print all the same"), QMessageBox.ButtonRole.AcceptRole)
        back = box.addButton(self.tr("&Back"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(go_on)
        box.setEscapeButton(back)
        box.exec()
        return box.clickedButton() is go_on

    def _show_progress(self, news: object) -> None:
        done, count = news if isinstance(news, tuple) else (0, 0)
        if self._progress is None:
            self._progress = QProgressDialog("", self.tr("Cancel"), 0, 0, self._window)
            self._progress.setWindowTitle(self.tr("Printing"))
            self._progress.setWindowModality(Qt.WindowModality.WindowModal)
            self._progress.setAutoClose(False)
            self._progress.setAutoReset(False)
            self._progress.setMinimumDuration(0)
            self._progress.canceled.connect(self._runner.stop)
        text = self.tr("Page {page} of {count}").format(page=done + 1, count=count)
        self._progress.setLabelText(text if count else self.tr("The paper is being made ready …"))
        self._progress.setMaximum(count)
        self._progress.setValue(done)

    def _hide_progress(self) -> None:
        if self._progress is not None:
            self._progress.canceled.disconnect(self._runner.stop)
            self._progress.close()
            self._progress.deleteLater()
            self._progress = None

    def _sent(self, result: tuple[PrintOutcome, int | None]) -> None:
        self._hide_progress()
        outcome, number = result
        if number is not None:
            self.watch.add(WatchedJob(outcome.printer, number, self._title, self._paper))
        self._context.do(self._accepted, self._window)
        pages = self.tr("%n page(s)", "", outcome.pages)
        copies = self.tr("%n copy(ies)", "", outcome.copies)
        place = outcome.printer or self.tr("the file you chose")
        text = self.tr("Sent to {printer}: {pages}, {copies}.").format(printer=place, pages=pages, copies=copies)
        if outcome.scale < 0.995:
            smaller = self.tr("The pages were made smaller, to {percent} %, so that they come out whole.")
            text += "\n" + smaller.format(percent=round(outcome.scale * 100))
        self._show(QMessageBox.Icon.Information, self.tr("Printed"), text)

    def _failed(self, error: CloseoutError) -> None:
        self._hide_progress()
        if isinstance(error, StoppedError):
            self._show(QMessageBox.Icon.Information, self.tr("Printing"), self._context.sentence(error))
        elif isinstance(error, PrintError | DocumentError):
            self._offer_file(error, self._paper, self._title)
        else:
            self._context.tell(self._window, error)

    def _show(self, icon: QMessageBox.Icon, title: str, text: str) -> QMessageBox:
        box = QMessageBox(icon, title, text, QMessageBox.StandardButton.NoButton, self._window)
        close = box.addButton(self.tr("Close"), QMessageBox.ButtonRole.RejectRole)
        box.setEscapeButton(close)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
        return box

    def _offer_file(self, error: CloseoutError, paper: bytes, title: str) -> None:
        """Tell what went wrong, with a button that saves the paper instead."""
        self._offer(self.tr("Nothing was printed"), error, paper, title)

    def _tell_late(self, job: WatchedJob, error: CloseoutError) -> None:
        """Tell what went wrong with a job long after it was handed over."""
        self._offer(self.tr("Not everything was printed"), error, job.paper, job.title)

    def _offer(self, head: str, error: CloseoutError, paper: bytes, title: str) -> None:
        box = self._show(QMessageBox.Icon.Warning, head, self._context.sentence(error))
        save = box.addButton(self.tr("&Save as PDF …"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(save)
        save.clicked.connect(partial(self.save_pdf, paper, title))


def ask_for_printer(printer: QPrinter, pages: int, window: QWidget) -> bool:
    """Let the owner choose printer, pages and copies."""
    dialog = QPrintDialog(printer, window)
    dialog.setMinMax(1, pages)
    return dialog.exec() == QPrintDialog.DialogCode.Accepted


def printer_names() -> list[str]:
    """Return the printers of this machine."""
    return list(QPrinterInfo.availablePrinterNames())


def _nothing() -> None:
    return None
