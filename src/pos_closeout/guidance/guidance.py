"""Everything the guidance files say, each read when it is first asked for."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pos_closeout.domain.errors import DataFolderError
from pos_closeout.guidance.names import ScreenNames, load_names

if TYPE_CHECKING:
    from pos_closeout.domain.case.case import Reason
    from pos_closeout.domain.case.notices import Audience
    from pos_closeout.domain.device.tasks import Task
    from pos_closeout.domain.device.terminal import Action
    from pos_closeout.domain.device.upkeep import Upkeep
    from pos_closeout.domain.eligibility.concerns import Circumstance
    from pos_closeout.domain.eligibility.routes import Route
    from pos_closeout.domain.ledger.item_facts import Fact
    from pos_closeout.domain.ledger.limits import Limit
    from pos_closeout.domain.ledger.open_items import ItemKind
    from pos_closeout.domain.phases import Step
    from pos_closeout.guidance.afterwards import Chapter
    from pos_closeout.guidance.bilingual import Bilingual
    from pos_closeout.guidance.case_words import CaseWords
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
    from pos_closeout.guidance.routes import RouteText
    from pos_closeout.guidance.texts import ActionText, CheckText, KindText, LawText, ReasonText, StepText
    from pos_closeout.guidance.upkeep import UpkeepText


class Guidance:
    """Everything ``resources/guidance`` says; a file is read when it is first asked for.

    Every attribute raises what its loader raises.

    Args:
        folder: where the files lie.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def names(self) -> ScreenNames:
        """What actions, steps and kinds of open items are called."""
        return load_names(self._folder)

    @cached_property
    def checks(self) -> "Mapping[str, CheckText]":
        """The checks, in their order."""
        from pos_closeout.guidance.loading import load_checks

        return load_checks(self._folder)

    @cached_property
    def concerns(self) -> "Mapping[Circumstance, Bilingual]":
        """Why a check was left out, by situation."""
        from pos_closeout.guidance.loading import load_concerns

        return load_concerns(self._folder)

    @cached_property
    def advice(self) -> "Mapping[str, Bilingual]":
        """What an adviser says to a reason, by the key of the advice."""
        from pos_closeout.guidance.loading import load_advice

        return load_advice(self._folder)

    @cached_property
    def laws(self) -> "Mapping[str, LawText]":
        """The articles that checks and steps name."""
        from pos_closeout.guidance.loading import load_laws

        return load_laws(self._folder)

    @cached_property
    def actions(self) -> "Mapping[Action, ActionText]":
        """The four actions."""
        from pos_closeout.guidance.loading import load_actions

        return load_actions(self._folder)

    @cached_property
    def reasons(self) -> "Mapping[Reason, ReasonText]":
        """The reasons to choose from."""
        from pos_closeout.guidance.loading import load_reasons

        return load_reasons(self._folder)

    @cached_property
    def steps(self) -> "Mapping[Step, StepText]":
        """The twelve steps, in their order."""
        from pos_closeout.guidance.loading import load_steps

        return load_steps(self._folder)

    @cached_property
    def kinds(self) -> "Mapping[ItemKind, KindText]":
        """The kinds of open items."""
        from pos_closeout.guidance.loading import load_kinds

        return load_kinds(self._folder)

    @cached_property
    def facts(self) -> "Mapping[Fact, FactText]":
        """The extra fields of open items."""
        from pos_closeout.guidance.item_texts import load_facts

        return load_facts(self._folder)

    @cached_property
    def due_words(self) -> "DueWords":
        """What due dates say about themselves."""
        from pos_closeout.guidance.due_words import load_due_words

        return load_due_words(self._folder, self.laws)

    @cached_property
    def limits(self) -> "Mapping[Limit, LimitText]":
        """The usual time limits."""
        from pos_closeout.guidance.item_texts import load_limits

        return load_limits(self._folder)

    @cached_property
    def messages(self) -> "Messages":
        """What every error says."""
        from pos_closeout.guidance.messages import load_messages

        return load_messages(self._folder)

    @cached_property
    def item_messages(self) -> "ItemMessages":
        """Messages about one open item."""
        from pos_closeout.guidance.item_messages import load_item_messages

        return load_item_messages(self._folder)

    @cached_property
    def acquirer_hints(self) -> Mapping[str, str]:
        """The usual institution by the first three characters of a merchant number; a hint only."""
        from pos_closeout.guidance.loading import load_acquirer_hints

        return load_acquirer_hints(self._folder)

    @cached_property
    def device(self) -> "Mapping[Task, TaskText]":
        """The tasks of the device step, in their order."""
        from pos_closeout.guidance.device import load_device

        return load_device(self._folder)

    @cached_property
    def upkeep(self) -> "Mapping[Upkeep, UpkeepText]":
        """What terminals that stay still need."""
        from pos_closeout.guidance.upkeep import load_upkeep

        return load_upkeep(self._folder)

    @cached_property
    def notices(self) -> "Mapping[Audience, NoticeText]":
        """What each audience of the notices is told."""
        from pos_closeout.guidance.notices import load_notices

        return load_notices(self._folder)

    @cached_property
    def afterwards(self) -> "Mapping[str, Chapter]":
        """What may come after the stop, by chapter."""
        from pos_closeout.guidance.afterwards import load_afterwards

        return load_afterwards(self._folder)

    @cached_property
    def case_words(self) -> "CaseWords":
        """What parts and fields of a case are called, for history and search."""
        from pos_closeout.guidance.case_words import load_case_words

        return load_case_words(self._folder)

    @cached_property
    def rules(self) -> "Mapping[str, RuleText]":
        """The laws and regulations as a whole, for the library."""
        from pos_closeout.guidance.library import load_rules

        return load_rules(self._folder)

    @cached_property
    def glossary(self) -> "Mapping[str, TermText]":
        """The words an owner meets on the way."""
        from pos_closeout.guidance.library import load_glossary

        return load_glossary(self._folder)

    @cached_property
    def contact(self) -> "ContactTexts":
        """The words of step 6."""
        from pos_closeout.guidance.contact_texts import load_contact_texts

        return load_contact_texts(self._folder)

    @cached_property
    def review(self) -> "ReviewTexts":
        """The words of step 9."""
        from pos_closeout.guidance.review_texts import load_review_texts

        return load_review_texts(self._folder)

    @cached_property
    def impact(self) -> "ImpactTexts":
        """The words of step 5."""
        from pos_closeout.guidance.impact_texts import load_impact_texts

        return load_impact_texts(self._folder)

    @cached_property
    def routes(self) -> "Mapping[Route, RouteText]":
        """How to stop in an app, by route."""
        from pos_closeout.guidance.routes import load_routes

        return load_routes(self._folder)

    @cached_property
    def acquirers(self) -> "Mapping[str, ListedAcquirer]":
        """The directory of acquirers."""
        from pos_closeout.guidance.contact_texts import load_acquirers

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
    _ = read.contact, read.acquirers, read.device, read.upkeep, read.review, read.impact, read.notices, read.afterwards
    _ = read.case_words, read.concerns, read.advice, read.routes
    return read


def _check_references(file: str, references: Mapping[str, Iterable[str]], laws: "Mapping[str, LawText]") -> None:
    for name, named in references.items():
        for law in named:
            if law not in laws:
                raise DataFolderError("guidance.broken", file=file, key=f"{name}: {law}")
