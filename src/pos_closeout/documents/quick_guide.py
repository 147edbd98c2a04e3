"""The quick guide: how the program is used, on two pages for somebody who opens it for the first time."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from pos_closeout.documents.content import GuidePhase, GuideTopic, QuickGuide
from pos_closeout.documents.drawings import draw_quick_guide
from pos_closeout.documents.wording import Phrases, Wording
from pos_closeout.domain.case.case import LetterLanguage
from pos_closeout.domain.phases import PHASES, Phase, Step

if TYPE_CHECKING:
    from pos_closeout.documents.typesetting import Fonts

_MOMENTS = ("start", "print", "remember")
_TOPICS = ("list", "reminders", "data", "copies", "computer", "call", "keys")


def quick_guide(steps: Mapping[Step, str], folder: str, say: Phrases) -> QuickGuide:
    """Return what the quick guide says.

    Args:
        steps: what the screen calls each step, in the language of the guide.
        folder: where the data of this owner lies.
        say: the words.
    """
    return QuickGuide(
        title=say("quick_guide.page.title"),
        caption=say("quick_guide.page.caption"),
        moments_head=say("quick_guide.page.moments"),
        moments=tuple(_topic("moment", name, say) for name in _MOMENTS),
        way_head=say("quick_guide.page.way"),
        way_note=say("quick_guide.page.way_note"),
        way=tuple(_phase(phase, steps, say) for phase in PHASES),
        topics=tuple(_topic("topic", name, say, folder=folder) for name in _TOPICS),
        footer=say("quick_guide.page.footer"),
    )


def _phase(phase: Phase, steps: Mapping[Step, str], say: Phrases) -> GuidePhase:
    numbers = {step: number for number, step in enumerate(Step, 1)}
    return GuidePhase(
        say(f"quick_guide.phase.{phase}"),
        tuple((f"{numbers[step]} {steps[step]}", say(f"quick_guide.step.{step}")) for step in PHASES[phase]),
    )


def _topic(group: str, name: str, say: Phrases, **facts: str) -> GuideTopic:
    # Cut before the facts are filled in: a folder may be called anything.
    lines = say(f"quick_guide.{group}.{name}").strip().split("\n")
    points = tuple(line.format_map(facts) if facts else line for line in lines)
    return GuideTopic(say(f"quick_guide.{group}_head.{name}"), points)


def quick_guide_pdf(
    steps: Mapping[Step, str],
    folder: str,
    *,
    language: LetterLanguage,
    today: date,
    fonts: "Fonts",
    wording: Wording,
) -> bytes:
    """Return the quick guide as a PDF of two pages; the same input gives the same bytes.

    Args:
        steps: what the screen calls each step, in the language of the guide.
        folder: where the data of this owner lies.
        language: of the guide.
        today: the day it is printed.
        fonts: the fonts.
        wording: the words.

    Raises:
        DocumentError: ``wording.missing``.
    """
    guide = quick_guide(steps, folder, wording.phrases(language))
    return draw_quick_guide(guide, language, today, fonts)
