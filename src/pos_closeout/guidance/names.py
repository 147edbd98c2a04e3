"""What actions, steps and kinds of open items are called: all that home needs of the guidance."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pos_closeout.domain.open_items import ItemKind
from pos_closeout.domain.phases import Step
from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.reading import Section, read_sections

FILE = "names.json"
"""The one file of the guidance that every start reads: JSON is there already, TOML would have to be loaded."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names, by the values of ``Action``, ``Step`` and ``ItemKind``."""

    actions: Mapping[str, Bilingual]
    steps: Mapping[str, Bilingual]
    kinds: Mapping[str, Bilingual]


def load_names(folder: Path) -> Names:
    """Read ``names.json``.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    read = read_sections(folder, FILE, ("actions", "steps", "kinds"))
    # The actions are held to the domain's own by their loader: terminals are not loaded on the way to home.
    return Names(
        {action: read["actions"].text(action) for action in read["actions"].values},
        _of(read["steps"], tuple(Step)),
        _of(read["kinds"], tuple(ItemKind)),
    )


def _of(section: Section, wanted: tuple[str, ...]) -> dict[str, Bilingual]:
    section.only(wanted)
    return {name: section.text(name) for name in wanted}
