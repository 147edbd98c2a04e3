"""The program's words for how somebody is told and how far a notice has come."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from pos_closeout.domain.case.notices import NoticeState, Way
from pos_closeout.ui.style.tokens import Tone

_WAYS = {
    Way.SMS: QT_TRANSLATE_NOOP("NoticeNames", "text message"),
    Way.EMAIL: QT_TRANSLATE_NOOP("NoticeNames", "e-mail"),
    Way.PHONE: QT_TRANSLATE_NOOP("NoticeNames", "phone call"),
    Way.POSTER: QT_TRANSLATE_NOOP("NoticeNames", "poster"),
    Way.IN_PERSON: QT_TRANSLATE_NOOP("NoticeNames", "in person"),
}
_STATES = {
    NoticeState.LATE: ("clock-alert", QT_TRANSLATE_NOOP("NoticeNames", "should be out"), Tone.SEAL),
    NoticeState.TODAY: ("bell", QT_TRANSLATE_NOOP("NoticeNames", "today"), Tone.AMBER),
    NoticeState.PLANNED: ("calendar", QT_TRANSLATE_NOOP("NoticeNames", "planned"), Tone.NEUTRAL),
    NoticeState.SENT: ("circle-check", QT_TRANSLATE_NOOP("NoticeNames", "told"), Tone.OK),
    NoticeState.ACKNOWLEDGED: ("circle-check", QT_TRANSLATE_NOOP("NoticeNames", "confirmed"), Tone.OK),
    NoticeState.NOT_NEEDED: ("circle-check", QT_TRANSLATE_NOOP("NoticeNames", "not needed"), Tone.NEUTRAL),
}


def way_name(way: Way) -> str:
    """Return what a way is called on the screen."""
    return QCoreApplication.translate("NoticeNames", str(_WAYS[way]))


def state_name(state: NoticeState) -> tuple[str, str, Tone]:
    """Return icon, word and tone of a state."""
    icon, word, tone = _STATES[state]
    return icon, QCoreApplication.translate("NoticeNames", str(word)), tone
