"""What goes on behind the window when the computer, or an installer, ends the program."""

from unittest.mock import Mock

import pytest
from PySide6.QtGui import QSessionManager

from pos_closeout.app.background import save_before_the_end
from pos_closeout.ui.wizard.case_session import CaseSession


@pytest.mark.parametrize("saved", [True, False])
def test_the_end_waits_for_the_owner_only_when_something_cannot_be_saved(*, saved: bool) -> None:
    session, manager = Mock(spec=CaseSession), Mock(spec=QSessionManager)
    session.flush.return_value = saved
    save_before_the_end(session, manager)
    session.flush.assert_called_once_with()
    assert manager.cancel.called is not saved
