import io
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import docx
import openpyxl  # type: ignore[import-untyped]
import pytest
from reportlab.pdfgen.canvas import Canvas

from pos_closeout.actions.attachments import files_with_cards, shows_card_number

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


def word(path: Path, number: str) -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "卡号"
    # Word cuts what was typed in several goes into runs of its own.
    for piece in (number[:3], number[3:9], number[9:]):
        table.cell(0, 1).paragraphs[0].add_run(piece).bold = True
    document.save(str(path))


def word_with_cells_of_digits(path: Path, number: str) -> None:
    document = docx.Document()
    table = document.add_table(1, 4)
    for cell, piece in zip(table.rows[0].cells, number.split(), strict=False):
        cell.text = piece + "00"
    document.save(str(path))


def workbook(path: Path, number: str) -> None:
    book = openpyxl.Workbook()
    book.active.append(["卡号", number])
    book.save(path)


def workbook_of_numbers(path: Path, number: str) -> None:
    book = openpyxl.Workbook()
    # More digits than Excel keeps: the last ones are lost, the rest is a card number all the same.
    book.active.append([1, float(number.replace(" ", ""))])
    book.save(path)


def pdf(path: Path, number: str) -> None:
    canvas = Canvas(str(path))
    canvas.drawString(80, 700, f"Card {number}")
    canvas.showPage()
    canvas.save()


def archive(path: Path, number: str) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        packed.writestr("流水.csv", f"a,{number}\n".encode("gbk"))
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("inner.zip", inner.getvalue())


def mail(path: Path, number: str) -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@b.cn", "c@d.cn", "x"
    message.set_content(f"卡号 {number}", cte="base64")
    path.write_bytes(bytes(message))


def old_document(path: Path, number: str) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + number.encode("utf-16-le") + bytes(600))


def long_text(path: Path, number: str) -> None:
    path.write_text("x" * 3_000_000 + f"\n{number}\n", encoding="utf-8")


KINDS: list[tuple[Callable[[Path, str], None], str]] = [
    (word, "a.docx"), (workbook, "a.xlsx"), (workbook_of_numbers, "n.xlsx"), (pdf, "a.pdf"), (archive, "a.zip"),
    (mail, "a.eml"), (old_document, "a.doc"), (long_text, "a.txt"),
]  # fmt: skip


def test_a_card_number_is_seen_in_packed_files(tmp_path: Path) -> None:
    files = []
    for write, name in KINDS:
        write(tmp_path / name, CARD)
        files.append(tmp_path / name)
    assert files_with_cards(files) == files


def test_packed_files_without_a_card_number_are_kept_without_a_word(tmp_path: Path) -> None:
    files = []
    for write, name in KINDS:
        if write is not workbook_of_numbers:
            write(tmp_path / name, "622202******0004")
            files.append(tmp_path / name)
    word_with_cells_of_digits(tmp_path / "cells.docx", CARD)
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04" + bytes(range(256)))
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7" + bytes(range(256)))
    assert files_with_cards([*files, *tmp_path.glob("broken.*"), tmp_path / "cells.docx", tmp_path / "none.pdf"]) == []


def test_an_archive_that_swells_is_looked_through_within_its_limits(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for number in range(20):
            packed.writestr(f"{number}.txt", b"0" * (30 << 20))
    assert files_with_cards([path]) == []
