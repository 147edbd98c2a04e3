"""Coverage: which months are there, what soon can no longer be downloaded, and how to get it."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_closeout.domain.bills.coverage import MonthCover, oldest_whole
from pos_closeout.ui.bills.cover_map import SOON_DAYS, CoverMap, most_urgent
from pos_closeout.ui.bills.layout_names import LayoutNames
from pos_closeout.ui.bills.scroll_area import area
from pos_closeout.ui.bills.words import Spans
from pos_closeout.ui.context import Context
from pos_closeout.ui.style.tokens import Tone
from pos_closeout.ui.widgets.banner import Banner
from pos_closeout.ui.widgets.basic import button, card, label, row, tag
from pos_closeout.ui.widgets.combo_box import ComboBox
from pos_closeout.ui.widgets.field import Field
from pos_closeout.ui.widgets.flow import FlowLayout

_MONTHS_SHOWN = 12


class CoverView(QWidget):
    """The map above, the month in use explained below it, and the guide of its platform."""

    import_asked = Signal()

    def __init__(self, context: Context, names: LayoutNames) -> None:
        super().__init__()
        self._context, self._bill_names = context, names
        self._covers: tuple[MonthCover, ...] = ()
        self._names: Mapping[str, str] = {}
        self._pages: list[frozenset[date]] = []
        self._page = 0
        self._soon = Banner(context)
        self._map = CoverMap(context, names)
        self._map.chosen.connect(self._explain)
        self._nothing = label("", "body")
        self._told = label("", "strong")
        self._platform = ComboBox()
        for family in names.families():
            self._platform.addItem(names.family(family), family)
        self._platform.currentIndexChanged.connect(self._guide)
        self._steps = label("", "body")
        self._lay_out()
        self._guide()

    def show_covers(self, covers: Sequence[MonthCover], names: Mapping[str, str]) -> None:
        """Show what is there, the last twelve months first; ``names`` tells the files of unknown tables by source."""
        self._covers, self._names = tuple(covers), names
        self._pages = _pages(covers)
        for part in (self._map, self._legend, self._told, self._years):
            part.setVisible(bool(covers))
        self._nothing.setVisible(not any(each.imported for each in covers))
        self._tell_soon(covers)
        self._turn_to(0)

    def _turn_to(self, page: int) -> None:
        """Show one stretch of months; 0 is the last one."""
        self._page = min(max(page, 0), max(len(self._pages) - 1, 0))
        months = self._pages[self._page] if self._pages else ()
        self._map.show_covers([each for each in self._covers if each.month in months], self._names)
        self._earlier.setEnabled(self._page + 1 < len(self._pages))
        self._later.setEnabled(self._page > 0)
        self._years.setVisible(len(self._pages) > 1)
        self._explain()

    def _lay_out(self) -> None:
        look = self._context.look
        self._nothing.setText(self.tr("No bill has been imported yet. These are the ones your shop should have."))
        self._earlier = button(look, self.tr("&Earlier months"), lambda: self._turn_to(self._page + 1), kind="small")
        self._later = button(look, self.tr("&Later months"), lambda: self._turn_to(self._page - 1), kind="small")
        self._years = QWidget()
        turning = row(self._earlier, self._later)
        turning.addStretch()
        self._years.setLayout(turning)
        self._legend = QWidget()
        tags = (
            tag(look, "check", self.tr("✓ whole month"), Tone.OK),
            tag(look, "calendar", self.tr("12/30 some days"), Tone.ACCENT),
            tag(look, "triangle-alert", self.tr("! can be downloaded for a short time only"), Tone.AMBER),
            tag(look, "x", self.tr("× can no longer be downloaded"), Tone.SEAL),
            tag(look, "circle", self.tr("– nothing yet"), Tone.NEUTRAL),
        )
        held = QVBoxLayout(self._legend)
        held.setContentsMargins(0, 0, 0, 0)
        held.addLayout(FlowLayout().add_all(*tags))
        more = button(look, self.tr("Import this bill…"), self.import_asked.emit, icon="file-input", kind="small")
        ways = row(more)
        ways.addStretch()
        guide_card = card(
            label(self.tr("How to get the bill"), "cardTitle"),
            Field(self._context, self.tr("&Which bill"), self._platform),
            self._steps,
            ways,
            spacing=10,
        )
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(12)
        for part in (self._soon, self._nothing, self._map, self._years, self._legend, self._told, guide_card):
            layout.addWidget(part)
        layout.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area(inner))

    def _tell_soon(self, covers: Sequence[MonthCover]) -> None:
        """Count down to the download that closes first; a platform nothing was imported of comes before the others."""
        never = oldest_whole(each for each in covers if not each.imported)
        closing = [each for each in covers if each.days_left is not None and each.days_left <= SOON_DAYS]
        # Every day one more day is lost of what is older; what can still be had whole is worth more.
        missing = oldest_whole(each for each in closing if not each.covered)
        if never is not None:
            told = self.tr(
                "{bill}: nothing has been imported yet. {month} can be downloaded whole until {day} only ({left}); of "
                "what is older, one more day is lost every day."
            )
            self._count_down(told, never)
        elif missing is not None:
            told = self.tr(
                "{bill}: {month} is missing. It can be downloaded whole until {day} only ({left}); of what is older, "
                "one more day is lost every day."
            )
            self._count_down(told, missing)
        elif closing:
            told = self.tr(
                "{bill}: the oldest missing days can be downloaded until {day} only ({left}). After that the platform "
                "no longer gives them out."
            )
            self._count_down(told, most_urgent(closing))
        else:
            self._soon.tell(Tone.AMBER, "")

    def _count_down(self, told: str, cover: MonthCover) -> None:
        words = told.format(
            bill=self._bill_names.family(cover.source),
            month=self._map.month_name(cover.month),
            day=self._context.long_day(cover.download_by) if cover.download_by else "",
            left=Spans().days_left(cover.days_left or 0),
        )
        self._soon.tell(Tone.AMBER, words)

    def _explain(self) -> None:
        self._told.setText(self._map.status_text())
        cover = self._map.cover()
        if cover is not None:
            at = self._platform.findData(cover.source)
            self._platform.setCurrentIndex(at if at >= 0 else self._platform.findData("table"))

    def _guide(self) -> None:
        lines = self._bill_names.guide(str(self._platform.currentData()))
        self._steps.setText("\n".join(f"{at}. {line}" for at, line in enumerate(lines, 1)))


def _pages(covers: Sequence[MonthCover]) -> list[frozenset[date]]:
    """Cut the months into stretches of a year, the last one first; stretches without any bill are left out."""
    months = sorted({each.month for each in covers}, reverse=True)
    stretches = [frozenset(months[at : at + _MONTHS_SHOWN]) for at in range(0, len(months), _MONTHS_SHOWN)]
    filled = {each.month for each in covers if each.covered}
    return [stretch for at, stretch in enumerate(stretches) if not at or stretch & filled]
