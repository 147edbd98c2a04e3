"""What an action really stops, in a quiet block."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame

from pos_closeout.domain.device.terminal import Action
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import column, framed, icon_label, label, row

_ICONS = {
    Action.SUSPEND: "pause",
    Action.SWAP: "repeat",
    Action.REMOVE: "log-out",
    Action.CLOSE_MERCHANT: "store",
}


def action_icon(action: Action) -> str:
    """Return the Lucide name of an action's icon."""
    return _ICONS[action]


def action_explained(context: Context, action: Action) -> QFrame:
    """Return what stops, what goes on and whether there is a way back, for one action."""
    texts = context.guidance.actions[action]
    tone = Tone.SEAL if action is Action.CLOSE_MERCHANT else Tone.ACCENT
    stops = QCoreApplication.translate("ActionWords", "Stops: %1")
    goes_on = QCoreApplication.translate("ActionWords", "Goes on: %1")
    way_back = QCoreApplication.translate("ActionWords", "Way back: %1")
    lines = [label(context.say(texts.name), "strong")]
    lines += [label(stops.replace("%1", context.say(each)), "hint") for each in texts.stops]
    lines += [label(goes_on.replace("%1", context.say(each)), "hint") for each in texts.goes_on]
    lines.append(label(way_back.replace("%1", context.say(texts.undo)), "hint"))
    body = row(icon_label(context.look, action_icon(action), tone, 20, top=True), column(*lines, spacing=3), spacing=10)
    return framed(body, "quote")
