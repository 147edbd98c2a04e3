"""Which settings are looked at together: every pair of two settings is met at least once."""

from collections.abc import Iterator
from itertools import combinations, product
from typing import NamedTuple

from pos_closeout.ui.style.tokens import Scheme, TextSize


class Screen(NamedTuple):
    """A screen, in its own pixels, how much they are magnified, and the window on it if not as it opens by itself."""

    width: int
    height: int
    scale: float = 1.0
    window: tuple[int, int] | None = None

    @property
    def name(self) -> str:
        """What folders and sheets call it."""
        width, height = self.window or (self.width, self.height)
        return f"{width}x{height}" + (f"@{self.scale}" if self.scale != 1 else "")


SCREENS = (
    Screen(1366, 768),
    Screen(1024, 600),
    Screen(1920, 1080, 1.5),
    Screen(1366, 768, window=(900, 500)),
)


class Combination(NamedTuple):
    """One way the program can stand on a desk."""

    screen: Screen
    language: str
    size: TextSize
    scheme: Scheme


def possible(each: Combination) -> bool:
    """Return whether the program promises to work like this: large text wants a screen of 1280 by 720, as drawn."""
    small = each.screen in {SCREENS[1], SCREENS[3]}
    return not small or each.size is TextSize.NORMAL


def pairwise() -> Iterator[Combination]:
    """Yield as few combinations as are needed to meet every possible pair of two settings."""
    every = [
        found
        for screen, language, size, scheme in product(SCREENS, ("zh", "en"), TextSize, (Scheme.LIGHT, Scheme.DARK))
        if possible(found := Combination(screen, language, size, scheme))
    ]
    waiting = {pair for each in every for pair in combinations(each, 2)}
    while waiting:
        best = max(every, key=lambda each: len(waiting & set(combinations(each, 2))))
        waiting -= set(combinations(best, 2))
        yield best
