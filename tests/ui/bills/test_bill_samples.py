"""Every sample through the window, from the file to the finds, with the figures counted from the files by hand."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from pos_closeout.actions.bills.bill_proposals import list_proposals
from pos_closeout.actions.bills.table_layouts import known_mappings
from pos_closeout.actions.data_folder import Store
from pos_closeout.domain.money import format_yuan
from pos_closeout.ui.bills.chosen_files import Need
from pos_closeout.ui.bills.columns_dialog import ColumnsDialog
from pos_closeout.ui.bills.page import BillsPage
from pos_closeout.ui.bills.password_dialog import PasswordDialog
from pos_closeout.ui.bills.rows_table import LinesTable
from pos_closeout.ui.shell.main_window import MainWindow
from pos_closeout.ui.style.tokens import Scheme, TextSize
from tests.screens.checks import cut_off, settle, too_wide
from tests.statements.bills import with_transfers
from tests.statements.test_samples import FIGURES
from tests.ui.bills.test_bills import PASSWORD, SAMPLES, dialog, look, page_of, table, texts
from tests.ui.conftest import OpenWindow, sample_in

CHOSEN = {"en": "Chosen files", "zh": "选好的文件"}
READ = {"en": "What was read", "zh": "读到了什么"}
FOOTERS = {
    "en": {"agrees": "✓ agrees", "differs": "! differs", "none": "– none"},
    "zh": {"agrees": "✓ 相符", "differs": "! 不符", "none": "– 没有"},
}


def name_columns(page: BillsPage, qtbot: QtBot) -> None:
    """Agree to the guess about the columns of the file in use, by keyboard."""
    files = page.choose.findChild(LinesTable)
    assert files is not None
    qtbot.keyClick(files, Qt.Key.Key_Return)
    asked = dialog(ColumnsDialog)
    assert isinstance(asked, ColumnsDialog)
    preview = asked.findChild(LinesTable)
    assert preview is not None
    qtbot.waitUntil(lambda: bool(preview.lines()))
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.choose.inspecting)


class Trial:
    """A window on the sample case in a language, and what it is to show of one sample."""

    def __init__(self, window: MainWindow, qtbot: QtBot, store: Store, language: str = "en") -> None:
        sample_in(window)
        self.window, self._qtbot, self._store, self._language = window, qtbot, store, language

    def check(self, name: str, shown: str = "") -> None:
        """Check what is said of the only file, import it, and check what came of it; ``name`` has the figures."""
        _, rows, income, expense, footer, proposals = FIGURES[name]
        page, words = page_of(self.window), self._language
        ((file, what),) = texts(page.choose, CHOSEN[words])
        assert file == (shown or name)
        assert (f"{rows} 行" if words == "zh" else f"{rows} row") in what
        for fen in (income, expense):
            assert f"¥{format_yuan(fen)}" in what
        page.choose.import_ready()
        self._qtbot.waitUntil(lambda: not page.importing.running)
        ((_, _, *figures),) = texts(page.importing, READ[words])
        assert figures == [str(rows), str(rows), "0", FOOTERS[words][footer]]
        page.show_tab(1)
        assert page.proposals.waiting == len(proposals)
        found = [each.proposal for each in list_proposals(self._store, self.window.session.case.id)]
        assert [
            (each.kind.value, each.amount_fen, each.source.row, f"{each.reason}: {each.word}")
            for each in sorted(found, key=lambda each: each.source.row)
        ] == proposals


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", FIGURES)
def test_a_sample_gives_its_rows_sums_and_finds(
    open_window: OpenWindow, qtbot: QtBot, store: Store, name: str, language: str
) -> None:
    trial = Trial(open_window(language), qtbot, store, language)
    page = look(trial.window, qtbot, SAMPLES / name)
    (chosen,) = page.choose._files.values()
    assert (chosen.need is Need.COLUMNS) is name.startswith("bank-")
    if chosen.need is Need.COLUMNS:
        name_columns(page, qtbot)
        assert len(known_mappings(store)) == 1
    trial.check(name)


@pytest.fixture
def trial(open_window: OpenWindow, qtbot: QtBot, store: Store) -> Trial:
    """An English window."""
    return Trial(open_window(), qtbot, store)


@pytest.mark.parametrize("way", ["dropped", "chosen", "folder"])
def test_each_way_in_leads_to_the_same_list(
    trial: Trial, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    trial.window.show_bills()
    page = page_of(trial.window)
    name = "wechat-personal-2019.xlsx"
    path = tmp_path / "bills" / name
    path.parent.mkdir()
    path.write_bytes((SAMPLES / name).read_bytes())
    if way == "dropped":
        trial.window.show_bills([path])
    elif way == "chosen":
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
        page.choose.choose_files()
    else:
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(path.parent))
        page.choose.choose_folder()
    qtbot.waitUntil(lambda: not page.choose.inspecting)
    trial.check(name)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_locked_archive_gives_what_is_in_it(
    open_window: OpenWindow, qtbot: QtBot, store: Store, language: str
) -> None:
    trial = Trial(open_window(language), qtbot, store, language)
    page = look(trial.window, qtbot, SAMPLES / "locked-zipcrypto.zip")
    qtbot.keyClick(table(page.choose, CHOSEN[language]), Qt.Key.Key_Return)
    asked = dialog(PasswordDialog)
    line = asked.findChild(QLineEdit)
    assert line is not None
    qtbot.keyClicks(line, PASSWORD)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.choose.inspecting)
    trial.check("wechat-personal-2019.csv", shown="locked-zipcrypto.zip")


def test_all_samples_at_once_count_every_line_once(window_of_all: tuple[MainWindow, BillsPage]) -> None:
    _, page = window_of_all
    read = texts(page.importing, READ["en"])
    assert {cells[0]: int(cells[2]) for cells in read} == {name: figures[1] for name, figures in FIGURES.items()}
    # The bill of 2023 holds the two lines of 2019, the workbook all but one line of 2023.
    known = {cells[0]: int(cells[4]) for cells in read if cells[4] != "0"}
    assert known == {"wechat-personal-2023.csv": 2, "wechat-personal-2019.xlsx": 26}
    assert page.proposals.waiting == 1


@pytest.fixture
def window_of_all(
    open_window: OpenWindow, qtbot: QtBot, request: pytest.FixtureRequest
) -> tuple[MainWindow, BillsPage]:
    """A window in which all samples were imported; a parameter sets width, height, text size and scheme."""
    width, height, size, scheme = getattr(request, "param", (1280, 800, TextSize.NORMAL, Scheme.LIGHT))
    window = open_window("en", width, height, size=size, scheme=scheme)
    sample_in(window)
    page = look(window, qtbot, *(SAMPLES / name for name in FIGURES))
    for chosen in list(page.choose._files.values()):
        if chosen.need is Need.COLUMNS:
            page.choose._open_columns(chosen)
            dialog(ColumnsDialog).accept()
            qtbot.waitUntil(lambda: not page.choose.inspecting)
    page.choose.import_ready()
    qtbot.waitUntil(lambda: not page.importing.running)
    return window, page


@pytest.mark.parametrize(
    "window_of_all",
    [(1024, 600, TextSize.NORMAL, Scheme.DARK), (1280, 720, TextSize.VERY_LARGE, Scheme.LIGHT)],
    indirect=True,
)
def test_nothing_is_cut_with_all_samples_in(window_of_all: tuple[MainWindow, BillsPage]) -> None:
    window, page = window_of_all
    faults = []
    for at in range(5):
        page.show_tab(at)
        settle()
        faults += too_wide(window) + cut_off(page)
    assert faults == []


def test_what_can_be_done_with_finds_is_seen_without_scrolling(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window("zh", 1024, 600)
    sample_in(window)
    page = look(window, qtbot, with_transfers(tmp_path))
    page.choose.import_ready()
    qtbot.waitUntil(lambda: not page.importing.running)
    page.show_tab(1)
    settle()
    QApplication.processEvents()
    bottom = page.proposals._accept.mapTo(window, page.proposals._accept.rect().bottomLeft()).y()
    assert 0 < bottom < window.height()
    assert page.proposals._accept.visibleRegion().boundingRect() == page.proposals._accept.rect()
