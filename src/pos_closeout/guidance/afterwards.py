"""What may come after the stop: applying again, traps, taking it back. Read when the follow-up step is opened."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.reading import read_sections

_CHAPTERS = ("again", "materials", "steps", "contract", "traps", "back")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading with its lines."""

    heading: Bilingual
    lines: tuple[Bilingual, ...]


def load_afterwards(folder: Path) -> Mapping[str, Chapter]:
    """Read ``afterwards.toml``: its chapters in the order of the file.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    found = {}
    for name, section in read_sections(folder, "afterwards.toml", _CHAPTERS).items():
        section.only(Chapter.__dataclass_fields__)
        found[name] = Chapter(section.text("heading"), section.texts("lines"))
    return found
