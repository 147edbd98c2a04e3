"""Runs every step, or those named, on a new Windows; started by prove.py in the Debian folder, /job to write into.

Usage: VERSION MINUTES [STEP …]. A proof that has not ended after so many minutes has failed, wherever it is.
"""

import signal
import sys
import time
from pathlib import Path
from types import FrameType

from proof.carried import CARRIED
from proof.harmless import HARMLESS
from proof.interactive import (
    asks_before_closing,
    install_in_chinese,
    install_in_english,
    uninstall_and_delete,
    uninstall_and_keep,
)
from proof.machine import ProofError, TooSlowError, new_machine
from proof.steps import STEPS

_BY_HAND = (install_in_chinese, uninstall_and_keep, install_in_english, asks_before_closing, uninstall_and_delete)
_ALL = (*STEPS, *HARMLESS, *CARRIED, *_BY_HAND)


def main() -> int:
    """Says of each step how long it took and what was seen; stops at the first that fails, goes on after a slow one."""
    work = Path("/job")
    photos = work / "photos"
    photos.mkdir()
    version, minutes, *named = sys.argv[1:]
    steps = [step for step in _ALL if not named or step.__name__ in named]
    unknown = set(named) - {step.__name__ for step in steps}
    if unknown:
        print(f"no such step: {', '.join(sorted(unknown))}", flush=True)
        return 2
    _bound(float(minutes))
    started = time.monotonic()
    passed = slow = 0
    with new_machine(work, photos, version) as pc:
        print(f"{time.monotonic() - started:6.1f} s  a new Windows 10 (Wine)", flush=True)
        for step in steps:
            begun = time.monotonic()
            try:
                seen = step(pc)
            except TooSlowError as error:
                slow += 1
                print(f"TOO SLOW {step.__name__}: {error}", flush=True)
                continue
            except ProofError as error:
                signal.setitimer(signal.ITIMER_REAL, 0)
                pc.photograph("failed")
                print(f"FAILED {step.__name__}: {error}\n{passed} passed, {slow + 1} failed", flush=True)
                return 1
            passed += 1
            print(f"{time.monotonic() - begun:6.1f} s  {step.__name__}: {seen}", flush=True)
    signal.setitimer(signal.ITIMER_REAL, 0)
    print(f"{time.monotonic() - started:6.1f} s  in all\n{passed} passed, {slow} failed")
    return 1 if slow else 0


def _bound(minutes: float) -> None:
    """Lets whatever is being waited for end in a failure when the time is up."""

    def late(_signal: int, _frame: FrameType | None) -> None:
        raise ProofError(f"the proof has taken {minutes:g} minutes and has not come to its end")

    signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, minutes * 60)


if __name__ == "__main__":
    sys.exit(main())
