"""What the benchmarks tell is true in whatever company they run."""

import subprocess
import sys
from pathlib import Path

from tests.benchmarks.timing import machine, own_peak_mb

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = "from tests.benchmarks.timing import own_peak_mb; held = bytearray({} << 20); print(own_peak_mb())"


def _peak(megabytes: int) -> float:
    command = [sys.executable, "-c", SCRIPT.format(megabytes)]
    return float(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)


def test_a_peak_of_memory_is_that_of_its_own_process() -> None:
    held = bytearray(300 << 20)
    assert own_peak_mb() > 300
    small, bigger = _peak(1), _peak(60)
    assert len(held) == 300 << 20
    assert small < 100
    assert 50 < bigger - small < 75


def test_the_machine_is_told_in_one_line() -> None:
    told = machine()
    assert "cores" in told
    assert "\n" not in told


def test_an_unknown_comparison_is_told_with_those_there_are() -> None:
    command = [sys.executable, "-m", "tests.benchmarks", "none"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 2
    assert "startup" in told.stderr
