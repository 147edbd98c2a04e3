"""What the extra fields of open items and the usual time limits are called."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pos_closeout.domain.ledger.item_facts import SPECS, Fact
from pos_closeout.domain.ledger.limits import Limit
from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.reading import TextSection, read_sections

_UNITS = frozenset({"days", "working_days", "months", "day_of_month"})


@dataclass(frozen=True, slots=True)
class FactText:
    """One extra field: its label, and the words of its choices by id."""

    label: Bilingual
    choices: Mapping[str, Bilingual]


@dataclass(frozen=True, slots=True)
class LimitText:
    """One time limit: its label, its unit (days, working_days, months or day_of_month) and a note, if any."""

    label: Bilingual
    unit: str
    note: Bilingual | None


def load_facts(folder: Path) -> Mapping[Fact, FactText]:
    """Read ``facts.toml``.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``, also when choices are not those declared.
    """
    sections = read_sections(folder, "facts.toml", Fact)
    choices = {spec.fact: spec.choices for specs in SPECS.values() for spec in specs}
    return {Fact(name): _fact(section, choices.get(Fact(name), ())) for name, section in sections.items()}


def load_limits(folder: Path) -> Mapping[Limit, LimitText]:
    """Read ``limits.toml``.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    return {Limit(name): _limit(section) for name, section in read_sections(folder, "limits.toml", Limit).items()}


def _fact(section: TextSection, choices: tuple[str, ...]) -> FactText:
    words = section.only(("label", "choices")).section("choices").only(choices)
    return FactText(section.text("label"), {choice: words.text(choice) for choice in choices})


def _limit(section: TextSection) -> LimitText:
    if section.only(("label", "unit", "note")).string("unit") not in _UNITS:
        raise section.broken("unit")
    return LimitText(section.text("label"), section.string("unit"), section.text_or_none("note"))
