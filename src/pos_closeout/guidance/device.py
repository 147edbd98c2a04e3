"""The words of the device step, read when that step is opened."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pos_closeout.domain.device.tasks import Task
from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.reading import read_sections


@dataclass(frozen=True, slots=True)
class TaskText:
    """One task: what it is called, what it saves the owner from, and what to press or ask."""

    name: Bilingual
    why: Bilingual
    how: Bilingual


def load_device(folder: Path) -> Mapping[Task, TaskText]:
    """Read ``device.toml``, one entry for each task.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    found = {}
    for name, section in read_sections(folder, "device.toml", Task).items():
        section.only(TaskText.__dataclass_fields__)
        found[Task(name)] = TaskText(section.text("name"), section.text("why"), section.text("how"))
    return found
