import io
import zipfile
from collections.abc import Sequence
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any, Protocol

import pytest
import pyzipper
from hypothesis import given, settings
from hypothesis import strategies as st

from pos_closeout.domain.errors import BadInputError
from pos_closeout.statements.inspection import inspect_file
from pos_closeout.statements.mail import open_letter, tables_of
from pos_closeout.statements.reading import read
from pos_closeout.statements.vocabulary import Vocabulary

LOCK = "385271"
PDF = "cmb-no-rules-bilingual.pdf"
TABLE = """<html><body><table><tr><td>
<h1>流水</h1>
<table border=1><tr><th>交易日期</th><th>交易金额</th><th>对方户名</th></tr>
<tr><td>2026-03-01</td><td>-48.00</td><td>青禾支付<br>有限公司</td></tr>
<tr><td>2026-03-02</td><td>&yen;1,020.50<td>李红</tr></table>
</td></tr></table></body></html>"""


def letter(*files: tuple[str, bytes], html: str = "") -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "bank@example.com", "owner@example.com", "电子流水"
    mail.set_content("您好，流水见附件。")
    if html:
        mail.add_alternative(html, subtype="html", charset="gb2312" if "￥" not in html else "utf-8")
    for name, content in files:
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def zipped(name: str, content: bytes, password: str | None = None) -> bytes:
    out = io.BytesIO()
    if password is None:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, content)
    else:
        with pyzipper.AESZipFile(out, "w", zipfile.ZIP_DEFLATED, encryption=pyzipper.WZ_AES) as locked:
            locked.setpassword(password.encode())
            locked.writestr(name, content)
    return out.getvalue()


class Inspected(Protocol):
    """Says what a file of this name and content holds."""

    def __call__(self, named: tuple[str, bytes], password: str | None = None) -> dict[str, Any]: ...


def wrapped(kind: str, samples: Path) -> tuple[str, bytes]:
    bill = (samples / "pdf" / PDF).read_bytes()
    table = (samples / "alipay-app-2023.csv").read_bytes()
    return {
        "zip": ("a.zip", zipped(PDF, bill)),
        "aes": ("a.zip", zipped(PDF, bill, "385271")),
        "mail": ("a.eml", letter((f"流水 {PDF}", bill), ("logo.png", b"\x89PNG\r\n\x1a\n" + bytes(200)))),
        "mail-zip": ("a.eml", letter(("流水.zip", zipped(PDF, bill, "385271")))),
        "mail-csv": ("a.eml", letter(("支付宝交易明细.csv", table))),
        "zip-mail": ("a.zip", zipped("a.eml", letter((PDF, bill)))),
    }[kind]


@pytest.fixture
def inspected(vocabulary: Vocabulary, today: date, tmp_path: Path) -> Inspected:
    """Write a file and say what it holds."""

    def inspect(named: tuple[str, bytes], password: str | None = None) -> dict[str, Any]:
        path = tmp_path / named[0]
        path.write_bytes(named[1])
        return inspect_file(path, vocabulary=vocabulary, today=today, password=password)

    return inspect


IN_PDF = (150, 395_468_16, "pdf")


@pytest.mark.parametrize(
    ("kind", "password", "figures"),
    [
        ("zip", None, IN_PDF),
        ("aes", "385271", IN_PDF),
        ("mail", None, IN_PDF),
        ("mail-zip", "385271", IN_PDF),
        ("mail-csv", None, (10, 222_228_50, "gb18030")),
        ("zip-mail", None, IN_PDF),
    ],
)
def test_a_wrapped_bill_is_read(
    kind: str, password: str | None, figures: tuple[int, int, str], samples: Path, inspected: Inspected
) -> None:
    found = inspected(wrapped(kind, samples), password)
    assert (found["rows"], found["income_fen"], found["encoding"]) == figures
    assert found["problems"] == []


@pytest.mark.parametrize("kind", ["aes", "mail-zip"])
@pytest.mark.parametrize(("password", "told"), [(None, "password_needed"), ("1", "password_wrong")])
def test_the_password_of_a_wrapped_bill_is_asked_for(
    kind: str, password: str | None, told: str, samples: Path, inspected: Inspected
) -> None:
    with pytest.raises(BadInputError, match=told):
        inspected(wrapped(kind, samples), password)


def test_the_place_inside_is_part_of_the_proof(samples: Path, vocabulary: Vocabulary, tmp_path: Path) -> None:
    name, content = wrapped("mail-zip", samples)
    path = tmp_path / name
    path.write_bytes(content)
    first = next(iter(read(path, vocabulary=vocabulary, password=LOCK)))
    assert not isinstance(first, list)
    assert (first.source.inner, first.source.page, first.source.row) == (f"流水.zip / {PDF}", 1, 1)


def test_a_table_in_the_text_of_an_e_mail_is_read(inspected: Inspected) -> None:
    found = inspected(("a.eml", letter(html=TABLE)))
    assert (found["rows"], found["income_fen"], found["expense_fen"], found["encoding"]) == (2, 1020_50, 48_00, "mail")


def test_a_table_inside_a_table_is_one_of_its_own() -> None:
    assert [[row.cells for row in table.rows] for table in tables_of(TABLE)] == [
        [
            ["交易日期", "交易金额", "对方户名"],
            ["2026-03-01", "-48.00", "青禾支付 有限公司"],
            ["2026-03-02", "¥1,020.50", "李红"],
        ]
    ]


def test_an_e_mail_without_a_bill_is_told_as_one(inspected: Inspected) -> None:
    assert inspected(("a.eml", letter(html="<p>请点击链接下载</p>")))["refused"]["error"] == "statement.mail_empty"


def test_a_scan_in_an_e_mail_is_told_as_one(samples: Path, inspected: Inspected) -> None:
    assert (
        inspected(("a.eml", letter(("a.pdf", (samples / "pdf" / "scan-no-text.pdf").read_bytes()))))["refused"]["error"]
        == "statement.pdf_scan"
    )


def test_an_archive_in_an_archive_is_not_opened(samples: Path, inspected: Inspected) -> None:
    assert (
        inspected(("a.zip", zipped("b.zip", zipped("c.csv", (samples / "alipay-app-2023.csv").read_bytes()))))[
            "refused"
        ]["error"]
        == "statement.empty_archive"
    )


def test_an_e_mail_with_a_broken_head_is_read_all_the_same(samples: Path, inspected: Inspected) -> None:
    content = letter(("流水.csv", (samples / "alipay-app-2023.csv").read_bytes()))
    assert inspected(("a.eml", content.replace(b"Subject: ", b"Subject: =?x-unknown?B?!!!?= \r\n\t", 1)))["rows"] == 10


@settings(max_examples=60, deadline=None)
@given(noise=st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=12)), max_size=6))
def test_a_damaged_e_mail_is_read_or_refused(noise: Sequence[tuple[int, bytes]]) -> None:
    content = letter(("a.csv", b"1,2,3\n" * 40), html=TABLE)
    for at, piece in noise:
        place = at % len(content)
        content = content[:place] + piece + content[place + len(piece) // 2 :]
    try:
        open_letter(content, "a.eml")
    except BadInputError as error:
        assert error.message_id.startswith("statement.")  # noqa: PT017 - both ways are right


def test_a_bill_that_begins_like_a_field_is_no_e_mail(inspected: Inspected) -> None:
    text = "From: 2026-03-01\nDate: x\n交易日期,交易金额,对方户名\n2026-03-01,1.00,李红\n"
    assert inspected(("a.csv", text.encode()))["rows"] == 1
