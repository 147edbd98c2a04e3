"""What actions, steps, kinds of open items and upkeep are called: all that home needs of the guidance."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pos_closeout.domain.ledger.open_items import ItemKind
from pos_closeout.domain.phases import Step
from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.reading import TextSection, read_sections

FILE = "names.toml"


@dataclass(frozen=True, slots=True)
class ScreenNames:
    """The names, by the values of ``Action``, ``Step``, ``ItemKind`` and ``Upkeep``."""

    actions: Mapping[str, Bilingual]
    steps: Mapping[str, Bilingual]
    kinds: Mapping[str, Bilingual]
    upkeep: Mapping[str, Bilingual]


def load_names(folder: Path) -> ScreenNames:
    """Read ``names.toml``.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    read = read_sections(folder, FILE, ("actions", "steps", "kinds", "upkeep"))
    # Actions and upkeep are held to the domain's own by their loaders: terminals are not loaded on the way to home.
    return ScreenNames(
        _all(read["actions"]),
        _of(read["steps"], tuple(Step)),
        _of(read["kinds"], tuple(ItemKind)),
        _all(read["upkeep"]),
    )


def _all(section: TextSection) -> dict[str, Bilingual]:
    return {name: section.text(name) for name in section.values}


def _of(section: TextSection, wanted: tuple[str, ...]) -> dict[str, Bilingual]:
    section.only(wanted)
    return {name: section.text(name) for name in wanted}


def task_name(names: ScreenNames, words: str, about: str, language: str) -> str:
    """Return a dated task in a few words: what it is, by its name of upkeep, and the terminal or the owner's words."""
    name = names.upkeep[words].of(language) if words else ""
    return " ".join(part for part in (name, about.strip()) if part)
