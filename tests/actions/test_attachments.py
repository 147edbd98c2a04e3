from pathlib import Path

import pytest

from pos_closeout.actions.attachments import shows_card_number

CARD = "6222 0210 0100 0004"


@pytest.mark.parametrize(
    ("name", "content", "shown"),
    [
        ("slip.txt", f"卡号 {CARD}".encode(), True),
        ("slip.csv", f"a,{CARD.replace(' ', '')},b".encode("utf-16"), True),
        ("page.html", f"<td>{CARD}</td>".encode("gbk"), True),
        ("photo.jpg", b"\xff\xd8\xff\xe1 Exif" + CARD.replace(" ", "-").encode(), True),
        (f"{CARD}.png", b"", True),
        ("slip.txt", b"622202******0004, 2026-11-29 12:00:00, 4200000263201902167700134212", False),
        ("photo.jpg", bytes(range(256)) * 4000, False),
    ],
)
def test_a_card_number_is_seen_where_it_stands_as_text(name: str, content: bytes, shown: bool, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert shows_card_number(path) is shown


def test_a_file_that_is_not_there_shows_nothing(tmp_path: Path) -> None:
    assert not shows_card_number(tmp_path / "none")
