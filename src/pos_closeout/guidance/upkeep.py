"""The words of what a terminal that stays still needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pos_closeout.domain.device.upkeep import Upkeep
from pos_closeout.domain.errors import DataFolderError
from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.names import FILE, load_names
from pos_closeout.guidance.reading import read_sections


@dataclass(frozen=True, slots=True)
class UpkeepText:
    """What it is called, and why and how it is done."""

    name: Bilingual
    why: Bilingual


def load_upkeep(folder: Path) -> Mapping[Upkeep, UpkeepText]:
    """Read ``upkeep.toml``, one entry for each thing, with the names of ``names.toml``.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    names = load_names(folder).upkeep
    if set(names) != set(Upkeep):
        raise DataFolderError("guidance.broken", file=FILE, key="upkeep")
    found = {}
    for name, section in read_sections(folder, "upkeep.toml", Upkeep).items():
        section.only(("why",))
        found[Upkeep(name)] = UpkeepText(names[name], section.text("why"))
    return found
