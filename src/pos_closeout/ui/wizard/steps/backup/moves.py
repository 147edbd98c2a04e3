"""Data on its way to the next place: what, who, how much before and after, signed off."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.moving import Move, Moved, MoveState, differences, move_state, needs_warning
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.basic import button, card, clear_layout, column, icon_label, label, row, rule
from pos_closeout.ui.wizard.steps.backup.move_editor import MoveEditor, moved_names


class MovesCard(QWidget):
    """Lists the moves; the pencil opens one."""

    changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._case, self._today = context, Case(), date.min
        self._shown: tuple[Move, ...] | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        add = row(button(context.look, self.tr("Add data to move"), self._added, icon="plus", kind="primarySmall"))
        add.addStretch()
        hint = label(
            self.tr("Till software, members and their balances, statements, recurring agreements: count them before "
                    "and after, so that nothing is lost on the way."),
            "hint",
        )  # fmt: skip
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card(label(self.tr("Data to move"), "cardTitle"), hint, self._lines, add, spacing=10))

    def tell(self, case: Case, today: date) -> None:
        """Show the moves of a case."""
        self._case, self._today = case, today
        if case.moves == self._shown:
            return
        self._shown = case.moves
        clear_layout(self._lines)
        for place, move in enumerate(case.moves):
            if place:
                self._lines.addWidget(rule())
            self._lines.addLayout(self._line(place, move))

    def _line(self, place: int, move: Move) -> QVBoxLayout:
        context = self._context
        name = self.tr("Edit move %1").replace("%1", str(place + 1))
        pencil = button(context.look, "", lambda: self._edit(place), icon="pencil", kind="quiet", name=name)
        way = " → ".join(part for part in (move.source, move.target) if part)
        head = " · ".join(part for part in (moved_names()[move.what], way, move.who) if part)
        told = column(row(label(head, "strong"), pencil), spacing=3)
        counts = self._counts(move)
        if counts:
            told.addWidget(label(counts, "hint"))
        if needs_warning(move):
            text = self.tr("Somebody outside gets personal data of customers, and there is no agreement with them yet.")
            told.addLayout(self._marked("triangle-alert", Tone.AMBER, text))
        told.addLayout(self._marked(*self._state(move)))
        return told

    def _counts(self, move: Move) -> str:
        context, parts = self._context, []
        entries, fen = differences(move)
        if move.count_before is not None or move.count_after is not None:
            parts.append(f"{_or_dash(move.count_before)} → {_or_dash(move.count_after)} ({entries:+d})")
        if move.fen_before is not None or move.fen_after is not None:
            sign = "-" if fen < 0 else "+"
            before, after = context.yuan(move.fen_before) or "–", context.yuan(move.fen_after) or "–"
            parts.append(f"{before} → {after} ({sign}{context.yuan(abs(fen))})")
        return " · ".join(parts)

    def _state(self, move: Move) -> tuple[str, Tone, str]:
        if move_state(move) is MoveState.SIGNED and move.signed_on is not None:
            text = self.tr("Signed off by %1 on %2").replace("%1", move.signed_by)
            return "circle-check", Tone.OK, text.replace("%2", self._context.long_day(move.signed_on))
        words = {
            MoveState.OPEN: self.tr("To be counted before and after"),
            MoveState.DIFFERS: self.tr("The counts differ. Find out why, or write down the reason."),
        }
        tone = Tone.SEAL if move_state(move) is MoveState.DIFFERS else Tone.NEUTRAL
        icon = "octagon-alert" if tone is Tone.SEAL else "circle"
        return icon, tone, words.get(move_state(move), self.tr("To be signed off"))

    def _marked(self, icon: str, tone: Tone, text: str) -> QVBoxLayout:
        line = row(icon_label(self._context.look, icon, tone, 16, top=True), label(text, "hint", tone=tone), spacing=6)
        return column(line)

    def _edit(self, place: int) -> None:
        moves = self._case.moves
        editor = MoveEditor(self._context, moves[place], self.window(), new=False)
        if editor.exec() == MoveEditor.DialogCode.Accepted:
            self._emit((*moves[:place], editor.value(), *moves[place + 1 :]))
        elif editor.removed:
            self._emit(moves[:place] + moves[place + 1 :])

    def _added(self) -> None:
        editor = MoveEditor(self._context, Move(what=Moved.MEMBERS), self.window(), new=True)
        if editor.exec() == MoveEditor.DialogCode.Accepted:
            self._emit((*self._case.moves, editor.value()))

    def _emit(self, moves: tuple[Move, ...]) -> None:
        self.changed.emit(replace(self._case, moves=moves))


def _or_dash(count: int | None) -> str:
    return "–" if count is None else str(count)
