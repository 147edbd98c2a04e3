"""Draws the rows of the outstanding list with the tokens: headings, cells, and tags on their soft colour."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from pos_closeout.domain.open_items import OpenItem
from pos_closeout.ui.kit import Kit
from pos_closeout.ui.open_items.found import Group
from pos_closeout.ui.open_items.model import LEFT, RIGHT, Column, ItemModel
from pos_closeout.ui.open_items.words import Tag, due_tag, group_tag
from pos_closeout.ui.style.tokens import Tone

PADDING = 10
"""Left and right of each cell in pixels, as the style sheet gives the header."""


class ItemDelegate(QStyledItemDelegate):
    """Draws what the model says; nothing is made per row."""

    def __init__(self, kit: Kit, model: ItemModel, today: date) -> None:
        super().__init__(model)
        self._kit, self._model, self._today = kit, model, today
        self._text_font = self._font(14)
        self._bold_font = self._font(14, QFont.Weight.DemiBold)
        self._tag_font = self._font(13)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row; the width is the column's."""
        return QSize(super().sizeHint(option, index).width(), self._kit.look.px(38))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        entry = self._model.entry(index.row())
        area: QRect = option.rect  # type: ignore[attr-defined]  # missing from the stubs
        selected = _is_selected(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(entry, Group):
            self._draw_heading(painter, area, entry)
        elif entry is not None:
            self._draw_cell(painter, area, entry, index, selected=selected)
        painter.setPen(QColor(self._kit.look.tokens.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if selected and _has_focus(option):
            painter.setPen(QColor(self._kit.look.tokens.accent))
            painter.drawLine(area.topLeft(), area.topRight())
            painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.restore()

    def _draw_heading(self, painter: QPainter, area: QRect, group: Group) -> None:
        look, tag = self._kit.look, group_tag(group.due)
        tokens = look.tokens
        colour = tokens.foreground(tag.tone) if tag.tone in {Tone.SEAL, Tone.AMBER} else tokens.ink
        painter.fillRect(area, QColor(tokens.bg))
        size = look.px(18)
        at = area.left() + PADDING
        painter.drawPixmap(at, area.center().y() - size // 2, look.pixmap(tag.icon, colour))
        words = area.adjusted(PADDING + size + look.px(6), 0, -PADDING, 0)
        painter.setFont(self._bold_font)
        painter.setPen(QColor(colour))
        _draw_text(painter, words, self._model.heading(group))

    def _draw_cell(
        self,
        painter: QPainter,
        area: QRect,
        item: OpenItem,
        index: QModelIndex | QPersistentModelIndex,
        *,
        selected: bool,
    ) -> None:
        look = self._kit.look
        if selected:
            painter.fillRect(area, QColor(look.tokens.accent_soft))
            if index.column() == 0:
                # A bar beside the soft colour: the row in use must not be told by colour alone.
                painter.fillRect(QRect(area.left(), area.top(), 3, area.height() - 1), QColor(look.tokens.accent))
        if index.column() == Column.DUE:
            self._draw_tag(painter, area, due_tag(self._kit, item, self._today))
            return
        words = area.adjusted(PADDING, 0, -PADDING, 0)
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        painter.setFont(self._text_font)
        painter.setPen(QColor(look.tokens.ink))
        _draw_text(painter, words, text, Column(index.column()))

    def _draw_tag(self, painter: QPainter, area: QRect, tag: Tag) -> None:
        look = self._kit.look
        colour, icon = look.tokens.foreground(tag.tone), look.px(14)
        painter.setFont(self._tag_font)
        room = area.width() - PADDING * 2 - icon - look.px(20)
        text = painter.fontMetrics().elidedText(tag.text, Qt.TextElideMode.ElideRight, room)
        width = icon + look.px(20) + painter.fontMetrics().horizontalAdvance(text)
        height = look.px(22)
        pill = QRect(area.left() + PADDING, area.center().y() - height // 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tokens.background(tag.tone)))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPixmap(pill.left() + look.px(8), pill.center().y() - icon // 2, look.pixmap(tag.icon, colour, 14))
        words = pill.adjusted(look.px(12) + icon, 0, 0, 0)
        painter.setPen(QColor(colour))
        painter.drawText(words, LEFT, text)

    def _font(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont()
        font.setPixelSize(self._kit.look.px(size))
        font.setWeight(weight)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font


def _draw_text(painter: QPainter, area: QRect, text: str, column: Column = Column.KIND) -> None:
    # A card number is known by its last four digits: the middle goes first when room is short.
    middle = column is Column.ORIGINAL
    elide = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(text, elide, area.width())
    painter.drawText(area, RIGHT if column is Column.AMOUNT else LEFT, shown)


def _is_selected(option: QStyleOptionViewItem) -> bool:
    state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]  # missing from the stubs
    return bool(state & QStyle.StateFlag.State_Selected)


def _has_focus(option: QStyleOptionViewItem) -> bool:
    """Return whether the keys go to the table."""
    view: QWidget | None = option.widget  # type: ignore[attr-defined]  # missing from the stubs
    return view is not None and view.hasFocus()
