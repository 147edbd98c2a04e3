"""What a case is spared because it does not concern its owner, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pos_closeout.actions.papers.letter import Documents
from pos_closeout.documents.papers_to_bring import paper_name
from pos_closeout.documents.wording import Phrases
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.case.notices import Audience
from pos_closeout.domain.device.tasks import Task
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.papers.answers import CaseFacts, case_facts
from pos_closeout.domain.papers.attachments import Paper
from pos_closeout.domain.papers.left_out import LeftOut, spared
from pos_closeout.guidance import Guidance


class LeftOutKind(StrEnum):
    """What kind of thing is left out; the values begin the ids of :class:`LeftOut`, except of questions."""

    QUESTION = "question"
    PAPER = "paper"
    ATTACHMENT = "attachment"
    NOTICE = "notice"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class NamedLeftOut:
    """One thing a case is spared.

    Attributes:
        concern: its id, to bring it back.
        group: what kind of thing it is.
        name: what it is called.
        why: the reason it is left out.
        back: the owner wants it all the same.
    """

    concern: str
    group: LeftOutKind
    name: str
    why: str
    back: bool


def group_of(concern: str) -> LeftOutKind:
    """Return what kind of thing an id names."""
    head, dot, _ = concern.partition(".")
    return LeftOutKind(head) if dot else LeftOutKind.QUESTION


def name_spared(
    documents: Documents,
    guidance: Guidance,
    case: Case,
    items: Sequence[OpenItem],
    *,
    language: LetterLanguage,
    today: date,
) -> tuple[NamedLeftOut, ...]:
    """Return what a case is spared with names and reasons, questions first; a name that is empty here is left out.

    Args:
        documents: the words of papers.
        guidance: the words of questions, notices and tasks.
        case: the case.
        items: its open items.
        language: of the screen.
        today: the day it is.

    Raises:
        DocumentError: ``wording.unreadable`` or ``wording.incomplete``.
    """
    phrases, told = documents.wording.phrases(language), case_facts(case, items, None)
    named = (
        NamedLeftOut(
            each.concern,
            group_of(each.concern),
            _name(each, phrases, guidance, told),
            guidance.concerns[each.why].of(language),
            each.back,
        )
        for each in spared(case, items, today)
    )
    return tuple(each for each in named if each.name)


def _name(left: LeftOut, phrases: Phrases, guidance: Guidance, told: CaseFacts) -> str:
    _, _, name = left.concern.partition(".")
    language = phrases.language.value
    match group_of(left.concern):
        case LeftOutKind.QUESTION:
            text = guidance.checks[left.concern]
            return (text.question or text.title_met).of(language)
        case LeftOutKind.NOTICE:
            return guidance.notices[Audience(name)].name.of(language)
        case LeftOutKind.TASK:
            return guidance.device[Task(name)].name.of(language)
        case LeftOutKind.PAPER:
            return phrases(f"papers.short.{name}")
        case LeftOutKind.ATTACHMENT:
            return paper_name(told, Paper(name), phrases)
