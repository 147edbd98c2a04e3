"""Due dates that explain themselves: which rules apply to an item, what each comes to, and which one decides."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from pos_closeout.domain.dates.working_days import WorkCalendar, WorkingSpan, add_working_days, working_day_after
from pos_closeout.domain.errors import BadInputError
from pos_closeout.domain.ledger.due_rules import RULES, DueRule, Mark, RuleSpec, Start, Unit, Weight
from pos_closeout.domain.ledger.item_facts import ACCEPTED, SPECS, Fact, Facts, fact_day
from pos_closeout.domain.ledger.limits import DEFAULTS, Limit, Limits
from pos_closeout.domain.ledger.open_items import ItemKind, OpenItem, PaymentChannel

_MONTHS = 12
_DECIDING = (Fact.DISTANCE_SALE, Fact.PROGRESS, Fact.CYCLE, Fact.UNUSED)
"""Fields that say which rules apply."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What every due date is worked out with."""

    calendar: WorkCalendar = field(default_factory=WorkCalendar)
    limits: Limits = field(default_factory=lambda: DEFAULTS)


@dataclass(frozen=True, slots=True)
class DueStep:
    """What one rule comes to.

    Attributes:
        rule: which one; its words name the day it counts from.
        from_on: that day.
        count: how many units it counts, without a sign.
        unit: what it counts.
        back: it counts backwards.
        on: where it ends.
        mark: what the rule rests on.
        weight: how it stands beside the others.
        limit: the number the owner may change, ``None`` where a law or a paper fixes the day.
        skipped: days passed over because nobody works on them.
        uncertain: the schedule of working days it counted over has not been published yet; it may still move.
        lifted: counting back would have ended before the matter came up, so it ends on that day.
    """

    rule: DueRule
    from_on: date
    count: int
    unit: Unit
    back: bool
    on: date
    mark: Mark
    weight: Weight
    limit: Limit | None = None
    skipped: tuple[date, ...] = ()
    uncertain: bool = False
    lifted: bool = False


@dataclass(frozen=True, slots=True)
class DueDate:
    """When an item is due, and why.

    Attributes:
        on: the day, ``None`` when no rule has a day to count from.
        decided: the step that decides.
        others: what else applies and is not earlier, in order of days.
        late: when to press harder if nothing has happened by then.
        missing: the days that would let a rule of this kind count, when none can.
    """

    on: date | None = None
    decided: DueStep | None = None
    others: tuple[DueStep, ...] = ()
    late: tuple[DueStep, ...] = ()
    missing: tuple[Fact | Start, ...] = ()

    @property
    def uncertain(self) -> bool:
        """Whether the day may still move because a schedule has not been published."""
        return self.decided is not None and self.decided.uncertain


def due_date(item: OpenItem, facts: Facts, stop_on: date | None, terms: Terms) -> DueDate:
    """Return when an item is due by the rules of its kind.

    Args:
        item: kind, channel and original date count.
        facts: its extra fields.
        stop_on: the planned stop of its case.
        terms: working days and limits.
    """
    days = _days(item, facts, stop_on)
    specs = [spec for spec in RULES[item.kind] if _applies(spec, item, facts)]
    steps = [step for spec in specs for step in _count(spec, days, terms, _came_up(item, facts))]
    late = tuple(step for step in steps if step.weight is Weight.LATE)
    standing = sorted(_standing(steps), key=lambda step: step.on)
    if not standing:
        return DueDate(late=late, missing=_missing(specs))
    return DueDate(standing[0].on, standing[0], tuple(standing[1:]), late)


def count_limit(start: date, limit: Limit, unit: Unit, terms: Terms, *, back: bool = False) -> WorkingSpan:
    """Return where a limit ends that is counted from a day."""
    return _span(start, terms.limits[limit], unit, terms.calendar, back=back)


def key_facts(kind: ItemKind) -> frozenset[Fact]:
    """Return the extra fields of a kind that its due date depends on."""
    starts = {start for spec in RULES[kind] for start in spec.starts if isinstance(start, Fact)}
    return frozenset(starts | {fact for fact in _DECIDING if any(spec.fact is fact for spec in SPECS[kind])})


