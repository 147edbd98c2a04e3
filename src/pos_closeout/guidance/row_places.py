"""Where a line of a bill stands, as a person looks it up."""

from pos_closeout.domain.bills.transactions import RowSource
from pos_closeout.guidance.bilingual import Bilingual

_ROW = Bilingual("{file} 第 {row} 行", "{file}, row {row}")
_ENTRY = Bilingual("{file} 第 {page} 页第 {row} 条", "{file}, page {page}, entry {row}")


def row_place(file_name: str, source: RowSource, language: str) -> str:
    """Return file, sheet or enclosed file, and row; of a PDF, page and entry on that page."""
    file = f"{file_name} › {source.inner}" if source.inner else file_name
    told = _ENTRY if source.page else _ROW
    return told.of(language).format(file=file, page=source.page, row=source.row)


def row_shown(source: RowSource) -> str:
    """Return the row as a figure for a narrow column: ``12``, page and entry of a PDF as ``2.12``, ``–`` for none."""
    if source.page:
        return f"{source.page}.{source.row}" if source.row else f"{source.page}."
    return str(source.row) if source.row else "–"
