"""What the program knows about rules, steps and checks, read from ``resources/guidance`` in both languages."""

from pos_closeout.guidance.guidance import Guidance, load_guidance
from pos_closeout.guidance.loading import (
    load_acquirer_hints,
    load_actions,
    load_checks,
    load_kinds,
    load_laws,
    load_reasons,
    load_steps,
)
from pos_closeout.guidance.texts import (
    ActionText,
    Bilingual,
    CheckText,
    KindText,
    LawText,
    ReasonText,
    StepText,
)
from pos_closeout.guidance.wording import finding_title

__all__ = [
    "ActionText",
    "Bilingual",
    "CheckText",
    "Guidance",
    "KindText",
    "LawText",
    "ReasonText",
    "StepText",
    "finding_title",
    "load_acquirer_hints",
    "load_actions",
    "load_checks",
    "load_guidance",
    "load_kinds",
    "load_laws",
    "load_reasons",
    "load_steps",
]
