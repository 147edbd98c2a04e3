"""What is said about bills: nothing that the program can read goes by the name of something else."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from pos_closeout.actions.bills.statement_words import load_words
from pos_closeout.ui.bills.words import family_name, format_name


@pytest.mark.usefixtures("qapp")
def test_every_layout_and_every_kind_of_bill_has_a_name_of_its_own(resources: Path, qapp: QApplication) -> None:
    layouts = load_words(resources).layouts
    strange = format_name("table")
    assert not [layout.id for layout in layouts if not layout.refuse and format_name(layout.id) == strange]
    assert not [layout.family for layout in layouts if not layout.refuse and family_name(layout.family) == strange]
