"""Clocks and zones that jump: what was saved stays what it was, and nothing is told that is not so."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from pos_closeout.domain.case.case import Case, Merchant
from pos_closeout.store import open_store
from pos_closeout.store.safety import copies_in

SHANGHAI, EAST, WEST = (timezone(timedelta(hours=hours)) for hours in (8, 14, -10))
NOW = datetime(2026, 11, 29, 23, 50, tzinfo=SHANGHAI)


def test_a_journey_through_zones_changes_no_order_and_raises_no_alarm(tmp_path: Path) -> None:
    phones = []
    for number, zone in enumerate((SHANGHAI, EAST, WEST, SHANGHAI)):
        at = (NOW + timedelta(minutes=number)).astimezone(zone)
        with open_store(tmp_path, now=at) as store:
            assert store.warning(at, {}) is None
            case = store.cases.all()[0] if number else store.cases.add(Case(), at)
            store.cases.save(replace(case, merchant=Merchant(phone=str(number))), at)
            phones.append(str(number))
    with open_store(tmp_path, now=NOW + timedelta(hours=1)) as store:
        told = [line.new for line in store.timeline.for_case(1) if line.what == "merchant.phone"]
        assert told == phones
        copies = copies_in(tmp_path / "backups")
        assert len({copy.path for copy in copies}) == len(copies) >= 2


def test_a_clock_behind_is_told_in_the_zone_of_the_clock(tmp_path: Path) -> None:
    with open_store(tmp_path, now=NOW) as store:
        store.cases.add(Case(), NOW)
        behind = (NOW - timedelta(hours=25)).astimezone(EAST)
        told = store.warning(behind, {})
    assert told is not None
    assert (told.message_id, told.facts) == ("store.clock_behind", {"now": "2026-11-29", "last": "2026-11-30"})


@pytest.mark.parametrize(
    "given",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONUTF8": "0", "PYTHONIOENCODING": "cp936"},
        {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "America/Los_Angeles"},
        {"LC_ALL": "ar_SA.UTF-8", "TZ": "Pacific/Kiritimati"},
        {"TZ": "Nowhere/None"},
    ],
)
def test_a_verb_answers_in_any_locale_zone_and_code_page(tmp_path: Path, given: dict[str, str]) -> None:
    file = tmp_path / "case.json"
    file.write_text('{"merchant": {"registered_name": "店", "representative": "张䶮\U0002c056"}}', encoding="utf-8")
    command = [sys.executable, "-m", "pos_closeout", "case", "new", str(file), "--data", str(tmp_path / "data")]
    run = subprocess.run(command, capture_output=True, check=False, env=os.environ | given)
    assert (run.returncode, run.stderr) == (0, b"")
    show = [*command[:4], "show", "1", "--data", str(tmp_path / "data"), "--json"]
    plain = subprocess.run(show, capture_output=True, check=False, env=os.environ | {"PYTHONUTF8": "1"})
    assert "张䶮\U0002c056".encode() in plain.stdout
