"""Where a case stands on a day, worked out from the case and its open items."""

from collections.abc import Sequence
from datetime import date

from pos_closeout.domain.case.case import Case, main_action, shop_name
from pos_closeout.domain.eligibility.eligibility import evaluate
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.masking import mask_cards
from pos_closeout.domain.reminders.dated_tasks import tasks_of
from pos_closeout.domain.steps.case_card import MOST_TASKS, TASKS_AHEAD, CaseCard
from pos_closeout.domain.steps.progress import first_unfinished, status


def card_of(case: Case, items: Sequence[OpenItem], today: date) -> CaseCard:
    """Return what home says about a case.

    Args:
        case: as stored.
        items: of this case, open and cleared.
        today: the day the card is good for.
    """
    statuses = status(case, evaluate(case, items, today), items)
    step, action = first_unfinished(statuses), main_action(case)
    tasks = [task for task in tasks_of(case) if task.due_on - today <= TASKS_AHEAD]
    tasks = sorted(tasks, key=lambda task: task.due_on)[:MOST_TASKS]
    return CaseCard(
        case_id=case.id,
        made_on=today,
        number=case.number,
        shop=shop_name(case),
        representative=case.merchant.representative,
        acquirer=case.acquirer.name,
        action=action.value if action else "",
        terminals=len(case.terminals),
        stop_on=case.request.stop_on,
        sample=case.sample,
        closed_on=case.closing.closed_on,
        carried=len(case.carried),
        step=step,
        missing=len(statuses[step].missing),
        states=tuple(found.state for found in statuses.values()),
        archived=case.closing.archived_on is not None,
        task_days=tuple(task.due_on for task in tasks),
        task_words=tuple(task.words for task in tasks),
        task_abouts=tuple(mask_cards(task.about) for task in tasks),
    )
