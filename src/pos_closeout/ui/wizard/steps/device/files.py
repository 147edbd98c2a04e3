"""The photos and slips kept with one task: added, opened in the viewer of the system, or moved to the bin."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QSizePolicy, QVBoxLayout, QWidget

from pos_closeout.domain.device.tasks import DeviceFile
from pos_closeout.ui.context import Context
from pos_closeout.ui.plain_text import shown_plain
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, clear_layout, icon_label, label, row

_KIB = 1024


class DeviceFileList(QWidget):
    """Names the files, with what can be done with each."""

    given = Signal(list)
    """The owner chose files; carries their paths."""
    opened = Signal(object)
    """The owner wants to see a :class:`DeviceFile`."""
    removed = Signal(object)
    """The owner takes a :class:`DeviceFile` off."""

    def __init__(self, context: Context, task_name: str) -> None:
        super().__init__()
        self._context = context
        self._files: tuple[DeviceFile, ...] = ()
        self.add = button(context.look, self.tr("Add photos or slips…"), self._choose, icon="file-plus", kind="small")
        self.add.setAccessibleName(self.tr("Add photos or slips: %1").replace("%1", task_name))
        self._hint = label(
            self.tr("Files can be dropped here as well. They are copied and kept with the case."), "hint"
        )
        top = row(self.add, spacing=10)
        top.addWidget(self._hint, 1)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addLayout(self._list)

    def tell(self, files: tuple[DeviceFile, ...]) -> None:
        """Show the files."""
        if files == self._files:
            return
        self._files = files
        clear_layout(self._list)
        for file in files:
            self._list.addWidget(self._line(file))

    def _line(self, file: DeviceFile) -> QWidget:
        look = self._context.look
        size = max(1, file.size // _KIB)
        told = _Name(f"{file.name} · {size:,} KB")
        told.setToolTip(shown_plain(f"{file.name}\nSHA-256 {file.sha256}"))
        see = self.tr("Open %1").replace("%1", file.name)
        off = self.tr("Move %1 to the bin").replace("%1", file.name)
        line = QWidget()
        parts = row(icon_label(look, "file-text", Tone.NEUTRAL, 16), spacing=6)
        parts.addWidget(told, 1)
        parts.addWidget(button(look, "", lambda: self.opened.emit(file), icon="eye", kind="quiet", name=see))
        parts.addWidget(button(look, "", lambda: self.removed.emit(file), icon="trash-2", kind="quiet", name=off))
        line.setLayout(parts)
        return line

    def _choose(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self.window(), self.tr("Choose photos or slips"))
        if names:
            self.given.emit([Path(name) for name in names])


class _Name(QLabel):
    """A name that gives way where there is no room: cameras write long ones without a place to break."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Ask for no width of its own."""
        return QSize(0, super().minimumSizeHint().height())


def local_files(dropped: QMimeData) -> list[Path]:
    """Return the files among what somebody drags here; empty for anything else."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
