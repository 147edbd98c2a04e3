from pathlib import Path

import pytest
import xlsxwriter

from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.file_limits import MAX_CONTACTS
from pos_closeout.statements.address_book import load_columns, read_address_book

COLUMNS = load_columns(Path(__file__).resolve().parents[2] / "resources" / "contacts")
CARDS = """BEGIN:VCARD
VERSION:3.0
FN:王小明
item1.TEL;type=HOME:010-62345678
TEL;TYPE=CELL,VOICE:+86 138 0013 8000
EMAIL;TYPE=INTERNET:wang@example.com
NOTE:第一行\\n第二行
END:VCARD
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=9D=8E;=
=E5=9B=9B;;;
TEL;CELL;PREF:13900139000
TEL;FAX:010-1
END:VCARD
BEGIN:VCARD
VERSION:4.0
N:Lee;Ann;;;
ORG:Hengda\\, Ltd;Sales
TEL;VALUE=uri;TYPE="voice,home":tel:+852 2345 6789
PHOTO;ENCODING=b:AAAA
 BBBB
END:VCARD
BEGIN:VCARD
ORG:Only a company;x
END:VCARD
"""


def people(path: Path) -> list[tuple[str, str, str]]:
    return [each[:3] for each in read_address_book(path, COLUMNS).contacts]


def written(folder: Path, text: str, encoding: str = "utf-8", name: str = "people.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_cards_of_every_version_give_name_phone_and_address(tmp_path: Path, encoding: str) -> None:
    assert people(written(tmp_path, CARDS.replace("\n", "\r\n"), encoding, "contacts.vcf")) == [
        ("王小明", "+86 138 0013 8000", "wang@example.com"),
        ("李四", "13900139000", ""),
        ("Ann Lee", "+852 2345 6789", ""),
        ("Only a company", "", ""),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_a_table_is_read_by_the_names_of_its_columns(tmp_path: Path, encoding: str, separator: str) -> None:
    rows = [
        ["会员名单"],
        ["编号", "姓 名", "联系电话", "邮箱"],
        ["1", "王小明", "13800138000", "wang@example.com"],
        ["2", "", "", ""],
    ]
    text = "\n".join(separator.join(row) for row in rows)
    assert people(written(tmp_path, text, encoding)) == [("王小明", "13800138000", "wang@example.com")]


def test_what_mail_programs_export_is_read(tmp_path: Path) -> None:
    outlook = (
        "First Name,Last Name,Company,Mobile Phone,E-mail Address\n"
        "Ann,Lee,Hengda,+86 13800138000,\n小明,王,,,w@example.com\n"
    )
    assert people(written(tmp_path, outlook)) == [
        ("Ann Lee", "+86 13800138000", ""),
        ("王小明", "", "w@example.com"),
    ]
    google = "Name,E-mail 1 - Value,Phone 1 - Value\nAnn,a@example.com,010-62345678\n"
    assert people(written(tmp_path, google)) == [("Ann", "010-62345678", "a@example.com")]


def test_a_workbook_with_numbers_as_numbers_is_read(tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["供应商名称", "手机"])
        sheet.write_row(1, 0, ["恒大粮油", 13800138000])
        for column, text in enumerate(("=cmd|x", "'13900139000")):
            sheet.write_string(2, column, text)
    assert people(path) == [("恒大粮油", "13800138000", ""), ("=cmd|x", "13900139000", "")]


def test_a_table_without_names_is_guessed_row_by_row(tmp_path: Path) -> None:
    assert people(written(tmp_path, "1,王小明,13800138000\n2,李四,li@example.com\n3,nobody,\n")) == [
        ("王小明", "13800138000", ""),
        ("李四", "", "li@example.com"),
    ]


def test_what_is_no_number_or_address_is_told_with_its_row(tmp_path: Path) -> None:
    book = read_address_book(
        written(tmp_path, "姓名,电话,邮箱\n甲,1.38E+10,a@example.com\n乙,没有,\n丙,13800138000,nobody\n"), COLUMNS
    )
    assert [each[:3] for each in book.contacts] == [
        ("甲", "", "a@example.com"),
        ("乙", "", ""),
        ("丙", "13800138000", ""),
    ]
    assert book.problems == (
        (2, "contact.damaged_number", "1.38E+10"),
        (3, "contact.phone", "没有"),
        (4, "contact.email", "nobody"),
    )


def test_a_very_long_list_is_read_to_its_limit(tmp_path: Path) -> None:
    lines = "".join(f"客{number},138{number:08d}\n" for number in range(MAX_CONTACTS + 5))
    book = read_address_book(written(tmp_path, f"姓名,电话\n{lines}"), COLUMNS)
    assert len(book.contacts) == MAX_CONTACTS
    assert [each.reason for each in book.problems] == ["contact.too_many"]


def test_a_list_of_exactly_as_many_as_fit_is_whole(tmp_path: Path) -> None:
    lines = "".join(f"客{number},138{number:08d}\n" for number in range(MAX_CONTACTS))
    book = read_address_book(written(tmp_path, f"姓名,电话\n{lines}"), COLUMNS)
    assert (len(book.contacts), book.contacts[-1].name, book.problems) == (MAX_CONTACTS, f"客{MAX_CONTACTS - 1}", ())


@pytest.mark.parametrize(
    "content",
    [b"", b"\x89PNG\r\n\x1a\n" + bytes(200), b"%PDF-1.7\n", b"\0" * 500, b"PK\x03\x04broken", b"\xff\xfe\x00"],
)
def test_another_kind_of_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(content)
    with pytest.raises(BadInputError, match=r"contacts\.(unreadable|none_found)"):
        read_address_book(path, COLUMNS)
    with pytest.raises(BadInputError, match=r"contacts\.unreadable"):
        read_address_book(tmp_path / "missing.csv", COLUMNS)


def test_nobody_is_found_in_prose(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match=r"contacts\.none_found"):
        read_address_book(written(tmp_path, "今天下雨。\n明天不下。\n"), COLUMNS)


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "hostile",
    [
        "TEL;" + "a" * 200_000,
        'TEL;"' * 40_000,
        "N;ENCODING=QUOTED-PRINTABLE:" + "=41=\n" * 100_000,
        "PHOTO;ENCODING=b:AAAA" + "\n AAAA" * 100_000,
    ],
)
def test_a_card_made_to_keep_a_reader_busy_does_not(tmp_path: Path, hostile: str) -> None:
    cards = f"BEGIN:VCARD\n{hostile}\nEND:VCARD\nBEGIN:VCARD\nFN:王小明\nTEL:13800138000\nEND:VCARD\n"
    assert people(written(tmp_path, cards))[-1] == ("王小明", "13800138000", "")


@pytest.mark.parametrize(("rows", "problems"), [(MAX_CONTACTS, []), (MAX_CONTACTS + 1, [MAX_CONTACTS + 2])])
def test_exactly_as_many_as_are_read_is_not_too_many(tmp_path: Path, rows: int, problems: list[int]) -> None:
    lines = "\n".join(f"客户{number},{13800000000 + number}" for number in range(rows))
    book = read_address_book(written(tmp_path, f"姓名,手机\n{lines}\n"), COLUMNS)
    assert len(book.contacts) == MAX_CONTACTS
    assert [(each.row, each.reason) for each in book.problems] == [(row, "contact.too_many") for row in problems]
