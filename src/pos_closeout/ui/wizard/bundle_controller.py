"""Makes and checks evidence bundles on a thread of its own."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from pos_closeout.actions.backup.bundle import Bundle, CheckedBundle, Evidence, check_bundle, pack_bundle, read_evidence
from pos_closeout.actions.files import write_file
from pos_closeout.actions.papers.letter import Documents
from pos_closeout.domain.case.case import LetterLanguage
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.ui.context import Context, Job, Runner
from pos_closeout.ui.papers.files import ask_place, file_name
from pos_closeout.ui.wizard.case_session import CaseSession
from pos_closeout.ui.wizard.steps.follow_up.bundle import BundleCard


class BundleController(QObject):
    """One piece of work at a time; the newest counts."""

    begun = Signal()
    stopped = Signal()
    made = Signal(object, object, int)
    checked = Signal(object, object)

    def __init__(self, context: Context, session: CaseSession, window: QWidget, documents: Documents) -> None:
        super().__init__(window)
        self._context, self._session, self._window, self._documents = context, session, window, documents
        self._runner = Runner(self._failed, self)
        self._runner.done.connect(self._done)

    def serve(self, card: BundleCard) -> None:
        """Do what a card asks for. Its methods are connected, not lambdas, so that Qt drops them with the card."""
        card.make_asked.connect(self._ask_make)
        card.verify_asked.connect(self._ask_verify)
        self.begun.connect(card.begin)
        self.stopped.connect(card.stop)
        self.made.connect(card.say_made)
        self.checked.connect(card.say_checked)

    def wait(self) -> None:
        """Wait for work under way, before the window goes."""
        self._runner.wait()

    def make(self, path: Path, language: LetterLanguage) -> None:
        """Write the bundle of the case on the screen into a file."""
        self._session.flush()
        context, documents = self._context, self._documents

        def pack(evidence: Evidence) -> None:
            now = context.clock()

            def work(_job: Job) -> tuple[Path, Bundle]:
                bundle = pack_bundle(evidence, documents, language, now)
                write_file(path, bundle.data)
                return path, bundle

            self.begun.emit()
            self._runner.run(work)

        context.do(lambda: read_evidence(context.store, documents, self._session.case.id), self._window, then=pack)

    def verify(self, path: Path) -> None:
        """Read every byte of a bundle back."""
        self.begun.emit()
        self._runner.run(lambda job: (path, check_bundle(path, cancelled=job.stopped)))

    def _ask_make(self, language: LetterLanguage) -> None:
        proposed = file_name(self._session.case.number + "-" + self.tr("evidence")) + ".zip"
        path = ask_place(self._window, self.tr("Save the evidence bundle"), proposed, ".zip", "ZIP (*.zip)")
        if path is not None:
            self.make(path, language)

    def _ask_verify(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Check a bundle"), "", "ZIP (*.zip)")
        if name:
            self.verify(Path(name))

    def _done(self, result: tuple[Path, Bundle | CheckedBundle]) -> None:
        path, found = result
        if isinstance(found, Bundle):
            self.made.emit(path, found.checked, len(found.left_out))
        else:
            self.checked.emit(path, found)

    def _failed(self, error: CloseoutError) -> None:
        self.stopped.emit()
        self._context.tell(self._window, error)
