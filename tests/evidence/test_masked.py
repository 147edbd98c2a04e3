from pathlib import Path

import pytest

from pos_closeout.domain.errors import EvidenceError
from pos_closeout.domain.masking import mask_personal
from pos_closeout.evidence.gathering import Chosen
from pos_closeout.evidence.masked import masked_copy
from tests.evidence.conftest import silent

SECRETS = ("6222021001000004", "13800138000", "310101199001011234", "0571-88881234")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_numbers_are_masked_in_text_of_any_encoding_and_the_rest_stays(tmp_path: Path, encoding: str) -> None:
    source, target = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    target.mkdir()
    text = "顾客,卡号,电话,身份证,座机,商户号\r\n陈女士," + ",".join(SECRETS) + ",822331054110001\r\n"
    (source / "13800138000 账单.csv").write_bytes(text.encode(encoding))
    (source / "照片.jpg").write_bytes(b"\xff\xd8")
    (source / "假的.txt").write_bytes(b"\0\1\2")
    made = masked_copy([Chosen(source, "bills")], target, "masked", mask=mask_personal, watch=silent)
    (copied,) = made.path.rglob("*.csv")
    told = copied.read_bytes().decode(encoding)
    assert not any(secret in told for secret in SECRETS)
    masked = "622202******0004,138****8000,310101********1234,0571-****1234"
    assert told == f"顾客,卡号,电话,身份证,座机,商户号\r\n陈女士,{masked},822331054110001\r\n"
    assert copied.name == "138****8000 账单.csv".replace("*", "＊")
    assert sorted(made.left_out) == ["假的.txt", "照片.jpg"]
    assert "照片.jpg" in (made.path / "left-out.txt").read_text(encoding="utf-8-sig")


def test_a_workbook_is_left_out_and_alone_makes_no_copy(tmp_path: Path) -> None:
    path, target = tmp_path / "账单.xlsx", tmp_path / "out"
    target.mkdir()
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(EvidenceError, match=r"masked\.nothing"):
        masked_copy([Chosen(path, "bills")], target, "masked", mask=mask_personal, watch=silent)
    assert not list(target.iterdir())


def test_telephone_numbers_are_masked_however_they_are_written() -> None:
    for typed in ("+86 13800138000", "138 0013 8000", "138-0013-8000", "电话13800138000。"):
        assert "0013" not in mask_personal(typed)
    for kept in ("1013800138000123456789012345678", "822331054110001", "TJ-2026-0007", "2025-01-02 12:13:14"):
        assert mask_personal(kept) == kept
