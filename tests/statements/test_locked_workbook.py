import io
import struct
import zipfile
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from pos_closeout.domain.bills.transactions import Transaction
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_ROUNDS
from pos_closeout.statements.reading import read
from pos_closeout.statements.vocabulary import Vocabulary
from tests.statements.locked_xls import lock_xls

OLD, NEW = "bank-citic-credit.xls", "wechat-personal-2019.xlsx"


def locked(samples: Path, name: str, password: str) -> bytes:
    content = (samples / name).read_bytes()
    if name == OLD:
        return lock_xls(content, password)
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(content)).encrypt(password, out)
    return out.getvalue()


def lines(path: Path, vocabulary: Vocabulary, password: str | None) -> list[Transaction]:
    items = read(path, vocabulary=vocabulary, password=password)
    return [item for item in items if isinstance(item, Transaction)]


def refusal(path: Path, vocabulary: Vocabulary, password: str | None) -> str:
    with pytest.raises(BadInputError) as caught:
        lines(path, vocabulary, password)
    return caught.value.message_id


@pytest.mark.parametrize("name", [OLD, NEW])
def test_a_workbook_with_a_password_asks_for_it(
    name: str, samples: Path, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(locked(samples, name, "3852 71密"))
    assert refusal(path, vocabulary, None) == "statement.password_needed"
    assert refusal(path, vocabulary, "385271") == "statement.password_wrong"
    open_lines = lines(samples / name, vocabulary, None)
    assert [line[1:] for line in lines(path, vocabulary, "3852 71密")] == [line[1:] for line in open_lines]


@pytest.mark.parametrize("name", [OLD, NEW])
def test_a_workbook_that_is_only_protected_opens_without_asking(
    name: str, samples: Path, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    """Spreadsheet programs encrypt such a file with a password that all of them know."""
    path = tmp_path / name
    path.write_bytes(locked(samples, name, "VelvetSweatshop"))
    assert lines(path, vocabulary, None)


@pytest.mark.parametrize("name", [OLD, NEW])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_damaged_locked_workbook_is_refused(
    name: str, share: float, samples: Path, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    content = locked(samples, name, "right")
    path = tmp_path / name
    path.write_bytes(content[: int(len(content) * share)])
    assert refusal(path, vocabulary, "right") in {"statement.not_a_workbook", "statement.password_wrong"}


def test_a_key_that_takes_hours_is_not_tried(samples: Path, vocabulary: Vocabulary, tmp_path: Path) -> None:
    content = locked(samples, NEW, "right")
    assert MAX_ROUNDS < 9_999_999
    path = tmp_path / NEW
    # As long as before, so that the container stays whole.
    slow = content.replace(b'spinCount="100000"', b'spinCount="9999999"').replace(
        b'standalone="yes"', b'standalone="no"'
    )
    assert b'"9999999"' in slow
    assert len(slow) == len(content)
    path.write_bytes(slow)
    assert refusal(path, vocabulary, "right") == "statement.not_a_workbook"


def test_a_locked_workbook_does_not_get_round_the_limits(samples: Path, vocabulary: Vocabulary, tmp_path: Path) -> None:
    """What comes out of a locked file is looked at like any other."""
    package = io.BytesIO((samples / NEW).read_bytes())
    with zipfile.ZipFile(package, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", bytes(64 << 20))
    out = io.BytesIO()
    OOXMLFile(package).encrypt("right", out)
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(out.getvalue())
    assert refusal(path, vocabulary, "right") == "statement.archive_bomb"


def test_a_mail_of_outlook_is_told_as_one(vocabulary: Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "bill.msg"
    magic = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    path.write_bytes(magic + struct.pack("<I", 0) * 300 + "__properties_version1.0".encode("utf-16-le"))
    with pytest.raises(BadInputError) as caught:
        lines(path, vocabulary, None)
    assert caught.value.facts["kind"] == "mail"
