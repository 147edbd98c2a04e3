"""The quick guide is two pages in each language, and what it says of the screen stands on the screen."""

import re
from collections.abc import Callable
from datetime import date, time
from functools import cache
from io import BytesIO
from pathlib import Path, PureWindowsPath
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from pos_closeout.documents.quick_guide import quick_guide, quick_guide_pdf
from pos_closeout.documents.typesetting import Fonts
from pos_closeout.documents.wording import Wording
from pos_closeout.domain.case.case import LetterLanguage
from pos_closeout.domain.phases import PHASES, Step
from pos_closeout.domain.reminders.reminders import ReminderSettings
from pos_closeout.guidance.names import load_names
from tests.conftest import ROOT

TODAY = date(2026, 11, 30)
USUAL = str(PureWindowsPath("C:/Users/张䶮/AppData/Local/POS Closeout"))
LONG = "/home/" + "/".join(["a folder whose name is {long}"] * 9)
SHOWN = "“([^”]+)”"


@pytest.fixture(scope="module")
def steps(resources: Path) -> Callable[[LetterLanguage], dict[Step, str]]:
    names = load_names(resources / "guidance").steps
    return lambda language: {step: names[step].of(language) for step in Step}


@cache
def screen(language: LetterLanguage) -> frozenset[str]:
    """Return every text of the screen in a language, without the marks of letters and the dots of a question."""
    told = set()
    for message in ET.parse(ROOT / "translations/pos_closeout_zh_CN.ts").getroot().iter("message"):
        text = message.findtext("source" if language is LetterLanguage.ENGLISH else "translation") or ""
        told.add(bare(text))
    return frozenset(told)


def bare(text: str) -> str:
    return re.sub(r"\(&.\)|&| ?…", "", text).strip()


@pytest.mark.parametrize("language", LetterLanguage)
@pytest.mark.parametrize("folder", [USUAL, LONG], ids=["usual", "long"])
def test_it_is_two_pages_that_name_every_step_and_the_folder(
    language: LetterLanguage,
    folder: str,
    steps: Callable[[LetterLanguage], dict[Step, str]],
    fonts: Fonts,
    wording: Wording,
) -> None:
    named = steps(language)
    pdf = quick_guide_pdf(named, folder, language=language, today=TODAY, fonts=fonts, wording=wording)
    pages = ["".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]
    assert len(pages) == 2
    for number, step in enumerate(Step, 1):
        assert f"{number}{named[step]}".replace(" ", "") in pages[0]
    assert folder.replace(" ", "") in pages[1]
    assert "96110" in pages[1]
    assert "〓" not in "".join(pages)


@pytest.mark.parametrize("language", LetterLanguage)
def test_what_it_quotes_stands_on_the_screen(
    language: LetterLanguage, steps: Callable[[LetterLanguage], dict[Step, str]], wording: Wording
) -> None:
    guide = quick_guide(steps(language), USUAL, wording.phrases(language))
    told = "\n".join(point for topic in (*guide.moments, *guide.topics) for point in topic.points)
    quoted = [bare(part) for each in re.findall(SHOWN, told) for part in each.split(" → ")]
    assert len(quoted) > 15
    assert [each for each in quoted if each not in screen(language)] == []
    assert [phase.name for phase in guide.way if phase.name not in screen(language)] == []
    assert len(guide.way) == len(PHASES)


def test_the_days_and_hours_it_names_are_those_of_the_settings() -> None:
    usual = ReminderSettings()
    assert (usual.days_before, usual.every_days) == (3, 1)
    assert (usual.quiet_from, usual.quiet_until) == (time(21), time(8))
