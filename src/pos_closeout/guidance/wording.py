"""Puts the facts of a finding into the words of its check."""

from collections.abc import Mapping
from datetime import date

from pos_closeout.domain.case.case import Case
from pos_closeout.domain.eligibility.concerns import Circumstance
from pos_closeout.domain.eligibility.eligibility import Finding, Level
from pos_closeout.domain.money import format_yuan
from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.filling import spoken_day
from pos_closeout.guidance.texts import CheckText, LawText

_NUMBERED = Bilingual("终端 {number}", "Terminal {number}")
_LEFT_OUT = Bilingual("与您的情况无关，没有问", "Not asked, for it does not concern you")
_BECAUSE = Bilingual("没有问：{why}", "Not asked: {why}")
_DAYS = frozenset({"day", "before", "after"})
_BY_PLACE = Bilingual("第 {number} 台终端", "Terminal no. {number}")


def laws_of(text: CheckText, laws: Mapping[str, LawText], case: Case) -> tuple[LawText, ...]:
    """Return the articles of a check that hold for the acquirer of a case; a bank is no payment institution."""
    bank = "银行" in case.acquirer.name or "bank" in case.acquirer.name.casefold()
    found = (laws[key] for key in text.law)
    return tuple(law for law in found if not (bank and law.binds == "payment_institutions"))


def finding_title(
    text: CheckText, finding: Finding, language: str, reasons: Mapping[Circumstance, Bilingual] | None = None
) -> str:
    """Return the one line that says what was found.

    A check that was left out says why, where ``reasons`` has the words for it; it never reads as good news.

    A question nobody has answered yet reads as the question; a satisfied check as its good news; else the variant that
    fits ``finding.values``, or the problem.
    """
    left_out = dict(finding.values).get("left_out")
    if left_out is not None:
        why = (reasons or {}).get(Circumstance(str(left_out)))
        return _LEFT_OUT.of(language) if why is None else _BECAUSE.of(language).format(why=why.of(language))
    if finding.unanswered and text.question is not None:
        chosen = text.question
    elif finding.level is Level.MET:
        chosen = text.title_met
    else:
        fitting = (text.variants.get((name, str(value))) for name, value in finding.values)
        chosen = next((variant for variant in fitting if variant is not None), text.title_problem)
    return chosen.of(language).format_map(_placeholders(finding, language))


def _placeholders(finding: Finding, language: str) -> dict[str, str | int]:
    """Return the values by placeholder; ``amount_fen`` is read as ``{amount}``, in yuan with its sign."""
    values = dict(finding.values)
    known: dict[str, str | int] = {"terminal": _terminal(finding.terminal, language), **values}
    for name in _DAYS & values.keys():
        known[name] = spoken_day(date.fromisoformat(str(values[name])), language, year=True)
    fen = values.get("amount_fen")
    if isinstance(fen, int):
        known["amount"] = f"¥{format_yuan(fen)}"
    return known


def _terminal(name: str, language: str) -> str:
    pattern = _BY_PLACE if name.startswith("#") else _NUMBERED
    return pattern.of(language).format(number=name.removeprefix("#"))
