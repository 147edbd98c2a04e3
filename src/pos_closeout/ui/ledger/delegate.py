"""Draws the rows of the outstanding list with the tokens: headings, cells, and tags on their soft colour."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.ui.context import Context
from pos_closeout.ui.ledger.model import LEFT, RIGHT, ItemColumn, ItemModel
from pos_closeout.ui.ledger.query import Group
from pos_closeout.ui.ledger.words import Tag, due_tag, group_tag
from pos_closeout.ui.style.look import Look
from pos_closeout.ui.style.tokens import Tone

PADDING = 10
"""Left and right of each cell in pixels, as the style sheet gives the header."""

_MOST_CUT = 4_000
"""How many cut texts are kept."""


class ItemDelegate(QStyledItemDelegate):
    """Draws what the model says; nothing is made per row."""

    def __init__(self, context: Context, model: ItemModel) -> None:
        super().__init__(model)
        self._context, self._model = context, model
        self._text_font = cell_font(context.look, 14)
        self._bold_font = cell_font(context.look, 14, QFont.Weight.DemiBold)
        self._tag_font = cell_font(context.look, 13)
        tokens = context.look.tokens
        self._line, self._accent, self._ink = QColor(tokens.line), QColor(tokens.accent), QColor(tokens.ink)
        self._cut: dict[tuple[str, int, ItemColumn | None], str] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row; the width is the column's."""
        return QSize(super().sizeHint(option, index).width(), self._context.look.px(38))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        entry = self._model.entry(index.row())
        area: QRect = option.rect  # type: ignore[attr-defined]  # missing from the stubs
        selected = _is_selected(option, index)
        painter.save()
        if isinstance(entry, Group):
            self._draw_heading(painter, area, entry)
        elif entry is not None:
            self._draw_cell(painter, area, entry, ItemColumn(index.column()), selected=selected)
        # Filled and not drawn: lines one pixel thin, at a third of the time.
        width = area.width()
        painter.fillRect(area.left(), area.bottom(), width, 1, self._line)
        if selected and _is_current(option, index) and _has_focus(option):
            painter.fillRect(area.left(), area.top(), width, 2, self._ink)
            painter.fillRect(area.left(), area.bottom() - 1, width, 2, self._ink)
        painter.restore()

    def _draw_heading(self, painter: QPainter, area: QRect, group: Group) -> None:
        look, tag = self._context.look, group_tag(group.due)
        tokens = look.tokens
        colour = tokens.foreground(tag.tone) if tag.tone in {Tone.SEAL, Tone.AMBER} else tokens.ink
        painter.fillRect(area, QColor(tokens.bg))
        size = look.px(18)
        at = area.left() + PADDING
        painter.drawPixmap(at, area.center().y() - size // 2, look.pixmap(tag.icon, colour))
        words = area.adjusted(PADDING + size + look.px(6), 0, -PADDING, 0)
        painter.setFont(self._bold_font)
        painter.setPen(QColor(colour))
        self._draw_text(painter, words, self._model.heading(group))

    def _draw_cell(self, painter: QPainter, area: QRect, item: OpenItem, column: ItemColumn, *, selected: bool) -> None:
        if selected:
            painter.fillRect(area, QColor(self._context.look.tokens.accent_soft))
            if column is ItemColumn.KIND:
                # A bar beside the soft colour: the row in use must not be told by colour alone.
                painter.fillRect(area.left(), area.top(), 3, area.height() - 1, self._accent)
        if column is ItemColumn.DUE:
            self._draw_tag(painter, area, due_tag(self._context, item, self._context.today))
            return
        text = self._model.text(item, column)
        if text:
            painter.setFont(self._text_font)
            painter.setPen(self._ink)
            self._draw_text(painter, area.adjusted(PADDING, 0, -PADDING, 0), text, column)

    def _draw_tag(self, painter: QPainter, area: QRect, tag: Tag) -> None:
        look = self._context.look
        colour, icon = look.tokens.foreground(tag.tone), look.px(14)
        painter.setFont(self._tag_font)
        room = area.width() - PADDING * 2 - icon - look.px(20)
        cut = tag.short and painter.fontMetrics().horizontalAdvance(tag.text) > room
        text = painter.fontMetrics().elidedText(tag.short if cut else tag.text, Qt.TextElideMode.ElideRight, room)
        width = icon + look.px(20) + painter.fontMetrics().horizontalAdvance(text)
        height = look.px(22)
        pill = QRect(area.left() + PADDING, area.center().y() - height // 2, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tokens.background(tag.tone)))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPixmap(pill.left() + look.px(8), pill.center().y() - icon // 2, look.pixmap(tag.icon, colour, 14))
        words = pill.adjusted(look.px(12) + icon, 0, 0, 0)
        painter.setPen(QColor(colour))
        painter.drawText(words, LEFT, text)

    def _draw_text(self, painter: QPainter, area: QRect, text: str, column: ItemColumn | None = None) -> None:
        # Cut once for each text and width: the same words stand in many rows, and measuring takes most of drawing.
        key = (text, area.width(), column)
        shown = self._cut.get(key)
        if shown is None:
            # A card number is known by its last four digits: the middle goes first when room is short.
            middle = column is ItemColumn.ORIGINAL
            elide = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
            if len(self._cut) >= _MOST_CUT:
                self._cut.clear()
            shown = self._cut[key] = painter.fontMetrics().elidedText(text, elide, area.width())
        painter.drawText(area, RIGHT if column is ItemColumn.AMOUNT else LEFT, shown)


def cell_font(look: Look, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the font of a cell, with figures of one width; ``size`` is in pixels at normal text."""
    font = QFont()
    font.setPixelSize(look.px(size))
    font.setWeight(weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _is_selected(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> bool:
    # Asked of the view: Python takes ten times as long to look at one flag of a state.
    view: QAbstractItemView | None = option.widget  # type: ignore[attr-defined]  # missing from the stubs
    return view is not None and view.selectionModel().isSelected(index)


def _is_current(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> bool:
    """Return whether a row is the one the keys move from, of several that may be chosen."""
    view: QAbstractItemView | None = option.widget  # type: ignore[attr-defined]  # missing from the stubs
    return view is not None and view.currentIndex().row() == index.row()


def _has_focus(option: QStyleOptionViewItem) -> bool:
    """Return whether the keys go to the table."""
    view: QWidget | None = option.widget  # type: ignore[attr-defined]  # missing from the stubs
    return view is not None and view.hasFocus()
