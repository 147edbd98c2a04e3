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


def test_people_are_told_of_unknown_words_and_of_a_withdrawal_that_failed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("时间,金额,状态\n2026-07-01 10:00:00,5.00,开心\n", encoding="utf-8")
    paths = (str(odd), str(next(SAMPLES.rglob("wechat-paid-by-code.csv"))))
    assert run(["inspect", *paths, "--json"]) == 0
    first, second = json.loads(capsys.readouterr().out)["files"]
    assert first["unrecognised"] == {"开心": 1}
    assert second["notes"] == [{"row": 14, "note": "withdraw_again", "amount_fen": 50000}]
    assert run(["--language", "en", "inspect", *paths]) == 0
    said = capsys.readouterr().out
    assert "not recognised: 开心 (1 rows)" in said
    assert "Row 14" in said


def test_people_get_a_line_for_each_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["inspect", str(next(SAMPLES.rglob("jd-2024.csv")))]) == 0
    assert "jd-2024.csv" in capsys.readouterr().out
