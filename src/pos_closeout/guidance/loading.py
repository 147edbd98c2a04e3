"""Reads ``resources/guidance/*.toml``; each loader wants exactly the ids the domain knows."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pos_closeout.domain.case import Reason
from pos_closeout.domain.eligibility import CHECKS
from pos_closeout.domain.errors import DataFolderError
from pos_closeout.domain.open_items import ItemKind
from pos_closeout.domain.phases import WORKING, Step
from pos_closeout.domain.terminal import Action
from pos_closeout.guidance.reading import Section, read_sections
from pos_closeout.guidance.texts import (
    ActionText,
    Bilingual,
    CheckText,
    KindText,
    LawText,
    ReasonText,
    StepText,
)

if TYPE_CHECKING:
    from pos_closeout.domain.device import Task
    from pos_closeout.domain.item_facts import Fact
    from pos_closeout.domain.limits import Limit
    from pos_closeout.domain.notices import Audience
    from pos_closeout.guidance.afterwards import Chapter
    from pos_closeout.guidance.contact_texts import ContactTexts, ListedAcquirer
    from pos_closeout.guidance.device import TaskText
    from pos_closeout.guidance.due_words import DueWords
    from pos_closeout.guidance.impact_texts import ImpactTexts
    from pos_closeout.guidance.item_messages import ItemMessages
    from pos_closeout.guidance.item_texts import FactText, LimitText
    from pos_closeout.guidance.library import RuleText, TermText
    from pos_closeout.guidance.messages import Messages
    from pos_closeout.guidance.notices import NoticeText
    from pos_closeout.guidance.review_texts import ReviewTexts

_DUE_MARKS = frozenset({"law", "default"})


class Guidance:
    """Everything ``resources/guidance`` says; a file is read when it is first asked for.

    Every attribute raises what its loader raises.

    Args:
        folder: where the files lie.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def checks(self) -> Mapping[str, CheckText]:
        """The thirty checks, in their order."""
        return load_checks(self._folder)

    @cached_property
    def laws(self) -> Mapping[str, LawText]:
        """The articles that checks and steps name."""
        return load_laws(self._folder)

    @cached_property
    def actions(self) -> Mapping[Action, ActionText]:
        """The four actions."""
        return load_actions(self._folder)

    @cached_property
    def reasons(self) -> Mapping[Reason, ReasonText]:
        """The reasons to choose from."""
        return load_reasons(self._folder)

    @cached_property
    def steps(self) -> Mapping[Step, StepText]:
        """The twelve steps, in their order."""
        return load_steps(self._folder)

    @cached_property
    def kinds(self) -> Mapping[ItemKind, KindText]:
        """The kinds of open items."""
        return load_kinds(self._folder)

    @cached_property
    def facts(self) -> "Mapping[Fact, FactText]":
        """The extra fields of open items."""
        from pos_closeout.guidance.item_texts import load_facts  # noqa: PLC0415  (home comes up without it)

        return load_facts(self._folder)

    @cached_property
    def due_words(self) -> "DueWords":
        """What due dates say about themselves."""
        from pos_closeout.guidance.due_words import load_due_words  # noqa: PLC0415  (home comes up without it)

        return load_due_words(self._folder, self.laws)

    @cached_property
    def limits(self) -> "Mapping[Limit, LimitText]":
        """The usual time limits."""
        from pos_closeout.guidance.item_texts import load_limits  # noqa: PLC0415  (home comes up without it)

        return load_limits(self._folder)

    @cached_property
    def messages(self) -> "Messages":
        """What every error says."""
        from pos_closeout.guidance.messages import load_messages  # noqa: PLC0415  (wanted when something goes wrong)

        return load_messages(self._folder)

    @cached_property
    def item_messages(self) -> "ItemMessages":
        """Messages about one open item."""
        from pos_closeout.guidance.item_messages import load_item_messages  # noqa: PLC0415  (seldom wanted)

        return load_item_messages(self._folder)

    @cached_property
    def acquirer_hints(self) -> Mapping[str, str]:
        """The usual institution by the first three characters of a merchant number; a hint only."""
        return load_acquirer_hints(self._folder)

    @cached_property
    def device(self) -> "Mapping[Task, TaskText]":
        """The tasks of the device step, in their order."""
        from pos_closeout.guidance.device import load_device  # noqa: PLC0415  (not wanted at the start)

        return load_device(self._folder)

    @cached_property
    def notices(self) -> "Mapping[Audience, NoticeText]":
        """What each audience of the notices is told."""
        from pos_closeout.guidance.notices import load_notices  # noqa: PLC0415  (not wanted at the start)

        return load_notices(self._folder)

    @cached_property
    def afterwards(self) -> "Mapping[str, Chapter]":
        """What may come after the stop, by chapter."""
        from pos_closeout.guidance.afterwards import load_afterwards  # noqa: PLC0415  (not wanted at the start)

        return load_afterwards(self._folder)

    @cached_property
    def rules(self) -> "Mapping[str, RuleText]":
        """The laws and regulations as a whole, for the library."""
        from pos_closeout.guidance.library import load_rules  # noqa: PLC0415  (not wanted at the start)

        return load_rules(self._folder)

    @cached_property
    def glossary(self) -> "Mapping[str, TermText]":
        """The words an owner meets on the way."""
        from pos_closeout.guidance.library import load_glossary  # noqa: PLC0415  (not wanted at the start)

        return load_glossary(self._folder)

    @cached_property
    def contact(self) -> "ContactTexts":
        """The words of step 6."""
        from pos_closeout.guidance.contact_texts import load_contact_texts  # noqa: PLC0415  (not wanted at the start)

        return load_contact_texts(self._folder)

    @cached_property
    def review(self) -> "ReviewTexts":
        """The words of step 9."""
        from pos_closeout.guidance.review_texts import load_review_texts  # noqa: PLC0415  (not wanted at the start)

        return load_review_texts(self._folder)

    @cached_property
    def impact(self) -> "ImpactTexts":
        """The words of step 5."""
        from pos_closeout.guidance.impact_texts import load_impact_texts  # noqa: PLC0415  (not wanted at the start)

        return load_impact_texts(self._folder)

    @cached_property
    def acquirers(self) -> "Mapping[str, ListedAcquirer]":
        """The directory of acquirers."""
        from pos_closeout.guidance.contact_texts import load_acquirers  # noqa: PLC0415  (not wanted at the start)

        return load_acquirers(self._folder)


