"""Chooses files that are to be kept as proof."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.attachment_question import files_to_keep
from pos_closeout.ui.widgets.basic import button, label, row, set_tone


class ProofChooser(QWidget):
    """A button and the names of the files chosen so far.

    Args:
        context: look and texts.
        proven: the item has proof already.
    """

    def __init__(self, context: Context, *, proven: bool) -> None:
        super().__init__()
        self._proven = proven
        self.files: list[Path] = []
        self._names = label("", "hint")
        self._button = button(context.look, self.tr("Add proof…"), self._choose, icon="file-plus", kind="small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        line = row(self._button, spacing=10)
        line.addWidget(self._names, 1)
        layout.addLayout(line)
        self._tell()

    def enough(self) -> bool:
        """Return whether there is any proof."""
        return self._proven or bool(self.files)

    def ask(self) -> None:
        """Say that proof is missing."""
        self._names.setText(self.tr("Please add the file or photo that proves it."))
        set_tone(self._names, "tone", Tone.SEAL.value)
        self._button.setFocus()

    def add(self, files: list[Path]) -> None:
        """Take files that are to be kept."""
        self.files += files_to_keep(self, [file for file in files if file not in self.files])
        self._tell()

    def _choose(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self.window(), self.tr("Choose proof"))
        self.add([Path(name) for name in names])

    def _tell(self) -> None:
        set_tone(self._names, "tone", "")
        if self.files:
            self._names.setText(", ".join(file.name for file in self.files))
        elif self._proven:
            self._names.setText(self.tr("There is proof already; you can add more."))
        else:
            self._names.setText(self.tr("A screenshot, photo or PDF; it is copied into the data folder."))