def _standing(steps: list[DueStep]) -> list[DueStep]:
    """Return the steps among which the earliest decides."""
    alone = [step for step in steps if step.weight is Weight.ALONE]
    if alone:
        return alone
    given = [step for step in steps if step.weight is Weight.GIVEN]
    usual = [] if given else [step for step in steps if step.weight is Weight.USUAL]
    return [*(step for step in steps if step.weight is Weight.BOUND), *given, *usual]


def _applies(spec: RuleSpec, item: OpenItem, facts: Facts) -> bool:
    """Return whether a rule of the kind is one for this very item."""
    cycle = facts.get(Fact.CYCLE, "t1")
    conditions = {
        DueRule.LOOK_AGAIN: facts.get(Fact.PROGRESS) == ACCEPTED,
        DueRule.DISTANCE_SALE: facts.get(Fact.DISTANCE_SALE) == "yes",
        DueRule.WECHAT_WINDOW: item.channel is PaymentChannel.WECHAT,
        DueRule.ALIPAY_WINDOW: item.channel is PaymentChannel.ALIPAY,
        DueRule.CARD_WINDOW: item.channel in (PaymentChannel.CARD, PaymentChannel.UNIONPAY_QR),
        DueRule.SETTLEMENT: cycle == "t1",
        DueRule.SETTLEMENT_NEXT_DAY: cycle == "d1",
        DueRule.SETTLEMENT_SAME_DAY: cycle == "t0",
        DueRule.PREPAID_UNUSED: facts.get(Fact.UNUSED) == "yes",
        DueRule.PREPAID: facts.get(Fact.UNUSED) != "yes",
    }
    return conditions.get(spec.rule, True)


def _days(item: OpenItem, facts: Facts, stop_on: date | None) -> Mapping[Fact | Start, date]:
    known: dict[Fact | Start, date | None] = {Start.ORIGINAL: item.original_on, Start.STOP: stop_on}
    known |= {fact: fact_day(facts, fact) for fact in facts if fact.value.endswith("_on")}
    return {start: day for start, day in known.items() if day is not None}


def _came_up(item: OpenItem, facts: Facts) -> date:
    """Return the day on which the matter came up; nothing is due before it."""
    days = (item.original_on, *(fact_day(facts, fact) for fact in (Fact.GOODS_BACK_ON, Fact.ADDED_ON)))
    return max((day for day in days if day is not None), default=date.min)


def _count(spec: RuleSpec, days: Mapping[Fact | Start, date], terms: Terms, came_up: date) -> Iterator[DueStep]:
    start = next((days[start] for start in spec.starts if start in days), None)
    if start is None:
        return
    limit = spec.count if isinstance(spec.count, Limit) else None
    count = spec.count if isinstance(spec.count, int) else terms.limits[spec.count]
    try:
        span = _span(start, count, spec.unit, terms.calendar, back=spec.back)
    except BadInputError:
        # Beyond the last year of the calendar nothing is ever due.
        return
    lifted = spec.back and span.end < came_up
    yield DueStep(
        rule=spec.rule,
        from_on=start,
        count=count,
        unit=spec.unit,
        back=spec.back,
        on=came_up if lifted else span.end,
        mark=spec.mark,
        weight=spec.weight,
        limit=limit,
        skipped=() if lifted else span.skipped,
        uncertain=span.uncertain,
        lifted=lifted,
    )


def _span(start: date, count: int, unit: Unit, calendar: WorkCalendar, *, back: bool) -> WorkingSpan:
    signed = -count if back else count
    if unit is Unit.WORKING_DAYS:
        return add_working_days(start, signed, calendar)
    if unit is Unit.MONTHS:
        return WorkingSpan(add_months(start, signed))
    if unit is Unit.DAY_OF_NEXT_MONTH:
        # A tax return whose last day is free is due on the next working day.
        return working_day_after(add_months(start.replace(day=1), 1).replace(day=count), calendar)
    return WorkingSpan(start + timedelta(days=signed))


def add_months(day: date, months: int) -> date:
    """Return the same day some months later, or the last one of a month that is too short."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _missing(specs: list[RuleSpec]) -> tuple[Fact | Start, ...]:
    wanted = (spec.starts[0] for spec in specs if spec.weight not in (Weight.LATE, Weight.ALONE))
    return tuple(dict.fromkeys(wanted))
