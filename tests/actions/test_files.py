"""A file is written whole or not at all, and it is said why it was not."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from pos_closeout.actions.files import write_file
from pos_closeout.domain.errors import DocumentError


def refusing(number: int) -> Callable[..., None]:
    def replace(*_: object) -> None:
        raise OSError(number, "refused")

    return replace


@pytest.mark.parametrize(
    ("number", "message"),
    [
        # What Windows answers when another program has the file open.
        (errno.EACCES, "document.in_use"),
        (errno.EPERM, "document.in_use"),
        (errno.ENOSPC, "document.disk_full"),
        (errno.EIO, "document.not_written"),
    ],
)
def test_a_file_that_cannot_be_replaced_stays_and_it_is_said_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, message: str
) -> None:
    there = tmp_path / "list.xlsx"
    there.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", refusing(number))
    with pytest.raises(DocumentError) as raised:
        write_file(there, b"new")
    assert raised.value.message_id == message
    assert there.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [there]


def test_a_folder_that_is_not_there_is_no_file_that_is_open(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"document.not_written"):
        write_file(tmp_path / "nowhere" / "letter.pdf", b"%PDF")


def test_rights_and_links_stay(tmp_path: Path) -> None:
    there, link = tmp_path / "list.csv", tmp_path / "link.csv"
    there.write_bytes(b"old")
    there.chmod(0o640)
    link.symlink_to(there)
    write_file(link, b"new")
    assert link.is_symlink()
    assert there.read_bytes() == b"new"
    assert there.stat().st_mode & 0o777 == 0o640
