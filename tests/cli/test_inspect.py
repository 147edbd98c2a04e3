"""``inspect`` reads bills of platforms and leaves nothing behind."""

import json
from pathlib import Path

import pytest

from pos_closeout.cli import run

SAMPLES = Path(__file__).resolve().parents[1] / "fixtures" / "statements"


def test_bills_are_told_apart_by_content_and_nothing_is_stored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bill = tmp_path / "holiday.jpg"
    bill.write_bytes(next(SAMPLES.rglob("wechat-merchant-all.csv")).read_bytes())
    photo = tmp_path / "bill.csv"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    assert run(["inspect", str(bill), str(photo), "--json", "--data", str(tmp_path / "data")]) == 0
    first, second = json.loads(capsys.readouterr().out)["files"]
    assert (first["rows"], first["footer"]) == (45, "agrees")
    assert second["format"] == "unknown"
    assert second["problems"]
    assert not (tmp_path / "data").exists()


def test_people_get_a_line_for_each_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["inspect", str(next(SAMPLES.rglob("jd-2024.csv")))]) == 0
    assert "jd-2024.csv" in capsys.readouterr().out
