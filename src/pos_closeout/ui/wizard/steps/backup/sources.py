"""What goes into the backup: files and folders with their kind and months."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from pos_closeout.domain.case.backup import BackupSource, Material, is_month, month_key, with_source
from pos_closeout.domain.case.case import Case
from pos_closeout.ui.context import Context
from pos_closeout.ui.plain_text import shown_plain
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, clear_layout, column, label, row, set_tone
from pos_closeout.ui.widgets.choice import CheckLine
from pos_closeout.ui.widgets.combo_box import ComboBox
from pos_closeout.ui.widgets.flow import FlowLayout
from pos_closeout.ui.widgets.number_line import number_line
from pos_closeout.ui.wizard.field_path import write


class ChosenCard(QWidget):
    """Lists what was chosen; files can be dropped on it."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._case = context, Case()
        self._shown: tuple[str, ...] | None = None
        self._lines: list[_SourceLine] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self._empty = label(
            self.tr("Nothing chosen yet. Bills, slips, the agreement, the deposit receipt and photos belong here."),
            "hint",
        )
        self._own = CheckLine(self.tr("What this program knows: the case, the open items and their history"))
        self._own.toggled.connect(lambda on: self.changed.emit(write(self._case, "backup.program_data", on)))
        ways = FlowLayout().add_all(
            button(context.look, self.tr("Add files"), self._add_files, icon="file-plus", kind="primarySmall"),
            button(context.look, self.tr("Add a folder"), self._add_folder, icon="plus", kind="small"),
        )
        held = QWidget()
        held.setLayout(ways)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        title = label(self.tr("What to keep"), "cardTitle")
        layout.addWidget(card(title, self._empty, self._rows, held, self._own, spacing=10))
        self.setAcceptDrops(True)

    def tell(self, case: Case) -> None:
        """Show what a case has chosen; a line being typed in is left alone."""
        self._case = case
        paths = tuple(source.path for source in case.backup_sources)
        if paths != self._shown:
            self._shown = paths
            clear_layout(self._rows)
            self._lines = [self._line(place) for place in range(len(paths))]
        for line, source in zip(self._lines, case.backup_sources, strict=True):
            line.tell(source)
        self._empty.setVisible(not paths)
        self._own.set_checked(checked=case.backup.program_data)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Choose what was dropped."""
        self.add([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])

    def add(self, paths: list[str]) -> None:
        """Choose files and folders; their kind is guessed from their names."""
        sources = self._case.backup_sources
        for path in paths:
            sources = with_source(sources, BackupSource(path, _guessed(Path(path).name)))
        self.changed.emit(replace(self._case, backup_sources=sources))

    def _line(self, place: int) -> "_SourceLine":
        made = _SourceLine(self._context, place + 1)
        made.changed.connect(lambda source: self._put(place, (source,)))
        made.removed.connect(lambda: self._put(place, ()))
        self._rows.addWidget(made)
        return made

    def _put(self, place: int, instead: tuple[BackupSource, ...]) -> None:
        sources = self._case.backup_sources
        self.changed.emit(replace(self._case, backup_sources=(*sources[:place], *instead, *sources[place + 1 :])))

    def _add_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose files to keep"))
        self.add(names)

    def _add_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder to keep"))
        self.add([name] if name else [])


class _SourceLine(QWidget):
    """One file or folder."""

    changed = Signal(object)
    removed = Signal()

    def __init__(self, context: Context, position: int) -> None:
        super().__init__()
        self._source = BackupSource()
        at = str(position)
        self._name = QLabel()
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._kind = ComboBox()
        self._kind.setAccessibleName(self.tr("Kind, entry %1").replace("%1", at))
        self._kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._kind.setMinimumContentsLength(7)
        for material, name in material_names().items():
            self._kind.addItem(name, material)
        self._kind.activated.connect(self._edited)
        self._first = self._month(context, self.tr("First month, entry %1").replace("%1", at))
        self._last = self._month(context, self.tr("Last month, entry %1").replace("%1", at))
        remove_name = self.tr("Take entry %1 off the list").replace("%1", at)
        remove = button(context.look, "", self.removed.emit, icon="trash-2", kind="quiet", name=remove_name)
        months = row(self._first, label("–", wrap=False), self._last, spacing=4)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._kind, 1)
        below.addLayout(months)
        below.addWidget(remove)
        self.setLayout(column(self._name, below, spacing=4))

    def _month(self, context: Context, name: str) -> QLineEdit:
        made = number_line("2025-01", limit=7)
        made.setFixedWidth(context.look.px(92))
        made.setAccessibleName(name)
        made.textEdited.connect(self._edited)
        return made

    def tell(self, source: BackupSource) -> None:
        """Show a source."""
        self._source = source
        path = Path(source.path)
        gone = not path.exists()
        lost = self.tr("%1 — not there any more").replace("%1", path.name)
        self._name.setText(lost if gone else path.name)
        set_tone(self._name, "tone", Tone.SEAL.value if gone else "")
        self._name.setToolTip(shown_plain(source.path))
        self._kind.setCurrentIndex(list(Material).index(source.material))
        for editor, month in ((self._first, source.first_month), (self._last, source.last_month)):
            if month != _month_of(editor.text()):
                editor.setText("" if month is None else month_key(month))

    def _edited(self) -> None:
        kind = Material(self._kind.currentData())
        months = (_month_of(editor.text()) for editor in (self._first, self._last))
        first, last = months
        self.changed.emit(replace(self._source, material=kind, first_month=first, last_month=last))


def material_names() -> dict[Material, str]:
    """Return what the kinds of material are called."""
    return {
        Material.BILLS: QCoreApplication.translate("ChosenCard", "Bills"),
        Material.SLIPS: QCoreApplication.translate("ChosenCard", "Card slips"),
        Material.SETTLEMENTS: QCoreApplication.translate("ChosenCard", "Settlement slips"),
        Material.AGREEMENT: QCoreApplication.translate("ChosenCard", "Agreement"),
        Material.DEPOSIT: QCoreApplication.translate("ChosenCard", "Deposit receipt"),
        Material.PHOTOS: QCoreApplication.translate("ChosenCard", "Photos of the device"),
        Material.INVOICES: QCoreApplication.translate("ChosenCard", "Invoices"),
        Material.CORRESPONDENCE: QCoreApplication.translate("ChosenCard", "Letters and chats"),
        Material.OTHER: QCoreApplication.translate("ChosenCard", "Other"),
    }


def _month_of(text: str) -> date | None:
    return date.fromisoformat(f"{text.strip()}-01") if is_month(text.strip()) else None


_HINTS = (
    (Material.SLIPS, ("签购单", "小票", "slip")),
    (Material.SETTLEMENTS, ("结算", "批结", "settle")),
    (Material.DEPOSIT, ("押金", "deposit")),
    (Material.AGREEMENT, ("协议", "合同", "agreement", "contract")),
    (Material.INVOICES, ("发票", "invoice")),
    (Material.CORRESPONDENCE, ("聊天", "邮件", "chat", "mail")),
    (Material.PHOTOS, ("照片", "photo", ".jpg", ".jpeg", ".png", ".heic")),
    (Material.BILLS, ("账单", "流水", "对账", "交易", "bill", "statement", ".csv", ".xlsx", ".xls")),
)


def _guessed(name: str) -> Material:
    """Guess what a file is from its name; the owner sees and can change it."""
    lower = name.lower()
    return next((kind for kind, hints in _HINTS if any(hint in lower for hint in hints)), Material.OTHER)
