"""The papers of a submission in a list with boxes, to print or save them in one go."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QGridLayout, QVBoxLayout, QWidget

from pos_closeout.actions.papers.envelope import EnvelopePaper
from pos_closeout.domain.case.issued_papers import PaperKind
from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.basic import button, label, row
from pos_closeout.ui.widgets.combo_box import ComboBox

_MOST_COPIES = 9


class EnvelopeDialog(QDialog):
    """Asks which papers are wanted and how often.

    Args:
        context: look and texts.
        papers: in the order in which they are printed.
        parent: the window it stands over.
    """

    print_asked = Signal(object)
    save_asked = Signal(object)
    """Both carry the papers wanted and their copies, as a tuple of (kind, number)."""

    def __init__(self, context: Context, papers: Sequence[EnvelopePaper], parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(self.tr("Papers for the acquirer"))
        self.setMinimumWidth(context.look.px(520))
        self._rows = [(each.kind, *self._boxes(each)) for each in papers]
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        for number, (paper, (_, box, copies)) in enumerate(zip(papers, self._rows, strict=True)):
            grid.addWidget(box, 2 * number, 0)
            grid.addWidget(copies, 2 * number, 1)
            grid.addWidget(label(self._note(paper), "hint"), 2 * number + 1, 0, 1, 2)
        self._print = button(context.look, self.tr("&Print"), self._on_print, icon="printer", kind="primary")
        self._save = button(context.look, self.tr("&Save as one PDF"), self._on_save, icon="file-down")
        self._print.setDefault(True)
        buttons = row()
        buttons.addWidget(button(context.look, self.tr("Cancel"), self.reject))
        buttons.addStretch()
        buttons.addWidget(self._save)
        buttons.addWidget(self._print)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("Print all papers of this application"), "cardTitle"))
        layout.addWidget(label(self.tr("They come out in this order, each as often as you say."), "hint"))
        layout.addLayout(grid)
        layout.addStretch()
        layout.addLayout(buttons)

    def chosen(self) -> tuple[tuple[PaperKind, int], ...]:
        """Return the papers that are ticked, with their copies."""
        return tuple((kind, copies.currentIndex() + 1) for kind, box, copies in self._rows if box.isChecked())

    def _boxes(self, paper: EnvelopePaper) -> tuple[QCheckBox, QComboBox]:
        box, copies = QCheckBox(paper.name), ComboBox()
        box.setAccessibleName(paper.name)
        box.setChecked(True)
        copies.addItems([self.tr("%n copy(ies)", "", number) for number in range(1, _MOST_COPIES + 1)])
        copies.setCurrentIndex(paper.copies - 1)
        copies.setAccessibleName(self.tr("Copies: {paper}").format(paper=paper.name))
        box.toggled.connect(copies.setEnabled)
        box.toggled.connect(lambda: self._allow())
        return box, copies

    def _note(self, paper: EnvelopePaper) -> str:
        parts = [self.tr("Needs your seal or signature.") if paper.sealed else self.tr("Needs your signature.")]
        if paper.kind is PaperKind.LETTER:
            parts.append(self.tr("One is for the acquirer; have the other stamped as received and keep it."))
        if paper.missing:
            parts.append(self.tr("Still blank: {fields}").format(fields=", ".join(paper.missing)))
        return " ".join(parts)

    def _allow(self) -> None:
        for each in (self._print, self._save):
            each.setEnabled(bool(self.chosen()))

    def _on_print(self) -> None:
        chosen = self.chosen()
        self.accept()
        self.print_asked.emit(chosen)

    def _on_save(self) -> None:
        chosen = self.chosen()
        self.accept()
        self.save_asked.emit(chosen)
