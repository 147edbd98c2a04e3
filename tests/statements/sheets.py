"""Writes the smallest workbooks that carry texts and numbers."""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape


def workbook(sheets: dict[str, Sequence[Sequence[str | float]]]) -> bytes:
    """Write the smallest .xlsx that carries texts and numbers."""
    out = io.BytesIO()
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        numbers = range(1, len(sheets) + 1)
        book.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            "</Types>",
        )
        book.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{links}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        )
        listed = "".join(
            f'<sheet name="{escape(name)}" sheetId="{at}" r:id="r{at}"/>'
            for at, name in zip(numbers, sheets, strict=True)
        )
        book.writestr(
            "xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{links}"><sheets>{listed}</sheets></workbook>'
        )
        targets = "".join(
            f'<Relationship Id="r{at}" Type="{links}/worksheet" Target="worksheets/sheet{at}.xml"/>' for at in numbers
        )
        book.writestr(
            "xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}/relationships">{targets}</Relationships>'
        )
        for at, rows in zip(numbers, sheets.values(), strict=True):
            lines = "".join(_sheet_row(number, row) for number, row in enumerate(rows, 1))
            book.writestr(
                f"xl/worksheets/sheet{at}.xml", f'<worksheet xmlns="{main}"><sheetData>{lines}</sheetData></worksheet>'
            )
    return out.getvalue()


def _sheet_row(number: int, row: Sequence[str | float]) -> str:
    cells = ""
    for column, value in enumerate(row):
        name = f"{chr(65 + column // 26 - 1) if column > 25 else ''}{chr(65 + column % 26)}{number}"
        if isinstance(value, str):
            cells += f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
        else:
            cells += f'<c r="{name}"><v>{value}</v></c>'
    return f'<row r="{number}">{cells}</row>'
