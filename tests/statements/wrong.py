"""Files that are no bill, of every kind an owner may drop by mistake."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

ROOT = Path(__file__).resolve().parents[2]
NOISE = bytes(range(1, 256)) * 40
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def packed(**members: bytes) -> bytes:
    """Return a zip; two underscores in a name stand for a slash, one before an ending for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


_JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + NOISE
_DOCX = packed(word__document_xml=b"<w/>")
_COLUMNS = b",".join(b"c%d" % at for at in range(1_000_000)) + b"\n" + b"1," * 1_000_000 + b"\n"

WRONG: Mapping[str, tuple[bytes, str]] = MappingProxyType(
    {
        "photo.jpg": (_JPEG, "wrong_kind.picture"),
        "photo.csv": (_JPEG, "wrong_kind.picture"),
        "shot.png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + NOISE, "wrong_kind.picture"),
        "phone.heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + NOISE, "wrong_kind.picture"),
        "film.mp4": (b"\0\0\0\x20ftypisom\0\0\2\0isomiso2avc1mp41" + NOISE, "wrong_kind.picture"),
        "talk.mp3": (b"ID3\x03\0\0\0\0\0\x23" + NOISE, "wrong_kind.picture"),
        "chat.webp": (b"RIFF\0\0\1\0WEBPVP8 " + NOISE, "wrong_kind.picture"),
        "app.ico": ((ROOT / "resources" / "icons" / "app.ico").read_bytes(), "wrong_kind.picture"),
        "app.svg": ((ROOT / "resources" / "icons" / "app.svg").read_bytes(), "wrong_kind.page"),
        "page.xls": (b"<html><body><table><tr><td>1</td></tr></table></body></html>", "wrong_kind.page"),
        "letter.docx": (_DOCX, "wrong_kind.document"),
        "letter.doc": (_OLE + "WordDocument".encode("utf-16-le") + NOISE, "wrong_kind.document"),
        "talk.pptx": (packed(ppt__presentation_xml=b"<p/>"), "wrong_kind.document"),
        "text.odt": (packed(mimetype=b"application/vnd.oasis.opendocument.text"), "wrong_kind.document"),
        "bill.pdf": (b"%PDF-1.7\n" + NOISE, "pdf_broken"),
        "tool.exe": (b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0" + NOISE, "wrong_kind.program"),
        "tool.apk": (packed(AndroidManifest_xml=b"x", classes_dex=NOISE), "wrong_kind.program"),
        "bills.rar": (b"Rar!\x1a\7\1\0" + NOISE, "wrong_kind.archive"),
        "bills.7z": (b"7z\xbc\xaf\x27\x1c" + NOISE, "wrong_kind.archive"),
        "bill.lnk": (b"L\0\0\0\1\x14\2\0\0\0\0\0\xc0\0\0\0\0\0\0F" + NOISE, "wrong_kind.shortcut"),
        "wechat.url": (b"[InternetShortcut]\r\nURL=https://pay.weixin.qq.com/\r\n", "wrong_kind.shortcut"),
        "font.ttf": (b"\0\1\0\0\0\x10" + NOISE, "wrong_kind"),
        "photos.zip": (packed(one_jpg=_JPEG, two_jpg=_JPEG), "empty_archive"),
        "letters.zip": (packed(one_docx=_DOCX), "empty_archive"),
        "nothing.zip": (packed(), "empty_archive"),
        "bomb.zip": (packed(bill_csv=bytes(64 << 20)), "archive_bomb"),
        "torn.zip": (b"PK\x03\x04" + bytes(50), "broken_archive"),
        "torn.xls": (_OLE + bytes(2000), "not_a_workbook"),
        "empty.csv": (b"", "empty_file"),
        "blank.csv": (b"\xef\xbb\xbf\r\n , \r\n", "empty_file"),
        "~$bill.xlsx": (b"\x05owner" + bytes(160), "lock_file"),
        "million.csv": (_COLUMNS, "line_too_long"),
        "nul.csv": (b"a,b,c\n" * 50 + bytes(3), "binary_file"),
        "zeros.csv": (bytes(100_000), "binary_file"),
        "diary.txt": ("亲爱的日记，今天没有账单。\n".encode(), "not_recognised"),
        "shop.csv": ("日期,事项,花费\n2026-01-01,买菜,三十\n".encode(), "not_recognised"),
    }
)
"""Name, content, and the words that refuse it: an id of ``statement``, with the kind where it has words for it."""


def write_wrong(folder: Path) -> list[Path]:
    """Write all of them, and a file of two gigabytes that takes no room."""
    for name, (content, _) in WRONG.items():
        (folder / name).write_bytes(content)
    huge = folder / "huge.csv"
    with huge.open("wb") as stream:
        stream.truncate(2 << 30)
    return [*(folder / name for name in WRONG), huge]
