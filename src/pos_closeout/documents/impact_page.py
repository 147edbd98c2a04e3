"""The one-page impact assessment: what stops, what replaces it, what could go wrong and who sees to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from pos_closeout.documents.content import Align, Column, Heading, PlainPage, Table, Words
from pos_closeout.documents.drawings import draw_plain_page
from pos_closeout.documents.wording import Phrases, Wording
from pos_closeout.domain.case.case import Case, LetterLanguage, shop_name
from pos_closeout.domain.case.impact import Grade, Impact, Replacement, Risk, TakingsShare
from pos_closeout.domain.money import format_yuan

if TYPE_CHECKING:
    from pos_closeout.documents.typesetting import Fonts

_SHOWN_MONTHS = 3
_RISKS_BESIDE_MONTHS = 5
"""With more risks the months stay on the screen: the page is for what is to be done."""
MOST_RISKS = 12
"""More risks are counted and stay on the screen, the gravest go first: the paper is one page."""
_GRAVITY = MappingProxyType({Grade.HIGH: 2, Grade.MEDIUM: 1, Grade.LOW: 0})


@dataclass(frozen=True, slots=True)
class WordedRisk:
    """A risk with its words in the language of the page."""

    risk: Risk
    what: str
    measure: str


@dataclass(frozen=True, slots=True)
class WordedReplacement:
    """A replacement with its name and what it needs, in the language of the page."""

    replacement: Replacement
    name: str
    needs: str


@dataclass(frozen=True, slots=True)
class ImpactWords:
    """Everything the page says beside the case itself."""

    impact: Impact
    replacements: tuple[WordedReplacement, ...]
    risks: tuple[WordedRisk, ...]


def impact_page_pdf(
    case: Case, told: ImpactWords, *, language: LetterLanguage, today: date, fonts: "Fonts", wording: Wording
) -> bytes:
    """Return the page as a PDF; the same input gives the same bytes.

    Args:
        case: names the shop.
        told: what was worked out and decided.
        language: of the page.
        today: the day it is printed.
        fonts: the fonts.
        wording: the words.
    """
    page = impact_page(case, told, today, wording.phrases(language))
    return draw_plain_page(page, language, today, fonts)


def impact_page(case: Case, told: ImpactWords, today: date, say: Phrases) -> PlainPage:
    """Return what the page says."""
    return PlainPage(
        title=say("impact.page.title"),
        caption="　".join(part for part in (shop_name(case).strip(), case.number, say.day(today)) if part),
        parts=(
            *_takings(told.impact, say, months=len(told.risks) <= _RISKS_BESIDE_MONTHS),
            *_replacements(told.replacements, say),
            *_risks(told.risks, say),
        ),
        footer=say("impact.page.footer"),
        sample=say("terms.text.sample") if case.sample else "",
    )


def _takings(impact: Impact, say: Phrases, *, months: bool) -> Iterator[Heading | Words | Table]:
    yield Heading(say("impact.takings.heading"))
    whole = impact.whole
    if not whole.fen:
        yield Words(say("impact.takings.none"))
        return
    key = "impact.takings.estimate" if impact.estimated else "impact.takings.bills"
    figures, stopping = format_yuan(whole.fen), format_yuan(whole.stopping_fen)
    yield Words(say(key, figures=figures, stopping=stopping, percent=whole.percent, months=len(impact.months)))
    rows = tuple(_money(say(f"terms.channel.{channel}"), part, whole.fen) for channel, part in impact.channels)
    yield _table(say("impact.takings.channel"), rows, say)
    if impact.months and months:
        shown = impact.months[-_SHOWN_MONTHS:]
        yield _table(
            say("impact.takings.month"), tuple(_money(f"{month:%Y-%m}", part, part.fen) for month, part in shown), say
        )


def _money(name: str, part: TakingsShare, whole: int) -> tuple[str, ...]:
    share = f"{(200 * part.stopping_fen + whole) // (2 * whole)}%" if whole else ""
    return (name, format_yuan(part.fen), format_yuan(part.stopping_fen), share)


def _table(first: str, rows: tuple[tuple[str, ...], ...], say: Phrases) -> Table:
    columns = (
        Column(first, share=40),
        Column(say("impact.takings.amount"), Align.RIGHT, share=30),
        Column(say("impact.takings.stops"), Align.RIGHT, share=30),
        Column(say("impact.takings.share"), Align.RIGHT, share=20),
    )
    return Table(columns, rows)


def _replacements(replacements: tuple[WordedReplacement, ...], say: Phrases) -> Iterator[Heading | Words | Table]:
    yield Heading(say("impact.replacements.heading"))
    if not replacements:
        yield Words(say("impact.replacements.none"))
        return
    columns = (
        Column(say("impact.replacements.way"), share=30),
        Column(say("impact.replacements.needs"), share=90),
        Column(say("impact.replacements.ready_by"), share=30),
    )
    yield Table(columns, tuple((each.name, each.needs, _ready(each.replacement, say)) for each in replacements))


def _ready(replacement: Replacement, say: Phrases) -> str:
    if replacement.ready:
        return say("impact.replacements.ready")
    return "" if replacement.ready_by is None else replacement.ready_by.isoformat()


def _risks(risks: tuple[WordedRisk, ...], say: Phrases) -> Iterator[Heading | Words | Table]:
    yield Heading(say("impact.risks.heading"))
    if not risks:
        yield Words(say("impact.risks.none"))
        return
    columns = (
        Column(say("impact.risks.what"), share=62),
        Column(say("impact.risks.likelihood"), Align.CENTRE, share=20),
        Column(say("impact.risks.consequence"), Align.CENTRE, share=20),
        Column(say("impact.risks.measure"), share=72),
        Column(say("impact.risks.who"), share=24),
        Column(say("impact.risks.until"), share=26),
    )
    shown = risks if len(risks) <= MOST_RISKS else tuple(sorted(risks, key=_gravity, reverse=True)[:MOST_RISKS])
    yield Table(columns, tuple(_risk(each, say) for each in shown))
    if len(risks) > len(shown):
        yield Words(say("impact.risks.more", count=len(risks) - len(shown)))


def _gravity(told: WordedRisk) -> int:
    return (_GRAVITY[told.risk.likelihood] + 1) * (_GRAVITY[told.risk.consequence] + 1)


def _risk(told: WordedRisk, say: Phrases) -> tuple[str, ...]:
    risk = told.risk
    return (
        told.what,
        say(f"impact.grade.{risk.likelihood}"),
        say(f"impact.grade.{risk.consequence}"),
        told.measure,
        risk.who,
        "" if risk.until is None else risk.until.isoformat(),
    )
