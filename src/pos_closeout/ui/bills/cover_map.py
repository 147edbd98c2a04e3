"""The map of months: a row for each kind of bill, a column for each month, a sign and a figure in every field."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from pos_closeout.actions.bills.inspect_file import UNMARKED
from pos_closeout.domain.bills.coverage import MonthCover, oldest_whole
from pos_closeout.ui.bills.layout_names import LayoutNames
from pos_closeout.ui.bills.words import Spans
from pos_closeout.ui.context import Context
from pos_closeout.ui.plain_text import shown_plain
from pos_closeout.ui.style.tokens import Tone

SOON_DAYS = 21
"""Days before a download closes from which it is urgent."""

_NAME_SIGNS = 22
"""Signs of a file name that are shown beside a row."""

_NOWHERE = QModelIndex()


def tone_of(cover: MonthCover) -> Tone:
    """Return the tone of a month: whole, closing soon, partly or wholly lost, open, or not begun."""
    if cover.complete:
        return Tone.OK
    if cover.days_left is not None and cover.days_left <= SOON_DAYS:
        return Tone.AMBER
    if cover.lost and cover.lost == cover.days - cover.covered:
        return Tone.SEAL
    return Tone.ACCENT if cover.covered else Tone.NEUTRAL


def sign_of(cover: MonthCover) -> str:
    """Return sign and figure of a month, which say the same as its colour."""
    if cover.complete:
        return "✓"
    signs = {Tone.AMBER: "!", Tone.SEAL: "×", Tone.ACCENT: "", Tone.NEUTRAL: "–"}
    sign = signs[tone_of(cover)]
    return f"{sign} {cover.covered}/{cover.days}".strip() if cover.covered else sign


def most_urgent(covers: Sequence[MonthCover]) -> MonthCover:
    """Return the oldest whole month of a bill never imported, else the one that closes first, else the last one."""
    never = oldest_whole(each for each in covers if not each.imported)
    if never is not None:
        return never
    closing = [each for each in covers if each.days_left is not None]
    if closing:
        return min(closing, key=lambda each: each.days_left or 0)
    return max(covers, key=lambda each: each.month)


class CoverModel(QAbstractTableModel):
    """Months by kind of bill."""

    def __init__(self, context: Context, names: LayoutNames, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._names = context, names
        self.families: tuple[str, ...] = ()
        self.months: tuple[date, ...] = ()
        self._covers: dict[tuple[str, date], MonthCover] = {}
        self._files: Mapping[str, str] = {}

    def show(self, covers: Sequence[MonthCover], names: Mapping[str, str]) -> None:
        """Show another map."""
        self.beginResetModel()
        self._files = {source: name for source, name in names.items() if source.startswith(UNMARKED)}
        self.families = tuple(dict.fromkeys(each.source for each in covers))
        self.months = tuple(sorted({each.month for each in covers}))
        self._covers = {(each.source, each.month): each for each in covers}
        self.endResetModel()

    def cover(self, row: int, column: int) -> MonthCover | None:
        """Return what is known about a field."""
        if not (0 <= row < len(self.families) and 0 <= column < len(self.months)):
            return None
        return self._covers.get((self.families[row], self.months[column]))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many kinds of bills there are."""
        return 0 if parent.isValid() else len(self.families)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many months there are."""
        return 0 if parent.isValid() else len(self.months)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return sign, colours and the sentence of a field."""
        cover = self.cover(index.row(), index.column())
        if cover is None:
            return None
        tokens, tone = self._context.look.tokens, tone_of(cover)
        if role == Qt.ItemDataRole.DisplayRole:
            return sign_of(cover)
        if role == Qt.ItemDataRole.BackgroundRole:
            return QColor(tokens.background(tone))
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(tokens.foreground(tone))
        if role == Qt.ItemDataRole.ToolTipRole:
            return shown_plain(self.status_text(cover))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.status_text(cover)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the month above or the kind of bill beside."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self._beside(section)
        return self._month_short(self.months[section])

    def _beside(self, section: int) -> str:
        """Return what a row is: the kind of bill, and the file by which unknown tables are told apart."""
        source, first = self.families[section], self.cover(section, 0)
        more = self._files.get(source, "")
        if len(more) > _NAME_SIGNS:
            more = f"{more[: _NAME_SIGNS // 2]}…{more[-_NAME_SIGNS // 2 :]}"
        if first is not None and not first.imported:
            more = self.tr("nothing imported yet")
        return f"{self._names.family(source)}\n{more}" if more else self._names.family(source)

    @property
    def two_lines(self) -> bool:
        """Whether a row needs two lines for its name."""
        return any("\n" in self._beside(at) for at in range(len(self.families)))

    def status_text(self, cover: MonthCover) -> str:
        """Say in a sentence how a month stands."""
        parts = [self._names.family(cover.source), self._files.get(cover.source, ""), self.month_long(cover.month)]
        head = " · ".join(part for part in parts if part)
        if cover.complete:
            return self.tr("{head}: every day is imported.").format(head=head)
        parts = [
            self.tr("{have} of {all} days are imported").format(have=cover.covered, all=cover.days)
            if cover.imported
            else self.tr("no bill of this kind has been imported yet")
        ]
        if cover.lost:
            parts.append(self.tr("%n day(s) can no longer be downloaded", "", cover.lost))
        if cover.download_by is not None and cover.days_left is not None:
            day = self._context.long_day(cover.download_by)
            parts.append(self.tr("download by {day}, {left}").format(day=day, left=Spans().days_left(cover.days_left)))
        elif not cover.imported:
            parts.append(self.tr("ask how long it can be downloaded"))
        return f"{head}：{'；'.join(parts)}" if self._context.language == "zh" else f"{head}: {'; '.join(parts)}"

    def _month_short(self, month: date) -> str:
        first = month.month == 1 or month == self.months[0]
        if self._context.language == "zh":
            return f"{month.month}月\n{month.year}" if first else f"{month.month}月"
        name = QLocale("en_GB").monthName(month.month, QLocale.FormatType.ShortFormat)
        return f"{name}\n{month.year}" if first else name

    def month_long(self, month: date) -> str:
        """Return a month with its year, in words."""
        if self._context.language == "zh":
            return f"{month.year}年{month.month}月"
        return f"{QLocale('en_GB').monthName(month.month)} {month.year}"


