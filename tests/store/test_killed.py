"""The power goes off while the owner types."""

import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from pos_closeout.store import open_store

_TYPING = """
import sys
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from pos_closeout.domain.case.case import Case, Merchant, Settlement
from pos_closeout.store import open_store

now = datetime(2026, 11, 22, tzinfo=UTC)
store = open_store(Path(sys.argv[1]), now=now)
case = store.cases.add(Case(), now)
for number in count(1):
    text = str(number)
    both = replace(case, merchant=Merchant(phone=text, registered_name="名" * 500), settlement=Settlement(bank=text))
    case = store.cases.save(both, now)
    print(text, flush=True)
"""


@pytest.mark.parametrize("seen", [1, 7, 40])
def test_a_save_that_was_confirmed_survives_and_one_cut_off_leaves_no_half(
    tmp_path: Path, now: datetime, seen: int
) -> None:
    with subprocess.Popen([sys.executable, "-c", _TYPING, str(tmp_path)], stdout=subprocess.PIPE, text=True) as typing:
        assert typing.stdout is not None
        confirmed = [int(typing.stdout.readline()) for _ in range(seen)][-1]
        typing.kill()
        confirmed = max([confirmed, *(int(line) for line in typing.stdout if line.endswith("\n"))])
    assert typing.returncode == -signal.SIGKILL
    with open_store(tmp_path, now=now) as store:
        (case,) = store.cases.all()
        assert case.merchant.phone == case.settlement.bank
        assert int(case.merchant.phone) in {confirmed, confirmed + 1}
        last = [line.new for line in store.timeline.for_case(case.id) if line.what == "merchant.phone"][-1]
        assert last == case.merchant.phone
        assert store.database.rows("PRAGMA integrity_check") == [("ok",)]
