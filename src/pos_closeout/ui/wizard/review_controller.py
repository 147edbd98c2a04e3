"""Takes what the owner notes about an application to the data: the case and the outstanding list change together."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from pos_closeout.actions.review import note_event, set_review_plan, take_back_event
from pos_closeout.domain.case.case import Case
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.controller import LedgerController
from pos_closeout.ui.wizard.case_session import CaseSession
from pos_closeout.ui.wizard.steps.review.page import ReviewPage


class ReviewController:
    """Serves the review page of the case on the screen.

    Args:
        context: words and language of what is written into the outstanding list.
        session: the case on the screen; it is saved first and read anew afterwards.
        ledger: the open items.
    """

    def __init__(self, context: Context, session: CaseSession, ledger: LedgerController) -> None:
        self._context, self._session, self._ledger = context, session, ledger

    def serve(self, page: ReviewPage) -> None:
        """Connect a page."""
        page.noted.connect(lambda event: self._change(page, partial(note_event, event=event)))
        page.taken_back.connect(lambda: self._change(page, take_back_event))
        page.planned.connect(lambda plan: self._change(page, partial(set_review_plan, plan=plan)))

    def _change(self, page: QWidget, verb: Callable[..., Case]) -> None:
        if not self._session.flush():
            return
        context, case_id = self._context, self._session.case.id
        texts, language, now = context.guidance.review, context.language, context.clock()
        context.do(lambda: verb(context.store, case_id, texts=texts, language=language, now=now), page, then=self._show)

    def _show(self, case: Case) -> None:
        self._ledger.reload()
        self._session.open(case)
