"""The fonts inside a file, read back by somebody else's reader of fonts."""

import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFontParser

from pos_closeout.documents.typesetting.fonts import FILES, Face
from pos_closeout.documents.typesetting.kept import Kept
from pos_closeout.documents.typesetting.outlines import deflated, outlines, program


@pytest.mark.parametrize("name", FILES)
def test_a_cut_down_font_is_whole_and_draws_the_same(name: str, resources: Path) -> None:
    file = Face(resources / "fonts" / name).file
    numbers = sorted(file.charToGlyph.values())[::97]
    found = outlines(file, numbers)
    compressed, length = program(file, found, Kept(10))
    written = zlib.decompress(compressed)
    assert len(written) == length
    # It checks the sums of the file and of every table as it reads.
    parser = TTFontParser(BytesIO(written), validate=1)
    assert len(parser.get_table("loca")) == 4 * (len(found) + 1)
    assert set(numbers) <= set(found)


def test_letters_with_accents_bring_what_they_are_composed_of(resources: Path) -> None:
    file = Face(resources / "fonts" / FILES[0]).file
    asked = {file.charToGlyph[ord(letter)] for letter in "éñüç"}
    found = outlines(file, asked)
    assert {file.charToGlyph[ord(letter)] for letter in "enuc"} < set(found)


@given(st.lists(st.binary(max_size=200), max_size=12))
def test_parts_compressed_one_by_one_are_one_stream(parts: list[bytes]) -> None:
    kept: Kept[bytes] = Kept(4)
    for _ in range(2):
        compressed, length = deflated(parts, kept)
        assert zlib.decompress(compressed) == b"".join(parts)
        assert length == sum(map(len, parts))
