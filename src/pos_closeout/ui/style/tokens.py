"""The few colours and sizes every screen is made of.

All text pairs keep a contrast of 5.1 : 1 or more, borders of controls 3 : 1, in both schemes.
"""

from enum import StrEnum
from typing import NamedTuple


class TextSize(StrEnum):
    """The text sizes the owner can choose from."""

    NORMAL = "normal"
    LARGE = "large"
    VERY_LARGE = "very_large"


class Scheme(StrEnum):
    """Light, dark, or whatever the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Tone(StrEnum):
    """What a tag or a line wants to say; never by colour alone."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    OK = "ok"
    AMBER = "amber"
    SEAL = "seal"


SCALES = {TextSize.NORMAL: 1.0, TextSize.LARGE: 1.2, TextSize.VERY_LARGE: 1.4}

TEXT_COLUMN = 720
PAGE_MARGINS = (32, 24)
RAIL_WIDTH = 248
WIDEST_RAIL = 376
"""Pixels that the rail may take for the words of its entries; a window is 960 wide at the least."""
PANEL_WIDTH = 296
GRID = 8


class Tokens(NamedTuple):
    """One colour scheme; every value is ``#RRGGBB``."""

    dark: bool
    bg: str
    card: str
    rail: str
    field: str
    desk: str
    ink: str
    mute: str
    line: str
    edge: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    seal: str
    seal_soft: str
    amber: str
    amber_soft: str
    ok: str
    ok_soft: str

    def foreground(self, tone: Tone) -> str:
        """Return the text colour of a tone."""
        return {
            Tone.NEUTRAL: self.mute,
            Tone.ACCENT: self.accent,
            Tone.OK: self.ok,
            Tone.AMBER: self.amber,
            Tone.SEAL: self.seal,
        }[tone]

    def background(self, tone: Tone) -> str:
        """Return the soft colour a tone's text stands on."""
        return {
            Tone.NEUTRAL: self.rail,
            Tone.ACCENT: self.accent_soft,
            Tone.OK: self.ok_soft,
            Tone.AMBER: self.amber_soft,
            Tone.SEAL: self.seal_soft,
        }[tone]


LIGHT = Tokens(
    dark=False,
    bg="#F4F3EF",
    card="#FFFFFF",
    rail="#ECEAE3",
    field="#FFFFFF",
    desk="#DAD7CF",
    ink="#1E2328",
    mute="#5A626B",
    line="#DAD7CF",
    edge="#6E747A",
    accent="#1F4E5F",
    accent_hover="#2A6478",
    on_accent="#FFFFFF",
    accent_soft="#E2ECEE",
    seal="#B3261E",
    seal_soft="#FBEAE8",
    amber="#8A5A00",
    amber_soft="#FBF1DC",
    ok="#2E6B3E",
    ok_soft="#E6F1E8",
)

DARK = Tokens(
    dark=True,
    bg="#16191C",
    card="#1F2428",
    rail="#1A1E21",
    field="#171B1E",
    desk="#0F1214",
    ink="#E9E7E1",
    mute="#A9AFB5",
    line="#363C42",
    edge="#7F868D",
    accent="#8CC3D1",
    accent_hover="#A6D2DD",
    on_accent="#0F1B20",
    accent_soft="#223740",
    seal="#FF8A80",
    seal_soft="#3A2422",
    amber="#F0C060",
    amber_soft="#382E1A",
    ok="#86C995",
    ok_soft="#20301F",
)
