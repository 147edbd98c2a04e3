"""Forms that were made to hurt their reader: each is small as a file and large, deep or broken inside."""

import zipfile
import zlib
from io import BytesIO
from pathlib import Path

WORKBOOKS = Path(__file__).resolve().parents[1] / "fixtures" / "hostile"


def word_bomb() -> bytes:
    """Return a Word file whose text has entities that unfold into each other."""
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    text = (
        f'<!DOCTYPE d [<!ENTITY a0 "x">{entities}]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&a11;'
        "</w:t></w:r></w:p></w:body></w:document>"
    )
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", text)
    return made.getvalue()


def pdf_bomb() -> bytes:
    """Return a PDF with millions of strokes on its page, which take more memory than any form may have."""
    packing = zlib.compressobj()
    strokes = b"0 0 m 500 500 l S\n" * 100_000
    packed = b"".join(packing.compress(strokes) for _ in range(120)) + packing.flush()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(packed), packed),
    ]
    made, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(b"%010d 00000 n \n" % len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(places)
    return made + table + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(made)


def hostile_forms(folder: Path) -> dict[Path, str]:
    """Write a hostile form of each kind and return them with the message that is told."""
    made = {
        "form.docx": (word_bomb(), "form.damaged"),
        "form.xlsx": ((WORKBOOKS / "billion_laughs.xlsx").read_bytes(), "form.damaged"),
        "form.pdf": (pdf_bomb(), "file.reader_died"),
    }
    for name, (data, _) in made.items():
        (folder / name).write_bytes(data)
    return {folder / name: message for name, (_, message) in made.items()}
