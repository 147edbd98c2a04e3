"""The library: rules with their status, and the glossary. Read when the owner opens it, not at the start."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.reading import TextSection, read_sections

_READ = frozenset({"text", "part", "report"})


@dataclass(frozen=True, slots=True)
class RuleText:
    """One law or regulation as a whole.

    Attributes:
        number: how it was published; empty for statutes known by name.
        in_force: since when, ISO date; empty where the day is not verified.
        status: whether it is in force, as found on the day in ``checked`` (a month such as ``2026-11``).
        read: ``text`` read word for word, ``part`` in part, ``report`` only as others report it.
    """

    name: Bilingual
    number: str
    in_force: str
    status: Bilingual
    read: str
    about: Bilingual
    checked: str


@dataclass(frozen=True, slots=True)
class TermText:
    """One word of the glossary.

    Attributes:
        where: where the owner finds it, ``None`` for what is not found on paper.
        slip: the place on the sample slip, empty when it is not there.
        search: other words people use.
    """

    name: Bilingual
    meaning: Bilingual
    where: Bilingual | None
    slip: str
    search: tuple[str, ...]


def load_rules(folder: Path) -> Mapping[str, RuleText]:
    """Read ``rules.toml``, in its own order.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    return {key: _rule(section) for key, section in read_sections(folder, "rules.toml").items()}


def load_glossary(folder: Path) -> Mapping[str, TermText]:
    """Read ``glossary.toml``, in its own order.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    return {key: _term(section) for key, section in read_sections(folder, "glossary.toml").items()}


def _rule(section: TextSection) -> RuleText:
    section.only(RuleText.__dataclass_fields__)
    if section.string("read") not in _READ:
        raise section.broken("read")
    return RuleText(
        name=section.text("name"),
        number=section.string("number", ""),
        in_force=section.string("in_force", ""),
        status=section.text("status"),
        read=section.string("read"),
        about=section.text("about"),
        checked=section.string("checked"),
    )


def _term(section: TextSection) -> TermText:
    section.only(TermText.__dataclass_fields__)
    return TermText(
        name=section.text("name"),
        meaning=section.text("meaning"),
        where=section.text_or_none("where"),
        slip=section.string("slip", ""),
        search=section.names("search"),
    )
