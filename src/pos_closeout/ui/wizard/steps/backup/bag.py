"""Making the backup, checking it again, and its copies."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar, QVBoxLayout, QWidget

from pos_closeout.domain.case.backup import Backup, BackupProof, copy_is_good, proof
from pos_closeout.ui.context import Context
from pos_closeout.ui.plain_text import shown_plain
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, card, column, label, row
from pos_closeout.ui.widgets.field import Field, line_edit
from pos_closeout.ui.widgets.flow import FlowLayout

_STEPS = 1000
_SHOWN_NAMES = 8


class BagCard(QWidget):
    """Says what is known of the backup and asks for work on it."""

    folder_chosen = Signal(str)
    make_asked = Signal()
    check_asked = Signal()
    copy_asked = Signal(str)
    mask_asked = Signal(str)
    stop_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        look = context.look
        self._folder = line_edit(self.tr("no folder chosen yet"))
        self._folder.setReadOnly(True)
        pick = button(look, self.tr("Choose"), self._pick_folder, kind="small", name=self.tr("Choose where it goes"))
        self._make = button(look, self.tr("Make the backup"), self.make_asked.emit, icon="save", kind="primary")
        self._check = button(look, self.tr("Check it again"), self.check_asked.emit, icon="search", kind="small")
        self._copy = button(look, self.tr("Copy to another disk"), self._pick_copy, icon="download", kind="small")
        self._mask = button(look, self.tr("Copy with numbers masked"), self._pick_mask, icon="eye", kind="small")
        self._state, self._second, self._left_out = Banner(context), Banner(context), Banner(context)
        self._facts = label("", "hint")
        self._masked = label("", "hint")
        self._work = self._work_line()
        ways = QWidget()
        ways.setLayout(FlowLayout().add_all(self._make, self._check, self._copy, self._mask))
        place = row(Field(context, self.tr("Where the backup goes"), self._folder), pick)
        place.setAlignment(pick, Qt.AlignmentFlag.AlignBottom)
        promise = label(
            self.tr(
                "Every file is copied, then read back and compared byte for byte. Only a backup that was read back "
                "opens the step at the device."
            ),
            "hint",
        )
        notice = label(
            self.tr(
                "For somebody else: text files with card, telephone and identity numbers masked. Names stay, and "
                "photos, PDF files and workbooks are left out."
            ),
            "caption",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            card(
                label(self.tr("The backup"), "cardTitle"),
                promise,
                place,
                self._state,
                self._facts,
                self._left_out,
                self._second,
                self._work,
                ways,
                notice,
                self._masked,
                spacing=10,
            )
        )

    def _work_line(self) -> QWidget:
        self._what = label("", "strong")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(self._context.look.px(10))
        self._stop = button(self._context.look, self.tr("Stop"), self._on_stop, icon="x", kind="small")
        held = QWidget()
        line = row(spacing=16)
        line.addLayout(column(self._what, self._bar, spacing=6), 1)
        line.addWidget(self._stop)
        held.setLayout(line)
        held.hide()
        return held

    def tell(self, backup: Backup) -> None:
        """Show what is known of the bag."""
        if self._folder.text() != backup.folder:
            self._folder.setText(backup.folder)
        state = proof(backup)
        made = state is not BackupProof.NONE
        self._state.tell(*self._said(backup, state))
        self._facts.setText(self._facts_of(backup))
        self._facts.setVisible(made)
        self._check.setEnabled(made)
        self._copy.setEnabled(state is BackupProof.GOOD)
        if made:
            self._second.tell(*self._second_copy(backup))
        else:
            self._second.tell(Tone.NEUTRAL, "")
        if backup.bag_left_out and self._left_out.isHidden():
            self._left_out.tell(Tone.AMBER, self._lost(backup.bag_left_out, ()))
        self._masked.setText(self.tr("Masked copy: %1").replace("%1", backup.masked))
        self._masked.setVisible(bool(backup.masked))

    def _said(self, backup: Backup, state: BackupProof) -> tuple[Tone, str]:
        if state is BackupProof.GOOD and backup.checked_on is not None:
            day = self._context.long_day(backup.checked_on)
            if backup.bag_left_out:
                text = self.tr("Not whole: %n chosen file(s) are not in it.", "", backup.bag_left_out)
                right = self.tr("What is in it was read back on %1 and is right.").replace("%1", day)
                return Tone.AMBER, f"{text} {right}"
            return Tone.OK, self.tr("Read back on %1: every byte is right.").replace("%1", day)
        if state is BackupProof.BAD:
            text = self.tr("%n thing(s) in the backup are not as they were. Make a new one.", "", backup.faults or 0)
            return Tone.SEAL, text
        if state is BackupProof.UNCHECKED:
            return Tone.AMBER, self.tr("Not checked yet.")
        return Tone.NEUTRAL, self.tr("There is no backup yet.")

    def _facts_of(self, backup: Backup) -> str:
        size = self._kit_size(backup.bag_bytes or 0)
        files = self.tr("%n file(s)", "", backup.bag_files or 0)
        return f"{files} · {size} · {backup.bag}"

    def _kit_size(self, size: int) -> str:
        return self.locale().formattedDataSize(size)

    def _second_copy(self, backup: Backup) -> tuple[Tone, str]:
        if copy_is_good(backup):
            return Tone.OK, self.tr("Second copy on another disk, read back: %1").replace("%1", backup.copy)
        if backup.copy and backup.copy_id == backup.bag_id:
            text = self.tr("The second copy is on the same disk. If the disk fails, both are gone: choose another one.")
            return Tone.AMBER, text
        return Tone.AMBER, self.tr("Put a second copy on another disk or a USB stick.")

    def say_left_out(self, names: Sequence[str]) -> None:
        """Name the files that could not be taken."""
        self._left_out.tell(Tone.AMBER, self._lost(len(names), names) if names else "")

    def _lost(self, count: int, names: Sequence[str]) -> str:
        text = self.tr("%n file(s) could not be taken: gone, in use, or a link.", "", count)
        if not names:
            return text
        shown = "\n".join(names[:_SHOWN_NAMES]) + ("\n…" if len(names) > _SHOWN_NAMES else "")
        advice = self.tr("Everything else is safe. Close the programs that use them and make the backup again.")
        return f"{text}\n{shown}\n{advice}"

    def begin(self, what: str) -> None:
        """Show that work goes on, with a way to stop it."""
        self._what.setText(what)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(what)
        self._stop.setEnabled(True)
        self._work.show()
        for each in (self._make, self._check, self._copy, self._mask):
            each.setEnabled(False)

    def follow(self, news: object) -> None:
        """Show how far the work is: bytes done, bytes in all and the file at hand."""
        if isinstance(news, tuple):
            done, total, name = news
            self._bar.setRange(0, _STEPS)
            self._bar.setValue(done * _STEPS // max(total, 1))
            self._bar.setToolTip(shown_plain(str(name)))

    def finish(self, backup: Backup) -> None:
        """Put the work line away."""
        self._work.hide()
        self._make.setEnabled(True)
        self._mask.setEnabled(True)
        self.tell(backup)

    def _on_stop(self) -> None:
        self._stop.setEnabled(False)
        self._what.setText(self.tr("Stopping …"))
        self.stop_asked.emit()

    def _pick_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose where the backup goes"), self._folder.text())
        if name:
            self.folder_chosen.emit(str(Path(name)))

    def _pick_copy(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder on another disk"))
        if name:
            self.copy_asked.emit(str(Path(name)))

    def _pick_mask(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose where the masked copy goes"))
        if name:
            self.mask_asked.emit(str(Path(name)))
