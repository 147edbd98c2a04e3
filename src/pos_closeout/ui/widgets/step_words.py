"""The word for how a step is, the same wherever it is said."""

from PySide6.QtCore import QCoreApplication

from pos_closeout.domain.phases import StepState


def step_words() -> dict[StepState, str]:
    """Return the word of each state, in the language of the screen."""
    return {
        StepState.DONE: QCoreApplication.translate("Rail", "done"),
        StepState.TO_DO: QCoreApplication.translate("Rail", "to do"),
        StepState.BLOCKED: QCoreApplication.translate("Rail", "blocked"),
        StepState.LOCKED: QCoreApplication.translate("Rail", "locked"),
        StepState.NOT_NEEDED: QCoreApplication.translate("Rail", "no need"),
    }


def listed_word() -> str:
    """Return what a step is that is done as far as everything is written down, while some of it is still open."""
    return QCoreApplication.translate("Rail", "listed")
