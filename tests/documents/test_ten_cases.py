"""Ten owners print what a competent adviser prints, and their letters say what is known and nothing else."""

from dataclasses import replace

import pytest

from pos_closeout.documents.letter import letter_content
from pos_closeout.documents.letter_text import letter_lines
from pos_closeout.documents.wording import Wording
from pos_closeout.domain.case.case import Case, LetterLanguage
from pos_closeout.domain.device.terminal import Action
from pos_closeout.domain.ledger.open_items import OpenItem
from pos_closeout.domain.papers.attachments import documents_to_bring
from pos_closeout.domain.papers.fitting_papers import fitting
from tests.domain.ten_cases import ADVICE, READ_ON, ten_cases, ten_facts


def advised(number: str) -> tuple[Case, tuple[OpenItem, ...]]:
    """Return a case with the action the adviser names."""
    case, items = ten_cases(number)
    if number == "10":
        case = replace(case, terminals=tuple(replace(each, action=Action.REMOVE) for each in case.terminals))
    return case, items


@pytest.mark.parametrize("number", ADVICE)
def test_the_papers_are_those_of_the_adviser(number: str) -> None:
    offered = [each for each in fitting(*advised(number)) if not each.held_back]
    assert {each.kind.value for each in offered} == set(ADVICE[number].papers.split())


@pytest.mark.parametrize("number", ADVICE)
def test_the_attachments_are_those_of_the_adviser(number: str) -> None:
    case, items = advised(number)
    if number == "04":
        return
    assert {each.id.value for each in documents_to_bring(case, items)} == set(ADVICE[number].attachments.split())


@pytest.mark.parametrize("number", ADVICE)
def test_the_letter_says_what_it_must_and_nothing_it_must_not(number: str, wording: Wording) -> None:
    (case, items), facts = advised(number), ten_facts(number)
    chinese = LetterLanguage.CHINESE
    lines = letter_lines(case, items, language=chinese, today=READ_ON, wording=wording, facts=facts)
    content = letter_content(case, items, language=chinese, today=READ_ON, version=1, wording=wording, facts=facts)
    signed = "".join(f"{line.label}{line.value}" for line in content.signature.lines)
    text = "".join(lines) + signed
    assert not [piece for piece in ADVICE[number].says if piece not in text]
    assert not [piece for piece in ADVICE[number].says_not if piece in text]


def test_a_letter_that_is_held_back_says_for_what() -> None:
    held = {number: fitting(*advised(number))[0].held_back for number in ADVICE}
    assert {number: why for number, why in held.items() if why} == {
        "04": "addressee",
        "07": "seal_and_representative",
    }