class CoverMap(QTableView):
    """Arrow keys go from month to month; the one in use is explained below the map."""

    chosen = Signal()

    def __init__(self, context: Context, names: LayoutNames) -> None:
        super().__init__()
        self._context = context
        self._model = CoverModel(context, names, self)
        self.setModel(self._model)
        self.setAccessibleName(self.tr("Months that have been imported"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        card = context.look.tokens.card
        self.setStyleSheet(f"QTableCornerButton::section {{ background: {card}; border: none; }}")
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setMinimumSectionSize(10)
        across.setHighlightSections(False)
        down.setHighlightSections(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(context.look.px(40))
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().currentChanged.connect(lambda: self.chosen.emit())

    def show_covers(self, covers: Sequence[MonthCover], names: Mapping[str, str]) -> None:
        """Show a map; the most urgent month is in use then."""
        self._model.show(covers, names)
        self.verticalHeader().setDefaultSectionSize(self._context.look.px(52 if self._model.two_lines else 40))
        self._share_width()
        self.updateGeometry()
        if covers:
            self.setCurrentIndex(self._index_of(most_urgent(covers)))

    def _index_of(self, cover: MonthCover) -> QModelIndex:
        return self._model.index(self._model.families.index(cover.source), self._model.months.index(cover.month))

    def cover(self) -> MonthCover | None:
        """Return the month in use."""
        index = self.currentIndex()
        return self._model.cover(index.row(), index.column())

    def month_name(self, month: date) -> str:
        """Return a month with its year, in words."""
        return self._model.month_long(month)

    def status_text(self) -> str:
        """Say how the month in use stands."""
        cover = self.cover()
        return "" if cover is None else self._model.status_text(cover)

    def sizeHint(self) -> QSize:
        """Return a height that shows every row."""
        height = self.verticalHeader().length() + self.horizontalHeader().sizeHint().height() + 4
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """Never be lower than the rows are, up to eight of them."""
        return QSize(200, min(self.sizeHint().height(), self._context.look.px(380)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the months."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        months = len(self._model.months)
        for column in range(months):
            self.setColumnWidth(column, max(self.viewport().width() // months, 10))
