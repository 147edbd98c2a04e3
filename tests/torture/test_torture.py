"""A small fixed part of ``make torture``; in processes of their own, because one that has threads must not fork."""

import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="kills by fork, which only Unix has")
@pytest.mark.parametrize("subject", ["kills", "damages", "hostile", "card_numbers"])
def test_nothing_is_lost_silent_or_a_traceback(subject: str) -> None:
    command = [sys.executable, "-m", "tests.torture", "--few", subject]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    # The seed, the head, at least one kind, and how long it took.
    assert len(run.stdout.splitlines()) > 3
