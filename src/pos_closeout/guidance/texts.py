"""What the guidance files hold, as frozen values in two languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from pos_closeout.guidance.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class CheckText:
    """The words of one eligibility check.

    Attributes:
        title_problem: like every title, may hold ``{count}``, ``{amount}`` and ``{terminal}``.
        variants: other titles, by a pair of ``Finding.values`` such as ``("missing", "serial_number")``.
        question: what the owner is asked, ``None`` when data always answers.
        fine: label of the answer that lets the check pass, with ``problem`` and ``not_applicable`` beside it;
            ``None`` where that answer makes no sense.
        law: keys of the law texts it rests on; may be empty.
    """

    title_problem: Bilingual
    title_met: Bilingual
    variants: Mapping[tuple[str, str], Bilingual]
    question: Bilingual | None
    fine: Bilingual | None
    problem: Bilingual | None
    not_applicable: Bilingual | None
    why: Bilingual
    evidence: Bilingual
    remedy: Bilingual
    law: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LawText:
    """One article of a rule.

    Attributes:
        number: how the rule was published; empty for statutes known by name.
        article: such as 第558条.
        quote: the words of the article, Chinese only; empty where only a summary was verified.
        gist: what it means, in plain words.
        checked: the month its text was last compared, such as ``2026-11``.
        binds: ``payment_institutions`` where it does not hold for banks, empty where it holds for everybody.
    """

    name: Bilingual
    number: str
    article: Bilingual
    quote: str
    gist: Bilingual
    checked: str
    binds: str = ""


@dataclass(frozen=True, slots=True)
class ActionText:
    """What one of the four actions does."""

    name: Bilingual
    one_line: Bilingual
    stops: tuple[Bilingual, ...]
    goes_on: tuple[Bilingual, ...]
    undo: Bilingual


@dataclass(frozen=True, slots=True)
class ReasonText:
    """One reason: its label and a hint beside it."""

    label: Bilingual
    hint: Bilingual


@dataclass(frozen=True, slots=True)
class StepText:
    """The words around one step.

    Attributes:
        why_heading: heading of the side panel, with ``why`` as its paragraphs.
        basis: keys of the law texts shown under it.
        note: the "please note" lines; may be empty.
    """

    name: Bilingual
    subtitle: Bilingual
    why_heading: Bilingual
    why: tuple[Bilingual, ...]
    basis: tuple[str, ...]
    note: tuple[Bilingual, ...]


@dataclass(frozen=True, slots=True)
class KindText:
    """One kind of open item.

    Attributes:
        overdue: when it counts as overdue, in words.
        due: the usual due date in words.
        due_mark: ``law`` where an article sets it, ``default`` where it is a habit to be confirmed by the acquirer.
    """

    name: Bilingual
    explanation: Bilingual
    contact: Bilingual
    proof: Bilingual
    overdue: Bilingual
    due: Bilingual
    due_mark: str
