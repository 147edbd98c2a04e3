"""Asks before a file that shows a whole card number is kept."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from pos_closeout.actions.attachments import shows_card_number
from pos_closeout.ui.widgets.questions import says_yes


def files_to_keep(parent: QWidget, files: Sequence[Path]) -> list[Path]:
    """Return the files without those that show a card number and that the owner would rather cover first."""
    kept = []
    for file in files:
        if shows_card_number(file):
            words = QCoreApplication.translate(
                "AttachmentQuestion",
                "“%1” seems to show a whole card number. It is better to cover its middle digits first. "
                "Keep the file as it is?",
            ).replace("%1", file.name)
            title = QCoreApplication.translate("AttachmentQuestion", "A card number")
            if not says_yes(parent, title, words, usual=False):
                continue
        kept.append(file)
    return kept
