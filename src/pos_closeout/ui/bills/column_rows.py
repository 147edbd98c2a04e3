"""One line for each column of a table: its name, what stands in it, and a box with what it means."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from pos_closeout.ui.bills.words import ROLES, role_name
from pos_closeout.ui.context import Context
from pos_closeout.ui.widgets.basic import clear_layout, column, label
from pos_closeout.ui.widgets.combo_box import ComboBox


class ColumnRows(QWidget):
    """Tab goes from box to box; a meaning given to a second column is taken from the first."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.boxes: dict[str, QComboBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)

    def show_columns(
        self, named: Sequence[tuple[str, str]], samples: Mapping[str, Sequence[str]], meanings: Mapping[str, str]
    ) -> None:
        """Show the columns as (comparable name, name as it stands), with their first texts, and what they may mean."""
        clear_layout(self._grid)
        self.boxes = {}
        meant = {name: role for role, name in meanings.items()}
        for at, (name, shown) in enumerate(named):
            texts = " · ".join(text for text in samples.get(name, ()) if text) or self.tr("nothing in the first rows")
            box = self._box(shown, meant.get(name, ""))
            self.boxes[name] = box
            # Qt would take the letter after a lone & as a shortcut.
            title = label(shown.replace("&", "&&"), "strong")
            title.setBuddy(box)
            self._grid.addLayout(column(title, label(texts, "caption"), spacing=0), at, 0)
            self._grid.addWidget(box, at, 1)

    def columns(self) -> dict[str, str]:
        """Return role to comparable name."""
        return {str(box.currentData()): name for name, box in self.boxes.items() if box.currentData()}

    def _box(self, shown: str, role: str) -> QComboBox:
        box = ComboBox()
        box.addItem(self.tr("column not used"), "")
        for each in ROLES:
            box.addItem(role_name(each), each)
        box.setCurrentIndex(max(box.findData(role), 0))
        box.setAccessibleName(self.tr("Meaning of the column {name}").format(name=shown))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.currentIndexChanged.connect(lambda: self._taken(box))
        return box

    def _taken(self, box: QComboBox) -> None:
        role = box.currentData()
        for other in self.boxes.values():
            if role and other is not box and other.currentData() == role:
                with QSignalBlocker(other):
                    other.setCurrentIndex(0)
        self.changed.emit()
