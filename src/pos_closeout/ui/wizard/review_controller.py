"""Takes what the owner notes about an application to the data: the case and the outstanding list change together."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.review import ReviewEvent, ReviewPlan
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.ui.context import Context
from pos_closeout.ui.desk import Desk
from pos_closeout.ui.ledger.controller import LedgerController
from pos_closeout.ui.reporter import ErrorReporter
from pos_closeout.ui.wizard.case_session import CaseSession
from pos_closeout.ui.wizard.steps.review.page import ReviewPage


class ReviewController:
    """Serves the review page of the case on the screen.

    Args:
        context: words and language of what is written into the outstanding list.
        desk: the owner's verbs.
        session: the case on the screen; it is saved first and read anew afterwards.
        ledger: the open items.
        reporter: tells the owner about errors.
    """

    def __init__(
        self, context: Context, desk: Desk, session: CaseSession, ledger: LedgerController, reporter: ErrorReporter
    ) -> None:
        self._context, self._desk, self._session = context, desk, session
        self._ledger, self._reporter = ledger, reporter

    def serve(self, page: ReviewPage) -> None:
        """Connect a page."""
        page.noted.connect(lambda event: self._noted(page, event))
        page.taken_back.connect(lambda: self._taken_back(page))
        page.planned.connect(lambda plan: self._planned(page, plan))

    def _noted(self, page: QWidget, event: ReviewEvent) -> None:
        texts, language = self._context.guidance.review, self._context.language
        self._do(page, lambda case: self._desk.note_event(case, event, texts, language))

    def _taken_back(self, page: QWidget) -> None:
        texts, language = self._context.guidance.review, self._context.language
        self._do(page, lambda case: self._desk.take_back_event(case, texts, language))

    def _planned(self, page: QWidget, plan: ReviewPlan) -> None:
        texts, language = self._context.guidance.review, self._context.language
        self._do(page, lambda case: self._desk.set_review_plan(case, plan, texts, language))

    def _do(self, page: QWidget, act: Callable[[int], Case]) -> None:
        if not self._session.flush():
            return
        try:
            case = act(self._session.case.id)
        except CloseoutError as error:
            self._reporter.show(page, error)
            return
        self._ledger.reload()
        self._session.open(case)
