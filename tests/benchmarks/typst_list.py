"""The printed list in Typst's markup: the same rows and columns, the head repeated, pages numbered."""

import json
from pathlib import Path

from pos_closeout.documents.content import Align, ItemList, Table

SOURCE = """
#set document(title: "{title}")
#set page(paper: "a4", margin: (x: 20mm, top: 18mm, bottom: 22mm), numbering: "1 / 1")
#set text(font: ("Closeout Roman", "Closeout Song", "Noto Serif SC"), size: 8.5pt, lang: "zh", region: "cn")
#set par(leading: 0.3em)
#let told = json("{rows}")
#align(center, text(size: 15pt, told.title))
#align(center, told.caption)
#for line in told.totals [#line #linebreak()]
#for group in told.groups [
  #strong(group.heading)
  #table(
    columns: group.shares.map(share => share * 1fr),
    align: group.aligns.map(side => if side == "r" {{ right }} else {{ left }}),
    stroke: none, inset: (x: 3pt, y: 2pt), table.hline(), table.header(..group.heads), table.hline(stroke: 0.4pt),
    ..group.rows.flatten(), table.hline(),
  )
]
"""


def write_list(listed: ItemList, folder: Path) -> Path:
    """Write the markup of a list, with its rows as data beside it, and return the file."""
    data = {
        "title": listed.title,
        "caption": listed.caption,
        "totals": list(listed.totals),
        "groups": [{"heading": group.heading} | _table(group.table) for group in listed.groups],
    }
    (folder / "rows.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    source = folder / "list.typ"
    source.write_text(SOURCE.format(title=listed.title, rows="rows.json"), encoding="utf-8")
    return source


def _table(table: Table) -> dict[str, object]:
    return {
        "heads": [column.head for column in table.columns],
        "shares": [column.share for column in table.columns],
        "aligns": ["r" if column.align is Align.RIGHT else "l" for column in table.columns],
        "rows": [list(row) for row in table.rows],
    }
