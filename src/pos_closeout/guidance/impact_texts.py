"""The words of step 5: channels, replacements with what each needs, and the risks to begin with."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pos_closeout.domain.case.case import Case, Reason
from pos_closeout.domain.case.impact import Grade, ReplacementKind, Risk
from pos_closeout.domain.device.terminal import Action
from pos_closeout.domain.ledger.open_items import PaymentChannel
from pos_closeout.domain.papers.answers import Basis, Known, case_facts, known
from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.reading import TextSection, read_sections


@dataclass(frozen=True, slots=True)
class ReplacementText:
    """What a replacement is called and what it needs."""

    name: Bilingual
    needs: Bilingual


@dataclass(frozen=True, slots=True)
class RiskText:
    """A suggested risk; it fits a case with one of the actions or reasons, or every case when it names none.

    Attributes:
        rests_on: the answer it rests on, ``None`` where it holds for everybody.
        when: for which answers it is worded; what the owner has denied is never one.
    """

    what: Bilingual
    measure: Bilingual
    likelihood: Grade
    consequence: Grade
    actions: tuple[Action, ...]
    reasons: tuple[Reason, ...]
    rests_on: Basis | None = None
    when: tuple[Known, ...] = (Known.YES,)


@dataclass(frozen=True, slots=True)
class ImpactTexts:
    """All words of step 5."""

    grades: Mapping[Grade, Bilingual]
    channels: Mapping[PaymentChannel, Bilingual]
    replacements: Mapping[ReplacementKind, ReplacementText]
    risks: Mapping[str, RiskText]


def load_impact_texts(folder: Path) -> ImpactTexts:
    """Read ``impact.toml``.

    Raises:
        DataFolderError: ``guidance.unreadable`` or ``guidance.broken``.
    """
    found = read_sections(folder, "impact.toml", ("grades", "channels", "replacements", "risks"))
    replacements, risks = found["replacements"], found["risks"]
    return ImpactTexts(
        grades={grade: found["grades"].text(grade) for grade in Grade},
        channels={channel: found["channels"].text(channel) for channel in PaymentChannel},
        replacements={kind: _replacement(replacements.section(kind)) for kind in ReplacementKind},
        risks={key: _risk(risks.section(key)) for key in risks.values},
    )


def risks_of(texts: ImpactTexts, case: Case) -> tuple[Risk, ...]:
    """Return the risks of a case: the owner's list, or the suggested ones that fit while there is none."""
    if case.impact.risks_said:
        return case.risks
    told = case_facts(case, (), None)
    return tuple(
        Risk(key, likelihood=risk.likelihood, consequence=risk.consequence)
        for key, risk in texts.risks.items()
        if _fits(risk, case) and (risk.rests_on is None or known(risk.rests_on, told) in risk.when)
    )


def _fits(risk: RiskText, case: Case) -> bool:
    actions = {terminal.action for terminal in case.terminals}
    return (
        not (risk.actions or risk.reasons)
        or bool(actions & set(risk.actions))
        or bool(set(case.request.reasons) & set(risk.reasons))
    )


def risk_text(texts: ImpactTexts, risk: Risk, language: str) -> tuple[str, str]:
    """Return what could go wrong and what is done about it: in the owner's words, else in the suggested ones."""
    known = texts.risks.get(risk.key)
    what = risk.what or ("" if known is None else known.what.of(language))
    return what, risk.measure or ("" if known is None else known.measure.of(language))


def _replacement(section: TextSection) -> ReplacementText:
    section.only(ReplacementText.__dataclass_fields__)
    return ReplacementText(section.text("name"), section.text("needs"))


def _risk(section: TextSection) -> RiskText:
    section.only(RiskText.__dataclass_fields__)
    try:
        return RiskText(
            section.text("what"),
            section.text("measure"),
            Grade(section.string("likelihood")),
            Grade(section.string("consequence")),
            tuple(Action(name) for name in section.names("actions")),
            tuple(Reason(name) for name in section.names("reasons")),
            Basis(section.string("rests_on")) if "rests_on" in section.values else None,
            tuple(Known(name) for name in section.names("when")) or (Known.YES,),
        )
    except ValueError as error:
        raise section.broken("likelihood, consequence, actions, reasons, rests_on, when") from error
