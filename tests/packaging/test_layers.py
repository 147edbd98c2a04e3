"""The rooms keep to themselves: what import-linter cannot say about cycles and about what a start loads."""

import graphlib
import subprocess
import sys

import grimp
import pytest

PAPERS_AND_BILLS = {"reportlab", "PIL", "chinese_calendar", "python_calamine", "pyzipper", "stdnum"}
HEAVY = PAPERS_AND_BILLS | {"PySide6", "click", "sqlite3", "sqlite_utils"}


def test_no_module_imports_itself_through_others() -> None:
    graph = grimp.build_graph("pos_closeout", cache_dir=None)
    order = graphlib.TopologicalSorter(
        {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    )
    order.prepare()  # raises CycleError with the modules of the cycle


def loaded_by(module: str) -> set[str]:
    code = f"import sys, {module}; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in run.stdout.split()}


def test_importing_the_program_loads_nothing_heavy() -> None:
    assert not loaded_by("pos_closeout.app") & HEAVY


def test_the_window_opens_without_what_only_papers_and_bills_need() -> None:
    assert not loaded_by("pos_closeout.app.window") & PAPERS_AND_BILLS


@pytest.mark.parametrize("room", ["domain", "guidance", "store", "statements", "documents", "actions", "cli"])
def test_rooms_below_the_screen_work_without_qt(room: str) -> None:
    assert "PySide6" not in loaded_by(f"pos_closeout.{room}")
