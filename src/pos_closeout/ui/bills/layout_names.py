"""What bills are called and how to get them, in the language of the screen: the words of ``layouts.toml``."""

from collections.abc import Callable
from functools import cached_property

from pos_closeout.actions.bills.inspect_file import Vocabulary
from pos_closeout.actions.bills.layout_texts import LayoutTexts
from pos_closeout.ui.context import Context


class LayoutNames:
    """Read when the first name is asked for.

    Args:
        context: the language.
        vocabulary: what is known about platforms.
    """

    def __init__(self, context: Context, vocabulary: Callable[[], Vocabulary]) -> None:
        self._context, self._vocabulary = context, vocabulary

    @cached_property
    def _texts(self) -> LayoutTexts:
        return LayoutTexts(self._vocabulary())

    def layout(self, layout: str, own: str = "") -> str:
        """Return what a bill of a layout is called; the owner's ``own`` name of a table goes first."""
        return own or self._context.say(self._texts.layout_name(layout))

    def family(self, family: str) -> str:
        """Return what the bills of a family of layouts are called."""
        return self._context.say(self._texts.family_name(family))

    def guide(self, family: str) -> tuple[str, ...]:
        """Return what to do, one sentence after the other, to get a bill of a family."""
        return tuple(self._context.say(line) for line in self._texts.guide(family))

    def families(self) -> tuple[str, ...]:
        """Return the families there is a guide for, those of merchants first."""
        return self._texts.families()
