"""What a case is spared because it does not concern its owner: questions, papers, documents, notices, tasks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.case.notices import Audience, suggested
from pos_closeout.domain.device.tasks import left_out_tasks
from pos_closeout.domain.device.terminal import DeviceKind, device_kind
from pos_closeout.domain.eligibility.concerns import Circumstance, circumstances, left_out, tasks_back
from pos_closeout.domain.eligibility.eligibility import QUESTIONS, evaluate
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.papers.answers import case_facts
from pos_closeout.domain.papers.attachments import Paper, documents_of_any_owner
from pos_closeout.domain.papers.fitting_papers import papers_of_any_owner

_ANOTHER_WAY = frozenset(
    {
        Circumstance.ALL_IN_ONE,
        Circumstance.ASKED_APART,
        Circumstance.NOT_SUSPICION,
        Circumstance.NOT_HEIRS,
        Circumstance.NOT_RECORD_BEHIND,
        Circumstance.NOT_ACQUIRER_LEFT,
    }
)
"""Questions of a situation that the owner is not in, or that another question stands for: nobody misses those."""

_BY_KIND = {DeviceKind.POCKET: Circumstance.PERSONAL, DeviceKind.CODE: Circumstance.ONLY_CODES}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One thing that a case is spared.

    Attributes:
        concern: the id of a check, or ``paper.``, ``attachment.``, ``notice.`` or ``task.`` and an id.
        why: the circumstance.
        back: the owner wants it all the same.
    """

    concern: str
    why: Circumstance
    back: bool = False


def spared(case: Case, items: Sequence[OpenItem], today: date) -> tuple[LeftOut, ...]:
    """Return what a case is spared, and what of that was brought back: questions, papers, documents, notices, tasks.

    Args:
        case: the case.
        items: its open items.
        today: the day it is.
    """
    bare = replace(case, profile=replace(case.profile, brought_back=()))
    found = circumstances(bare, items, today)
    back = frozenset(case.profile.brought_back)
    named = ((concern, left_out(concern, bare, found)) for concern in _concerns(bare, items, today))
    said = (LeftOut(concern, why, concern in back) for concern, why in named if why is not None)
    return (*(each for each in said if each.why not in _ANOTHER_WAY), *_tasks(case))


def _concerns(bare: Case, items: Sequence[OpenItem], today: date) -> Iterator[str]:
    """Name what the answers call for, before anything is left out."""
    silent = {each.check for each in evaluate(bare, items, today) if "left_out" in dict(each.values)}
    yield from (check for check in QUESTIONS if check in silent)
    yield from (f"paper.{kind}" for kind in papers_of_any_owner(bare, items))
    needed = documents_of_any_owner(case_facts(bare, items, None))
    yield from (f"attachment.{paper}" for paper in Paper if paper in needed)
    usual = {each.audience for each in suggested(bare.notices, (), bare.request.stop_on, today)}
    yield from (f"notice.{audience}" for audience in Audience if audience in usual)


def _tasks(case: Case) -> Iterator[LeftOut]:
    """Name the tasks that the kinds of its devices leave out, each once."""
    why = {
        task: _BY_KIND[kind]
        for terminal in case.terminals
        if terminal.action is not None and (kind := device_kind(terminal)) in _BY_KIND
        for task in left_out_tasks(terminal)
    }
    back = tasks_back(case)
    yield from (LeftOut(f"task.{task}", reason, task in back) for task, reason in why.items())
