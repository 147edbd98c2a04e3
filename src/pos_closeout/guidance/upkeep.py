"""The words of what a terminal that stays still needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pos_closeout.domain.dated_tasks import DatedTask
from pos_closeout.domain.upkeep import Upkeep
from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.reading import read_sections


@dataclass(frozen=True, slots=True)
class UpkeepText:
    """What it is called, and why and how it is done."""

    name: Bilingual
    why: Bilingual


def load_upkeep(folder: Path) -> Mapping[Upkeep, UpkeepText]:
    """Read ``upkeep.toml``, one entry for each thing.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    found = {}
    for name, section in read_sections(folder, "upkeep.toml", Upkeep).items():
        section.only(UpkeepText.__dataclass_fields__)
        found[Upkeep(name)] = UpkeepText(section.text("name"), section.text("why"))
    return found


def task_name(task: DatedTask, texts: Mapping[Upkeep, UpkeepText], language: str) -> str:
    """Return a dated task in a few words: what it is, and the terminal or the owner's own words."""
    name = texts[Upkeep(task.words)].name.of(language) if task.words else ""
    return " ".join(part for part in (name, task.about.strip()) if part)
