from pathlib import Path

import pytest

from pos_closeout.documents.typesetting import Fonts, load_fonts
from pos_closeout.documents.typesetting.fonts import FILES, HAN, LATIN, RARE
from pos_closeout.domain.errors import DocumentError


def face(fonts: Fonts, character: str, *, bold: bool = False, chinese: bool = True) -> str:
    return fonts.glyph(character, bold=bold, chinese=chinese).face.path.name


def test_figures_are_latin_and_ideographs_chinese(fonts: Fonts) -> None:
    assert {face(fonts, character) for character in "Az09¥,.☐☑"} == {LATIN}
    assert {face(fonts, character) for character in "和，（①㎡￥䶮𬱖𠅤"} == {HAN}


def test_quotes_follow_the_language_of_the_paper(fonts: Fonts) -> None:
    assert face(fonts, "“") == HAN
    assert face(fonts, "“", chinese=False) == LATIN


def test_every_character_of_gbk_has_a_glyph(fonts: Fonts) -> None:
    pairs = (bytes((row, cell)) for row in range(0x81, 0xFF) for cell in range(0x40, 0xFF))
    han = {
        character for pair in pairs for character in pair.decode("gbk", "ignore") if "\u4e00" <= character <= "\u9fff"
    }
    assert len(han) > 20_000
    assert fonts.missing_characters("".join(han)) == ()


def test_rare_names_fall_back_to_the_rare_font(fonts: Fonts) -> None:
    assert face(fonts, "\U0002b821") == RARE


def test_bold_of_a_rare_name_is_made_with_a_stroke(fonts: Fonts) -> None:
    assert not fonts.glyph("店", bold=True).thickened
    assert fonts.glyph("鱻", bold=True).thickened == (fonts.glyph("鱻", bold=True).face.path.name == HAN)
    assert fonts.glyph("\U0002b821", bold=True).thickened


def test_what_no_font_has_is_named_once_in_order(fonts: Fonts) -> None:
    assert fonts.missing_characters("收银😀台", "שש م 😀\n☑️") == ("😀", "ש", "م")


def test_a_missing_character_is_drawn_as_geta(fonts: Fonts) -> None:
    glyph = fonts.glyph("😀")
    assert (glyph.drawn, glyph.missing) == ("〓", True)


def test_a_folder_without_fonts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as error:
        load_fonts(tmp_path)
    assert error.value.message_id == "document.fonts_missing"


@pytest.mark.parametrize("length", [0, 10, 300, 100_000])
def test_a_damaged_font_is_named(resources: Path, tmp_path: Path, length: int) -> None:
    for name in FILES:
        (tmp_path / name).write_bytes((resources / "fonts" / name).read_bytes()[:length])
    fonts = load_fonts(tmp_path)
    with pytest.raises(DocumentError) as error:
        fonts.glyph("店")
    assert (error.value.message_id, error.value.facts["file"]) == ("document.font_damaged", str(tmp_path / HAN))


def test_the_fonts_come_with_their_licence_and_stay_small_enough_to_carry(resources: Path) -> None:
    licence = (resources / "fonts" / "LICENSE.txt").read_text("utf-8")
    assert all(name in licence for name in ("SIL OPEN FONT LICENSE", "Adobe", "GlyphWiki", "Source Serif"))
    assert sum(file.stat().st_size for file in (resources / "fonts").glob("*.ttf")) < 25_000_000
