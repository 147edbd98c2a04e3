"""Files that are no bill are refused in one sentence, at once."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_BYTES
from pos_closeout.statements.reading import read
from pos_closeout.statements.vocabulary import Vocabulary
from tests.statements.sheets import workbook


def refusal(path: Path, vocabulary: Vocabulary) -> BadInputError:
    with pytest.raises(BadInputError) as caught:
        list(read(path, vocabulary=vocabulary))
    return caught.value


def _zip(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "statement.empty_file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "statement.wrong_kind"),
        (b"\xff\xd8\xff\xe0JFIF" + bytes(100), "statement.wrong_kind"),
        (b"%PDF-1.7\n", "statement.pdf_broken"),
        (_zip(word__document=b"<w/>"), "statement.wrong_kind"),
        (b"a,b\n1,\0\n", "statement.binary_file"),
        (b"x," * 1_000_000 + b"\n", "statement.line_too_long"),
        ("交易时间,金额\n".encode() + b"x," * 1_000_000 + b"\n", "statement.line_too_long"),
        (b"x," * 100_000 + b"\n", "statement.too_many_columns"),
        ("亲爱的日记，今天没有账单。\n".encode(), "statement.not_recognised"),
        ("日期,事项\n2026-01-01,买菜\n".encode(), "statement.not_recognised"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "statement.not_a_workbook"),
        (b"PK\x03\x04" + bytes(50), "statement.broken_archive"),
        (_zip(), "statement.empty_archive"),
        ("门店编号,门店名称,交易订单总笔数,退款订单总笔数\n1,某店,3,0\n".encode("gbk"), "statement.summary_file"),
    ],
)
def test_a_wrong_file_is_refused_with_its_reason(
    content: bytes, message: str, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    path = tmp_path / "bill.csv"
    path.write_bytes(content)
    assert refusal(path, vocabulary).message_id == message


def test_the_lock_file_of_an_open_workbook_is_named_as_such(vocabulary: Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "~$898_MX_20260101.xlsx"
    path.write_bytes(b"\x05owner" + bytes(160))
    assert refusal(path, vocabulary).message_id == "statement.lock_file"


def test_a_file_of_two_gigabytes_is_not_even_opened(vocabulary: Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as stream:
        stream.truncate(2 << 30)
    assert refusal(path, vocabulary).facts["limit"] == MAX_BYTES


def test_a_folder_is_named_as_such(vocabulary: Vocabulary, tmp_path: Path) -> None:
    assert refusal(tmp_path, vocabulary).facts["kind"] == "folder"


def test_a_missing_file_is_unreadable(vocabulary: Vocabulary, tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.csv", vocabulary).message_id == "statement.unreadable"


def test_a_zip_that_swells_is_refused_before_it_is_unpacked(vocabulary: Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bill.csv", bytes(64 << 20))
    assert refusal(path, vocabulary).message_id == "statement.archive_bomb"


def test_a_sheet_with_one_cell_in_its_last_corner_is_refused(vocabulary: Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "corner.xlsx"
    with zipfile.ZipFile(io.BytesIO(workbook({"a": [["x"]]}))) as plain, zipfile.ZipFile(path, "w") as odd:
        for member in plain.infolist():
            odd.writestr(member.filename, plain.read(member).replace(b'r="A1"', b'r="XFD1048576"'))
    assert refusal(path, vocabulary).message_id == "statement.sheet_too_big"


def test_an_old_workbook_whose_sectors_run_in_a_circle_is_refused(
    samples: Path, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    content = bytearray((samples / "bank-citic-credit.xls").read_bytes())
    fat = (struct.unpack_from("<I", content, 76)[0] + 1) * 512
    struct.pack_into("<4I", content, fat, 1, 2, 3, 0)
    path = tmp_path / "circle.xls"
    path.write_bytes(content)
    assert refusal(path, vocabulary).message_id == "statement.not_a_workbook"
