"""Measures how long a window takes to be there."""

import subprocess
import time

from proof.machine import ProofError, WindowsMachine


def seconds_to_ready(pc: WindowsMachine, command: list[str]) -> float:
    """Starts a program that says "ready" when its window can be used, and closes; returns the seconds until then.

    Raises:
        ProofError: it ended without a word.
    """
    started = time.monotonic()
    process = subprocess.Popen(
        ["wine", *command],
        env=pc.settings() | {"POS_CLOSEOUT_READY": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    line = process.stdout.readline() if process.stdout else ""
    took = time.monotonic() - started
    process.wait(timeout=60)
    if line.strip() != "ready":
        raise ProofError(f"{command[0]} did not get ready")
    return took
