"""Where an item can belong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ItemPlaces:
    """Names of the shops by case id, and the terminal numbers of each."""

    shops: Mapping[int, str] = field(default_factory=dict)
    terminals: Mapping[int, Sequence[str]] = field(default_factory=dict)
