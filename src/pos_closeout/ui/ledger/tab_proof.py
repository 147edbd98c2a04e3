"""The files that prove an item: added, opened in the viewer of the system, or moved to the bin."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem

from pos_closeout.actions.items.proofs import attach_proof, proof_path, remove_proof
from pos_closeout.domain.ledger.item_file import ItemFile, Proof
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.item_tab import ItemTab, moment
from pos_closeout.ui.plain_text import shown_plain
from pos_closeout.ui.widgets.attachment_question import files_to_keep
from pos_closeout.ui.widgets.basic import button, label, row

_KIB = 1024


class ProofTab(ItemTab):
    """Files can be dropped here as well."""

    def __init__(self, context: Context, item_id: int) -> None:
        super().__init__(context, item_id)
        self.setAcceptDrops(True)
        self._proofs: tuple[Proof, ...] = ()
        look = context.look
        self._wanted = label("", "hint")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Files kept as proof"))
        self.list.setWordWrap(True)
        self.list.itemActivated.connect(lambda: self._open())
        self.list.itemSelectionChanged.connect(self._tell_buttons)
        self._look = button(look, self.tr("Open"), self._open, icon="eye", kind="small")
        self._remove = button(look, self.tr("Move to the bin"), self._take_off, icon="trash-2", kind="small")
        add = button(look, self.tr("Add files…"), self._choose, icon="file-plus", kind="primarySmall")
        line = row(add, self._look, self._remove)
        line.addStretch()
        self.body.addWidget(self._wanted)
        self.body.addLayout(line)
        self.body.addWidget(self.list, 1)
        safe = self.tr(
            "Files are copied into the data folder and known by their SHA-256. Nothing is thrown away: what you take "
            "off lies in the folder “attachments/bin”."
        )
        self.body.addWidget(label(safe, "caption"))

    def refresh(self, file: ItemFile) -> None:
        """Show the files."""
        self._proofs = file.proofs
        clears = self.context.say(self.context.guidance.kinds[file.item.kind].proof)
        self._wanted.setText(self.tr("What clears it: {proof}").format(proof=clears))
        self.list.clear()
        for proof in file.proofs:
            size = max(1, proof.size // _KIB)
            told = f"{proof.name}\n{moment(proof.at)} · {size:,} KB · SHA-256 {proof.sha256[:16]}…"
            entry = QListWidgetItem(self.context.look.icon("file-text", self.context.look.tokens.ink), told)
            entry.setToolTip(shown_plain(f"SHA-256 {proof.sha256}"))
            self.list.addItem(entry)
        if file.proofs:
            self.list.setCurrentRow(0)
        self._tell_buttons()

    def add(self, files: list[Path]) -> None:
        """Keep files as proof."""
        for file in files_to_keep(self, files):
            if not self.attempt(partial(attach_proof, self.context.store, self.item_id, file, self.context.clock())):
                break

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Del on the list."""
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self._take_off()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the files dropped."""
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _choose(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self.window(), self.tr("Choose proof"))
        self.add([Path(name) for name in names])

    def _chosen(self) -> Proof | None:
        at = self.list.currentRow()
        return self._proofs[at] if 0 <= at < len(self._proofs) else None

    def _open(self) -> None:
        proof = self._chosen()
        if proof is not None:
            self.attempt(lambda: self._show(proof_path(self.context.store, self.item_id, proof.id)))

    def _show(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _take_off(self) -> None:
        proof = self._chosen()
        if proof is not None:
            self.attempt(lambda: remove_proof(self.context.store, self.item_id, proof.id, self.context.clock()))

    def _tell_buttons(self) -> None:
        for each in (self._look, self._remove):
            each.setEnabled(self._chosen() is not None)
