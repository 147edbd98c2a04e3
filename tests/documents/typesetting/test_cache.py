"""What is kept between two drawings never shows in what is drawn."""

from pathlib import Path

from pos_closeout.documents.typesetting import FlowBlock, PageStyle, Paragraph, Style, load_fonts, render
from pos_closeout.documents.typesetting.cache import BoundedCache
from tests.documents.typesetting.conftest import META


def test_only_so_many_are_kept_and_the_least_used_goes_first() -> None:
    kept: BoundedCache[str] = BoundedCache(2)
    for key in "aba":
        kept.get(key, key.upper)
    kept.get("c", lambda: "C")
    assert len(kept) == 2
    assert kept.get("a", lambda: "made again") == "A"
    assert kept.get("b", lambda: "made again") == "made again"


def story(name: str) -> list[FlowBlock]:
    return [Paragraph("收单机构", Style(bold=True)), Paragraph(f"本店{name}，é ĉ ─ —", Style(first_indent=2))]


def test_a_paper_is_the_same_whatever_was_drawn_before(resources: Path) -> None:
    warm = load_fonts(resources / "fonts")
    for name in ("甲乙", "丙丁", "戊己庚", "辛"):
        drawn = render(story(name), fonts=warm, meta=META, page=PageStyle())
        cold = load_fonts(resources / "fonts")
        assert drawn == render(story(name), fonts=cold, meta=META, page=PageStyle())
