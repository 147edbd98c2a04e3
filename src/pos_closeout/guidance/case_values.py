"""Writes the fields and values of a case as a person would: names in words, amounts with ¥, dates in the language."""

import json
from datetime import date
from enum import EnumType
from typing import Any, get_args, get_origin

from pos_closeout.domain.ledger.item_facts import Fact
from pos_closeout.domain.money import format_yuan
from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.case_words import Words
from pos_closeout.guidance.filling import spoken_day
from pos_closeout.guidance.guidance import Guidance


def field_name(guidance: Guidance, part: str, name: str) -> Bilingual | None:
    """Return what a field is called, ``None`` for one that is not shown; ``facts.…`` are fields of open items."""
    fact = name.removeprefix("facts.")
    if fact != name:
        return guidance.facts[Fact(fact)].label if fact in set(Fact) else None
    if part == "answers":
        return guidance.checks[name].title_met if name in guidance.checks else None
    return guidance.case_words.parts[part].fields.get(name) if part in guidance.case_words.parts else None


def shown(guidance: Guidance, part: str, name: str, stored: str, language: str) -> str:
    """Write a stored value as a person would: amounts with ¥, dates in the language, choices in words.

    Args:
        guidance: the words.
        part: as in :func:`field_name`.
        name: of the field.
        stored: as the history holds it; empty text stays empty.
        language: ``zh`` or ``en``.
    """
    if not stored:
        return ""
    fact = name.removeprefix("facts.")
    if fact != name and fact in set(Fact):
        choices = guidance.facts[Fact(fact)].choices
        return choices[stored].of(language) if stored in choices else _plain(name, stored, language)
    if part == "answers":
        return (
            guidance.case_words.values["Answer"][stored].of(language)
            if stored in guidance.case_words.values["Answer"]
            else stored
        )
    kind = guidance.case_words.types.get(part, {}).get(name)
    if kind is bool:
        return guidance.case_words.phrases["yes" if stored == "1" else "no"].of(language)
    if isinstance(kind, EnumType):
        return _chosen(guidance, kind, stored, language)
    if get_origin(kind) is tuple:
        each = (_chosen(guidance, get_args(kind)[0], text, language) for text in _listed(stored))
        return ("、" if language == "zh" else ", ").join(each)
    if (part, name) in {("repairs", "key"), ("risks", "key")}:
        return _keyed(guidance, part, stored, language)
    return _plain(name, stored, language)


def is_tick(guidance: Guidance, part: str, name: str) -> bool:
    """Return whether a field is ticked or not, and cannot be left unanswered."""
    return guidance.case_words.types.get(part, {}).get(name) is bool and name not in {
        "own_number",
        "called_first",
        "secret_asked",
    }


def _plain(name: str, stored: str, language: str) -> str:
    if name.endswith("fen") or "fen_" in name:
        return f"¥{format_yuan(int(stored))}" if stored.lstrip("-").isdigit() else stored
    try:
        return spoken_day(date.fromisoformat(stored), language, year=True) if len(stored) == 10 else stored
    except ValueError:
        return stored


def _keyed(guidance: Guidance, part: str, stored: str, language: str) -> str:
    if part == "risks" and stored in guidance.impact.risks:
        return guidance.impact.risks[stored].what.of(language)
    if part == "repairs" and stored in guidance.review.repairs:
        return guidance.review.repairs[stored].of(language).replace("{text}", "").strip()
    return stored


def _chosen(guidance: Guidance, kind: object, stored: str, language: str) -> str:
    name = getattr(kind, "__name__", "")
    words: Words | None = guidance.case_words.values.get(name) or _elsewhere(name, guidance)
    return words[stored].of(language) if words and stored in words else stored


def _elsewhere(name: str, guidance: Guidance) -> Words | None:
    """Return the words of an enumeration that other guidance names."""
    made: dict[str, Any] = {
        "Grade": lambda: guidance.impact.grades,
        "PaymentChannel": lambda: guidance.impact.channels,
        "ReplacementKind": lambda: {key: text.name for key, text in guidance.impact.replacements.items()},
        "Action": lambda: {key: text.name for key, text in guidance.actions.items()},
        "ItemKind": lambda: {key: text.name for key, text in guidance.kinds.items()},
        "Reason": lambda: {key: text.label for key, text in guidance.reasons.items()},
        "Audience": lambda: {key: text.name for key, text in guidance.notices.items()},
        "Task": lambda: {key: text.name for key, text in guidance.device.items()},
        "Upkeep": lambda: {key: text.name for key, text in guidance.upkeep.items()},
        "NumberSource": lambda: guidance.contact.sources,
        "ContactChannel": lambda: guidance.contact.ways,
        "EventKind": lambda: guidance.review.events,
        "ReturnReason": lambda: guidance.review.reasons,
    }
    return made[name]() if name in made else None


def _listed(stored: str) -> list[str]:
    found = json.loads(stored) if stored.startswith("[") else [stored]
    return [str(each) for each in found]
