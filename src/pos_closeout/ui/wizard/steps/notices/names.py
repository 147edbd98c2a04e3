"""The program's words for how somebody is told and how far a notice has come."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from pos_closeout.domain.case.notices import NoticeChannel, NoticeState
from pos_closeout.ui.style.tokens import Tone

_WAYS = {
    NoticeChannel.SMS: QT_TRANSLATE_NOOP("NoticeNames", "text message"),
    NoticeChannel.EMAIL: QT_TRANSLATE_NOOP("NoticeNames", "e-mail"),
    NoticeChannel.PHONE: QT_TRANSLATE_NOOP("NoticeNames", "phone call"),
    NoticeChannel.POSTER: QT_TRANSLATE_NOOP("NoticeNames", "poster"),
    NoticeChannel.IN_PERSON: QT_TRANSLATE_NOOP("NoticeNames", "in person"),
}
_STATES = {
    NoticeState.LATE: ("clock-alert", QT_TRANSLATE_NOOP("NoticeNames", "should be out"), Tone.SEAL),
    NoticeState.TODAY: ("bell", QT_TRANSLATE_NOOP("NoticeNames", "today"), Tone.AMBER),
    NoticeState.PLANNED: ("calendar", QT_TRANSLATE_NOOP("NoticeNames", "planned"), Tone.NEUTRAL),
    NoticeState.SENT: ("circle-check", QT_TRANSLATE_NOOP("NoticeNames", "told"), Tone.OK),
    NoticeState.ACKNOWLEDGED: ("circle-check", QT_TRANSLATE_NOOP("NoticeNames", "confirmed"), Tone.OK),
    NoticeState.NOT_NEEDED: ("circle-check", QT_TRANSLATE_NOOP("NoticeNames", "not needed"), Tone.NEUTRAL),
}


def notice_channel_name(way: NoticeChannel) -> str:
    """Return what a way is called on the screen."""
    return QCoreApplication.translate("NoticeNames", str(_WAYS[way]))


def state_name(state: NoticeState) -> tuple[str, str, Tone]:
    """Return icon, word and tone of a state."""
    icon, word, tone = _STATES[state]
    return icon, QCoreApplication.translate("NoticeNames", str(word)), tone
