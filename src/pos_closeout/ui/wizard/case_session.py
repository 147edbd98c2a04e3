"""The case on the screen and its way to the disk: at most two seconds after a keystroke, at once when asked."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from pos_closeout.actions.cases.cases import last_change, save_case, withdraw_case
from pos_closeout.actions.data_folder import Store
from pos_closeout.domain.case.case import Case
from pos_closeout.domain.errors import CloseoutError
from pos_closeout.ui.wizard.typed_text import Place, typed_place

SAVE_AFTER_MS = 1_200
"""From the first unsaved keystroke to the save, in milliseconds; with the save itself it stays below two seconds."""

_KEPT_ANSWERS = 100


@dataclass(slots=True)
class _Answer:
    """One answer that can be taken back: the case before and after it, where text was typed, and when."""

    before: Case
    after: Case
    typed: Place | None
    at: float = field(default_factory=monotonic)


class CaseSession(QObject):
    """Holds the current case and saves what changed.

    Args:
        store: the open data folder.
        clock: gives the time, also that of "saved 18:32".
    """

    changed = Signal()
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._store, self._clock = store, clock
        self._case = Case()
        self._stored = self._case
        self._new: tuple[int, int] | None = None
        self._answers: deque[_Answer] = deque(maxlen=_KEPT_ANSWERS)
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def case(self) -> Case:
        """The case as it stands on the screen."""
        return self._case

    def open(self, case: Case) -> None:
        """Make a stored case the current one, after saving the one before."""
        self.flush()
        if case.id != self._case.id:
            self.withdraw()
        self._answers.clear()
        self._case = self._stored = case
        self.changed.emit()

    def mark_new(self) -> None:
        """Note that the current case has just been made: it stays only if something happens to it."""
        self._new = (self._case.id, last_change(self._store, self._case.id))

    def withdraw(self) -> None:
        """Take the current case away again if it was opened and never got an answer: whoever looked leaves no case."""
        new, self._new = self._new, None
        if new is None or new[0] != self._case.id or self._case != self._stored:
            return
        try:
            gone = withdraw_case(self._store, *new)
        except CloseoutError:
            # An empty case that stays is no loss; it can be gone on with or deleted.
            return
        if gone:
            self.forget()

    def forget(self) -> None:
        """Hold no case any more, after the current one was deleted."""
        self._timer.stop()
        self._answers.clear()
        self._case = self._stored = Case()

    def answer(self, case: Case) -> None:
        """Take the answer the owner just gave on a page; it can be taken back."""
        if case == self._case:
            return
        typed = typed_place(self._case, case)
        last = self._answers[-1] if self._answers else None
        if last is not None and typed is not None and typed == last.typed:
            last.after, last.at = case, monotonic()
        else:
            self._answers.append(_Answer(self._case, case, typed))
        self._take(case)

    @property
    def answered_at(self) -> float:
        """When the last answer was given that can be taken back, in seconds of the monotonic clock; 0 without one."""
        return self._answers[-1].at if self._answers else 0.0

    def undo(self) -> bool:
        """Take the last answer back; whatever else has changed since stays. Return whether there was one."""
        if not self._answers:
            return False
        last = self._answers.pop()
        parts = ((each.name, getattr(last.before, each.name), getattr(last.after, each.name)) for each in fields(Case))
        self._take(replace(self._case, **{name: before for name, before, after in parts if before != after}))
        return True

    def edit(self, case: Case) -> None:
        """Take what the program did for the owner, such as a letter handed out: what came before it stands then."""
        if case == self._case:
            return
        self._answers.clear()
        self._take(case)

    def _take(self, case: Case) -> None:
        self._case = case
        # Not restarted by later keystrokes: whoever types without a pause is saved all the same.
        if not self._timer.isActive():
            self._timer.start()
        self.changed.emit()

    def flush(self) -> bool:
        """Save now what is not saved yet; return False when it could not be saved (it is kept and tried again)."""
        self._timer.stop()
        if self._case == self._stored:
            return True
        try:
            self._case = self._stored = save_case(self._store, self._case, self._clock(), self._stored)
        except CloseoutError as error:
            self._timer.start()
            self.failed.emit(error)
            return False
        self.saved.emit(self._clock())
        self.changed.emit()
        return True
