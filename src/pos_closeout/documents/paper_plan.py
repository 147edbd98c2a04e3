"""The operating plan (操作方案): who does what when, before the stop, on the device, and afterwards."""

from collections.abc import Iterator
from datetime import date
from itertools import count

from pos_closeout.documents.content import Align, Block, Column, Prose, Section, Table
from pos_closeout.documents.letter_draft import Draft
from pos_closeout.documents.paper_words import merchant, terminals, text_or_blank
from pos_closeout.domain.case.stop_day import CLOSING_NOTICE_DAYS, first_day_without
from pos_closeout.domain.device.terminal import Action, Condition

_Row = tuple[str, str, str]
"""When, which step, who."""


def plan_opening(draft: Draft) -> str:
    """Return what the plan is for."""
    return draft.claim(
        "papers.plan.opening",
        merchant=merchant(draft),
        when=draft.when,
        done=draft.done,
        terminals=terminals(draft, draft.case.terminals),
    )


def plan_sections(draft: Draft) -> tuple[Section, ...]:
    """Return the steps in their order, counted through, and what to do when something fails."""
    say, numbers = draft.say, count(1)
    fallback = draft.case.paper_answers.fallback.strip() or say("papers.plan.fallback_default")
    return (
        Section(say("papers.plan.before"), (_table(draft, _before(draft), numbers),)),
        Section(say("papers.plan.day"), (_table(draft, _on_the_day(draft), numbers),)),
        Section(say("papers.plan.after"), (_table(draft, _after(draft), numbers),)),
        Section(say("papers.plan.fallback"), (Prose(fallback),)),
    )


def _table(draft: Draft, rows: Iterator[_Row], numbers: "count[int]") -> Block:
    say = draft.say
    columns = (
        Column(say("papers.plan.column.position"), Align.CENTRE, share=28),
        Column(say("papers.plan.column.when"), share=84),
        Column(say("papers.plan.column.what"), share=220),
        Column(say("papers.plan.column.who"), share=84),
        Column(say("papers.plan.column.done"), Align.CENTRE, share=34),
    )
    box = say("papers.plan.box")
    # A step that does not concern this case has no words.
    return Table(columns, tuple((str(next(numbers)), when, what, who, box) for when, what, who in rows if what))


def _before(draft: Draft) -> Iterator[_Row]:
    owner = _owner(draft)
    yield _ahead(draft, 15), _step(draft, "apply"), owner
    yield _ahead(draft, CLOSING_NOTICE_DAYS), draft.claim("papers.plan.step.announce"), owner
    yield _ahead(draft, 7), draft.claim("papers.plan.step.notify"), owner
    if draft.action_key != Action.SWAP:
        yield _ahead(draft, 7), _step(draft, "replacement"), owner
    yield _ahead(draft, 3), _step(draft, "items"), owner
    yield _ahead(draft, 1), _step(draft, "backup"), owner


def _on_the_day(draft: Draft) -> Iterator[_Row]:
    """Return the steps on the device; a lost one has none."""
    say, who = draft.say, _both(draft)
    closing = say("papers.plan.closing") if draft.case.request.after_close_of_business else say("papers.plan.day_of")
    lost = [each for each in draft.case.terminals if each.condition is Condition.LOST]
    if len(lost) < len(draft.case.terminals):
        for name in ("stop_sales", "reversals", "preauth", "corrections", "settle", "sign_off", "photos"):
            claimed = draft.claim("papers.plan.step.preauth") if name == "preauth" else _step(draft, name)
            yield closing, claimed, who
        if draft.action_key != Action.SUSPEND:
            yield closing, _step(draft, "unbind"), who
        if draft.action_key in {Action.REMOVE, Action.CLOSE_MERCHANT}:
            yield closing, draft.claim("papers.plan.step.codes"), who
        yield closing, _step(draft, "power_off"), who
    if lost:
        numbers = say.join(text_or_blank(draft, each.number) for each in lost)
        yield say("papers.plan.soon"), say("papers.plan.step.lost", numbers=numbers), _owner(draft)


def _after(draft: Draft) -> Iterator[_Row]:
    say, owner, stop = draft.say, _owner(draft), draft.case.request.stop_on
    collected = _day(draft, draft.case.paper_answers.collect_on)
    following = _day(draft, None if stop is None else first_day_without(draft.case.request))
    yield following, _step(draft, "check_stopped"), owner
    yield following, _step(draft, "money"), owner
    if draft.action_key == Action.SUSPEND:
        yield following, _step(draft, "keep_off"), owner
    else:
        yield collected, _step(draft, "hand_over"), say("papers.plan.acquirer")
    if draft.action_key == Action.SWAP:
        yield collected, _step(draft, "new_device"), _both(draft)
    else:
        yield _day(draft, None), _step(draft, "receipt"), owner
        yield _day(draft, None), _step(draft, "watch"), owner


def _step(draft: Draft, name: str) -> str:
    return draft.say(f"papers.plan.step.{name}")


def _ahead(draft: Draft, days: int) -> str:
    """Return the day so many days before the stop; one that has passed is as soon as possible."""
    stop = draft.case.request.stop_on
    if stop is None:
        return _day(draft, None)
    day = _moved(stop, -days)
    return day.isoformat() if day > draft.today else draft.say("papers.plan.soon")


def _moved(day: date, days: int) -> date:
    """Return a day so many days later, within the calendar: a mistyped year must not stop the plan."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


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