def load_guidance(folder: Path) -> Guidance:
    """Read all guidance from a folder now and return it.

    Raises:
        DataFolderError: as the single loaders, and ``guidance.broken`` for a reference to a law that is not there.
    """
    read = Guidance(folder)
    _check_references("checks.toml", {name: check.law for name, check in read.checks.items()}, read.laws)
    _check_references("steps.toml", {name.value: step.basis for name, step in read.steps.items()}, read.laws)
    # Asking for an attribute reads its file.
    _ = read.actions, read.reasons, read.kinds, read.acquirer_hints, read.rules, read.glossary
    _ = read.facts, read.due_words, read.limits, read.item_messages
    _ = read.facts, read.due_words, read.limits
    _ = read.contact, read.acquirers, read.device, read.review, read.impact, read.notices, read.afterwards
    return read


def load_checks(folder: Path) -> Mapping[str, CheckText]:
    """Read ``checks.toml``, in the order of the checks.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    return {check: _check(section) for check, section in read_sections(folder, "checks.toml", CHECKS).items()}


def load_laws(folder: Path) -> Mapping[str, LawText]:
    """Read ``laws.toml``, in its own order.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    return {law: _law(section) for law, section in read_sections(folder, "laws.toml").items()}


def load_actions(folder: Path) -> Mapping[Action, ActionText]:
    """Read ``actions.toml``.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    return {Action(name): _action(section) for name, section in read_sections(folder, "actions.toml", Action).items()}


def load_reasons(folder: Path) -> Mapping[Reason, ReasonText]:
    """Read ``reasons.toml``.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    return {Reason(name): _reason(section) for name, section in read_sections(folder, "reasons.toml", Reason).items()}


def load_steps(folder: Path) -> Mapping[Step, StepText]:
    """Read ``steps.toml``.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    return {
        Step(name): _step(Step(name), section) for name, section in read_sections(folder, "steps.toml", Step).items()
    }


def load_kinds(folder: Path) -> Mapping[ItemKind, KindText]:
    """Read ``kinds.toml``.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    return {ItemKind(name): _kind(section) for name, section in read_sections(folder, "kinds.toml", ItemKind).items()}


def load_acquirer_hints(folder: Path) -> Mapping[str, str]:
    """Read ``acquirer_hints.toml``: usual institution by the first three characters of a merchant number.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    section = read_sections(folder, "acquirer_hints.toml", ("prefixes",))["prefixes"]
    return {prefix: section.string(prefix) for prefix in section.values}


def _check(section: Section) -> CheckText:
    section.only(CheckText.__dataclass_fields__)
    question = section.text_or_none("question")
    return CheckText(
        number=section.whole("number"),
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


def _variants(section: Section) -> dict[tuple[str, str], Bilingual]:
    groups = {name: section.section(name) for name in section.values}
    return {(name, value): group.text(value) for name, group in groups.items() for value in group.values}


def _law(section: Section) -> LawText:
    section.only(LawText.__dataclass_fields__)
    return LawText(
        name=section.text("name"),
        number=section.string("number", ""),
        article=section.text("article"),
        quote=section.string("quote", ""),
        gist=section.text("gist"),
        checked=section.string("checked"),
    )


def _action(section: Section) -> ActionText:
    section.only(ActionText.__dataclass_fields__)
    return ActionText(
        name=section.text("name"),
        one_line=section.text("one_line"),
        stops=_some(section, "stops"),
        goes_on=_some(section, "goes_on"),
        undo=section.text("undo"),
    )


def _reason(section: Section) -> ReasonText:
    section.only(ReasonText.__dataclass_fields__)
    return ReasonText(section.text("label"), section.text("hint"))


def _step(step: Step, section: Section) -> StepText:
    section.only(StepText.__dataclass_fields__)
    return StepText(
        name=section.text("name"),
        subtitle=section.text("subtitle"),
        why_heading=section.text("why_heading"),
        why=_some(section, "why"),
        basis=section.names("basis"),
        note=section.texts("note"),
        later=() if step in WORKING else _some(section, "later"),
    )


def _kind(section: Section) -> KindText:
    section.only(KindText.__dataclass_fields__)
    if section.string("due_mark") not in _DUE_MARKS:
        raise section.broken("due_mark")
    return KindText(
        name=section.text("name"),
        explanation=section.text("explanation"),
        contact=section.text("contact"),
        proof=section.text("proof"),
        overdue=section.text("overdue"),
        due=section.text("due"),
        due_mark=section.string("due_mark"),
    )


def _some(section: Section, key: str) -> tuple[Bilingual, ...]:
    """Return a list of texts that must not be empty."""
    found = section.texts(key)
    if not found:
        raise section.broken(key)
    return found


def _check_references(file: str, references: Mapping[str, Iterable[str]], laws: Mapping[str, LawText]) -> None:
    for name, named in references.items():
        for law in named:
            if law not in laws:
                raise DataFolderError("guidance.broken", file=file, key=f"{name}: {law}")
