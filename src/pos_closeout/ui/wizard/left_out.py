"""What was left out because it does not concern the owner: how much, what and why, and the way back."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from pos_closeout.actions.papers.left_out import LeftOutKind, NamedLeftOut, group_of, name_spared
from pos_closeout.actions.papers.letter import open_documents
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.eligibility.concerns import bring_back, leave_out_again
from pos_closeout.domain.papers.left_out import spared
from pos_closeout.ui.context import Context, Runner
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, clear_layout, column, icon_label, label, row, rule, scrolled, tag
from pos_closeout.ui.widgets.dialog_size import fit
from pos_closeout.ui.wizard.situation import Situation


class LeftOutLine(QWidget):
    """Says how much was left out and opens the list; hidden while it is nothing. ``changed`` carries the new case.

    Args:
        context: look and texts.
        groups: what to count; everything where nothing is named.
    """

    changed = Signal(object)

    def __init__(self, context: Context, groups: Iterable[LeftOutKind] = LeftOutKind) -> None:
        super().__init__()
        self._context, self._groups = context, frozenset(groups)
        self._now: Situation | None = None
        self._told = label("", "hint")
        self.show_list = button(context.look, self.tr("See what and why"), self._open, kind="small")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(icon_label(context.look, "info", Tone.ACCENT, 18))
        layout.addWidget(self._told, 1)
        layout.addWidget(self.show_list)

    def tell(self, now: Situation) -> None:
        """Count what is left out of a case."""
        self._now = now
        found = [each for each in spared(now.case, now.items, now.today) if group_of(each.concern) in self._groups]
        left = sum(not each.back for each in found)
        self._told.setText(
            self.tr("%n thing(s) that do not concern you were left out.", "", left)
            if left
            else self.tr("Nothing is left out any more; you brought all of it back.")
        )
        self.setVisible(bool(found))

    def _open(self) -> None:
        if self._now is None:
            return
        dialog = LeftOutDialog(self._context, self._now, self._groups, self.window())
        dialog.exec()
        if dialog.case != self._now.case:
            self.changed.emit(dialog.case)


class LeftOutDialog(QDialog):
    """Lists what was left out with its reason; each can be brought back and left out again.

    Attributes:
        case: the case with what was brought back.
    """

    def __init__(self, context: Context, now: Situation, groups: frozenset[LeftOutKind], parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._now, self._groups = context, now, groups
        self.case: Case = now.case
        self.setWindowTitle(self.tr("What does not concern you"))
        fit(self, context.look, 720, 600)
        inner = QWidget()
        self._lines = QVBoxLayout(inner)
        self._lines.setContentsMargins(24, 8, 24, 16)
        self._lines.setSpacing(8)
        told = self.tr("It follows from who you are, which device it is, and why. You may have any of it back.")
        close = button(context.look, self.tr("&Close"), self.accept, kind="primary")
        close.setDefault(True)
        bottom = row(margins=(24, 12, 24, 12))
        bottom.addStretch()
        bottom.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        title = label(self.tr("What does not concern you"), "title")
        layout.addLayout(column(title, label(told, "hint"), spacing=4, margins=(24, 20, 24, 8)))
        layout.addWidget(scrolled(inner), 1)
        layout.addLayout(bottom)
        # The words of papers take a moment to read.
        self._reading = Runner(partial(context.tell, self), self)
        self._reading.done.connect(self._show)
        self._read()

    def _read(self) -> None:
        context, now, case = self._context, self._now, self.case
        documents, guidance = open_documents(context.paths.resources), context.guidance
        language = LetterLanguage(context.language)
        self._reading.run(
            lambda _job: name_spared(documents, guidance, case, now.items, language=language, today=now.today)
        )

    def _group_names(self) -> dict[LeftOutKind, str]:
        return {
            LeftOutKind.QUESTION: self.tr("Questions"),
            LeftOutKind.PAPER: self.tr("Papers"),
            LeftOutKind.ATTACHMENT: self.tr("Documents to bring"),
            LeftOutKind.NOTICE: self.tr("Who is told"),
            LeftOutKind.TASK: self.tr("Tasks on the device"),
        }

    def _show(self, found: Sequence[NamedLeftOut]) -> None:
        clear_layout(self._lines)
        for group, name in self._group_names().items():
            of_group = [each for each in found if each.group is group and group in self._groups]
            if of_group:
                self._lines.addWidget(label(name, "cardTitle"))
            for each in of_group:
                self._lines.addWidget(self._line(each))
                self._lines.addWidget(rule())
        self._lines.addStretch()

    def _line(self, left: NamedLeftOut) -> QWidget:
        look = self._context.look
        words = column(label(left.name, "strong"), label(left.why, "hint"), spacing=2)
        held = QWidget()
        line = QHBoxLayout(held)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(10)
        line.addLayout(words, 1)
        if left.back:
            line.addWidget(tag(look, "undo-2", self.tr("brought back"), Tone.ACCENT))
        text = self.tr("Leave out again") if left.back else self.tr("Bring back")
        act = button(look, text, partial(self._turn, left), kind="small")
        act.setAccessibleName(f"{text}: {left.name}")
        line.addWidget(act)
        return held

    def _turn(self, left: NamedLeftOut) -> None:
        change = leave_out_again if left.back else bring_back
        self.case = change(self.case, left.concern)
        self._read()
