"""Typesetting for papers in Chinese and English: from blocks of text and tables to a PDF file.

A document is a story: a sequence of blocks, top to bottom. ``render`` fills pages with it. Nothing here knows what a
letter says. Lengths are points (``MM`` points are a millimetre), widths inside text are ems of its size.

    fonts = load_fonts(folder)                                   # once; keep it, it remembers what it has measured
    body = Style(first_indent=2)                                 # 14 on 26 points, justified Chinese
    story = [
        Paragraph("POS终端撤机申请书", Style(size=22, leading=36, align=TextAlign.CENTRE, heading=1)),
        Paragraph("拉卡拉支付股份有限公司浙江分公司：", Style()),
        Paragraph(Text.of("申请自", Span("2026年12月1日", bold=True), "起停止使用下列终端："), body),
        RuledTable(
            (TableColumn("终端号"), TableColumn("布放地址"), TableColumn("金额（元）", TextAlign.RIGHT)),
            [("10023456", "西湖区文三路 88 号", "1,200.00")],
            total=("合计", "", "1,200.00"),
        ),
        SignatureBlock(("和顺便利店（盖章）",), "2026年11月22日", body),
        FormGrid([(FormField("受理人", label=True), FormField("", 2), FormField("日期", label=True), FormField())]),
    ]
    pdf = render(
        story,
        fonts=fonts,
        meta=Meta("POS终端撤机申请书", "和顺便利店", datetime(2026, 11, 22, 9, 0)),
        page=PageStyle(footer="TJ-2026-0007　第 1 版"),
    )

Blocks: ``Paragraph``, ``RuledTable`` (cells wrap, rows stay whole), ``LongTable`` (any number of rows, one height),
``FormGrid``, ``SignatureBlock``, ``KeepTogether``; anything with a ``pieces(fonts, width)`` method is one. So are
reportlab's flowables without text: ``Spacer``, ``PageBreak``, ``HRFlowable``, ``Image`` …
reportlab's own paragraphs and tables are not used: they know neither the rules of Chinese lines nor rare names.
A ``Style`` with a ``heading`` makes a heading of the paper's structure and a bookmark.
Text is a ``str`` or a ``Text`` of ``Span``; there is no markup.
Ask ``fonts.missing_characters(...)`` before printing: what no font has is drawn as 〓.
English papers use ``Style(language="en", align=TextAlign.LEFT, size=11, leading=16)`` and ``PageStyle(language="en")``.
"""

from pos_closeout.documents.typesetting.blocks import (
    FlowBlock,
    KeepTogether,
    Piece,
    Story,
    pieces_of,
)
from pos_closeout.documents.typesetting.canvas import Canvas, Meta
from pos_closeout.documents.typesetting.fonts import Fonts, Language, load_fonts
from pos_closeout.documents.typesetting.form import Aside, FormField, FormGrid
from pos_closeout.documents.typesetting.longtable import LongTable
from pos_closeout.documents.typesetting.page import A4, PageStyle, pages_needed, render
from pos_closeout.documents.typesetting.paragraph import Paragraph, natural_width
from pos_closeout.documents.typesetting.signature import SignatureBlock
from pos_closeout.documents.typesetting.structure import Element
from pos_closeout.documents.typesetting.style import MM, Style, TextAlign
from pos_closeout.documents.typesetting.table import RuledTable, TableColumn
from pos_closeout.documents.typesetting.text import BLACK, GREY, LIGHT_GREY, Colour, Span, Text

__all__ = [
    "A4",
    "BLACK",
    "GREY",
    "LIGHT_GREY",
    "MM",
    "Aside",
    "Canvas",
    "Colour",
    "Element",
    "FlowBlock",
    "Fonts",
    "FormField",
    "FormGrid",
    "KeepTogether",
    "Language",
    "LongTable",
    "Meta",
    "PageStyle",
    "Paragraph",
    "Piece",
    "RuledTable",
    "SignatureBlock",
    "Span",
    "Story",
    "Style",
    "TableColumn",
    "Text",
    "TextAlign",
    "load_fonts",
    "natural_width",
    "pages_needed",
    "pieces_of",
    "render",
]
