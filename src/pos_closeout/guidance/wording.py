"""Puts the facts of a finding into the words of its check."""

from pos_closeout.domain.eligibility.eligibility import Finding, Level
from pos_closeout.domain.money import format_yuan
from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.texts import CheckText

_NUMBERED = Bilingual("终端 {number}", "Terminal {number}")
_BY_PLACE = Bilingual("第 {number} 台终端", "Terminal no. {number}")


def finding_title(text: CheckText, finding: Finding, language: str) -> str:
    """Return the one line that says what was found.

    A question nobody has answered yet reads as the question; a satisfied check as its good news; else the variant that
    fits ``finding.values``, or the problem.
    """
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
    fen = values.get("amount_fen")
    if isinstance(fen, int):
        known["amount"] = f"¥{format_yuan(fen)}"
    return known


def _terminal(name: str, language: str) -> str:
    pattern = _BY_PLACE if name.startswith("#") else _NUMBERED
    return pattern.of(language).format(number=name.removeprefix("#"))
