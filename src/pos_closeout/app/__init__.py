"""Composition root: reads the command line, then opens the window or runs a verb. Nothing imports it."""

from pos_closeout.app.command_line import main

__all__ = ["main"]
