"""What was worked out is kept for the next drawing of the same paper, the oldest dropped first."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class BoundedCache(Generic[Made]):
    """Results by what they were made from, at most so many.

    Args:
        most: results kept.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self._made: OrderedDict[Hashable, Made] = OrderedDict()

    def __len__(self) -> int:
        return len(self._made)

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what was made from this key, or make it now. The key says all that the result hangs on."""
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = make()
            if len(self._made) > self.most:
                self._made.popitem(last=False)
        else:
            self._made.move_to_end(key)
        return made
