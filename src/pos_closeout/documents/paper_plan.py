"""The operating plan (操作方案): who does what when, before the stop, on the device, and afterwards."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import count

from pos_closeout.documents.content import Align, Block, Column, Prose, Section, Signature, SignatureLine, Table
from pos_closeout.documents.letter_draft import Draft, groups
from pos_closeout.documents.paper_words import merchant, terminals, text_or_blank
from pos_closeout.domain.case.stop_day import CLOSING_NOTICE_DAYS, first_day_without
from pos_closeout.domain.device.terminal import Action, Condition, Terminal, goes_back
from pos_closeout.domain.papers.answers import Basis, Known

_Row = tuple[str, str, str]
"""When, what, who."""


def plan_opening(draft: Draft) -> str:
    """Return what the plan is for."""
    actions = [action for action, _ in groups(draft.case)]
    done = draft.done
    if len(actions) > 1:
        done = draft.say.join(draft.say(f"terms.action.{action}") for action in actions)
    return draft.claim(
        "papers.plan.opening",
        merchant=merchant(draft),
        when=draft.when,
        done=done,
        terminals=terminals(draft, draft.case.terminals),
    )


def plan_sections(draft: Draft) -> tuple[Section, ...]:
    """Return the steps in their order, counted through, and what to do when something fails."""
    say, numbers = draft.say, count(1)
    fallback = draft.case.paper_answers.fallback.strip() or say("papers.plan.fallback_default", done=draft.done)
    return (
        Section(say("papers.plan.before"), (_table(draft, _before(draft), numbers),)),
        Section(say("papers.plan.day"), (_table(draft, _on_the_day(draft), numbers),)),
        Section(say("papers.plan.after"), (_table(draft, _after(draft), numbers),)),
        Section(say("papers.plan.fallback"), (Prose(fallback),)),
    )


def plan_signature(draft: Draft) -> Signature:
    """Return who signs that it was done: who works the device, and who looks on."""
    say = draft.say
    lines = (SignatureLine(say("papers.plan.operator")), SignatureLine(say("papers.plan.checker")))
    return Signature(lines, say.day(draft.today, "letter.signature.date"), sealed=False)


def _table(draft: Draft, rows: Iterator[_Row], numbers: "count[int]") -> Block:
    say = draft.say
    columns = (
        Column(say("papers.plan.column.position"), Align.CENTRE, share=28),
        Column(say("papers.plan.column.when"), share=70),
        Column(say("papers.plan.column.what"), share=234),
        Column(say("papers.plan.column.who"), share=84),
        Column(say("papers.plan.column.done"), Align.CENTRE, share=34),
    )
    box = say("papers.plan.box")
    # A step that does not concern this case has no words.
    return Table(columns, tuple((str(next(numbers)), when, what, who, box) for when, what, who in rows if what))


def _before(draft: Draft) -> Iterator[_Row]:
    """Return the steps before the stop, the earliest first."""
    owner = _owner(draft)
    lost = [each for each in draft.case.terminals if each.condition is Condition.LOST]
    numbers = draft.say.join(text_or_blank(draft, each.number) for each in lost)
    yield draft.say("papers.plan.soon"), _step(draft, "lost", numbers=numbers), owner
    ahead = [(15, "apply"), (CLOSING_NOTICE_DAYS, "announce"), (3, "items"), (1, "backup")]
    if draft.known(Basis.CUSTOMERS) is Known.YES:
        ahead.append((7, "notify"))
    if draft.action_key != Action.SWAP:
        ahead.append((7, "replacement"))
    for days, name in sorted(ahead, reverse=True):
        yield _ahead(draft, days), _step(draft, name), owner


def _on_the_day(draft: Draft) -> Iterator[_Row]:
    """Return the steps on the devices; a lost one has none."""
    say, who = draft.say, _both(draft)
    closing = say("papers.plan.closing") if draft.case.request.after_close_of_business else say("papers.plan.day_of")
    names = ["stop_sales", "reversals", "preauth", "corrections", "settle", "sign_off", "photos"]
    if draft.action_key != Action.SUSPEND:
        names.append("unbind")
    if draft.action_key in {Action.REMOVE, Action.CLOSE_MERCHANT}:
        names.append("codes")
    if any(each.condition is not Condition.LOST for each in draft.case.terminals):
        for name in (*names, "power_off"):
            yield closing, _step(draft, name), who


def _after(draft: Draft) -> Iterator[_Row]:
    say, owner, stop = draft.say, _owner(draft), draft.case.request.stop_on
    collected = _day(draft, draft.case.paper_answers.collect_on)
    following = _day(draft, None if stop is None else first_day_without(draft.case.request))
    chosen = {action for action, _ in groups(draft.case)}
    stopping = _which(draft, lambda each: each.action not in {Action.SWAP, None})
    swapped = _which(draft, lambda each: each.action is Action.SWAP)
    yield following, _step(draft, "check_stopped", which=stopping), owner
    yield following, _step(draft, "check_old", which=swapped), owner
    yield say("papers.plan.next_working_day"), _step(draft, "money"), owner
    kept = _which(draft, lambda each: each.action is Action.SUSPEND)
    yield following, _step(draft, "keep_off", which=kept), owner
    yield collected, _step(draft, "hand_over", which=_which(draft, goes_back)), say("papers.plan.acquirer")
    yield collected, _step(draft, "new_device", which=swapped), _both(draft)
    receipt = say("papers.plan.step.receipt.no") if chosen == {Action.SWAP} else _step(draft, "receipt")
    yield _day(draft, None), receipt, owner
    yield _day(draft, None), _step(draft, "watch"), owner


def _step(draft: Draft, name: str, **facts: str) -> str:
    return draft.claim(f"papers.plan.step.{name}", **facts)


def _which(draft: Draft, holds: Callable[[Terminal], bool]) -> str:
    """Name the terminals a step is for, where it is not for all of them."""
    chosen = [each for each in draft.case.terminals if holds(each)]
    if len(chosen) == len(draft.case.terminals):
        return ""
    numbers = draft.say.join(text_or_blank(draft, each.number) for each in chosen)
    return draft.say("papers.plan.which", numbers=numbers)


def _ahead(draft: Draft, days: int) -> str:
    """Return the day so many days before the stop; one that has passed is as soon as possible."""
    stop = draft.case.request.stop_on
    if stop is None:
        return _day(draft, None)
    # A mistyped year must not stop the plan.
    day = stop - timedelta(days=days) if stop.toordinal() > days else date.min
    return day.isoformat() if day > draft.today else draft.say("papers.plan.soon")


def _day(draft: Draft, day: date | None) -> str:
    """Return a day as short as a narrow column wants it, or a blank."""
    return draft.say("papers.plan.blank_day") if day is None else day.isoformat()


def _owner(draft: Draft) -> str:
    return draft.case.merchant.representative.strip() or draft.say("papers.plan.owner")


def _both(draft: Draft) -> str:
    answers = draft.case.paper_answers
    operator = text_or_blank(draft, answers.operator)
    if not answers.checker.strip():
        return operator
    return draft.say("papers.plan.both", operator=operator, checker=answers.checker.strip())
