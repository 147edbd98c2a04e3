import os
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from pos_closeout.actions.papers.letter import (
    Documents,
    draw_letter,
    draw_open_items,
    issue_letter,
    list_papers,
    next_version,
    open_documents,
    unprintable_answers,
)
from pos_closeout.domain.case.case import LetterLanguage
from pos_closeout.domain.errors import DocumentError
from tests.documents.sample_cases import CASE, REMOVAL, ledger

CHINESE, ENGLISH = LetterLanguage.CHINESE, LetterLanguage.ENGLISH


@pytest.fixture(scope="module")
def documents(resources: Path) -> Documents:
    return open_documents(resources)


def test_the_first_letter_issued_is_version_one(documents: Documents, today: date) -> None:
    issued, pdf = issue_letter(documents, REMOVAL, (), CHINESE, today)

    assert issued.letter.issued_version == 1
    assert pdf == draw_letter(documents, REMOVAL, (), CHINESE, today)


def test_the_same_letter_keeps_its_version_on_another_day_and_in_the_other_language(
    documents: Documents, today: date
) -> None:
    once, _ = issue_letter(documents, REMOVAL, ledger(2), CHINESE, today)
    again, _ = issue_letter(documents, once, ledger(2), ENGLISH, today + timedelta(days=9))

    assert again == once


def test_a_letter_that_says_something_else_is_the_next_version(documents: Documents, today: date) -> None:
    once, _ = issue_letter(documents, REMOVAL, ledger(2), CHINESE, today)
    changed = replace(once, merchant=replace(once.merchant, phone="13900000001"))

    assert next_version(documents, changed, ledger(2)) == 2
    assert next_version(documents, once, ledger(3)) == 2
    assert issue_letter(documents, changed, ledger(2), CHINESE, today)[0].letter.issued_version == 2


def test_a_letter_with_a_character_nobody_can_print_is_issued_for_writing_it_in_by_hand(
    documents: Documents, today: date
) -> None:
    case = replace(REMOVAL, merchant=replace(CASE.merchant, trading_name="和顺🍜"))

    assert draw_letter(documents, case, (), CHINESE, today).startswith(b"%PDF")
    assert [found.field for found in unprintable_answers(documents, case, ())] == ["merchant.trading_name"]
    assert issue_letter(documents, case, (), CHINESE, today)[1].startswith(b"%PDF")


def test_the_screen_can_list_the_papers_to_bring(documents: Documents) -> None:
    case = replace(REMOVAL, letter=replace(REMOVAL.letter, left_out=("agreement",)))
    listed = {line.name: (line.attachment.ticked, line.reason) for line in list_papers(documents, case, (), CHINESE)}

    assert listed["经营者身份证复印件"] == (True, "收单机构一般都会要")
    assert listed["银行卡受理协议复印件"] == (False, "收单机构一般都会要")


def test_the_list_of_open_items_is_drawn(documents: Documents, today: date) -> None:
    assert draw_open_items(documents, ledger(3), [CASE], CHINESE, today).startswith(b"%PDF")


def test_fonts_that_are_missing_are_told_when_the_first_paper_is_drawn(tmp_path: Path, today: date) -> None:
    with pytest.raises(DocumentError):
        draw_letter(open_documents(tmp_path), REMOVAL, (), CHINESE, today)


def test_importing_the_verbs_loads_no_typesetting(resources: Path) -> None:
    code = "import sys, pos_closeout.actions.papers.letter; sys.exit('reportlab' in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(resources.parent / "src")}
    done = subprocess.run([sys.executable, "-c", code], check=False, env=environment)

    assert done.returncode == 0
