"""What the directory knows of an acquirer: each number with its source and month, and that it has left the market."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from pos_closeout.guidance.contact_texts import LeftMarket, ListedAcquirer, ListedNumber
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, column, label, row, tag


def listed_number(context: Context, number: ListedNumber, keep: Callable[[], object]) -> QVBoxLayout:
    """Return a line with a number, how sure it is, where it is from, and a button that keeps it for the case."""
    said = QCoreApplication.translate("ListedAcquirer", "said by themselves")
    told = QCoreApplication.translate("ListedAcquirer", "reported only, please check")
    mark = (
        tag(context.look, "circle-check", said, Tone.OK)
        if number.confirmed
        else tag(context.look, "triangle-alert", told, Tone.AMBER)
    )
    head = row(label(number.number, "strong", wrap=False), mark, spacing=10)
    head.addStretch()
    kept = button(context.look, QCoreApplication.translate("ListedAcquirer", "Save"), keep, icon="plus", kind="small")
    kept.setAccessibleName(f"{kept.text().strip()} {number.number}")
    head.addWidget(kept)
    return column(head, label(_sourced(context.say(number.note), context.say(number.source), number.checked), "hint"))


def left_words(context: Context, entry: ListedAcquirer, left: LeftMarket) -> str:
    """Return what is known of an acquirer that has left: when, how, where it was read and when."""
    text = QCoreApplication.translate("ListedAcquirer", "%1 has left the market (%2): %3. Source: %4, checked %5.")
    for place, said in enumerate(
        (context.say(entry.name), left.on, context.say(left.how), context.say(left.source), left.checked), 1
    ):
        text = text.replace(f"%{place}", said)
    return text


def _sourced(note: str, source: str, checked: str) -> str:
    text = QCoreApplication.translate("ListedAcquirer", "%1 · source: %2 · checked %3")
    return text.replace("%1", note).replace("%2", source).replace("%3", checked)
