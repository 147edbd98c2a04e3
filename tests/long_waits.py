"""Waiting for something to happen, however busy the machine is."""

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

LONGEST_MS = 60_000
"""Longer than anything takes; a test that waits for what never happens fails after it."""


class LongWaitBot(QtBot):
    """Waits for a minute where pytest-qt gives up after five seconds, or one."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = LONGEST_MS) -> None:
        """Let the event loop run until the callback returns something other than False."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: object, *, timeout: int = LONGEST_MS, **more: Any) -> Any:
        """Let the event loop run until the signal comes."""
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitActive(self, widget: Any, *, timeout: int = LONGEST_MS) -> Any:
        """Let the event loop run until the window is active."""
        return super().waitActive(widget, timeout=timeout)
