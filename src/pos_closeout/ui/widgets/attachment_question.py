"""Asks before a file that shows a whole card number is kept."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from pos_closeout.actions.attachments import files_with_cards, has_more_to_show, shows_card_number
from pos_closeout.ui.context import Runner
from pos_closeout.ui.widgets.questions import says_yes


def files_to_keep(parent: QWidget, files: Sequence[Path]) -> list[Path]:
    """Return the files without those that show a card number and that the owner would rather cover first."""
    shown = {file for file in files if shows_card_number(file)}
    shown |= _found_inside(parent, [file for file in files if file not in shown and has_more_to_show(file)])
    return [file for file in files if file not in shown or _kept_all_the_same(parent, file)]


def _kept_all_the_same(parent: QWidget, file: Path) -> bool:
    words = QCoreApplication.translate(
        "AttachmentQuestion",
        "“%1” seems to show a whole card number. It is better to cover its middle digits first. "
        "Keep the file as it is?",
    ).replace("%1", file.name)
    title = QCoreApplication.translate("AttachmentQuestion", "A card number")
    return says_yes(parent, title, words, usual=False)


def _found_inside(parent: QWidget, files: list[Path]) -> set[Path]:
    """Have documents and archives looked through beside the window, under a dialog that waits; Cancel leaves it off."""
    if not files:
        return set()
    # Imported here: home comes up without dialogs.
    from PySide6.QtWidgets import QProgressDialog

    found: set[Path] = set()
    told = QCoreApplication.translate("AttachmentQuestion", "Looking for card numbers in the files …")
    dialog = QProgressDialog(told, QCoreApplication.translate("AttachmentQuestion", "Cancel"), 0, 0, parent)
    dialog.setWindowTitle(QCoreApplication.translate("AttachmentQuestion", "A card number"))
    dialog.setModal(True)
    runner = Runner(lambda _error: dialog.accept(), dialog)
    runner.done.connect(found.update)
    runner.done.connect(dialog.accept)
    runner.run(lambda job: files_with_cards(files, job.stopped))
    dialog.exec()
    runner.wait()
    dialog.deleteLater()
    return found
