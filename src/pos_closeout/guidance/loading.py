"""Reads ``resources/guidance/*.toml``; each loader wants exactly the ids the domain knows."""

from collections.abc import Mapping
from pathlib import Path

from pos_closeout.domain.case.case import Reason
from pos_closeout.domain.device.terminal import Action
from pos_closeout.domain.eligibility.advice import ADVICE
from pos_closeout.domain.eligibility.concerns import Circumstance
from pos_closeout.domain.eligibility.eligibility import CHECKS
from pos_closeout.domain.errors import DataFolderError
from pos_closeout.domain.ledger.open_items import ItemKind
from pos_closeout.domain.phases import Step
from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.names import FILE, load_names
from pos_closeout.guidance.reading import TextSection, read_sections
from pos_closeout.guidance.texts import ActionText, CheckText, KindText, LawText, ReasonText, StepText

_DUE_MARKS = frozenset({"law", "default"})


def load_checks(folder: Path) -> Mapping[str, CheckText]:
    """Read ``checks.toml``, in the order of the checks.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    return {check: _check(section) for check, section in read_sections(folder, "checks.toml", CHECKS).items()}


def load_concerns(folder: Path) -> Mapping[Circumstance, Bilingual]:
    """Read ``concerns.toml``: why something is left out, by situation.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    found = read_sections(folder, "concerns.toml", Circumstance)
    return {Circumstance(name): section.only({"why"}).text("why") for name, section in found.items()}


def load_advice(folder: Path) -> Mapping[str, Bilingual]:
    """Read ``advice.toml``: what an adviser says to a reason, before the owner chooses.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    found = read_sections(folder, "advice.toml", ADVICE)
    return {name: section.only({"why"}).text("why") for name, section in found.items()}


def load_laws(folder: Path) -> Mapping[str, LawText]:
    """Read ``laws.toml``, in its own order.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    return {law: _law(section) for law, section in read_sections(folder, "laws.toml").items()}


def load_actions(folder: Path) -> Mapping[Action, ActionText]:
    """Read ``actions.toml``, with the names of ``names.toml``.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    names = load_names(folder).actions
    if set(names) != set(Action):
        raise DataFolderError("guidance.broken", file=FILE, key="actions")
    sections = read_sections(folder, "actions.toml", Action)
    return {Action(name): _action(section, names[name]) for name, section in sections.items()}


def load_reasons(folder: Path) -> Mapping[Reason, ReasonText]:
    """Read ``reasons.toml``.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    return {Reason(name): _reason(section) for name, section in read_sections(folder, "reasons.toml", Reason).items()}


def load_steps(folder: Path) -> Mapping[Step, StepText]:
    """Read ``steps.toml``, with the names of ``names.toml``.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    names = load_names(folder).steps
    sections = read_sections(folder, "steps.toml", Step)
    return {Step(name): _step(section, names[name]) for name, section in sections.items()}


def load_kinds(folder: Path) -> Mapping[ItemKind, KindText]:
    """Read ``kinds.toml``, with the names of ``names.toml``.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    names = load_names(folder).kinds
    sections = read_sections(folder, "kinds.toml", ItemKind)
    return {ItemKind(name): _kind(section, names[name]) for name, section in sections.items()}


def load_acquirer_hints(folder: Path) -> Mapping[str, str]:
    """Read ``acquirer_hints.toml``: usual institution by the first three characters of a merchant number.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    section = read_sections(folder, "acquirer_hints.toml", ("prefixes",))["prefixes"]
    return {prefix: section.string(prefix) for prefix in section.values}


def _check(section: TextSection) -> CheckText:
    section.only(CheckText.__dataclass_fields__)
    question = section.text_or_none("question")
    return CheckText(
        title_problem=section.text("title_problem"),
        title_met=section.text("title_met"),
        variants=_variants(section.section("variants")),
        question=question,
        fine=section.text("fine") if question else None,
        problem=section.text("problem") if question else None,
        not_applicable=section.text_or_none("not_applicable"),
        why=section.text("why"),
        evidence=section.text("evidence"),
        remedy=section.text("remedy"),
        law=section.names("law"),
    )


def _variants(section: TextSection) -> dict[tuple[str, str], Bilingual]:
    groups = {name: section.section(name) for name in section.values}
    return {(name, value): group.text(value) for name, group in groups.items() for value in group.values}


def _law(section: TextSection) -> LawText:
    section.only(LawText.__dataclass_fields__)
    return LawText(
        name=section.text("name"),
        number=section.string("number", ""),
        article=section.text("article"),
        quote=section.string("quote", ""),
        gist=section.text("gist"),
        checked=section.string("checked"),
        binds=section.string("binds", ""),
    )


def _action(section: TextSection, name: Bilingual) -> ActionText:
    section.only(ActionText.__dataclass_fields__.keys() - {"name"})
    return ActionText(
        name=name,
        one_line=section.text("one_line"),
        stops=_some(section, "stops"),
        goes_on=_some(section, "goes_on"),
        undo=section.text("undo"),
    )


def _reason(section: TextSection) -> ReasonText:
    section.only(ReasonText.__dataclass_fields__)
    return ReasonText(section.text("label"), section.text("hint"))


def _step(section: TextSection, name: Bilingual) -> StepText:
    section.only(StepText.__dataclass_fields__.keys() - {"name"})
    return StepText(
        name=name,
        subtitle=section.text("subtitle"),
        why_heading=section.text("why_heading"),
        why=_some(section, "why"),
        basis=section.names("basis"),
        note=section.texts("note"),
    )


def _kind(section: TextSection, name: Bilingual) -> KindText:
    section.only(KindText.__dataclass_fields__.keys() - {"name"})
    if section.string("due_mark") not in _DUE_MARKS:
        raise section.broken("due_mark")
    return KindText(
        name=name,
        explanation=section.text("explanation"),
        contact=section.text("contact"),
        proof=section.text("proof"),
        overdue=section.text("overdue"),
        due=section.text("due"),
        due_mark=section.string("due_mark"),
    )


def _some(section: TextSection, key: str) -> tuple[Bilingual, ...]:
    """Return a list of texts that must not be empty."""
    found = section.texts(key)
    if not found:
        raise section.broken(key)
    return found
