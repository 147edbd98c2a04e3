"""The rooms keep to themselves: what import-linter cannot say about cycles and about what a start loads."""

import ast
import graphlib
import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import grimp
import pytest

from pos_closeout.actions.cases.cards import list_cards
from pos_closeout.store import open_store
from tests.documents.sample_cases import REMOVAL, ledger

ROOT = Path(__file__).resolve().parents[2]
PAPERS_AND_BILLS = {"reportlab", "PIL", "holidays", "python_calamine", "pyzipper", "stdnum"}
NOT_AT_HOME = PAPERS_AND_BILLS | {
    "Qt",
    "QMessageBox",
    "subprocess",
    "pos_closeout.domain.case.case",
    "pos_closeout.domain.eligibility.eligibility",
    "pos_closeout.domain.ledger.item_file",
    "pos_closeout.domain.reminders.reminders",
    "pos_closeout.domain.steps.progress",
    "pos_closeout.domain.device.terminal",
    "pos_closeout.guidance.loading",
    "pos_closeout.guidance.texts",
    "pos_closeout.store.cases",
    "pos_closeout.store.item_files",
    "pos_closeout.store.own_days",
    "pos_closeout.store.proposals",
    "pos_closeout.actions.bills.bill_proposals",
    "pos_closeout.actions.review",
    "pos_closeout.guidance.review_texts",
    "pos_closeout.ui.ledger.controller",
    "pos_closeout.ui.wizard.case_session",
    "pos_closeout.ui.shell.workspace",
}
LATER = {
    "pypinyin": "a dictionary, wanted when the list is searched",
    "logging": "hardly ever is there anything to write down",
    "pos_closeout.actions.attachments": "few verbs keep files",
    "pos_closeout.actions.error_log": "hardly ever is there anything to write down",
    "pos_closeout.actions.isolated": "the process that reads files loads what its task needs",
    "pos_closeout.actions.cases.cases": "home shows cards, not cases",
    "pos_closeout.actions.safety": "a safety copy takes the place of damaged data once in a while",
    "pos_closeout.app": "the command line decides between window and verb; what runs behind the window comes after it",
    "pos_closeout.documents": "whoever lists or words papers does without what draws them",
    "pos_closeout.domain.steps.card": "home shows the cards of before, and works them out anew when it is up",
    "pos_closeout.evidence": "the process that reads files loads what its task needs",
    "pos_closeout.forms": "the process that reads files loads what its task needs",
    "pos_closeout.guidance": "a text is read when it is wanted",
    "pos_closeout.statements": "the process that reads files loads what its task needs",
    "pos_closeout.store": "a table is opened when it is wanted",
    "pos_closeout.ui": "what lies behind home, and the windows beside it",
    "PySide6.QtCore": "home comes up without the namespace Qt, which makes some hundred and forty enumerations",
    "PySide6.QtNetwork": "tells only the first start from the second one",
    "PySide6.QtWidgets": "home comes up without message boxes",
    "holidays": "the calendar of working days costs 80 ms",
    "ctypes": "only Windows is asked what kind of drive it is",
    "hashlib": "only bills have digests",
    "icalendar": "20 ms that only a calendar file needs",
    "msoffcrypto": "only a locked workbook needs it, and it brings cryptography",
    "platformdirs": "9 ms that --data does without",
    "socket": "tells only the first start from the second one",
    "pyzipper": "only archives with a password need it, and it costs a third of the start of a reader",
    "resource": "Windows does not have it",
    "signal": "the timer of Unix that ends a reader",
    "sqlite_utils": "only a migration needs it",
    "traceback": "hardly ever is there anything to write down",
    "xlsxwriter": "only a spreadsheet needs it",
}
"""What may be imported inside a function instead of at the top of a file, with everything below it, and why.

The start may cost twice a bare QWizard (``tests/benchmarks/startup.py``); what home does not show is loaded when it is
wanted. Everything else stands at the top, where it is seen.
"""
HEAVY = PAPERS_AND_BILLS | {"PySide6", "click", "sqlite3", "sqlite_utils"}


def test_no_module_imports_itself_through_others() -> None:
    graph = grimp.build_graph("pos_closeout", cache_dir=None)
    order = graphlib.TopologicalSorter(
        {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    )
    order.prepare()  # raises CycleError with the modules of the cycle


def test_what_is_imported_inside_a_function_is_listed_with_its_reason() -> None:
    used = set()
    for file in sorted((ROOT / "src").rglob("*.py")):
        for function in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef):
                for name in imported_in(function):
                    listed = next((each for each in LATER if f"{name}.".startswith(f"{each}.")), None)
                    assert listed is not None, f"{file.relative_to(ROOT)} imports {name} inside {function.name}"
                    used.add(listed)
    assert used == LATER.keys()


def test_a_class_name_stands_once_in_the_program() -> None:
    named: dict[str, list[str]] = {}
    for path in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                named.setdefault(node.name, []).append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert len(named) > 100
    assert {name: places for name, places in named.items() if len(places) > 1} == {}


def test_the_window_opens_only_papers_of_its_own_as_pdf() -> None:
    """A form from outside comes as pixels from the process that reads such files."""
    src = ROOT / "src" / "pos_closeout"
    openers = {
        file.relative_to(src).as_posix() for file in src.rglob("*.py") if "PySide6.QtPdf" in file.read_text("utf-8")
    }
    assert openers <= {"ui/papers/preview.py", "ui/papers/print_drawing.py", "app/self_check.py"}


def imported_in(function: ast.FunctionDef) -> set[str]:
    """Return the modules a function imports by itself."""
    found: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found


def loaded_by(module: str) -> set[str]:
    code = f"import sys, {module}; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in run.stdout.split()}


def test_importing_the_program_loads_nothing_heavy() -> None:
    assert not loaded_by("pos_closeout.app") & HEAVY


def test_the_window_opens_without_what_only_papers_and_bills_need() -> None:
    assert not loaded_by("pos_closeout.app.window") & PAPERS_AND_BILLS


@pytest.mark.parametrize("room", ["domain", "guidance", "store", "statements", "forms", "documents", "actions", "cli"])
def test_rooms_below_the_screen_work_without_qt(room: str) -> None:
    assert "PySide6" not in loaded_by(f"pos_closeout.{room}")


def test_home_comes_up_without_what_it_does_not_show(tmp_path: Path) -> None:
    """PySide6 makes all enumerations of a namespace when it is first named; ``Qt`` alone has some hundred and forty."""
    now = datetime.now().astimezone()
    with open_store(tmp_path / "data", now=now) as store:
        case = store.cases.add(replace(REMOVAL, id=0, number=""), now)
        store.items.add_many((replace(item, id=0, case_id=case.id) for item in ledger(8)), now)
        # As the last visit to home left it.
        list_cards(store, now.date())
    code = (
        "import sys, PySide6.QtCore, PySide6.QtWidgets\n"
        "from pos_closeout.app import main, window\n"
        "def say(shown):\n"
        "    shown.repaint()\n"
        "    print(*sys.modules, *vars(PySide6.QtCore), *vars(PySide6.QtWidgets))\n"
        "    shown.close()\n"
        "window._say_ready = say\n"
        "sys.exit(main(['--data', sys.argv[1]]))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "data")], capture_output=True, text=True, check=True,
        env=os.environ | {"POS_CLOSEOUT_READY": "1", "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert not set(run.stdout.split()) & NOT_AT_HOME
